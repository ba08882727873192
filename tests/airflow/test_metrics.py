"""Airflow's metrics of our tasks reach a StatsD server and an OpenTelemetry collector, by settings alone."""

import http.server
import os
import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest

_ALARMS = """
from newsledger.in_process import _load_dags
assert _load_dags()["alarms"].test().state == "success"
"""
_MANY = 65_507  # bytes; the longest datagram


def run_alarms(folder: Path, **settings: str) -> None:
    """Run the DAG `alarms` once, with settings of Airflow's."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("AIRFLOW", "NEWSLEDGER", "OTEL"))}
    places = {"NEWSLEDGER_AIRFLOW": str(folder / "airflow"), "NEWSLEDGER_DATA": str(folder / "data")}
    done = subprocess.run(
        [sys.executable, "-c", _ALARMS], env=clean | places | settings, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.slow
def test_statsd_hears_of_a_task(tmp_path: Path) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as server:
        server.bind(("127.0.0.1", 0))
        server.settimeout(1)
        run_alarms(
            tmp_path,
            AIRFLOW__METRICS__STATSD_ON="True",
            AIRFLOW__METRICS__STATSD_HOST="127.0.0.1",
            AIRFLOW__METRICS__STATSD_PORT=str(server.getsockname()[1]),
            AIRFLOW__METRICS__STATSD_PREFIX="newsledger",
        )
        heard = []
        while not any(line.startswith("newsledger.dag.alarms.alarms.duration:") for line in heard):
            heard += server.recv(_MANY).decode().splitlines()  # and if none comes, a timeout
    assert "newsledger.ti.finish.alarms.alarms.success:1|c" in heard


@pytest.mark.slow
def test_an_opentelemetry_collector_hears_of_a_task(tmp_path: Path) -> None:
    bodies: list[bytes] = []

    class Collector(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            assert self.path == "/v1/metrics"
            bodies.append(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: object) -> None: ...

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Collector)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        address = f"http://127.0.0.1:{server.server_address[1]}"
        run_alarms(tmp_path, AIRFLOW__METRICS__OTEL_ON="True", OTEL_EXPORTER_OTLP_ENDPOINT=address)
    finally:
        server.shutdown()
        server.server_close()
    assert any(b"ti.finish" in body for body in bodies)
