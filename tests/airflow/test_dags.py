"""The DAGs are there, keep the house's policy, and cost little to parse."""

import ast
import json
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pendulum
import pytest
import structlog
from airflow.dag_processing.dagbag import DagBag
from airflow.sdk import Asset, CronPartitionTimetable, PartitionedAssetTimetable, RetryAction
from airflow.sdk.exceptions import AirflowTaskTerminated
from airflow.sdk.execution_time.callback_supervisor import execute_callback
from airflow.serialization.encoders import coerce_to_core_timetable
from airflow.timetables.base import TimeRestriction

from newsledger import tasks
from newsledger.airflow_home import DAGS
from newsledger.checks import Verdict
from newsledger.steps import Held
from schemas.faults import Permanent, Rejected, Transient

BAG = DagBag(DAGS)
TASKS = [(dag.dag_id, task) for dag in BAG.dags.values() for task in dag.tasks]
HEAVY = ("duckdb", "great_expectations", "onnxruntime", "spacy", "trafilatura")


def test_the_dags_are_found() -> None:
    assert not BAG.import_errors
    assert set(BAG.dags) == {"ingest", "extract", "publish", "report", "alarms", "maintenance"}
    assert set(BAG.dags) == {path.stem for path in DAGS.glob("*.py")} - {"__init__"}


@pytest.mark.parametrize(
    ("dag_id", "sentence"),
    [
        ("ingest", ["start", "fetch", "clean", "collect"]),
        ("extract", ["group", "extract", "gather", "follow"]),
        ("publish", ["check", "publish"]),
        ("report", ["report", "tell"]),
        ("alarms", ["alarms"]),
        ("maintenance", ["back_up", "prune", "compact"]),
    ],
)
def test_a_dag_is_a_sentence(dag_id: str, sentence: list[str]) -> None:
    dag = BAG.dags[dag_id]
    assert [task.task_id for task in dag.tasks] == sentence
    for before, after in pairwise(sentence):
        assert dag.get_task(before).downstream_task_ids == {after}


@pytest.mark.parametrize("dag_id", sorted(BAG.dags))
def test_a_dag_keeps_the_policy(dag_id: str) -> None:
    dag = BAG.dags[dag_id]
    assert not dag.catchup
    assert dag.max_active_runs == 1
    assert dag.doc_md
    assert dag.is_paused_upon_creation is None


@pytest.mark.parametrize(("dag_id", "task"), TASKS, ids=lambda v: v if isinstance(v, str) else v.task_id)
def test_a_task_keeps_the_policy(dag_id: str, task) -> None:
    assert task.doc_md or task.python_callable.__doc__, dag_id
    assert task.retries == 3
    assert task.execution_timeout
    assert task.on_failure_callback in ([tasks.tell_failure], tasks.tell_failure)  # the latter where it is mapped
    for error, action in (
        (Transient("a"), RetryAction.RETRY),
        (AirflowTaskTerminated("shut down"), RetryAction.RETRY),
        (Permanent("b"), RetryAction.FAIL),
        (Rejected("c"), RetryAction.FAIL),
        (Held(Verdict((), ())), RetryAction.FAIL),
        (ZeroDivisionError(), RetryAction.FAIL),
    ):
        assert task.retry_policy.evaluate(error, 1, 3).action == action, error


def test_only_the_writers_of_the_ledger_wait_for_the_pool() -> None:
    pooled = {task.task_id for _, task in TASKS if task.pool == tasks.WRITER_POOL}
    assert pooled == {"check", "publish", "compact"}


def test_assets_join_the_dags_in_one_chain() -> None:
    starts = {
        dag_id: dag.timetable.asset_condition
        for dag_id, dag in BAG.dags.items()
        if isinstance(dag.timetable, PartitionedAssetTimetable)
    }
    makers = {asset.name: dag_id for dag_id, task in TASKS for asset in task.outlets if isinstance(asset, Asset)}
    assert {dag_id: makers[asset.name] for dag_id, asset in starts.items()} == {
        "extract": "ingest",
        "publish": "extract",
        "report": "publish",
    }


def test_the_night_works_for_the_day_that_is_over() -> None:
    timetable = BAG.dags["ingest"].timetable
    assert isinstance(timetable, CronPartitionTimetable)
    restriction = TimeRestriction(earliest=pendulum.datetime(2026, 11, 23, 12), latest=None, catchup=True)
    info = coerce_to_core_timetable(timetable).next_dagrun_info_v2(last_dagrun_info=None, restriction=restriction)
    assert info is not None
    assert (info.run_after, info.partition_key) == (pendulum.datetime(2026, 11, 24, 2), "2026-11-23")


@pytest.mark.parametrize(("dag_id", "hour"), [("ingest", 2), ("maintenance", 4.5)])
def test_a_new_house_waits_for_its_first_night(dag_id: str, hour: float, monkeypatch: pytest.MonkeyPatch) -> None:
    now = pendulum.datetime(2026, 11, 24) + timedelta(hours=hour, minutes=1)
    monkeypatch.setattr("airflow.timetables.trigger.utcnow", lambda: now)
    info = coerce_to_core_timetable(BAG.dags[dag_id].timetable).next_dagrun_info_v2(
        last_dagrun_info=None, restriction=TimeRestriction(earliest=None, latest=None, catchup=False)
    )
    assert info is not None
    assert info.run_after.date() == date(2026, 11, 25)


def test_dags_import_airflow_and_the_tasks_only() -> None:
    for path in DAGS.glob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        modules = {n.module for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)}
        modules |= {alias.name for n in ast.walk(tree) if isinstance(n, ast.Import) for alias in n.names}
        assert modules <= {"datetime", "airflow.sdk", "newsledger"}, path


def test_parsing_a_dag_imports_nothing_heavy() -> None:
    code = f"""
import json, sys
from airflow.dag_processing.dagbag import DagBag
bag = DagBag({str(DAGS)!r})
assert len(bag.dags) == 6, bag.import_errors
print(json.dumps([name for name in {HEAVY!r} if name in sys.modules]))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout.splitlines()[-1]) == []


def test_what_is_not_done_in_the_night_raises_the_alarm() -> None:
    with_deadline = {dag_id for dag_id, dag in BAG.dags.items() if dag.deadline}
    assert with_deadline == {"ingest", "extract", "publish"}
    [deadline] = BAG.dags["publish"].deadline
    assert deadline.callback.path == "newsledger.tasks.tell_late"
    assert deadline.interval == timedelta(hours=4)


def test_a_missed_deadline_is_told_for_the_news_day(monkeypatch: pytest.MonkeyPatch) -> None:
    told = []
    monkeypatch.setattr("newsledger.deadline.overdue", lambda *given: told.append(given[1:]))
    moment = "2026-11-24T06:00:00+00:00"
    for key in ("2026-11-23", "2026-11-23.2", None):
        context = {"dag_run": {"partition_key": key, "dag_id": "publish"}, "deadline": {"deadline_time": moment}}
        given = {"callback_path": tasks.DEADLINE.callback.path, "callback_kwargs": {"context": context}}
        assert execute_callback(**given, dag_rel_path=None, bundle_path=None, log=structlog.get_logger()) == (
            True,
            None,
        )
    assert told == [(date(2026, 11, 23), datetime(2026, 11, 24, 6, tzinfo=UTC), "publish")] * 2
