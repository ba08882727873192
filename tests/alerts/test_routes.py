"""Routes take what they ask for, when they are awake, one by one or once a day."""

from dataclasses import replace
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

import pytest

from newsledger.delivery import NO_ROUTE, Message, deliver
from newsledger.outbox import keep, outbox
from newsledger.routes import read_routing
from newsledger.settings import CHECKOUT, Settings
from schemas.alert import Alert
from schemas.faults import Permanent
from tests.alerts.alerts import alert, installed

ROUTES = """
zone: Europe/Zurich
routes:
  - {name: oncall, variable: ONCALL_URL, severities: [critical], quiet: [22:00, 07:00]}
  - {name: desk, variable: DESK_URL, severities: [warning], quiet: ["22:00", "07:00"], digest: "08:00"}
  - {name: courier, variable: COURIER_URL, sources: [courier]}
"""
CRITICAL = alert(alert_id="c", incident="c")
WARNING = alert(alert_id="w", incident="w", severity="warning")


class Sent(list[tuple[str, Message]]):
    """What was sent where; takes all unless told to refuse an address."""

    refused = ""

    def __call__(self, url: str, message: Message) -> bool:
        if url == self.refused:
            return False
        self.append((url, message))
        return True

    @property
    def urls(self) -> list[str]:
        return [url for url, _ in self]


@pytest.fixture
def sent() -> Sent:
    return Sent()


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    for name in ("ONCALL", "DESK", "COURIER"):
        monkeypatch.setenv(f"{name}_URL", name.lower())
    return installed(tmp_path, ROUTES)


def at(hour: int, day: int = 6) -> datetime:
    """Return an hour of a day in October, UTC: two less than in Zurich."""
    return datetime(2026, 10, day, hour, tzinfo=UTC)


def put(here: Settings, *alerts: Alert) -> None:
    keep(here, alerts)


def test_severity_and_source_choose_the_route(here: Settings, sent: Sent) -> None:
    of_courier = replace(WARNING, alert_id="k", sources=("courier", "gazette"))
    put(here, CRITICAL, of_courier, replace(WARNING, sources=("gazette",)))
    deliver(here, at(10, 7), sent)
    assert sorted(sent.urls) == ["courier", "desk", "oncall"]
    assert {a.alert_id: a.delivered_to for a in outbox(here)} == {
        "c": ("oncall",), "k": ("desk", "courier"), "w": ("desk",)
    }  # fmt: skip


def test_what_is_critical_goes_out_in_quiet_hours_too_and_nothing_else(here: Settings, sent: Sent) -> None:
    put(here, CRITICAL, replace(WARNING, sources=("courier",)))
    deliver(here, at(21), sent)
    assert sorted(sent.urls) == ["courier", "oncall"]
    [waits] = deliver(here, at(21), sent)
    assert waits.error == "waits for the hour of route desk"
    assert len(sent) == 2


def test_warnings_come_together_once_a_day(here: Settings, sent: Sent) -> None:
    first, second = replace(WARNING, raised_at=at(3)), replace(WARNING, alert_id="v", incident="v", raised_at=at(4))
    put(here, first, second)
    deliver(here, at(5), sent)
    assert sent == []
    deliver(here, at(6), sent)
    [(_, digest)] = sent
    assert digest.title == "newsledger: 2 warnings since the last digest"
    put(here, replace(WARNING, alert_id="u", incident="u", raised_at=at(7)))
    deliver(here, at(8), sent)
    assert len(sent) == 1
    deliver(here, at(6, day=7), sent)
    assert len(sent) == 2


