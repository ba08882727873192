"""Quantity and concept → the word that tells what happened to it."""

from spacy.tokens import Token

from transforms.lexicon.change import DOWN_NOUNS, UP_NOUNS

CHANGES = UP_NOUNS | DOWN_NOUNS
FURTHEST = 8


def find_predicate(anchor: Token, concept: Token | None) -> str | None:
    """Return the lemma of the verb, or the noun of change, that governs a quantity; None for a bare copula."""
    if not anchor.dep:
        return None
    token = concept if concept is not None and concept.i > anchor.i else anchor
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
