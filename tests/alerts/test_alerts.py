"""People are told of runs that are held, warned of or broken, and of nothing twice."""

from dataclasses import replace
from pathlib import Path

import pytest

from newsledger.alerts import tell_failure, tell_verdict
from newsledger.outbox import outbox
from newsledger.settings import Settings
from schemas.faults import Transient
from tests.alerts.alerts import NEXT_DAY, PUBLISHED, RUN, failure, installed


@pytest.fixture
def here(tmp_path: Path) -> Settings:
    return installed(tmp_path, "routes: []\n")


def told(here: Settings) -> list[tuple[str, str]]:
    return [(alert.kind, alert.incident) for alert in outbox(here)]


def test_a_held_run_is_told_with_counts_examples_and_where_to_look(here: Settings) -> None:
    tell_verdict(here, RUN, [failure(courier=5, gazette=2)])
    [alert] = outbox(here)
    assert alert.severity == "critical"
    assert alert.sources == ("courier", "gazette")
    assert "7 rows" in alert.body
    assert "courier 5, gazette 2" in alert.body
    assert "spans give back their text" in alert.body
    assert alert.body.count("Example:") == 3
    assert "newsledger report 2026-10-05.1" in alert.body


def test_it_is_not_told_again_at_a_retry_and_over_when_the_day_is_published(here: Settings) -> None:
    tell_verdict(here, RUN, [failure()])
    tell_verdict(here, replace(RUN, run_id="2026-10-05.2"), [failure()])
    tell_verdict(here, NEXT_DAY, [])
    assert told(here) == [("opened", "2026-10-05 claims_span")]
    tell_verdict(here, PUBLISHED, [])
    assert told(here)[1:] == [("over", "2026-10-05 claims_span")]


def test_a_held_run_ends_nothing(here: Settings) -> None:
    tell_verdict(here, RUN, [failure()])
    tell_verdict(here, replace(RUN, run_id="2026-10-05.2"), [failure("events_span")])
    assert [kind for kind, _ in told(here)] == ["opened", "opened"]


def test_a_warning_goes_on_from_day_to_day_until_a_later_day_is_free_of_it(here: Settings) -> None:
    warning = failure("claims_shape", "warning")
    tell_verdict(here, PUBLISHED, [warning])
    tell_verdict(here, NEXT_DAY, [warning])
    assert told(here) == [("opened", "check claims_shape")]
    tell_verdict(here, replace(NEXT_DAY, run_id="2026-10-06.2"), [])
    assert told(here)[1:] == [("over", "check claims_shape")]


def test_a_replay_of_an_older_day_and_a_run_of_some_sources_end_no_warning(here: Settings) -> None:
    tell_verdict(here, NEXT_DAY, [failure("claims_shape", "warning")])
    tell_verdict(here, PUBLISHED, [])
    tell_verdict(here, replace(NEXT_DAY, run_id="2026-10-06.2"), [], is_whole=False)
    assert told(here) == [("opened", "check claims_shape")]


def test_a_source_that_recovers_while_another_does_not_is_told_as_a_change(here: Settings) -> None:
    tell_verdict(here, PUBLISHED, [failure("sources_volume_usual", "warning", courier=1, gazette=1)])
    tell_verdict(here, NEXT_DAY, [failure("sources_volume_usual", "warning", gazette=1)])
    opened, changed = outbox(here)
    assert (changed.kind, changed.sources) == ("changed", ("gazette",))
    assert "sources courier, gazette. Now: sources gazette" in changed.body
    assert opened.incident == changed.incident


def test_a_number_of_rows_is_told_again_only_if_its_size_changes(here: Settings) -> None:
    for count in (3, 9, 12):
        tell_verdict(here, PUBLISHED, [failure("claim_kind_code", "row", count)])
    opened, changed = outbox(here)
    assert (opened.severity, opened.state, changed.state) == ("warning", "1 to 9 rows", "10 rows or more")


def test_a_step_that_failed_is_told_once_and_over_when_the_day_is_published(here: Settings) -> None:
    tell_failure(here, RUN, "fetch", Transient("no route to host"))
    tell_failure(here, RUN, "fetch", Transient("no route to host, again"))
    [alert] = outbox(here)
    assert (alert.severity, alert.kind) == ("critical", "opened")
    assert "no route to host" in alert.body
    tell_verdict(here, PUBLISHED, [])
    assert told(here)[1:] == [("over", "2026-10-05 fetch failed")]


def test_no_secret_is_kept_or_told(here: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSLEDGER_ALERT_URL", "mailtos://ledger:opensesame@mail.example")
    monkeypatch.setenv("PROXY_PASSWORD", "swordfish")
    error = RuntimeError(
        "https://ada:pass1234@feeds.example/?token=abc123 refused swordfish; opensesame is mailtos"
        "://ledger:opensesame@mail.example"
    )
    tell_failure(here, RUN, "fetch", error)
    [path] = (here.data / "alerts").glob("*.json")
    text = path.read_text("utf-8")
    assert "https://***@feeds.example/?token=***" in text
    for secret in ("swordfish", "pass1234", "abc123", "ledger:opensesame"):
        assert secret not in text
