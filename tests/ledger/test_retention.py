"""What is old goes, what is published and what a replay needs stays."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from newsledger import retention, runs
from newsledger.retention import compact, prune
from newsledger.runs import ended, read_plan, save_run, stage_of, start_run
from newsledger.settings import Settings
from schemas import stage as tables
from schemas.ledger import HISTORY
from tests.ledger.ledgers import ask, history, put
from tests.ledger.rows import DAY, SENTENCE, Staged, document, run, settings


@pytest.fixture(autouse=True)
def _started_on_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runs, "utc_now", lambda: datetime(DAY.year, DAY.month, DAY.day, 6, tzinfo=UTC))


def finished_run(here: Settings) -> str:
    run_id = start_run(here, DAY)
    put(here, Staged.of(document()), run())
    save_run(here, ended(here, run_id, "published"))
    return run_id


def test_of_an_old_run_stays_what_a_replay_needs(tmp_path: Path) -> None:
    here = settings(tmp_path)
    run_id = finished_run(here)
    rows = history(here)
    assert prune(here, DAY + timedelta(days=31)).runs == 1
    assert {path.name for path in (here.checked / run_id).iterdir()} == {"run.json", "pages", "steps"}
    assert len(list(stage_of(here, run_id).read(tables.PAGES))) == 1
    assert read_plan(here, run_id).run.status == "published"
    assert history(here) == rows


def test_a_young_run_is_left_alone_also_if_it_works_for_an_old_day(tmp_path: Path) -> None:
    here = settings(tmp_path)
    finished = finished_run(here)
    late = start_run(here, DAY - timedelta(days=90))
    stage_of(here, late).write(tables.CLAIMS, [])
    assert prune(here, DAY + timedelta(days=30)).runs == 0
    assert (here.checked / finished / "claims").exists()
    assert (here.checked / late / "claims").exists()


def test_a_run_that_was_killed_goes_too(tmp_path: Path) -> None:
    here = settings(tmp_path)
    killed = start_run(here, DAY)
    stage_of(here, killed).write(tables.CLAIMS, [])
    assert prune(here, DAY + timedelta(days=31)).runs == 1
    assert not (here.checked / killed / "claims").exists()


def test_pruning_again_finds_nothing(tmp_path: Path) -> None:
    here = settings(tmp_path)
    finished_run(here)
    assert prune(here, DAY + timedelta(days=31)).freed_bytes > 0
    assert prune(here, DAY + timedelta(days=31)) == retention.Pruned(0, 0, 0, 0)


@pytest.mark.parametrize(("keep", "left"), [(None, 2), (5, 1), (400, 2)])
def test_raw_pages_go_when_their_time_is_over(tmp_path: Path, keep: int | None, left: int) -> None:
    here = replace(settings(tmp_path), keep_raw_days=keep)
    for day in (DAY, DAY + timedelta(days=5)):
        (here.raw / str(day)).mkdir(parents=True)
        (here.raw / str(day) / "courier.warc.gz").write_bytes(b"page")
    (here.raw / "visits").mkdir()
    assert prune(here, DAY + timedelta(days=6)).days == 2 - left
    assert len(list(here.raw.glob("????-*"))) == left
    assert (here.raw / "visits").exists()


def test_compacting_frees_room_and_keeps_every_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = settings(tmp_path)
    put(here, Staged.of(*(document(f"fire-{n}", SENTENCE.replace("300", str(n))) for n in range(2000))), run())
    rows = history(here)
    monkeypatch.setattr(retention, "_waste", lambda _: 0.9)
    compact(here)
    assert history(here) == rows
    assert len(ask(here, "from duckdb_views() where not internal")) == len(HISTORY)
    assert ask(here, "select comment is null from duckdb_tables() where table_name = 'claims'") == [(False,)]
    put(here, Staged.of(document("rain")), run(number=2))
    assert len(ask(here, "from documents")) == 2001


def test_a_warehouse_that_wastes_much_is_written_anew(tmp_path: Path) -> None:
    here = settings(tmp_path)
    put(here, Staged.of(*(document(f"fire-{n}", SENTENCE * 20 + str(n)) for n in range(6000))), run())
    with retention.warehouse.writer(here) as connection:
        for table in HISTORY:
            connection.execute(f"delete from {table.qualified_name}")
    assert compact(here) > 1_000_000
    assert compact(here) == 0


def test_a_copy_that_lacks_rows_is_not_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = settings(tmp_path)
    put(here, Staged.of(document()), run())
    monkeypatch.setattr(retention, "_waste", lambda _: 0.9)
    monkeypatch.setattr(retention, "_count", lambda _, name: 1 if name.startswith("fresh") else 2)
    with pytest.raises(RuntimeError, match="became 1"):
        compact(here)
    monkeypatch.undo()
    assert len(ask(here, "from documents")) == 1
    put(here, Staged.of(document("rain")), run(number=2))
    assert len(ask(here, "from documents")) == 2


def test_there_may_be_no_warehouse_yet(tmp_path: Path) -> None:
    assert compact(settings(tmp_path)) == 0
