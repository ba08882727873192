"""Maintenance: when the house is kept."""

from airflow.sdk import CronTriggerTimetable, dag

from newsledger import tasks


@dag(
    schedule=CronTriggerTimetable("30 4 * * *", timezone="UTC", run_immediately=tasks.FIRST_RUN),
    catchup=False,
    max_active_runs=1,
    default_args=tasks.DEFAULTS,
    tags=["newsledger"],
)
def maintenance() -> None:
    """Every night at 04:30 UTC, back up, then let go of what is old, then free the room that the warehouse wastes.

    Nothing is let go of after a backup that failed.
    """
    tasks.back_up() >> tasks.prune() >> tasks.compact()


maintenance()