def test_a_digest_that_falls_into_quiet_hours_waits_for_their_end(
    tmp_path: Path, sent: Sent, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DESK_URL", "desk")
    routes = 'routes: [{name: desk, variable: DESK_URL, quiet: ["22:00", "07:00"], digest: "06:00"}]'
    here = installed(tmp_path, routes)
    put(here, replace(WARNING, raised_at=at(3)))
    deliver(here, at(6), sent)
    assert sent == []
    deliver(here, at(7), sent)
    assert sent.urls == ["desk"]


def test_what_one_route_refuses_is_tried_again_there_only(here: Settings, sent: Sent) -> None:
    sent.refused = "oncall"
    put(here, replace(CRITICAL, sources=("courier",)))
    for tries in (1, 2):
        [waits] = deliver(here, at(10), sent)
        assert (waits.error, waits.attempt_count) == ("route oncall did not take it", tries)
    assert sent.urls == ["courier"]
    sent.refused = ""
    assert deliver(here, at(10), sent) == []
    assert sent.urls == ["courier", "oncall"]
    assert deliver(here, at(11), sent) == []
    assert len(sent) == 2


def test_without_a_route_that_is_switched_on_it_waits(
    here: Settings, sent: Sent, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ONCALL_URL")
    put(here, CRITICAL)
    [waits] = deliver(here, at(10), sent)
    assert waits.error == NO_ROUTE
    monkeypatch.setenv("ONCALL_URL", "oncall")
    assert deliver(here, at(10), sent) == []


def test_what_no_route_asks_for_does_not_wait(tmp_path: Path, sent: Sent) -> None:
    here = installed(tmp_path, "routes: [{name: oncall, variable: ONCALL_URL, severities: [critical]}]")
    put(here, WARNING)
    assert deliver(here, at(10), sent) == []
    assert sent == []


def test_an_airflow_connection_holds_the_address(tmp_path: Path, sent: Sent, monkeypatch: pytest.MonkeyPatch) -> None:
    here = installed(tmp_path, "routes: [{name: oncall, connection: on_call}]")
    put(here, CRITICAL)
    [waits] = deliver(here, at(10), sent)
    assert waits.error == NO_ROUTE
    given = '{"conn_type": "apprise", "extra": {"config": {"path": "json://127.0.0.1/x", "tag": "a"}}}'
    monkeypatch.setenv("AIRFLOW_CONN_ON_CALL", given)
    deliver(here, at(10), sent)
    assert sent.urls == ["json://127.0.0.1/x"]


@pytest.mark.parametrize(
    ("changes", "tone"),
    [
        ({}, "failure"),
        ({"severity": "warning", "sources": ("courier",)}, "warning"),
        ({"kind": "notice"}, "info"),
        ({"kind": "over"}, "success"),
    ],
)
def test_the_tone_is_that_of_the_news(here: Settings, sent: Sent, changes: dict[str, Any], tone: str) -> None:
    put(here, replace(CRITICAL, **changes))
    deliver(here, at(10), sent)
    assert {message.tone for _, message in sent} == {tone}


def test_hours_are_read_with_and_without_quotes(tmp_path: Path) -> None:
    routing = read_routing(installed(tmp_path, ROUTES).config / "alerts.yml")
    assert {route.quiet for route in routing.routes[:2]} == {(time(22), time(7))}


def test_the_configuration_that_we_ship_is_right() -> None:
    routing = read_routing(CHECKOUT / "config" / "alerts.yml")
    assert routing.published_by == time(6)
    assert {severity for route in routing.routes for severity in route.severities} == {"critical", "warning"}


@pytest.mark.parametrize(
    ("routes", "message"),
    [
        ("routes: [{name: a, variable: X, severities: [loud]}]", "routes.0.severities"),
        ("routes: [{name: a}]", "either `variable`"),
        ("routes: [{name: a, variable: X, quiet: [25:00, 07:00]}]", "quiet"),
        ("zone: Moon/Base", "zone"),
        ("channels: []", "channels"),
        ("routes: [", "must be YAML"),
    ],
)
def test_a_wrong_configuration_is_named(tmp_path: Path, routes: str, message: str) -> None:
    with pytest.raises(Permanent, match=message):
        read_routing(installed(tmp_path, routes).config / "alerts.yml")
