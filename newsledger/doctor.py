"""Examine an installation: what is well, what is not, and how to mend it."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement

from newsledger.airflow_home import EMBEDDED, metadata_url
from newsledger.backup import backups
from newsledger.corrections import read_corrections
from newsledger.database import opened, records
from newsledger.delivery import is_address
from newsledger.outbox import NO_ROUTE, outbox
from newsledger.routes import read_routing
from newsledger.runs import read_plan, run_ids
from newsledger.settings import Settings, utc_now
from newsledger.sources import read_sources
from newsledger.stage import Stage, storage
from newsledger.warehouse import limits, reader
from newsledger.watch import read_watches
from schemas.faults import Permanent, Transient
from schemas.run import RECENT_DAYS

_PROBE = ".probe"  # a name that nothing of ours bears
_MIN_FREE_BYTES = 2 * 1024**3
_TOLD_VERSIONS = ("apache-airflow", "duckdb", "great-expectations", "spacy")
_LONGEST_RUN = timedelta(days=1)
_REMEDIES = {
    "data folder": "; give a folder that can be written (NEWSLEDGER_DATA)",
    "stage": "; give a place that can be written (NEWSLEDGER_STAGE)",
    "memory": "; write NEWSLEDGER_MEMORY like 2GB",
    "engine": "; see NEWSLEDGER_ENGINE in docs/settings.md and models/README.md",
    "ledger": "; the next publish makes a new snapshot, and `newsledger restore` brings a backup into an empty folder",
}
_OLDEST_BACKUP = timedelta(days=2)  # one a night, and one may be missed


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at."""

    subject: str
    is_well: bool
    detail: str

    def line(self) -> str:
        """Return the finding on one line."""
        return f"{'ok  ' if self.is_well else 'BAD '} {self.subject:14} {' '.join(self.detail.split())}"


def examine(settings: Settings) -> list[Finding]:
    """Look at everything that a run needs; never raises, as a doctor must survive the illness."""
    examinations: tuple[tuple[str, Callable[[Settings], Iterator[Finding]]], ...] = (
        ("configuration", _sources),
        ("data folder", _folder),
        ("stage", _stage),
        ("memory", _memory),
        ("engine", _engine),
        ("runs", _runs),
        ("ledger", _ledger),
        ("alerts", _alerts),
        ("backups", _backups),
        ("versions", _versions),
        ("airflow", _airflow),
    )
    findings: list[Finding] = []
    for subject, look in examinations:
        try:
            findings += look(settings)
        except (Permanent, Transient) as fault:
            findings.append(Finding(subject, False, str(fault)))  # noqa: FBT003
        except Exception as error:  # noqa: BLE001  (whatever is wrong is a finding)
            findings.append(Finding(subject, False, f"{type(error).__name__}: {error}{_REMEDIES.get(subject, '')}"))  # noqa: FBT003
    return findings


def _sources(settings: Settings) -> Iterator[Finding]:
    path = settings.config / "sources.yml"
    sources = read_sources(path)
    yield Finding("configuration", bool(sources), f"{len(sources)} sources in {path}")
    outside = [s.name for s in sources if not s.is_local and (s.kind == "urls" or s.is_of_web)]
    if outside and not settings.contact:
        told = f"no run can ask {', '.join(outside)}: set NEWSLEDGER_CONTACT to where their people can reach you"
        yield Finding("configuration", False, told)  # noqa: FBT003
    corrections = read_corrections(settings.config / "corrections.yml")
    watches = read_watches(settings.config / "watch.yml")
    yield Finding("configuration", True, f"{len(corrections)} corrections, {len(watches)} watches")  # noqa: FBT003


def _folder(settings: Settings) -> Iterator[Finding]:
    settings.data.mkdir(parents=True, exist_ok=True)
    probe = settings.data / _PROBE
    probe.write_text("", "utf-8")
    probe.unlink()
    free = shutil.disk_usage(settings.data).free
    held = settings.warehouse.stat().st_size if settings.warehouse.exists() else 0
    needed = _MIN_FREE_BYTES + 2 * held  # a snapshot and a compaction each write as much as the warehouse holds
    remedy = "" if free > needed else f", {needed / 1024**3:.0f} needed; free some, or point NEWSLEDGER_DATA elsewhere"
    told = f"{settings.data}: writable, {free / 1024**3:.0f} GB free{remedy}"
    yield Finding("data folder", free > needed, told)


def _stage(settings: Settings) -> Iterator[Finding]:
    """Write to where stage files lie, if that is elsewhere, and clear it away."""
    if settings.stage_at is None:
        return
    files = storage(settings.stage)
    Stage(f"{settings.stage}/{_PROBE}").write_text("probe", "")
    files.delete_dir(_PROBE)
    yield Finding("stage", True, f"{settings.stage}: writable")  # noqa: FBT003


def _engine(settings: Settings) -> Iterator[Finding]:
    from newsledger.engine import load_engine  # noqa: PLC0415  (a second that only this examination needs)

    words = len(load_engine(settings.engine)("Four people were hurt on Monday."))
    yield Finding("engine", words > 0, f"{settings.engine} reads {words} tokens of a test sentence")


def _memory(settings: Settings) -> Iterator[Finding]:
    with opened(Path(":memory:"), limits=limits(settings)):
        yield Finding("memory", True, f"DuckDB may take {settings.memory_limit}, and spills to disk beyond")  # noqa: FBT003


