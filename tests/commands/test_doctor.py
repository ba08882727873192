"""The doctor finds each illness that is there, and says what mends it."""

import json
import sqlite3
from collections import namedtuple
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newsledger import doctor, runs
from newsledger.backup import backup
from newsledger.doctor import Finding
from newsledger.runs import ended, save_run, start_run
from newsledger.settings import Settings
from tests.ledger.ledgers import put
from tests.ledger.rows import DAY, Staged, document, run, settings, source

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


def test_a_run_that_never_ended_is_found_until_another_of_its_day_has(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = settings(tmp_path)
    monkeypatch.setattr(runs, "made_by", lambda _: "test")
    run_id = start_run(here, DAY)
    assert list(doctor._runs(here)) == []
    monkeypatch.setattr(doctor, "utc_now", lambda: datetime(2100, 1, 1, tzinfo=UTC))
    finding = found(doctor._runs(here))
    assert not finding.is_well
    assert finding.detail.startswith(run_id)
    assert f"newsledger run --date {DAY}" in finding.detail
    save_run(here, ended(here, start_run(here, DAY), "published"))
    assert list(doctor._runs(here)) == []


def test_a_held_run_is_found_with_where_to_look(tmp_path: Path) -> None:
    here = settings(tmp_path)
    put(here, Staged.of(document()), run())
    assert found(doctor._ledger(here)).is_well
    put(here, Staged.of(document()), run(number=2, status="held", started_at=datetime(2099, 1, 1, tzinfo=UTC)))
    finding = found(doctor._ledger(here))
    assert not finding.is_well
    assert f"newest day published {DAY}; latest run {DAY}.2 held" in finding.detail
    assert f"newsledger report {DAY}.2" in finding.detail


def test_a_ledger_whose_snapshot_is_gone_is_found(tmp_path: Path) -> None:
    here = settings(tmp_path)
    assert found(doctor._ledger(here)).is_well
    put(here, Staged.of(document()), run())
    here.ledger.resolve().unlink()
    finding = found(doctor._ledger(here))
    assert not finding.is_well
    assert "leads nowhere; the next publish makes a new snapshot" in finding.detail


@pytest.mark.parametrize(("memory", "is_well"), [("2GB", True), ("much", False)])
def test_a_limit_of_memory_that_is_none_is_found(tmp_path: Path, memory: str, is_well: bool) -> None:  # noqa: FBT001
    here = replace(settings(tmp_path), memory_limit=memory)
    [finding] = [finding for finding in doctor.examine(here) if finding.subject == "memory"]
    assert finding.is_well is is_well
    assert ("NEWSLEDGER_MEMORY like 2GB" in finding.detail) is not is_well


def test_sources_of_the_web_that_no_run_may_ask_are_found(tmp_path: Path) -> None:
    here = settings(tmp_path)
    here.config.mkdir()
    known = vars(source(kind="feed", location="https://courier.example/feed"))
    (here.config / "sources.yml").write_text(json.dumps({"sources": [known]}), "utf-8")
    findings = list(doctor._sources(here))
    assert [finding.is_well for finding in findings] == [True, False, True]
    assert "courier" in findings[1].detail
    assert [finding.is_well for finding in doctor._sources(replace(here, contact="desk@ledger.example"))] == [True] * 2


def test_an_address_that_nothing_can_be_sent_to_is_found_and_not_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = settings(tmp_path)
    here.config.mkdir()
    (here.config / "alerts.yml").write_text("routes: [{name: oncall, variable: ONCALL}]", "utf-8")
    assert "nobody is told; off: oncall (ONCALL is not set)" in found(doctor._alerts(here)).detail
    monkeypatch.setenv("ONCALL", "swordfish")
    findings = list(doctor._alerts(here))
    assert [finding.is_well for finding in findings] == [True, False]
    assert not any("swordfish" in finding.line() for finding in findings)
    monkeypatch.setenv("ONCALL", "json://127.0.0.1:9/")
    assert found(doctor._alerts(here)).is_well


@pytest.mark.parametrize("name", ["sources", "corrections", "watches"])
def test_a_list_that_is_none_is_found_with_its_file(tmp_path: Path, name: str) -> None:
    here = settings(tmp_path)
    here.config.mkdir()
    (here.config / "sources.yml").write_text(json.dumps({"sources": [vars(source())]}), "utf-8")
    path = here.config / f"{name.replace('watches', 'watch')}.yml"
    path.write_text(f"{name}: 5", "utf-8")
    finding = next(finding for finding in doctor.examine(here) if not finding.is_well)
    assert f"{path} must be YAML with a list `{name}`" in finding.detail


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
