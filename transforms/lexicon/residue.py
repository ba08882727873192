"""Words of what is on a news page but not of the article, by kind, with where and how long such lines are.

Each row: name of the rule, where it applies (`any` place; `edge`: the first five lines or the last third; `end`: the
last third), the most words that such a line has, and a pattern that is matched at the start of the line after bullets
and brackets. Patterns in verbose mode, case ignored. The table was made by reading what trafilatura leaves on pages
of 35 publishers and on unseen ones, grouped by kind; no row names an outlet.
"""

AGENCIES = (
    r"(?:AP|AFP|PTI|ANI|IANS|dpa|EFE|ANSA|CNN|Reuters|Bloomberg|Xinhua|TASS|AAP|SAPA|Thomson\ Reuters|PA(?:\ Media)?"
    r"|(?:The\ )?Associated\ Press|Agence\ France[- ]Presse|Press\ Association|(?:The\ )?Canadian\ Press"
    r"|news\ agencies|agencies|wire\ services|staff(?:\ and\ agencies)?)"
)
_ROLES = r"(?:reporting|editing|writing|polling|compiled|graphics?|translation|research|production|photography)"
_NETWORKS = (
    r"(?:facebook|twitter|x|instagram|youtube|tiktok|linkedin|whatsapp|telegram|threads|bluesky|mastodon|flipboard)"
)
_LETTER = r"(?:newsletters?|inbox|e-?mails?|e-?mail\ alerts?|alerts|briefing|bulletin|updates)"

