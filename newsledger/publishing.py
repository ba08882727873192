"""Bring checked rows into the ledger's history: what changed is superseded and written anew, what did not is left.

Runs inside a transaction of the caller, with the staging file attached as `staging`. Rows are compared by content,
never by when or by what they were read, so that a replay finds everything in place. Three things end a row's time:

- the run read its document again and found something else, or nothing;
- a newer version of its article was published (news day first, then version: a late replay of an old day does not
  turn back the clock; its rows enter the history as already superseded);
- what it was gathered from is gone (stories without documents, figures of a touched story).

Actors are facts about names and never end.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import duckdb

from schemas.actor import ACTORS
from schemas.claim import CLAIMS
from schemas.document import DOCUMENTS
from schemas.event import EVENTS
from schemas.figure import FIGURES
from schemas.recorded import Recorded
from schemas.run import Run
from schemas.story import STORIES
from schemas.table import Table, columns_of

# Where and how often the same text was met does not make it another document.
_INCIDENTAL = {"documents": {"page_id", "url", "dropped_lines", "fetched_at", "warc_path", "warc_offset"}}
_RECORDED = {column.name for column in columns_of(Recorded)}

# Which current rows the run has something to say about, and which staged rows are outdated on arrival.
_OLDER_VERSION = "document_id not in (select document_id from best)"
_SCOPES: tuple[tuple[Table, str, str], ...] = (
    (
        DOCUMENTS,
        f"""
            document_id in (select document_id from incoming)
            or page_id in (select page_id from staging.stage.pages)
            or article_id in (select article_id from best) and {_OLDER_VERSION}
        """,
        _OLDER_VERSION,
    ),
    (
        STORIES,
        """
            story_id in (select story_id from incoming)
            or story_id in (select story_id from main.documents where superseded_at = $now)
            and story_id not in (select story_id from main.documents where superseded_at is null)
        """,
        "false",
    ),
    (CLAIMS, "document_id in (select document_id from touched)", _OLDER_VERSION),
    (EVENTS, "document_id in (select document_id from touched)", _OLDER_VERSION),
    (ACTORS, "actor_id in (select actor_id from incoming)", "false"),
    (
        FIGURES,
        """
            story_id in (select story_id from staging.stage.stories)
            or story_id in (select story_id from main.stories where superseded_at = $now)
        """,
        "false",
    ),
)

_BEST = """
    create or replace temp table best as
    with reread as (
        select document_id from main.documents
        where superseded_at is null and page_id in (select page_id from staging.stage.pages)
        and document_id not in (select document_id from staging.stage.documents)
    ),
    candidates as (
        select article_id, document_id, version, $partition_on::date as partition_on from staging.stage.documents
        union all
        select d.article_id, d.document_id, d.version, r.partition_on
        from main.documents d join ops.runs r using (run_id)
        where d.superseded_at is null
        and d.article_id in (select article_id from staging.stage.documents)
        and d.document_id not in (from reread)
    )
    select article_id, first(document_id order by partition_on desc, version desc, document_id) as document_id
    from candidates group by article_id
"""

_TOUCHED = """
    create or replace temp table touched as
    select document_id from staging.stage.documents
    union select document_id from main.documents where superseded_at = $now
"""


@dataclass(frozen=True)
class Change:
    """What publishing did to one table."""

    staged: int
    inserted: int
    superseded: int
    outdated: int  # staged rows of versions that a newer one has already replaced


def publish_rows(connection: duckdb.DuckDBPyConnection, run: Run, now: datetime) -> Mapping[str, Change]:
    """Bring the staged rows into the history tables as of `now`; return what happened to each table.

    Raises RuntimeError if afterwards a staged row is neither current nor outdated: then the fault is ours.
    """
    connection.execute(_BEST, {"partition_on": run.partition_on})
    changes = {}
    for table, scope, outdated in _SCOPES:
        staged = f"select *, {outdated} as is_outdated from staging.stage.{table.name}"
        connection.execute(f"create or replace temp table incoming as {staged}")
        superseded = _supersede(connection, table, scope, now)
        inserted = _insert(connection, table, run, now)
        changes[table.name] = _counted(connection, table, inserted, superseded)
        if table is DOCUMENTS:
            connection.execute(_TOUCHED, {"now": now})
    return changes


def _supersede(connection: duckdb.DuckDBPyConnection, table: Table, scope: str, now: datetime) -> int:
    """End the time of current rows in scope that no staged row confirms."""
    query = f"""
        update {table.qualified_name} as t set superseded_at = $now
        where superseded_at is null and ({scope})
        and not exists (select 1 from incoming s where not s.is_outdated and {_same(table)})
    """
    return _affected(connection.execute(query, {"now": now}))


def _insert(connection: duckdb.DuckDBPyConnection, table: Table, run: Run, now: datetime) -> int:
    """Write staged rows that are not current already; outdated ones only where the history lacks them."""
    query = f"""
        insert into {table.qualified_name} by name
        select s.* exclude is_outdated, $run_id as run_id, $now as recorded_at,
            case when is_outdated then $now end as superseded_at, $made_by as made_by
        from incoming s
        where not exists (
            select 1 from {table.qualified_name} t where (s.is_outdated or t.superseded_at is null) and {_same(table)}
        )
    """
    return _affected(connection.execute(query, {"now": now, "run_id": run.run_id, "made_by": run.made_by}))


def _same(table: Table) -> str:
    """Return the condition that ledger row `t` and staged row `s` are the same row with the same content."""
    incidental = _INCIDENTAL.get(table.name, set())
    names = [c.name for c in table.columns if c.name not in {*_RECORDED, *incidental, *table.key}]
    keys = " and ".join(f't."{name}" = s."{name}"' for name in table.key)
    ours, theirs = (", ".join(f'{side}."{name}"' for name in names) for side in "ts")
    return f"{keys} and row({ours}) is not distinct from row({theirs})"


def _counted(connection: duckdb.DuckDBPyConnection, table: Table, inserted: int, superseded: int) -> Change:
    key = table.key[0]
    query = f"""
        select count(*), count(*) filter (is_outdated),
            count(*) filter (not is_outdated and {key} in (
                select {key} from {table.qualified_name} where superseded_at is null
            ))
        from incoming
    """
    staged, outdated, current = connection.execute(query).fetchall()[0]
    if current + outdated != staged:
        raise RuntimeError(f"publishing {table.name}: {staged} staged, {current} current, {outdated} outdated")
    return Change(staged, inserted, superseded, outdated)


def _affected(result: duckdb.DuckDBPyConnection) -> int:
    row = result.fetchone()
    return int(row[0]) if row else 0
