"""A figure: what many claims say of one thing, across outlets and over time."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from schemas.recorded import Recorded
from schemas.table import Table


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One thing that claims of one story measure, with the span of what they say."""

    figure_id: Annotated[str, "Key: digest of story, concept, unit and predicate."]
    story_id: Annotated[str, "The story (stories)."]
    concept: Annotated[str, "What is measured, in its commonest wording."]
    predicate: Annotated[str | None, "Lemma of what happened to it."]
    unit: Annotated[str, "Unit of low and high."]
    low: Annotated[float | None, "Lowest value that a claim states."]
    high: Annotated[float | None, "Highest value that a claim states."]
    latest_low: Annotated[float | None, "Lower bound in the latest claim."]
    latest_high: Annotated[float | None, "Upper bound in the latest claim."]
    claim_count: Annotated[int, "Claims that state it."]
    outlet_count: Annotated[int, "Outlets that state it."]
    first_at: Annotated[datetime | None, "Publication of the first claim (UTC)."]
    last_at: Annotated[datetime | None, "Publication of the latest claim (UTC)."]
    is_disputed: Annotated[bool, "Whether the latest claims of two outlets exclude each other."]
    claim_ids: Annotated[tuple[str, ...], "The claims, earliest first."]


@dataclass(frozen=True, kw_only=True)
class LedgerFigure(Recorded, Figure):
    """One measured thing followed across outlets and over time: who says how many, and do they agree."""


FIGURES = Table(LedgerFigure, "main", "figures", ("figure_id",))
