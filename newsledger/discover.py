"""Find the addresses of a source's articles: in its feed, its sitemaps, or a list."""

from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from newsledger.crawler import Crawler
from newsledger.settings import CHECKOUT
from newsledger.visits import Visit
from schemas.faults import Permanent, Rejected
from schemas.response import Response
from transforms.documents.feeds import announced_feeds, article_links, listed_addresses, read_sitemap

_NOT_MODIFIED = 304
_MAX_SITEMAPS = 50  # followed from one index


@dataclass
class Found:
    """What was asked to find articles, the first answer first, and what it led to."""

    answers: list[Response] = field(default_factory=list)
    links: list[str] = field(default_factory=list)


async def find_in_feed(crawler: Crawler, address: str, last: Visit) -> Found:
    """Return the articles of a feed, or of the feed that a site's page announces; none if nothing changed.

    Raise Rejected if there is no feed, Transient if there is none now.
    """
    feed = await crawler.get(address, last.validators)
    if feed.status == _NOT_MODIFIED:
        return Found([feed])
    try:
        return Found([feed], article_links(feed.body, feed.url))
    except Rejected:
        announced = announced_feeds(feed.body, feed.url)
        if not announced:
            raise
    own = await crawler.get(announced[0])
    return Found([feed, own], article_links(own.body, own.url))


async def find_in_sitemap(crawler: Crawler, address: str, last: Visit, day: date) -> Found:
    """Return the articles that a sitemap, or the sitemaps of an index, list for a news day.

    Raise as `find_in_feed` does, also if one of an index's sitemaps does not come.
    """
    first = await crawler.get(address, last.validators)
    if first.status == _NOT_MODIFIED:
        return Found([first])
    listed = read_sitemap(first.body, first.url, day)
    # The answer of an index says nothing about its sitemaps: it is asked for anew each time.
    found = Found([replace(first, headers={})] if listed.sitemaps else [first])
    found.links += listed.articles
    for child in listed.sitemaps[:_MAX_SITEMAPS]:
        answer = await crawler.get(child)
        found.answers.append(answer)
        found.links += read_sitemap(answer.body, answer.url, day).articles
    return found


def read_list(location: str, name: str) -> list[str]:
    """Return the addresses in a file, one a line; raise Permanent if it cannot be read."""
    path = CHECKOUT / Path(location)
    try:
        return listed_addresses(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise Permanent(f"source {name}: {path} cannot be read ({error}); mend its location in sources.yml") from None
