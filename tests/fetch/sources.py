"""What the tests of fetching share: a source, a day, a time, hasty manners."""

from datetime import UTC, date, datetime

from newsledger.archive import Archive
from newsledger.fetch import Refused, fetch
from newsledger.http import Limits
from newsledger.manners import Manners
from schemas.page import Page
from schemas.source import Source

NOW = datetime(2026, 10, 5, 6, tzinfo=UTC)
DAY = date(2026, 10, 5)
SOURCE = Source(
    name="courier",
    kind="folder",
    location="",
    outlet="Courier",
    country="GBR",
    language="en",
    licence="",
    cadence="daily",
    expected_min=0,
    expected_max=9,
    is_local=True,
)
HASTY = Manners(
    contact="desk@courier.example",
    delay=0.0,
    first_backoff=0.0,
    patience=2.0,
    limits=Limits(connect=1.0, silence=1.0, total=2.0, body=1024 * 1024),
)


def taken(
    source: Source, archive: Archive, manners: Manners = HASTY, now: datetime = NOW, day: date = DAY
) -> tuple[list[Page], list[Refused]]:
    results = list(fetch([source], day, archive, now, manners))
    return [r for r in results if isinstance(r, Page)], [r for r in results if isinstance(r, Refused)]
