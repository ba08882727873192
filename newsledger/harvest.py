"""Bring in a source's articles from the web: find them, ask for those that are due, record what comes."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from newsledger.archive import Archive
from newsledger.crawler import Crawler
from newsledger.discover import Found, find_in_feed, find_in_sitemap, read_list
from newsledger.visits import Visit, Visits, first_visit, is_article_due, next_poll, polls_of
from schemas.faults import Rejected, Transient
from schemas.keys import key_of
from schemas.page import Page
from schemas.response import Response
from schemas.source import Source

_TYPES = ("text/html", "application/xhtml+xml", "text/plain", "application/octet-stream")
_NOT_MODIFIED = 304
_MAX_PAGES = 5000  # of one source in one run; the rest is for the next
# Refusals that another day may end; all others are for good.
_FOR_NOW = frozenset({"robots_unreachable", "disallowed_by_robots", "crawl_delay_too_long", "not_let_in"})


@dataclass(frozen=True)
class Refused:
    """A page that could not be taken, with the reason; the others go on."""

    source: str  # its name
    url: str
    reason: str
    detail: str

    @property
    def record_id(self) -> str:
        """Return a key for a page that never got one."""
        return key_of(self.url)


Result = Page | Refused


class Harvest:
    """One source's harvest for one news day. Interrupted, it is begun again: what was recorded is not asked for."""

    def __init__(self, source: Source, location: str, day: date, archive: Archive, now: datetime) -> None:
        """Read what is known of the source's addresses; ask nobody yet."""
        self.source = source
        self._location = location
        self._day = day
        self._archive = archive
        self._now = now
        self._visits = Visits(archive.folder, source.name)
        self._polls = polls_of(archive.folder, source)

    async def gather(self, crawler: Crawler) -> list[Result]:
        """Return the pages recorded for the news day, by this and earlier harvests, and what was refused now."""
        found, refused = await self._find(crawler)
        due = list(self._due(found.links))
        taken = await asyncio.gather(*(self._take(crawler, url) for url in due[:_MAX_PAGES]))
        if found.answers:  # only now: with its validators kept, the next answer of a feed is "not modified"
            self._polls.note(_came(self._poll(), found.answers[0], self._now))
        pages = self._archive.pages_of_day(self.source.name, self._day)
        return [*pages, *refused, *(result for result in taken if result)]

    async def _find(self, crawler: Crawler) -> tuple[Found, list[Result]]:
        if self.source.kind == "urls":
            return Found(links=read_list(self._location, self.source.name)), []
        last = self._poll()
        if self._now < next_poll(last):
            rest = f"failed {last.failures} times in a row; asked again from {next_poll(last):%Y-%m-%d %H:%M} UTC on"
            return Found(), [Refused(self.source.name, self._location, "source_rests", rest)]
        try:
            found = await self._ask_source(crawler, last)
        except (Rejected, Transient) as fault:
            self._polls.note(last.failed(self._now))
            reason = "source_unavailable" if isinstance(fault, Transient) else "source_broken"
            return Found(), [Refused(self.source.name, self._location, reason, str(fault))]
        for answer in found.answers:
            if answer.status != _NOT_MODIFIED:
                self._record(f"{self.source.name}.{self.source.kind}", answer)
        return found, []

    def _poll(self) -> Visit:
        """Return the last poll as one of today's address; of another address, only its failures count."""
        last = self._polls.latest() or first_visit(self._location, self._now)
        return last.moved(self._location)

    async def _ask_source(self, crawler: Crawler, last: Visit) -> Found:
        if self.source.kind == "sitemap":
            return await find_in_sitemap(crawler, self._location, last, self._day)
        return await find_in_feed(crawler, self._location, last)

    def _due(self, links: list[str]) -> Iterator[str]:
        """Yield the addresses to ask for: new ones first, then those to be looked at again."""
        for url in dict.fromkeys([*links, *self._visits.urls()]):
            if is_article_due(self._visits.last(url), self._now):
                yield url

    async def _take(self, crawler: Crawler, url: str) -> Refused | None:
        last = self._visits.last(url) or first_visit(url, self._now)
        try:
            answer = await crawler.get(url, last.validators, _TYPES)
        except Rejected as rejected:
            self._visits.note(last.failed(self._now, is_gone=rejected.reason not in _FOR_NOW))
            return Refused(self.source.name, url, rejected.reason, rejected.detail)
        except Transient as fault:
            self._visits.note(last.failed(self._now))
            return Refused(self.source.name, url, "not_fetched", str(fault))
        page_id = last.page_id if answer.status == _NOT_MODIFIED else self._record(self.source.name, answer).page_id
        self._visits.note(_came(last, answer, self._now, page_id))
        return None

    def _record(self, name: str, answer: Response) -> Page:
        return self._archive.record(name, self._day, answer, self._now)


def _came(last: Visit, answer: Response, now: datetime, page_id: str | None = None) -> Visit:
    """Return the visit after an answer; one of "not modified" may leave out the validators that still hold."""
    etag, modified = (answer.headers.get(name) for name in ("etag", "last-modified"))
    if answer.status == _NOT_MODIFIED:
        etag, modified = etag or last.etag, modified or last.last_modified
    return last.succeeded(now, page_id, etag=etag, last_modified=modified)
