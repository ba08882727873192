"""The expected ledger of the sample feed, as lines of text that a person can read in a diff.

Write it anew with `python -m tests.end_to_end.golden LEDGER`, and read the difference before you commit it.
"""

import sys
from pathlib import Path

import duckdb

GOLDEN = Path(__file__).parent / "ledger.txt"

_QUERIES = {
    "documents": """
        select d.published_at::date, d.outlet, d.title, 'version ' || d.version, s.title as story, o.outlet as copy_of
        from documents d join current_stories s using (story_id) left join documents o on o.document_id = d.copy_of
        order by all
    """,
    "rejections": "select step, reason, url from ops.rejections order by all",
    "figures": """
        select s.title, f.concept, f.predicate, f.unit, f.low, f.high, f.latest_low, f.latest_high,
            f.claim_count || ' claims', f.outlet_count || ' outlets', if(f.is_disputed, 'disputed', '')
        from current_figures f join current_stories s using (story_id) order by all
    """,
    "claims": """
        select d.outlet, d.title, c.start, c.text, c.low, c.high, c.qualifier, c.unit, c.kind, c.concept, c.predicate,
            c.speaker, c.factuality, c.trend, c.change_role
        from current_claims c join current_documents d using (document_id) order by all
    """,
    "events": """
        select d.outlet, d.title, e.start, e.text, e.type,
            list_transform(e.sources, lambda p: p.text || ' ' || coalesce(p.country, '') || ' ' || p.sector),
            list_transform(e.targets, lambda p: p.text || ' ' || coalesce(p.country, '') || ' ' || p.sector),
            e.factuality, e.speaker, len(e.claim_ids) || ' claims'
        from current_events e join current_documents d using (document_id) order by all
    """,
}


def describe(ledger: Path) -> str:
    """Return what a ledger holds, without what differs from run to run."""
    parts = []
    with duckdb.connect(str(ledger.resolve()), read_only=True) as connection:
        for name, query in _QUERIES.items():
            rows = connection.execute(query).fetchall()
            parts += [f"# {name}", *(" | ".join(_cell(value) for value in row) for row in rows), ""]
    return "\n".join(parts)


def _cell(value: object) -> str:
    return "-" if value is None else f"{value:.12g}" if isinstance(value, float) else str(value)


if __name__ == "__main__":
    GOLDEN.write_text(describe(Path(sys.argv[1])), "utf-8")
