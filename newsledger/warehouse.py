"""Hold the ledger in DuckDB: one writer on its own file, any number of readers on immutable snapshots.

Nobody but the writer opens `warehouse.duckdb`; a second writer waits for the first one's lock. After each write the
file is checkpointed and copied to a snapshot, which everybody else reads through the link `ledger.duckdb`.
"""

import fcntl
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import duckdb

from newsledger import layout, snapshot
from newsledger.database import attached, insert, opened, transaction
from newsledger.outbox import outbox
from newsledger.publishing import Change, publish_rows
from newsledger.settings import Settings, utc_now
from schemas.alert import ALERTS
from schemas.check import CHECKS, QUARANTINE
from schemas.correction import CORRECTIONS
from schemas.faults import Permanent, Transient
from schemas.ledger import HISTORY
from schemas.rejection import REJECTIONS
from schemas.run import NOUN_OF, RUNS, STEP_COUNTS, Run, Step

_LOCK_SECONDS = 600.0
_LOCK_POLL_SECONDS = 0.2


@dataclass(frozen=True)
class Published:
    """What a publish did: changes by table, the sums of the step, and the snapshot that now shows them."""

    changes: Mapping[str, Change]
    steps: tuple[Step, ...]
    snapshot: Path


@contextmanager
def writer(settings: Settings, wait_seconds: float = _LOCK_SECONDS) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open the warehouse for one transaction as its only writer; when it is committed, swap the analysts' snapshot.

    A warehouse that another version wrote is first brought to the shape of this one. Raises Permanent if that cannot
    be, and Transient if another writer does not finish within `wait_seconds`. The lock is the kernel's, so it ends
    with the process that holds it, however that ends.
    """
    with locked(settings, wait_seconds):
        with opened(settings.warehouse, limits=limits(settings)) as connection:
            layout.migrate(connection, utc_now())
            yield connection
            connection.execute("checkpoint")
        snapshot.take(settings.warehouse, settings.ledger, settings.snapshots)


@contextmanager
def reader(ledger: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open the snapshot that the link leads to, read-only; raise Permanent if there is none yet.

    One that an older version wrote, before this one has published, is shown in the shape that this version knows.
    Tries a second time, as between reading the link and opening the file the oldest snapshot may be dropped.
    """
    if not ledger.exists():
        raise Permanent(f"there is no ledger at {ledger} yet; `newsledger run` makes it")
    with ExitStack() as stack:
        try:
            connection = stack.enter_context(layout.shown(ledger.resolve()))
        except duckdb.IOException:
            connection = stack.enter_context(layout.shown(ledger.resolve()))
        yield connection


def publish(settings: Settings, staging: Path, run: Run) -> Published:
    """Publish a checked run in one transaction and swap the analysts' snapshot.

    Publishing the same rows again changes none of them.
    """
    started = time.monotonic()
    with writer(settings) as connection, attached(connection, staging, "staging"), transaction(connection):
        _record(connection, settings, run)
        changes = publish_rows(connection, run, _moment(connection))
        seconds = round(time.monotonic() - started, 3)
        steps = tuple(_step(run, noun, change, seconds) for noun, change in changes.items())
        insert(connection, STEP_COUNTS, steps)
    return Published(changes, steps, settings.ledger.resolve())


def record(settings: Settings, staging: Path, run: Run) -> None:
    """Record a run that is held: its steps, checks, rejections and quarantine, and nothing in `main`."""
    with writer(settings) as connection, attached(connection, staging, "staging"), transaction(connection):
        _record(connection, settings, run)


def _record(connection: duckdb.DuckDBPyConnection, settings: Settings, run: Run) -> None:
    """Write a run's rows of schema `ops`, replacing those of an earlier try; sources and alerts as they are now."""
    for table in (RUNS, STEP_COUNTS, CHECKS, QUARANTINE, CORRECTIONS, REJECTIONS):
        connection.execute(f"delete from {table.qualified_name} where run_id = ?", [run.run_id])
    insert(connection, RUNS, [run])
    for table in (STEP_COUNTS, CHECKS, QUARANTINE):
        connection.execute(f"insert into {table.qualified_name} by name select * from staging.{table.qualified_name}")
    connection.execute(f"insert into {REJECTIONS.qualified_name} by name select * from staging.stage.rejections")
    connection.execute(f"insert into {CORRECTIONS.qualified_name} by name select * from staging.stage.corrections")
    connection.execute("delete from ops.sources where name in (select name from staging.stage.sources)")
    connection.execute("insert into ops.sources by name select * from staging.stage.sources")
    kept = outbox(settings)  # which lets go of what is over; here it stays
    ids = [alert.alert_id for alert in kept]
    connection.execute("delete from ops.alerts where alert_id in (select unnest($ids))", {"ids": ids})
    insert(connection, ALERTS, kept)


def _moment(connection: duckdb.DuckDBPyConnection) -> datetime:
    """Return now, but later than anything recorded: a clock set back must not reorder history."""
    now = utc_now()
    later = " union all ".join(
        f"select max(recorded_at) as moment from {table.qualified_name} where recorded_at >= $now" for table in HISTORY
    )
    ((latest,),) = connection.execute(f"select max(moment) from ({later})", {"now": now}).fetchall()
    return now if latest is None else latest + timedelta(microseconds=1)


def _step(run: Run, noun: str, change: Change, seconds: float) -> Step:
    return Step(
        run_id=run.run_id,
        step="publish",
        noun=NOUN_OF[noun],
        in_count=change.staged,
        out_count=change.staged,
        rejected_count=0,
        quarantined_count=0,
        seconds=seconds,
    )


def limits(settings: Settings) -> dict[str, str]:
    """Return what DuckDB may take of this machine, and where it may spill to."""
    return {"memory_limit": settings.memory_limit, "temp_directory": str(settings.data / "spill")}


@contextmanager
def locked(settings: Settings, wait_seconds: float = _LOCK_SECONDS) -> Iterator[None]:
    """Hold the writer's lock; raise Transient if another writer does not let go of it within `wait_seconds`."""
    settings.data.mkdir(parents=True, exist_ok=True)
    path = settings.data / "warehouse.lock"
    deadline = time.monotonic() + wait_seconds
    with path.open("a+") as lock:
        while True:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > deadline:
                    raise Transient(
                        f"another run has been writing the warehouse for {wait_seconds:.0f} seconds ({path} is locked);"
                        " let it finish, then try again"
                    ) from None
                time.sleep(_LOCK_POLL_SECONDS)
        yield
