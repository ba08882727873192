"""Ask a running Airflow how its parts are; as a program, the health check of a container.

Usage: python -m newsledger.airflow_health HOST:PORT PATH [PART]   (PART such as scheduler, when PATH is HEALTH_PATH)
"""

import http.client
import json
import sys

HEALTH_PATH = "/api/v2/monitor/health"
WARM_UP_PATH = "/execution/health"
_SECONDS = 30  # the first request of all builds the whole application, 12 to 15 s on a loaded machine


def answer(host: str, port: int, path: str) -> bytes | None:
    """Return what Airflow answers with status 200, or None if it does not answer or answers otherwise."""
    connection = http.client.HTTPConnection(host, port, timeout=_SECONDS)
    try:
        connection.request("GET", path)
        response = connection.getresponse()
        body = response.read()
    except (OSError, http.client.HTTPException):
        return None
    finally:
        connection.close()
    return body if response.status == http.HTTPStatus.OK else None


def unwell(host: str, port: int) -> set[str] | None:
    """Return the parts whose heartbeat stands still: scheduler, dag_processor, triggerer; None if nobody answers."""
    body = answer(host, port, HEALTH_PATH)
    if body is None:
        return None
    return {part for part, state in json.loads(body).items() if (state or {}).get("status") == "unhealthy"}


def main(arguments: list[str]) -> int:
    """Return 0 if the address answers and, where a part is named, its heart beats."""
    (host, _, port), path, parts = arguments[0].partition(":"), arguments[1], arguments[2:]
    body = answer(host, int(port), path)
    if body is None:
        return 1
    beats = json.loads(body) if parts else {}
    return int(any((beats.get(part) or {}).get("status") != "healthy" for part in parts))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
