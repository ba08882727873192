"""A backfill by several Celery workers, one of which is killed in the middle: nothing is lost, nothing comes twice.

    python -m tests.airflow.backfill [--documents 10000] [--workers 2] [--files 20] [--folder FOLDER]

Needs PostgreSQL on 127.0.0.1:5432 and Redis on 127.0.0.1:6379. The processes are those of docker-compose.yml with its
profile `scale`. Prints what it did and asserts that the ledger holds each document once, with all its claims.
"""

import argparse
import shutil
import tempfile
import time
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import duckdb

from newsledger.archive import Archive
from newsledger.settings import CHECKOUT
from newsledger.steps import SHARD_DOCUMENTS
from schemas.response import Response
from tests.airflow.client import Airflow
from tests.airflow.rehearsal import Rehearsal, new_database, rehearsed, server
from tests.invented import article
from tests.services import require

DAY = date(2026, 3, 2)
_SOURCES = """
sources:
  - {{name: backfill, kind: warc, location: {folder}, outlet: Courier, country: GBR, language: en,
     licence: Written for tests., cadence: daily, expected_min: {documents}, expected_max: {documents}}}
"""
_SAY_SECONDS = 60.0
# A worker that died is missed sooner here than where nobody waits for it.
_IMPATIENT = {
    "AIRFLOW__SCHEDULER__TASK_INSTANCE_HEARTBEAT_TIMEOUT": "40",
    "AIRFLOW__SCHEDULER__TASK_INSTANCE_HEARTBEAT_DETECTION_INTERVAL": "5",
    "AIRFLOW__SCHEDULER__TASK_QUEUED_TIMEOUT": "300",
    "AIRFLOW__SCHEDULER__TASK_QUEUED_TIMEOUT_CHECK_INTERVAL": "10",
}


@dataclass(frozen=True)
class Done:
    """What the ledger holds after a backfill."""

    documents: int
    urls: int
    read: int
    claims: int
    claims_twice: int
    without_claims: int
    status: str


def write_archive(folder: Path, documents: int, files: int) -> None:
    """Write so many pages, no two of one story, into so many WARC files."""
    archive = Archive(folder)
    midnight = datetime(DAY.year, DAY.month, DAY.day, tzinfo=UTC)
    for number in range(documents):
        page = article(number, midnight).encode()
        response = Response(f"https://courier.example/{number}", page, headers={"content-type": "text/html"})
        archive.record(f"part_{number % files:03}", DAY, response, midnight + timedelta(hours=20))


def backfill(folder: Path, documents: int, files: int, workers: int) -> Done:
    """Run the backfill, kill the first worker once it reads, and return what the ledger holds."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "config").mkdir()
    write_archive(folder / "archive", documents, files)
    _say(f"{documents} pages in {files} WARC files in {folder}")
    location = folder / "archive" / str(DAY)
    (folder / "config" / "sources.yml").write_text(_SOURCES.format(folder=location, documents=documents), "utf-8")
    for path in (CHECKOUT / "config").glob("*.yml"):
        if path.name != "sources.yml":
            shutil.copy(path, folder / "config")
    postgres = require("PostgreSQL on 127.0.0.1:5432", server())
    with (
        new_database(postgres) as database,
        rehearsed(
            folder, database, NEWSLEDGER_EXECUTOR="CeleryExecutor", NEWSLEDGER_PARALLELISM=str(workers)
        ) as processes,
    ):
        processes.also = _IMPATIENT | {"NEWSLEDGER_CONFIG": str(folder / "config"), "NEWSLEDGER_PROCESSES": "1"}
        processes.start_all(workers)
        airflow = Airflow(processes.port, processes.password)
        airflow.wait_for_dags(5, seconds=300)
        _say(f"scheduler, web API and {workers} workers answer; the run begins")
        airflow.trigger("ingest", {"day": str(DAY)})
        stage = folder / "data" / "stage" / f"{DAY}.1"
        _wait_for_shards(processes, stage, 1, seconds=3600)
        processes.kill("worker-1")
        _say(f"killed a worker after {_shards(stage)} of {-(-documents // SHARD_DOCUMENTS)} shards were read")
        _wait_for_shards(processes, stage, documents // SHARD_DOCUMENTS, seconds=7200)
        _say("all shards are read")
        airflow.wait_for_success("report", 1, seconds=7200)
        _say("reported")
    return _looked_at(folder / "data" / "ledger.duckdb")


def _wait_for_shards(processes: Rehearsal, stage: Path, count: int, seconds: float) -> None:
    """Wait until so many shards are read; say now and then how many are."""
    deadline, said = time.monotonic() + seconds, time.monotonic()
    while (done := _shards(stage)) < count:
        assert time.monotonic() < deadline, processes.tail("scheduler")
        if time.monotonic() - said > _SAY_SECONDS:
            _say(f"{done} of {count} shards are read")
            said = time.monotonic()
        time.sleep(0.2)


def _shards(stage: Path) -> int:
    return len(list((stage / "shards").glob("extract-*.parquet")))


def _looked_at(ledger: Path) -> Done:
    with duckdb.connect(str(ledger.resolve()), read_only=True) as connection:
        row = connection.execute(
            """
            select (select count(*) from documents), (select count(distinct url) from current_documents),
                (select out_count from ops.steps where step = 'extract'), (select count(*) from claims),
                (select count(*) - count(distinct claim_id) from claims),
                (select count(*) from documents where document_id not in (select document_id from claims)),
                (select string_agg(status) from ops.runs)
            """
        ).fetchone()
    assert row is not None
    return Done(*row)


def _say(line: str) -> None:
    print(f"{datetime.now(UTC):%H:%M:%S} {line}", flush=True)  # noqa: T201


def check(done: Done, documents: int) -> None:
    """Assert that nothing was lost and nothing came twice."""
    assert done.status == "published"
    assert (done.documents, done.urls, done.read) == (documents, documents, documents), done
    assert done.claims_twice == 0
    assert done.without_claims == 0


def main() -> None:
    """Read the command line, run the backfill, and check it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--files", type=int, default=20)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--folder", type=Path, default=None)
    given = parser.parse_args()
    done = backfill(given.folder or Path(tempfile.mkdtemp()), given.documents, given.files, given.workers)
    _say(str(done))
    check(done, given.documents)


if __name__ == "__main__":
    main()
