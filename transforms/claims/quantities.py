"""Words → quantities: numbers with their units, ranges and qualifiers."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from spacy.tokens import Token

from transforms.claims.compounds import rest_after
from transforms.claims.money import is_stroke, money_before, signed_money_before, with_country_after
from transforms.claims.number import Number, at
from transforms.claims.numbers import read_number
from transforms.claims.qualifiers import read_qualifier
from transforms.claims.unit import Unit
from transforms.claims.units import unit_after, with_rate
from transforms.claims.words import Word
from transforms.lexicon.change import DOWN_VERBS, UP_VERBS

DASHES = frozenset({"-", "–", "‐", "‑", "—", "−"})
FARTHEST_OPENER = 5  # words: "between the ages of 17 and 20"
FARTHEST_VERB = 15  # words back from a range to the verb of change that parts it into two levels
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
PRECISION = 15  # digits that a double holds of any decimal number
CHANGED = UP_VERBS | DOWN_VERBS


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as stated: words `first` up to `end` with its qualifier, `core` up to `core_end` without.

    `low` and `high` are None where unbounded. `anchor` is the token that stands for it in the parse: that of the unit
    or of the last number word.
    """

    first: int
    end: int
    core: int
    core_end: int
    low: float | None
    high: float | None
    qualifier: str
    unit: str
    kind: str
    form: str
    anchor: Token
    number: Token
    rule: str
    family: str = ""  # the name of money that countries share, where none is told
    is_one: bool = False
    is_guess: bool = False  # the unit is the likeliest of several


@dataclass(frozen=True, slots=True)
class Atom:
    """One number with the unit beside it: words `first` up to `end`."""

    first: int
    end: int
    number: Number
    unit: Unit | None


def find_quantities(words: list[Word]) -> list[Quantity]:
    """Return the quantities among `words`, in order, none overlapping; what is no claim is not asked here."""
    quantities: list[Quantity] = []
    atoms = list(_atoms(words))
    i = 0
    while i < len(atoms):
        ranged = _range(words, atoms[i], atoms[i + 1]) if i + 1 < len(atoms) else None
        quantities.append(_quantity(words, ranged or atoms[i], atoms[i] if ranged else None))
        i += 2 if ranged else 1
    return quantities


def _atoms(words: list[Word]) -> Iterator[Atom]:
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
    unit = with_rate(words, unit) if unit is not None else None
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
    unit = unit_after(words, end, has_digits=number.form == "digits" and number.scale == 1.0)
    if unit is None and number.form == "vague" and number.end < len(words) and words[number.end].lower == "of":
        unit = unit_after(words, number.end + 1, has_digits=False)
        unit = unit if unit and unit.kind in {"money", "duration", "measure"} else None
    return unit


def _range(words: list[Word], low: Atom, high: Atom) -> Atom | None:
    """Join two numbers that bound one quantity: "between eight and 10", "20-30", "from 5% to 7%", "two or three"."""
    link = [word.lower for word in words[low.end : high.first]]
    opener = _opener(words, low.first)
    if low.number.form == "fraction" or not _units_agree(low, high) or not _links(words, low, high, link, opener):
        return None
    first = opener if opener is not None else low.first
    return Atom(first, high.end, high.number, high.unit or low.unit)


def _opener(words: list[Word], first: int) -> int | None:
    """Return the place of a "between" or "from" before a range, qualifiers allowed after it."""
    for i in range(first - 1, max(first - FARTHEST_OPENER, -1), -1):
        if words[i].lower in {"between", "from", "ranging"}:
            return i
    return None


def _units_agree(low: Atom, high: Atom) -> bool:
    if low.unit is None:
        is_year = low.number.form == "digits" and _FIRST_YEAR <= low.number.value <= _LAST_YEAR
        return high.unit is None or high.unit.first >= high.number.first or not is_year  # "rose in 2023 to €3"
    if high.unit is None:
        return low.unit.kind == "money"
    is_same = low.unit.name == high.unit.name or high.unit.name.startswith(f"{low.unit.name} per ")
    return is_same and low.unit.factor == high.unit.factor


def _links(words: list[Word], low: Atom, high: Atom, link: list[str], opener: int | None) -> bool:
    opened = words[opener].lower if opener is not None else ""
    if link and link[-1] in {"just", "about", "over", "around", "nearly"} and len(link) == 2:  # noqa: PLR2004
        link = link[:1]
    if len(link) != 1 or "vague" in {low.number.form, high.number.form}:
        return False
    rises = _shared(low, high) < high.number.value
    if link[0] in DASHES:
        return rises
    if link[0] == "and":
        return opened == "between"
    if link[0] == "to":
        return rises and not _is_change(words, opener if opener is not None else low.first, opened)
    together = high.first - low.end == 1 and high.number.value <= 3 * low.number.value
    return link[0] == "or" and rises and together and high.number.value - low.number.value < max(6, low.number.value)


