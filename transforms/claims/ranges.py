"""Two numbers beside each other → the ends of one quantity, or two levels that share a unit."""

from dataclasses import replace
from itertools import takewhile

from spacy.tokens import Token

from transforms.claims.atoms import Atom
from transforms.claims.number import DASHES
from transforms.claims.unit import Unit
from transforms.claims.words import Word
from transforms.lexicon.change import DOWN_NOUNS, DOWN_VERBS, UP_NOUNS, UP_VERBS

FARTHEST_OPENER = 5  # words: "between the ages of 17 and 20"
FARTHEST_VERB = 15  # words back from a range to the verb of change that parts it into two levels
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
NEAR = 3  # times the lower end: "by $20 to $50" may be one amount, "by $2 to $40" is amount and level
HANGING = frozenset({"-", ",", "and", "or"})  # between numbers that share what the last is joined to
CHANGED = UP_VERBS | DOWN_VERBS
CHANGE_NOUNS = UP_NOUNS | DOWN_NOUNS


def with_borrowed_units(words: list[Word], atoms: list[Atom]) -> list[Atom]:
    """Give bare numbers the unit that is told once, after a later number that they are told with.

    These are levels of a change ("fell from 8 to 5 percent") and parts of one word ("10-, 20- and 30-year bonds").
    """
    for i in range(len(atoms) - 2, -1, -1):
        low, high = atoms[i], atoms[i + 1]
        if low.unit is None and high.unit is not None and high.unit.first >= high.number.end:
            link = [word.lower for word in words[low.end : high.first]]
            if _lends(words, low, high, link):
                atoms[i] = _borrowed(low, high, high.unit)
    return atoms


def _lends(words: list[Word], low: Atom, high: Atom, link: list[str]) -> bool:
    """Tell whether the unit after `link` is of the number before it, too."""
    if len(link) > 1:
        return link[0] == "-" and HANGING.issuperset(link[1:])
    if not link or _is_year(low):
        return False
    is_split = high.unit is not None and high.unit.kind == "percent" and low.number.value > high.number.value
    is_level = link[0] == "to" and (is_split or _are_levels(words, low))  # "52 to 48 percent"
    is_dashed = link[0] in DASHES and words[low.end].start == words[low.end - 1].end
    return is_level or is_dashed or (link[0] == "and" and _are_two(words, low))


def _is_year(atom: Atom) -> bool:
    return atom.number.form == "digits" and _FIRST_YEAR <= atom.number.value <= _LAST_YEAR


def _are_levels(words: list[Word], low: Atom) -> bool:
    opener = _opener(words, low.first)
    return opener is not None and _is_change(words, opener, words[opener].lower)


def _are_two(words: list[Word], low: Atom) -> bool:
    """Tell a bare number that a verb or preposition governs with the next: "fell by 5 and 6 percent"."""
    before = words[low.first - 1].token if low.first else None
    return before is not None and before.pos_ in {"ADP", "VERB", "AUX"}


def _borrowed(low: Atom, high: Atom, unit: Unit) -> Atom:
    number = replace(low.number, value=shared(low, high), scale=high.number.scale)
    return replace(low, number=number, unit=replace(unit, first=low.end, end=low.end))


def join(words: list[Word], low: Atom, high: Atom) -> Atom | None:
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
        if words[i].is_number:
            return None
    return None


def _units_agree(low: Atom, high: Atom) -> bool:
    if low.unit is None:
        is_apart = high.unit is not None and high.unit.first < high.number.first
        return not (is_apart and _is_year(low))  # "rose in 2023 to €3"
    if high.unit is None:
        return low.unit.kind == "money"
    is_same = low.unit.name == high.unit.name or high.unit.name.startswith(f"{low.unit.name} per ")
    return is_same and low.unit.factor == high.unit.factor


def _links(words: list[Word], low: Atom, high: Atom, link: list[str], opener: int | None) -> bool:
    opened = words[opener].lower if opener is not None else ""
    if link and link[-1] in {"just", "about", "over", "around", "nearly"} and len(link) == 2:  # noqa: PLR2004
        link = link[:1]
    if link[:1] == ["-"] and link[1:] in (["to"], ["or"]):  # "18- to 24-year-old"
        link = link[1:]
    if len(link) != 1 or "vague" in {low.number.form, high.number.form}:
        return False
    rises = shared(low, high) < high.number.value
    if link[0] in DASHES:
        return rises
    if link[0] == "and":
        return opened == "between"
    if link[0] == "to":
        first = opener if opener is not None else low.first
        return rises and (_is_amount(words, low, high) or not _is_change(words, first, opened))
    together = high.first - low.end == 1 and high.number.value <= 3 * low.number.value
    return link[0] == "or" and rises and together and high.number.value - low.number.value < max(6, low.number.value)


def _is_amount(words: list[Word], low: Atom, high: Atom) -> bool:
    """Tell how far something is to change ("cut it by 5 to 7 percent"), not how far and where to ("rose by $2 to $9").

    With one unit for both they are the ends of an amount; with two, if they are near and nothing has changed yet.
    """
    if low.first == 0 or words[low.first - 1].lower != "by":
        return False
    if low.unit is None or low.unit.first == low.unit.end:
        return high.unit is not None
    verb = _verb_before(words[low.first].token)
    is_near = high.number.value <= NEAR * shared(low, high)
    return is_near and verb is not None and verb.tag_ in {"VB", "VBG"}


def _is_change(words: list[Word], first: int, opened: str) -> bool:
    """Tell whether "from A to B" or "A to B" is told of a change: then they are two levels, or amount and level."""
    before = words[max(0, first - (6 if opened == "from" else 1)) : first]
    if any(_tells_change(word.token) or word.lower in {"by", "up", "down"} for word in before):
        return True
    token = words[first].token
    if opened == "from" and (verb := _verb_before(token)) is not None and _tells_change(verb):
        return True
    for _ in range(3 if opened == "from" and token.dep else 0):
        token = token.head
        if _tells_change(token):
            return True
    return False


def _tells_change(token: Token) -> bool:
    """Tell a verb or noun of change; "firm" and "top" are other nouns."""
    return token.lemma_.lower() in (CHANGE_NOUNS if token.pos_ == "NOUN" else CHANGED)


def _verb_before(token: Token) -> Token | None:
    """Return the last verb before a word in its sentence: "raising the limit for a family from $5 to $6"."""
    if not token.dep:
        return None
    near = (token.doc[i] for i in range(token.i - 1, max(token.i - FARTHEST_VERB, -1), -1))
    return next((one for one in takewhile(lambda one: not one.is_sent_end, near) if one.pos_ == "VERB"), None)


def shared(low: Atom, high: Atom) -> float:
    """Return the lower end, with the magnitude of the upper one where only that is written: "$40-50 billion"."""
    number = low.number
    is_shared = (
        number.scale == 1.0
        and high.number.scale > 1.0
        and number.value < 1000  # noqa: PLR2004
        and number.value <= high.number.value / high.number.scale
    )
    return number.value * high.number.scale if is_shared else number.value
