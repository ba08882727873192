"""Bring in a source's articles from the web: find them, ask for those that are due, record what comes."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from newsledger.archive import Archive
from newsledger.crawler import Crawler, Manners
from newsledger.discover import Found, find_in_feed, find_in_sitemap, read_list
from newsledger.visits import Visit, Visits, is_article_due, next_poll
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
        self._source = source
        self._location = location
        self._day = day
        self._archive = archive
        self._now = now
        self._visits = Visits(archive.folder, source.name)

    async def gather(self, manners: Manners) -> list[Result]:
        """Return the pages recorded for the news day, by this and earlier harvests, and what was refused now."""
        crawler = Crawler(manners, is_local=self._source.is_local)
        try:
            found, refused = await self._find(crawler)
            due = list(self._due(found.links))
            taken = await asyncio.gather(*(self._take(crawler, url) for url in due[:_MAX_PAGES]))
        finally:
            await crawler.aclose()
        if found.answers:  # only now: with its validators kept, the next answer of a feed is "not modified"
            self._came(self._location, found.answers[0], None)
        pages = [page for page in self._archive.pages(self._source.name).values() if self._is_of_day(page)]
        return [*pages, *refused, *(result for result in taken if result)]

    async def _find(self, crawler: Crawler) -> tuple[Found, list[Refused]]:
        if self._source.kind == "urls":
            return Found(links=read_list(self._location, self._source.name)), []
        last = self._visits.last(self._location)
        if last and self._now < next_poll(last):
            rest = f"failed {last.failures} times in a row; asked again from {next_poll(last):%Y-%m-%d %H:%M} UTC on"
            return Found(), [Refused(self._location, "source_rests", rest)]
        try:
            found = await self._ask_source(crawler, last)
        except (Rejected, Transient) as fault:
            self._failed(self._location, is_gone=False)
            reason = "source_unavailable" if isinstance(fault, Transient) else "source_broken"
            return Found(), [Refused(self._location, reason, str(fault))]
        for answer in found.answers:
            if answer.status != _NOT_MODIFIED:
                self._record(f"{self._source.name}.{self._source.kind}", answer)
        return found, []

    async def _ask_source(self, crawler: Crawler, last: Visit | None) -> Found:
        if self._source.kind == "sitemap":
            return await find_in_sitemap(crawler, self._location, last, self._day)
        return await find_in_feed(crawler, self._location, last)

    def _due(self, links: list[str]) -> Iterator[str]:
        """Yield the addresses to ask for: new ones first, then those to be looked at again."""
        known = (url for url in self._visits.urls() if url != self._location)
        for url in dict.fromkeys([*links, *known]):
            if is_article_due(self._visits.last(url), self._now):
                yield url

    async def _take(self, crawler: Crawler, url: str) -> Refused | None:
        last = self._visits.last(url)
        try:
            answer = await crawler.get(url, last.validators if last else None, _TYPES)
        except Rejected as rejected:
            self._failed(url, is_gone=rejected.reason not in _FOR_NOW)
            return Refused(url, rejected.reason, rejected.detail)
        except Transient as fault:
            self._failed(url, is_gone=False)
            return Refused(url, "not_fetched", str(fault))
        page_id = last.page_id if last else None
        if answer.status != _NOT_MODIFIED:
            page_id = self._record(self._source.name, answer).page_id
        self._came(url, answer, page_id)
        return None

    def _record(self, name: str, answer: Response) -> Page:
        return self._archive.record(name, self._day, answer, self._now)

    def _came(self, url: str, answer: Response, page_id: str | None) -> None:
        last = self._visits.last(url) or Visit(url=url, first_at=self._now, visited_at=self._now)
        etag, modified = (answer.headers.get(name) for name in ("etag", "last-modified"))
        if answer.status == _NOT_MODIFIED:
            etag, modified = etag or last.etag, modified or last.last_modified
        self._visits.note(
            replace(
                last, visited_at=self._now, failures=0, page_id=page_id, etag=etag, last_modified=modified
            )
        )  # fmt: skip

    def _failed(self, url: str, *, is_gone: bool) -> None:
        last = self._visits.last(url) or Visit(url=url, first_at=self._now, visited_at=self._now)
        self._visits.note(replace(last, visited_at=self._now, failures=last.failures + 1, is_gone=is_gone))

    def _is_of_day(self, page: Page) -> bool:
        return page.warc_path.startswith(f"{self._day.isoformat()}/")
