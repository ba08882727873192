"""Keep a scheduled Airflow running on this machine alone, as `make up` does: no service, SQLite metadata, loopback.

`airflow standalone` on SQLite dies under its first load: the API server freezes while it builds itself at the first
request and then deadlocks with itself over the database. So the API is split in two processes, warmed up before
anything needs it, and takes one write at a time (see `airflow_plugins/`); and every process is watched: one that dies,
or whose heartbeat stands still, is started again.

Usage: python -m newsledger.embedded [--port 8080]   (the port after it is used too)
"""

import argparse
import fcntl
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from newsledger.airflow_health import HEALTH_PATH, WARM_UP_PATH, answer, unwell
from newsledger.airflow_home import EMBEDDED, airflow_environment, private_file
from newsledger.settings import Settings
from newsledger.watchdog import Watchdog
from schemas.faults import Permanent

HOST = "127.0.0.1"
_START_SECONDS = 240  # a cold start on two busy cores took 80
_LOOK_SECONDS = 5
_STOP_SECONDS = 30


def main(arguments: list[str]) -> int:
    """Start everything, say where it is, and watch it until told to stop; return the exit status."""
    parser = argparse.ArgumentParser(prog="newsledger.embedded", description="Run the scheduled Airflow.")
    parser.add_argument("--port", type=int, default=8080, help="of the web interface; the next one is used too")
    port = parser.parse_args(arguments).port
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        with _alone(EMBEDDED, port):
            _serve(port)
    except Permanent as fault:
        sys.stderr.write(f"newsledger: {fault}\n")
        return 1
    except KeyboardInterrupt:
        return 0
    return 0


def environment(home: Path, port: int, processes: int) -> dict[str, str]:
    """Return the environment of the embedded Airflow's processes; make secrets and the password if there are none."""
    passwords = home / "passwords.json"
    settings = airflow_environment(home)
    if not passwords.exists():
        private_file(passwords, f'{{"admin": "{secrets.token_urlsafe(12)}"}}\n')
    return settings | {
        "AIRFLOW__API__BASE_URL": f"http://{HOST}:{port}",
        "AIRFLOW__CORE__EXECUTION_API_SERVER_URL": f"http://{HOST}:{port + 1}/execution/",
        "AIRFLOW__CORE__EXECUTOR": "LocalExecutor",
        "AIRFLOW__CORE__PARALLELISM": str(max(4, processes)),
        "AIRFLOW__CORE__PLUGINS_FOLDER": str(Path(__file__).parent / "airflow_plugins"),
        "AIRFLOW__CORE__DAGS_ARE_PAUSED_AT_CREATION": "False",
        "AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_USERS": "admin:admin",
        "AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_PASSWORDS_FILE": str(passwords),
    }


def commands(port: int) -> dict[str, tuple[str, ...]]:
    """Return the command of each process by its name, in the order in which they are to start.

    The scheduler and the triggerer would serve their logs on all interfaces; the web interface reads them from disk.
    """
    api = ("api-server", "--host", HOST)
    return {
        "api": (*api, "--port", str(port), "--apps", "core"),
        "execution": (*api, "--port", str(port + 1), "--apps", "execution"),
        "scheduler": ("scheduler", "--skip-serve-logs"),
        "dag_processor": ("dag-processor",),
        "triggerer": ("triggerer", "--skip-serve-logs"),
    }


