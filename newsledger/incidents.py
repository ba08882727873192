"""Decide what people are told of what is wrong: that it began, that it changed, that it is over; each once.

Takes what is wrong now and what was told before, and returns alerts. Does not send, read or keep anything.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from schemas.alert import Alert
from schemas.keys import key_of


@dataclass(frozen=True, kw_only=True)
class Problem:
    """Something that is wrong now, or (a notice) that somebody asked to be told."""

    incident: str  # stable name, the same as long as it is the same trouble
    severity: str
    state: str  # what is observed of it; people are told when this changes
    subject: str
    body: str
    sources: tuple[str, ...] = ()
    is_notice: bool = False  # nothing to mend, so it is never over; told again if its state changes


def alerts_of(
    problems: Iterable[Problem], told: Iterable[Alert], ends: Callable[[Alert], bool], run_id: str | None, now: datetime
) -> list[Alert]:
    """Return what is to be told now, given all that was told before.

    `ends` says of the last alert of an open incident that is no problem now whether this look at the world could have
    seen it; only then is it over.
    """
    last = {alert.incident: alert for alert in sorted(told, key=lambda a: (a.raised_at, a.kind == "over"))}
    current = {problem.incident: problem for problem in problems}
    alerts = []
    for problem in current.values():
        before = last.get(problem.incident)
        if before is None or before.kind == "over":
            alerts.append(_alert(problem, "notice" if problem.is_notice else "opened", run_id, now))
        elif before.state != problem.state:
            alerts.append(_changed(problem, before, run_id, now))
    over = [a for a in last.values() if is_open(a) and a.incident not in current and ends(a)]
    return alerts + [_over(alert, run_id, now) for alert in over]


def is_open(alert: Alert) -> bool:
    """Return whether an incident whose last alert this is goes on."""
    return alert.kind in ("opened", "changed")


def open_incidents(told: Iterable[Alert]) -> dict[str, Alert]:
    """Return the last alert of each incident that people were told of and not yet told that it is over."""
    last = {alert.incident: alert for alert in sorted(told, key=lambda a: (a.raised_at, a.kind == "over"))}
    return {incident: alert for incident, alert in last.items() if is_open(alert)}


def _alert(problem: Problem, kind: str, run_id: str | None, now: datetime) -> Alert:
    return Alert(
        alert_id=key_of(problem.incident, kind, run_id or now.isoformat(), problem.state),
        run_id=run_id,
        severity=problem.severity,
        kind=kind,
        incident=problem.incident,
        state=problem.state,
        sources=problem.sources,
        subject=f"newsledger: {problem.subject}",
        body=problem.body,
        raised_at=now,
        delivered_at=None,
        delivered_to=(),
        attempt_count=0,
        error=None,
    )


def _changed(problem: Problem, before: Alert, run_id: str | None, now: datetime) -> Alert:
    kind = "notice" if problem.is_notice else "changed"
    then = f"Told before, at {before.raised_at:%Y-%m-%d %H:%M} UTC: {before.state}. Now: {problem.state}."
    told = replace(problem, subject=f"changed: {problem.subject}", body=f"{then}\n{problem.body}")
    return _alert(told, kind, run_id, now)


def _over(alert: Alert, run_id: str | None, now: datetime) -> Alert:
    last = f"Last told of at {alert.raised_at:%Y-%m-%d %H:%M} UTC: {alert.state}."
    return replace(
        alert,
        alert_id=key_of(alert.incident, "over", run_id or now.isoformat(), alert.alert_id),
        run_id=run_id,
        kind="over",
        state="over",
        subject=f"newsledger: over: {alert.subject.removeprefix('newsledger: ').removeprefix('changed: ')}",
        body=f"Over{f' with run {run_id}' if run_id else ''}: {alert.incident}. {last}",
        raised_at=now,
        delivered_at=None,
        delivered_to=(),
        attempt_count=0,
        error=None,
    )
