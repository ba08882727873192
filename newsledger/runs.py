"""Keep what a run is about in its stage folder, so that any process that knows its id can go on with it."""

import json
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from pathlib import Path

from pyarrow.fs import FileType

from newsledger import __version__
from newsledger.engine import engine_version
from newsledger.settings import Settings, utc_now
from newsledger.stage import Stage, files_in, storage
from schemas.faults import Permanent
from schemas.run import Run

_FILE = "run.json"


@dataclass(frozen=True)
class Plan:
    """A run and the sources it is for; `sources` empty means all that are configured."""

    run: Run
    sources: tuple[str, ...]


def start_run(settings: Settings, day: date, sources: tuple[str, ...] = (), replay_of: str | None = None) -> str:
    """Open a new run for a news day and return its id, `<day>.<number of the run on that day>`.

    Making its folder in the data folder is what claims the number, so two processes never get the same one.
    """
    known = {*(path.name for path in settings.checked.glob(f"{day}.*")), *run_ids(settings)}
    number = 1 + max((int(r.rpartition(".")[2]) for r in known if r.startswith(f"{day}.")), default=0)
    while True:
        run_id = f"{day}.{number}"
        try:
            (settings.checked / run_id).mkdir(parents=True)
        except FileExistsError:
            number += 1
            continue
        run = Run(
            run_id=run_id,
            partition_on=day,
            started_at=utc_now(),
            ended_at=None,
            status="running",
            replay_of=replay_of,
            made_by=made_by(settings),
        )
        _write(settings, Plan(run, sources))
        return run_id


def made_by(settings: Settings) -> str:
    """Return the version of the code, its rules and its language model, as every row bears it."""
    return f"newsledger {__version__}, {engine_version(settings.engine)}"


def read_plan(settings: Settings, run_id: str) -> Plan:
    """Return what a run is about; raise Permanent if there is no such run."""
    try:
        record = json.loads(stage_of(settings, run_id).read_text(_FILE))
    except FileNotFoundError:
        known = ", ".join(run_ids(settings)[-3:]) or "none yet"
        raise Permanent(f"there is no run {run_id} in {settings.stage} (latest: {known})") from None
    run = record["run"] | {
        "partition_on": date.fromisoformat(record["run"]["partition_on"]),
        "started_at": datetime.fromisoformat(record["run"]["started_at"]),
        "ended_at": record["run"]["ended_at"] and datetime.fromisoformat(record["run"]["ended_at"]),
    }
    return Plan(Run(**run), tuple(record["sources"]))


def ended(settings: Settings, run_id: str, status: str) -> Run:
    """Return a run as it is to be recorded once it has ended so; records nothing itself."""
    return replace(read_plan(settings, run_id).run, status=status, ended_at=utc_now())


def save_run(settings: Settings, run: Run) -> None:
    """Record how a run ended."""
    _write(settings, replace(read_plan(settings, run.run_id), run=run))


def run_ids(settings: Settings) -> list[str]:
    """Return the ids of the runs whose stage is kept, in order of day and number."""
    files = storage(settings.stage)
    folders = [info.base_name for info in files_in(files) if info.type == FileType.Directory]
    found = files.get_file_info([f"{folder}/{_FILE}" for folder in folders])
    ids = (folder for folder, plan in zip(folders, found, strict=True) if plan.type == FileType.File)
    return sorted(ids, key=lambda run_id: (run_id.partition(".")[0], int(run_id.partition(".")[2])))


def stage_of(settings: Settings, run_id: str) -> Stage:
    """Return the stage of a run."""
    return Stage(f"{settings.stage}/{run_id}")


def staging_of(settings: Settings, run_id: str) -> Path:
    """Return the DuckDB file that a run's checks work on."""
    return settings.checked / run_id / "staging.duckdb"


def _write(settings: Settings, plan: Plan) -> None:
    record = {"run": asdict(plan.run), "sources": plan.sources}
    stage_of(settings, plan.run.run_id).write_text(_FILE, json.dumps(record, default=str, indent=1) + "\n")
