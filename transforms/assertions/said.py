"""What is said, before anybody asks who is meant: the cue, the word that names the source, and the words reported."""

from dataclasses import dataclass

from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Said:
    """One place where the text reports: `rule` found that `source` says each stretch, from a token up to another.

    Without a stretch the place only tells who speaks, for a quotation beside it.
    """

    cue: Token
    source: Token
    stretches: tuple[tuple[int, int], ...]
    rule: str


def subtree(head: Token) -> tuple[int, int]:
    """Return the stretch of a word with all that hangs on it."""
    return head.left_edge.i, head.right_edge.i + 1


def opener(phrase: Token) -> str:
    """Return the preposition or conjunction that opens a phrase or clause: "to", "that"; empty if none does."""
    return next((child.lower_ for child in phrase.children if child.dep_ in {"case", "mark"}), "")
