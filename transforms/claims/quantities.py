"""Words → quantities: numbers with their units, ranges and qualifiers."""

from dataclasses import dataclass

from spacy.tokens import Token

from transforms.claims.atoms import Atom, read_atoms
from transforms.claims.number import DASHES, Number
from transforms.claims.qualifiers import read_qualifier
from transforms.claims.ranges import join, shared, with_borrowed_units
from transforms.claims.words import Word

PRECISION = 15  # digits that a double holds of any decimal number


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


def find_quantities(words: list[Word]) -> list[Quantity]:
    """Return the quantities among `words`, in order, none overlapping; what is no claim is not asked here."""
    quantities: list[Quantity] = []
    atoms = with_borrowed_units(words, list(read_atoms(words)))
    i = 0
    while i < len(atoms):
        ranged = join(words, atoms[i], atoms[i + 1]) if i + 1 < len(atoms) else None
        quantities.append(_quantity(words, ranged or atoms[i], atoms[i] if ranged else None))
        i += 2 if ranged else 1
    return quantities


def _quantity(words: list[Word], atom: Atom, low: Atom | None) -> Quantity:
    """Put a quantity together: value, bounds by the qualifier, unit, span."""
    factor = atom.unit.factor if atom.unit else 1.0
    value = _rounded(atom.number.value * factor)
    unit, kind = _unit_and_kind(atom)
    qualifier = read_qualifier(words, atom.first, atom.end)
    name = qualifier.name
    lowest, highest = _bounds(name, atom.number, value)
    if low is not None:
        lowest, highest, name = _rounded(shared(low, atom) * factor), value, "between"
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
