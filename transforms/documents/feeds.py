"""Bytes of a feed → addresses of its articles."""

from urllib.parse import urljoin

import feedparser

from schemas.faults import Rejected


def article_links(feed: bytes, address: str) -> list[str]:
    """Return the addresses that an RSS or Atom feed lists, each once, in its order, made absolute.

    Broken XML is read as far as it goes. Raise Rejected("not_a_feed") if nothing in it looks like a feed.
    """
    parsed = feedparser.parse(feed)
    if not parsed.get("version") and not parsed.entries:
        raise Rejected("not_a_feed", str(parsed.get("bozo_exception", "no feed in it")))
    links = (urljoin(address, entry["link"]) for entry in parsed.entries if entry.get("link"))
    return list(dict.fromkeys(link for link in links if link.startswith(("http://", "https://"))))
