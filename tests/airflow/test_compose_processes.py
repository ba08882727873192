"""The processes of docker-compose.yml, started by hand, publish a news day on a real PostgreSQL."""

import json
import os
import re
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import duckdb
import psycopg
import pytest
import yaml

from newsledger.compose_env import compose_variables
from newsledger.settings import CHECKOUT
from tests.airflow.client import Airflow

SERVER = "host=127.0.0.1 port=5432 user=postgres dbname=postgres connect_timeout=3"
SERVICES = yaml.safe_load((CHECKOUT / "docker-compose.yml").read_text("utf-8"))["services"]
BIN = Path(sys.executable).parent


@pytest.fixture
def database() -> Iterator[str]:
    try:
        server = psycopg.connect(SERVER, autocommit=True)
    except psycopg.OperationalError as error:
        if os.environ.get("NEWSLEDGER_TEST_SERVICES") == "required":
            raise
        pytest.skip(f"NOT TESTED: the compose processes need PostgreSQL on 127.0.0.1:5432 ({error})")
    name = f"newsledger_{secrets.token_hex(4)}"
    server.execute(f"create database {name}")
    yield name
    server.execute(f"drop database {name} with (force)")
    server.close()


class Rehearsal:
    """The services of the file with container names and paths replaced by those of this machine."""

    def __init__(self, folder: Path, database: str, port: int) -> None:
        self._folder = folder
        self._values = compose_variables()
        self._places = {
            "/opt/newsledger/data": str(folder / "data"),
            "/opt/newsledger/airflow": str(folder / "airflow"),
            "/opt/newsledger": str(CHECKOUT),
            "//airflow:": "//postgres:",
            "@postgres:5432/airflow": f"@127.0.0.1:5432/{database}",
            "api-server:8080": f"127.0.0.1:{port}",
            "127.0.0.1:8080": f"127.0.0.1:{port}",
        }
        self._port = port
        self._running: list[subprocess.Popen[bytes]] = []
        (folder / "airflow").mkdir()

    @property
    def password(self) -> str:
        return self._values["NEWSLEDGER_ADMIN_PASSWORD"]

    def run(self, name: str) -> None:
        subprocess.run(self._command(SERVICES[name]["command"]), env=self._environment(name), check=True, timeout=300)

    def start(self, name: str) -> None:
        with (self._folder / f"{name}.log").open("wb") as log:
            self._running.append(
                subprocess.Popen(
                    self._command(SERVICES[name]["command"]),
                    env=self._environment(name),
                    stdout=log,
                    stderr=log,
                    start_new_session=True,
                )
            )

    def wait_until_healthy(self, name: str, seconds: float = 300) -> None:
        check = self._command(SERVICES[name]["healthcheck"]["test"][1:])
        deadline = time.monotonic() + seconds
        while subprocess.run(check, env=self._environment(name), check=False).returncode:
            assert time.monotonic() < deadline, (self._folder / f"{name}.log").read_text("utf-8")[-3000:]
            time.sleep(3)

    def stop(self) -> None:
        for process in reversed(self._running):
            process.terminate()
        for process in self._running:
            try:
                process.wait(60)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, 9)
                process.wait()

    def _command(self, words: list[str]) -> list[str]:
        placed = [self._placed(word) for word in words]
        placed = [str(self._port) if word == "8080" else word for word in placed]
        return [str(BIN / placed[0]), *placed[1:]]

    def _environment(self, name: str) -> dict[str, str]:
        ours = {key: self._placed(self._interpolated(str(v))) for key, v in SERVICES[name]["environment"].items()}
        return {key: v for key, v in os.environ.items() if not key.startswith(("AIRFLOW", "NEWSLEDGER"))} | ours

    def _interpolated(self, text: str) -> str:
        return re.sub(r"\$\{(\w+):([-?])([^}]*)\}", lambda m: self._values.get(m[1], m[3] if m[2] == "-" else ""), text)

    def _placed(self, text: str) -> str:
        for container, here in self._places.items():
            text = text.replace(container, here)
        return text


@pytest.fixture
def rehearsal(tmp_path: Path, database: str) -> Iterator[Rehearsal]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    processes = Rehearsal(tmp_path, database, port)
    processes.port = port
    yield processes
    processes.stop()


@pytest.mark.slow
def test_the_processes_publish_a_news_day(rehearsal, tmp_path) -> None:
    rehearsal.run("init")
    assert json.loads((tmp_path / "airflow" / "passwords.json").read_text("utf-8")) == {"admin": rehearsal.password}
    rehearsal.start("api-server")
    rehearsal.wait_until_healthy("api-server")
    for name in ("scheduler", "dag-processor", "triggerer"):
        rehearsal.start(name)
    for name in ("scheduler", "dag-processor", "triggerer"):
        rehearsal.wait_until_healthy(name)
    airflow = Airflow(rehearsal.port, rehearsal.password)
    airflow.wait_for_dags(5, seconds=120)
    airflow.trigger("ingest", {"day": "2026-10-05"})
    airflow.wait_for_success("report", 1, seconds=400)
    with duckdb.connect(str((tmp_path / "data" / "ledger.duckdb").resolve()), read_only=True) as ledger:
        published = ledger.execute("select status from ops.runs where partition_on = '2026-10-05'").fetchall()
        claims = ledger.execute("select count(*) from claims").fetchone()
    assert published == [("published",)]
    assert claims is not None
    assert claims[0] > 0
    assert list((tmp_path / "data" / "reports").glob("2026-10-05.1.html"))
