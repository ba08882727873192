"""Words of what is on a news page but not of the article, by kind, with where and how long such lines are.

Each row: name of the rule, where it applies (`any` place; `top`: the first five lines; `end`: the last third; `edge`:
both; `last`: the last two lines), the most words that such a line has, and a pattern that is matched at the start of
the line after bullets and brackets. Patterns in verbose mode, case ignored; %(…)s stands for a part below. The table
was made by reading what trafilatura leaves on pages of 35 publishers, grouped by kind; no row names an outlet. A
pattern that could begin or end a sentence of the news ("exports contributed to growth", "a deal can be reached by May")
needs a word that only the page's own voice uses: our, your, this article, an address.
"""

from typing import NamedTuple


class Residue(NamedTuple):
    """A row of the table."""

    rule: str
    place: str  # any, top, edge, end, last
    most_words: int
    pattern: str
    needs: tuple[str, ...] = ()  # strings of which a line holds one, or the pattern need not be tried: it is slow


PARTS = {
    "agencies": r"""
        (?:AP|AFP|PTI|ANI|IANS|dpa|EFE|ANSA|CNN|Reuters|Bloomberg|Xinhua|TASS|AAP|SAPA|Thomson\ Reuters|PA(?:\ Media)?
        |(?:The\ )?Associated\ Press|Agence\ France[- ]Presse|Press\ Association|(?:The\ )?Canadian\ Press
        |Press\ Trust\ of\ India|UPI|UNI|TNS|Tribune\ News\ Service|Anadolu|Kyodo|Yonhap|Bernama|Interfax|Ukrinform|NAN
        |Postmedia|news\ agencies|agencies|wire\ services|(?:news|web|online)\ desk|staff(?:\ and\ agencies)?)
    """,
    "roles": r"(?:reporting|editing|writing|polling|graphics?|translation|research|production|photography)",
    "networks": r"""
        (?:facebook|twitter|x|instagram|youtube|tiktok|linkedin|whatsapp|telegram|threads|bluesky|mastodon|flipboard
        |pinterest|reddit|snapchat|google(?:\ (?:news|discover))?|apple\ news|social\ media)
    """,
    "letters": r"(?:newsletters?|inbox|e-?mails?|e-?mail\ alerts?|news\ alerts|briefings?|bulletins?)",
    "buttons": r"""
        (?:facebook|twitter|x|whatsapp|linkedin|pinterest|reddit|e-?mail|print|pocket|flipboard|messenger|telegram
        |threads|bluesky|copy\ (?:link|url)|link\ copied|copied|bookmark|save(?:\ for\ later)?|gift\ this\ article
        |view\ in\ app|share(?:\ (?:full\ )?article)?)
    """,
    "piece": r"(?:article|story|report|piece|post|column|review|interview|dispatch|video)",
}

