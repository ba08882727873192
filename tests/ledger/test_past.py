from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from newsledger.past import Told, past_of_stories, recent_documents
from newsledger.settings import Settings
from tests.ledger.ledgers import put
from tests.ledger.rows import DAY, SENTENCE, Staged, document, run, settings

NEXT_DAY = DAY + timedelta(days=1)
FIRST = document()
SECOND = document(text=SENTENCE.replace("300", "450"), day=NEXT_DAY, version=2)


@pytest.fixture
def here(tmp_path: Path) -> Settings:
    given = settings(tmp_path)
    put(given, Staged.of(FIRST), run())
    put(given, Staged.of(SECOND), run(NEXT_DAY))
    return given


def test_without_a_ledger_there_is_no_past(tmp_path: Path) -> None:
    assert list(recent_documents(tmp_path / "ledger.duckdb", DAY, 10)) == []
    assert past_of_stories(tmp_path / "ledger.duckdb", [FIRST.story_id]) == Told([], [], [])


def test_older_versions_are_part_of_the_past(here: Settings) -> None:
    assert list(recent_documents(here.ledger, DAY, 10)) == [FIRST, SECOND]
    told = past_of_stories(here.ledger, [FIRST.story_id, "another"])
    assert told.documents == [FIRST, SECOND]
    assert sorted(c.low or 0 for c in told.claims) == [300, 450]
    assert [m.document_id for m in told.mentions] == sorted(d.document_id for d in (FIRST, SECOND))


def test_what_is_read_again_or_far_off_is_left_out(here: Settings) -> None:
    assert list(recent_documents(here.ledger, DAY, 10, [SECOND.page_id])) == [FIRST]
    assert list(recent_documents(here.ledger, DAY, 0)) == [FIRST]
    assert list(recent_documents(here.ledger, DAY + timedelta(days=30), 10)) == []


def test_what_was_withdrawn_is_no_past(here: Settings) -> None:
    mended = document(text=SENTENCE + " Mended.", page_id=FIRST.page_id)
    put(here, Staged.of(mended), run(number=2))
    assert list(recent_documents(here.ledger, DAY, 10)) == [SECOND, mended]  # as they were recorded
    nothing = replace(Staged.of(), pages=Staged.of(SECOND).pages)
    put(here, nothing, run(NEXT_DAY, 2))
    assert SECOND not in list(recent_documents(here.ledger, DAY, 10))
