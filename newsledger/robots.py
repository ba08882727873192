"""Keep what hosts' robots.txt said, from run to run for a day, and in the raw archive for good."""

from datetime import date, datetime, timedelta

from newsledger.archive import Archive
from newsledger.visits import Visit, Visits
from schemas.response import Response

_NAME = "hosts.robots"  # no source can bear it: their names hold no dot
_FRESH = timedelta(hours=24)  # RFC 9309: a cached version should not be used for longer


class Robots:
    """The robots.txt of all hosts, as they were recorded last."""

    def __init__(self, archive: Archive, day: date, now: datetime) -> None:
        """Read what is known; ask nobody."""
        self._archive = archive
        self._day = day
        self._now = now
        self._visits = Visits(archive.folder, _NAME)

    def kept(self, url: str) -> Response | None:
        """Return the answer that a robots.txt gave within the last day, if it was asked for."""
        visit = self._visits.last(url)
        if visit is None or self._now - visit.visited_at >= _FRESH:
            return None
        page = self._archive.pages(_NAME).get(visit.page_id or "")
        if page is None:
            return None
        return Response(page.url, self._archive.read(page.warc_path, page.warc_offset), page.status)

    def keep(self, url: str, answer: Response) -> None:
        """Record an answer of a host that said its rules, or that it has none."""
        page = self._archive.record(_NAME, self._day, answer, self._now)
        self._visits.note(Visit(url=url, first_at=self._now, visited_at=self._now, page_id=page.page_id))
