"""A claim: a number that a document asserts, tied to the characters it was read from and to its speaker."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from schemas.recorded import Recorded
from schemas.table import Table


@dataclass(frozen=True, kw_only=True)
class Period:
    """A stretch of time that a text names, normalised."""

    text: Annotated[str, "The time expression as written."]
    from_: Annotated[date, "First day."]
    to: Annotated[date, "Last day, inclusive."]


@dataclass(frozen=True, kw_only=True)
class Place:
    """A place that a text names, resolved."""

    text: Annotated[str, "The place as written."]
    country: Annotated[str | None, "ISO 3166 alpha-3."]
    lat: Annotated[float | None, "Latitude, degrees north; of a country, its capital's."]
    lon: Annotated[float | None, "Longitude, degrees east; of a country, its capital's."]


@dataclass(frozen=True, kw_only=True)
class Claim:
    """One number that a text asserts, as extraction reads it."""

    start: Annotated[int, "First character of the quantity in the document's text."]
    end: Annotated[int, "Character after the quantity."]
    text: Annotated[str, "The quantity as written, with qualifier words and unit: text[start:end]."]
    low: Annotated[float | None, "Lower bound; null when only an upper bound is stated."]
    high: Annotated[float | None, "Upper bound; null when only a lower bound is stated. Equal to low if exact."]
    qualifier: Annotated[str, "exact approx more_than at_least less_than at_most between vague"]
    unit: Annotated[str, "ISO 4217 code, percent, percentage_point, count, times, or a singular English unit."]
    dimension: Annotated[str | None, "What a physical unit measures: length, mass, volume per duration."] = None
    si_unit: Annotated[str | None, "The SI unit of that dimension, of base units: kilogram, meter³/second."] = None
    si_low: Annotated[float | None, "The lower bound in the SI unit, so that miles and kilometres compare."] = None
    si_high: Annotated[float | None, "The upper bound in the SI unit."] = None
    kind: Annotated[str, "count money percent multiple duration age measure rate other"]
    concept: Annotated[str | None, "What is counted or measured, a noun phrase of the text."]
    concept_start: Annotated[int | None, "First character of the concept."]
    concept_end: Annotated[int | None, "Character after the concept."]
    predicate: Annotated[str | None, "Lemma of what happened to it (kill, flee, rise)."]
    speaker: Annotated[str | None, "Who the text says it comes from; null for the outlet's own voice."]
    speaker_start: Annotated[int | None, "First character of the speaker's name, or of the pronoun that stands for it."]
    speaker_end: Annotated[int | None, "Character after it."]
    factuality: Annotated[str, "fact planned possible negated"]
    trend: Annotated[str | None, "up or down, for a change or a level reached by one."]
    change_role: Annotated[str | None, "difference (by how much), final (to what), initial (from what)."]
    time: Annotated[Period | None, "When it holds."]
    place: Annotated[Place | None, "Where it holds."]
    rule: Annotated[str, "Name of the rule or model that found it."]
    confidence: Annotated[float, "0 to 1."]


@dataclass(frozen=True, kw_only=True)
class StagedClaim(Claim):
    """A claim with its key and its document."""

    claim_id: Annotated[str, "Key: digest of document and span."]
    document_id: Annotated[str, "The document that asserts it (documents)."]
    sentence: Annotated[str, "The sentence that holds the quantity, for reading."]


@dataclass(frozen=True, kw_only=True)
class LedgerClaim(Recorded, StagedClaim):
    """One number that one document asserts: value, unit, what it counts, who says so, and where in the text."""


CLAIMS = Table(LedgerClaim, "main", "claims", ("claim_id",))
