"""Amounts told in two units → one number: "3 dollars 50 cents", "5 feet 10 inches", "two years and six months"."""

from typing import NamedTuple

from transforms.claims.money import money_after
from transforms.claims.number import Number, at
from transforms.claims.numbers import read_number
from transforms.claims.unit import Unit
from transforms.claims.units import unit_after
from transforms.claims.words import Word
from transforms.lexicon.units import SUBUNITS

_CENT = 0.01
_ENDS = frozenset({".", ",", ";", ":", "?", "!", ")"})


class Rest(NamedTuple):
    """What the smaller unit adds, in the larger one, and the word after it."""

    value: float
    end: int


def rest_after(words: list[Word], number: Number, unit: Unit) -> Rest | None:
    """Return what is told of a quantity in the next smaller unit right after it; None if it is told in one unit."""
    if unit.first < number.first or number.value != int(number.value) or number.form not in {"digits", "words"}:
        return None
    j = unit.end
    if j < len(words) and words[j].lower == "and":
        j += 1
    rest = read_number(words, j) if j < len(words) else None
    if rest is None or rest.form not in {"digits", "words"} or rest.scale > 1.0 or rest.value <= 0:
        return None
    if unit.kind == "money" and unit.family != "pound":
        return _cents(words, unit, rest)
    name = "pound" if unit.family == "pound" else unit.name  # ounces tell that pounds weigh
    return _smaller(words, name, rest) or (_cents(words, unit, rest) if unit.family else None)


def _cents(words: list[Word], unit: Unit, rest: Number) -> Rest | None:
    """Read "and 45 cents"; without the word, two digits that close the phrase: not "15 dollars and 50 boats"."""
    if unit.factor != 1.0 or rest.value != int(rest.value) or rest.value >= 1 / _CENT:
        return None
    part = money_after(words, rest.end)
    if part is not None and part.factor == _CENT and part.name in {unit.name, "USD"}:
        return Rest(rest.value * _CENT, part.end)
    is_two_digits = rest.form == "words" or len(words[rest.end - 1].text) == 2  # noqa: PLR2004
    closes = rest.end >= len(words) or words[rest.end].text in _ENDS
    return (
        Rest(rest.value * _CENT, rest.end) if is_two_digits and closes and words[unit.end - 1].text.isalpha() else None
    )


def _smaller(words: list[Word], name: str, rest: Number) -> Rest | None:
    part = unit_after(words, rest.end, has_digits=rest.form == "digits")
    if part is None and name == "foot" and _are_inches(words, rest.end):
        part = Unit("inch", "measure", rest.end, rest.end + 1)
    parts = SUBUNITS.get((name, part.name)) if part is not None else None
    if part is None or parts is None or rest.value >= parts:
        return None
    return Rest(rest.value / parts, part.end)


def _are_inches(words: list[Word], i: int) -> bool:
    """Tell the unit in "6 ft 2 in tall" from the preposition in "5 ft 2 in May"."""
    if at(words, i) != "in":
        return False
    return i + 1 >= len(words) or words[i + 1].token.pos_ in {"PUNCT", "ADJ", "CCONJ", "VERB", "AUX"}
