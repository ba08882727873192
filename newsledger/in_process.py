"""Run the real DAGs in this process, news day after news day, as `make run` does: no service, no schedule, no wait.

Airflow's metadata lies in `airflow/in_process/`, apart from that of the scheduled Airflow, which would otherwise take
up the asset events of these runs again.
"""

import re
import sys
import traceback
from datetime import date
from importlib.metadata import version
from typing import TYPE_CHECKING

from newsledger import progress, validator
from newsledger.airflow_home import DAGS, IN_PROCESS, use_airflow
from newsledger.runs import read_plan
from newsledger.settings import CHECKOUT, Settings, utc_now
from newsledger.steps import Held
from newsledger.summary import summary
from schemas.faults import Permanent, Transient

if TYPE_CHECKING:
    from airflow.sdk import DAG, Context

EXIT_ERROR = 1
EXIT_HELD = 3
_AFTER_INGEST = ("extract", "publish", "report")


def main(arguments: list[str]) -> int:
    """Run the given news days (YYYY-MM-DD), or those of the bundled samples; return the exit status.

    0 if every day was published, 3 if a check held one, 1 if one failed.
    """
    try:
        days = [date.fromisoformat(day) for day in arguments] or _sample_days()
    except ValueError as error:
        sys.stderr.write(f"newsledger: {error}; give news days like 2026-11-24\n")
        return EXIT_ERROR
    validator.ready()
    with progress.step("airflow", "in this process"):
        dags = _load_dags()
    statuses = [_run(dags, day) for day in days]
    if "failed" in statuses:
        return EXIT_ERROR
    return EXIT_HELD if "held" in statuses else 0


def _sample_days() -> list[date]:
    folders = (CHECKOUT / "samples").iterdir()
    return sorted(date.fromisoformat(f.name) for f in folders if re.fullmatch(r"\d{4}-\d\d-\d\d", f.name))


def _load_dags() -> dict[str, "DAG"]:
    """Set Airflow up, which must not have been imported before, and return our DAGs."""
    use_airflow(IN_PROCESS, log_level="CRITICAL")
    from airflow.dag_processing.dagbag import DagBag  # noqa: PLC0415

    from newsledger.airflow_metadata import prepare_metadata  # noqa: PLC0415
    from newsledger.tasks import tell_failure  # noqa: PLC0415

    migrated = IN_PROCESS / f"migrated-{version('apache-airflow')}"
    if not migrated.exists():
        prepare_metadata()
        migrated.touch()
    bag = DagBag(DAGS)
    if bag.import_errors:
        raise RuntimeError("\n".join(bag.import_errors.values()))
    for dag in bag.dags.values():
        dag.deadline = None  # Airflow keeps deadlines of DAGs that it schedules, and here somebody watches
    for task in (task for dag in bag.dags.values() for task in dag.tasks):
        task.retries = 0  # somebody waits at the terminal, who can try again sooner than the schedule would
        task.on_success_callback = [_show_success]
        task.on_failure_callback = [_show_failure, tell_failure]
    return dict(bag.dags)


def _show_success(context: "Context") -> None:
    instance = context["ti"]
    seconds = (utc_now() - instance.start_date).total_seconds()
    from newsledger.tasks import run_of  # noqa: PLC0415

    sys.stderr.write(f"{instance.task_id:8} {run_of(context) or '':20} {seconds:6.1f} s\n")


def _show_failure(context: "Context") -> None:
    """Say a fault in one line; show of a bug of ours where it happened. Airflow itself is silent below `critical`."""
    error = context.get("exception")
    if isinstance(error, Permanent | Transient | Held):
        sys.stderr.write(f"newsledger: {context['ti'].task_id}: {error}\n")
    elif isinstance(error, BaseException):
        traceback.print_exception(error)


def _run(dags: dict[str, "DAG"], day: date) -> str:
    """Run all DAGs for one news day, print the run's summary, and return how it ended."""
    ingested = dags["ingest"].test(run_conf={"day": str(day)})
    run_id = ingested.get_task_instance("start").xcom_pull(task_ids="start")
    if run_id is None:
        return "failed"
    state = ingested.state
    for name in _AFTER_INGEST:
        if state != "success":
            break
        state = dags[name].test(run_conf={"run_id": run_id}).state
    settings = Settings.from_environment()
    sys.stdout.write(summary(settings, run_id) + "\n\n")
    status = read_plan(settings, run_id).run.status
    return status if status == "held" or state == "success" else "failed"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
