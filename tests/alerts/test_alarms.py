"""A ledger that is late is told of by its hour, and the outside watchdog hears of each published day."""

import http.server
import logging
import threading
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from newsledger import alarms, deadline, heartbeat
from newsledger.alerts import tell_verdict
from newsledger.deadline import due
from newsledger.outbox import outbox
from newsledger.settings import Settings
from tests.alerts.alerts import installed
from tests.ledger.ledgers import put
from tests.ledger.rows import DAY, Staged, document, run

CONFIG = """
published_by: "06:00"
heartbeat: TEST_HEARTBEAT
routes: [{name: oncall, variable: TEST_ALERT_URL}]
"""
NEXT_DAY = DAY + timedelta(days=1)
AT_FIVE = datetime(2026, 3, 4, 5, tzinfo=UTC)  # the hour of the day after NEXT_DAY has not come
AT_SEVEN = datetime(2026, 3, 4, 7, tzinfo=UTC)
SECRET = "s3cret-check"  # noqa: S105  (invented)


@pytest.fixture
def here(tmp_path: Path) -> Settings:
    return installed(tmp_path, CONFIG)


def told(here: Settings) -> list[tuple[str, str]]:
    return [(alert.kind, alert.incident) for alert in outbox(here)]


def test_a_day_that_is_not_published_by_its_hour_is_told_once(here: Settings) -> None:
    put(here, Staged.of(document()), run())
    deadline.look(here, AT_FIVE)
    assert told(here) == []
    deadline.look(here, AT_SEVEN)
    deadline.look(here, AT_SEVEN + timedelta(hours=1))
    assert told(here) == [("opened", "2026-03-03 late")]
    [alert] = outbox(here)
    assert alert.severity == "critical"
    assert "by 2026-03-04 06:00 UTC. Its latest run in the ledger: none" in alert.body
    tell_verdict(here, run(NEXT_DAY), [])
    assert told(here)[1:] == [("over", "2026-03-03 late")]


def test_a_dag_that_misses_its_deadline_is_told_with_the_same_name(here: Settings) -> None:
    put(here, Staged.of(document()), run())
    deadline.overdue(here, DAY, AT_SEVEN, "publish")  # a replay of a day that is published
    assert told(here) == []
    deadline.overdue(here, NEXT_DAY, AT_FIVE, "publish")
    deadline.look(here, AT_SEVEN)
    assert told(here) == [("opened", "2026-03-03 late")]
    assert "The DAG publish has not finished" in outbox(here)[0].body


def test_a_held_run_is_named(here: Settings) -> None:
    put(here, Staged.of(document()), run())
    put(here, Staged.of(document("fire")), run(NEXT_DAY, status="held"))
    deadline.look(here, AT_SEVEN)
    assert "2026-03-03.1, which is held" in outbox(here)[0].body


def test_a_published_day_and_a_new_installation_are_not_late(here: Settings) -> None:
    deadline.look(here, AT_SEVEN)
    put(here, Staged.of(document()), run(date(2026, 3, 9)))
    deadline.look(here, AT_SEVEN)
    put(here, Staged.of(document("fire")), run(NEXT_DAY))
    deadline.look(here, AT_SEVEN)
    assert told(here) == []


def test_without_an_hour_nothing_is_late(tmp_path: Path) -> None:
    here = installed(tmp_path, "routes: []")
    put(here, Staged.of(document()), run())
    deadline.look(here, AT_SEVEN)
    assert told(here) == []


@pytest.mark.parametrize(
    ("now", "day"),
    [
        (datetime(2026, 3, 4, 4, 59, tzinfo=UTC), date(2026, 3, 2)),
        (datetime(2026, 3, 4, 5, 0, tzinfo=UTC), date(2026, 3, 3)),  # 06:00 in Zurich
        (datetime(2026, 3, 4, 23, 30, tzinfo=UTC), date(2026, 3, 3)),  # past midnight there
        (datetime(2026, 7, 4, 4, 0, tzinfo=UTC), date(2026, 7, 3)),  # summer time
    ],
)
def test_the_hour_is_that_of_the_zone(now: datetime, day: date) -> None:
    found, moment = due(now, time(6), ZoneInfo("Europe/Zurich"))
    assert found == day
    assert moment <= now


class Watchdog:
    """What an outside watchdog hears, and what it answers."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self.status = 200


@pytest.fixture
def watchdog(monkeypatch: pytest.MonkeyPatch) -> Iterator[Watchdog]:
    dog = Watchdog()

    class Ear(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            dog.heard.append(self.path)
            self.send_response(dog.status)
            self.end_headers()

        def log_message(self, *_: object) -> None: ...

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Ear)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    monkeypatch.setenv("TEST_HEARTBEAT", f"http://127.0.0.1:{server.server_address[1]}/{SECRET}")
    yield dog
    server.shutdown()
    server.server_close()


def test_the_newest_published_day_gives_a_sign_of_life(here: Settings, watchdog: Watchdog) -> None:
    put(here, Staged.of(document()), run())
    put(here, Staged.of(document("fire")), run(NEXT_DAY))
    heartbeat.beat(here, run(NEXT_DAY))
    assert watchdog.heard == [f"/{SECRET}"]
    heartbeat.beat(here, run(number=2))  # a replay of the day before
    assert len(watchdog.heard) == 1
    assert told(here) == []


def test_a_sign_of_life_that_is_not_taken_is_told_tried_again_and_over(
    here: Settings, watchdog: Watchdog, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    watchdog.status = 503
    put(here, Staged.of(document()), run())
    heartbeat.beat(here, run())
    assert told(here) == [("opened", "heartbeat")]
    assert "it answered 503" in outbox(here)[0].body
    alarms.look(here)
    assert len(watchdog.heard) == 2
    watchdog.status = 200
    alarms.look(here)
    assert [kind for kind, incident in told(here) if incident == "heartbeat"] == ["opened", "over"]
    alarms.look(here)
    assert len(watchdog.heard) == 3
    assert SECRET not in caplog.text


def test_a_watchdog_that_is_away_is_told_without_its_address(here: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSLEDGER_HEARTBEAT_URL", f"http://127.0.0.1:9/{SECRET}")
    (here.config / "alerts.yml").write_text("heartbeat: NEWSLEDGER_HEARTBEAT_URL\nroutes: []\n", "utf-8")
    put(here, Staged.of(document()), run())
    heartbeat.beat(here, run())
    assert told(here) == [("opened", "heartbeat")]
    assert SECRET not in repr(outbox(here))
