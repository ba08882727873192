"""Examine an installation: what is well, what is not, and how to mend it."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from importlib import metadata

from packaging.requirements import Requirement

from newsledger.airflow_home import EMBEDDED, metadata_url
from newsledger.backup import backups
from newsledger.corrections import read_corrections
from newsledger.outbox import NO_ROUTE, outbox
from newsledger.routes import read_routing
from newsledger.settings import Settings, utc_now
from newsledger.sources import read_sources
from newsledger.stage import Stage, storage
from newsledger.warehouse import reader
from newsledger.watch import read_watches

_PROBE = ".probe"  # a name that nothing of ours bears
_MIN_FREE_BYTES = 2 * 1024**3
_TOLD_VERSIONS = ("apache-airflow", "duckdb", "great-expectations", "spacy")
_OLDEST_BACKUP = timedelta(days=2)  # one a night, and one may be missed


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at."""

    subject: str
    is_well: bool
    detail: str

    def line(self) -> str:
        """Return the finding on one line."""
        return f"{'ok  ' if self.is_well else 'BAD '} {self.subject:14} {self.detail}"


def examine(settings: Settings) -> list[Finding]:
    """Look at everything that a run needs; never raises, as a doctor must survive the illness."""
    examinations: tuple[tuple[str, Callable[[Settings], Iterator[Finding]]], ...] = (
        ("configuration", _sources),
        ("data folder", _folder),
        ("stage", _stage),
        ("engine", _engine),
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
        except Exception as error:  # noqa: BLE001  (whatever is wrong is a finding)
            findings.append(Finding(subject, False, f"{type(error).__name__}: {error}"))  # noqa: FBT003
    return findings


def _sources(settings: Settings) -> Iterator[Finding]:
    path = settings.config / "sources.yml"
    sources = read_sources(path)
    yield Finding("configuration", bool(sources), f"{len(sources)} sources in {path}")
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
    Stage(f"{settings.stage}/{_PROBE}").write_text("probe", "")
    storage(settings.stage).delete_dir(_PROBE)
    yield Finding("stage", True, f"{settings.stage}: writable")  # noqa: FBT003


def _engine(settings: Settings) -> Iterator[Finding]:
    from newsledger.engine import load_engine  # noqa: PLC0415  (a second that only this examination needs)

    words = len(load_engine(settings.engine)("Four people were hurt on Monday."))
    yield Finding("engine", words > 0, f"{settings.engine} reads {words} tokens of a test sentence")


def _ledger(settings: Settings) -> Iterator[Finding]:
    if not settings.ledger.exists():
        yield Finding("ledger", True, "not there yet; `newsledger run` makes it")  # noqa: FBT003
        return
    with reader(settings.ledger) as ledger:
        row = ledger.execute(
            "select run_id, status, started_at from ops.runs order by started_at desc limit 1"
        ).fetchone()
    run_id, status, started = row or ("none", "", "")
    is_well = status in ("published", "running")
    yield Finding("ledger", is_well, f"{settings.ledger.resolve().name}; latest run {run_id} {status} {started}")


def _alerts(settings: Settings) -> Iterator[Finding]:
    routing = read_routing(settings.config / "alerts.yml")
    on = [route.name for route in routing.routes if route.url() is not None]
    off = ", ".join(route.name for route in routing.routes if route.name not in on)
    told = f"routes switched on: {', '.join(on) or 'none'}" + (f"; off: {off}" if off else "")
    waiting = [alert for alert in outbox(settings) if alert.delivered_at is None]
    yield Finding("alerts", True, f"{told}; {len(waiting) or 'none'} waiting")  # noqa: FBT003
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
