"""Keep every alert ever raised, one JSON file each in `data/alerts/`, so that none is lost when no service answers."""

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from newsledger.redaction import redacted
from newsledger.settings import Settings
from schemas.alert import ALERTS, Alert
from schemas.table import as_record


def outbox(settings: Settings) -> list[Alert]:
    """Return all alerts ever raised, earliest first."""
    paths = (settings.data / "alerts").glob("*.json")
    alerts = [_from_json(path.read_text("utf-8")) for path in paths]
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


def _from_json(text: str) -> Alert:
    record = json.loads(text)
    times = {name: record[name] and datetime.fromisoformat(record[name]) for name in ("raised_at", "delivered_at")}
    alert: Alert = ALERTS.from_record(record | times)
    return alert
