"""Load what a run has staged, and what the ledger knows of it, into the DuckDB file that its checks work on."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

import duckdb

from expectations import shape
from newsledger import layout
from newsledger.database import insert, insert_arrow, opened
from newsledger.stage import Stage
from schemas import stage as tables
from schemas.check import CHECKS, QUARANTINE
from schemas.run import RECENT_DAYS, STEP_COUNTS
from schemas.source import SOURCES, Source

STAGED = (
    tables.PAGES, tables.DOCUMENTS, tables.STORIES, tables.CLAIMS, tables.EVENT_MENTIONS, tables.EVENTS,
    tables.ACTORS, tables.FIGURES, tables.CORRECTIONS, tables.REJECTIONS, tables.STEP_COUNTS,
)  # fmt: skip
_SOURCES = replace(SOURCES, schema="stage")
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


def load(stage: Stage, staging: Path, sources: Iterable[Source], ledger: Path | None, day: date) -> None:
    """Make a staging file anew from stage files, the sources the run was for, and the ledger's past before `day`."""
    staging.parent.mkdir(parents=True, exist_ok=True)  # stage files may lie elsewhere
    staging.unlink(missing_ok=True)
    staging.with_name(staging.name + ".wal").unlink(missing_ok=True)
    with opened(staging) as connection:
        for schema in ("stage", "past", "ops"):
            connection.execute(f"create schema {schema}")
        for table in (CHECKS, QUARANTINE, STEP_COUNTS, _SOURCES, *STAGED):
            connection.execute(table.create_sql())
        connection.execute("create table ops.examples (rule_id varchar, example varchar)")
        connection.execute("create table ops.offenders (rule_id varchar, source varchar, rows bigint)")
        insert(connection, _SOURCES, sources)
        for table in STAGED:
            for shard in stage.shards(table):
                if table != tables.STEP_COUNTS or shard not in _LATE_STEPS:
                    insert_arrow(connection, table, stage.arrow(table, shard))
        with layout.attached_ledger(connection, ledger):
            _load_past(connection, day)


def _load_past(connection: duckdb.DuckDBPyConnection, day: date) -> None:
    connection.execute(_RECENT, {"day": day})
    since = {name: connection.execute(query).fetchall()[0][0] for name, query in _SINCE.items()}
    for noun, query in _PAST.items():
        given = {name: moment for name, moment in since.items() if f"${name}" in query}
        connection.execute(f"create table past.{noun} as {query}", given)
