"""A backup brings an installation back, whole or not at all."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from newsledger.archive import Archive
from newsledger.backup import backup, backups, restore
from newsledger.settings import Settings
from schemas.faults import Permanent
from schemas.response import Response
from tests.ledger.ledgers import ask, history, put
from tests.ledger.rows import DAY, Staged, document, run, settings

NOW = datetime(2026, 3, 3, 4, 30, tzinfo=UTC)


@pytest.fixture
def here(tmp_path: Path) -> Settings:
    """Return an installation with a published run, raw pages and a configuration."""
    made = settings(tmp_path / "data")
    record(made, "flood", b"the first page")
    put(made, Staged.of(document()), run())
    made.config.mkdir()
    (made.config / "sources.yml").write_text("sources: []\n", "utf-8")
    return made


def record(here: Settings, slug: str, body: bytes) -> None:
    response = Response(f"https://courier.example/{slug}", body, headers={"content-type": "text/html"})
    Archive(here.raw).record("courier", DAY, response, NOW)


def test_an_empty_folder_becomes_what_was_backed_up(here: Settings, tmp_path: Path) -> None:
    saved = backup(here, tmp_path / "backups", NOW, keep=7)
    again = settings(tmp_path / "again")
    restore(again, saved)
    assert history(again) == history(here)
    assert ask(again, "from ops.runs") == ask(here, "from ops.runs")
    pages = Archive(here.raw).pages("courier")
    assert Archive(again.raw).pages("courier") == pages
    for page in pages.values():
        assert Archive(again.raw).read(page.warc_path, page.warc_offset) == b"the first page"
    put(again, Staged.of(document("fire")), run(number=2))
    assert len(ask(again, "from current_documents")) == 2


def test_what_has_not_changed_is_linked(here: Settings, tmp_path: Path) -> None:
    record(here, "old", b"a page of an older day")
    first = backup(here, tmp_path / "backups", NOW, keep=7)
    Archive(here.raw).record("courier", DAY + timedelta(days=1), Response("https://courier.example/new", b"new"), NOW)
    second = backup(here, tmp_path / "backups", NOW + timedelta(days=1), keep=7)
    old = f"data/raw/{DAY}/courier.warc.gz"
    assert (first / old).stat().st_ino == (second / old).stat().st_ino
    assert (second / f"data/raw/{DAY + timedelta(days=1)}/courier.warc.gz").exists()
    restore(settings(tmp_path / "again"), second)


def test_a_file_that_grew_is_copied_anew_and_the_older_backup_stays_as_it_was(here: Settings, tmp_path: Path) -> None:
    first = backup(here, tmp_path / "backups", NOW, keep=7)
    record(here, "more", b"a second page")
    backup(here, tmp_path / "backups", NOW + timedelta(days=1), keep=7)
    again = settings(tmp_path / "again")
    restore(again, first)
    assert len(Archive(again.raw).pages("courier")) == 1


def test_only_the_newest_backups_stay(here: Settings, tmp_path: Path) -> None:
    made = [backup(here, tmp_path / "backups", NOW + timedelta(days=day), keep=2) for day in range(4)]
    assert backups(tmp_path / "backups") == made[2:]
    assert sorted((tmp_path / "backups").iterdir()) == made[2:]


def test_an_unfinished_backup_is_none_and_goes_with_the_next(here: Settings, tmp_path: Path) -> None:
    unfinished = tmp_path / "backups" / "2026-03-01T043000Z"
    unfinished.mkdir(parents=True)
    (unfinished / "ledger.duckdb").write_bytes(b"half of it")
    with pytest.raises(Permanent, match="is no backup"):
        restore(settings(tmp_path / "again"), unfinished)
    made = backup(here, tmp_path / "backups", NOW, keep=7)
    assert list((tmp_path / "backups").iterdir()) == [made]


def test_a_damaged_backup_is_refused(here: Settings, tmp_path: Path) -> None:
    saved = backup(here, tmp_path / "backups", NOW, keep=7)
    warc = saved / f"data/raw/{DAY}/courier.warc.gz"
    warc.write_bytes(warc.read_bytes()[:-1] + b"x")
    with pytest.raises(Permanent, match="is damaged"):
        restore(settings(tmp_path / "again"), saved)


def test_a_backup_does_not_overwrite_what_is_there(here: Settings, tmp_path: Path) -> None:
    saved = backup(here, tmp_path / "backups", NOW, keep=7)
    with pytest.raises(Permanent, match="is not empty"):
        restore(here, saved)


def test_nothing_to_back_up_is_said(tmp_path: Path) -> None:
    with pytest.raises(Permanent, match="no ledger"):
        backup(settings(tmp_path / "data"), tmp_path / "backups", NOW, keep=7)


def test_others_may_not_look_into_a_backup(here: Settings, tmp_path: Path) -> None:
    saved = backup(here, tmp_path / "backups", NOW, keep=7)
    assert saved.stat().st_mode & 0o077 == 0
