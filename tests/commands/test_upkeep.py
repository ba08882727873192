"""The commands of upkeep say what they did, and what they need."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from newsledger.cli import app
from newsledger.settings import Settings
from schemas.faults import Permanent
from tests.ledger.ledgers import history, put
from tests.ledger.rows import Staged, document, run


def newsledger(*arguments: str) -> str:
    done = CliRunner().invoke(app, arguments, catch_exceptions=False)
    assert done.exit_code == 0
    return done.output


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setenv("NEWSLEDGER_DATA", str(tmp_path / "data"))
    made = Settings.from_environment()
    put(made, Staged.of(document()), run())
    return made


def test_what_was_backed_up_comes_back(here: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    where = newsledger("backup", str(tmp_path / "backups")).strip()
    monkeypatch.setenv("NEWSLEDGER_DATA", str(tmp_path / "again"))
    assert "is back" in newsledger("restore", where)
    assert history(Settings.from_environment()) == history(here)


def test_a_place_for_backups_is_asked_for(here: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    assert here.backups is None
    monkeypatch.delenv("NEWSLEDGER_BACKUPS", raising=False)
    with pytest.raises(Permanent, match="name a folder for backups"):
        newsledger("backup")


def test_pruning_says_what_went(here: Settings) -> None:
    rows = history(here)
    assert "0 runs and 0 days of raw pages thinned" in newsledger("prune")
    assert history(here) == rows


@pytest.mark.parametrize("value", ["0", "-3", "five", "1.5"])
def test_a_number_that_is_none_is_refused(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("NEWSLEDGER_KEEP_STAGE_DAYS", value)
    with pytest.raises(Permanent, match="NEWSLEDGER_KEEP_STAGE_DAYS must be a whole number above nought"):
        Settings.from_environment()
