"""An alert: something that people are told, said once per incident, kept until delivered."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from schemas.table import Table

KINDS = ("held", "failed", "warning", "recovered")


@dataclass(frozen=True, kw_only=True)
class Alert:
    """One message to people, and whether it reached them."""

    alert_id: Annotated[str, "Key: digest of incident and kind."]
    run_id: Annotated[str | None, "The run it speaks of (ops.runs)."]
    kind: Annotated[str, "held failed warning recovered"]
    incident: Annotated[str, "What is wrong, as a stable name; repeats of it are not said again."]
    subject: Annotated[str, "One line."]
    body: Annotated[str, "Counts, failed expectations, example rows and where to look."]
    raised_at: Annotated[datetime, "When (UTC)."]
    delivered_at: Annotated[datetime | None, "When a channel took it; null while it waits."]
    error: Annotated[str | None, "Why the last delivery failed."]


ALERTS = Table(Alert, "ops", "alerts", ("alert_id",))