RESIDUE = (
    # --- advertisements and furniture around them
    ("ad_label", "any", 8, r"advertise?ment(?:\b.*)?$ | advertising$ | ads?$ | sponsored(?:\ (?:content|by|post)\b.*)?$"
     r"| promoted(?:\ (?:content|by)\b.*)?$ | paid\ (?:content|post|partnership)\b.*$"),
    ("ad_label", "any", 14, r"(?:story|article)\ continues\ (?:below|after)\b | continue\ reading\b"
     r"| this\ ad(?:vertisement)?\ has\ not\ loaded | scroll\ (?:down\ )?(?:to|for)\ (?:continue|more)"
     r"| skip\ (?:ads?|advertisement|past\ newsletter|to\ (?:main\ )?content)\b"),
    # --- other articles
    ("related_link", "any", 40, r"(?:also\ read|read\ (?:more|next|also|this)|see\ also|related|more|watch|listen|read"
     r"|more\ (?:on|from)\ [\w\ ]{2,40}|don['’]?t\ miss|up\ next|recommended|explained|in\ (?:pics|pictures|photos)"
     r"|must[- ]read|further\ reading|opinion|editorial|analysis|download|itunes|podcast)\s*(?:[:|»>]|\s[-–—]\s)"),
    ("related_link", "any", 7, r"(?:also\ read|read\ (?:more|next|also|on)|see\ also|more\ (?:on|from|stories|news|about)\b.*"
     r"|related(?:\ (?:articles?|stories|story|content|coverage|news|topics|posts|reading|links?|videos?))?"
     r"|recommended(?:\ (?:for\ you|videos?|stories|reading|articles|by\b.*))?|you\ (?:may|might)\ (?:also\ )?"
     r"(?:like|be\ interested\ in|have\ missed)\b.*|most\ (?:read|popular|viewed|shared)(?:\ .{0,30})?|popular\ (?:on|in|now"
     r"|stories|articles)\b.*|trending(?:\ .{0,20})?|latest\ (?:news|stories|headlines|videos?|updates)\b.*|top\ (?:stories"
     r"|headlines|news)|what\ to\ read\ next|in\ other\ news|keep\ reading|more|editors?['’]?s?['’]?\ (?:picks?|choice)"
     r"|story\ timeline|(?:featured|latest|watch|top)\ videos?|around\ the\ web|from\ around\ the\ web|next\ article"
     r"|(?:previous|next)\ (?:story|post)|read\ the\ full\ (?:story|article|report)\b.*|tags?|topics?|filed\ under\b.*)"
     r"\s*(?:[:.…!»>]*)$"),
    ("related_link", "any", 30, r"(?:for\ more|see\ more|find\ more|view\ more|read\ more)\b.{0,60}\b(?:check|visit|click|go\ to|here"
     r"|our\b.{0,20}\b(?:page|section|coverage|website|site))\b | click\ here\b | tap\ here\b | visit\ .{2,40}\ homepage\b"
     r"| you\ can\ (?:read|find|see)\ (?:more|the\ full|all)\b.{0,60}\bhere\b | (?:read|see|find|follow)\ (?:all\ )?(?:our"
     r"|the\ full|the\ latest)\b.{0,50}\b(?:coverage|here|live\ ?blog)\b"),
    # --- newsletters, subscriptions, apps
    ("newsletter", "any", 70, r"(?:.{0,200}\b)?(?:sign(?:ed|ing)?[- ]?up|subscribe|register|join)\b.{0,120}\b" + _LETTER + r"\b"
     r"| .{0,160}\b(?:to|in|into|straight\ to)\ your\ (?:e-?mail\ )?inbox | .{0,80}\b(?:our|free|daily|weekly|this)\ "
     r"(?:[\w'’]+\ ){0,3}newsletters?\b.{0,80}\b(?:here|sign|subscribe|weekday|morning|day|week)\b"
     r"| sign\ up\s*:? .{0,80}$ | get\ (?:the|our|more|all\ the|top|breaking|local)\b.{0,80}\b(?:delivered|alerts|newsletters?|inbox)\b"),
    ("newsletter", "any", 12, r"sign\ up\b.* | subscribe\b.* | (?:enter\ )?your\ e-?mail\ address | e-?mail\ address$"
     r"| (?:daily|weekly|morning|evening)\ (?:newsletter|briefing|digest)$ | be\ the\ first\ to\ know$"
     r"| by\ (?:signing\ up|subscribing|clicking|submitting|entering)\b.*"),
    ("newsletter", "any", 60, r"by\ (?:signing\ up|subscribing|clicking|submitting|entering|providing)\b.{0,200}\b(?:agree|consent|terms"
     r"|privacy)\b | you\ can\ (?:unsubscribe|opt\ out)\b | (?:\*\ )?I\ (?:understand|agree)\b.{0,160}\b(?:agreement|privacy|terms)\b"
     r"| a\ welcome\ email\b | the\ next\ issue\ of\b.{0,100}\binbox\b | we\ encountered\ an\ issue\ signing\ you\ up"),
    ("subscription", "any", 70, r"(?:already\ a\ (?:subscriber|member)|subscribe\ (?:now|today|here|to\ (?:continue|read|our|the))"
     r"|support\ (?:our|independent|quality|local)\ (?:\w+\ )?journalism|become\ a\ (?:member|subscriber)|(?:log|sign)\ in\ to"
     r"|create\ (?:a|an|your)\ (?:free\ )?account|start\ your\ (?:free\ )?(?:trial|subscription)|unlock\ (?:this|unlimited|exclusive)"
     r"|this\ (?:article|content|story|feature)\ is\ (?:only\ )?(?:for|exclusive|available|reserved|free)\b.{0,40}\b(?:subscribers?"
     r"|members|readers|registered)|please\ (?:log|sign)\ in|register\ (?:now|for\ free)|to\ continue\ reading|enjoy\ unlimited"
     r"|try\ .{2,40}\bfree\ for\b|stay\ informed\ with|don['’]t\ have\ an\ account)\b"),
    ("app_promo", "any", 45, r".{0,80}\b(?:download|get|install|try|use)\ (?:our|the)\ (?:[\w'’.]+\ ){0,4}apps?\b(?!\ (?:store|that|which))"
     r"| .{0,120}\b(?:app\ store\ (?:and|or|&)\ google\ play|google\ play\ (?:and|or|&)\ (?:the\ )?app\ store)\b"
     r"| available\ on\ (?:ios|android|the\ app\ store)\b"),
    # --- sharing, following, commenting
    ("share_follow", "any", 12, r"share(?:\ (?:this|on|via|with|article|story|to)\b.*)?$ | share(?:\ this(?:\ \w+)?)?\s*: | tweet(?:\ this)?$"
     r"| (?:facebook|twitter|whatsapp|linkedin|pinterest|reddit|email|e-mail|print|pocket|flipboard|copy\ link|link\ copied"
     r"|telegram|messenger|bookmark|save|gift\ this\ article|view\ in\ app)(?:\s*[|,•·]?\s*(?:facebook|twitter|whatsapp|linkedin"
     r"|pinterest|reddit|email|e-mail|print|telegram|messenger|x))*[.!]?$"
     r"| (?:print|save|order|e-?mail|copy)\ (?:this\ )?(?:article|story|reprints|page|link)$ | text\ size$ | resize\ text\b.*"
     r"| add\ us\ (?:on|as)\b.* | (?:make|set)\ .{2,30}\ (?:preferred|favou?rite)\ source\b.*"),
    ("share_follow", "any", 40, r"(?:follow|like|find|join|watch)\ (?:us|our|me|@\w+|[\w.'’]+(?:\ [\w.'’]+){0,4})\ (?:\w+\ ){0,4}?(?:on|at|via)"
     r"\ (?:our\ )?(?:[\w'’]+\ )?" + _NETWORKS + r"\b | follow\ @\w+ | follow\ (?:us|our)\b | share\ this\ (?:article|story|post|page)\b"
     r"| listen\ to\ .{2,60}\b(?:live\ (?:at|on)|podcast|apple|spotify|listen\ back)\b | join\ (?:our|the)\ .{0,40}\b" + _NETWORKS + r"\b"
     r"| .{0,60}\bwherever\ you\ get\ your\ podcasts\b"),
    ("comments_prompt", "any", 30, r"(?:would\ you\ like\ to\ comment|(?:\d+\ )?comments?(?:\ \(?\d+\)?)?$|join\ the\ (?:conversation|discussion"
     r"|debate)|leave\ a\ (?:comment|reply)|have\ your\ say|what\ do\ you\ think\s*\?.{0,60}|(?:view|show|read|see|load|hide|post|add)"
     r"\ (?:all\ |more\ |a\ |your\ )?(?:\d+\ )?comments?|please\ read\ our\ comment|comments\ (?:are|have\ been)\ (?:closed|moderated"
     r"|disabled|turned)|(?:let\ us\ know|tell\ us|share\ your\ (?:thoughts|views|opinions?))\b.{0,60}(?:comments|below|thoughts|think)"
     r"|(?:keep\ it\ clean|postmedia\ is\ committed|be\ respectful)\b|do\ you\ have\ a\ story\b|have\ you\ been\ affected)"),
    ("comments_prompt", "end", 45, r".{0,60}\b(?:comment\ (?:policy|guidelines|section)|community\ guidelines|house\ rules)\b"
     r"| sign\ up\ \(it['’]s\b.* | .{0,40}\byour\ e-?mail\ address\ will\ not\ be\ published\b"),
    # --- who wrote it, who helped, how to reach them
    ("contributor", "any", 45, r"(?:with\ )?(?:additional\ |further\ )?" + _ROLES + r"(?:\ and\ \w+)?\ (?:for\ [\w\ ]{2,30}\ )?(?:by|from|in)\b"
     r".{0,300}\b(?:editing|edited|writing|reporting|additional)\b"),
    ("contributor", "edge", 45, r"(?:with\ )?(?:additional\ |further\ |extra\ )?" + _ROLES + r"(?:\ and\ \w+)?\ (?:by|from)\b"
     r"| (?:edited|compiled|reported|written|produced|translated|photographed|words)\ by\b | with\ (?:files?|reports?|reporting|additional|inputs?"
     r"|contributions?|information|material|details|agency)\b.{0,60}\b(?:from|by|of|inputs?)?\b"
     r"| .{0,160}\b(?:contributed\ (?:to|reporting)|assisted\ (?:with|in)\ reporting)\b.{0,40}$"
     r"| by\ " + AGENCIES + r"$"),
    ("agency_note", "edge", 12, AGENCIES + r"(?:\s*(?:/|,|and|&)\s*" + AGENCIES + r")*\.?$ | (?:sources?|via|agency)\s*:\s*.{1,60}$"),
    ("agency_note", "edge", 60, r"(?:this|the)\ (?:story|article|report|piece|content|post|column|interview|essay)\ (?:was|has\ been|is|first|originally"
     r"|appeared|appears)\b.{0,40}\b(?:published|produced|supplied|republished|reprinted|translated|updated|corrected|amended"
     r"|generated|adapted|edited|syndicated|appeared|co-published|provided|made\ available|auto-generated|part\ of)\b"
     r"| (?:first|originally)\ published\b | .{0,80}\b(?:read\ the\ original|originally\ appeared\ (?:on|in|at))\b"
     r"| (?:correction|clarification|editor['’]?s['’]?\ note|note\ to\ readers|update|disclaimer|disclosure|what\ you\ need\ to\ know)\s*[:(—–]"
     r"| our\ standards\s*: | (?:opinions|views)\ expressed\b | the\ views\ expressed\b | .{0,60}\bis\ (?:published|brought\ to\ you|owned)\ by\b"),
    ("bio_contact", "any", 40, r"(?:(?:got|have)\ (?:a\ )?(?:tips?|news|a\ story)\b|get\ in\ touch\ (?:with|by)|send\ (?:us\ )?(?:your\ )?(?:tips|stories"
     r"|news|comments|e-?mails?)|(?:write|e-?mail|reach\ out|contact)\ (?:to\ )?(?:us|me|the\ (?:author|writer|reporter|editor)|[\w.'’]+"
     r"\ [\w.'’-]+)\ (?:at|on|via)|e-?mail\s*:|contact\s*:|tips?\s*:|twitter\s*:|phone\s*:|to\ contact\ the\ (?:author|reporter|editor)"
     r"|reach\ (?:the\ )?(?:reporter|author|him|her|them)\b)"),
    ("bio_contact", "edge", 60, r".{0,300}(?:\b(?:can|may)\ be\ reached\ (?:at|on|by|via)\b|\bfollow\ (?:him|her|them|\w+(?:\ \w+)?)\ (?:on|at)\b|\bon\ (?:X|Twitter)"
     r"\s*(?:at|:|,)?\s*@\w+)"),
    ("bio_contact", "any", 3, r"[\w.+-]+@[\w-]+\.[\w.]+$ | @\w+$"),
    # --- rights, money, law
    ("copyright", "any", 90, r"(?:copyright\b(?!\ (?:law|infring|claim|office|protect|case|suit|act|trial|rules|holders?|owners?|board|reform)) | ©"
     r"| \(c\)\ (?:19|20)\d\d | all\ rights\ reserved | .{0,100}\ball\ rights\ reserved\b.{0,140}$"
     r"| .{0,120}\bmay\ not\ be\ (?:published|reproduced|broadcast|reprinted|republished|redistributed)\b"
     r"| this\ copy\ is\ for\ your\ personal | .{0,40}\bpurchase\ licensing\ rights\b | reprinted?\ (?:with|by)\ permission"
     r"| to\ order\ (?:presentation|reprints) | distribution\ and\ use\ of\ this\ material | terms\ (?:of|and)\ (?:use|service|conditions)\b.{0,40}$"
     r"| privacy\ (?:policy|notice)\b.{0,40}$ | quotes?\ delayed\b | all\ quotes\ delayed\b | market\ data\ provided\b)"),
    ("affiliate", "any", 70, r".{0,200}\b(?:earns?|receives?|get|make)\b.{0,30}\b(?:affiliate\ )?commissions?\b.{0,80}$ | .{0,120}\baffiliate\ (?:links?|partners?|program)"
     r"\b | (?:we|our\ \w+)\ independently\ (?:select|review|choose|evaluate|research) | buying\ through\ us\b"),
    # --- the machinery of the site
    ("interface", "any", 30, r"(?:an?\ error\ (?:has\ )?occurred|(?:please\ )?try\ again(?:\ later)?\.?$|thank\ you(?:\ for\ (?:subscribing|signing\ up|sharing"
     r"|your\ (?:feedback|interest|submission)))?[.!]?$|thanks\ for\ (?:subscribing|signing\ up|reading)\b.*|this\ article\ has\ been\ (?:sent|saved)|your\ (?:browser|device)\ (?:does|is)"
     r"|(?:please\ )?enable\ (?:javascript|cookies)|you\ need\ (?:to\ enable\ )?javascript|javascript\ is\b|loading(?:\s*…|\.{2,3}|\ \w+)?$|something\ went\ wrong"
     r"|oops\b|video\ (?:unavailable|player\b.*|duration\b.*)$|(?:play|pause|mute|unmute|fullscreen|autoplay|close|expand|collapse|menu|search"
     r"|next|previous|back|back\ to\ top|show\ (?:more|less)|view\ (?:all|more|gallery)|see\ (?:all|more)|open\ (?:image|in)\b.*|accessibility\ links"
     r"|skip\ to\b.*|image\ \d+\ of\ \d+|(?:\d+\ )?(?:of|/)\ ?\d+|breaking\ news|live|exclusive|home|photos?|gallery|live\ updates?|article\ content)$"
     r"|(?:to\ )?(?:view|see|show)\ this\ (?:content|video|tweet|embed)\b|this\ (?:video|content|embed|image|player)\ (?:is|could|can(?:no|['’])t|has|will)\b.{0,60}"
     r"(?:available|load(?:ed)?|play(?:ed)?|displayed|supported|cookies)\b|(?:please\ )?allow\ \w+\ content|this\ (?:article|page)\ contains\ content\ provided"
     r"|listen\ to\ this\ article|listen\ \(?\d+\ min|(?:audio|text)[- ]to[- ]speech|this\ audio\ is\b|.{0,20}\bread\ this\ article\ aloud)"),
    ("cookie_notice", "any", 90, r"(?:we\ (?:and\ our\ (?:\d+\ )?partners\ )?use\ cookies|this\ (?:web)?site\ uses\ cookies|by\ continuing\ to\ (?:use|browse)"
     r"|your\ privacy\b.{0,60}\b(?:choices|settings|matters)|manage\ (?:my\ )?(?:choices|cookies|preferences|consent)|accept\ (?:all|cookies)"
     r"|cookie\ (?:settings|preferences|policy)\b.{0,30}$|we\ need\ your\ (?:permission|consent)|we\ value\ your\ privacy)"),
    ("live_blog", "any", 14, r"(?:live|key\ (?:events|moments|points)|summary|show\ key\ events\ only|pinned|new\ updates?|\d+\ new\ updates?|refresh"
     r"|jump\ to\ (?:latest|comments)|sort\ by\b.*|newest\ first|oldest\ first|our\ live\ coverage\ (?:has|is)\b.*|\d+[mh]\ ago|\d+\ (?:min(?:ute)?s?|hours?|days?)"
     r"\ ago\b.{0,30})\s*$"),
    ("live_blog", "any", 40, r"(?:we(?:['’]re|\ are)\ (?:now\ )?(?:wrapping\ up|closing|pausing)\ (?:up\ )?(?:our|this|the)\ live|(?:that['’]s\ (?:all|it)|thanks\ for\ following)"
     r"\b.{0,60}\blive\b|this\ live\ (?:page|blog|coverage)\b|follow\ (?:our\ )?live\ (?:updates|coverage|blog))"),
    # --- pictures
    ("caption", "any", 70, r"(?:image|photo|photograph|picture|pic|credit|file\ photo|file\ picture|illustration|graphic|getty|video|caption|foto|photographer)s?"
     r"(?:\ (?:credits?|by|courtesy|caption|source|copyright|gallery))*\s*(?:[:|/©]|\bby\b|courtesy\b)"
     r"| pictured\b.{0,20}[,:]? | (?:file|stock|undated|handout)\ (?:photo|picture|image)\b.{0,60}$ | (?:picture|photo)\s*\|"),
    ("caption", "any", 50, r".{0,300}(?:\((?:AP|AFP|Reuters|Getty|EPA|PA|Photo|Image|Pic|Picture|File|Supplied|Credit)\b[^)]{0,60}\)\.?$"
     r"| (?:via|/|\|)\s*(?:AP|AFP|Reuters|REUTERS|Getty(?:\ Images)?|EPA|Shutterstock|Bloomberg|PA(?:\ Wire)?|TASS|Zuma|Alamy|Pool|Anadolu|NurPhoto)$"
     r"| (?:Getty\ Images|Shutterstock|iStock|AFP\ via\ Getty|AP\ Photo(?:/.{2,40})?|Alamy(?:\ Stock\ Photo)?|Unsplash|Adobe\ Stock|Wikimedia\ Commons|Handout"
     r"|Zuma\ Press|PA\ Wire|EPA-EFE)\.?\)?$)"),
)  # fmt: skip
"""(rule, place, most words, pattern)"""

