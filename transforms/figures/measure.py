"""Tell what a claim measures, so that claims in other words about the same thing can be compared."""

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from schemas.claim import StagedClaim
from transforms.claims.si import physical_unit
from transforms.lexicon.measures import (
    EMPTY_HEADS,
    EMPTY_PREDICATES,
    FATES,
    GENERAL_HEADS,
    PHRASE_ENDS,
    SAME_CONCEPT,
    SAME_PREDICATE,
)
from transforms.lexicon.numerals import SMALL

_PERSON = "person"
_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*|[,(;:]")
_WHOLE = re.compile(r"\s+(?:out\s+)?of\s+(?:(?:the|its|their|all)\s+)?(\w+)")
_ARTICLES = frozenset({"the", "a", "an", "its", "their", "his", "her", "our", "this", "these", "those", "such", "some"})
_NEAR = 5  # words after a quantity in which its state is named: "38 people were still missing"
_IRREGULAR_ENDING = 4  # "ties" and "pies" keep their e


class Measure(NamedTuple):
    """What is measured: the noun that is counted, the unit, and what happened to it ("" if only its level is told).

    The unit is the SI unit where it is physical, so that miles and kilometres are one.
    """

    concept: str
    unit: str
    predicate: str

    @property
    def is_fate(self) -> bool:
        """Tell whether people are counted by what happened to them."""
        return self.concept == _PERSON


def measure_of(claim: StagedClaim) -> Measure | None:
    """Return what a claim measures, in words that outlets share; None if it names nothing that can be compared.

    Of people, only those to whom something happened can be compared (killed, missing, displaced); of other things that
    are counted, the same noun in the same story is taken for the same thing; of amounts, the verb must agree, too.
    """
    words = _phrase(claim)
    if not words:
        return None
    concept = _concept(words)
    verb = (claim.predicate or "").lower()
    fate = _fate(words, verb, claim)
    if fate and (concept == _PERSON or concept in FATES or concept in EMPTY_HEADS):
        return Measure(_PERSON, claim.unit, fate)
    if concept == _PERSON or concept in EMPTY_HEADS:
        return None
    if claim.unit == "count":
        return Measure(concept, claim.unit, fate) if fate or not _is_part(claim) else None
    physical = physical_unit(claim.unit)
    unit = physical.unit if physical else claim.unit
    return Measure(concept, unit, "" if verb in EMPTY_PREDICATES else SAME_PREDICATE.get(verb, verb))


def _is_part(claim: StagedClaim) -> bool:
    """Tell a part from the whole that the same noun names: "24 of the 28 mills" is no number of mills."""
    _, _, after = claim.sentence.partition(claim.text)
    whole = _WHOLE.match(after)
    return whole is not None and (whole[1].isdigit() or whole[1].lower() in SMALL)


def _phrase(claim: StagedClaim) -> list[str]:
    """Return the words of what is counted; of "number of X", those of X, which may stand in the sentence only."""
    words = _words(claim.concept or "")
    if not words or _singular(words[-1]) not in EMPTY_HEADS:
        return words
    head = re.search(rf"\b{re.escape(claim.concept or '')} of ", claim.sentence)
    return _words(claim.sentence[head.end() :]) or words if head else words


def _words(phrase: str) -> list[str]:
    words = (word for word in _WORD.findall(phrase.lower()) if word not in _ARTICLES)
    return list(takewhile(lambda word: word not in PHRASE_ENDS and word[0].isalnum(), words))


def _concept(words: Sequence[str]) -> str:
    head = words[-1]
    singular = _singular(head)
    if singular in GENERAL_HEADS:
        return " ".join(_singular(word) for word in words[-2:])
    return SAME_CONCEPT.get(head, SAME_CONCEPT.get(singular, singular))


def _fate(words: Sequence[str], verb: str, claim: StagedClaim) -> str:
    """Return what happened to those counted: as the verb says, or the phrase, or the words after the quantity."""
    if verb in FATES:
        return FATES[verb]
    told = next((FATES[word] for word in words if word in FATES), "")
    if told or verb not in EMPTY_PREDICATES:
        return told
    _, _, after = claim.sentence.partition(claim.text)
    near = _WORD.findall(after.lower())[:_NEAR]
    return next((FATES[word] for word in near if word in FATES), "")


def _singular(word: str) -> str:
    """Return a regular noun without its plural ending; irregular ones are in the table of same concepts."""
    if word.endswith("ies") and len(word) > _IRREGULAR_ENDING:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
