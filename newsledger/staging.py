"""Load what a run has staged, and what the ledger knows of it, into the DuckDB file that its checks work on."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

import duckdb

from expectations import shape
from expectations.catalogue import SUITES
from newsledger import __version__, layout
from newsledger.database import insert, insert_arrow, opened, records
from newsledger.stage import Stage
from schemas import stage as tables
from schemas.check import CHECKS, QUARANTINE
from schemas.keys import key_of
from schemas.run import RECENT_DAYS, STEP_COUNTS
from schemas.source import SOURCES, Source

STAGED = (
    tables.PAGES, tables.DOCUMENTS, tables.STORIES, tables.CLAIMS, tables.EVENT_MENTIONS, tables.EVENTS,
    tables.ACTORS, tables.FIGURES, tables.CORRECTIONS, tables.REJECTIONS, tables.STEP_COUNTS,
)  # fmt: skip
_SOURCES = replace(SOURCES, schema="stage")
_OURS = (CHECKS, QUARANTINE, STEP_COUNTS, _SOURCES)
_LATE_STEPS = ("check", "publish")  # their sums may lie there from an earlier try

# What the checks need of the past, and no more: what staged rows refer to, and the shape of the last news days. What
# it costs must not grow with the archive: large tables are read only from the moment on that something can have been
# recorded.
_RECENT = f"""
    create temp table recent as select run_id, partition_on, started_at from ledger.ops.runs
    where partition_on between $day - {RECENT_DAYS} and $day - 1
"""
_OF_RECENT = {
    noun: f"(select * from ledger.main.{noun} join recent using (run_id) where recorded_at >= $since_recent)"
    for noun in ("documents", "claims", "event_mentions")
}
_SINCE = {
    "since_recent": "select coalesce(min(started_at), 'infinity') from recent",
    "since_stories": """
        select coalesce(min(recorded_at), 'infinity') from ledger.main.documents where document_id in (
            select document_id from ledger.main.documents where story_id in (select story_id from stage.stories)
        )
    """,
}
_PAST = {
    "decisions": """
        select noun, record_id, rule_id, row_json, verdict from ledger.ops.decisions
        qualify row_number() over (partition by noun, record_id, rule_id order by decided_at desc) = 1
    """,
    "documents": """
        select distinct document_id from ledger.main.documents
        where document_id in (select copy_of from stage.documents)
    """,
    "claims": """
        select distinct claim_id from ledger.main.claims
        where recorded_at >= $since_stories and claim_id in (select unnest(claim_ids) from stage.figures)
    """,
    "mentions": """
        select distinct mention_id from ledger.main.event_mentions
        where recorded_at >= $since_stories and mention_id in (select unnest(mention_ids) from stage.events)
    """,
    "corrections": """
        select correction_id, count(distinct partition_on) as days, bool_or(outcome = 'applied') as is_applied
        from ledger.ops.corrections join recent using (run_id) group by correction_id
    """,
    "shares": shape.SHARES.format(**_OF_RECENT),
    "volumes": shape.VOLUMES.format(**_OF_RECENT),
}


def is_current(staging: Path) -> bool:
    """Return whether this version made a staging file; what another has checked may lack columns, or break rules."""
    with opened(staging, read_only=True) as connection:
        if not connection.execute("from duckdb_tables() where table_name = 'made_by'").fetchall():
            return False
        return records(connection, "from ops.made_by") == [_made_by()]


def load(stage: Stage, staging: Path, sources: Iterable[Source], ledger: Path | None, day: date) -> None:
    """Make a staging file anew from stage files, the sources the run was for, and the ledger's past before `day`."""
    staging.parent.mkdir(parents=True, exist_ok=True)  # stage files may lie elsewhere
    staging.unlink(missing_ok=True)
    staging.with_name(staging.name + ".wal").unlink(missing_ok=True)
    with opened(staging) as connection:
        for schema in ("stage", "past", "ops"):
            connection.execute(f"create schema {schema}")
        for table in (*_OURS, *STAGED):
            connection.execute(table.create_sql())
        connection.execute("create table ops.made_by as select $version as version, $shape as shape", _made_by())
        connection.execute("create table ops.examples (rule_id varchar, example varchar)")
        connection.execute("create table ops.offenders (rule_id varchar, source varchar, rows bigint)")
        insert(connection, _SOURCES, sources)
        for table in STAGED:
            for shard in stage.shards(table):
                if table != tables.STEP_COUNTS or shard not in _LATE_STEPS:
                    insert_arrow(connection, table, stage.arrow(table, shard))
        with layout.attached_ledger(connection, ledger):
            _load_past(connection, day)


def _made_by() -> dict[str, str]:
    """Return the version of the program, with a digest of the tables that it checks and of the rules."""
    rules = (f"{noun} {rule}" for noun, suite in SUITES.items() for rule in suite)
    return {"version": __version__, "shape": key_of(*(table.create_sql() for table in (*_OURS, *STAGED)), *rules)}


def _load_past(connection: duckdb.DuckDBPyConnection, day: date) -> None:
    connection.execute(_RECENT, {"day": day})
    since = {name: connection.execute(query).fetchall()[0][0] for name, query in _SINCE.items()}
    for noun, query in _PAST.items():
        given = {name: moment for name, moment in since.items() if f"${name}" in query}
        connection.execute(f"create table past.{noun} as {query}", given)