def _runs(settings: Settings) -> Iterator[Finding]:
    """Look for days whose last run began long ago and never ended: its program was killed, or waits for something."""
    latest = {run_id.partition(".")[0]: run_id for run_id in run_ids(settings)}
    for run_id in list(latest.values())[-RECENT_DAYS:]:
        run = read_plan(settings, run_id).run
        if run.status == "running" and utc_now() - run.started_at > _LONGEST_RUN:
            told = f"{run_id} began {run.started_at:%Y-%m-%d %H:%M} and did not end"
            yield Finding("runs", False, f"{told}; if nothing works on it, `newsledger run --date {run.partition_on}`")  # noqa: FBT003


def _ledger(settings: Settings) -> Iterator[Finding]:
    if not settings.ledger.exists():
        is_lost = settings.warehouse.exists()
        told = (
            f"{settings.ledger} leads nowhere{_REMEDIES['ledger']}"
            if is_lost
            else "not there yet; `newsledger run` makes it"
        )
        yield Finding("ledger", not is_lost, told)
        return
    with reader(settings.ledger) as ledger:
        latest = records(ledger, "select run_id, status, started_at from ops.runs order by started_at desc limit 1")
        days = records(ledger, "select max(partition_on) as day from ops.runs where status = 'published'")
    told = f"{settings.ledger.resolve().name}; newest day published {days[0]['day'] or 'none'}"
    for run in latest:
        is_well = run["status"] in ("published", "running")
        remedy = "" if is_well else f"; see `newsledger report {run['run_id']}` and docs/runbook.md"
        told += f"; latest run {run['run_id']} {run['status']}, begun {run['started_at']:%Y-%m-%d %H:%M}{remedy}"
        yield Finding("ledger", is_well, told)


def _alerts(settings: Settings) -> Iterator[Finding]:
    routing = read_routing(settings.config / "alerts.yml")
    on = {route.name: route.url() for route in routing.routes if route.url() is not None}
    off = ", ".join(f"{r.name} ({r.variable or r.connection} is not set)" for r in routing.routes if r.name not in on)
    told = f"routes switched on: {', '.join(on) or 'none, so nobody is told'}" + (f"; off: {off}" if off else "")
    waiting = [alert for alert in outbox(settings) if alert.delivered_at is None]
    yield Finding("alerts", True, f"{told}; {len(waiting) or 'none'} waiting")  # noqa: FBT003
    for name in (name for name, url in on.items() if not is_address(str(url))):
        yield Finding("alerts", False, f"route {name}: its address is none that Apprise knows; write it anew")  # noqa: FBT003
    for alert in waiting:
        since = f"{alert.raised_at:%Y-%m-%d %H:%M}"
        is_due = alert.attempt_count > 0 or alert.error == NO_ROUTE
        yield Finding(
            "alerts",
            not is_due,
            f"{alert.subject!r} waits since {since}, refused {alert.attempt_count} times: {alert.error}"
            + ("; mend the route, then `newsledger alarms`" if is_due else ""),
        )


def _backups(settings: Settings) -> Iterator[Finding]:
    if settings.backups is None:
        yield Finding("backups", True, "none; NEWSLEDGER_BACKUPS names where they are to go")  # noqa: FBT003
        return
    made = backups(settings.backups)
    age = utc_now() - datetime.fromtimestamp(made[-1].stat().st_mtime, UTC) if made else None
    is_well = age is not None and age < _OLDEST_BACKUP
    told = f"{len(made)} in {settings.backups}" + (f", the newest {age.days} days old" if age is not None else "")
    yield Finding("backups", is_well, told + ("" if is_well else "; run `newsledger backup`, look at DAG maintenance"))


def _versions(_: Settings) -> Iterator[Finding]:
    """Hold what is installed to what the project asks for."""
    asked = [Requirement(line) for line in metadata.requires("newsledger") or ()]
    wanted = [one for one in asked if one.marker is None or one.marker.evaluate({"extra": ""})]
    found = [(one, metadata.version(one.name)) for one in wanted]
    wrong = [f"{one.name} is {version}, not {one.specifier}" for one, version in found if version not in one.specifier]
    main = ", ".join(f"{name} {metadata.version(name)}" for name in _TOLD_VERSIONS)
    yield Finding("versions", not wrong, "; ".join([*wrong, "run `make run` to install"]) if wrong else main)


def _airflow(_: Settings) -> Iterator[Finding]:
    """Ask Airflow's metadata database, wherever the environment says it is, for the writer's pool."""
    from sqlalchemy import create_engine, text  # noqa: PLC0415

    url = metadata_url(EMBEDDED)
    if url is None:
        yield Finding("airflow", True, "no scheduled Airflow here; `make up` starts one")  # noqa: FBT003
        return
    try:
        with create_engine(url).connect() as connection:
            slots = connection.execute(text("select slots from slot_pool where pool = 'ledger_writer'")).scalar()
    except Exception as error:  # noqa: BLE001  (drivers raise what they like)
        told = (
            f"metadata database does not answer ({type(error).__name__}); start it, or run newsledger.airflow_metadata"
        )
        yield Finding("airflow", False, told)  # noqa: FBT003
        return
    told = f"metadata database answers; pool ledger_writer has {slots or 'no'} slots"
    remedy = "" if slots == 1 else "; it needs one: python -m newsledger.airflow_metadata"
    yield Finding("airflow", slots == 1, told + remedy)
