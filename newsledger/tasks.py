"""Wrap the steps as Airflow tasks: find the run, call the step, say what changed; the only door from dags/ to us.

A run id goes from task to task, never rows. `start` opens a run; the tasks of its DAG find the id in what it returned.
From DAG to DAG the id travels as the partition key of an asset event, so each run of the pipeline gets its own DAG
run, however many come at once. By hand, give it as `run_id` in the DAG run's configuration.
"""

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from typing import Any

from airflow.sdk import Asset, Context, ExceptionRetryPolicy, RetryAction, RetryRule, get_current_context, task
from airflow.sdk.definitions.callback import SyncCallback
from airflow.sdk.definitions.deadline import DeadlineAlert, DeadlineReference
from airflow.sdk.exceptions import AirflowSkipException, AirflowTaskTerminated

from newsledger.settings import Settings, utc_now
from schemas import stage as tables
from schemas.faults import Permanent, Transient
from schemas.run import Run
from schemas.table import Table

DOCUMENTS = Asset("documents")
FIGURES = Asset("figures")
LEDGER = Asset("ledger")

WRITER_POOL = "ledger_writer"  # one slot: DuckDB takes one writing process
_WORKER_DIED = timedelta(seconds=20)  # until a shard is tried again: nobody outside needs a rest


@task
def start() -> str:
    """Open a run for the DAG run's news day and return its id."""
    from newsledger import steps  # noqa: PLC0415  (seconds of imports that parsing a DAG must not cost)

    context = get_current_context()
    asked = _conf(context)
    if "run_id" in asked:
        return str(asked["run_id"])
    return steps.start(
        Settings.from_environment(), news_day(context), tuple(asked.get("sources") or ()), asked.get("replay_of")
    )


@task
def fetch() -> list[str]:
    """Record the pages of the run's sources in the raw archive; return the shards of pages to be cleaned."""
    return _shards(_do("fetch"), tables.PAGES)


@task(retry_delay=_WORKER_DIED)
def clean(shard: str) -> None:
    """Turn one shard of the pages into documents, beside others on other workers."""
    _do("clean_shard", shard)


@task(outlets=[DOCUMENTS])
def collect() -> None:
    """Bring the documents together, each once; nothing goes on before all pages are clean."""
    _hand_on(DOCUMENTS, _do("collect"))


@task
def group() -> list[str]:
    """Find versions, copies and stories; return the shards of documents to be read."""
    return _shards(_do("group"), tables.DOCUMENTS)


@task(retry_delay=_WORKER_DIED)
def extract(shard: str) -> None:
    """Read one shard of the documents for claims and events, beside others on other workers."""
    _do("extract_shard", shard)


@task
def gather() -> None:
    """Sum up what the shards yielded; nothing goes on before all have been read."""
    _do("gather")


@task(outlets=[FIGURES])
def follow() -> None:
    """Follow what the claims of a story measure."""
    _hand_on(FIGURES, _do("follow"))


@task(pool=WRITER_POOL)
def check() -> None:
    """Check what is staged; a failed critical check holds the run, and its report is written at once."""
    with _reported_if_held():
        _do("check")


@task(pool=WRITER_POOL, outlets=[LEDGER])
def publish() -> None:
    """Publish the checked rows and swap the analysts' snapshot; what another version has checked, check again first."""
    with _reported_if_held():
        _hand_on(LEDGER, _do("publish"))


@task
def report() -> None:
    """Write the run's page."""
    _do("report")


@task(trigger_rule="all_done")
def tell() -> None:
    """Tell of what people watch for in the run, and give the outside watchdog its sign of life."""
    from newsledger.alarms import after_publish  # noqa: PLC0415

    run_id = run_of(get_current_context())
    after_publish(Settings.from_environment(), str(run_id))


@task
def alarms() -> None:
    """Raise the alarm if the ledger is late, and deliver what waits."""
    from newsledger.alarms import look  # noqa: PLC0415

    look(Settings.from_environment())


@task
def back_up() -> str:
    """Back up raw pages, ledger, alerts and configuration to where NEWSLEDGER_BACKUPS says; skipped if it does not."""
    from newsledger.backup import backup  # noqa: PLC0415

    settings = Settings.from_environment()
    if settings.backups is None:
        raise AirflowSkipException("NEWSLEDGER_BACKUPS names no folder for backups")
    return str(backup(settings, settings.backups, utc_now(), settings.keep_backups))


@task(trigger_rule="none_failed")
def prune() -> int:
    """Remove stage files, alerts and raw pages whose time is over; return the bytes freed."""
    from newsledger.retention import prune  # noqa: PLC0415

    return prune(Settings.from_environment(), utc_now().date()).freed_bytes


@task(pool=WRITER_POOL)
def compact() -> int:
    """Write the warehouse anew if a quarter of it is unused; return the bytes freed."""
    from newsledger.retention import compact  # noqa: PLC0415

    return compact(Settings.from_environment())


