"""Prepare Airflow's metadata database: bring it to the installed version and make the writer's pool.

As a program, in an environment that says where the database is: python -m newsledger.airflow_metadata
"""

from airflow.models.pool import Pool
from airflow.utils.db import upgradedb

from newsledger.tasks import WRITER_POOL


def prepare_metadata() -> None:
    """Migrate the database, which changes nothing where it is current, and make the pool of one slot."""
    upgradedb()
    Pool.create_or_update_pool(
        WRITER_POOL, slots=1, description="The one process that writes the ledger", include_deferred=False
    )


if __name__ == "__main__":
    prepare_metadata()
