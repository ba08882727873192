"""Publish: when rows go out."""

from airflow.sdk import PartitionedAssetTimetable, dag

from newsledger import tasks


@dag(
    schedule=PartitionedAssetTimetable(assets=tasks.FIGURES),
    catchup=False,
    max_active_runs=1,
    default_args=tasks.DEFAULTS,
    deadline=tasks.DEADLINE,
    tags=["newsledger"],
)
def publish() -> None:
    """Whenever a run has been read, check its rows and publish those that pass; one run at a time writes the ledger.

    A failed critical check holds the run: `check` fails, `publish` does not start, people are told.
    By hand: the configuration `{"run_id": "2026-11-24.1"}` names the run, such as a held one after its cause is mended.
    """
    tasks.check() >> tasks.publish()


publish()
