"""Report: when people are shown."""

from airflow.sdk import PartitionedAssetTimetable, dag

from newsledger import tasks


@dag(
    schedule=PartitionedAssetTimetable(assets=tasks.LEDGER),
    catchup=False,
    max_active_runs=1,
    default_args=tasks.DEFAULTS,
    tags=["newsledger"],
)
def report() -> None:
    """Whenever a run is published, write its page, and tell of what people watch for in it.

    By hand: the configuration `{"run_id": "2026-11-24.1"}` names the run.
    """
    tasks.report() >> tasks.tell()


report()
