"""People are told once, told when it is over, and nothing is lost when no channel answers."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from newsledger.alerts import (
    Failure,
    alerts_of_failure,
    alerts_of_verdict,
    deliver,
    keep,
    open_incidents,
    outbox,
    read_channels,
)
from newsledger.settings import Settings
from schemas.check import Check
from schemas.faults import Permanent, Transient
from schemas.run import Run

NOW = datetime(2026, 10, 6, 3, tzinfo=UTC)
RUN = Run(
    run_id="2026-10-05.1",
    partition_on=date(2026, 10, 5),
    started_at=NOW,
    ended_at=NOW,
    status="held",
    replay_of=None,
    made_by="test",
)
PUBLISHED = replace(RUN, run_id="2026-10-05.2", status="published")


def failure(rule: str = "claims_span", severity: str = "critical") -> Failure:
    check = Check(
        run_id=RUN.run_id,
        rule_id=rule,
        noun="claims",
        severity=severity,
        is_success=False,
        unexpected_count=7,
        observed=None,
        expectation="spans give back their text",
        checked_at=NOW,
    )
    return Failure(check, ("claim a1", "claim b2", "claim c3", "claim d4"))


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    config = tmp_path / "config"
    config.mkdir()
    (config / "alerts.yml").write_text("channels:\n  - variable: TEST_ALERT_URL\n", "utf-8")
    return Settings(data=tmp_path / "data", config=config, engine="", processes=1, memory_limit="1GB")


def test_a_held_run_is_told_with_counts_expectation_and_three_examples() -> None:
    [alert] = alerts_of_verdict(RUN, [failure()], set(), NOW)
    assert alert.kind == "held"
    assert "7 rows" in alert.body
    assert "spans give back their text" in alert.body
    assert alert.body.count("Example:") == 3
    assert "newsledger report 2026-10-05.1" in alert.body


def test_it_is_not_told_again_at_a_retry() -> None:
    [alert] = alerts_of_verdict(RUN, [failure()], set(), NOW)
    assert alerts_of_verdict(replace(RUN, run_id="2026-10-05.2"), [failure()], {alert.incident}, NOW) == []


def test_a_published_run_tells_what_is_over_and_only_for_its_day() -> None:
    opened = {"2026-10-05 claims_span", "2026-10-04 claims_span"}
    [alert] = alerts_of_verdict(PUBLISHED, [], opened, NOW)
    assert (alert.kind, alert.incident) == ("recovered", "2026-10-05 claims_span")


def test_a_held_run_recovers_nothing() -> None:
    assert alerts_of_verdict(RUN, [], {"2026-10-05 claims_span"}, NOW) == []


def test_a_warning_is_told_as_one() -> None:
    [alert] = alerts_of_verdict(PUBLISHED, [failure(severity="warning")], set(), NOW)
    assert alert.kind == "warning"


def test_a_failed_step_is_told_once() -> None:
    [alert] = alerts_of_failure(RUN, "fetch", Transient("no route"), set(), NOW)
    assert "no route" in alert.body
    assert alerts_of_failure(RUN, "fetch", Transient("no route"), {alert.incident}, NOW) == []


def test_an_incident_can_open_again_after_it_was_over() -> None:
    [held] = alerts_of_verdict(RUN, [failure()], set(), NOW)
    [over] = alerts_of_verdict(PUBLISHED, [], {held.incident}, NOW + timedelta(hours=1))
    assert open_incidents([held]) == {held.incident}
    assert open_incidents([over, held]) == set()
    again = replace(held, raised_at=NOW + timedelta(hours=2))
    assert open_incidents([held, over, again]) == {held.incident}


def test_an_alert_waits_until_a_channel_takes_it(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(settings, alerts_of_verdict(RUN, [failure()], set(), NOW))
    assert "no channel" in (deliver(settings)[0].error or "")
    monkeypatch.setenv("TEST_ALERT_URL", "json://127.0.0.1:1/")
    assert "did not take it" in (deliver(settings, lambda *_: False)[0].error or "")
    assert deliver(settings, lambda *_: True) == []
    [alert] = outbox(settings)
    assert alert.delivered_at is not None
    assert alert.error is None


def test_a_delivered_alert_is_not_sent_again(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEST_ALERT_URL", "json://127.0.0.1:1/")
    keep(settings, alerts_of_verdict(RUN, [failure()], set(), NOW))
    sent = []
    for _ in range(2):
        deliver(settings, lambda _, alert: bool(sent.append(alert)) or True)
    assert len(sent) == 1


def test_a_wrong_channel_is_named(tmp_path: Path) -> None:
    path = tmp_path / "alerts.yml"
    path.write_text("channels:\n  - variable: X\n    kinds: [shouting]\n", "utf-8")
    with pytest.raises(Permanent, match="channel 1"):
        read_channels(path)