def _is_change(words: list[Word], first: int, opened: str) -> bool:
    """Tell whether "from A to B" or "A to B" is told of a change: then they are two levels, or amount and level."""
    before = words[max(0, first - (6 if opened == "from" else 1)) : first]
    if any(word.token.lemma_.lower() in CHANGED or word.lower in {"by", "up", "down"} for word in before):
        return True
    token = words[first].token
    if opened == "from" and (verb := _verb_before(token)) is not None and verb.lemma_.lower() in CHANGED:
        return True
    for _ in range(3 if opened == "from" and token.dep else 0):
        token = token.head
        if token.lemma_.lower() in CHANGED:
            return True
    return False


def _verb_before(token: Token) -> Token | None:
    """Return the last verb before a word in its sentence: "raising the limit for a family from $5 to $6"."""
    if not token.dep:
        return None
    near = (token.doc[i] for i in range(token.i - 1, max(token.i - FARTHEST_VERB, -1), -1))
    return next((one for one in takewhile(lambda one: not one.is_sent_end, near) if one.pos_ == "VERB"), None)


def _shared(low: Atom, high: Atom) -> float:
    """Return the lower end, with the magnitude of the upper one where only that is written: "$40-50 billion"."""
    number = low.number
    is_shared = (
        number.scale == 1.0
        and high.number.scale > 1.0
        and number.value < 1000  # noqa: PLR2004
        and number.value <= high.number.value / high.number.scale
    )
    return number.value * high.number.scale if is_shared else number.value


def _quantity(words: list[Word], atom: Atom, low: Atom | None) -> Quantity:
    """Put a quantity together: value, bounds by the qualifier, unit, span."""
    factor = atom.unit.factor if atom.unit else 1.0
    value = _rounded(atom.number.value * factor)
    unit, kind = _unit_and_kind(atom)
    qualifier = read_qualifier(words, atom.first, atom.end)
    name = qualifier.name
    lowest, highest = _bounds(name, atom.number, value)
    if low is not None:
        lowest, highest, name = _rounded(_shared(low, atom) * factor), value, "between"
    elif atom.number.form == "vague":
        name = "vague"
    number = words[atom.number.end - 1].token
    return Quantity(
        first=qualifier.first,
        end=qualifier.end,
        core=atom.first,
        core_end=atom.end,
        low=lowest,
        high=highest,
        qualifier=name,
        unit=unit,
        kind=kind,
        form=atom.number.form,
        anchor=_anchor(words, atom),
        number=number,
        rule="range" if low else _rule(atom),
        family=atom.unit.family if atom.unit else "",
        is_one=atom.number.is_one,
    )


def _rounded(value: float) -> float:
    """Drop what binary fractions add to a decimal number: 65.4 billion is 65400000000."""
    return float(f"{value:.{PRECISION}g}")


def _bounds(qualifier: str, number: Number, value: float) -> tuple[float | None, float | None]:
    if number.form == "vague" or qualifier in {"more_than", "at_least"}:
        return value, None
    if qualifier in {"less_than", "at_most"}:
        return None, value
    return value, value


def _unit_and_kind(atom: Atom) -> tuple[str, str]:
    if atom.unit is not None:
        return atom.unit.name, atom.unit.kind
    return ("percent", "percent") if atom.number.form == "fraction" else ("count", "count")


def _anchor(words: list[Word], atom: Atom) -> Token:
    """Return the parse's token for a quantity: the currency sign, the unit's word, else the number."""
    if atom.unit is None:
        return words[atom.number.end - 1].token
    if atom.unit.first < atom.number.first:
        return words[atom.unit.first].token
    tokens = [
        word.token
        for word in words[atom.number.end : atom.unit.end]
        if word.token.pos_ in {"NOUN", "SYM", "PROPN", "X"} and word.text not in DASHES
    ]
    inside = {token.i for token in tokens}
    outermost = next((token for token in tokens if token.head.i not in inside), None)  # "cent" of "per cent"
    return outermost or (tokens[0] if tokens else words[atom.number.end - 1].token)


def _rule(atom: Atom) -> str:
    if atom.unit is not None:
        return atom.unit.kind
    return {"fraction": "share", "vague": "vague_multiple"}.get(atom.number.form, "count")
