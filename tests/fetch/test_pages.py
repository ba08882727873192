"""What a user sees of pages that are not what they seem: each is rejected with its reason, or read as it was meant."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from newsledger.archive import Archive
from schemas.faults import Rejected
from tests.fetch.site import State, serving
from tests.fetch.sources import SOURCE, taken
from transforms.documents.clean import clean

BODY = """
<p>The harbour board of Évenmouth said on Tuesday it would dredge the southern channel before the winter storms.</p>
<p>“We lose a berth a year,” said the harbour master, Zoë Müller, whose crews measured 4.2 metres at low tide.</p>
<p>Work is to cost 18 million pounds and take until March, when the first of two larger ferries is expected.</p>
<p>Fishermen asked for a channel of their own; the board answered that there was no money for one this year.</p>
"""
CONSENT = """<html lang="en"><head><title>Before you continue</title></head><body><main><h1>Before you continue</h1>
<p>We and our 812 partners store and access information on your device, such as cookies, to show you ads.</p>
<p>We use cookies and your data to measure how our sites are used and to improve the services that we offer.</p>
<p>If you click “Accept all”, we and our partners will also use your precise location and browsing data.</p>
<p>You can withdraw your consent or change your choices at any time in your privacy settings on our sites.</p>
<p>Read more about how we use your personal data in our privacy policy and our cookie policy at any time.</p>
<button>Accept all</button><button>Reject all</button></main></body></html>"""


def html(body: str = BODY, head: str = "") -> str:
    title = "<title>Board to dredge the southern channel</title>"
    return f"<!doctype html><html lang='en'><head>{title}{head}</head><body><article>{body}</article></body></html>"


NOT_FREE = '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": false}</script>'
TEASER = "".join(BODY.splitlines(keepends=True)[:4]) + "<div>Subscribe to continue reading. Already a subscriber?</div>"
LOST = "<h1>Sorry</h1><p>The page you are looking for has moved, or was never here. Try the search.</p>" + BODY

PAGES = {
    "/one": ("text/html; charset=utf-8", html().encode()),
    "/latin-said-utf-8": ("text/html; charset=utf-8", html().encode("windows-1252")),
    "/utf-8-said-latin": ("text/html; charset=iso-8859-1", html().encode()),
    "/utf-8-said-nothing": ("text/html", html().encode()),
    "/soft-404": ("text/html; charset=utf-8", html(LOST).encode()),
    "/consent": ("text/html; charset=utf-8", CONSENT.encode()),
    "/teaser": ("text/html; charset=utf-8", html(TEASER, NOT_FREE).encode()),
    "/stub": ("text/html; charset=utf-8", html("<p>More on this story soon.</p>").encode()),
    "/picture": ("text/html; charset=utf-8", b"\x89PNG\r\n\x1a\n" + bytes(400)),
}
READ = ("/one", "/latin-said-utf-8", "/utf-8-said-latin", "/utf-8-said-nothing")
REJECTED = {
    "/soft-404": "soft_404",
    "/consent": "consent_page",
    "/teaser": "paywalled_teaser",
    "/stub": "too_short",
    "/picture": "not_text",
}


@pytest.fixture
def site() -> Iterator[str]:
    with serving(State(links=list(PAGES), pages=PAGES)) as address:
        yield address


def test_pages_are_read_as_they_were_meant_or_rejected_with_the_reason(site: str, tmp_path) -> None:
    source = replace(SOURCE, kind="feed", location=f"{site}/feed")
    archive = Archive(tmp_path)
    pages, refused = taken(source, archive)
    assert refused == []
    texts, reasons = {}, {}
    for page in pages:
        path = page.url.removeprefix(site)
        try:
            texts[path] = clean(archive.read(page.warc_path, page.warc_offset), page, source).text
        except Rejected as rejected:
            reasons[path] = rejected.reason
    assert reasons == REJECTED
    assert {path: ("Zoë Müller" in text, "Évenmouth" in text) for path, text in texts.items()} == dict.fromkeys(
        READ, (True, True)
    )
