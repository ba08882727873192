"""A check: one expectation's result in one run; and a quarantined row: what a row rule set aside."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from schemas.table import Table

SEVERITIES = ("critical", "row", "warning")


@dataclass(frozen=True, kw_only=True)
class Check:
    """The result of one expectation in one run."""

    run_id: Annotated[str, "The run (ops.runs)."]
    rule_id: Annotated[str, "Stable name of the expectation."]
    noun: Annotated[str, "Table it looks at."]
    severity: Annotated[str, "critical holds the run, row sets rows aside, warning tells."]
    is_success: Annotated[bool, "Whether it held."]
    unexpected_count: Annotated[int, "Rows or values that broke it."]
    observed: Annotated[str | None, "What was observed, for aggregates."]
    expectation: Annotated[str, "The expectation in words."]
    checked_at: Annotated[datetime, "When (UTC)."]


@dataclass(frozen=True, kw_only=True)
class Quarantined:
    """One row that a row rule set aside; it is not in the published tables."""

    run_id: Annotated[str, "The run (ops.runs)."]
    rule_id: Annotated[str, "The rule that it broke (ops.checks)."]
    noun: Annotated[str, "Table it was meant for."]
    record_id: Annotated[str, "Its key there."]
    row_json: Annotated[str, "The whole row as JSON."]
    quarantined_at: Annotated[datetime, "When (UTC)."]


CHECKS = Table(Check, "ops", "checks", ("run_id", "rule_id"))
QUARANTINE = Table(Quarantined, "ops", "quarantine", ("run_id", "rule_id", "record_id"))
