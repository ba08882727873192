"""An alert: something that people are told, said once per incident, kept until delivered."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from schemas.table import Table

SEVERITIES = ("critical", "warning")
KINDS = ("opened", "changed", "over", "notice")


@dataclass(frozen=True, kw_only=True)
class Alert:
    """One message to people, and whether it reached them."""

    alert_id: Annotated[str, "Key: digest of incident, kind, run and state."]
    run_id: Annotated[str | None, "The run it speaks of (ops.runs); null if none."]
    severity: Annotated[str, "critical: somebody has to act, or nothing is published; warning: worth a look."]
    kind: Annotated[str, "opened changed over: of an incident; notice: something to know, that nobody need mend."]
    incident: Annotated[str, "What is wrong, as a stable name; repeats of it are not said again."]
    state: Annotated[str, "What was observed; told again only when it changes."]
    sources: Annotated[tuple[str, ...], "Sources that it is about (ops.sources); empty if about the run as a whole."]
    subject: Annotated[str, "One line."]
    body: Annotated[str, "Counts, failed expectations, example rows and where to look."]
    raised_at: Annotated[datetime, "When (UTC)."]
    delivered_at: Annotated[datetime | None, "When all routes that ask for it had it (UTC); null while it waits."]
    delivered_to: Annotated[tuple[str, ...], "Routes that took it (config/alerts.yml)."]
    attempt_count: Annotated[int, "How often delivery was tried and refused."]
    error: Annotated[str | None, "Why the last delivery failed, or what it waits for."]


ALERTS = Table(Alert, "ops", "alerts", ("alert_id",))
