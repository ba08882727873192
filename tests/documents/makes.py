"""Pages as sites of many makes set them: one article, and around it what each of them sets around articles."""

# ruff: noqa: E501  (markup reads better whole)

ARTICLE = (
    "The harbour board said on Tuesday that it would close the old ferry terminal at Evenmouth on the first of March.",
    "About 1,400 people use the two lines each day, and in the summer three times as many, according to the operator.",
    "“We cannot run empty ships through the winter,” said the head of transport, Greta Holm, whose budget was cut.",
    "The council of the island of Skarv, where 310 people live, called it a death sentence for its school and its shop.",
    "A petition against the closure gathered 9,000 signatures within a week, more than the island has had visitors.",
    "The board plans to sell the terminal, built in 1931, for at least 4.2 million pounds and to build a new quay.",
    "Two of the five ferries are to be sold as well; the others will be fitted with batteries before the year is out.",
    "A decision on the appeal of the council is expected by the end of January, the court of the province said.",
)
SUBHEAD = "A school of nine"
CELLS = "| Skarv | 310 |"


def _paragraphs(attributes: str = "", lines: tuple[str, ...] = ARTICLE) -> str:
    return "".join(f"<p{attributes}>{line}</p>" for line in lines)


def _around(before: str, after: str, attributes: str = "") -> str:
    """Set four paragraphs, something, the other four, something else."""
    return f"{_paragraphs(attributes, ARTICLE[:4])}{before}{_paragraphs(attributes, ARTICLE[4:])}{after}"


_RELATED = "".join(f"<li><a href='/{n}'>Harbour tunnel number {n} reopens after six days</a></li>" for n in range(3))
_POSTS = "".join(
    f"<article class='block'><time>9.1{n} BST</time><p>{ARTICLE[2 * n]}</p><p>{ARTICLE[2 * n + 1]}</p>"
    "<div class='block-share'><button>Share</button></div></article>"
    for n in range(4)
)
_OTHER_ARTICLE = (
    "<article><h1>Almond harvest fails</h1><p>Growers in the southern valleys expect the smallest harvest in years.</p>"
    "<p>The association forecast 61,000 tonnes, down from 94,000 tonnes a year ago, and asked for tax relief.</p></article>"
)

