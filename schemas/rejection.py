"""A rejection: a record that could not be used, with the reason."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from schemas.table import Table


@dataclass(frozen=True, kw_only=True)
class Rejection:
    """One record that could not be used, and why."""

    run_id: Annotated[str, "The run (ops.runs)."]
    step: Annotated[str, "The step that rejected it."]
    record_id: Annotated[str, "page_id or document_id."]
    source: Annotated[str, "The source it came from."]
    url: Annotated[str, "Its address."]
    reason: Annotated[str, "Stable name of the reason."]
    detail: Annotated[str, "What was seen."]
    rejected_at: Annotated[datetime, "When (UTC)."]


REJECTIONS = Table(Rejection, "ops", "rejections", ("run_id", "step", "record_id"))
