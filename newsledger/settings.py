"""Read the environment, once: where things lie and how the machine may be used."""

import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

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
    snapshots: int = 5  # NEWSLEDGER_SNAPSHOTS: how many states of the ledger are kept for who has one open

    @classmethod
    def from_environment(cls) -> "Settings":
        """Return the settings that the environment asks for; raise ValueError for a number that is none."""
        return cls(
            data=Path(os.environ.get("NEWSLEDGER_DATA", CHECKOUT / "data")).resolve(),
            config=Path(os.environ.get("NEWSLEDGER_CONFIG", CHECKOUT / "config")).resolve(),
            engine=os.environ.get("NEWSLEDGER_ENGINE", "newsledger"),
            processes=int(os.environ.get("NEWSLEDGER_PROCESSES", "") or os.cpu_count() or 1),
            memory_limit=os.environ.get("NEWSLEDGER_MEMORY", "2GB"),
            contact=os.environ.get("NEWSLEDGER_CONTACT", "").strip(),
            snapshots=int(os.environ.get("NEWSLEDGER_SNAPSHOTS", "") or 5),
        )

    @property
    def raw(self) -> Path:
        """The raw archive: `<day>/<source>/*.warc.gz`."""
        return self.data / "raw"

    @property
    def stage(self) -> Path:
        """Stage files: `<run_id>/<table>/<shard>.parquet`."""
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


def utc_now() -> datetime:
    """Return the time; the only clock of the project."""
    return datetime.now(UTC)