# By name: the body of the page, without its headline.
MAKES = {
    "a blog's plugins": "<div class='entry-content'>"
    + _around(
        "<p><strong>READ ALSO: <a href='/x'>Ferry runs aground off Skarv</a></strong></p>",
        "<div class='sharedaddy'><h3>Share this:</h3><ul><li><a>Click to share on X (Opens in new window)</a></li></ul></div>"
        "<div class='sd-like'><h3>Like this:</h3><span>Like</span> <span>Loading...</span></div>"
        "<div id='jp-relatedposts'><h3><em>Related</em></h3><p><a href='/y'>Harbour tunnel reopens</a></p></div>",
    )
    + "</div><div id='comments'><h3>3 thoughts</h3><ol><li><p>This is a disgrace, I have taken it for thirty years.</p></li>"
    "</ol><h3>Leave a Reply</h3><p>Your email address will not be published. Required fields are marked *</p></div>",
    "paragraphs that are divisions": "<div class='story'>" + "".join(f"<div>{line}</div>" for line in ARTICLE) + "</div>",
    "paragraphs that are breaks": f"<div class='text'>By Ada Brink<br><br>{'<br><br>'.join(ARTICLE)}<br><br>© 2026</div>",
    "nameless classes": "<section class='css-2y'>"
    + "".join(f"<div class='css-3z'><span>{line}</span></div>" for line in ARTICLE)
    + "</section><section><h2>More from News</h2><a href='/a'>Harbour tunnel reopens after fire</a></section>",
    "sections": "".join(f"<section><p>{line}</p></section><section class='ad'></section>" for line in ARTICLE),
    "one form around all": f"<form id='aspnetForm'><div class='menu'><a href='/'>Home</a></div>{_paragraphs()}</form>",
    "a live blog": f"<div class='key-events'><h2>Key events</h2></div>{_POSTS}",
    "an endless page": f"<article>{_paragraphs()}</article>{_OTHER_ARTICLE}",
    "names that are used for all": f"<div class='social-comments-layout'><div class='promo follow'>{_paragraphs()}</div></div>",
    "a list of links within": _around(f"<ul>{_RELATED}</ul>", ""),
    "an interstitial link": _around(
        "<p class='c-paragraph'><a href='/z'>[ Harbour tunnel reopens after fire ]</a></p>",
        "<p class='c-paragraph'><i>Ada Brink covers transport. Reach her at </i><a href='mailto:a@valley.example'>"
        "<i>a@valley.example</i></a><i>.</i></p>",
        " class='c-paragraph'",
    ),
    "a post within": _around(
        "<blockquote class='twitter-tweet'><p>We stand with the people of Skarv.</p>— Greta Holm (@gretaholm) "
        "<a href='https://twitter.com/gretaholm/status/1'>October 6, 2026</a></blockquote>",
        "",
    ),
    "a gallery within": _around(
        "<div class='slide'><p>1 of 2</p><p>A ferry leaves the pier. Photo: Ada Brink</p></div>"
        "<div class='slide'><p>2 of 2</p><p>Islanders at the meeting. Photo: Ada Brink</p></div>",
        "",
    ),
    "a repeated quotation": _around(
        "<aside class='pullquote'><p>We cannot run empty ships through the winter</p><cite>Greta Holm</cite></aside>", ""
    ),
    "an agency": _around(
        "<div class='hl-container'><h3>Related Stories</h3></div>",
        "<p>___</p><p>Brink reported from Evenmouth. Associated Press writer Leo Marsh in Lima contributed to this report.</p>"
        "<p>___</p><p>Follow AP’s coverage of ferries at <a href='https://ap.example/f'>https://ap.example/f</a>.</p>",
    ),
    "notes of a newspaper": _around(
        "<p>ADVERTISEMENT</p>",
        "<p>(With agency inputs)</p><p>Catch the latest updates on <a href='/n'>news</a> and more with Valley Herald.</p>"
        "<p>Published By:</p><p>Ada Brink</p><p>Published On:</p><p>Oct 6, 2026</p>",
    ),
    "prompts of a newspaper": "<p>Get the latest Evenmouth headlines straight to your inbox with our newsletter</p>"
    + _around(
        "<p>Join our dedicated WhatsApp community for the latest news</p>",
        "<p>Kindly share this story:</p><p>Story Saved</p><p>You can find this story in My Bookmarks.</p>"
        "<p>Contact: editor@valley.example</p><p>/abc</p>",
    ),
    "prompts of a station": _around(
        "<p><b>Download the free Valley News app for updates on the go:</b> <a href='https://apps.apple.com/x'>Apple</a></p>",
        "<p>Stay with Valley News on-air and online for the latest.</p><p>Copyright 2026 Valley News. All rights reserved.</p>",
    ),
    "teasers below": _paragraphs()
    + "<section><h3>More stories</h3>"
    + "".join(
        f"<div class='c{n}'><h4><a href='/{n}'>A longer headline about another matter that runs on</a></h4><p>A teaser of"
        f" this other matter number {n} that says what happened and where it happened.</p></div>"
        for n in range(9)
    )
    + "</section>",
    "links in other words": _around(
        "<p>What islands talk about, on Fridays: <a href='/newsletters/islands'>try it</a>.</p>",
        "<p>Ferries, piers and quays are also where we are: <a href='https://www.instagram.com/valley/'>Instagram</a>.</p>",
    ),
}  # fmt: skip

WITH_SUBHEADS = f"{_paragraphs(lines=ARTICLE[:4])}<h2>{SUBHEAD}</h2>{_paragraphs(lines=ARTICLE[4:])}"
WITH_TABLE = _around("<table><tr><th>Line</th><th>People</th></tr><tr><td>Skarv</td><td>310</td></tr></table>", "")
QUESTIONS = (
    ("When did you hear of it?", "On Tuesday morning, on the radio. My daughter called and asked whether I had known."),
    ("And if you lose?", "Then the school closes, and with the school the island."),
)
INTERVIEW = "".join(f"<p><strong>{asked}</strong></p><p>{said}</p>" for asked, said in QUESTIONS) + _paragraphs()
