"""A correction: what a person says a claim should be, with what they expect to find; and what became of it in a run."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from schemas.claim import Claim
from schemas.table import Table, columns_of

OUTCOMES = ("applied", "mismatched", "gone", "idle")

_EVIDENCE = {"start", "end", "text", "rule", "confidence"}
EXPECTABLE = frozenset(c.name for c in columns_of(Claim) if not c.sql_type.startswith("STRUCT"))
CORRECTABLE = EXPECTABLE - _EVIDENCE  # the evidence is the page's; who finds it wrong mends a rule


@dataclass(frozen=True, kw_only=True)
class Correction:
    """What a person asks for, of one claim or of all claims of a source that are as expected."""

    correction_id: str  # digest of target, expectation and change
    claim_id: str | None  # either this
    source: str | None  # or this
    expect: Mapping[str, Any]  # columns of claims, and the values they must have for the correction to apply
    change: Mapping[str, Any]  # columns of claims, and the values they get
    reason: str
    author: str
    written_on: date

    @property
    def target(self) -> str:
        """Return whom it is for, as people are told of it."""
        return f"claim {self.claim_id}" if self.claim_id else f"source {self.source}"


@dataclass(frozen=True, kw_only=True)
class Corrected:
    """What became of a correction in one run: each claim it changed, or why it changed none."""

    run_id: Annotated[str, "The run (ops.runs)."]
    correction_id: Annotated[str, "Digest of target, expectation and change (config/corrections.yml)."]
    target: Annotated[str, "The claim or the source it is for."]
    outcome: Annotated[
        str,
        "applied; mismatched: the claim is not as expected; gone: its document has no such claim any more;"
        " idle: no claim of the source was as expected.",
    ]
    claim_id: Annotated[str | None, "The claim (claims); null if idle."]
    found: Annotated[str | None, "What the expected and changed columns held before, as JSON; null if gone or idle."]
    change: Annotated[str, "What they were to hold, as JSON."]
    reason: Annotated[str, "Why, in that person's words."]
    author: Annotated[str, "Who wrote it."]
    written_on: Annotated[date, "When it was written."]


CORRECTIONS = Table(Corrected, "ops", "corrections", ("run_id", "correction_id", "claim_id"))
