"""What every row of the ledger bears: which run wrote it, when, until when it held, and what made it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated


@dataclass(frozen=True, kw_only=True)
class Recorded:
    """The provenance that every ledger row ends with."""

    run_id: Annotated[str, "The run that wrote this row (ops.runs)."]
    recorded_at: Annotated[datetime, "When the run published this row (UTC)."]
    superseded_at: Annotated[datetime | None, "When a later run replaced or withdrew this row; null while it holds."]
    made_by: Annotated[str, "Version of the code, rules and language model that made this row."]
