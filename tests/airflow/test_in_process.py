"""`make run`'s program runs the real DAGs over the samples, says what happened, and can be run again."""

import os
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest


def run(folder: Path, *days: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run days through the DAGs with all that is written kept in `folder`."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("AIRFLOW", "NEWSLEDGER"))}
    places = {"NEWSLEDGER_AIRFLOW": str(folder / "airflow"), "NEWSLEDGER_DATA": str(folder / "data")}
    return subprocess.run(
        [sys.executable, "-m", "newsledger.in_process", *days],
        env=clean | places | more,
        capture_output=True,
        text=True,
        check=False,
    )


def rows(folder: Path) -> list[tuple]:
    with duckdb.connect(str((folder / "data" / "ledger.duckdb").resolve()), read_only=True) as ledger:
        return ledger.execute("select claim_id, document_id, text from current_claims order by all").fetchall()


def test_a_bad_day_is_said_in_a_line(tmp_path) -> None:
    done = run(tmp_path, "yesterday")
    assert done.returncode == 1
    assert done.stderr.strip().splitlines() == [
        "newsledger: Invalid isoformat string: 'yesterday'; give news days like 2026-11-24"
    ]


@pytest.mark.slow
def test_the_samples_are_published_and_a_second_time_changes_no_row(tmp_path) -> None:
    first = run(tmp_path)
    assert first.returncode == 0, first.stderr
    for day in ("2026-10-05", "2026-10-06", "2026-10-07"):
        assert f"Run {day}.1 for {day}: published" in first.stdout
        assert (tmp_path / "data" / "reports" / f"{day}.1.html").is_file()
    assert "Traceback" not in first.stderr
    assert len(first.stderr.splitlines()) < 40, "Airflow's log came through"
    before = rows(tmp_path)
    assert before

    second = run(tmp_path)
    assert second.returncode == 0, second.stderr
    assert rows(tmp_path) == before


@pytest.mark.slow
def test_a_fault_is_said_in_a_line_and_the_run_has_failed(tmp_path) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "alerts.yml").write_text("routes: []\n", "utf-8")
    (tmp_path / "config" / "sources.yml").write_text("sources: [{name: broken}]\n", "utf-8")
    done = run(tmp_path, "2026-10-05", NEWSLEDGER_CONFIG=str(tmp_path / "config"))
    assert done.returncode == 1
    assert "newsledger: start: " in done.stderr
    assert "Traceback" not in done.stderr
    assert list((tmp_path / "data" / "alerts").glob("*.json"))
