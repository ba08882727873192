"""Copy the warehouse to an immutable file that analysts read, and swap their link to it in one step.

DuckDB opens a path several times, so a file replaced under a reader could be mixed with its successor. Snapshots are
therefore numbered and never written again, and the link is what changes: who resolves it first always reads one
whole state, and who opened an older snapshot keeps it.

A copy of the whole file would make each day dearer than the one before. So the snapshot that is due to go, if nobody
has it open, becomes the new one: of its blocks, only those that differ from the warehouse's are written.
"""

import fcntl
import os
import shutil
from io import FileIO
from pathlib import Path
from typing import BinaryIO

_PATTERN = "ledger-*.duckdb"

# DuckDB's file: three headers, then blocks of one size, each of which begins with the checksum of the rest.
_HEADER_BYTES, _BLOCK_BYTES, _CHECKSUM_BYTES = 3 * 4096, 256 * 1024, 8


def take(warehouse: Path, ledger: Path, keep: int) -> Path:
    """Bring a checkpointed, closed warehouse to the next snapshot, point the link `ledger` to it, drop the oldest.

    Returns the snapshot's path; `keep` of them stay, at least one. The caller holds the writer's lock. After a crash
    at any point the link leads to the state before or to the state after.
    """
    folder = ledger.parent / "snapshots"
    folder.mkdir(parents=True, exist_ok=True)
    kept = snapshots(folder)
    target = folder / f"ledger-{_number(kept[-1]) + 1 if kept else 1:06d}.duckdb"
    partial = target.with_suffix(".partial")
    partial.unlink(missing_ok=True)
    if len(kept) >= max(keep, 2):
        kept[0].rename(partial)
    if not _mended(partial, warehouse):
        partial.unlink(missing_ok=True)
        shutil.copyfile(warehouse, partial)
    _finish(partial, target)
    _point(ledger, target)
    _sync(folder)
    _sync(ledger.parent)
    for old in snapshots(folder)[: -max(keep, 1)]:
        old.unlink()
    return target


def snapshots(folder: Path) -> list[Path]:
    """Return the snapshots in a folder, oldest first."""
    return sorted(folder.glob(_PATTERN), key=_number)


def _mended(old: Path, warehouse: Path) -> bool:
    """Make an old snapshot equal to the warehouse, unless there is none or somebody may be reading it."""
    try:
        old.chmod(0o644)
        with warehouse.open("rb") as source, old.open("r+b", buffering=0) as copy:
            if not _is_ours_alone(copy):
                return False
            size = os.fstat(source.fileno()).st_size
            copy.truncate(size)
            _copy_bytes(source, copy, 0, _HEADER_BYTES)
            for offset in range(_HEADER_BYTES, size, _BLOCK_BYTES):
                theirs, ours = (os.pread(f.fileno(), _CHECKSUM_BYTES, offset) for f in (source, copy))
                if theirs != ours:
                    _copy_bytes(source, copy, offset, _BLOCK_BYTES)
    except FileNotFoundError:
        return False
    return True


def _is_ours_alone(file: FileIO) -> bool:
    """Return whether nobody else has a file open, as far as the system can tell: Linux gives no lease otherwise."""
    try:
        fcntl.fcntl(file, fcntl.F_SETLEASE, fcntl.F_WRLCK)
    except (OSError, AttributeError):
        return False
    return True


def _copy_bytes(source: BinaryIO, copy: FileIO, offset: int, count: int) -> None:
    source.seek(offset)
    copy.seek(offset)
    rest = memoryview(source.read(count))
    while rest:
        rest = rest[copy.write(rest) :]


def _finish(partial: Path, target: Path) -> None:
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


def _number(snapshot: Path) -> int:
    return int(snapshot.stem.partition("-")[2])
