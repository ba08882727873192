"""A run that is killed at any moment loses nothing and leaves nothing half done: the next one ends where it should."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.end_to_end.golden import describe
from tests.end_to_end.test_samples import ask, newsledger

DAY = "2026-10-05"
KILLS = 4
LONGEST = 9.0  # seconds; an undisturbed run of the day takes about as long


def killed_after(data: Path, seconds: float) -> None:
    command = [sys.executable, "-m", "newsledger", "run", "--date", DAY]
    environment = {**os.environ, "NEWSLEDGER_DATA": str(data)}
    process = subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    time.sleep(seconds)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def held_facts(data: Path) -> list[str]:
    """Return what the ledger holds, but for the rejections, of which every run has its own."""
    return [line for line in describe(data / "ledger.duckdb").splitlines() if not line.startswith("clean |")]


@pytest.mark.slow
def test_a_run_after_kills_ends_like_an_undisturbed_one(tmp_path: Path) -> None:
    chance = random.Random(5)  # noqa: S311
    for _ in range(KILLS):
        killed_after(tmp_path / "disturbed", chance.uniform(0.3, LONGEST))
    for name in ("disturbed", "undisturbed"):
        done = newsledger(tmp_path / name, "run", "--date", DAY)
        assert done.returncode == 0, done.stderr
    assert held_facts(tmp_path / "disturbed") == held_facts(tmp_path / "undisturbed")
    doubled = "select count(*) - count(distinct claim_id) from current_claims"
    assert ask(tmp_path / "disturbed", doubled) == [(0,)]
