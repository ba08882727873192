"""Stories are followed in batches, with the same rows as all at once, and count all that ever told them."""

from collections.abc import Iterable
from dataclasses import fields, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from newsledger import steps
from newsledger.runs import stage_of, start_run
from newsledger.settings import Settings
from schemas import stage as tables
from schemas.document import Document, GroupedDocument
from schemas.faults import Permanent
from tests.ledger.ledgers import put
from tests.ledger.rows import DAY, Staged, claim, document, mention, page, run, settings

FOLLOWED = (tables.CLAIMS, tables.FIGURES, tables.EVENT_MENTIONS, tables.EVENTS)
TOWNS = ("Millford", "Oakdene", "Harrowgate", "Saltmere", "Fenwick")


@pytest.fixture
def here(tmp_path: Path) -> Settings:
    return settings(tmp_path)


def told(town: str, outlet: str, number: int = 300, **changes: Any) -> GroupedDocument:
    streets = ", ".join(f"{town}{letter}" for letter in "abcdefghijklmnopqrstuvwxyz")
    text = (
        f"Mayor Ada Brook said the flood drove about {number} families from {town} on Monday. {outlet} saw {streets}."
    )
    return document(f"{town} {outlet}", text, outlet=outlet, **changes)


def grouped(here: Settings, documents: Iterable[GroupedDocument]) -> str:
    """Group documents as a run of its own; return its id."""
    rows, run_id = list(documents), start_run(here, DAY)
    names = [field.name for field in fields(Document)]
    stage = stage_of(here, run_id)
    stage.write(tables.PAGES, map(page, rows))
    stage.write(tables.CLEANED, [Document(**{name: getattr(row, name) for name in names}) for row in rows])
    steps.group(here, run_id)
    return run_id


def extract(here: Settings, run_id: str) -> None:
    """Leave what reading leaves, a claim and a mention of each document."""
    stage = stage_of(here, run_id)
    for shard in stage.shards(tables.DOCUMENTS):
        claims = {row: claim(row) for row in stage.read(tables.DOCUMENTS, shard)}
        stage.write(tables.EXTRACTED, claims.values(), shard)
        stage.write(tables.TOLD, [mention(row, told) for row, told in claims.items()], shard)


def followed(here: Settings, run_id: str) -> dict[str, list[Any]]:
    steps.follow(here, run_id)
    return {table.name: sorted(stage_of(here, run_id).read(table), key=repr) for table in FOLLOWED}


def test_batches_of_stories_come_to_the_same_as_all_at_once(here: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    put(
        here,
        Staged.of(told("Millford", "Wire", story_id="s", day=DAY - timedelta(days=1))),
        run(DAY - timedelta(days=1)),
    )
    monkeypatch.setattr(steps, "SHARD_DOCUMENTS", 2)
    run_id = grouped(here, [told(town, outlet) for outlet in ("Courier", "Herald", "Post") for town in TOWNS])
    stage = stage_of(here, run_id)
    assert [stage.count(tables.DOCUMENTS, shard) for shard in stage.shards(tables.DOCUMENTS)] == [2] * 7 + [1]
    extract(here, run_id)
    at_once = followed(here, run_id)
    assert len(at_once["figures"]) == len(TOWNS)
    assert {figure.claim_count for figure in at_once["figures"]} == {3, 4}
    monkeypatch.setattr(steps, "FOLLOWED_DOCUMENTS", 1)
    assert followed(here, run_id) == at_once
    assert len(stage.shards(tables.CLAIMS)) == len(TOWNS)
    monkeypatch.setattr(steps, "FOLLOWED_DOCUMENTS", 4)
    assert followed(here, run_id) == at_once
    assert len(stage.shards(tables.CLAIMS)) == 3


def test_what_was_read_in_other_documents_is_not_followed(here: Settings) -> None:
    run_id = grouped(here, [told("Millford", "Courier"), told("Oakdene", "Courier")])
    extract(here, run_id)
    stage = stage_of(here, run_id)
    stage.write(tables.DOCUMENTS, list(stage.read(tables.DOCUMENTS))[:1], "00000")
    with pytest.raises(Permanent, match="extracted from other documents; `newsledger replay`"):
        steps.follow(here, run_id)


def test_a_story_that_lies_apart_is_not_followed(here: Settings) -> None:
    run_id = grouped(here, [told(town, outlet) for outlet in ("Courier", "Herald") for town in TOWNS])
    stage = stage_of(here, run_id)
    one, *others = stage.read(tables.DOCUMENTS)
    stage.write(tables.DOCUMENTS, [*others, one], "00000")
    extract(here, run_id)
    with pytest.raises(Permanent, match="lie apart; `newsledger replay`"):
        steps.follow(here, run_id)


def test_a_run_without_documents_leaves_empty_tables(here: Settings) -> None:
    run_id = grouped(here, [])
    extract(here, run_id)
    assert followed(here, run_id) == {table.name: [] for table in FOLLOWED}
    assert stage_of(here, run_id).shards(tables.CLAIMS) == ["00000"]


def test_a_story_counts_documents_from_before_the_days_that_are_looked_at(here: Settings) -> None:
    for days in (30, 20, 2):
        day = DAY - timedelta(days=days)
        put(here, Staged.of(told("Millford", f"Outlet {days}", story_id="s", day=day)), run(day))
    run_id = grouped(here, [told("Millford", "Courier"), told("Fenwick", "Courier")])
    known, new = sorted(
        stage_of(here, run_id).read(tables.STORIES), key=lambda story: story.document_count, reverse=True
    )
    assert (known.story_id, known.document_count, known.outlet_count) == ("s", 4, 4)
    assert known.first_published_at.date() == DAY - timedelta(days=30)
    assert new.document_count == 1


def test_a_replay_counts_no_document_twice(here: Settings) -> None:
    first = told("Millford", "Courier")
    first = replace(first, story_id=first.document_id)
    put(here, Staged.of(first), run())
    [story] = stage_of(here, grouped(here, [first])).read(tables.STORIES)
    assert (story.story_id, story.document_count) == (first.document_id, 1)
