"""A run is opened once, remembered, and ended."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from newsledger import runs
from newsledger.settings import Settings
from schemas.faults import Permanent

DAY = date(2026, 10, 5)


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setattr(runs, "made_by", lambda _: "test")
    return Settings(data=tmp_path, config=tmp_path, engine="", processes=1, memory_limit="1GB")


def test_runs_of_a_day_are_numbered(settings: Settings) -> None:
    ids = [runs.start_run(settings, DAY) for _ in range(11)]
    assert ids[0] == "2026-10-05.1"
    assert runs.run_ids(settings) == ids


def test_two_at_once_never_share_a_number(settings: Settings) -> None:
    with ThreadPoolExecutor(8) as pool:
        ids = list(pool.map(lambda _: runs.start_run(settings, DAY), range(24)))
    assert len(set(ids)) == 24


def test_a_plan_is_read_back_and_ended(settings: Settings) -> None:
    run_id = runs.start_run(settings, DAY, ("a", "b"), replay_of=None)
    ended = runs.ended(settings, run_id, "held")
    assert runs.read_plan(settings, run_id).run.status == "running"
    runs.save_run(settings, ended)
    plan = runs.read_plan(settings, run_id)
    assert plan.sources == ("a", "b")
    assert plan.run == ended
    assert plan.run.status == "held"
    assert plan.run.ended_at is not None


def test_an_unknown_run_is_named_with_those_that_are_known(settings: Settings) -> None:
    runs.start_run(settings, DAY)
    with pytest.raises(Permanent, match=r"no run 1999-01-01\.1 .*2026-10-05\.1"):
        runs.read_plan(settings, "1999-01-01.1")
