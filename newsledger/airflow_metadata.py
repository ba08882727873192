"""Prepare Airflow's metadata database: bring it to the installed version and make the writer's pool.

As a program, in an environment that says where the database is: python -m newsledger.airflow_metadata
There it also keeps the password of the user `admin`, if NEWSLEDGER_ADMIN_PASSWORD names one.
"""

import json
import os
from pathlib import Path

from airflow.configuration import conf
from airflow.models.pool import Pool
from airflow.utils.db import upgradedb

from newsledger.airflow_home import private_file
from newsledger.tasks import WRITER_POOL


def prepare_metadata() -> None:
    """Migrate the database, which changes nothing where it is current, and make the pool of one slot."""
    upgradedb()
    Pool.create_or_update_pool(
        WRITER_POOL, slots=1, description="The one process that writes the ledger", include_deferred=False
    )


def keep_admin(password: str) -> None:
    """Put the password where Airflow's simple auth manager looks for it."""
    path = Path(conf.get("core", "simple_auth_manager_passwords_file"))
    private_file(path, json.dumps({"admin": password}) + "\n")


if __name__ == "__main__":
    prepare_metadata()
    if named := os.environ.get("NEWSLEDGER_ADMIN_PASSWORD"):
        keep_admin(named)
