"""Quantities whose unit the words around settle: points of an index or percentage points, levels, how often."""

from dataclasses import replace

from transforms.claims.number import DASHES, at
from transforms.claims.quantities import Quantity
from transforms.claims.words import Word
from transforms.lexicon.labels import INDEXES, SHARES

NEAR = 24  # words around
RECENT = 12  # words back from the level of an index to the change that led there
LEAST_LEVEL = 100
PERCENT = frozenset({"percent", "%", "cent"})
POINTS = frozenset({"points", "point", "pts"})


def as_points(words: list[Word], quantity: Quantity) -> Quantity:
    """Return a count of points, or an index's level, in its unit; any other quantity as it is."""
    if quantity.unit != "count" or quantity.form == "vague":
        return quantity
    end = quantity.core_end
    noun = end + 1 if end < len(words) and words[end].text in DASHES else end
    if at(words, noun) not in POINTS:
        return _as_level(words, quantity)
    to_index, to_share = _distance(words, end, INDEXES), _distance(words, end, SHARES)
    if min(to_index, to_share) > NEAR:
        return quantity
    is_index = to_index <= min(NEAR, _distance(words, end, SHARES - PERCENT))  # an index falls by per cent, too
    unit, kind = ("index_point", "other") if is_index else ("percentage_point", "percent")
    return replace(
        quantity,
        unit=unit,
        kind=kind,
        core_end=noun + 1,
        end=max(quantity.end, noun + 1),
        anchor=words[noun].token,
        rule="points",
    )


def _distance(words: list[Word], place: int, kind: frozenset[str]) -> int:
    """Return how far from a place the nearest word of a kind is; more than is near if there is none."""
    near = range(max(0, place - NEAR), min(place + NEAR, len(words)))
    return min((abs(i - place) for i in near if words[i].lower in kind), default=NEAR + 1)


def as_frequency(words: list[Word], quantity: Quantity) -> Quantity:
    """Return "invoked seven times" as how often, not as a multiple of something ("seven times as long")."""
    if quantity.kind != "multiple" or words[quantity.core_end - 1].lower != "times":
        return quantity
    after = words[quantity.core_end].token if quantity.core_end < len(words) else None
    is_compared = after is not None and (
        after.pos_ in {"DET", "NOUN", "PRON", "PROPN", "NUM"}
        or after.tag_ in {"JJR", "RBR", "PRP$", "HYPH"}
        or after.lower_ in {"as", "more", "less", "that", "over", "what"}
    )
    before = at(words, quantity.first - 1)
    if is_compared or before in {"to", "by", "at", "of", "for", "-"} or quantity.form == "fraction":
        return quantity
    return replace(quantity, kind="other", rule="frequency")


def _as_level(words: list[Word], quantity: Quantity) -> Quantity:
    """Read "the index fell 1% to 5,120.7": the level that an index's change led to; "(5,120.7 up 12 points)"."""
    if quantity.form != "digits" or quantity.high is None or quantity.high < LEAST_LEVEL:
        return quantity
    end = quantity.core_end
    is_changed = at(words, end) in {"up", "down"} and at(words, end + 2) in POINTS
    before = {word.lower for word in words[max(0, quantity.first - RECENT) : quantity.first]}
    ends = at(words, quantity.first - 3) == "to" and at(words, quantity.first - 1) == "at"  # "to end at 5,120.7"
    is_led_to = at(words, quantity.first - 1) in {"to", "at"} and before & {"percent", "%", "cent", "points"}
    is_level = is_changed or (is_led_to and before & INDEXES)
    is_likely = (
        is_led_to
        and at(words, quantity.first - (4 if ends else 2)) in {"%", "percent", "cent"}
        and "." in words[end - 1].text
    )
    if not is_level and not is_likely:
        return quantity
    return replace(quantity, unit="index_point", kind="other", rule="index_level", is_guess=not is_level)
