"""Stage files may lie in an object store: here one on loopback that speaks S3."""

import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from newsledger import doctor, runs
from newsledger.retention import prune
from newsledger.runs import read_plan, run_ids, stage_of, start_run
from newsledger.settings import CHECKOUT, Settings, utc_now
from newsledger.stage import Stage
from schemas import stage as tables
from schemas.faults import Permanent
from tests.end_to_end.test_samples import DAYS, ask, newsledger
from tests.ledger.rows import DAY, document, settings
from tests.services import require

_SERVER = CHECKOUT / "build" / "s3" / "bin" / "moto_server"  # .ci/run installs it from .ci/s3.lock
_BUCKET = "news"


@pytest.fixture(scope="module")
def store() -> Iterator[None]:
    """Serve an object store with an empty bucket, and say in the environment where it is."""
    program = require(f"{_SERVER} (see .ci/run)", _SERVER if _SERVER.exists() else None)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen(
        [program, "-H", "127.0.0.1", "-p", str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    address = f"http://127.0.0.1:{port}"
    given = {
        "AWS_ENDPOINT_URL": address,
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_REGION": "us-east-1",
        "AWS_EC2_METADATA_DISABLED": "true",
    }
    with pytest.MonkeyPatch.context() as patch:
        for name, value in given.items():
            patch.setenv(name, value)
        _make_bucket(f"{address}/{_BUCKET}", seconds=60)
        yield
    server.terminate()
    server.wait(30)


def _make_bucket(address: str, seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while True:
        try:
            urllib.request.urlopen(urllib.request.Request(address, method="PUT"), timeout=5)  # noqa: S310
        except OSError:
            assert time.monotonic() < deadline, "the object store does not answer"
            time.sleep(0.2)
        else:
            return


@pytest.fixture(params=["", "file://", "s3://", "fsspec+file://", "fsspec+memory://"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return a place for stage files: a folder that is not there yet, by path and by address; one of the store."""
    if request.param != "s3://":
        return f"{request.param}{tmp_path / 'elsewhere'}"
    request.getfixturevalue("store")
    return f"s3://{_BUCKET}/{tmp_path.name}"


@pytest.fixture
def here(place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setattr(runs, "made_by", lambda _: "test")
    monkeypatch.setenv("NEWSLEDGER_STAGE", place)
    monkeypatch.setenv("NEWSLEDGER_DATA", str(tmp_path / "data"))
    return Settings.from_environment()


@pytest.mark.slow
def test_shards_are_written_read_counted_and_let_go(place: str) -> None:
    stage = Stage(f"{place}/2026-03-02.1")
    assert stage.shards(tables.DOCUMENTS) == []
    assert list(stage.read(tables.DOCUMENTS)) == []
    three = [document(slug) for slug in ("flood", "fire", "rain")]
    stage.write_shards(tables.DOCUMENTS, three, 2)
    assert stage.shards(tables.DOCUMENTS) == ["00000", "00001"]
    assert [stage.count(tables.DOCUMENTS, shard) for shard in stage.shards(tables.DOCUMENTS)] == [2, 1]
    assert list(stage.read(tables.DOCUMENTS)) == three
    assert list(stage.read(tables.DOCUMENTS, "00001")) == three[2:]
    size = stage.size(tables.DOCUMENTS)
    assert size > 0
    stage.write_shards(tables.DOCUMENTS, three[:1], 2)
    assert stage.shards(tables.DOCUMENTS) == ["00000"]
    stage.write(tables.PAGES, [])
    assert 0 < stage.thin({"pages"}) < size
    assert stage.shards(tables.DOCUMENTS) == []
    assert stage.shards(tables.PAGES) == ["0"]


@pytest.mark.slow
def test_a_shard_that_is_not_finished_is_none(place: str) -> None:
    stage = Stage(f"{place}/2026-03-02.1")
    with suppress(ZeroDivisionError), stage._written("documents", "0.parquet") as file:
        file.write(b"half")
        raise ZeroDivisionError
    assert stage.shards(tables.DOCUMENTS) == []


@pytest.mark.slow
def test_runs_are_numbered_found_and_thinned_where_their_stage_is(here: Settings) -> None:
    first, second = start_run(here, DAY), start_run(here, DAY)
    assert run_ids(here) == [first, second] == [f"{DAY}.1", f"{DAY}.2"]
    assert read_plan(here, second).run.partition_on == DAY
    with pytest.raises(Permanent, match=f"there is no run {DAY}.3"):
        read_plan(here, f"{DAY}.3")
    stage_of(here, first).write(tables.CLAIMS, [])
    assert prune(here, utc_now().date() + timedelta(days=31)).runs == 1
    assert stage_of(here, first).shards(tables.CLAIMS) == []
    assert run_ids(here) == [first, second]
    assert [finding.is_well for finding in doctor._stage(here)] == [True]
    assert run_ids(here) == [first, second]


@pytest.mark.parametrize("address", ["fsspec+carrier-pigeon://loft/stage", "carrier-pigeon://loft/stage"])
def test_an_address_of_no_known_kind_is_told(tmp_path: Path, address: str) -> None:
    here = replace(settings(tmp_path / "data"), stage_at=address)
    with pytest.raises(Permanent, match=r"NEWSLEDGER_STAGE.*carrier-pigeon.*fsspec\+PROTOCOL"):
        run_ids(here)
    [finding] = [each for each in doctor.examine(here) if each.subject == "stage"]
    assert not finding.is_well


def test_a_store_that_cannot_be_reached_is_found(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_text("", "utf-8")  # where a folder should be
    here = replace(settings(tmp_path / "data"), stage_at=str(tmp_path / "elsewhere"))
    [finding] = [each for each in doctor.examine(here) if each.subject == "stage"]
    assert not finding.is_well


def test_a_run_whose_number_is_known_to_the_stage_alone_gets_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runs, "made_by", lambda _: "test")
    here = settings(tmp_path)
    stage_of(here, f"{DAY}.4").write_text("run.json", "{}")
    assert start_run(here, DAY) == f"{DAY}.5"


@pytest.mark.slow
@pytest.mark.parametrize("place", ["s3://", "fsspec+file://"], indirect=True)
def test_a_day_is_published_and_replayed_from_elsewhere(
    place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEWSLEDGER_STAGE", place)
    home = tmp_path / "home"
    done = newsledger(home, "run", "--date", DAYS[0])
    assert done.returncode == 0, done.stderr
    assert list(home.glob("stage/**/*.parquet")) == []
    rows = ask(home, "select claim_id, low, high from claims order by all")
    assert len(rows) > 10
    again = newsledger(home, "replay", f"{DAYS[0]}.1")
    assert again.returncode == 0, again.stderr
    assert ask(home, "select claim_id, low, high from claims order by all") == rows
