"""Runs, failures and routes for the tests of alerts."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from newsledger.alerts import Failure
from newsledger.incidents import Problem
from newsledger.settings import Settings
from schemas.alert import Alert
from schemas.check import Check
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
NEXT_DAY = replace(RUN, run_id="2026-10-06.1", partition_on=date(2026, 10, 6), status="published")


def failure(rule: str = "claims_span", severity: str = "critical", count: int = 7, **sources: int) -> Failure:
    check = Check(
        run_id=RUN.run_id,
        rule_id=rule,
        noun="claims",
        severity=severity,
        is_success=False,
        unexpected_count=count,
        observed=None,
        expectation="spans give back their text",
        checked_at=NOW,
    )
    return Failure(check, tuple(f"claim a{n}" for n in range(1, 6)), sources)


def problem(**changes: Any) -> Problem:
    given = Problem(incident="i", severity="critical", state="s", subject="It broke", body="All of it.")
    return replace(given, **changes)


def alert(**changes: Any) -> Alert:
    given = Alert(
        alert_id="a",
        run_id=RUN.run_id,
        severity="critical",
        kind="opened",
        incident="i",
        state="s",
        sources=(),
        subject="newsledger: It broke",
        body="All of it.",
        raised_at=NOW,
        delivered_at=None,
        delivered_to=(),
        attempt_count=0,
        error=None,
    )
    return replace(given, **changes)


def installed(folder: Path, routes: str) -> Settings:
    """Return the settings of an installation whose alerts.yml says this."""
    config = folder / "config"
    config.mkdir(exist_ok=True)
    (config / "alerts.yml").write_text(routes, "utf-8")
    return Settings(data=folder / "data", config=config, engine="none", processes=1, memory_limit="1GB")
