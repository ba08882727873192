"""An installation that commands are given to at moments of our choosing, and those who hear of what goes wrong."""

import http.server
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from tests.end_to_end.world import World
from tests.fetch.site import serving

NIGHT, LATE, DIGEST, MORNING = time(2), time(6, 15), time(8, 15), time(9)
HELD, FAILED = 3, 1
_ALERTS = """
published_by: "06:00"
heartbeat: WEEK_HEARTBEAT
routes:
  - {name: oncall, variable: WEEK_ALERT_URL, severities: [critical]}
  - {name: daily, variable: WEEK_ALERT_URL, severities: [warning], digest: "08:00"}
"""
_WATCHES = "watches: [{name: silent_changes, kind: changed_silently, about: [cars]}]\n"


@dataclass
class Ear:
    """Where people hear of things: what was said at which hour, and when a sign of life came."""

    at: datetime = datetime(1970, 1, 1, tzinfo=UTC)
    is_deaf: bool = False
    heard: list[tuple[datetime, str]] = field(default_factory=list)
    beats: list[datetime] = field(default_factory=list)

    def take(self, message: dict[str, str]) -> None:
        """Note the subject of a message, or those of a digest."""
        lines = [message["title"], *message["message"].splitlines()]
        said = [line.removeprefix("newsledger: ") for line in lines if line.startswith("newsledger: ")]
        self.heard += [(self.at, subject) for subject in (said[1:] or said)]


@contextmanager
def listening(ear: Ear) -> Iterator[str]:
    """Serve a webhook and a watchdog, and give their host and port."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            message = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            if not ear.is_deaf:
                ear.take(message)
            self.send_response(503 if ear.is_deaf else 200)
            self.end_headers()

        def do_GET(self) -> None:
            ear.beats.append(ear.at)
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: object) -> None: ...

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()


class Installation:
    """One data folder and configuration; `gazette_port` is where the gazette answers when it does."""

    def __init__(self, folder: Path, world: World, gazette_port: int, ear: Ear, hears: str) -> None:
        """Write the configuration."""
        self.data, self.world, self.ear, self.gazette_port = folder / "data", world, ear, gazette_port
        config = folder / "config"
        config.mkdir(parents=True)
        (config / "sources.yml").write_text(world.sources(f"http://127.0.0.1:{gazette_port}"), "utf-8")
        (config / "alerts.yml").write_text(_ALERTS, "utf-8")
        (config / "watch.yml").write_text(_WATCHES, "utf-8")
        self._environment = os.environ | {
            "NEWSLEDGER_DATA": str(self.data),
            "NEWSLEDGER_CONFIG": str(config),
            "WEEK_ALERT_URL": f"json://{hears}/alarm",
            "WEEK_HEARTBEAT": f"http://{hears}/life",
        }

    def does(self, at: datetime, *words: str, status: int = 0) -> str:
        """Run a command at a moment, hold it to its exit status, and return what it said."""
        process = self._started(at, *words)
        told, complained = process.communicate()
        assert process.returncode == status, f"{words}: {process.returncode}\n{told}\n{complained}"
        return told + complained

    def killed_after(self, step: str, at: datetime, *words: str) -> None:
        """Start a command at a moment, and kill it with all that it has started once a step is done."""
        process = self._started(at, *words)
        assert process.stderr is not None
        assert any(line.split()[:1] == [step] for line in process.stderr), f"{step} was not reached"
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()

    def looks(self, day: date) -> None:
        """Look for what people have to be told, twice in the morning after a news day."""
        for hour in (LATE, DIGEST):
            self.does(after(day, hour), "alarms", status=FAILED if self.ear.is_deaf else 0)

    @contextmanager
    def gazette(self) -> Iterator[None]:
        """Let the gazette answer."""
        with serving(self.world.site, port=self.gazette_port):
            yield

    def _started(self, at: datetime, *words: str) -> subprocess.Popen[str]:
        self.ear.at = at
        return subprocess.Popen(
            [sys.executable, "-m", "tests.end_to_end.at", f"{at:%Y-%m-%dT%H:%M}", *words],
            env=self._environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            process_group=0,
        )


def after(day: date, hour: time) -> datetime:
    """Return an hour of the day after a news day."""
    return datetime.combine(day + timedelta(days=1), hour, UTC)
