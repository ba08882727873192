"""Tell what a claim measures, so that claims in other words about the same thing can be compared."""

import re
from typing import NamedTuple

from schemas.claim import StagedClaim
from transforms.lexicon.measures import EMPTY_HEADS, GENERAL_HEADS, SAME_CONCEPT, SAME_PREDICATE

_LINK = re.compile(
    r"\s+(?:of|in|from|for|to|on|by|at|with|who|whom|that|which|near|among|between|under|over)\s+|[,(;:]"
)
_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_ARTICLES = frozenset({"the", "a", "an", "its", "their", "his", "her", "our", "this", "these", "those", "such", "some"})


class Measure(NamedTuple):
    """What is measured: the noun that is counted, the unit, what happened to it, whether it has happened."""

    concept: str
    unit: str
    predicate: str
    stage: str  # fact, planned or possible


def measure_of(claim: StagedClaim) -> Measure | None:
    """Return what a claim measures, in words that outlets share; None if it names nothing that is measured."""
    concept = concept_key(claim.concept or "")
    if not concept:
        return None
    predicate = (claim.predicate or "").lower()
    return Measure(concept, claim.unit, SAME_PREDICATE.get(predicate, predicate), claim.factuality)


def concept_key(concept: str) -> str:
    """Return the noun that a phrase is about: "the displaced people of the north" gives "person".

    A head that only counts ("number of refugees") gives way to what is counted; a head that many things have ("price
    of rice", "rice price") keeps what tells it apart.
    """
    phrases = [words for part in _LINK.split(concept.lower()) if (words := _words(part))]
    if not phrases:
        return ""
    head = _singular(phrases[0][-1])
    if head in EMPTY_HEADS and len(phrases) > 1:
        return concept_key(" ".join(phrases[1]))
    if head in GENERAL_HEADS:
        kind = phrases[0][:-1][-1:] or (phrases[1][-1:] if len(phrases) > 1 else [])
        return " ".join([*map(_singular, kind), head])
    return SAME_CONCEPT.get(head, SAME_CONCEPT.get(phrases[0][-1], head))


def _words(part: str) -> list[str]:
    return [word for word in _WORD.findall(part) if word not in _ARTICLES]


def _singular(word: str) -> str:
    """Return a regular noun without its plural ending; irregular ones are in the table of same concepts."""
    if word.endswith("ies") and len(word) > 4:  # noqa: PLR2004 - "ties", "pies" keep their e
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
