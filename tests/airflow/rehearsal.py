"""Start the services of docker-compose.yml as plain processes of this machine, against its PostgreSQL and Redis."""

import os
import re
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import psycopg
import yaml

from newsledger.compose_env import compose_variables
from newsledger.settings import CHECKOUT

SERVER = "host=127.0.0.1 port=5432 user=postgres dbname=postgres connect_timeout=3"
REDIS = ("127.0.0.1", 6379)
_REDIS_DATABASE = 15  # of the sixteen; the tests' own
SERVICES = yaml.safe_load((CHECKOUT / "docker-compose.yml").read_text("utf-8"))["services"]
BIN = Path(sys.executable).parent


def server() -> psycopg.Connection | None:
    """Return a connection to this machine's PostgreSQL, None if there is none."""
    try:
        return psycopg.connect(SERVER, autocommit=True)
    except psycopg.OperationalError:
        return None


def redis_is_there() -> bool:
    """Return whether this machine's Redis answers."""
    try:
        with socket.create_connection(REDIS, timeout=3):
            return True
    except OSError:
        return False


@contextmanager
def new_database(postgres: psycopg.Connection) -> Iterator[str]:
    """Make a database and drop it in the end."""
    name = f"newsledger_{secrets.token_hex(4)}"
    postgres.execute(f"create database {name}")
    try:
        yield name
    finally:
        postgres.execute(f"drop database {name} with (force)")


@contextmanager
def rehearsed(folder: Path, database: str, **values: str) -> Iterator["Rehearsal"]:
    """Give processes that are yet to be started, and stop those that were; `values` are variables of the file."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    processes = Rehearsal(folder, database, port, values)
    try:
        yield processes
    finally:
        processes.stop()


class Rehearsal:
    """The services of the file with container names and paths replaced by those of this machine."""

    def __init__(self, folder: Path, database: str, port: int, values: dict[str, str]) -> None:
        self._folder = folder
        self._values = compose_variables() | values
        self._places = {
            "/opt/newsledger/data": str(folder / "data"),
            "/opt/newsledger/airflow": str(folder / "airflow"),
            "/opt/newsledger": str(CHECKOUT),
            "//airflow:": "//postgres:",
            "@postgres:5432/airflow": f"@127.0.0.1:5432/{database}",
            f":{self._values['REDIS_PASSWORD']}@redis:6379/0": f"{REDIS[0]}:{REDIS[1]}/{_REDIS_DATABASE}",
            "api-server:8080": f"127.0.0.1:{port}",
            "127.0.0.1:8080": f"127.0.0.1:{port}",
        }
        self.port = port
        self.also: dict[str, str] = {}  # variables beyond those of the file
        self._running: dict[str, subprocess.Popen[bytes]] = {}
        (folder / "airflow").mkdir()

    @property
    def password(self) -> str:
        return self._values["NEWSLEDGER_ADMIN_PASSWORD"]

    def run(self, name: str) -> None:
        subprocess.run(self._command(SERVICES[name]["command"]), env=self._environment(name), check=True, timeout=300)

    def start(self, name: str, alias: str | None = None, *more: str) -> None:
        """Start a service, with more words to its command; under another name if it is one of several."""
        with (self._folder / f"{alias or name}.log").open("wb") as log:
            self._running[alias or name] = subprocess.Popen(
                [*self._command(SERVICES[name]["command"]), *more],
                env=self._environment(name),
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def start_all(self, workers: int = 0) -> None:
        """Start the services in the order of the file, with so many Celery workers, and wait until all are healthy."""
        self.run("init")
        self.start("api-server")
        self.wait_until_healthy("api-server")
        rest = ("scheduler", "dag-processor", "triggerer")
        for name in rest:
            self.start(name)
        for number in range(1, workers + 1):
            name = f"worker-{number}"
            self.start("worker", name, "--celery-hostname", f"{name}@%h", "--concurrency", "1")
        for name in rest:
            self.wait_until_healthy(name)

    def tail(self, name: str) -> str:
        """Return the end of a process's log."""
        return (self._folder / f"{name}.log").read_text("utf-8")[-3000:]

    def kill(self, name: str) -> None:
        """Kill a process and all that it has started, as a machine that loses power would."""
        process = self._running.pop(name)
        for child in (*psutil.Process(process.pid).children(recursive=True), psutil.Process(process.pid)):
            child.kill()
        process.wait()

    def wait_until_healthy(self, name: str, seconds: float = 300) -> None:
        check = self._command(SERVICES[name]["healthcheck"]["test"][1:])
        deadline = time.monotonic() + seconds
        while subprocess.run(check, env=self._environment(name), check=False).returncode:
            assert time.monotonic() < deadline, self.tail(name)
            time.sleep(3)

    def stop(self) -> None:
        for process in reversed(self._running.values()):
            process.terminate()
        for process in self._running.values():
            try:
                process.wait(60)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, 9)
                process.wait()

    def _command(self, words: list[str]) -> list[str]:
        placed = [self._placed(word) for word in words]
        placed = [str(self.port) if word == "8080" else word for word in placed]
        return [str(BIN / placed[0]), *placed[1:]]

    def _environment(self, name: str) -> dict[str, str]:
        given = {key: value for key, value in SERVICES[name]["environment"].items() if value is not None}
        ours = {key: self._placed(self._interpolated(str(value))) for key, value in given.items()}
        return (
            {key: v for key, v in os.environ.items() if not key.startswith(("AIRFLOW", "NEWSLEDGER"))}
            | ours
            | self.also
        )

    def _interpolated(self, text: str) -> str:
        return re.sub(r"\$\{(\w+):([-?])([^}]*)\}", lambda m: self._values.get(m[1], m[3] if m[2] == "-" else ""), text)

    def _placed(self, text: str) -> str:
        for container, here in self._places.items():
            text = text.replace(container, here)
        return text
