"""Copy the warehouse to an immutable file that analysts read, and swap their link to it in one step.

DuckDB opens a path several times, so a file replaced under a reader could be mixed with its successor. Snapshots are
therefore numbered and never written again, and the link is what changes: who resolves it first always reads one
whole state, and who opened an older snapshot keeps it.
"""

import os
import shutil
from pathlib import Path

KEEP = 5
_PATTERN = "ledger-*.duckdb"


def take(warehouse: Path, ledger: Path, keep: int = KEEP) -> Path:
    """Copy a checkpointed, closed warehouse to the next snapshot, point the link `ledger` to it, drop the oldest.

    Returns the snapshot's path. The caller holds the writer's lock. After a crash at any point the link leads to the
    state before or to the state after.
    """
    folder = ledger.parent / "snapshots"
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"ledger-{_number(_newest(folder)) + 1:06d}.duckdb"
    _copy(warehouse, target)
    _point(ledger, target)
    _sync(folder)
    _sync(ledger.parent)
    for old in _snapshots(folder)[:-keep]:
        old.unlink()
    return target


def _copy(source: Path, target: Path) -> None:
    partial = target.with_suffix(".partial")
    partial.unlink(missing_ok=True)
    shutil.copyfile(source, partial)
    with partial.open("rb") as copy:
        os.fsync(copy.fileno())
    partial.chmod(0o444)
    partial.replace(target)


def _point(ledger: Path, target: Path) -> None:
    partial = ledger.with_suffix(".link")
    partial.unlink(missing_ok=True)
    partial.symlink_to(target.relative_to(ledger.parent))
    partial.replace(ledger)


def _sync(folder: Path) -> None:
    """Make renames in a folder survive a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _snapshots(folder: Path) -> list[Path]:
    return sorted(folder.glob(_PATTERN), key=_number)


def _newest(folder: Path) -> Path | None:
    return next(reversed(_snapshots(folder)), None)


def _number(snapshot: Path | None) -> int:
    return int(snapshot.stem.partition("-")[2]) if snapshot else 0
