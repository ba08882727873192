import subprocess
import sys
import threading
import time
from io import FileIO
from pathlib import Path
from typing import BinaryIO

import duckdb
import pytest

from newsledger import snapshot, warehouse
from newsledger.settings import Settings
from schemas.faults import Permanent, Transient
from tests.ledger.ledgers import ask, put
from tests.ledger.rows import SENTENCE, Staged, document, run, settings

# An analyst who keeps opening the ledger and asking: each state must be whole, so all tables know the same runs.
READER = """
import sys
from pathlib import Path
from newsledger.warehouse import reader
ledger, stop = Path(sys.argv[1]), Path(sys.argv[2])
seen = set()
asked = 0
while not stop.exists():
    with reader(ledger) as connection:
        for _ in range(3):
            runs, claims, events, documents = connection.execute('''
                select (select count(*) from ops.runs), (select count(*) from claims),
                    (select count(*) from events), (select count(*) from current_documents)
            ''').fetchone()
            assert claims == events == documents == 2 * runs, (runs, claims, events, documents)
            seen.add(runs)
            asked += 1
print(asked, len(seen))
"""


def two_documents(number: int) -> Staged:
    return Staged.of(document(f"flood-{number}"), document(f"fire-{number}", SENTENCE.replace("300", "31")))


def test_readers_see_only_whole_states_while_runs_are_published(tmp_path: Path) -> None:
    here, stop = settings(tmp_path), tmp_path / "stop"
    put(here, two_documents(0), run(number=1))
    command = [sys.executable, "-c", READER, str(here.ledger), str(stop)]
    analysts = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    with warehouse.reader(here.ledger) as patient:
        for number in range(2, 9):
            put(here, two_documents(number), run(number=number))
        assert patient.execute("select count(*) from ops.runs").fetchall() == [(1,)]
    time.sleep(0.3)
    stop.touch()
    for analyst in analysts:
        out, err = analyst.communicate(timeout=60)
        assert analyst.returncode == 0, err
        asked, states = (int(word) for word in out.split())
        assert asked > 3
        assert states > 1


def test_old_snapshots_go_and_the_newest_stay(tmp_path: Path) -> None:
    here = settings(tmp_path)
    for number in range(1, 8):
        put(here, two_documents(0), run(number=number))
    names = sorted(path.name for path in (tmp_path / "snapshots").iterdir())
    assert names == [f"ledger-{number:06d}.duckdb" for number in range(3, 8)]
    assert here.ledger.readlink() == Path("snapshots/ledger-000007.duckdb")
    assert not here.ledger.stat().st_mode & 0o222


def test_a_snapshot_that_is_due_to_go_becomes_the_new_one(tmp_path: Path) -> None:
    here = settings(tmp_path)
    for number in range(1, 4):
        put(here, two_documents(number), run(number=number))
    oldest = tmp_path / "snapshots" / "ledger-000001.duckdb"
    same_file = oldest.stat().st_ino
    newest = snapshot.take(here.warehouse, here.ledger, keep=3)
    assert newest.stat().st_ino == same_file
    assert not oldest.exists()
    assert newest.read_bytes() == here.warehouse.read_bytes()


def test_a_snapshot_that_somebody_reads_is_left_alone(tmp_path: Path) -> None:
    here = settings(tmp_path)
    for number in range(1, 3):
        put(here, two_documents(number), run(number=number))
    oldest = tmp_path / "snapshots" / "ledger-000001.duckdb"
    with oldest.open("rb") as patient:
        before = patient.read()
        newest = snapshot.take(here.warehouse, here.ledger, keep=2)
        patient.seek(0)
        assert patient.read() == before
    assert newest.read_bytes() == here.warehouse.read_bytes()
    assert before != newest.read_bytes()


def test_only_what_differs_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = settings(tmp_path)
    put(here, Staged.of(*(document(f"fire-{n}", SENTENCE.replace("300", str(n))) for n in range(3000))), run())
    put(here, two_documents(0), run(number=2))
    written = []
    whole = snapshot._copy_bytes

    def count(source: BinaryIO, copy: FileIO, offset: int, length: int) -> None:
        written.append(offset)
        whole(source, copy, offset, length)

    monkeypatch.setattr(snapshot, "_copy_bytes", count)
    newest = snapshot.take(here.warehouse, here.ledger, keep=2)
    assert newest.read_bytes() == here.warehouse.read_bytes()
    assert len(written) < newest.stat().st_size / snapshot._BLOCK_BYTES


def test_the_number_of_snapshots_is_a_setting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSLEDGER_SNAPSHOTS", "2")
    monkeypatch.setenv("NEWSLEDGER_DATA", str(tmp_path))
    here = Settings.from_environment()
    for number in range(1, 4):
        put(here, two_documents(number), run(number=number))
    assert len(snapshot.snapshots(tmp_path / "snapshots")) == 2


def test_a_snapshot_holds_the_last_commit(tmp_path: Path) -> None:
    here = settings(tmp_path)
    put(here, two_documents(0), run())
    assert not here.warehouse.with_suffix(".duckdb.wal").exists()
    copy = snapshot.take(here.warehouse, here.ledger, keep=1)
    assert [path.name for path in copy.parent.iterdir()] == [copy.name]
    assert len(ask(here, "from claims")) == 2


def test_an_analyst_does_not_keep_a_run_from_publishing(tmp_path: Path) -> None:
    here = settings(tmp_path)
    put(here, two_documents(0), run())
    with duckdb.connect(str(here.ledger), read_only=True) as careless:
        put(here, two_documents(1), run(number=2))
        assert careless.execute("select count(*) from claims").fetchall() == [(2,)]
    assert ask(here, "select count(*) from claims") == [(4,)]


def test_a_second_writer_waits_for_the_first(tmp_path: Path) -> None:
    here = settings(tmp_path)
    inside, leave = threading.Event(), threading.Event()

    def hold() -> None:
        with warehouse.writer(here):
            inside.set()
            leave.wait(30)

    first = threading.Thread(target=hold)
    first.start()
    assert inside.wait(30)
    with pytest.raises(Transient, match="let it finish, then try again"), warehouse.writer(here, wait_seconds=0.3):
        pass
    threading.Timer(0.3, leave.set).start()
    with warehouse.writer(here, wait_seconds=30) as second:
        assert second.execute("select count(*) from claims").fetchall() == [(0,)]
    first.join()


def test_a_ledger_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(Permanent, match="newsledger run"), warehouse.reader(tmp_path / "ledger.duckdb"):
        pass
