"""Say what Airflow needs to know wherever it runs on one machine: its home, our DAGs, and secrets that nobody chose."""

import json
import os
import secrets
from pathlib import Path

from newsledger.settings import CHECKOUT

AIRFLOW = Path(os.environ.get("NEWSLEDGER_AIRFLOW", CHECKOUT / "airflow")).resolve()
IN_PROCESS = AIRFLOW / "in_process"
EMBEDDED = AIRFLOW / "embedded"
DAGS = CHECKOUT / "dags"
_KEY_BYTES = 64  # Airflow signs with SHA-512, whose keys are to be no shorter than its output


def airflow_environment(home: Path) -> dict[str, str]:
    """Return the environment variables with which Airflow keeps everything of its own in `home`."""
    return {
        "AIRFLOW_HOME": str(home),
        "AIRFLOW__CORE__DAGS_FOLDER": str(DAGS),
        "AIRFLOW__CORE__LOAD_EXAMPLES": "False",
        # No other service reads it, and a burst of writes may wait its turn for longer than the usual five seconds.
        "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN": f"sqlite:///{home / 'airflow.db'}?timeout=60",
        # A scheduler that died is started again at once; its tasks should not wait five minutes for that.
        "AIRFLOW__SCHEDULER__ORPHANED_TASKS_CHECK_INTERVAL": "45",
        **_secrets(home / "secrets.json"),
    }


def metadata_url(home: Path) -> str | None:
    """Return where Airflow's metadata are: where the environment says, or in `home`; None if in neither."""
    kept = home / "airflow.db"
    return os.environ.get("AIRFLOW__DATABASE__SQL_ALCHEMY_CONN") or (f"sqlite:///{kept}" if kept.exists() else None)


def use_airflow(home: Path, log_level: str) -> None:
    """Make this process's Airflow live in `home`; call it before Airflow is imported, which reads its settings then."""
    os.environ.update(airflow_environment(home), AIRFLOW__LOGGING__LOGGING_LEVEL=log_level)


def private_file(path: Path, text: str) -> None:
    """Write a file that only its owner may read, whole or not at all."""
    partial = path.with_suffix(".partial")
    partial.unlink(missing_ok=True)
    with os.fdopen(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
    partial.replace(path)


def _secrets(path: Path) -> dict[str, str]:
    """Return the secrets kept in a file; make them up if it is not there yet."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        private_file(path, json.dumps(new_secrets(), indent=1) + "\n")
    kept: dict[str, str] = json.loads(path.read_text("utf-8"))
    return kept


def new_secrets() -> dict[str, str]:
    """Return new random secrets under the names of Airflow's settings."""
    return {
        "AIRFLOW__CORE__FERNET_KEY": secrets.token_urlsafe(32) + "=",
        "AIRFLOW__API__SECRET_KEY": secrets.token_urlsafe(_KEY_BYTES),
        "AIRFLOW__API_AUTH__JWT_SECRET": secrets.token_urlsafe(_KEY_BYTES),
    }
