"""Extract: when documents are read."""

from airflow.sdk import PartitionedAssetTimetable, dag

from newsledger import tasks


@dag(
    schedule=PartitionedAssetTimetable(assets=tasks.DOCUMENTS),
    catchup=False,
    max_active_runs=1,
    default_args=tasks.DEFAULTS,
    deadline=tasks.DEADLINE,
    tags=["newsledger"],
)
def extract() -> None:
    """Whenever a run has its documents, group them into stories, read claims and events, and follow the figures.

    Documents are read in shards of 200, each by a task of its own, on as many workers as there are.

    By hand: the configuration `{"run_id": "2026-11-24.1"}` names the run.
    """
    tasks.extract.expand(shard=tasks.group()) >> tasks.gather() >> tasks.follow()


extract()