class Processes:
    """The processes of one Airflow, each with its log file."""

    def __init__(self, environment: Mapping[str, str], commands: Mapping[str, tuple[str, ...]], logs: Path) -> None:
        """Name what may be started; starts nothing."""
        self._environment = dict(environment)
        self._commands = commands
        self._logs = logs
        self._running: dict[str, subprocess.Popen[bytes]] = {}
        logs.mkdir(parents=True, exist_ok=True)

    def start(self, name: str) -> None:
        """Start a process, or stop it and start it again."""
        if name in self._running:
            self._stop([self._running.pop(name)])
        with self.log(name).open("ab") as log:
            self._running[name] = subprocess.Popen(  # noqa: S603  (our own command)
                [*_dies_with_us(), sys.executable, "-m", "airflow", *self._commands[name]],
                env=self._environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def log(self, name: str) -> Path:
        """Return the path of a process's log."""
        return self._logs / f"{name}.log"

    def dead(self) -> set[str]:
        """Return the processes that ended without being told to."""
        return {name for name, process in self._running.items() if process.poll() is not None}

    def stop(self) -> None:
        """Stop all, those that were started last first."""
        self._stop(list(reversed(self._running.values())))

    @staticmethod
    def _stop(processes: list[subprocess.Popen[bytes]]) -> None:
        """Ask for an end, and after a while make one, also of the workers that a process has started."""
        for process in processes:
            process.terminate()
        deadline = time.monotonic() + _STOP_SECONDS
        for process in processes:
            with suppress(subprocess.TimeoutExpired):
                process.wait(max(0.0, deadline - time.monotonic()))
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _serve(port: int) -> None:
    """Start the processes in order, each once what it needs is warm, and watch them."""
    settings = Settings.from_environment()
    surroundings = os.environ | environment(EMBEDDED, port, settings.processes)
    _say("Airflow starts (a minute or two) ...")
    quiet = surroundings | {"AIRFLOW__LOGGING__LOGGING_LEVEL": "ERROR"}
    subprocess.run([sys.executable, "-m", "newsledger.airflow_metadata"], env=quiet, check=True)
    processes = Processes(surroundings, commands(port), EMBEDDED / "logs" / "processes")
    try:
        for name in ("api", "execution"):
            processes.start(name)
        _wait_for("api", processes, lambda: answer(HOST, port, HEALTH_PATH) is not None)
        _wait_for("execution", processes, lambda: answer(HOST, port + 1, WARM_UP_PATH) is not None)
        for name in ("scheduler", "dag_processor", "triggerer"):
            processes.start(name)
        _wait_for("scheduler", processes, lambda: unwell(HOST, port) == set())
        _say(f"Airflow: http://{HOST}:{port}/  user admin, password in {EMBEDDED / 'passwords.json'}")
        _say(f"Logs: {EMBEDDED / 'logs'}  Ledger: {settings.ledger}  (stop with Ctrl-C)")
        _watch(processes, port)
    finally:
        processes.stop()


def _watch(processes: Processes, port: int) -> None:
    watchdog = Watchdog()
    while True:
        time.sleep(_LOOK_SECONDS)
        dead = processes.dead()
        for name in watchdog.look(time.monotonic(), dead, _unwell(port) - dead):
            _say(f"{name} {'ended' if name in dead else 'does not answer'}; started again (see {processes.log(name)})")
            processes.start(name)


def _unwell(port: int) -> set[str]:
    parts = unwell(HOST, port)
    seen = {"api"} if parts is None else parts
    return seen if answer(HOST, port + 1, WARM_UP_PATH) is not None else seen | {"execution"}


def _wait_for(name: str, processes: Processes, is_ready: Callable[[], bool]) -> None:
    deadline = time.monotonic() + _START_SECONDS
    while not is_ready():
        if dead := processes.dead():
            raise Permanent(f"{', '.join(sorted(dead))} ended at once; see {processes.log(min(dead))}")
        if time.monotonic() > deadline:
            raise Permanent(f"{name} does not answer after {_START_SECONDS} s; see {processes.log(name)}")
        time.sleep(1)


@contextmanager
def _alone(home: Path, port: int) -> Iterator[None]:
    """Hold the home for this process alone; raise Permanent if it is held already or a port is taken."""
    home.mkdir(parents=True, exist_ok=True)
    home.chmod(0o700)  # metadata and logs are nobody else's business; secrets are closed on their own as well
    with (home / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Permanent(f"an embedded Airflow is running already in {home}; stop it first") from None
        for wanted in (port, port + 1):
            with socket.socket() as probe:
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                try:
                    probe.bind((HOST, wanted))
                except OSError:
                    raise Permanent(f"port {wanted} is taken; choose others with --port") from None
        yield


def _dies_with_us() -> list[str]:
    """Return what makes a child end when this process is killed, where the system has it (util-linux)."""
    return ["setpriv", "--pdeathsig", "TERM", "--"] if shutil.which("setpriv") else []


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
