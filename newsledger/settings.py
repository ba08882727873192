"""Read the environment, once: where things lie and how the machine may be used."""

import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from schemas.faults import Permanent

CHECKOUT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Settings:
    """Folders, engine and limits of one installation; see `docs/settings.md` for the variables."""

    data: Path  # NEWSLEDGER_DATA: raw archive, stage, warehouse, snapshots, reports
    config: Path  # NEWSLEDGER_CONFIG: sources.yml, alerts.yml
    engine: str  # NEWSLEDGER_ENGINE: language engine, see newsledger.engine
    processes: int  # NEWSLEDGER_PROCESSES: worker processes of heavy steps
    memory_limit: str  # NEWSLEDGER_MEMORY: what DuckDB may take, such as 2GB
    contact: str = ""  # NEWSLEDGER_CONTACT: told to every web site that is asked
    backups: Path | None = None  # NEWSLEDGER_BACKUPS: where backups go, on another disk
    keep_backups: int = 7  # NEWSLEDGER_KEEP_BACKUPS
    keep_stage_days: int = 30  # NEWSLEDGER_KEEP_STAGE_DAYS: how long stage files of a run are kept
    keep_alert_days: int = 90  # NEWSLEDGER_KEEP_ALERT_DAYS: how long the outbox keeps alerts that are over
    keep_raw_days: int | None = None  # NEWSLEDGER_KEEP_RAW_DAYS: how long raw pages are kept; None: for ever
    stage_at: str | None = None  # NEWSLEDGER_STAGE: where stage files lie if not in the data folder; a path or address
    snapshots: int = 5  # NEWSLEDGER_SNAPSHOTS: how many states of the ledger are kept for who has one open
    tells_lineage: bool = True  # OPENLINEAGE_DISABLED: whether steps leave OpenLineage events

    @classmethod
    def from_environment(cls) -> "Settings":
        """Return the settings that the environment asks for; raise Permanent for a number that is none."""
        return cls(
            data=Path(os.environ.get("NEWSLEDGER_DATA", CHECKOUT / "data")).resolve(),
            config=Path(os.environ.get("NEWSLEDGER_CONFIG", CHECKOUT / "config")).resolve(),
            engine=os.environ.get("NEWSLEDGER_ENGINE", "newsledger"),
            processes=_number("NEWSLEDGER_PROCESSES") or os.cpu_count() or 1,
            memory_limit=os.environ.get("NEWSLEDGER_MEMORY", "2GB"),
            contact=os.environ.get("NEWSLEDGER_CONTACT", "").strip(),
            backups=Path(named).resolve() if (named := os.environ.get("NEWSLEDGER_BACKUPS")) else None,
            keep_backups=_number("NEWSLEDGER_KEEP_BACKUPS") or 7,
            keep_stage_days=_number("NEWSLEDGER_KEEP_STAGE_DAYS") or 30,
            keep_alert_days=_number("NEWSLEDGER_KEEP_ALERT_DAYS") or 90,
            keep_raw_days=_number("NEWSLEDGER_KEEP_RAW_DAYS"),
            stage_at=_place(os.environ.get("NEWSLEDGER_STAGE", "").strip()),
            snapshots=_number("NEWSLEDGER_SNAPSHOTS") or 5,
            tells_lineage=os.environ.get("OPENLINEAGE_DISABLED", "").lower() != "true",
        )

    @property
    def raw(self) -> Path:
        """The raw archive: `<day>/<source>/*.warc.gz`."""
        return self.data / "raw"

    @property
    def stage(self) -> str:
        """Stage files: `<run_id>/<table>/<shard>.parquet`; an absolute path, or the address of an object store."""
        return self.stage_at or str(self.data / "stage")

    @property
    def checked(self) -> Path:
        """What belongs to a run beside its stage files: `<run_id>/staging.duckdb`, which its checks work on."""
        return self.data / "stage"

    @property
    def warehouse(self) -> Path:
        """The writer's own DuckDB file; nobody else opens it."""
        return self.data / "warehouse.duckdb"

    @property
    def ledger(self) -> Path:
        """The link that analysts open; it points to the newest snapshot."""
        return self.data / "ledger.duckdb"

    @property
    def reports(self) -> Path:
        """One HTML page per run, and the checks as JSON."""
        return self.data / "reports"


def _place(named: str) -> str | None:
    """Return a path from the environment as an absolute one, an address as it is, None if there is neither."""
    if not named or "://" in named:
        return named.rstrip("/") or None
    return str(Path(named).resolve())


def _number(variable: str) -> int | None:
    """Return a whole number above nought from the environment, None if the variable is unset or empty."""
    text = os.environ.get(variable, "").strip()
    if not text:
        return None
    if not text.isdecimal() or int(text) == 0:
        raise Permanent(f"{variable} must be a whole number above nought, not {text!r}")
    return int(text)


def utc_now() -> datetime:
    """Return the time; the only clock of the project."""
    return datetime.now(UTC)
