"""Ingest: when pages come in."""

from airflow.sdk import CronPartitionTimetable, dag

from newsledger import tasks


@dag(
    schedule=CronPartitionTimetable(
        "0 2 * * *", timezone="UTC", run_offset=-1, key_format="%Y-%m-%d", run_immediately=tasks.FIRST_RUN
    ),
    catchup=False,
    max_active_runs=1,
    default_args=tasks.DEFAULTS,
    deadline=tasks.DEADLINE,
    tags=["newsledger"],
)
def ingest() -> None:
    """Every night at 02:00 UTC, open a run for the news day that is over, fetch its pages, clean them into documents.

    Pages are cleaned in shards of 1,000, each by a task of its own, on as many workers as there are.

    By hand: the configuration `{"day": "2026-11-24"}` asks for another day, `"sources": [...]` for some sources only,
    `"replay_of": "2026-11-24.1"` for the kept pages of an earlier run.
    """
    tasks.start() >> (pages := tasks.fetch())
    tasks.clean.expand(shard=pages) >> tasks.collect()


ingest()
