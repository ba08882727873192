"""Tell people what went wrong, once, and that it is over, once; keep every alert until a channel has taken it.

Alerts lie as one JSON file each in `data/alerts/` (the outbox), so that nothing is lost when no channel answers and a
later run, or `newsledger doctor`, can see and resend what waits. Channels are Apprise URLs, mail by SMTP among them;
they hold secrets, so `config/alerts.yml` names environment variables, never the URLs themselves.
"""

import json
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import yaml

from newsledger.settings import Settings, utc_now
from schemas.alert import ALERTS, KINDS, Alert
from schemas.check import Check
from schemas.faults import Permanent
from schemas.keys import key_of
from schemas.run import Run
from schemas.table import as_record

_PROBLEMS = ("held", "failed", "warning")
_NO_CHANNEL = "no channel is configured for this kind of alert (config/alerts.yml)"


@dataclass(frozen=True)
class Channel:
    """Where some kinds of alert go: the name of the environment variable that holds an Apprise URL."""

    variable: str
    kinds: tuple[str, ...]


@dataclass(frozen=True)
class Failure:
    """A failed expectation as people are told of it, with example rows already rendered as text."""

    check: Check
    examples: tuple[str, ...]


def read_channels(path: Path) -> list[Channel]:
    """Return the channels of `config/alerts.yml`; raise Permanent, naming entry and remedy, if one is not right."""
    entries = (yaml.safe_load(path.read_text("utf-8")) or {}).get("channels") or []
    channels = []
    for number, entry in enumerate(entries, 1):
        kinds = tuple(entry.get("kinds") or KINDS)
        if not entry.get("variable") or set(kinds) - set(KINDS):
            raise Permanent(f"{path}, channel {number}: give `variable` and `kinds` out of {', '.join(KINDS)}")
        channels.append(Channel(entry["variable"], kinds))
    return channels


def alerts_of_verdict(run: Run, failures: Iterable[Failure], opened: set[str], now: datetime) -> list[Alert]:
    """Decide what to say of a checked run: what holds it or warns and was not said yet, and what is over.

    Does not send anything. `opened` are the incidents said and not yet over.
    """
    incidents = {f"{run.partition_on} {f.check.rule_id}": f for f in failures}
    said = [_problem(run, incident, f, now) for incident, f in incidents.items() if incident not in opened]
    if run.status != "published":
        return said
    over = sorted(i for i in opened - set(incidents) if i.startswith(f"{run.partition_on} "))
    return said + [_recovery(run, incident, now) for incident in over]


def alerts_of_failure(run: Run, step: str, error: BaseException, opened: set[str], now: datetime) -> list[Alert]:
    """Decide what to say of a step that failed for good: nothing if it was said already."""
    incident = f"{run.partition_on} {step} failed"
    if incident in opened:
        return []
    body = f"Step {step} of run {run.run_id} failed: {type(error).__name__}: {error}\n{_where(run)}"
    return [_alert(run, "failed", incident, f"newsledger: {step} failed for {run.partition_on}", body, now)]


def open_incidents(alerts: Iterable[Alert]) -> set[str]:
    """Return the incidents that people were told of and not yet told that they are over."""
    opened: set[str] = set()
    for alert in sorted(alerts, key=lambda a: (a.raised_at, a.kind == "recovered")):
        (opened.add if alert.kind in _PROBLEMS else opened.discard)(alert.incident)
    return opened


def outbox(settings: Settings) -> list[Alert]:
    """Return all alerts ever raised, earliest first."""
    paths = (settings.data / "alerts").glob("*.json")
    alerts = [_from_json(path.read_text("utf-8")) for path in paths]
    return sorted(alerts, key=lambda alert: (alert.raised_at, alert.alert_id))


def keep(settings: Settings, alerts: Iterable[Alert]) -> None:
    """Put alerts into the outbox, replacing those with the same id."""
    folder = settings.data / "alerts"
    folder.mkdir(parents=True, exist_ok=True)
    for alert in alerts:
        partial = folder / f"{alert.alert_id}.partial"
        partial.write_text(json.dumps(as_record(alert), default=str, indent=1) + "\n", "utf-8")
        partial.replace(folder / f"{alert.alert_id}.json")


