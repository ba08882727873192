"""Bring checked rows into the ledger's history: what changed is superseded and written anew, what did not is left.

Runs inside a transaction of the caller, with the staging file attached as `staging`. Rows are compared by content,
never by when or by what they were read, so that a replay finds everything in place. Three things end a row's time:

- the run read its document again and found something else, or nothing;
- a newer version of its article was published (news day first, then version: a late replay of an old day does not
  turn back the clock; its rows enter the history as already superseded);
- what it was gathered from is gone (stories without documents; events and figures of a story touched).

Actors are facts about names and never end.

What a day costs must not grow with the archive. The ledger has no indexes, so rows are looked up in two steps: first
their row ids, by scanning key columns alone, then the rows there. What hangs on a document or a story was never
recorded before it, so of the large tables only what was recorded since then is scanned, which DuckDB's zone maps
make cheap.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import duckdb

from schemas.actor import ACTORS
from schemas.claim import CLAIMS
from schemas.document import DOCUMENTS
from schemas.event import EVENT_MENTIONS, EVENTS
from schemas.figure import FIGURES
from schemas.recorded import Recorded
from schemas.run import Run
from schemas.story import STORIES
from schemas.table import Table, columns_of

# Where and how often the same text was met does not make it another document.
_INCIDENTAL = {"documents": {"page_id", "url", "dropped_lines", "fetched_at", "warc_path", "warc_offset"}}
_RECORDED = {column.name for column in columns_of(Recorded)}

_OLDER_VERSION = "document_id not in (select document_id from best)"


@dataclass(frozen=True)
class _Scope:
    """Where a run looks in a table, which of the current rows there it may end, which staged rows come too late."""

    table: Table
    keys: str
    may_end: str = "true"
    is_outdated: str = "false"
    since: str = "select timestamptz '-infinity'"  # nothing that is looked for was recorded before


_SINCE_DOCUMENTS = """
    select min(recorded_at) from main.documents where document_id in (select document_id from touched)
"""
_OF_DOCUMENTS = "document_id in (select document_id from touched)"
_OF_STORIES = """
    story_id in (select story_id from staging.stage.stories) or story_id in (select story_id from ended_stories)
"""
_SINCE_STORIES = """
    select min(recorded_at) from main.stories
    where story_id in (select story_id from staging.stage.stories union select story_id from ended_stories)
"""

_SCOPES = (
    _Scope(
        DOCUMENTS,
        """
            document_id in (select document_id from staging.stage.documents)
            or page_id in (select page_id from staging.stage.pages)
            or article_id in (select article_id from staging.stage.documents)
        """,
        may_end=f"""
            document_id in (select document_id from incoming)
            or page_id in (select page_id from staging.stage.pages)
            or article_id in (select article_id from best) and {_OLDER_VERSION}
        """,
        is_outdated=_OLDER_VERSION,
    ),
    _Scope(
        STORIES,
        """
            story_id in (select story_id from staging.stage.stories)
            or story_id in (select story_id from ended_documents)
        """,
        may_end="""
            story_id in (select story_id from incoming)
            or story_id not in (
                select story_id from main.documents
                where superseded_at is null and story_id in (select story_id from held)
            )
        """,
    ),
    _Scope(CLAIMS, _OF_DOCUMENTS, is_outdated=_OLDER_VERSION, since=_SINCE_DOCUMENTS),
    _Scope(EVENT_MENTIONS, _OF_DOCUMENTS, is_outdated=_OLDER_VERSION, since=_SINCE_DOCUMENTS),
    _Scope(EVENTS, _OF_STORIES, since=_SINCE_STORIES),
    _Scope(ACTORS, "actor_id in (select actor_id from staging.stage.actors)"),
    _Scope(FIGURES, _OF_STORIES, since=_SINCE_STORIES),
)

_BEST = """
    create or replace temp table best as
    with reread as (
        select document_id from held
        where superseded_at is null and page_id in (select page_id from staging.stage.pages)
        and document_id not in (select document_id from staging.stage.documents)
    ),
    candidates as (
        select article_id, document_id, version, $partition_on::date as partition_on from staging.stage.documents
        union all
        select d.article_id, d.document_id, d.version, r.partition_on
        from held d join ops.runs r using (run_id)
        where d.superseded_at is null
        and d.article_id in (select article_id from staging.stage.documents)
        and d.document_id not in (from reread)
    )
    select article_id, first(document_id order by partition_on desc, version desc, document_id) as document_id
    from candidates group by article_id
"""

_TOUCHED = """
    create or replace temp table touched as
    select document_id from staging.stage.documents union select document_id from ended_documents
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
    changes = {}
    for scope in _SCOPES:
        table = scope.table
        _look_up(connection, scope)
        if table is DOCUMENTS:
            connection.execute(_BEST, {"partition_on": run.partition_on})
        staged = f"select *, {scope.is_outdated} as is_outdated from staging.stage.{table.name}"
        connection.execute(f"create or replace temp table incoming as {staged}")
        superseded = _supersede(connection, scope, now)
        inserted = _insert(connection, table, run, now)
        changes[table.name] = _counted(connection, table, now, inserted, superseded)
        if table is DOCUMENTS:
            connection.execute(_TOUCHED)
    return changes


def _look_up(connection: duckdb.DuckDBPyConnection, scope: _Scope) -> None:
    """Copy the ledger rows that the run has to do with to the temporary table `held`, each with its row id."""
    name = scope.table.qualified_name
    (since,) = connection.execute(scope.since).fetchall()[0]
    connection.execute(
        f"""
        create or replace temp table row_ids as
        select rowid as row_id from {name} where recorded_at >= $since and ({scope.keys})
        """,
        {"since": since},
    )
    connection.execute(
        f"""
        create or replace temp table held as
        select rowid as row_id, * from {name} where rowid in (select row_id from row_ids)
        """
    )


def _supersede(connection: duckdb.DuckDBPyConnection, scope: _Scope, now: datetime) -> int:
    """End the time of current rows that the run may end and that no staged row confirms."""
    connection.execute(
        f"""
        create or replace temp table ended_{scope.table.name} as
        select t.* from held t
        where superseded_at is null and ({scope.may_end})
        and not exists (select 1 from incoming s where not s.is_outdated and {_same(scope.table)})
        """
    )
    query = f"""
        update {scope.table.qualified_name} set superseded_at = $now
        where rowid in (select row_id from ended_{scope.table.name})
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
            select 1 from held t
            where {_same(table)} and (
                s.is_outdated or t.superseded_at is null and t.row_id not in (select row_id from ended_{table.name})
            )
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


def _counted(
    connection: duckdb.DuckDBPyConnection, table: Table, now: datetime, inserted: int, superseded: int
) -> Change:
    """Look again at the ledger: every staged row is to be current there, or outdated."""
    key, name = table.key[0], table.qualified_name
    query = f"""
        select count(*), count(*) filter (is_outdated),
            count(*) filter (not is_outdated and {key} in (
                select {key} from {name} where superseded_at is null and rowid in (select row_id from row_ids)
                union all select {key} from {name} where superseded_at is null and recorded_at = $now
            ))
        from incoming
    """
    staged, outdated, current = connection.execute(query, {"now": now}).fetchall()[0]
    if current + outdated != staged:
        raise RuntimeError(f"publishing {table.name}: {staged} staged, {current} current, {outdated} outdated")
    return Change(staged, inserted, superseded, outdated)


def _affected(result: duckdb.DuckDBPyConnection) -> int:
    row = result.fetchone()
    return int(row[0]) if row else 0
