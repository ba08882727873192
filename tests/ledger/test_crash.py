"""A run that is killed at any moment of publishing leaves the last whole state, and can simply be run again."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from newsledger.settings import CHECKOUT, Settings
from tests.ledger.ledgers import ask, put
from tests.ledger.rows import Staged, document, run, settings

PUBLISHER = """
import sys
from pathlib import Path
from tests.ledger.test_crash import publish_one
for number in range(int(sys.argv[2]), 1000):
    publish_one(Path(sys.argv[1]), number)
    print(number, flush=True)
"""
CONTENT = "select * exclude (recorded_at, superseded_at), superseded_at is null from {} order by all"


def publish_one(data: Path, number: int) -> None:
    """Publish run `number`: three articles of its own and one that every run updates."""
    updated = document("flood", document().text.replace("300", str(300 + number)), version=number)
    own = [document(f"{slug}-{number}") for slug in ("fire", "rain", "wind")]
    put(settings(data), Staged.of(updated, *own), run(number=number))


def publish_until_killed(data: Path, first: int, seconds: float) -> int:
    """Publish runs from `first` on, kill the publisher some seconds after its first success; return the last one."""
    command = [sys.executable, "-c", PUBLISHER, str(data), str(first)]
    publisher = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=CHECKOUT)
    assert publisher.stdout is not None
    acknowledged = [int(publisher.stdout.readline())]
    time.sleep(seconds)
    os.kill(publisher.pid, signal.SIGKILL)
    acknowledged += [int(line) for line in publisher.stdout]
    publisher.wait()
    return acknowledged[-1]


def assert_whole(here: Settings, acknowledged: int) -> int:
    """Assert that the ledger holds a whole state that lacks nothing acknowledged; return how many runs it holds."""
    ((runs, documents, current),) = ask(
        here,
        "select (select count(*) from ops.runs), (select count(*) from documents),"
        " (select count(*) from current_documents)",
    )
    assert runs in (acknowledged, acknowledged + 1)
    assert (documents, current) == (4 * runs, 3 * runs + 1)
    return int(runs)


@pytest.mark.slow
def test_kills_while_publishing_lose_nothing_and_leave_nothing_half_done(tmp_path: Path) -> None:
    here, undisturbed = settings(tmp_path / "killed"), settings(tmp_path / "undisturbed")
    runs = 0
    for seconds in (0.0, 0.05, 0.1, 0.2, 0.3, 0.45, 0.6, 0.8):
        acknowledged = publish_until_killed(here.data, runs + 1, seconds)
        runs = assert_whole(here, acknowledged)
    publish_one(here.data, runs + 1)
    assert_whole(here, runs + 1)
    for number in range(1, runs + 2):
        publish_one(undisturbed.data, number)
    for name in ("documents", "claims", "events", "stories", "figures", "ops.runs"):
        query = "from ops.runs order by all" if name == "ops.runs" else CONTENT.format(name)
        assert ask(here, query) == ask(undisturbed, query), name
