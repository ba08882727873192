"""Load what a run has staged, and what the ledger knows of it, into the DuckDB file that its checks work on."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import duckdb

from newsledger.stage import Stage
from newsledger.warehouse import CONFIG, attached
from schemas import stage as tables
from schemas.check import CHECKS, QUARANTINE
from schemas.run import STEP_COUNTS
from schemas.source import SOURCES, Source

STAGED = (
    tables.PAGES, tables.DOCUMENTS, tables.STORIES, tables.CLAIMS, tables.EVENTS, tables.ACTORS, tables.FIGURES,
    tables.REJECTIONS, tables.STEP_COUNTS,
)  # fmt: skip

# What staged rows may refer to without its being staged; nothing else of the past is copied.
_PAST = {
    "documents": """
        select distinct document_id from {past}documents
        where document_id in (select copy_of from stage.documents)
    """,
    "claims": """
        select distinct claim_id from {past}claims
        where claim_id in (select unnest(claim_ids) from stage.figures)
    """,
}
_NO_PAST = ("create table past.documents (document_id varchar)", "create table past.claims (claim_id varchar)")


@contextmanager
def opened(staging: Path, *, read_only: bool = False) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open a staging file."""
    connection = duckdb.connect(str(staging), read_only=read_only, config=CONFIG)
    try:
        connection.execute("set TimeZone = 'UTC'")
        yield connection
    finally:
        connection.close()


def load(stage: Stage, staging: Path, sources: Iterable[Source], ledger: Path | None) -> None:
    """Make a staging file anew from stage files, the sources the run was for, and the ledger."""
    staging.unlink(missing_ok=True)
    staging.with_name(staging.name + ".wal").unlink(missing_ok=True)
    with opened(staging) as connection:
        for schema in ("stage", "past", "ops"):
            connection.execute(f"create schema {schema}")
        for table in (CHECKS, QUARANTINE, STEP_COUNTS, replace(SOURCES, schema="stage")):
            connection.execute(table.create_sql())
        connection.execute("create table ops.examples (rule_id varchar, example varchar)")
        connection.register("incoming", SOURCES.to_arrow(sources))
        connection.execute("insert into stage.sources by name select * from incoming")
        for table in STAGED:
            connection.execute(table.create_sql())
            _read(connection, stage, table.name)
        _remember(connection, ledger)


def _read(connection: duckdb.DuckDBPyConnection, stage: Stage, name: str) -> None:
    """Read a table's shards, but not the sums that an earlier try of checking or publishing has left."""
    table = next(t for t in STAGED if t.name == name)
    shards = [str(p) for p in stage.shards(table) if name != "steps" or p.stem not in ("check", "publish")]
    if shards:
        connection.execute(f"insert into stage.{name} by name select * from read_parquet($shards)", {"shards": shards})


def _remember(connection: duckdb.DuckDBPyConnection, ledger: Path | None) -> None:
    if ledger is None or not ledger.exists():
        for statement in _NO_PAST:
            connection.execute(statement)
        return
    with attached(connection, ledger, "ledger"):
        for name, query in _PAST.items():
            connection.execute(f"create table past.{name} as {query.format(past='ledger.main.')}")
