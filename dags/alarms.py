"""Alarms: when it is seen that nothing comes."""

from airflow.sdk import CronTriggerTimetable, dag

from newsledger import tasks


@dag(
    schedule=CronTriggerTimetable("*/15 * * * *", timezone="UTC"),
    catchup=False,
    max_active_runs=1,
    default_args=tasks.DEFAULTS,
    tags=["newsledger"],
)
def alarms() -> None:
    """Every quarter of an hour, raise the alarm if the ledger is late, and deliver alerts that wait."""
    tasks.alarms()


alarms()
