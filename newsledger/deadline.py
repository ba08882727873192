"""Raise the alarm when the ledger of a news day is not published by its hour.

This sees a run that never came as well as one that is stuck or held. What it cannot see is that nobody calls it any
more, because the scheduler or the machine is down: for that, an outside watchdog waits for `newsledger.heartbeat`.
"""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from newsledger import alerts
from newsledger.incidents import Problem
from newsledger.routes import read_routing
from newsledger.settings import Settings, utc_now
from newsledger.warehouse import reader

_STATE = """
    select count(*) filter (partition_on = $day and status = 'published') as published,
        count(*) filter (started_at < $deadline) as earlier,
        arg_max(run_id || ', which is ' || status, started_at) filter (partition_on = $day) as latest
    from ops.runs
"""


def look(settings: Settings, now: datetime | None = None) -> None:
    """Raise the alarm, once, if the latest news day that is due is not published.

    Nothing is due in an installation that never ran before. That it is over is told when the day is published.
    """
    routing = read_routing(settings.config / "alerts.yml")
    if routing.published_by is None:
        return
    day, deadline = due(now or utc_now(), routing.published_by, routing.zone)
    _tell(settings, day, deadline, "")


def overdue(settings: Settings, day: date, deadline: datetime, dag_id: str) -> None:
    """Raise the same alarm for a DAG run that Airflow finds unfinished at its deadline, unless the day is published."""
    _tell(settings, day, deadline, f" The DAG {dag_id} has not finished.")


def _tell(settings: Settings, day: date, deadline: datetime, detail: str) -> None:
    if not settings.ledger.exists():
        return
    with reader(settings.ledger) as ledger:
        published, earlier, latest = ledger.execute(_STATE, {"day": day, "deadline": deadline}).fetchall()[0]
    if published or not earlier:
        return
    body = (
        f"The ledger of {day} was to be published by {deadline:%Y-%m-%d %H:%M} UTC.{detail} Its latest run in the"
        f" ledger: {latest or 'none'}.\nLook at: newsledger doctor; the DAGs ingest, extract and publish in Airflow."
    )
    problem = Problem(
        incident=f"{day} late", severity="critical", state="not published", subject=f"{day} is late", body=body
    )
    alerts.tell(settings, [problem])


def due(now: datetime, hour: time, zone: ZoneInfo) -> tuple[date, datetime]:
    """Return the latest news day whose hour has come, on the day after it, and that moment."""
    local = now.astimezone(zone)
    morning = local.date() if local.time() >= hour else local.date() - timedelta(days=1)
    return morning - timedelta(days=1), datetime.combine(morning, hour, zone).astimezone(now.tzinfo)
