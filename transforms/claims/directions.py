"""Words → the direction of the change that they tell: up, down or none."""

from spacy.tokens import Token

from transforms.claims.stand import is_accounted
from transforms.lexicon.change import (
    DOWN_ADVERBS,
    DOWN_NOUNS,
    DOWN_VERBS,
    TRADING,
    UP_ADVERBS,
    UP_NOUNS,
    UP_VERBS,
)


def direction_of(token: Token) -> str | None:
    """Return the direction that a word tells by itself."""
    lemma = token.lemma_.lower()
    if token.pos_ in {"VERB", "AUX"} or token.tag_.startswith("VB"):
        return "up" if lemma in UP_VERBS else "down" if lemma in DOWN_VERBS else None
    if token.pos_ == "NOUN":
        if is_accounted(token):
            return None
        return "up" if lemma in UP_NOUNS else "down" if lemma in DOWN_NOUNS else None
    return None


def direction_of_adverb(lower: str) -> str | None:
    """Return the direction that an adverb, in small letters, tells: "up", "lower"."""
    return "up" if lower in UP_ADVERBS else "down" if lower in DOWN_ADVERBS else None


def direction_of_clause(head: Token) -> str | None:  # noqa: PLR0911 (one return a reading)
    """Read the adverb of a verb that tells no direction itself: "closed higher at 30", "brought it up to 5"."""
    if head.lemma_ not in TRADING and head.pos_ not in {"VERB", "AUX", "ADV", "ADJ"}:
        return None
    if head.pos_ in {"ADV", "ADJ"}:
        return direction_of_adverb(head.lower_)
    if head.lemma_ not in TRADING:
        return None
    if head.dep_ in {"xcomp", "advcl"} and (direction := direction_of(head.head)):
        return direction
    for child in head.children:
        if child.dep_ in {"advmod", "xcomp", "compound:prt", "obl", "advcl"} and (
            direction := direction_of_adverb(child.lower_)
        ):
            return direction if child.lower_ not in {"more", "less", "above", "below", "over"} else None
        if child.dep_ in {"xcomp", "advcl"} and (direction := direction_of(child)):
            return direction
    return None
