"""The tasks find the run they work for, and tell of failures once, by the right name."""

import subprocess
import sys
from datetime import date
from types import SimpleNamespace

import pytest

from newsledger import alerts, steps, tasks
from newsledger.checks import Verdict
from schemas.faults import Permanent


def context(*, conf=None, partition_key=None, task_ids=("group",), started=None, error=None, task_id="group"):
    """Return as much of an Airflow context as the tasks look at."""
    return {
        "dag_run": SimpleNamespace(conf=conf, partition_key=partition_key),
        "dag": SimpleNamespace(task_ids=list(task_ids)),
        "ti": SimpleNamespace(task_id=task_id, xcom_pull=lambda task_ids: started if task_ids == "start" else None),
        "exception": error,
    }


def test_the_news_day_is_that_asked_for_then_the_partition_then_today(monkeypatch) -> None:
    assert tasks.news_day(context(conf={"day": "2026-10-05"}, partition_key="2026-11-23")) == date(2026, 10, 5)
    assert tasks.news_day(context(partition_key="2026-11-23")) == date(2026, 11, 23)
    monkeypatch.setattr(tasks, "utc_now", lambda: SimpleNamespace(date=lambda: date(2026, 11, 24)))
    assert tasks.news_day(context()) == date(2026, 11, 24)


def test_a_bad_day_is_refused() -> None:
    with pytest.raises(ValueError, match="Invalid isoformat"):
        tasks.news_day(context(conf={"day": "5 Oct"}))


def test_the_run_is_that_asked_for_then_that_started_then_the_partition() -> None:
    ingest = ("start", "fetch", "clean")
    assert tasks.run_of(context(conf={"run_id": "2026-10-05.2"}, partition_key="x")) == "2026-10-05.2"
    assert tasks.run_of(context(task_ids=ingest, started="2026-10-05.1", partition_key="2026-10-05")) == "2026-10-05.1"
    assert tasks.run_of(context(task_ids=ingest, partition_key="2026-10-05")) is None
    assert tasks.run_of(context(partition_key="2026-10-05.1")) == "2026-10-05.1"


@pytest.fixture
def told(monkeypatch) -> list[tuple]:
    calls: list[tuple] = []
    monkeypatch.setattr(steps, "fail", lambda _, run_id, step, error: calls.append((run_id, step, repr(error))))
    monkeypatch.setattr(
        alerts, "tell_failure", lambda _, run, step, error: calls.append((run.run_id, step, repr(error)))
    )
    return calls


def test_a_failure_is_told_with_its_run_and_step(told) -> None:
    tasks.tell_failure(context(partition_key="2026-10-05.1", error=Permanent("gone")))
    assert told == [("2026-10-05.1", "group", "Permanent('gone')")]


def test_a_held_run_is_not_told_again(told) -> None:
    tasks.tell_failure(context(partition_key="2026-10-05.1", error=steps.Held(Verdict((), ())), task_id="check"))
    assert told == []


def test_a_task_whose_process_died_is_told_too(told) -> None:
    tasks.tell_failure(context(partition_key="2026-10-05.1", error="heartbeat timed out"))
    assert told == [("2026-10-05.1", "group", "RuntimeError('heartbeat timed out')")]


def test_a_run_that_could_not_be_opened_is_told_for_its_day(told) -> None:
    broken = context(
        partition_key="2026-10-05", task_ids=("start", "fetch"), error=Permanent("no source"), task_id="start"
    )
    tasks.tell_failure(broken)
    assert told == [("2026-10-05.0", "start", "Permanent('no source')")]


def test_worker_processes_do_not_import_the_program_that_started_airflow(tmp_path) -> None:
    program = tmp_path / "airflow"
    program.write_text(
        "import multiprocessing\n"
        "from concurrent.futures import ProcessPoolExecutor\n"
        "if __name__ != '__main__':\n"
        "    raise SystemExit('imported again')\n"
        "from newsledger.tasks import _keep_airflow_out_of_workers\n"
        "_keep_airflow_out_of_workers()\n"
        "with ProcessPoolExecutor(1, multiprocessing.get_context('spawn')) as pool:\n"
        "    print(pool.submit(abs, -7).result())\n",
        "utf-8",
    )
    done = subprocess.run([sys.executable, str(program)], capture_output=True, text=True, check=False)
    assert done.stdout == "7\n", done.stderr
