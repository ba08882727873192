"""Deliver alerts by the routes that ask for them; what a route refuses waits in the outbox for another try.

Apprise's answer is the only sign of success: it raises nothing when a service is down.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from newsledger.outbox import NO_ROUTE, alone, keep, outbox
from newsledger.routes import Route, Routing, read_routing
from newsledger.settings import Settings, utc_now
from schemas.alert import Alert


@dataclass(frozen=True)
class Message:
    """What goes out at once: one alert, or a digest of several."""

    title: str
    body: str
    tone: str  # as services colour it: failure warning info success


Send = Callable[[str, Message], bool]


def deliver(settings: Settings, now: datetime | None = None, send: Send | None = None) -> list[Alert]:
    """Try to deliver every alert that waits; return those that still do, each with what it waits for."""
    routing = read_routing(settings.config / "alerts.yml")
    moment = now or utc_now()
    with alone(settings):
        waiting = [alert for alert in outbox(settings) if alert.delivered_at is None]
        for route in routing.routes:
            waiting = _by(route, routing, waiting, moment, _notify if send is None else send)
        done = [_settled(alert, routing, moment) for alert in waiting]
        keep(settings, done)
    return [alert for alert in done if alert.delivered_at is None]


def is_address(url: str) -> bool:
    """Return whether a route's secret address is one that can be sent to, as far as its form shows."""
    import apprise  # noqa: PLC0415

    logging.getLogger("apprise").setLevel(logging.CRITICAL)  # what it says holds the address
    return bool(apprise.Apprise().add(url))


def _by(route: Route, routing: Routing, waiting: list[Alert], now: datetime, send: Send) -> list[Alert]:
    """Offer a route what it asks for and has not taken; return all alerts, those it took or refused marked."""
    url = route.url()
    if url is None:
        return waiting
    due = [a for a in waiting if route.asks_for(a) and route.name not in a.delivered_to]
    due = [a for a in due if route.is_due(a, now, routing.zone)]
    digest = [a for a in due if route.in_digest(a)]
    parcels = [[a] for a in due if a not in digest] + ([digest] if digest else [])
    changed: dict[str, Alert] = {}
    for parcel in parcels:
        is_taken = send(url, _message(parcel))
        changed |= {a.alert_id: _taken(a, route) if is_taken else _refused(a, route) for a in parcel}
    return [changed.get(a.alert_id, a) for a in waiting]


def _taken(alert: Alert, route: Route) -> Alert:
    return replace(alert, delivered_to=(*alert.delivered_to, route.name))


def _refused(alert: Alert, route: Route) -> Alert:
    return replace(alert, attempt_count=alert.attempt_count + 1, error=f"route {route.name} did not take it")


def _settled(alert: Alert, routing: Routing, now: datetime) -> Alert:
    """Return the alert as delivered if every route that asks for it and is switched on has it."""
    asking = [route for route in routing.routes if route.asks_for(alert)]
    if not asking and routing.routes:
        return replace(alert, delivered_at=now, error=None)  # nobody wants to know
    switched_on = [route for route in asking if route.url() is not None]
    if not switched_on:
        return replace(alert, error=NO_ROUTE)
    missing = [route for route in switched_on if route.name not in alert.delivered_to]
    if not missing:
        return replace(alert, delivered_at=now, error=None)
    if any(route.is_due(alert, now, routing.zone) for route in missing):
        return alert
    return replace(alert, error=f"waits for the hour of route {', '.join(route.name for route in missing)}")


def _message(parcel: list[Alert]) -> Message:
    if len(parcel) == 1:
        [alert] = parcel
        return Message(alert.subject, alert.body, _tone(alert))
    lines = "\n\n".join(f"{alert.subject}\n{alert.body}" for alert in parcel)
    return Message(f"newsledger: {len(parcel)} warnings since the last digest", lines, "warning")


def _tone(alert: Alert) -> str:
    by_kind = {"over": "success", "notice": "info"}
    return by_kind.get(alert.kind) or ("failure" if alert.severity == "critical" else "warning")


def _notify(url: str, message: Message) -> bool:
    import apprise  # noqa: PLC0415  (half a second that only an alert should cost)

    logging.getLogger("apprise").setLevel(logging.WARNING)  # below that it logs what it sends to which address
    channel = apprise.Apprise()
    tone = apprise.NotifyType(message.tone)
    return bool(channel.add(url)) and bool(channel.notify(title=message.title, body=message.body, notify_type=tone))
