"""Read what the ledger already knows of the days and stories that a run works on.

What that costs must not grow with the archive: documents are looked for in the columns that tell them, each read once,
and only of those found is everything read (see newsledger.publishing).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import duckdb

from newsledger.database import records
from newsledger.warehouse import reader
from schemas import stage as tables
from schemas.claim import StagedClaim
from schemas.document import GroupedDocument
from schemas.event import StagedMention
from schemas.story import Member
from schemas.table import Table

_NEAR = "abs(date_diff('day', coalesce(published_at, fetched_at)::date, $day)) <= $days"
_OF_STORIES = "story_id in (select unnest($stories))"

_SOUGHT = "create temp table sought as select distinct document_id, article_id from main.documents where {sought}"

# All that was ever recorded of these documents, of the other versions of their articles, and of the same pages.
_AROUND = """
    create temp table around as
    select rowid as row_id, document_id, article_id, page_id, recorded_at, superseded_at from main.documents
    where article_id in (select article_id from sought) or page_id in (
        select page_id from main.documents where document_id in (select document_id from sought)
    )
"""

# Documents that were published and not withdrawn since: those that hold, and older versions of articles that do.
# An old version is superseded too, but no other reading of its own page took its place.
_KNOWN = """
    create temp table known as
    with latest as (
        select * from around where document_id in (select document_id from sought)
        qualify row_number() over (partition by document_id order by superseded_at is null desc, recorded_at desc) = 1
    ),
    standing as (
        select row_id from latest d
        where superseded_at is null or exists (
            select 1 from around c
            where c.superseded_at is null and c.article_id = d.article_id and c.page_id <> d.page_id
        ) and not exists (
            select 1 from around o
            where o.page_id = d.page_id and o.document_id <> d.document_id and o.recorded_at >= d.superseded_at
        )
    )
    select rowid as row_id, document_id, page_id, superseded_at from main.documents
    where rowid in (from standing) and {sought}
"""

# No claim or mention was recorded before its document.
_SINCE = """
    select coalesce(min(recorded_at), 'infinity') as since from around
    where document_id in (select document_id from known)
"""
_OF_KNOWN = """
    select {columns} from main.{table} c
    where rowid in (
        select rowid from main.{table}
        where recorded_at >= $since and document_id in (select document_id from known)
    )
    and (
        superseded_at is null
        or superseded_at = (select max(superseded_at) from known k where k.document_id = c.document_id)
    )
    order by document_id, "start"
"""

_OF_DOCUMENTS = """
    from main.documents where rowid in (
        select row_id from known where page_id not in (select unnest($read_again::varchar[]))
    )
"""
_DOCUMENTS = f"select {', '.join(column.name for column in tables.DOCUMENTS.columns)} {_OF_DOCUMENTS}"
_BY_TIME = "order by coalesce(published_at, fetched_at), document_id"
_MEMBERS = f"""
    select document_id, article_id, story_id, copy_of, version, outlet, title, published_at,
        coalesce(updated_at, published_at, fetched_at) as appeared_at
    {_OF_DOCUMENTS}
"""
_BATCH = 1000  # documents that are held at a time


def recent_documents(ledger: Path, day: date, days: int, read_again: Iterable[str] = ()) -> Iterator[GroupedDocument]:
    """Yield the known documents of the `days` before and after a news day, older versions included.

    Days after count too, as a replay of an old day must find what has come since. Pages in `read_again` (page_id)
    are being read anew, so what was read from them before is left out. None if there is no ledger yet.
    """
    if not ledger.exists():
        return
    with reader(ledger) as connection:
        _find(connection, _NEAR, {"day": day, "days": days})
        found = connection.execute(_DOCUMENTS, {"read_again": list(read_again)})
        for batch in found.to_arrow_reader(_BATCH):
            yield from map(tables.DOCUMENTS.from_record, batch.to_pylist())


def members(ledger: Path, story_ids: Iterable[str], read_again: Iterable[str] = ()) -> list[Member]:
    """Return all documents by which the ledger knows some stories, whenever they came, older versions included.

    What was read from pages in `read_again` is left out.
    """
    if not ledger.exists():
        return []
    with reader(ledger) as connection:
        _find(connection, _OF_STORIES, {"stories": list(story_ids)})
        found = records(connection, _MEMBERS, {"read_again": list(read_again)})
        return [Member(**record) for record in found]


@dataclass(frozen=True)
class Told:
    """What the ledger knows of some stories."""

    claims: list[StagedClaim]
    mentions: list[StagedMention]
    documents: list[GroupedDocument]


def past_of_stories(ledger: Path, story_ids: Iterable[str]) -> Told:
    """Return the claims, mentions and documents that the ledger knows of some stories, older versions included."""
    if not ledger.exists():
        return Told([], [], [])
    with reader(ledger) as connection:
        _find(connection, _OF_STORIES, {"stories": list(story_ids)})
        since = records(connection, _SINCE)[0]
        claims, mentions = (
            _rows(connection, table, _OF_KNOWN.format(columns=_columns(table), table=table.name), since)
            for table in (tables.CLAIMS, tables.EVENT_MENTIONS)
        )
        documents = _rows(connection, tables.DOCUMENTS, f"{_DOCUMENTS} {_BY_TIME}", {"read_again": []})
        return Told(claims, mentions, documents)


def _find(connection: duckdb.DuckDBPyConnection, sought: str, given: Mapping[str, Any]) -> None:
    """Copy the known documents that are sought to the temporary table `known`, those around them to `around`."""
    connection.execute(_SOUGHT.format(sought=sought), given)
    connection.execute(_AROUND)
    connection.execute(_KNOWN.format(sought=sought), given)


def _rows(connection: duckdb.DuckDBPyConnection, table: Table, query: str, given: Mapping[str, Any]) -> list[Any]:
    return [table.from_record(record) for record in records(connection, query, given)]


def _columns(table: Table) -> str:
    return ", ".join(f'"{column.name}"' for column in table.columns)
