"""Read what the ledger already knows of the days and stories that a run works on."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from newsledger.database import records
from newsledger.warehouse import reader
from schemas import stage as tables
from schemas.claim import StagedClaim
from schemas.document import GroupedDocument
from schemas.table import Table

# Documents that were published and not withdrawn since: those that hold, and older versions of articles that do.
# An old version is superseded too, but no other reading of its own page took its place.
_KNOWN = """
    with latest as (
        select * from main.documents
        qualify row_number() over (partition by document_id order by superseded_at is null desc, recorded_at desc) = 1
    ),
    known as (
        select * from latest d
        where superseded_at is null or exists (
            select 1 from main.current_documents c where c.article_id = d.article_id and c.page_id <> d.page_id
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
        {_KNOWN}
        select {_columns(tables.DOCUMENTS)} from known
        where abs(date_diff('day', coalesce(published_at, fetched_at)::date, $day)) <= $days
        and not list_contains($read_again, page_id)
        order by coalesce(published_at, fetched_at), document_id
    """
    return _rows(ledger, tables.DOCUMENTS, query, {"day": day, "days": days, "read_again": list(read_again)})


def past_of_stories(ledger: Path, story_ids: Iterable[str]) -> tuple[list[StagedClaim], list[GroupedDocument]]:
    """Return the claims and documents that the ledger knows of some stories, older versions included."""
    given = {"stories": list(story_ids)}
    documents = f"{_KNOWN} select {_columns(tables.DOCUMENTS)} from known where list_contains($stories, story_id)"
    claims = f"""
        {_KNOWN}
        select {_columns(tables.CLAIMS)} from main.claims c
        where document_id in (select document_id from known where list_contains($stories, story_id))
        and (
            superseded_at is null
            or superseded_at = (select max(superseded_at) from known k where k.document_id = c.document_id)
        )
        order by document_id, "start"
    """
    return (
        _rows(ledger, tables.CLAIMS, claims, given),
        _rows(ledger, tables.DOCUMENTS, f"{documents} order by coalesce(published_at, fetched_at), document_id", given),
    )


def _columns(table: Table) -> str:
    return ", ".join(f'"{column.name}"' for column in table.columns)


def _rows(ledger: Path, table: Table, query: str, given: dict[str, Any]) -> list[Any]:
    if not ledger.exists():
        return []
    with reader(ledger) as connection:
        return [table.from_record(record) for record in records(connection, query, given)]
