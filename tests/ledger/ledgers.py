"""Publish staged runs into a ledger of a test, and look at what it holds."""

from typing import Any

from newsledger import warehouse
from newsledger.runs import staging_of
from newsledger.settings import Settings
from newsledger.staging import load
from schemas.ledger import HISTORY
from schemas.run import Run
from tests.ledger.rows import Staged


def put(settings: Settings, staged: Staged, run: Run) -> warehouse.Published:
    """Publish rows as if they had passed all checks."""
    staging = staging_of(settings, run.run_id)
    stage = staged.write(staging.parent, run.run_id)
    load(stage, staging, staged.sources, settings.ledger, run.partition_on)
    return warehouse.publish(settings, staging, run)


def ask(settings: Settings, query: str, *given: Any) -> list[tuple[Any, ...]]:
    """Return the rows of a query on the newest snapshot."""
    with warehouse.reader(settings.ledger) as connection:
        return connection.execute(query, given).fetchall()


def history(settings: Settings) -> dict[str, list[tuple[Any, ...]]]:
    """Return everything that schema main holds."""
    return {table.name: ask(settings, f"from {table.qualified_name} order by all") for table in HISTORY}
