"""Each alarm of docs/runbook.md once for real, raised by Airflow's tasks, and what the runbook says to do about it."""

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
import yaml

from newsledger.settings import utc_now
from tests.end_to_end.installation import Ear, listening
from tests.invented import FILLING, article, page
from tests.ledger.ledgers import put
from tests.ledger.rows import Staged, document, run, settings

DAY = utc_now().date() - timedelta(days=2)
NEXT_DAY = DAY + timedelta(days=1)  # the ledger of it was to be out by midnight
_ALERTS = """
published_by: "00:00"
heartbeat: DRILL_HEARTBEAT
routes: [{name: people, variable: DRILL_ALERT_URL}]
"""
_WATCHES = "watches: [{name: many_hurt, kind: passes, about: [people], above: 1000}]"
_LOOK = """
from newsledger.in_process import _load_dags
assert _load_dags()["alarms"].test().state == "success"
"""
_CROWDED = ("More than 4,000 people were driven from their homes by the flood, the mayor of Penwell said.",)


class Installation:
    """Two sources, neither of which has anything yet, in a ledger that was published once."""

    def __init__(self, folder: Path, hears: str) -> None:
        """Write the configuration."""
        self.folder = folder
        put(settings(folder / "data"), Staged.of(document()), run())
        config = folder / "config"
        config.mkdir()
        shared = {
            "outlet": "Courier", "country": "GBR", "language": "en", "licence": "ours", "cadence": "daily",
            "expected_min": 1, "expected_max": 9,
        }  # fmt: skip
        sources = [
            {"name": "courier", "kind": "folder", "location": f"{folder}/{{day}}/courier"} | shared,
            {"name": "archive", "kind": "warc", "location": f"{folder}/{{day}}/archive"} | shared | {"expected_min": 0},
        ]
        (config / "sources.yml").write_text(yaml.safe_dump({"sources": sources}), "utf-8")
        (config / "alerts.yml").write_text(_ALERTS, "utf-8")
        (config / "watch.yml").write_text(_WATCHES, "utf-8")
        clean = {key: value for key, value in os.environ.items() if not key.startswith(("AIRFLOW", "NEWSLEDGER"))}
        self._environment = clean | {
            "NEWSLEDGER_AIRFLOW": str(folder / "airflow"),
            "NEWSLEDGER_DATA": str(folder / "data"),
            "NEWSLEDGER_CONFIG": str(config),
            "DRILL_ALERT_URL": f"json://{hears}/alarm",
        }
        self._watchdog = f"http://{hears}/life"

    def has_pages(self, day: date, **pages: str) -> None:
        """Let the courier bring pages on a day, and the archive be there."""
        (self.folder / str(day) / "archive").mkdir(parents=True, exist_ok=True)
        (self.folder / str(day) / "courier").mkdir(exist_ok=True)
        for slug, text in pages.items():
            (self.folder / str(day) / "courier" / f"{slug}.html").write_text(text, "utf-8")

    def runs(self, *words: str, status: int = 0, watchdog: str | None = None) -> str:
        """Run a Python program of ours with words, hold it to its exit status, and return what it said."""
        environment = self._environment | {"DRILL_HEARTBEAT": watchdog or self._watchdog}
        done = subprocess.run(
            [sys.executable, *words], env=environment, capture_output=True, text=True, check=False
        )  # fmt: skip
        assert done.returncode == status, done.stdout + done.stderr
        return done.stdout

    def runs_day(self, day: date, status: int = 0, watchdog: str | None = None) -> None:
        """Run all DAGs for a news day."""
        self.runs("-m", "newsledger.in_process", str(day), status=status, watchdog=watchdog)


@pytest.fixture
def ear() -> Ear:
    return Ear()


@pytest.fixture
def here(tmp_path: Path, ear: Ear) -> Iterator[Installation]:
    with listening(ear) as hears:
        yield Installation(tmp_path, hears)


def heard(ear: Ear) -> set[str]:
    """Return what people heard since they were last asked; assert that nothing came twice."""
    subjects = [subject for _, subject in ear.heard]
    assert len(set(subjects)) == len(subjects), subjects
    ear.heard.clear()
    return set(subjects)


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_each_alarm_comes_once_and_ends_by_what_the_runbook_says(here: Installation, ear: Ear) -> None:
    midnight = datetime.combine(DAY, time(), UTC)

    here.runs_day(DAY, status=1)  # the archive is not there
    assert heard(ear) == {f"fetch failed for {DAY}"}

    here.has_pages(DAY)
    here.runs_day(DAY, status=3)  # it is, but the courier brings nothing
    assert heard(ear) == {f"{DAY} held by sources_volume_min", f"{DAY} warned by documents_fresh"}

    misdated = page("Penwell plans a fair", midnight.replace(year=midnight.year + 5, day=1), list(FILLING))
    flood = page("Flood drives thousands out", midnight + timedelta(hours=9), [*_CROWDED, *FILLING])
    here.has_pages(DAY, storm=article(1, midnight), flood=flood, fair=misdated)
    here.runs_day(DAY, watchdog="http://127.0.0.1:9/life")  # where nobody listens
    news = heard(ear)
    assert news >= {
        f"over: fetch failed for {DAY}",
        f"over: {DAY} held by sources_volume_min",
        f"over: {DAY} warned by documents_fresh",
        f"{DAY} warned by document_published_plausible",
        "the sign of life was not taken",
    }
    [found] = news - {subject for subject in news if str(DAY) in subject or "sign of life" in subject}
    assert found.startswith("many_hurt: ")

    here.runs("-c", _LOOK)
    assert heard(ear) == {"over: the sign of life was not taken", f"{NEXT_DAY} is late"}

    [line] = here.runs("-m", "newsledger", "quarantine", "list").splitlines()
    why = ("--reason", "The fair is of this year.", "--author", "A. Brook")
    here.runs("-m", "newsledger", "quarantine", "drop", line.split()[2], *why)
    here.has_pages(NEXT_DAY, storm=article(2, midnight + timedelta(days=1)))
    here.runs_day(NEXT_DAY)
    assert heard(ear) == {f"over: {NEXT_DAY} is late", f"over: {DAY} warned by document_published_plausible"}
