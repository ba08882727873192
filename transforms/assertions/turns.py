"""Document → the turns of a transcript: "WALLACE: Governor, ..."."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc, Span

from transforms.lexicon.reporting import SALUTATIONS

LONGEST_LABEL = 4  # words of a name before the colon
LEAST_TURNS = 3  # labels in a text before it is a transcript
MARKS = frozenset({'"', "“", "``", "(", "["})
_LABEL = re.compile(r"[A-Z.'’-]:")  # most texts have too few to be looked at word by word
_NAME = re.compile(r"[A-Z][A-Z.'’-]+")


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker of a transcript says: tokens from `first` up to `end`."""

    speaker: Span
    first: int
    end: int


def find_turns(doc: Doc) -> list[Turn]:
    """Return the turns of a document that is a transcript, by the capital names that open its paragraphs."""
    if len(_LABEL.findall(doc.text)) < LEAST_TURNS:
        return []
    turns = list(_turns(doc))
    return turns if len(turns) >= LEAST_TURNS else []


def _turns(doc: Doc) -> Iterator[Turn]:
    """Yield the paragraphs with a label, and between two of them those in quotation marks that go on from one."""
    breaks = [-1, *(token.i for token in doc if token.is_space and "\n" in token.text), len(doc)]
    speaker: Span | None = None
    going_on: list[Turn] = []
    for before, after in pairwise(breaks):
        first = before + 1
        while first < after and doc[first].text in MARKS:
            first += 1
        colon = next((i for i in range(first, min(first + LONGEST_LABEL + 1, after)) if doc[i].text == ":"), first)
        name = [word.text for word in doc[first:colon]]
        if name and name[0] not in SALUTATIONS and all(map(_NAME.fullmatch, name)):
            speaker = doc[first:colon]
            yield from going_on
            yield Turn(speaker, colon + 1, after)
            going_on = []
        elif speaker is not None and first > before + 1:
            going_on.append(Turn(speaker, first, after))
        else:
            speaker, going_on = None, []
