"""Feeds, sitemaps and front pages as the web serves them, and the addresses they give."""

import gzip
from datetime import date

import pytest

from schemas.faults import Rejected
from transforms.documents.feeds import announced_feeds, article_links, listed_addresses, read_sitemap

AT = "https://courier.example/news/feed"
DAY = date(2026, 10, 5)


def rss(items: str) -> bytes:
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>C</title>{items}</channel></rss>'.encode()


ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://other.example/deep/">
<entry><title>A</title><link rel="enclosure" href="/a.mp3"/><link rel="alternate" href="a"/></entry></feed>"""
RDF = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<item rdf:about="https://courier.example/r"><title>R</title><link>https://courier.example/r</link></item></rdf:RDF>"""


@pytest.mark.parametrize(
    ("feed", "links"),
    [
        (rss("<item><link>/a</link></item>"), ["https://courier.example/a"]),
        (rss("<item><link>a#top</link></item>"), ["https://courier.example/news/a"]),
        (rss("<item><link>/a</link></item><item><link>/a</link></item>"), ["https://courier.example/a"]),
        (rss("<item><title>no link</title></item>"), []),
        (rss("<item><link>javascript:x()</link></item>"), []),
        (rss("<item><title>A & B</title><link>/a?x=1&y=2</link></item>"), ["https://courier.example/a?x=1&y=2"]),
        (rss("<item><guid isPermaLink='true'>https://courier.example/g</guid></item>"), ["https://courier.example/g"]),
        (rss("<item><link>/a</link></item>")[:-20], ["https://courier.example/a"]),
        (ATOM, ["https://other.example/deep/a"]),
        (RDF, ["https://courier.example/r"]),
    ],
)
def test_feeds_give_their_articles(feed: bytes, links: list[str]) -> None:
    assert article_links(feed, AT) == links


@pytest.mark.parametrize(
    "body", [b"", b"Just prose.", b"<html><body>Hello</body></html>", b"\x00\xff\xfe", b"/etc/passwd"]
)
def test_what_is_no_feed_is_rejected(body: bytes) -> None:
    with pytest.raises(Rejected, match="not_a_feed"):
        article_links(body, AT)


@pytest.mark.parametrize(
    ("page", "feeds"),
    [
        ('<link rel="alternate" type="application/rss+xml" href="/rss">', ["https://courier.example/rss"]),
        ('<LINK REL="Alternate home" TYPE="application/atom+xml" HREF="atom">', ["https://courier.example/news/atom"]),
        ('<link rel="alternate" hreflang="fr" href="/fr">', []),
        ('<link rel="stylesheet" type="application/rss+xml" href="/x">', []),
        ("", []),
        ("\x00", []),
    ],
)
def test_pages_announce_feeds(page: str, feeds: list[str]) -> None:
    assert announced_feeds(page.encode(), AT) == feeds


def urlset(*entries: str) -> bytes:
    spaces = (
        'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"'
    )
    return f"<urlset {spaces}>{''.join(f'<url>{e}</url>' for e in entries)}</urlset>".encode()


@pytest.mark.parametrize(
    ("sitemap", "articles"),
    [
        (urlset("<loc> https://c.example/a </loc>"), ("https://c.example/a",)),
        (urlset("<loc>https://c.example/a</loc><lastmod>2026-10-04T23:00:00Z</lastmod>"), ("https://c.example/a",)),
        (urlset("<loc>https://c.example/a</loc><lastmod>2019-01-01</lastmod>"), ()),
        (urlset("<loc>https://c.example/a</loc><lastmod>yesterday</lastmod>"), ("https://c.example/a",)),
        (
            urlset(
                "<loc>https://c.example/a</loc><lastmod>2026-10-05</lastmod>"
                "<n:news><n:publication_date>2019-01-01</n:publication_date></n:news>"
            ),
            (),
        ),
        (urlset("<lastmod>2026-10-05</lastmod>"), ()),
        (gzip.compress(urlset("<loc>https://c.example/a</loc>")), ("https://c.example/a",)),
    ],
)
def test_sitemaps_give_the_articles_of_the_day(sitemap: bytes, articles: tuple[str, ...]) -> None:
    assert read_sitemap(sitemap, AT, DAY).articles == articles


def test_an_index_gives_the_sitemaps_that_changed() -> None:
    index = (
        b"<sitemapindex><sitemap><loc>https://c.example/new.xml</loc><lastmod>2026-10-05</lastmod></sitemap>"
        b"<sitemap><loc>https://c.example/old.xml</loc><lastmod>2020-10-05</lastmod></sitemap></sitemapindex>"
    )
    assert read_sitemap(index, AT, DAY).sitemaps == ("https://c.example/new.xml",)


@pytest.mark.parametrize(
    "body",
    [b"", b"prose", b"<html></html>", b"\x1f\x8b junk", gzip.compress(bytes(60 * 1024 * 1024), 1)],
    ids=["empty", "prose", "html", "bad gzip", "bomb"],
)
def test_what_is_no_sitemap_is_rejected(body: bytes) -> None:
    with pytest.raises(Rejected, match="not_a_sitemap"):
        read_sitemap(body, AT, DAY)


def test_entities_of_a_sitemap_are_not_resolved() -> None:
    outer = b'<!DOCTYPE urlset [<!ENTITY f SYSTEM "file:///etc/hostname">]>'
    sitemap = outer + urlset("<loc>https://c.example/&f;</loc>", "<loc>https://c.example/b</loc>")
    assert "https://c.example/b" in read_sitemap(sitemap, AT, DAY).articles
    assert all(link.removeprefix("https://c.example/") in {"", "b"} for link in read_sitemap(sitemap, AT, DAY).articles)


def test_lists_leave_out_remarks() -> None:
    assert listed_addresses("# ours\nhttps://c.example/a\n\nhttps://c.example/a\n b \n") == ["https://c.example/a", "b"]
