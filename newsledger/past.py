"""Read what the ledger already knows of the days and stories that a run works on.

What that costs must not grow with the archive: documents are looked for in the columns that tell them, and only of
those found is everything read (see newsledger.publishing).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from newsledger.database import records
from newsledger.warehouse import reader
from schemas import stage as tables
from schemas.claim import StagedClaim
from schemas.document import GroupedDocument
from schemas.event import StagedMention
from schemas.table import Table

_NEAR = "abs(date_diff('day', coalesce(published_at, fetched_at)::date, $day)) <= $days"
_OF_STORIES = "story_id in (select unnest($stories))"

# Documents that were published and not withdrawn since: those that hold, and older versions of articles that do.
# An old version is superseded too, but no other reading of its own page took its place.
_KNOWN = """
    with latest as materialized (
        select * from main.documents
        where rowid in (
            select rowid from main.documents
            where document_id in (select document_id from main.documents where {looked_for})
        )
        qualify row_number() over (partition by document_id order by superseded_at is null desc, recorded_at desc) = 1
    ),
    known as (
        select * from latest d
        where superseded_at is null or exists (
            select 1 from main.documents c
            where c.superseded_at is null and c.article_id = d.article_id and c.page_id <> d.page_id
        ) and not exists (
            select 1 from main.documents o
            where o.page_id = d.page_id and o.document_id <> d.document_id and o.recorded_at >= d.superseded_at
        )
    )
"""


def recent_documents(ledger: Path, day: date, days: int, read_again: Iterable[str] = ()) -> list[GroupedDocument]:
    """Return the known documents of the `days` before and after a news day, older versions included.

    Days after count too, as a replay of an old day must find what has come since. Pages in `read_again` (page_id)
    are being read anew, so what was read from them before is left out. Empty if there is no ledger yet.
    """
    query = f"""
        {_KNOWN.format(looked_for=_NEAR)}
        select {_columns(tables.DOCUMENTS)} from known
        where {_NEAR} and page_id not in (select unnest($read_again))
        order by coalesce(published_at, fetched_at), document_id
    """
    if not ledger.exists():
        return []
    given = {"day": day, "days": days, "read_again": list(read_again)}
    with reader(ledger) as connection:
        return [tables.DOCUMENTS.from_record(record) for record in records(connection, query, given)]


@dataclass(frozen=True)
class Told:
    """What the ledger knows of some stories."""

    claims: list[StagedClaim]
    mentions: list[StagedMention]
    documents: list[GroupedDocument]


def past_of_stories(ledger: Path, story_ids: Iterable[str]) -> Told:
    """Return the claims, mentions and documents that the ledger knows of some stories, older versions included."""
    given = {"stories": list(story_ids)}
    known = f"{_KNOWN.format(looked_for=_OF_STORIES)}, of_stories as (select * from known where {_OF_STORIES})"
    documents = f"""
        {known} select {_columns(tables.DOCUMENTS)} from of_stories
        order by coalesce(published_at, fetched_at), document_id
    """
    # No claim was recorded before the first document of its story.
    since = f"select coalesce(min(recorded_at), 'infinity') as since from main.documents where {_OF_STORIES}"
    rows = """
        {known}
        select {columns} from main.{table} c
        where rowid in (
            select rowid from main.{table}
            where recorded_at >= $since and document_id in (select document_id from of_stories)
        )
        and (
            superseded_at is null
            or superseded_at = (select max(superseded_at) from of_stories k where k.document_id = c.document_id)
        )
        order by document_id, "start"
    """
    if not ledger.exists():
        return Told([], [], [])
    with reader(ledger) as connection:
        given_since = given | records(connection, since, given)[0]
        claims, mentions = (
            records(connection, rows.format(known=known, columns=_columns(table), table=table.name), given_since)
            for table in (tables.CLAIMS, tables.EVENT_MENTIONS)
        )
        return Told(
            [tables.CLAIMS.from_record(record) for record in claims],
            [tables.EVENT_MENTIONS.from_record(record) for record in mentions],
            [tables.DOCUMENTS.from_record(record) for record in records(connection, documents, given)],
        )


def _columns(table: Table) -> str:
    return ", ".join(f'"{column.name}"' for column in table.columns)
