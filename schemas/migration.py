"""A migration: what a version of newsledger added to the shape of a ledger that it found."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from schemas.table import Table


@dataclass(frozen=True, kw_only=True)
class Migration:
    """One change of the ledger's shape, its making among them; the latest says what the shape is now."""

    layout: Annotated[str, "Digest of the definitions of all tables, columns, views, macros and comments."]
    version: Annotated[str, "Version of newsledger that brought the ledger to it."]
    migrated_at: Annotated[datetime, "When (UTC)."]
    changes: Annotated[tuple[str, ...], "Tables and columns that were added; none if only views or comments changed."]


MIGRATIONS = Table(Migration, "ops", "migrations", ("layout", "migrated_at"))
