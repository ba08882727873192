"""Show the health of the sources: when each brought something last, how much, and when it is due again."""

from datetime import datetime, timedelta

from newsledger.archive import Archive
from newsledger.settings import Settings, utc_now
from newsledger.sources import read_sources
from newsledger.visits import Visit, next_poll, polls_of
from schemas.source import Source

_CADENCES = {"hourly": timedelta(hours=1), "daily": timedelta(days=1), "weekly": timedelta(days=7)}
_LINE = "{:24} {:8} {:24} {:8} {:17} {:>8}  {:34} {}"


def sources_table(settings: Settings, now: datetime | None = None) -> str:
    """Return one line per configured source: last success, failures in a row, volume against expected, next due.

    Volume is what the raw archive got for the last news day that brought anything new. Times are UTC.
    """
    lines = [_LINE.format("source", "kind", "outlet", "cadence", "last success", "failures", "pages", "next due")]
    archive = Archive(settings.raw)
    for source in read_sources(settings.config / "sources.yml"):
        poll = polls_of(settings.raw, source).latest()
        lines.append(
            _LINE.format(
                source.name, source.kind, source.outlet, source.cadence,
                _minute(poll.came_at) if poll and poll.came_at else "never",
                poll.failures if poll else 0,
                _volume(source, archive),
                _due(source, poll, now or utc_now()),
            ).rstrip()
        )  # fmt: skip
    return "\n".join(lines)


def _volume(source: Source, archive: Archive) -> str:
    """Return what came on the last day with news, against what is expected."""
    expected = f"{source.expected_min}-{source.expected_max}"
    latest = archive.latest_day(source.name)
    if latest is None:
        return f"none, {expected} expected"
    day, count = latest
    fits = " of" if source.expected_min <= count <= source.expected_max else ", not"
    return f"{count}{fits} {expected} on {day}"


def _due(source: Source, poll: Visit | None, now: datetime) -> str:
    """Return when a source is to be asked again: by its cadence, and after failures ever later."""
    if poll is None:
        return "now"
    at = next_poll(poll) if poll.failures else poll.visited_at + _CADENCES[source.cadence]
    return f"{_minute(at)}{' (overdue)' if at < now else ''}"


def _minute(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M}"
