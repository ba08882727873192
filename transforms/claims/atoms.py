"""Words → numbers with the units beside them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from transforms.claims.compounds import rest_after
from transforms.claims.money import is_stroke, money_before, signed_money_before, with_country_after
from transforms.claims.number import DASHES, Number, at
from transforms.claims.numbers import read_number
from transforms.claims.unit import Unit
from transforms.claims.units import unit_after, with_late_rate, with_rate
from transforms.claims.words import Word
from transforms.lexicon.units import STRETCHING


@dataclass(frozen=True, slots=True)
class Atom:
    """One number with the unit beside it: words `first` up to `end`."""

    first: int
    end: int
    number: Number
    unit: Unit | None


def read_atoms(words: list[Word]) -> Iterator[Atom]:
    """Yield the numbers among `words` with their units, in order."""
    i = taken = 0
    while i < len(words):
        atom = _atom(words, i, taken)
        if atom is not None:
            yield atom
            taken = atom.end
        i = atom.end if atom is not None else i + 1


def _atom(words: list[Word], i: int, taken: int) -> Atom | None:
    """Read the number at word `i` with its unit; words before `taken` belong to the quantity before it."""
    signed = signed_money_before(words, i) if i > taken + 1 else None
    money = signed or (money_before(words, i) if i > taken else None)
    money = money if money and money.first >= taken else None
    has_stroke = is_stroke(words, i + 1) or is_stroke(words, i + 2)
    number = read_number(words, i, is_money=money is not None or has_stroke)
    if number is None or (money and number.form == "vague"):
        return None
    first = money.first if money else number.first
    unit = with_country_after(words, replace(money, end=number.end)) if money else _unit(words, number)
    if signed:
        number = replace(number, value=-number.value)
    elif unit is not None and _is_negative(words, first, taken):
        number = replace(number, value=-number.value)
        first -= 2 if words[first - 1].text in DASHES and at(words, first - 2) == "minus" else 1
    if unit is not None and number.form == "fraction" and unit.kind != "percent":
        unit = None
    if unit is not None and (rest := rest_after(words, number, unit)):
        number = replace(number, value=number.value + rest.value)
        unit = replace(unit, end=rest.end)
    if unit is not None and [at(words, unit.end), at(words, unit.end + 1)] == ["below", "zero"]:
        number, unit = replace(number, value=-abs(number.value)), replace(unit, end=unit.end + 2)
    unit = with_late_rate(words, with_rate(words, unit)) if unit is not None else None
    return Atom(max(first, taken), max(number.end, unit.end if unit else 0), number, unit)


def _is_negative(words: list[Word], first: int, taken: int) -> bool:
    """Tell whether a dash before a number is its sign: it touches the number and nothing before."""
    if first - 1 < taken or first == 0:
        return False
    if words[first - 1].lower == "minus":
        return at(words, first - 2) not in {"or", "plus", "/"}  # "plus or minus 4 points"
    if words[first - 1].text not in {"-", "−", "–"}:
        return False
    if at(words, first - 2) == "minus":
        return True
    sign = words[first - 1]
    is_free = first == 1 or words[first - 2].end < sign.start or words[first - 2].text in {"(", "$"}
    return is_free and sign.end == words[first].start


def _unit(words: list[Word], number: Number) -> Unit | None:
    """Return the unit after a number; after vague multiples and large words "of" stands between."""
    end = number.end + 2 if [at(words, number.end), at(words, number.end + 1)] == ["-", "plus"] else number.end
    unit = unit_after(words, end, has_digits=number.form == "digits")
    if unit is None and at(words, end) in STRETCHING:
        longer = unit_after(words, end + 1, has_digits=False)
        unit = replace(longer, first=end) if longer and longer.kind == "duration" else None
    if unit is None and number.form == "vague" and number.end < len(words) and words[number.end].lower == "of":
        unit = unit_after(words, number.end + 1, has_digits=False)
        unit = unit if unit and unit.kind in {"money", "duration", "measure"} else None
    return unit
