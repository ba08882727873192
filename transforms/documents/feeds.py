"""Bytes of a feed, a sitemap, a list or a site's front page → addresses."""

import io
import zlib
from calendar import timegm
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from feedparser.api import parse
from lxml import etree

from schemas.faults import Rejected
from transforms.documents.addresses import web_address

_FEED_TYPES = frozenset({"application/rss+xml", "application/atom+xml", "application/rdf+xml"})
_MAX_SITEMAP_BYTES = 50 * 1024 * 1024  # uncompressed, the sitemap protocol's own limit
_DAYS_OF_NEWS = 2  # a news sitemap lists the articles of two days; others list all, with their last change


@dataclass(frozen=True)
class Sitemap:
    """What one sitemap lists: articles, or further sitemaps."""

    articles: tuple[str, ...]
    sitemaps: tuple[str, ...]
    times: tuple[datetime, ...] = ()  # of the articles that have one


def article_links(feed: bytes, address: str) -> list[str]:
    """Return the addresses that an RSS or Atom feed lists, each once, in its order, made absolute.

    Broken XML is read as far as it goes. Raise Rejected("not_a_feed") if nothing in it looks like a feed.
    """
    # A stream, never the bytes themselves: feedparser takes bytes for the name of a file and opens it.
    headers = {"content-location": address}
    parsed = parse(io.BytesIO(feed), response_headers=headers, sanitize_html=False)  # type: ignore[no-untyped-call]
    if not parsed.get("version") and not parsed.entries:
        raise Rejected("not_a_feed", str(parsed.get("bozo_exception", "no feed in it")))
    return _safe(address, (entry["link"] for entry in parsed.entries if entry.get("link")))


def article_times(feed: bytes) -> list[datetime]:
    """Return when the articles of a feed were published, for those that say it; UTC."""
    parsed = parse(io.BytesIO(feed), sanitize_html=False)  # type: ignore[no-untyped-call]
    stated = (entry.get("published_parsed") or entry.get("updated_parsed") for entry in parsed.entries)
    return [datetime.fromtimestamp(timegm(time), UTC) for time in stated if time]


def announced_feeds(page: bytes, address: str) -> list[str]:
    """Return the feeds that an HTML page names as its own (`<link rel="alternate">`), in its order."""
    try:
        tree = etree.fromstring(page, etree.HTMLParser(no_network=True))
    except etree.XMLSyntaxError:
        return []
    links = [] if tree is None else tree.iterfind(".//link[@href]")
    return _safe(
        address,
        (
            link.get("href", "")
            for link in links
            if "alternate" in link.get("rel", "").lower().split() and link.get("type", "").lower() in _FEED_TYPES
        ),
    )


def read_sitemap(body: bytes, address: str, day: date) -> Sitemap:
    """Return what a sitemap or sitemap index (gzip too) lists for a news day.

    Articles whose date is known and not within two days before it are left out, and so are sitemaps that did not
    change since. Raise Rejected("not_a_sitemap").
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False)
    try:
        root = etree.fromstring(_unpacked(body), parser)
    except etree.XMLSyntaxError as error:
        raise Rejected("not_a_sitemap", str(error)) from None
    kind = etree.QName(root).localname if root is not None and isinstance(root.tag, str) else ""
    if kind not in {"urlset", "sitemapindex"}:
        raise Rejected("not_a_sitemap", f"its root is <{kind}>")
    listed = [(link, stated) for link, stated in map(_listed, root) if link and _is_new(stated, day)]
    links = tuple(_safe(address, (link for link, _ in listed)))
    if kind == "sitemapindex":
        return Sitemap((), links)
    return Sitemap(links, (), tuple(time for _, stated in listed if (time := _time(stated))))


def listed_addresses(text: str) -> list[str]:
    """Return the lines of a list of addresses, each once; empty ones and those that begin with # are left out.

    Does not say whether they are addresses: what is wrong with one is to be told, not passed over.
    """
    lines = (line.strip() for line in text.splitlines())
    return list(dict.fromkeys(line for line in lines if line and not line.startswith("#")))


def _safe(address: str, links: Iterable[str]) -> list[str]:
    """Return links made absolute, each once; those that are no safe web address are left out."""
    found: dict[str, None] = {}
    for link in links:
        try:
            found[web_address(link, address)] = None
        except Rejected:
            continue
    return list(found)


def _listed(entry: etree._Element) -> tuple[str, str]:
    """Return address and date (ISO 8601, or nothing) of an entry; images' own addresses lie deeper and stay out."""
    own = {etree.QName(child).localname: child for child in entry if isinstance(child.tag, str)}
    link = own["loc"].text if "loc" in own else None
    news = own.get("news", ())
    dates = [c.text for c in news if isinstance(c.tag, str) and etree.QName(c).localname == "publication_date"]
    changed = own["lastmod"].text if "lastmod" in own else None
    return (link or "").strip(), (dates[0] if dates else changed) or ""


def _is_new(stated: str, day: date) -> bool:
    """Return whether a stated date is of the days that a run for a news day looks at; one that is none counts."""
    try:
        on = date.fromisoformat(stated.strip()[:10])
    except ValueError:
        return True
    return on >= day - timedelta(days=_DAYS_OF_NEWS)


def _time(stated: str) -> datetime | None:
    try:
        time = datetime.fromisoformat(stated.strip())
    except ValueError:
        return None
    return time.astimezone(UTC) if time.tzinfo else time.replace(tzinfo=UTC)


def _unpacked(body: bytes) -> bytes:
    if not body.startswith(b"\x1f\x8b"):
        return body
    unpacker = zlib.decompressobj(wbits=31)
    try:
        unpacked = unpacker.decompress(body, _MAX_SITEMAP_BYTES)
    except zlib.error as error:
        raise Rejected("not_a_sitemap", f"its gzip is broken: {error}") from None
    if unpacker.unconsumed_tail:
        raise Rejected("not_a_sitemap", f"more than {_MAX_SITEMAP_BYTES} bytes when unpacked")
    return unpacked
