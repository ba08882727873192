"""A decision: what a person made of a row in quarantine, and why."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from schemas.table import Table

VERDICTS = ("released", "dropped")


@dataclass(frozen=True, kw_only=True)
class Decision:
    """What a person made of a row that a rule had set aside; the latest for a row and rule holds."""

    decision_id: Annotated[str, "Key: digest of row, rule and time."]
    run_id: Annotated[str, "The run that had set the row aside (ops.runs)."]
    rule_id: Annotated[str, "The rule that it broke (ops.checks)."]
    noun: Annotated[str, "Table it was meant for."]
    record_id: Annotated[str, "Its key there."]
    row_json: Annotated[str, "The whole row as JSON, as it was judged; of another reading the decision says nothing."]
    verdict: Annotated[str, "released: it is right in spite of the rule; dropped: it stays out for good."]
    reason: Annotated[str, "Why, in that person's words."]
    author: Annotated[str, "Who decided."]
    decided_at: Annotated[datetime, "When (UTC)."]


DECISIONS = Table(Decision, "ops", "decisions", ("decision_id",))
