"""Look up the secret address that an Airflow connection of type apprise holds."""

import json
import os
import sys
from typing import Any


def apprise_url(name: str) -> str | None:
    """Return the address in a connection's extra, {"config": {"path": ADDRESS}}; None if there is no such connection.

    A connection in the environment (AIRFLOW_CONN_NAME, as JSON) is found by any process, one that Airflow keeps in its
    database or in a secrets backend only by processes of Airflow.
    """
    given = os.environ.get(f"AIRFLOW_CONN_{name.upper()}")
    extra: Any = json.loads(given).get("extra") if given else _extra_in_airflow(name)
    extra = json.loads(extra) if isinstance(extra, str) else extra
    return str(extra["config"]["path"]) if extra else None


def _extra_in_airflow(name: str) -> Any:
    if "airflow" not in sys.modules:
        return None
    from airflow.sdk import Connection  # noqa: PLC0415  (seconds that only a task of Airflow has paid already)
    from airflow.sdk.exceptions import AirflowNotFoundException  # noqa: PLC0415

    try:
        return Connection.get(name).extra_dejson
    except AirflowNotFoundException:
        return None
