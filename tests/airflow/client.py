"""Talk to a running Airflow as a person's browser would."""

import json
import time
import urllib.request
from collections import Counter


class Airflow:
    """One web API on loopback, logged in as admin."""

    def __init__(self, port: int, password: str) -> None:
        self._base = f"http://127.0.0.1:{port}"
        self._token = ""
        self._token = self._call("/auth/token", {"username": "admin", "password": password})["access_token"]

    def trigger(self, dag_id: str, conf: dict[str, object], partition_key: str | None = None) -> None:
        """Trigger a DAG run; raise HTTPError for any answer but success."""
        asked = {"logical_date": None, "conf": conf} | ({"partition_key": partition_key} if partition_key else {})
        self._call(f"/api/v2/dags/{dag_id}/dagRuns", asked)

    def states(self, dag_id: str) -> Counter[str]:
        """Return how many DAG runs are in which state."""
        return Counter(run["state"] for run in self._call(f"/api/v2/dags/{dag_id}/dagRuns?limit=100")["dag_runs"])

    def wait_for_dags(self, count: int, seconds: float) -> None:
        """Wait until that many DAGs have been read."""
        self._wait(lambda: len(self._call("/api/v2/dags")["dags"]) >= count, seconds, "DAGs")

    def wait_for_success(self, dag_id: str, count: int, seconds: float) -> None:
        """Wait until that many runs of a DAG have succeeded; fail as soon as one of any DAG has failed."""

        def is_done() -> bool:
            states = {name: self.states(name) for name in ("ingest", "extract", "publish", "report")}
            assert not any(counts["failed"] for counts in states.values()), states
            return states[dag_id]["success"] >= count

        self._wait(is_done, seconds, f"{count} runs of {dag_id}")

    def _wait(self, is_done, seconds: float, what: str) -> None:
        deadline = time.monotonic() + seconds
        while not is_done():
            assert time.monotonic() < deadline, f"no {what} after {seconds} s"
            time.sleep(2)

    def _call(self, path: str, body: dict[str, object] | None = None) -> dict:
        headers = {"Content-Type": "application/json", "Authorization": f"Bearer {self._token}"}
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self._base + path, data, headers)  # noqa: S310
        with urllib.request.urlopen(request, timeout=120) as answer:  # noqa: S310
            return json.load(answer)
