"""List the sources with what each brought last."""

from newsledger.settings import Settings
from newsledger.sources import read_sources
from newsledger.visits import Visits, next_poll
from newsledger.warehouse import reader
from schemas.source import Source

_LATEST = """
    select source, count(*) as documents, max(recorded_at) as last_at
    from documents group by source
"""


def sources_table(settings: Settings) -> str:
    """Return one line per configured source: kind, outlet, documents in the ledger, when the last was recorded."""
    brought = {}
    if settings.ledger.exists():
        with reader(settings.ledger) as ledger:
            brought = {row[0]: row[1:] for row in ledger.execute(_LATEST).fetchall()}
    lines = [f"{'source':24} {'kind':8} {'outlet':24} {'cadence':8} {'expected':>9} {'documents':>9}  last"]
    for source in read_sources(settings.config / "sources.yml"):
        documents, last = brought.get(source.name, (0, None))
        expected = f"{source.expected_min}-{source.expected_max}"
        shown = f"{last:%Y-%m-%d %H:%M}" if last else "never"
        lines.append(
            f"{source.name:24} {source.kind:8} {source.outlet:24} {source.cadence:8} {expected:>9}"
            f" {documents:>9}  {shown}{_trouble(settings, source)}"
        )
    return "\n".join(lines)


def _trouble(settings: Settings, source: Source) -> str:
    """Return what to say of a feed or sitemap that did not come."""
    visit = Visits(settings.raw, source.name).last(source.location)
    if visit is None or not visit.failures:
        return ""
    return f"; did not come {visit.failures} times in a row, asked again from {next_poll(visit):%Y-%m-%d %H:%M} on"