# Class and id words that sites give to what is not the article. Matched against whole hyphen- or camel-case-separated
# words; pairs are joined by a hyphen.
FURNITURE_WORDS = {
    "related": "related_link", "recommended": "related_link", "recirc": "related_link", "more-topic": "related_link",
    "read-next": "related_link", "read-more": "related_link", "more-link": "related_link", "most-read": "related_link",
    "trending": "related_link", "outbrain": "related_link", "taboola": "related_link", "teaser": "related_link",
    "see-also": "related_link", "also-read": "related_link", "breadcrumb": "interface", "breadcrumbs": "interface",
    "newsletter": "newsletter", "signup": "newsletter", "sign-up": "newsletter", "singup": "newsletter",
    "subscribe": "subscription", "promo": "subscription", "cta": "subscription",
    "share": "share_follow", "sharing": "share_follow", "social": "share_follow", "follow": "share_follow",
    "comments": "comments_prompt", "disqus": "comments_prompt",
    "bio": "bio_contact", "author-info": "bio_contact", "author-bio": "bio_contact", "about-author": "bio_contact",
    "tagline": "bio_contact", "caption": "caption", "credit": "caption", "credits": "caption", "figcaption": "caption",
    "image-widget": "caption", "copyright": "copyright", "permission": "copyright", "print-header": "copyright",
    "print-footer": "copyright", "legal": "copyright", "disclaimer": "copyright", "art-source": "agency_note",
    "advert": "ad_label", "advertisement": "ad_label", "ad-label": "ad_label", "sponsored": "ad_label",
    "hidden": "interface", "hide": "interface", "visually-hidden": "interface", "sr-only": "interface",
    "screen-reader": "interface", "modal": "interface", "scrim": "interface", "cookie": "cookie_notice",
    "consent": "cookie_notice", "twitter-tweet": "embedded_post", "instagram-media": "embedded_post",
    "tiktok-embed": "embedded_post", "bluesky-embed": "embedded_post", "byline": "byline", "dateline": "timestamp",
    "timestamp": "timestamp", "date": "timestamp", "kicker": "kicker", "eyebrow": "kicker", "tags": "interface",
}  # fmt: skip

BIO_VERBS = (
    r"\b(?:is|was|works\ as|writes|covers|covered|reports|has\ (?:covered|written|worked|reported|been)|joined|specialises"
    r"|specializes|edits|leads|hosts|serves|lives\ in|holds)\b"
)

# What a line of time and date is made of, apart from digits.
TIME_WORDS = frozenset(
    """
    published updated posted modified last first created date time on at by edited edt est et cst cdt ct mst mdt mt pst
    pdt pt gmt utc bst ist eat cat wat sast aest aedt cet cest am pm a p m st nd rd th of hrs hours min mins read minute
    minutes ago
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec
    """.split()  # noqa: SIM905
)