def news_day(context: Context) -> date:
    """Return the news day that a DAG run is for: the one asked for, its partition, or today (UTC)."""
    asked = _conf(context).get("day") or context["dag_run"].partition_key
    return date.fromisoformat(str(asked)[:10]) if asked else utc_now().date()


def run_of(context: Context) -> str | None:
    """Return the id of the run that a task works for: asked for, opened by `start`, or named by the asset's partition.

    None before `start` has returned.
    """
    if asked := _conf(context).get("run_id"):
        return str(asked)
    run_id: str | None = context["dag_run"].partition_key
    if "start" in context["dag"].task_ids:
        run_id = context["ti"].xcom_pull(task_ids="start")
    return run_id


def tell_failure(context: Context) -> None:
    """Record a failure for good and tell people; a held run is not one, as the check has told them of it."""
    from newsledger import alerts, steps  # noqa: PLC0415

    error = context.get("exception")
    if isinstance(error, steps.Held):
        return
    fault = error if isinstance(error, BaseException) else RuntimeError(str(error or "the task's process died"))
    settings, step = Settings.from_environment(), context["ti"].task_id
    if run_id := run_of(context):
        steps.fail(settings, run_id, step, fault)
    else:
        alerts.tell_failure(settings, _unopened(news_day(context)), step, fault)


def tell_late(context: Mapping[str, Any]) -> None:
    """Raise the alarm for a DAG run that is not done by its deadline; Airflow calls this with plain data."""
    from newsledger.deadline import overdue  # noqa: PLC0415

    dag_run, moment = context["dag_run"], context["deadline"]["deadline_time"]
    if dag_run["partition_key"]:  # the news day, or the run's id, which begins with it
        day = date.fromisoformat(dag_run["partition_key"][:10])
        overdue(Settings.from_environment(), day, datetime.fromisoformat(str(moment)), dag_run["dag_id"])


# Queued at 02:00, the night's work is done in minutes; what takes until 06:00 is stuck. This needs a DAG run and a live
# scheduler; the DAG `alarms` sees a run that never came, and the outside watchdog a scheduler that is down.
DEADLINE = DeadlineAlert(
    name="done in the night",
    reference=DeadlineReference.DAGRUN_QUEUED_AT,
    interval=timedelta(hours=4),
    callback=SyncCallback(tell_late),
)

# A scheduler that is started for the first time waits for the next hour of its clock. Without this (and with False, in
# Airflow 3.3) it would make up for an hour that has only just passed, so that the hour of installing decided.
FIRST_RUN = timedelta(0)

# The world's fault is tried again, and so is a task whose Airflow was shut down; the data's fault, a hold and a bug of
# ours would only come again.
DEFAULTS: dict[str, Any] = {
    "retries": 3,
    "retry_delay": timedelta(minutes=5),
    "retry_exponential_backoff": 2,
    "retry_policy": ExceptionRetryPolicy(
        [
            RetryRule(Transient, RetryAction.RETRY),
            RetryRule(AirflowTaskTerminated, RetryAction.RETRY, retry_delay=_WORKER_DIED),
        ],
        default=RetryAction.FAIL,
    ),
    "execution_timeout": timedelta(hours=3),
    "on_failure_callback": tell_failure,
}


def _do(step: str, *arguments: str) -> str:
    """Call a step for the run that this task works for; return the run's id."""
    from newsledger import steps  # noqa: PLC0415
    from newsledger.lineage import observed  # noqa: PLC0415

    run_id = run_of(get_current_context())
    if not run_id:
        raise Permanent('this DAG run names no run; trigger it with the configuration {"run_id": "2026-11-24.1"}')
    _keep_airflow_out_of_workers()
    settings = Settings.from_environment()
    with observed(settings, run_id, step, *arguments):
        getattr(steps, step)(settings, run_id, *arguments)
    return run_id


@contextmanager
def _reported_if_held() -> Iterator[None]:
    from newsledger import steps  # noqa: PLC0415

    try:
        yield
    except steps.Held:
        _do("report")
        raise


def _shards(run_id: str, table: Table) -> list[str]:
    """Return the names of the shards of a run's staged table, each of which a task of its own works on."""
    from newsledger.runs import stage_of  # noqa: PLC0415

    return stage_of(Settings.from_environment(), run_id).shards(table)


def _keep_airflow_out_of_workers() -> None:
    """Let worker processes that a step spawns not import the program that this process was started as.

    That is the `airflow` script, and importing Airflow fails where a task runs, which may not know the database.
    """
    vars(sys.modules["__main__"]).pop("__file__", None)


def _hand_on(asset: Asset, run_id: str) -> None:
    """Let the DAGs that wait for the asset start, each in a DAG run of its own for this run."""
    get_current_context()["outlet_events"][asset].add_partitions(run_id)


def _conf(context: Context) -> Mapping[str, Any]:
    return context["dag_run"].conf or {}


def _unopened(day: date) -> Run:
    """Return what can be said of a run that could not be opened."""
    return Run(
        run_id=f"{day}.0",
        partition_on=day,
        started_at=utc_now(),
        ended_at=utc_now(),
        status="failed",
        replay_of=None,
        made_by="",
    )
