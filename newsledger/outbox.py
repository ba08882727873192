"""Keep alerts, one JSON file each in `data/alerts/`, so that none is lost when no service answers.

It is read whole each time something is told. So it lets go of what is over; the ledger (ops.alerts) keeps all.
"""

import fcntl
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime

from newsledger.incidents import open_incidents
from newsledger.redaction import redacted
from newsledger.settings import Settings
from schemas.alert import ALERTS, Alert
from schemas.table import as_record

NO_ROUTE = "no route for it is switched on (config/alerts.yml): set the variable or connection that a route names"


@contextmanager
def alone(settings: Settings) -> Iterator[None]:
    """Let one process at a time raise or deliver alerts, so that nothing is told twice."""
    folder = settings.data / "alerts"
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("a+") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def outbox(settings: Settings) -> list[Alert]:
    """Return all alerts that are kept, earliest first."""
    alerts = []
    for path in (settings.data / "alerts").glob("*.json"):
        with suppress(FileNotFoundError):  # let go of meanwhile
            alerts.append(_from_json(path.read_text("utf-8")))
    return sorted(alerts, key=lambda alert: (alert.raised_at, alert.alert_id))


def keep(settings: Settings, alerts: Iterable[Alert]) -> None:
    """Put alerts into the outbox, replacing those with the same id; secrets in what they say are masked."""
    folder = settings.data / "alerts"
    folder.mkdir(parents=True, exist_ok=True)
    for alert in alerts:
        safe = replace(alert, subject=redacted(alert.subject), body=redacted(alert.body), state=redacted(alert.state))
        partial = folder / f"{alert.alert_id}.partial"
        partial.write_text(json.dumps(as_record(safe), default=str, indent=1) + "\n", "utf-8")
        partial.replace(folder / f"{alert.alert_id}.json")


def thin(settings: Settings, before: datetime) -> int:
    """Let go of alerts raised before a moment that nothing depends on any more; return how many.

    What stays: the last word on each incident that goes on, and what a route refused and is yet to take. A notice
    that went is told once more if it is found again.
    """
    with alone(settings):
        alerts = outbox(settings)
        going_on = {alert.alert_id for alert in open_incidents(alerts).values()}
        old = [a for a in alerts if a.raised_at < before and a.alert_id not in going_on and not _is_awaited(a)]
        for alert in old:
            (settings.data / "alerts" / f"{alert.alert_id}.json").unlink()
    return len(old)


def _is_awaited(alert: Alert) -> bool:
    """Return whether a route is yet to take the alert; what no route asks for waits for nobody."""
    return alert.delivered_at is None and alert.error != NO_ROUTE


def _from_json(text: str) -> Alert:
    record = json.loads(text)
    times = {name: record[name] and datetime.fromisoformat(record[name]) for name in ("raised_at", "delivered_at")}
    alert: Alert = ALERTS.from_record(record | times)
    return alert
