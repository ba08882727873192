"""Remember what came of asking an address, so that nobody is asked again without need.

`<raw>/visits/<source>.jsonl`: one line per visit, the last of an address holds.
"""

import json
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path

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
    """All visits of a source."""

    def __init__(self, folder: Path, source: str) -> None:
        """Read them from the raw archive's folder, which need not exist yet."""
        self._path = folder / "visits" / f"{source}.jsonl"
        self._last: dict[str, Visit] = {}
        if self._path.exists():
            self._whole = self._path.read_bytes().rfind(b"\n") + 1  # a crash may have cut off the last line
            for line in self._path.read_bytes()[: self._whole].splitlines():
                visit = _from_json(line)
                self._last[visit.url] = visit
        else:
            self._whole = 0

    def last(self, url: str) -> Visit | None:
        """Return the last visit to an address, if there was one."""
        return self._last.get(url)

    def urls(self) -> list[str]:
        """Return all addresses ever visited, in the order of their first visits."""
        return list(self._last)

    def note(self, visit: Visit) -> None:
        """Keep a visit."""
        self._last[visit.url] = visit
        line = json.dumps(asdict(visit), default=str, ensure_ascii=False).encode() + b"\n"
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._path.open("ab") as file:
            file.truncate(self._whole)
            file.write(line)
        self._whole += len(line)


def _from_json(line: bytes) -> Visit:
    record = json.loads(line)
    times = {name: datetime.fromisoformat(record[name]) for name in ("first_at", "visited_at")}
    return Visit(**record | times)
