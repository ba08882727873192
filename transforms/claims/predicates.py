"""Quantity and concept → the word that tells what happened to it."""

from spacy.tokens import Token

from transforms.lexicon.change import DOWN_NOUNS, UP_NOUNS

CHANGES = UP_NOUNS | DOWN_NOUNS
FURTHEST = 8


def _participle_after(noun: Token) -> Token | None:
    """Read "seven were killed and 30 others wounded": what happened to the second, its auxiliary left out."""
    after = next((child for child in noun.children if child.i == noun.i + 1), None)
    return after if after is not None and after.tag_ in {"VBN", "VBD"} else None


def find_predicate(anchor: Token, concept: Token | None) -> str | None:
    """Return the lemma of the verb, or the noun of change, that governs a quantity; None for a bare copula."""
    if not anchor.dep:
        return None
    token = concept if concept is not None and concept.i > anchor.i else anchor
    if token.dep_ == "conj" and (participle := _participle_after(token)) is not None:
        return participle.lemma_.lower()
    for _ in range(FURTHEST):
        head = token.head
        if token.pos_ == "VERB":
            return token.lemma_.lower()
        if token.pos_ == "NOUN" and token.lemma_.lower() in CHANGES and token != concept:
            return token.lemma_.lower()
        if head == token:
            return None
        token = head
    return None
