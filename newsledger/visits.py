"""Remember what came of asking an address, so that nobody is asked again without need.

`<raw>/visits/<name>.jsonl`: one line per visit, the last of an address holds. A source has two: one of its articles,
and one of polling its feed, sitemap or archive (`polls_of`).
"""

import json
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from schemas.source import Source

# Articles change their figures silently: looked at again a day and a week after they were first seen.
_LOOKS = (timedelta(days=1), timedelta(days=7))
_FIRST_REST = timedelta(hours=1)  # after a failure, doubled with each further one
_LONGEST_REST = timedelta(days=7)
_TRIES = 5  # of an article that does not come


@dataclass(frozen=True, kw_only=True)
class Visit:
    """The last visit to an address, and what the next one needs to know."""

    url: str
    first_at: datetime
    visited_at: datetime
    came_at: datetime | None = None  # when it last succeeded
    failures: int = 0  # in a row
    is_gone: bool = False  # refused for good
    page_id: str | None = None  # what was recorded last
    etag: str | None = None
    last_modified: str | None = None

    @property
    def validators(self) -> dict[str, str]:
        """The headers of a conditional request: the server answers 304 if nothing changed."""
        given = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in given.items() if value}

    def succeeded(
        self, now: datetime, page_id: str | None = None, etag: str | None = None, last_modified: str | None = None
    ) -> "Visit":
        """Return the visit after one that brought something, or the news that nothing changed."""
        return replace(
            self, visited_at=now, came_at=now, failures=0, is_gone=False, page_id=page_id, etag=etag,
            last_modified=last_modified,
        )  # fmt: skip

    def failed(self, now: datetime, *, is_gone: bool = False) -> "Visit":
        """Return the visit after one that brought nothing."""
        return replace(self, visited_at=now, failures=self.failures + 1, is_gone=is_gone)

    def moved(self, url: str) -> "Visit":
        """Return the visit as one of another address: what the old one gave to ask with does not hold there."""
        return self if url == self.url else replace(self, url=url, etag=None, last_modified=None)


def first_visit(url: str, now: datetime) -> Visit:
    """Return a visit to an address that was never asked for."""
    return Visit(url=url, first_at=now, visited_at=now)


def is_article_due(visit: Visit | None, now: datetime) -> bool:
    """Decide whether to ask for an article: when new, a day and a week later, and after a failure ever more rarely."""
    if visit is None:
        return True
    if visit.is_gone or visit.failures >= _TRIES:
        return False
    if visit.failures:
        return now >= next_poll(visit)
    return any(visit.visited_at < visit.first_at + age <= now for age in _LOOKS)


def next_poll(visit: Visit) -> datetime:
    """Return when a feed that failed is to be polled again: later with each failure in a row, a week at most."""
    if not visit.failures:
        return visit.visited_at
    rest: timedelta = _FIRST_REST * 2 ** min(visit.failures - 1, 20)
    return visit.visited_at + min(rest, _LONGEST_REST)


class Visits:
    """All visits of a kind."""

    def __init__(self, folder: Path, name: str) -> None:
        """Read them from the raw archive's folder, which need not exist yet."""
        self._path = folder / "visits" / f"{name}.jsonl"
        self._last: dict[str, Visit] = {}
        self._latest: Visit | None = None
        if self._path.exists():
            self._whole = self._path.read_bytes().rfind(b"\n") + 1  # a crash may have cut off the last line
            for line in self._path.read_bytes()[: self._whole].splitlines():
                visit = _from_json(line)
                self._last[visit.url] = visit
                self._latest = visit
        else:
            self._whole = 0

    def last(self, url: str) -> Visit | None:
        """Return the last visit to an address, if there was one."""
        return self._last.get(url)

    def latest(self) -> Visit | None:
        """Return the last visit to any address, if there was one."""
        return self._latest

    def urls(self) -> list[str]:
        """Return all addresses ever visited, in the order of their first visits."""
        return list(self._last)

    def note(self, visit: Visit) -> None:
        """Keep a visit."""
        self._last[visit.url] = self._latest = visit
        line = json.dumps(vars(visit), default=str, ensure_ascii=False).encode() + b"\n"
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._path.open("ab") as file:
            file.truncate(self._whole)
            file.write(line)
        self._whole += len(line)


def polls_of(folder: Path, source: Source) -> Visits:
    """Return the visits to a source's own address, whose {day} may change; no source's name holds a dot."""
    return Visits(folder, f"{source.name}.{source.kind}")


def _from_json(line: bytes) -> Visit:
    record = json.loads(line)
    times = {name: datetime.fromisoformat(text) for name, text in record.items() if name.endswith("_at") and text}
    return Visit(**record | times)
