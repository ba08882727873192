"""The doctor finds each illness that is there, and says what mends it."""

import sqlite3
from collections import namedtuple
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newsledger import doctor
from newsledger.backup import backup
from newsledger.doctor import Finding
from newsledger.settings import Settings
from tests.ledger.ledgers import put
from tests.ledger.rows import Staged, document, run, settings

Disk = namedtuple("Disk", "total used free")  # noqa: PYI024


def found(findings: Iterator[Finding]) -> Finding:
    (finding,) = findings
    return finding


@pytest.mark.parametrize(("free", "is_well"), [(3 * 1024**3, True), (1024**3, False)])
def test_too_little_room_is_found(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    free: int,
    is_well: bool,  # noqa: FBT001
) -> None:
    monkeypatch.setattr(doctor.shutil, "disk_usage", lambda _: Disk(0, 0, free))
    finding = found(doctor._folder(settings(tmp_path)))
    assert finding.is_well is is_well
    assert ("free some" in finding.detail) is not is_well


def test_a_backup_that_is_missing_or_old_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = Settings(tmp_path / "data", tmp_path, "none", 1, "1GB", backups=tmp_path / "backups")
    put(here, Staged.of(document()), run())
    assert not found(doctor._backups(here)).is_well
    backup(here, tmp_path / "backups", datetime(2026, 3, 3, tzinfo=UTC), keep=2)
    assert found(doctor._backups(here)).is_well
    monkeypatch.setattr(doctor, "utc_now", lambda: datetime(2100, 1, 1, tzinfo=UTC))
    finding = found(doctor._backups(here))
    assert not finding.is_well
    assert "newsledger backup" in finding.detail


def test_no_place_for_backups_is_no_illness(tmp_path: Path) -> None:
    assert found(doctor._backups(settings(tmp_path))).is_well


def test_a_wrong_version_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert found(doctor._versions(settings(tmp_path))).is_well
    monkeypatch.setattr(doctor.metadata, "requires", lambda _: ["duckdb==0.1", "celery; extra == 'stack'"])
    finding = found(doctor._versions(settings(tmp_path)))
    assert not finding.is_well
    assert "not ==0.1" in finding.detail


@pytest.mark.parametrize(("slots", "is_well"), [(1, True), (8, False), (None, False)])
def test_a_pool_of_the_wrong_size_is_found(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    slots: int | None,
    is_well: bool,  # noqa: FBT001
) -> None:
    monkeypatch.delenv("AIRFLOW__DATABASE__SQL_ALCHEMY_CONN", raising=False)
    monkeypatch.setattr(doctor, "EMBEDDED", tmp_path)
    with sqlite3.connect(tmp_path / "airflow.db") as metadata:
        metadata.execute("create table slot_pool (pool varchar, slots integer)")
        if slots:
            metadata.execute("insert into slot_pool values ('ledger_writer', ?)", [slots])
    metadata.close()
    finding = found(doctor._airflow(settings(tmp_path)))
    assert finding.is_well is is_well
    assert ("newsledger.airflow_metadata" in finding.detail) is not is_well


def test_a_database_that_does_not_answer_is_found_and_its_password_not_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(
        "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN", "postgresql+psycopg2://airflow:swordfish@127.0.0.1:9/airflow"
    )
    finding = found(doctor._airflow(settings(tmp_path)))
    assert not finding.is_well
    assert "does not answer" in finding.detail
    assert "swordfish" not in finding.line()