def tell_verdict(settings: Settings, run: Run, failures: Iterable[Failure]) -> None:
    """Raise what a checked run calls for, and deliver what waits."""
    keep(settings, alerts_of_verdict(run, failures, open_incidents(outbox(settings)), utc_now()))
    deliver(settings)


def tell_failure(settings: Settings, run: Run, step: str, error: BaseException) -> None:
    """Raise that a step failed for good, and deliver what waits."""
    keep(settings, alerts_of_failure(run, step, error, open_incidents(outbox(settings)), utc_now()))
    deliver(settings)


def deliver(settings: Settings, notify: Callable[[str, Alert], bool] | None = None) -> list[Alert]:
    """Try to deliver every alert that waits; return those that still do, each with its error."""
    channels = read_channels(settings.config / "alerts.yml")
    send = notify or _notify
    waiting = []
    for alert in outbox(settings):
        if alert.delivered_at is not None:
            continue
        error = _deliver_one(alert, channels, send)
        done = replace(alert, delivered_at=None if error else utc_now(), error=error)
        keep(settings, [done])
        if error:
            waiting.append(done)
    return waiting


def _deliver_one(alert: Alert, channels: Iterable[Channel], send: Callable[[str, Alert], bool]) -> str | None:
    urls = [(c.variable, os.environ.get(c.variable)) for c in channels if alert.kind in c.kinds]
    configured = [(variable, url) for variable, url in urls if url]
    if not configured:
        return _NO_CHANNEL
    refused = [variable for variable, url in configured if not send(url, alert)]
    return f"the channel in {', '.join(refused)} did not take it" if refused else None


def _notify(url: str, alert: Alert) -> bool:
    """Send through Apprise, whose answer is the only sign of success: it raises nothing when a service is down."""
    import apprise  # noqa: PLC0415  (half a second that only an alert should cost)

    channel = apprise.Apprise()
    kind = apprise.NotifyType.SUCCESS if alert.kind == "recovered" else apprise.NotifyType.FAILURE
    return bool(channel.add(url)) and bool(channel.notify(title=alert.subject, body=alert.body, notify_type=kind))


def _problem(run: Run, incident: str, failure: Failure, now: datetime) -> Alert:
    held = failure.check.severity == "critical"
    kind, verb = ("held", "held by") if held else ("warning", "warned by")
    lines = [
        f"Run {run.run_id} for {run.partition_on} was {verb} {failure.check.rule_id} on {failure.check.noun}.",
        f"Expected: {failure.check.expectation}.",
        f"Broken by {failure.check.unexpected_count} rows. Observed: {failure.check.observed or '-'}.",
        *(f"Example: {example}" for example in failure.examples[:3]),
        _where(run),
    ]
    return _alert(
        run, kind, incident, f"newsledger: {run.partition_on} {verb} {failure.check.rule_id}", "\n".join(lines), now
    )


def _recovery(run: Run, incident: str, now: datetime) -> Alert:
    body = f"Over with run {run.run_id}, which is published: {incident}.\n{_where(run)}"
    return _alert(run, "recovered", incident, f"newsledger: over: {incident}", body, now)


def _alert(run: Run, kind: str, incident: str, subject: str, body: str, now: datetime) -> Alert:
    return Alert(
        alert_id=key_of(incident, kind, run.run_id),
        run_id=run.run_id,
        kind=kind,
        incident=incident,
        subject=subject,
        body=body,
        raised_at=now,
        delivered_at=None,
        error=None,
    )


def _where(run: Run) -> str:
    return f"Look at: newsledger report {run.run_id}; newsledger sql \"from ops.checks where run_id = '{run.run_id}'\""


def _from_json(text: str) -> Alert:
    record = json.loads(text)
    times = {name: record[name] and datetime.fromisoformat(record[name]) for name in ("raised_at", "delivered_at")}
    alert: Alert = ALERTS.from_record(record | times)
    return alert