RESIDUE = (
    # --- advertisements and what stands around them
    Residue("ad_label", "any", 8, r"""
        advertise?ment(?:\s*\d+)?(?:\s*[-–—:.]?\s*(?:story|article|scroll|continue|skip|embed).*|[\s–—-]+)?$
        | advertising$ | ads?$ | sponsored(?:\ (?:content|by|post)\b.*)?$
        | (?:remove|report|hide|skip)\ (?:this\ )?(?:ads?|adverts?|advertisements?)$ | advertise\ (?:with\ us|here)$
        | why\ (?:am\ I|are\ you)\ seeing\ this\b.* | (?:your\ )?ad(?:vertisement)?s?\ (?:here|feedback)$
        | promoted(?:\ (?:content|stories))?$ | paid\ (?:content|post|partnership)\b.*$
    """),
    Residue("ad_label", "any", 14, r"""
        (?:story|article)\ continues\ (?:below|after)\b | continue\ reading\b
        | this\ ad(?:vertisement)?\ has\ not\ loaded | scroll\ (?:down\ )?(?:to|for)\ (?:continue|more)
        | skip\ (?:ads?|advertisement|past\ newsletter|to\ (?:main\ )?content)\b
    """),
    # --- other articles
    Residue("related_link", "any", 40, r"""
        (?:also\ read|read\ (?:more|next|also|this)|see\ also|related|more|watch|listen|read|up\ next|recommended
            |explained
        |more\ (?:on|from)\ [\w\ ]{2,40}|don['’]?t\ miss|in\ (?:pics|pictures|photos)|must[- ]read|further\ reading
        |opinion|editorial|analysis|download|itunes|podcast|(?:go|dig)\ deeper|explainer|in\ case\ you\ missed\ it|icymi
        |live(?:\ updates?)?|catch\ up|(?:see\ )?related(?:\ (?:story|stories|articles?|news|coverage|video))?|see
        |more\ (?:coverage|stories)|top\ stor(?:y|ies)|editors?['’]?s?\ (?:picks?|choice)|previously)
            \s*(?:[:|»>]|\s[-–—]\s)
        | (?-i:READ\ (?:MORE|ALSO|NEXT|THIS)|ALSO\ READ|RELATED(?:\ (?:STORY|STORIES|ARTICLES?|NEWS))?
            |WATCH\ NOW)\ .*[^.]$
    """),
    Residue("related_link", "any", 7, r"""
        (?:also\ read|read\ (?:more|next|also|on)|see\ also|more\ (?:on|from|stories|news|about)\b.*
        |related(?:\ (?:articles?|stories|story|content|coverage|news|topics|posts|reading|links?|videos?))?
        |recommended(?:\ (?:for\ you|videos?|stories|reading|articles))?
        |you\ (?:may|might)\ (?:also\ )?(?:like|be\ interested\ in|have\ missed)\b.*
        |most\ (?:read|popular|viewed|shared)(?:\ .{0,30})?|popular\ (?:on|now|stories|articles)\b.*
            |trending(?:\ .{0,20})?
        |latest\ (?:news|stories|headlines|videos?|updates)\b.*|top\ (?:stories|headlines|news)|what\ to\ read\ next
        |in\ other\ news|keep\ reading|more|editors?['’]?s?['’]?\ (?:picks?|choice)|story\ timeline
        |(?:featured|latest|watch|top)\ videos?|(?:from\ )?around\ the\ web|next\ article|(?:previous
            |next)\ (?:story|post)
        |read\ (?:the\ )?full\ (?:story|article|report)\b.*|tags?|topics?|categor(?:y|ies)|keywords|filed\ under\b.*
        |(?:go|dig)\ deeper|(?:stories|articles)\ (?:you\ (?:might|may)\ .*|for\ you)|must[- ]reads?|next\ up
        |(?:explore|discover)\ more\b.*|view\ all\b.*|top\ stories\b.*|more\ (?:in|top|to)\b.*|also\ (?:in|on)\b.*
        |up\ next|previous\ article|continue\ to\ (?:the\ )?(?:next|%(piece)s)\b.*|(?:around|elsewhere\ on)\ the\ \w+
            |related\ internet\ links
        |popular\ in\ the\ community|more\ for\ you|what['’]s\ trending|sponsored\ links)\s*(?:[:.…!»>]*)$
    """),
    Residue("related_link", "end", 30, r"""
        (?:tags?|topics?|categor(?:y|ies)|keywords|filed\ (?:under|in)|in\ this\ %(piece)s|published\ under)\s*:
            .*[^.!?”"]$
    """),
    Residue("related_link", "any", 30, r"""
        (?:for\ more|see\ more|find\ more|view\ more|read\ more|to\ (?:read|see|find)\ more)\b.{0,60}\b(?:check|visit
            |click|go\ to|here
            |our\b.{0,20}\b(?:page|section|coverage|website|site))\b
        | (?:click|tap)\ here\b | visit\ .{2,40}\ homepage\b
        | you\ can\ (?:read|find|see)\ (?:more|the\ full|all)\b.{0,60}\b(?:here|our\ (?:web)?site)\b
        | (?:read|see|find|follow)\ (?:all\ )?(?:our|the\ full|the\ latest)\b.{0,50}\b(?:coverage|here|live\ ?blog)\b
    """),
    # --- newsletters, subscriptions, apps
    Residue("newsletter", "any", 70, r"""
        (?:sign[- ]?up|subscribe|register|join)\b.{0,120}\b%(letters)s\b
        | .{0,240}\b(?:sign\ up|subscribe)\b.{0,60}\b(?:our|the|free|daily|your|its)\b.{0,40}\b(?:newsletters?|inbox)\b
        | .{0,160}\b(?:to|in|into)\ your\ (?:e-?mail\ )?inbox
        | .{0,80}\bour\ (?:[\w'’]+\ ){0,3}newsletters?\b.{0,80}\b(?:here|sign|subscribe|weekday|morning|day|week)\b
        | sign\ up\s*:? .{0,80}$
        | get\ (?:the|our|more|all\ the|top|breaking|local|notified|instant|real-time)\b.{0,80}\b(?:delivered|alerts
            |newsletters?|inbox|briefing:?|e-?mails?|notifications?|breaking\ (?:news|stories)|google\ news)\b
        | I(?:\ would|['’]d)\ like\ to\ (?:be\ (?:e-?mailed|contacted)|receive|hear)\b
    """, needs=("sign", "subscribe", "register", "join", "inbox", "newsletter", "get ", "like to")),
    Residue("newsletter", "any", 40, r"""
        start\ (?:the|your)\ (?:day|morning|week)\ (?:with|right)\b
        | stay\ with\ .{2,40}\bfor\ (?:the\ latest|updates|more)\b
        | stay\ (?:in\ the\ (?:know|loop)|informed|up[- ]to[- ]date|connected|tuned|updated|on\ top\ of)\b
            (?:.{0,120}\b(?:news|alerts?|latest|stor(?:y|ies)|newsletter|us|our)\b.* | .{0,20}\bupdates\b.* | [.!]?$)
        | never\ miss\ (?:an?|our|the)\ (?:\w+\ )?(?:story|beat|update|issue|thing|moment|headline)s?\b
        | (?:want|looking\ for|like\ what|love|enjoy(?:ed|ing)?|interested\ in)\b[^.?!]{0,80}\?\s.{0,100}\b(?:sign\ up
            |subscribe|follow|click|download|join|newsletter|inbox)\b
        | your\ (?:free\ )?(?:daily|weekly|morning|evening|lunchtime)\ (?:digest|round-?up|e-?mail|briefing|dose|guide
            |catch-?up|fix|news)\b
    """),
    Residue("related_link", "any", 60, r"""
        (?:read|catch|get|find|see|follow|watch|browse|check\ out)\ (?:all\ )?(?:(?:of\ )?(?:the|our|more|live)\ )*
            (?:latest|breaking|trending|live)\ (?:\w+\ ){0,2}(?:news|updates?|headlines|stories|videos?|coverage)\b
        | catch\ all\ the\b
    """),
    Residue("newsletter", "any", 12, r"""
        subscribe\b.* | (?:enter\ )?your\ e-?mail(?:\ address)?$ | your\ e-?mail\ address | e-?mail\ address$
        | be\ the\ first\ to\ know$ | e-?mail\ \(required\)$ | (?:please\ enter\ a\ valid|invalid)\ e-?mail\b.*
        | (?:please\ )?check\ your\ (?:e-?mail|inbox)\b.* | newsletters?$ | after\ newsletter\ promotion
        | you(?:['’]re|\ are|\ have|['’]ve)\ (?:all\ set|(?:now\ |successfully\ )*(?:signed\ up|subscribed))\b.*
        | delivered\ (?:daily|weekly|monthly|every\b.*|to\ your\b.*)$ | this\ newsletter\ is\b.*
        | (?:daily|weekly|morning|evening)\ (?:newsletter|briefing|digest)$
    """),
    Residue("newsletter", "any", 60, r"""
        by\ (?:signing\ up|subscribing|clicking|submitting|entering|providing)\b.{0,200}\b(?:agree|consent|terms
            |privacy)\b
        | you\ can\ (?:unsubscribe|opt\ out)\b | I\ (?:understand|agree)\b.{0,160}\b(?:agreement|privacy|terms)\b
        | a\ welcome\ email\b | the\ next\ issue\ of\b.{0,100}\binbox\b | we\ encountered\ an\ issue\ signing\ you\ up
    """),
    Residue("subscription", "any", 70, r"""
        (?:already\ a\ (?:subscriber|member)|subscribe\ (?:now|today|here|to\ (?:continue|read|our))
        |support\ (?:our|independent|quality|local|the)\ (?:[\w'’]+\ ){0,3}journalism|become\ a\ (?:member|subscriber
            |supporter|patron)
        |our\ journalism|(?:if\ you\ (?:value|appreciate)|since\ you['’]re\ here)|we\ (?:rely
            |depend)\ on\ (?:our\ )?(?:readers
            |supporters|your\ support)
        |your\ (?:contribution|donation|support|gift|subscription)\ (?:makes|helps|will|supports|keeps|means|allows)
        |help\ us\ (?:keep|continue|make|build|grow|fund)|(?:please\ )?(?:consider\ )?(?:make|making)\ a\ donation
        |independent\ journalism\ (?:is|costs|needs|matters)|you(?:\ have|['’]ve)\ (?:only\ )?(?:[\d\w]+\ )?(?:free\ )?
            (?:articles?|stories)\ (?:left|remaining)|you(?:\ have|['’]ve)\ (?:read|reached)\ (?:your|all|the
            |\d+)\b.{0,40}
            \b(?:limit|articles?|stories)|read\ \d+\ (?:free\ )?(?:articles?|stories)|join\ .{2,40}\bas\ a\ member
        |(?:log|sign)\ in\ to|create\ (?:an?|your)\ (?:free\ )?account|start\ your\ (?:free\ )?(?:trial|subscription)
        |unlock\ (?:this|unlimited|exclusive)\ (?:article|story|content|access)
        |this\ (?:article|content|story|feature)\ is\ (?:only\ )?(?:for|exclusive|available|reserved|free)\b.{0,40}
            \b(?:subscribers?|members|readers|registered)
        |please\ (?:log|sign)\ in|register\ (?:now|for\ free)|to\ continue\ reading|enjoy\ unlimited
        |try\ .{2,40}\bfree\ for\b|stay\ informed\ with|don['’]t\ have\ an\ account)\b
    """),
    Residue("subscription", "end", 70, r"""
        .{0,240}\b(?:by\ subscribing,?\ you|consider\ subscribing|subscribe\ (?:now|today))\b
    """, needs=("subscrib",)),
    Residue("subscription", "any", 4, r"""
        (?:premium(?:\ content)?|subscribers?[- ](?:exclusive|only|content)|(?:for|exclusive\ to)\ (?:subscribers
            |members)
        |members?[- ]only|log\ ?in|sign\ ?in|register|donate(?:\ (?:now|today|here))?|support\ us|my\ account)[.!]?$
    """),
    Residue("app_promo", "any", 45, r"""
        (?:download|get|install|try)\ (?:our|the)\ (?:[\w'’.]+\ ){0,4}apps?\b(?!\ (?:store|that|which))
        | .{0,80}\bdownload\ our\ (?:[\w'’.]+\ ){0,4}apps?\b
        | (?:now\ )?(?:download|available|get|find)\b.{0,100}\b(?:app\ store|google\ play|on\ (?:ios|android))\b
    """, needs=("app", "google play", "on ios", "on android")),
    # --- sharing, following, commenting
    Residue("share_follow", "any", 12, r"""
        (?:kindly\ |please\ )?share(?:\ (?:this|on|via|with|article|story|to)\b.*)?$ | share(?:\ this(?:\ \w+)?)?\s*:
            | tweet(?:\ this)?$
        | %(buttons)s(?:\s*[|,•·]?\s*%(buttons)s)*[.!]?$ | (?:\d[\d.,]*k?\ )?shares?$
        | click\ to\ (?:share|e-?mail|print|copy|tweet)\b.* | like\ (?:this\s*:|loading).* | copy\ link\b.*
        | add\ to\ (?:favou?rites|(?:my\ |your\ )?reading\ list)$ | connect\ with\ us\b.*
        | (?:print|save|order|e-?mail|copy)\ (?:this\ )?(?:article|story|reprints|page|link)$ | text\ size$
            | resize\ text\b.*
        | add\ (?:us|.{2,40})\ (?:on|as\ (?:an?|your)\ (?:preferred|trusted))\b.* | (?:make
            |set)\ .{2,30}\ (?:preferred|favou?rite)\ source\b.*
    """),
    Residue("share_follow", "any", 40, r"""
        (?:follow|like|find|join|watch|subscribe\ to|visit)\ (?:us|our|me|@\w+
            |[\w.'’]+(?:\ [\w.'’]+){0,4})\ (?:\w+\ ){0,4}?(?:on|at|via)
            \ (?:our\ )?(?:[\w'’]+\ )?%(networks)s\b
        | follow\ @\w+ | follow\ (?:us|our)\b | share\ this\ (?:article|story|post|page)\b
        | listen\ to\ .{2,60}\b(?:live\ (?:at|on)|podcast|apple|spotify|listen\ back)\b
        | follow\ (?:the\ )?(?:[\w.'’]+\ ){1,3}?(?:full\ |live\ )?coverage\b.{0,40}\b(?:at|on|here)\b
        | (?:join|watch|check\ out)\ (?:our|the)\ .{0,40}\b%(networks)s\b
            | .{0,60}\bwherever\ you\ get\ your\ podcasts\b
    """),
    Residue("comments_prompt", "any", 30, r"""
        (?:would\ you\ like\ to\ comment|(?:\d+\ )?comments?(?:\ \(?\d+\)?)?$|join\ the\ (?:conversation|discussion
            |debate)
        |leave\ a\ (?:comment|reply)|have\ your\ say|what\ do\ you\ think\s*\?.{0,60}
        |(?:view|show|read|see|load|hide|post|add)\ (?:all\ |more\ |a\ |your\ )?(?:\d+\ )?comments?
        |please\ read\ our\ comment|comments\ (?:are|have\ been)\ (?:closed|moderated|disabled|turned)
        |(?:let\ us\ know|tell\ us|share\ your\ (?:thoughts|views|opinions?))\b.{0,60}(?:comments|below|thoughts|think)
        |keep\ it\ clean|do\ you\ have\ (?:a\ story|an\ opinion|(?:any\ )?(?:information|questions))\b
            |have\ you\ been\ affected
        |no\ comments(?:\ yet)?$|be\ the\ first\ to\ (?:comment|like)|what(?:\ are|['’]s|\ is)\ your\ (?:thoughts?
            |views?|take|opinion)\b.{0,40}\?\s*(?:tell|let|share|comment|join|leave|$)
        |(?:to\ (?:leave\ a\ )?comment\b|(?:log|sign)\ in\ to\ comment|\w+\ is\ loading\ comments)
        |(?:report|suggest)\ (?:an?\ )?(?:error|mistake|typo|correction|comment)
        |(?:spotted|found|see|noticed?)\ (?:an?\ )?(?:error|mistake|typo)\b.{0,60}(?:\?|us\b)
        |(?:was|did\ you\ find)\ this\ (?:%(piece)s|page|content)\b|rate\ this\ (?:%(piece)s|page)|corrections?$
        |conversations\ are\ (?:opinions|moderated)|please\ note\ that\ comments|submit\ (?:a|your)\ (?:letter|comment
            |tip)
        |send\ (?:us\ )?a\ letter\ to\ the\ editor)
    """),
    Residue("comments_prompt", "end", 45, r"""
        .{0,60}\b(?:our|see|read)\ (?:comments?|community)\ (?:policy|guidelines|section)\b
        | sign\ up\ \(it['’]s\b.* | .{0,40}\byour\ e-?mail\ address\ will\ not\ be\ published\b
    """, needs=("comment", "community", "sign up", "mail")),
    # --- who wrote it, who helped, how to reach them
    Residue("contributor", "any", 45, r"""
        (?:with\ )?(?:additional\ |further\ )?%(roles)s(?:\ and\ \w+)?\ (?:for\ [\w\ ]{2,30}\ )?(?:by|from|in)\b.{0,300}
            \b(?:editing|edited|writing|reporting|additional)\b.{0,20}\bby\b
    """),
    Residue("contributor", "edge", 30, r"""
        (?:with\ )?(?:additional\ |further\ |extra\ )?%(roles)s(?:\ and\ \w+)?\ (?:by|from)\b
        | by\ %(agencies)s$
    """),
    Residue("contributor", "edge", 30, r"""
        .{0,160}\b(?:contributed|contributing)\ (?:to\ (?:this|the|our)\ (?:[\w'’]+\ )?%(piece)s|reporting
            |from\ [A-Z]\w+)\b.{0,40}$
        | .{0,160}\bassisted\ (?:with|in)\ reporting\b
        | .{0,120}\b(?:writers?|reporters?|correspondents?|journalists?|staffers?)\b.{0,120}\bcontributed\.$
    """, needs=("contribut", "assisted")),
    Residue("contributor", "edge", 15, r"""
        (?:edited|compiled|reported|written|produced|translated|photographed|words)\ by:?\ [A-Z]
        | (?:published|edited|updated|posted|written|reported|curated|author)(?:\ (?:by|on|at))?\s*:$
        | (?-i:[A-Z][\w'’-]+\ [A-Z][\w'’-]+(?:\ and\ [A-Z][\w'’-]+\ [A-Z][\w'’-]+)?\ in\ [A-Z]\w+)$
        | (?:story|published|curated|reviewed|authored|posted|text)\ by\b:?\ .{2,60}[^.!?]$
        | (?:author|writer|reporter|editor|editing|(?:additional\ )?reporting|text|words|producer)s?\s*:\ .{2,60}[^.!?]$
        | with\ (?:files?|reports?|reporting|additional\ \w+|inputs?|contributions?|information|material
            |agency\ \w+)\ (?:from|by)\b
    """),
    # "Fires were reported from Chile" has no name before its verb.
    Residue("contributor", "last", 30, r"""
        (?-i:[A-Z][\w.'’-]+(?:\ [A-Z][\w.'’-]+){0,2}\ reported\ from\ [A-Z])
    """),
    Residue("contributor", "last", 20, r"""
        published\ in\ .{2,40},\ .{4,20}\b(?:19|20)\d\d\.?$
        | (?:some|parts?)\ (?:of\ (?:this|the)\ )?(?:information|material|report)\b.{0,40}\b(?:came|comes|is
            |was)\ from\b
    """),
    Residue("agency_note", "edge", 12, r"""
        %(agencies)s(?:\s*(?:/|,|and|&)\s*%(agencies)s)*[.)\]]*$ | with\ (?:.{2,30}\ inputs?|%(agencies)s)\)?$
        | %(agencies)s\s*[,|]\s*(?-i:[A-Z])\w+(?:\ (?-i:[A-Z])\w+)?$ | (?:sources?|via|agency)\s*:\s*.{1,60}$
    """),
    Residue("agency_note", "edge", 60, r"""
        this\ %(piece)s\ by\ .{2,40}\ was\ (?:first|originally)\ published\b
        | this\ (?:(?:breaking|developing)\ )?(?:news\ )?(?:article|story|piece|post|column|content|essay
            |report)\ (?:was|has
            \ (?:not\ )?been|is|will\ be|first|originally|appeared|appears)\b.{0,40}
            \b(?:published|produced|supplied|republished|reprinted|translated|updated|corrected|amended|generated
                |adapted
            |edited|syndicated|appeared|co-published|provided|made\ available|auto-generated|part\ of)\b
        | this\ (?:report|interview|video)\ (?:was|has\ been)\ (?:first|originally|edited|lightly|condensed|updated
            |corrected)\b
        | (?:first|originally)\ published\b
        | (?:correction|clarification|editor['’]?s['’]?\ note|note\ to\ readers|update|disclaimer|disclosure)\s*[:(—–]
        | (?:except\ for|barring|only)\ the\ headline\b | this\ is\ a\ (?:developing|breaking)\b.{0,12}\b(?:story
            |news)\b
        | an?\ (?:\w+\ )?version\ of\ this\ (?:%(piece)s)\b | (?:please\ )?(?:check\ back|refresh\ (?:the|this)\ page)\b
        | views?\ (?:expressed\ )?(?:are
            |is)\ personal\b
        | our\ standards\s*: | (?:the\ )?(?:opinions|views)\ expressed\b.{0,80}\b(?:author|own|necessarily|here)\b
    """),
    Residue("agency_note", "edge", 80, r"""
        .{0,240}\b(?:solely\ responsible\ for\ (?:all|its|this|the)\ content|read\ the\ original\ article
            |is\ brought\ to\ you\ by)\b
    """, needs=("solely", "original article", "brought to")),
    Residue("agency_note", "edge", 6, r"""
        more\ (?:(?:details?|information)\ )?(?:to\ (?:follow|come)|soon|follows)\W*$ | distributed\ by\b.*
    """),
    Residue("bio_contact", "any", 40, r"""
        (?:got|have)\ a\ (?:tip|news|story)\b
        | if\ you\ have\ (?:an?\ |any\ |more\ )?(?:information|tips?|stor(?:y|ies)|news|questions?|comments?)\b.{0,80}
            \b(?:our|us|me)\b | get\ in\ touch\ (?:with\ (?:us|our)|by)
        | send\ (?:us\ |your\ ){1,2}(?:tips|stories|news|comments|e-?mails?)
        | (?:write|e-?mail|reach\ out|contact)\ (?:to\ )?(?:us|me|the\ (?:author|writer|reporter|editor))\b
        | (?:write|e-?mail|reach|contact)\ (?:to\ )?[\w.'’]+(?:\ [\w.'’-]+){0,2}\ (?:at|on|via)\b.{0,40}(?:@|\.com
            |\d{3})
        | (?:e-?mail|contact|tips?|twitter|phone)\s*: | to\ contact\ the\ (?:author|reporter|editor)
    """),
    Residue("bio_contact", "edge", 60, r"""
        .{0,300}(?:\b(?:can|may)\ be\ reached\ (?:at|on|by|via)\b.{0,40}(?:@|\d{3})
            |\bfollow\ (?:him|her|them|\w+(?:\ \w+)?)\ (?:on|at)\ (?:@|%(networks)s\b)|\bon\ (?:X|Twitter)\s*(?:at|:
                |,)?\s*@\w+)
    """, needs=("reached", "follow", "on x", "on twitter")),
    Residue("bio_contact", "last", 70, r"""
        (?-i:[A-Z][\w.'’-]+(?:\ [A-Z][\w.'’-]+){1,3})\ is\ (?:an?|the)\ .{0,100}\b(?:journalist|reporter|correspondent
            |editor|columnist|writer|author|contributor|producer|broadcaster)\b
    """),
    Residue("bio_contact", "last", 70, r"""
        (?:the\ )?(?:writer|author|columnist|reporter)s?\ (?:is|are)\b
        | (?-i:[A-Z][\w.'’-]+(?:\ [A-Z][\w.'’-]+){1,3})\ (?:covers\ .{0,80}\bfor|writes\ (?:about|on|for)
            |reports\ (?:on|for))\b
    """),
    Residue("bio_contact", "end", 60, r"""
        the\ authors?\ (?:do(?:es)?\ not\ work\ for|declares?|ha(?:s|ve)\ (?:disclosed|no|received))\b
        | (?-i:[A-Z][\w.'’-]+(?:\ [A-Z][\w.'’-]+){1,3}),\ .{0,60}\b(?:professor|lecturer|fellow|candidate|researcher
            |scientist|university|institute)\b.{0,80}[^.!?”]$
    """),
    Residue("bio_contact", "end", 8, r"about\ the\ (?:author|writer|reporter)s?\b"),
    Residue("bio_contact", "any", 3, r"[\w.+-]+@[\w-]+\.[\w.]+$ | @\w+$"),
    # --- rights, money, law
    Residue("copyright", "any", 90, r"""
        copyright\b\s*(?:©|\(c\)|(?:19|20)\d\d|by\b|[-–—:]|the\b|all\b|$) | © | \(c\)\ (?:19|20)\d\d | c\)\ (?:19
            |20)\d\d
        | all\ rights\ reserved | .{0,100}\ball\ rights\ reserved\b.{0,140}$
        | .{0,120}\b(?:material|content|article|story|website)\b.{0,60}\bmay\ not\ be\ (?:published|reproduced
            |broadcast|reprinted
            |republished|redistributed)\b
        | this\ copy\ is\ for\ your\ personal | .{0,40}\bpurchase\ licensing\ rights\b | reprinted?\ (?:with
            |by)\ permission
        | to\ order\ (?:presentation|reprints) | distribution\ and\ use\ of\ this\ material
        | (?:all|site)\ content\ © | (?:re-?publish|syndicate|licen[cs]e)\ (?:this|our)\ (?:%(piece)s|content
            |articles)\b
        | licen[cs]ed\ under\b.{0,60}$ | (?:re-?publish|this|our|all)\b.{0,120}\bunder\ a\ creative\ commons\b
            | request\ (?:permission|reprints)\b
        | (?:view|read|see)\ (?:our|the)\ (?:privacy|terms)\b.{0,60}$ | privacy\ (?:policy|notice)\s*:
        | terms\ (?:of|and)\ (?:use|service|conditions)\b.{0,40}$ | privacy\ (?:policy|notice)\b.{0,40}$
        | (?:all\ )?quotes\ delayed\b | market\ data\ provided\b
    """, needs=("copyright", "©", "c)", "rights", "may not be", "this copy", "permission", "to order", "distribution",
                "terms", "privacy", "delayed", "market data", "publish", "syndicate", "licen", "creative commons",
                "reprints")),
    Residue("affiliate", "any", 70, r"""
        .{0,200}\b(?:we|us|our|links?|purchases?)\b.{0,60}\b(?:earns?|receives?|get
            |make)\b.{0,30}\bcommissions?\b.{0,80}$
        | .{0,120}\baffiliate\ (?:links?|partners?|program)\b | we\ may\ (?:receive|earn|get)\b.{0,60}\bcompensation\b
        | (?:we|our\ \w+)\ independently\ (?:select|review|choose|evaluate|research) | buying\ through\ us\b
    """, needs=("commission", "affiliate", "independently", "buying through", "compensation")),
    # --- the machinery of the site
    Residue("interface", "any", 30, r"""
        an?\ error\ (?:has\ )?occurred | (?:please\ )?try\ again(?:\ later)?\.?$ | something\ went\ wrong | oops\b
        | thank\ you(?:\ for\ (?:subscribing|signing\ up|sharing|your\ (?:feedback|interest|submission)))?[.!]?$
        | thanks\ for\ (?:subscribing|signing\ up|reading)\b.* | this\ article\ has\ been\ (?:sent|saved)
        | your\ (?:browser|device)\ (?:does|is) | (?:please\ )?enable\ (?:javascript|cookies)
        | you\ need\ (?:to\ enable\ )?javascript | javascript\ is\b | loading(?:\s*…|\.{2,3}|\ \w+)?$
        | video\ (?:unavailable|player\b.*|duration\b.*)$
        | (?:play|pause|mute|unmute|fullscreen|autoplay|close|expand|collapse|menu|search|next|previous
            |back(?:\ to\ top)?
            |show\ (?:more|less)|view\ (?:all|more|gallery)|see\ (?:all|more)|open\ (?:image|in)\b.*
                |accessibility\ links
            |skip\ to\b.*|image\ \d+\ of\ \d+|(?:\d+\ )?(?:of|/)\ ?\d+|breaking\ news|live|exclusive|home|photos?
                |gallery
            |live\ updates?|article\ content|play\ (?:video|audio)\b.*|embed|null|undefined|object\ object\]?|404|retry
        |please\ wait\W*|loading\W*|\d+\ ?/\ ?\d+|slide\ \d+\b.*|show\ all(?:\ \d+)?|(?:toggle|hide|show)\ \w+
        |(?:tap|click)\ to\ (?:expand|enlarge|zoom|play|view|see|read)\b.*|enlarge\b.{0,20}|view\ (?:image|this\ post
            |larger)\b.*
        |(?:story|article)\ saved|/[a-z]{2,5}|table\ of\ contents|in\ this\ (?:article|story)|story\ highlights
            |(?:font|text)\ size|accessibility\ \w+
            |jump\ to\b.*
        |(?:current\ time|duration|loaded|remaining\ time|playback\ rate|stream\ type|volume)\b.{0,30}
            |\d+\ seconds?\ of\b.*
        |\d+:\d\d(?:\s*/\s*\d+:\d\d)?|error\s*:\ .{0,40}|this\ article\ is\ more\ than\b.*)$
        | [\W_]*$
        | (?:to\ )?(?:view|see|show)\ this\ (?:content|video|tweet|embed)\b
        | this\ (?:video|content|embed|image|page)\ (?:is\ (?:not|no\ longer|currently|un|hosted|provided)|could\ not
            |can(?:not
            |['’]t)|requires)
        | you\ can\ find\ this\ (?:story|article)\b | (?:please\ )?allow\ \w+\ content | this\ (?:article
            |page)\ contains\ content\ provided
        | to\ (?:display|view|see|watch|play|load)\ (?:this|the)\ (?:content|video|post|tweet|map|chart|embed)\b
        | (?:sorry,\ )?(?:we\ can(?:not|['’]t)|unable\ to)\ (?:load|play|show|display)\b | this\ is\ a\ modal\ window\b
        | a\ (?:post|video|photo)\ (?:shared|posted)\ by\b | (?:chart|map|graphic|table|data)\s*:\ .{0,100}\b(?:source
            |created)\b
        | (?:created|made)\ with\ (?:datawrapper|flourish|infogram|canva)$ | get\ the\ data\b.{0,40}$
            | a\ flourish\ \w+$
        | (?:window|document|googletag|jquery)\.\w+ | (?:var|let|const)\ \w+\ =\  | \{\{ | function\s?\(
        | [a-z_]+(?:\ [\w-]+=["“”'][^"“”']*["“”'])+\]$
        | listen\ to\ (?:this\ )?(?:article|story)\b | listen\ \(?\d+\ min | (?:audio|text)[- ]to[- ]speech
            | this\ audio\ is\b
    """),
    Residue("kicker", "top", 5, r"""
        (?:breaking|exclusive|(?:top|world|local|national|international|breaking|us|uk)\ ?news|news|world|politics
            |business
        |sports?|opinion|analysis|culture|technology|health|science|entertainment|lifestyle|travel|money)
        (?:\s*[/|>»›•·-]\s*\w+(?:\ \w+)?)*$
    """),
    Residue("cookie_notice", "any", 90, r"""
        we\ (?:and\ our\ (?:\d+\ )?partners\ )?use\ cookies | this\ (?:web)?site\ uses\ cookies
        | by\ continuing\ to\ (?:use|browse)\ (?:this|our|the) | your\ privacy\b.{0,60}\b(?:choices|settings|matters)
        | manage\ (?:my\ )?(?:choices|cookies|preferences|consent) | accept\ (?:all|cookies)\b.{0,20}$
        | cookie\ (?:settings|preferences|policy)\b.{0,30}$ | we\ need\ your\ (?:permission|consent)
            | we\ value\ your\ privacy
    """),
    Residue("live_blog", "any", 14, r"""
        (?:live|key\ (?:events|moments|points)|show\ key\ events\ only|pinned|(?:\d+\ )?new\ updates?|refresh
        |jump\ to\ (?:latest|comments)|sort\ by\b.*|newest\ first|oldest\ first|our\ live\ coverage\ (?:has|is)\b.*
        |most\ recent|auto-?refresh\b.*|copy\ link\ to\ paste\b.*|\d+[mh]\ ago|\d+\ (?:min(?:ute)?s?|hours?
            |days?)\ ago)\s*$
    """),
    Residue("live_blog", "any", 40, r"""
        (?:good\ (?:morning|afternoon|evening)|hello|welcome)\b.{0,30}\b(?:our|the)\b.{0,30}\blive\ ?(?:blog|coverage
            |page|updates)
        | we(?:['’]re|\ are)\ (?:now\ )?(?:going\ to\ (?:wrap\ up|close|pause)|wrapping\ up|closing
            |pausing)\ (?:up\ )?(?:our|this|the)\ live
        | (?:that['’]s\ (?:all|it)|thanks\ for\ following)\b.{0,60}\blive\b | this\ live\ (?:page|blog|coverage)\b
        | follow\ (?:our\ )?live\ (?:updates|coverage|blog)
    """),
    # --- pictures
    Residue("caption", "any", 70, r"""
        (?:image|photo|photograph|picture|pic|credit|file\ photo|file\ picture|illustration|graphic|getty|video|caption
            |photographer|courtesy)s?(?:\ (?:credits?|caption|source|copyright|gallery|courtesy))*\s*[:|/©]
        | (?:image|media|photo|video)\ (?:caption|source|credit)s?,
        | pictured\b\s?(?:[,:]|(?:at|from|above|below|right|left|on|in|with|are|is)\b)
        | (?:file|stock|undated|handout|representati(?:ve|onal)|illustrative)\ (?:photo|picture|image)\b.{0,60}$
    """),
    # In the present tense; "She returned on May 2, 2026." is a sentence of the news.
    Residue("caption", "top", 45, r"""
        (?!.*\b(?:was|were|had|has|have|will|said|\w{3,}ed\b(?!\ by))\b)
        [^.!?“”"]{20,}\b(?:(?:january|february|march|april|may|june|july|august|september|october|november|december
            |jan\.
            |feb\.|aug\.|sept\.|oct\.|nov\.|dec\.)\ \d{1,2}|\d{1,2}\ (?:january|february|march|april|may|june|july
            |august|september|october|november|december)),?\ (?:19|20)\d\d\.?$
    """, needs=("19", "20")),
    Residue("caption", "any", 10, r"""
        (?:image|photo|photograph|picture|pic|illustration|graphic|video)s?(?:\ credits?)?\ (?:by|courtesy)\b.*[^.]$
    """),
    Residue("caption", "any", 60, r"""
        .{0,400}(?:\|\s*(?:photo|image|picture)\ credits?\s*:.{0,60}$ | \([^()]{0,60}(?:AP\ Photo|Photo|Image|Picture
            |Pic|Supplied|Credit|Getty|Handout|/\s?(?:AP|AFP
            |Reuters|EPA|PA))\b
            [^()]{0,60}\)\.?$
        | (?:via|/|\|)\s*(?:AP|AFP|Reuters|Getty(?:\ Images)?|EPA(?:-EFE)?|Shutterstock|iStock|Bloomberg
            |PA(?:\ Wire)?|TASS
            |Zuma(?:\ Press)?|Alamy|Pool|Anadolu|NurPhoto|Handout|Unsplash|Xinhua)$
        | (?:Getty\ Images|Alamy\ Stock\ Photo|Adobe\ Stock|Wikimedia\ Commons|AP\ Photo(?:/.{2,40})?|PA\ Wire)$)
    """, needs=("(", "/", "|", "via ", "getty", "alamy", "adobe", "wikimedia", "ap photo", "pa wire")),
)  # fmt: skip

