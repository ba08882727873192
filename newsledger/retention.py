"""Let go of what is old: stage files of past runs, raw pages if their time is limited, alerts that are over.

And free the room that the warehouse wastes.
"""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import duckdb

from newsledger import layout, warehouse
from newsledger.database import opened, records
from newsledger.outbox import thin
from newsledger.runs import read_plan, run_ids, stage_of, staging_of
from newsledger.settings import Settings, utc_now
from schemas.ledger import TABLES

_KEPT_OF_A_RUN = {"run.json", "pages", "steps"}  # enough to replay and to report it
_WASTE = 0.25  # of the warehouse's blocks; below it, writing everything anew costs more than it frees


@dataclass(frozen=True)
class Pruned:
    """What was let go: runs whose stage was thinned, days of raw pages, alerts, bytes of pages and stage files."""

    runs: int
    days: int
    alerts: int
    freed_bytes: int


def prune(settings: Settings, today: date) -> Pruned:
    """Remove stage files, alerts and raw pages that are older than the settings allow; nothing that was published.

    Of a run stay its plan, its pages' places and its sums, so that it can be replayed while its raw pages are kept.
    """
    before = _size(settings.raw)
    freed = [_thin(settings, run_id) for run_id in run_ids(settings) if _is_over(settings, run_id, today)]
    days = list(_old_days(settings, today))
    for day in days:
        shutil.rmtree(day)
    oldest = datetime.combine(today - timedelta(days=settings.keep_alert_days), time(), UTC)
    freed_bytes = sum(freed) + before - _size(settings.raw)
    return Pruned(sum(map(bool, freed)), len(days), thin(settings, oldest), freed_bytes)


def compact(settings: Settings) -> int:
    """Write the warehouse anew if much of it is unused; return the bytes freed, nought if it was left as it is.

    Holds the writer's lock. Raises RuntimeError, leaving the warehouse as it was, if a row is missing in the new file.
    """
    if not settings.warehouse.exists():
        return 0
    fresh = settings.warehouse.with_suffix(".fresh")
    with warehouse.locked(settings):
        before = settings.warehouse.stat().st_size
        with opened(settings.warehouse, limits=warehouse.limits(settings)) as connection:
            if _waste(connection) < _WASTE:
                return 0
            layout.migrate(connection, utc_now())
            fresh.unlink(missing_ok=True)
            _copy(connection, fresh)
        fresh.replace(settings.warehouse)
    with warehouse.writer(settings):
        pass  # which takes a snapshot of what was written
    return before - settings.warehouse.stat().st_size


def _copy(connection: duckdb.DuckDBPyConnection, fresh: Path) -> None:
    literal = str(fresh).replace("'", "''")  # ATTACH takes no bound values
    connection.execute(f"attach '{literal}' as fresh")
    ((ours,),) = connection.execute("select current_database()").fetchall()
    connection.execute(f'copy from database "{ours}" to fresh')
    for table in TABLES:
        old, new = (_count(connection, f"{name}.{table.qualified_name}") for name in (f'"{ours}"', "fresh"))
        if old != new:
            raise RuntimeError(f"compacting {table.qualified_name}: {old} rows became {new}")
    connection.execute("detach fresh")


def _count(connection: duckdb.DuckDBPyConnection, name: str) -> int:
    return int(connection.execute(f"select count(*) from {name}").fetchall()[0][0])


def _waste(connection: duckdb.DuckDBPyConnection) -> float:
    """Return the share of the file's blocks that hold nothing."""
    size = records(connection, "pragma database_size")[0]
    return float(size["free_blocks"] / size["total_blocks"]) if size["total_blocks"] else 0.0


def _is_over(settings: Settings, run_id: str, today: date) -> bool:
    """Return whether a run was started so long ago that it cannot be at work, whatever day it was for."""
    return today - read_plan(settings, run_id).run.started_at.date() > timedelta(days=settings.keep_stage_days)


def _thin(settings: Settings, run_id: str) -> int:
    """Remove a run's bulky stage files and what its checks worked on; return the bytes freed."""
    staging = staging_of(settings, run_id)
    freed = 0
    for path in (staging, staging.with_name(f"{staging.name}.wal")):
        if path.exists():
            freed += path.stat().st_size
            path.unlink()
    return freed + stage_of(settings, run_id).thin(_KEPT_OF_A_RUN)


def _old_days(settings: Settings, today: date) -> Iterator[Path]:
    """Yield the days of raw pages whose time is over; none if pages are kept for ever."""
    if settings.keep_raw_days is None:
        return
    for path in sorted(settings.raw.glob("????-??-??")):
        if today - date.fromisoformat(path.name) > timedelta(days=settings.keep_raw_days):
            yield path


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
