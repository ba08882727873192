"""Tokens → the words that the tables know: a lemma mended and put together where the engine parts it."""

from collections.abc import Container

from spacy.tokens import Token

from transforms.parses.lemmas import known_lemma


def lemma_in(token: Token, known: Container[str]) -> str:
    """Return the lemma of `token`, lower-case, as a word of the table `known` wherever it can be one.

    The engine parts "cease-fire" at its hyphen, and misses lemmas of verbs too rare for treebanks ("expelled");
    a word that is not in the table keeps the engine's lemma.
    """
    lemma = token.lemma_.lower()
    if is_hyphened(token) and (joined := f"{token.nbor(-2).lower_}-{lemma}") in known:
        return joined
    return lemma if lemma in known else known_lemma(token.text, token.tag_, lemma, known)


def is_hyphened(token: Token) -> bool:
    """Tell whether a hyphen joins `token` to the word before it."""
    before = token.doc[max(token.i - 2, 0) : token.i]
    return [one.text for one in before[1:]] == ["-"] and not any(one.whitespace_ for one in before)
