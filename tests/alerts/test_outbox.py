"""The outbox keeps what somebody waits for, lets go of the rest, and takes the same trouble from many once."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from newsledger import delivery
from newsledger.alerts import tell_failure
from newsledger.outbox import NO_ROUTE, keep, outbox, thin
from newsledger.settings import Settings
from schemas.faults import Transient
from tests.alerts.alerts import NEXT_DAY, NOW, RUN, alert, installed
from tests.ledger.ledgers import ask, put
from tests.ledger.rows import Staged, document, run

LATER = NOW + timedelta(days=1)


@pytest.fixture
def here(tmp_path: Path) -> Settings:
    return installed(tmp_path, "routes: [{name: oncall, variable: TEST_ALERT_URL}]")


def left(here: Settings) -> set[str]:
    return {alert.alert_id for alert in outbox(here)}


def test_what_is_over_goes_and_what_goes_on_stays(here: Settings) -> None:
    old = [
        alert(alert_id="began", incident="flood", delivered_at=NOW),
        alert(alert_id="ended", incident="flood", kind="over", delivered_at=NOW),
        alert(alert_id="first", incident="drift", delivered_at=NOW),
        alert(alert_id="second", incident="drift", kind="changed", raised_at=NOW + timedelta(1), delivered_at=LATER),
        alert(alert_id="notice", incident="watch", kind="notice", delivered_at=NOW),
    ]
    keep(here, old)
    assert thin(here, NOW) == 0
    assert thin(here, LATER + timedelta(days=1)) == 4
    assert left(here) == {"second"}


def test_what_a_route_refused_is_never_lost_and_what_nobody_asks_for_is(here: Settings) -> None:
    over = alert(kind="over")
    keep(here, [replace(over, alert_id="refused", error="route oncall did not take it", attempt_count=3)])
    keep(here, [replace(over, alert_id="unasked", error=NO_ROUTE)])
    thin(here, LATER)
    assert left(here) == {"refused"}


def test_the_ledger_keeps_what_the_outbox_lets_go_of(here: Settings) -> None:
    keep(here, [alert(alert_id="ended", kind="over"), alert(alert_id="waits", error="route oncall did not take it")])
    put(here, Staged.of(document()), run())
    keep(here, [alert(alert_id="ended", kind="over", delivered_at=LATER, raised_at=NOW)])
    thin(here, LATER)
    put(here, Staged.of(document("fire")), run(NEXT_DAY.partition_on))
    assert ask(here, "select alert_id from ops.alerts order by all") == [("ended",), ("waits",)]


def test_shards_that_fail_at_once_are_one_alarm(here: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[str] = []

    def take(_: str, message: delivery.Message) -> bool:
        sent.append(message.title)
        return True

    monkeypatch.setenv("TEST_ALERT_URL", "json://127.0.0.1:9")
    monkeypatch.setattr(delivery, "_notify", take)
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: tell_failure(here, RUN, "extract", Transient("no memory")), range(16)))
    assert sent == ["newsledger: extract failed for 2026-10-05"]
    assert len(outbox(here)) == 1
