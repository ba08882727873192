"""A full disk, a folder that takes nothing, a forgotten reader: said clearly, and nothing is lost."""

import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pytest

from newsledger.database import opened
from newsledger.settings import CHECKOUT
from newsledger.stage import Stage
from schemas import stage as tables
from schemas.faults import Permanent, Transient
from tests.ledger.ledgers import ask, history, put
from tests.ledger.rows import SENTENCE, Staged, document, run, settings
from tests.services import require


def big(number: int) -> Staged:
    return Staged.of(*(document(f"fire-{number}-{n}", f"{SENTENCE * 30}{n}") for n in range(2000)))


@contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    """Let no file of this process grow beyond a size, as if the disk were full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.fixture
def read_only(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "read_only"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m,ro", "tmpfs", str(folder)]
    require("the right to mount", None if subprocess.run(mount, capture_output=True, check=False).returncode else True)
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.parametrize("headroom", [50_000, 400_000, 1_000_000, 3_000_000])
def test_a_full_disk_is_said_and_nothing_is_lost(tmp_path: Path, headroom: int) -> None:
    here = settings(tmp_path)
    put(here, Staged.of(document()), run())
    before, snapshot = history(here), here.ledger.resolve()
    with (
        files_no_larger_than(here.warehouse.stat().st_size + headroom),
        pytest.raises((Permanent, OSError), match=r"cannot be written|File too large"),
    ):
        put(here, big(1), run(number=2))
    assert here.ledger.resolve() == snapshot
    assert history(here) == before
    put(here, big(1), run(number=2))
    assert len(ask(here, "from current_documents")) == 2001


def test_a_stage_file_that_could_not_be_written_is_not_there(tmp_path: Path) -> None:
    stage = Stage(tmp_path)
    rows = [document(f"fire-{n}", f"{n * 7919} {os.urandom(200).hex()}") for n in range(2000)]
    with files_no_larger_than(10_000), pytest.raises(OSError, match="File too large"):
        stage.write(tables.DOCUMENTS, rows)
    assert stage.shards(tables.DOCUMENTS) == []


def test_the_command_line_says_a_folder_that_takes_nothing_in_a_line(read_only: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "newsledger", "run", "--date", "2026-10-05"],
        env={**os.environ, "NEWSLEDGER_DATA": str(read_only / "data")},
        capture_output=True,
        text=True,
        check=False,
        cwd=CHECKOUT,
    )
    assert done.returncode == 1
    (line,) = done.stderr.strip().splitlines()
    assert "Read-only file system" in line
    assert "give a folder that can be written" in line


def test_somebody_who_has_the_warehouse_open_is_asked_to_close_it(tmp_path: Path) -> None:
    here = settings(tmp_path)
    put(here, Staged.of(document()), run())
    holder = f"import duckdb; c = duckdb.connect({str(here.warehouse)!r}, read_only=True); print(flush=True); input()"
    with subprocess.Popen(
        [sys.executable, "-c", holder], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as careless:
        assert careless.stdout is not None
        careless.stdout.readline()
        with pytest.raises(Transient, match="open in another program"):
            put(here, Staged.of(document("fire")), run(number=2))
        careless.communicate("\n")
    put(here, Staged.of(document("fire")), run(number=2))
    assert len(ask(here, "from documents")) == 2


def test_a_fault_of_ours_keeps_its_name(tmp_path: Path) -> None:
    with pytest.raises(duckdb.CatalogException), opened(tmp_path / "a.duckdb") as connection:
        connection.execute("from nowhere")