# Class and id words that sites give to what is not the article. Matched against whole hyphen- or camel-case-separated
# words; pairs are joined by a hyphen.
FURNITURE_WORDS = {
    "related": "related_link", "recommended": "related_link", "recirc": "related_link", "more-topic": "related_link",
    "read-next": "related_link", "read-more": "related_link", "more-link": "related_link", "most-read": "related_link",
    "trending": "related_link", "outbrain": "related_link", "taboola": "related_link",
    "see-also": "related_link", "also-read": "related_link", "breadcrumb": "interface", "breadcrumbs": "interface",
    "newsletter": "newsletter", "signup": "newsletter", "sign-up": "newsletter", "singup": "newsletter",
    "subscribe": "subscription", "promo": "subscription", "cta": "subscription",
    "share": "share_follow", "sharing": "share_follow", "social": "share_follow", "follow": "share_follow",
    "comments": "comments_prompt", "disqus": "comments_prompt",
    "bio": "bio_contact", "author-info": "bio_contact", "author-bio": "bio_contact", "about-author": "bio_contact",
    "tagline": "bio_contact", "caption": "caption", "credit": "caption", "credits": "contributor",
    "figcaption": "caption", "image-widget": "caption", "copyright": "copyright",
    "permission": "copyright", "print-header": "copyright",
    "print-footer": "copyright", "legal": "copyright", "disclaimer": "copyright", "art-source": "agency_note",
    "advert": "ad_label", "advertisement": "ad_label", "ad-label": "ad_label", "sponsored": "ad_label",
    "modal": "interface", "scrim": "interface", "cookie": "cookie_notice",
    "consent": "cookie_notice", "twitter-tweet": "embedded_post", "instagram-media": "embedded_post",
    "tiktok-embed": "embedded_post", "bluesky-embed": "embedded_post", "byline": "byline", "dateline": "timestamp",
    "timestamp": "timestamp", "date": "timestamp", "kicker": "kicker", "eyebrow": "kicker", "tags": "interface",
}  # fmt: skip

HIDDEN_CLASSES = frozenset({"hide", "hidden", "d-none", "sr-only", "visually-hidden", "screen-reader-text"})

BIO_VERBS = (
    r"\b(?:is|was|works as|writes|covers|covered|reports|has (?:covered|written|worked|reported|been)|joined"
    r"|specialises|specializes|edits|leads|hosts|serves|lives in|holds)\b"
)

# What a line of time and date is made of, apart from digits.
TIME_WORDS = frozenset(
    """
    published updated posted modified issued story article and last first created date time on at by edited edt est
    et cst cdt ct mst mdt mt pst pdt pt gmt utc bst ist eat cat wat sast aest aedt cet cest am pm a p m st nd rd th
    of hrs hours min mins read minute minutes ago monday tuesday wednesday thursday friday saturday sunday mon tue
    tues wed thu thur thurs fri sat sun january february march april may june july august september october november
    december jan feb mar apr jun jul aug sep sept oct nov dec reading
    """.split()  # noqa: SIM905
)
