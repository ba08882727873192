"""Kill runs at random moments and look at what is left.

    python -m tests.end_to_end.kills [--kills 50] [--seed 5]

Each run is killed within one of its steps, all steps in turn. After each kill the ledger, if there is one, must be a
whole state; in the end a run that is left alone must make the ledger that an undisturbed one makes.
"""

import argparse
import itertools
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import duckdb

from tests.end_to_end.golden import describe

DAY = "2026-10-05"
STEPS = ("fetch", "clean", "group", "extract", "follow", "check", "publish")
_START = 2.0  # seconds until the first step begins
_END = 1.0  # seconds after the last one begins to end: the snapshot is swapped, the report is written
# A state is whole if every run in it was published or held and nothing in it leads nowhere or stands there twice.
_BROKEN = """
    select 'run not ended' from ops.runs where status not in ('published', 'held')
    union all select 'no documents' where not exists (from current_documents)
    union all select 'lost document' from claims where document_id not in (select document_id from documents)
    union all select 'document without run' from documents where run_id not in (select run_id from ops.runs)
    union all select 'claim twice' from current_claims group by claim_id having count(*) > 1
"""


def started(data: Path) -> subprocess.Popen[str]:
    """Start a run of the day in a data folder."""
    return subprocess.Popen(
        [sys.executable, "-m", "newsledger", "run", "--date", DAY],
        env={**os.environ, "NEWSLEDGER_DATA": str(data)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def undisturbed(data: Path) -> dict[str, float]:
    """Run the day in peace; return how many seconds each step took, as the run says."""
    process = started(data)
    assert process.stderr is not None
    lines = process.stderr.readlines()
    assert process.wait() == 0, "".join(lines)
    words = [line.split() for line in lines]
    return {line[0]: float(line[2]) for line in words if len(line) == 4 and line[0] in STEPS}


def killed_within(step: str, data: Path, seconds: float) -> None:
    """Start a run, wait until a step begins and then some seconds, and kill all its processes."""
    process = started(data)
    assert process.stderr is not None
    before = STEPS[: STEPS.index(step)]
    if before:
        for line in process.stderr:
            if line.split()[:1] == [before[-1]]:
                break
    time.sleep(seconds)
    os.killpg(process.pid, signal.SIGKILL)
    process.stderr.read()
    process.wait()


def assert_whole(data: Path) -> bool:
    """Assert that the ledger, if there is one, is a whole state; return whether there is one."""
    ledger = data / "ledger.duckdb"
    if not ledger.exists():
        return False
    with duckdb.connect(str(ledger.resolve()), read_only=True) as connection:
        assert connection.execute(_BROKEN).fetchall() == []
    return True


def held_facts(data: Path) -> list[str]:
    """Return what the ledger holds, but for the rejections, of which every run has its own."""
    return [
        line for line in describe(data / "ledger.duckdb").splitlines() if not line.startswith(("fetch |", "clean |"))
    ]


def kill_often(folder: Path, kills: int, seed: int) -> Counter[str]:
    """Kill so many runs, then let one end, and assert that nothing shows; return how often there was a ledger."""
    chance = random.Random(seed)  # noqa: S311
    seconds = undisturbed(folder / "undisturbed")
    print(f"undisturbed, the steps take {seconds} s", flush=True)  # noqa: T201
    seen: Counter[str] = Counter()
    for number, step in enumerate(itertools.islice(itertools.cycle(STEPS), kills), 1):
        longest = seconds[step] + {STEPS[0]: _START, STEPS[-1]: _END}.get(step, 0.0)
        moment = chance.uniform(0, longest)
        killed_within(step, folder / "disturbed", moment)
        state = "ledger" if assert_whole(folder / "disturbed") else "no ledger yet"
        print(f"kill {number} of {kills}: {moment:.1f} s into {step}: {state}", flush=True)  # noqa: T201
        seen[state] += 1
    undisturbed(folder / "disturbed")
    assert_whole(folder / "disturbed")
    assert held_facts(folder / "disturbed") == held_facts(folder / "undisturbed")
    return seen


def main() -> None:
    """Read the command line, kill, and say what was seen."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=5)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        seen = kill_often(Path(folder), given.kills, given.seed)
    print(f"{given.kills} kills, after each a whole state: {dict(seen)}; the end is as if there had been none")  # noqa: T201


if __name__ == "__main__":
    main()
