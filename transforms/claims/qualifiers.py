"""Words around a number → how exactly it is meant."""

from typing import NamedTuple

from transforms.claims.number import at
from transforms.claims.words import Word
from transforms.lexicon.change import UP_VERBS
from transforms.lexicon.qualifiers import AFTER, BEFORE, BOUNDS, LONGEST_AFTER, LONGEST_BEFORE
from transforms.lexicon.units import DIMENSIONS


class Qualifier(NamedTuple):
    """A qualifier and the words it takes: from `first` up to `end`, the number included."""

    name: str
    first: int
    end: int


RETURNING = UP_VERBS | {"back", "be", "bring", "come", "get", "go", "move", "push"}  # "is back" is headed by "back"


def read_qualifier(words: list[Word], first: int, end: int) -> Qualifier:
    """Return the qualifier of the quantity in words `first` up to `end`, `exact` if nothing says otherwise."""
    before = _before(words, first, end)
    after = _after(words, first, end)
    if after and (before is None or before.name == "approx"):
        return Qualifier(after.name, before.first if before else first, after.end)
    if bounded := None if before else _bounded_noun(words, first):
        return Qualifier(bounded.name, first, end)
    if before:
        return _widened(words, Qualifier(before.name, before.first, end))
    return Qualifier("exact", first, end)


def _before(words: list[Word], first: int, end: int) -> Qualifier | None:
    start = first
    if start and words[start - 1].lower in {"a", "an", "another"} and start > 1:
        start -= 1  # "nearly a third" reads its article itself; "over another 5"
    for anchor in (first, start):
        for length in range(min(LONGEST_BEFORE, anchor), 0, -1):
            phrase = tuple(word.lower for word in words[anchor - length : anchor])
            if phrase in BEFORE and not _is_other_sense(words, anchor - length, phrase, end):
                return Qualifier(BEFORE[phrase], anchor - length, first)
    return None


def _widened(words: list[Word], found: Qualifier) -> Qualifier:
    """Join a second qualifier before the first: "at least about", "up to nearly"; the outer one decides."""
    outer = _before(words, found.first, found.end)
    if outer is None or found.name == outer.name:
        return found if outer is None else Qualifier(found.name, outer.first, found.end)
    name = outer.name if found.name == "approx" else found.name
    return Qualifier(name, outer.first, found.end)


def _after(words: list[Word], first: int, end: int) -> Qualifier | None:
    if any(word.lower == "plus" for word in words[first + 1 : end]):  # "15-plus years"
        return Qualifier("at_least", first, end)
    for length in range(min(LONGEST_AFTER, len(words) - end), 0, -1):
        phrase = tuple(word.lower for word in words[end : end + length])
        if phrase[-1] == "up" and at(words, end + length) in {"from", "to", "by"}:
            continue  # "a low of $93 and up from $90"
        if phrase in AFTER and (
            phrase[0] not in {"+", "plus", "max"} or words[end].start == words[end - 1].end or length > 1
        ):
            return Qualifier(AFTER[phrase], end, end + length)
    return None


def _bounded_noun(words: list[Word], first: int) -> Qualifier | None:
    """Read "a maximum value of", "a minimum wage of": an adjective bounds what its noun comes to."""
    if first < 3 or words[first - 1].lower != "of" or words[first - 2].token.pos_ != "NOUN":  # noqa: PLR2004
        return None
    name = BOUNDS.get(words[first - 3].lower)
    return Qualifier(name, first, first) if name else None


def _is_other_sense(words: list[Word], first: int, phrase: tuple[str, ...], end: int) -> bool:
    """Tell whether a qualifier's word is something else: "took over 3", "lost $5 over two years", "until 2019"."""
    if phrase == ("over",):
        is_bound = first > 0 and words[first - 1].token.pos_ == "ADP"  # "for over a decade"
        is_span = (
            not is_bound
            and words[first].token.dep_ == "case"
            and DIMENSIONS.get(words[end - 1].token.lemma_) == "duration"
        )
        return words[first].token.dep_ == "compound:prt" or is_span
    if phrase == ("up", "to"):
        return _is_climb(words, first)
    if phrase in {("until",), ("near",)}:
        return True
    return (
        phrase == ("estimated",)
        and words[first].token.pos_ == "VERB"
        and words[first].token.dep_ in {"root", "ROOT", "ccomp"}
    )


def _is_climb(words: list[Word], first: int) -> bool:
    """Tell "climbed back up to 5 percent", which is a level, from "up to 5 percent" and "claw back up to 5 percent"."""
    verb = words[first].token.head
    is_adverb = verb.i < words[first].token.i and verb.pos_ == "VERB" and verb.lemma_.lower() in UP_VERBS
    back = words[first - 1].token if first else None
    return is_adverb or (back is not None and back.lower_ == "back" and back.head.lemma_.lower() in RETURNING)
