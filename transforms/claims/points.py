"""Quantities of "points": index points or percentage points, by what they measure; and bare levels of an index."""

from dataclasses import replace

from transforms.claims.number import at
from transforms.claims.quantities import DASHES, Quantity
from transforms.claims.words import Word
from transforms.lexicon.labels import INDEXES, SHARES

NEAR = 24  # words around
RECENT = 12  # words back from the level of an index to the change that led there
LEAST_LEVEL = 100
POINTS = frozenset({"points", "point", "pts"})


def as_points(words: list[Word], quantity: Quantity) -> Quantity:
    """Return a count of points, or an index's level, in its unit; any other quantity as it is."""
    if quantity.unit != "count" or quantity.form == "vague":
        return quantity
    end = quantity.core_end
    noun = end + 1 if end < len(words) and words[end].text in DASHES else end
    if at(words, noun) not in POINTS:
        return _as_level(words, quantity)
    near = {word.lower for word in words[max(0, end - NEAR) : end + NEAR]}
    if not near & (INDEXES | SHARES):
        return quantity
    unit, kind = ("index_point", "other") if near & INDEXES else ("percentage_point", "percent")
    return replace(
        quantity,
        unit=unit,
        kind=kind,
        core_end=noun + 1,
        end=max(quantity.end, noun + 1),
        anchor=words[noun].token,
        rule="points",
    )


def _as_level(words: list[Word], quantity: Quantity) -> Quantity:
    """Read "the index fell 1% to 5,120.7": the level that an index's change led to."""
    if at(words, quantity.first - 1) not in {"to", "at"} or quantity.form != "digits" or quantity.high is None:
        return quantity
    before = {word.lower for word in words[max(0, quantity.first - RECENT) : quantity.first]}
    is_level = before & INDEXES and before & {"percent", "%", "cent", "points"} and quantity.high >= LEAST_LEVEL
    return replace(quantity, unit="index_point", kind="other", rule="index_level") if is_level else quantity
