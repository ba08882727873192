"""Leave a run's documents story by story, and read them so with what was found in them, without holding a whole run."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path
from typing import Any

import pyarrow as pa

from newsledger.database import insert_arrow, opened
from newsledger.stage import Stage
from schemas import stage as tables
from schemas.claim import StagedClaim
from schemas.document import GroupedDocument
from schemas.event import EventMention
from schemas.faults import Permanent
from schemas.story import Member
from schemas.table import Table

_CLEANED = replace(tables.CLEANED, schema="main")
_MEMBERS = Table(Member, "main", "members", ("document_id",))
_REMEDY = "`newsledger replay` the run, or clear its tasks in Airflow from `group` on"
_HELD = 1000  # documents
_Told = tuple[GroupedDocument, list[StagedClaim], list[EventMention]]


@dataclass(frozen=True)
class Batch:
    """The documents of some whole stories, with the claims and mentions that were read in them."""

    documents: list[GroupedDocument] = field(default_factory=list)
    claims: list[StagedClaim] = field(default_factory=list)
    mentions: list[EventMention] = field(default_factory=list)


def write_by_story(stage: Stage, members: Sequence[Member], size: int, limits: Mapping[str, str]) -> None:
    """Write the cleaned documents in the order and with the places of `members`, as shards of `size` documents.

    DuckDB puts them in order, and spills what `limits` do not let it hold.
    """
    with opened(Path(":memory:"), limits=limits) as connection:
        connection.execute(_CLEANED.create_sql())
        for shard in stage.shards(tables.CLEANED):
            insert_arrow(connection, _CLEANED, stage.arrow(tables.CLEANED, shard))
        order = pa.array(range(len(members)), pa.int64())
        connection.register("members", _MEMBERS.to_arrow(members).append_column("place", order))
        found = connection.execute(
            """
            select c.*, m.story_id, m.copy_of, m.version
            from cleaned c join members m using (document_id) order by m.place
            """
        )
        rows = (row for batch in found.to_arrow_reader(_HELD) for row in batch.to_pylist())
        stage.write_shards(tables.DOCUMENTS, map(tables.DOCUMENTS.from_record, rows), size)


def read_by_story(stage: Stage, size: int) -> Iterator[Batch]:
    """Yield the run's stories, each whole, in batches of `size` documents or little more; at least one batch.

    Raises Permanent if a story's documents do not follow each other, as `write_by_story` leaves them, or if others were
    read than those: another version of the program grouped the run, or it was grouped again since.
    """
    batch, seen = Batch(), set[str]()
    for story_id, told in groupby(_read(stage), key=lambda one: one[0].story_id):
        if story_id in seen:
            raise Permanent(f"the documents of story {story_id} lie apart; {_REMEDY}")
        seen.add(story_id)
        if len(batch.documents) >= size:
            yield batch
            batch = Batch()
        for document, claims, mentions in told:
            batch.documents.append(document)
            batch.claims.extend(claims)
            batch.mentions.extend(mentions)
    yield batch


def _read(stage: Stage) -> Iterator[_Told]:
    """Yield each document with what was found in it, which lies in shards of the same names."""
    for shard in stage.shards(tables.DOCUMENTS):
        claims, mentions = _by_document(stage, tables.EXTRACTED, shard), _by_document(stage, tables.TOLD, shard)
        for document in stage.read(tables.DOCUMENTS, shard):
            yield document, claims.pop(document.document_id, []), mentions.pop(document.document_id, [])
        if claims or mentions:
            raise Permanent(f"shard {shard} was extracted from other documents; {_REMEDY}")


def _by_document(stage: Stage, table: Table, shard: str) -> dict[str, list[Any]]:
    rows = defaultdict(list)
    for row in stage.read(table, shard):
        rows[row.document_id].append(row)
    return rows
