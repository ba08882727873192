"""Time expressions → the period that a clause tells of, by the words that each expression hangs on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc, Span, Token

from schemas.claim import Period
from transforms.assertions.expressions import find_expressions
from transforms.assertions.periods import period_of

FURTHEST = 16  # arcs climbed to the verb of a clause
CLAUSES = frozenset({"ccomp", "parataxis", "acl:relcl", "csubj", "advcl"})


@dataclass(frozen=True, slots=True)
class Times:
    """The time expressions of one document, by the token that each hangs on."""

    by_head: Mapping[int, tuple[Span, ...]]


def find_times(doc: Doc) -> Times:
    """Find every time expression of `doc`, once for all questions about it; none in a text without a parse."""
    found: dict[int, tuple[Span, ...]] = {}
    if doc.has_annotation("DEP"):
        for span in find_expressions(doc):
            head = _head(span).i
            found[head] = (*found.get(head, ()), span)
    return Times(found)


def _head(span: Span) -> Token:
    """Return the word that an expression tells of, past adverbs ("paid so far this year").

    One before the "that" of a clause is of the report: "told the court last month that ...", whatever the parse says.
    """
    head = span.root.head
    while head.pos_ == "ADV" and head.dep_ == "advmod" and head.head != head:
        head = head.head
    is_before = any(child.dep_ == "mark" and child.lower_ == "that" and child.i >= span.end for child in head.lefts)
    return head.head if is_before else head


def find_period(token: Token, times: Times, published_on: date | None, *, is_ahead: bool = False) -> Period | None:
    """Return the period that the clause of `token` names, or null.

    Looks at what hangs on the token, then on the words above it up to its verb; the time of a report ("said on
    Monday") is not that of what is reported. `is_ahead` reads a bare weekday or month as the next one. Without
    `published_on` only dates that name their year are read.
    """
    for head in _upwards(token):
        for span in times.by_head.get(head.i, ()):
            period = period_of(span.text, published_on, is_ahead=is_ahead)
            if period is not None:
                return period
    return None


def _upwards(token: Token) -> Iterator[Token]:
    for _ in range(FURTHEST):
        yield token
        if token.pos_ == "NUM" and token.head.ent_type_ == "PERSON":
            return  # "Karl Ohm, 42, left on Monday": an age is of no day
        is_verb = token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"amod", "compound", "xcomp", "aux", "cop"}
        if token.head == token or is_verb or token.dep_ in CLAUSES:
            return
        token = token.head
