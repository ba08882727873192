"""Back an installation up, and bring it back from a backup.

A backup is a folder of its own, named by its moment, that holds what cannot be made again: the ledger, the raw archive,
which pages each run worked on, alerts and configuration; and the embedded Airflow's metadata, if there is one. Files
that have not changed since the backup before are linked, not copied. The manifest, written last, names every file with
its digest: a folder without one is no backup. Secrets (`.env`, Airflow's keys and passwords) are not in it.
"""

import hashlib
import json
import os
import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from newsledger import snapshot
from newsledger.airflow_home import EMBEDDED
from newsledger.settings import Settings
from schemas.faults import Permanent

_MANIFEST = "manifest.json"
_LEDGER, _METADATA = "ledger.duckdb", "metadata.db"
_NAME = "%Y-%m-%dT%H%M%SZ"
_PIECE = 1024 * 1024


@dataclass(frozen=True)
class Entry:
    """One file of a backup: its size in bytes, when it was changed (ns), and the sha256 of its bytes."""

    size: int
    changed: int
    digest: str


def backup(settings: Settings, folder: Path, now: datetime, keep: int) -> Path:
    """Write a backup into a folder of backups, drop all but the newest `keep`, and return where it lies.

    The ledger comes first: the raw archive only grows, so it holds all that an earlier ledger refers to. Raises
    Permanent if there is no ledger yet or the backup could not be told from one that is there.
    """
    if not settings.ledger.exists():
        raise Permanent(f"there is no ledger at {settings.ledger} yet to back up; `newsledger run` makes it")
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    before = next(reversed(backups(folder)), None)
    target = folder / now.strftime(_NAME)
    try:
        target.mkdir(mode=0o700)
    except FileExistsError:
        raise Permanent(f"there is a backup {target} already; try again in a second") from None
    known = _manifest(before) if before else {}
    entries = {}
    for name, path in _files(settings, target):
        entries[name] = _keep(path, target / name, before and before / name, known.get(name))
    record = {name: asdict(entry) for name, entry in entries.items()}
    _write(target / _MANIFEST, json.dumps(record, indent=1) + "\n")
    for old in [path for path in folder.iterdir() if path.is_dir() and path not in backups(folder)[-keep:]]:
        shutil.rmtree(old)
    return target


def restore(settings: Settings, source: Path) -> None:
    """Bring a backup into the data folder, which must be empty; every file is held to its digest.

    Configuration and Airflow's metadata are left in the backup: they are put back by hand, where they are wanted.
    Raises Permanent if the folder is not empty, or the backup is none or damaged.
    """
    if settings.data.exists() and any(settings.data.iterdir()):
        raise Permanent(f"{settings.data} is not empty; move it away, or point NEWSLEDGER_DATA to an empty folder")
    entries = _manifest(source)
    settings.data.mkdir(parents=True, exist_ok=True)
    for name, entry in entries.items():
        if name.startswith("data/") or name == _LEDGER:
            target = settings.warehouse if name == _LEDGER else settings.data / name.removeprefix("data/")
            if _copy(source / name, target) != entry.digest:
                raise Permanent(f"{source / name} is damaged; restore from another backup")
            os.utime(target, ns=(entry.changed, entry.changed))
    settings.warehouse.chmod(0o644)
    snapshot.take(settings.warehouse, settings.ledger, settings.snapshots)


def backups(folder: Path) -> list[Path]:
    """Return the whole backups in a folder of backups, oldest first."""
    return sorted(path.parent for path in folder.glob(f"*/{_MANIFEST}"))


def _files(settings: Settings, target: Path) -> Iterator[tuple[str, Path]]:
    """Yield what belongs in a backup, each with its name there; indexes before the archive files that they are of."""
    yield _LEDGER, settings.ledger.resolve()
    data = ("raw/**/*", "stage/*/run.json", "stage/*/pages/*", "stage/*/steps/*", "alerts/*.json", "reports/*")
    yield from _found(settings.data, "data", data)
    yield from _found(settings.config, "config", ("*.yml",))
    if (EMBEDDED / "airflow.db").exists():
        copy = target / f"{_METADATA}.partial"
        with closing(sqlite3.connect(EMBEDDED / "airflow.db")) as live, closing(sqlite3.connect(copy)) as still:
            live.backup(still)
        yield _METADATA, copy
        copy.unlink()


def _found(folder: Path, name: str, patterns: Iterable[str]) -> Iterator[tuple[str, Path]]:
    for pattern in patterns:
        for path in sorted(folder.glob(pattern)):
            if path.is_file() and path.suffix != ".partial":
                yield f"{name}/{path.relative_to(folder)}", path


def _keep(path: Path, target: Path, before: Path | None, known: Entry | None) -> Entry:
    """Bring a file into a backup: link the one of the backup before if it is the same, else copy it."""
    state = path.stat()
    if before and known and (known.size, known.changed) == (state.st_size, state.st_mtime_ns):
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            target.hardlink_to(before)
        except OSError:
            pass  # this place knows no links
        else:
            return known
    digest = _copy(path, target)
    return Entry(target.stat().st_size, state.st_mtime_ns, digest)


def _copy(source: Path, target: Path) -> str:
    """Copy a file, wait until it is on disk, and return the digest of what was copied."""
    digest = hashlib.sha256()
    target.parent.mkdir(parents=True, exist_ok=True)
    with source.open("rb") as original, target.open("wb") as copy:
        while piece := original.read(_PIECE):
            digest.update(piece)
            copy.write(piece)
        copy.flush()
        os.fsync(copy.fileno())
    return digest.hexdigest()


def _write(path: Path, text: str) -> None:
    partial = path.with_suffix(".partial")
    partial.write_text(text, "utf-8")
    partial.replace(path)


def _manifest(folder: Path) -> dict[str, Entry]:
    try:
        record = json.loads((folder / _MANIFEST).read_text("utf-8"))
    except FileNotFoundError:
        raise Permanent(
            f"{folder} is no backup, as it has no {_MANIFEST}; give one such as 2026-11-24T043000Z"
        ) from None
    return {name: Entry(**entry) for name, entry in record.items()}
