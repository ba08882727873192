"""The embedded Airflow answers fifteen triggers at once, mends itself, stays on loopback and stops when told."""

import json
import os
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from datetime import timedelta
from pathlib import Path

import psutil
import pytest

from newsledger import embedded
from newsledger.outbox import outbox
from schemas.faults import Permanent
from tests.airflow.client import Airflow
from tests.ledger.ledgers import put
from tests.ledger.rows import DAY, Staged, document, run, settings


def free_pair_of_ports() -> int:
    while True:
        with socket.socket() as one, socket.socket() as two:
            one.bind(("127.0.0.1", 0))
            port = one.getsockname()[1]
            try:
                two.bind(("127.0.0.1", port + 1))
            except OSError:
                continue
            return port


def test_a_taken_port_is_said(tmp_path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(Permanent, match=f"port {port} is taken"), embedded._alone(tmp_path / "home", port):
            pass


def test_a_second_one_is_refused(tmp_path) -> None:
    port = free_pair_of_ports()
    with (
        embedded._alone(tmp_path, port),
        pytest.raises(Permanent, match="running already"),
        embedded._alone(tmp_path, port),
    ):
        pass


def test_secrets_are_random_kept_and_closed(tmp_path) -> None:
    first, other = embedded.environment(tmp_path, 8080, 2), embedded.environment(tmp_path / "other", 8080, 2)
    assert embedded.environment(tmp_path, 8080, 2) == first
    for name in ("AIRFLOW__CORE__FERNET_KEY", "AIRFLOW__API__SECRET_KEY", "AIRFLOW__API_AUTH__JWT_SECRET"):
        assert len(first[name]) >= 44
        assert first[name] != other[name]
    for name in ("secrets.json", "passwords.json"):
        assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600


def test_every_process_that_listens_is_told_to_stay_here() -> None:
    for name, command in embedded.commands(8080).items():
        if command[0] == "api-server":
            assert command[command.index("--host") + 1] == "127.0.0.1", name
        elif command[0] in ("scheduler", "triggerer"):
            assert "--skip-serve-logs" in command, name


@contextmanager
def embedded_airflow(folder: Path, **more: str) -> Iterator[tuple[subprocess.Popen[str], Airflow]]:
    """Start the scheduled Airflow with all that is written kept in a folder; give its launcher and its web API."""
    port = free_pair_of_ports()
    places = {"NEWSLEDGER_AIRFLOW": str(folder / "airflow"), "NEWSLEDGER_DATA": str(folder / "data")}
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("AIRFLOW", "NEWSLEDGER"))}
    launcher = subprocess.Popen(
        [sys.executable, "-m", "newsledger.embedded", "--port", str(port)],
        env=clean | places | more,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert launcher.stdout is not None
    for line in launcher.stdout:
        if line.startswith("Logs:"):
            break
    try:
        password = json.loads((folder / "airflow" / "embedded" / "passwords.json").read_text("utf-8"))["admin"]
        yield launcher, Airflow(port, password)
    finally:
        launcher.terminate()
        launcher.wait(90)


@pytest.fixture
def running(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[str], Airflow]]:
    with embedded_airflow(tmp_path) as started:
        yield started


def listens_on(process: psutil.Process) -> set[str]:
    """Return the addresses that a process listens on; none if it has just ended."""
    with suppress(psutil.NoSuchProcess):
        return {c.laddr.ip for c in process.net_connections("inet") if c.status == psutil.CONN_LISTEN}
    return set()


def schedulers(launcher: subprocess.Popen[str]) -> list[psutil.Process]:
    """Return the launcher's own scheduler processes, not their workers."""
    found = []
    for child in psutil.Process(launcher.pid).children():
        with suppress(psutil.NoSuchProcess):
            if "scheduler" in " ".join(child.cmdline()).split():
                found.append(child)
    return found


@pytest.mark.slow
def test_fifteen_triggers_at_once_a_killed_scheduler_and_the_end(running) -> None:
    launcher, airflow = running
    airflow.wait_for_dags(5, seconds=120)

    with ThreadPoolExecutor(15) as pool:
        list(pool.map(lambda _: airflow.trigger("ingest", {"day": "2026-10-05"}), range(15)))
    assert sum(airflow.states("ingest").values()) >= 15

    children = psutil.Process(launcher.pid).children(recursive=True)
    assert set().union(*(listens_on(child) for child in children)) == {"127.0.0.1"}

    (scheduler,) = schedulers(launcher)
    scheduler.kill()
    deadline = time.monotonic() + 60
    while not [again for again in schedulers(launcher) if again.pid != scheduler.pid]:
        assert time.monotonic() < deadline, "the scheduler was not started again"
        time.sleep(1)

    airflow.wait_for_success("report", 1, seconds=400)

    launcher.terminate()
    assert launcher.wait(90) == 0
    assert not [child for child in children if child.is_running() and child.status() != psutil.STATUS_ZOMBIE]


# A DAG run for a news day that waits for nothing, with the deadline of our DAGs drawn near.
_SLOW = """
from datetime import timedelta
from airflow.sdk import CronPartitionTimetable, dag, task
from airflow.sdk.definitions.deadline import DeadlineAlert
from newsledger import tasks

@task
def sleep():
    import time
    time.sleep(600)

@dag(
    schedule=CronPartitionTimetable("0 2 1 1 *", timezone="UTC", run_offset=-1, key_format="%Y-%m-%d"),
    catchup=False,
    deadline=DeadlineAlert(
        reference=tasks.DEADLINE.reference, interval=timedelta(seconds=5), callback=tasks.DEADLINE.callback
    ),
)
def slow():
    sleep()

slow()
"""


@pytest.mark.slow
def test_a_run_that_is_stuck_is_told_of_by_the_scheduler(tmp_path: Path) -> None:
    here = settings(tmp_path / "data")
    put(here, Staged.of(document()), run())
    late = DAY + timedelta(days=1)
    (tmp_path / "dags").mkdir()
    (tmp_path / "dags" / "slow.py").write_text(_SLOW, "utf-8")
    bundle = {
        "name": "slow",
        "classpath": "airflow.dag_processing.bundles.local.LocalDagBundle",
        "kwargs": {"path": str(tmp_path / "dags")},
    }
    bundles = {"AIRFLOW__DAG_PROCESSOR__DAG_BUNDLE_CONFIG_LIST": json.dumps([bundle])}
    with embedded_airflow(tmp_path, **bundles) as (_, airflow):
        airflow.wait_for_dags(1, seconds=120)
        airflow.trigger("slow", {}, partition_key=str(late))
        deadline = time.monotonic() + 120
        while not outbox(here):
            assert time.monotonic() < deadline, "nobody was told"
            time.sleep(1)
        time.sleep(10)  # long enough for a second one, if there were one
    [alert] = outbox(here)
    assert (alert.kind, alert.incident) == ("opened", f"{late} late")
    assert "The DAG slow has not finished" in alert.body
