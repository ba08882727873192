"""Time expressions → the period that a clause tells of, by the words that each expression hangs on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc, Span, Token

from schemas.claim import Period
from transforms.assertions.expressions import find_expressions
from transforms.assertions.periods import period_of

FURTHEST = 16  # arcs climbed to the verb of a clause
NAMED = frozenset({"nsubj", "nsubj:pass"})  # "the flood of March ruined 80 farms": not when it did so
DEEPEST = 2  # nominals between an expression and its clause: "a surplus on trade in 2024", not what hangs on that
INSIDE = frozenset({"compound", "nummod", "amod", "nmod:poss"})  # "at its July summit"
CLAUSES = frozenset({"ccomp", "parataxis", "acl:relcl", "csubj", "advcl"})


@dataclass(frozen=True, slots=True)
class Times:
    """The time expressions of one document, by the token that each hangs on and by the head of its clause."""

    by_head: Mapping[int, tuple[Span, ...]]
    by_clause: Mapping[int, tuple[Span, ...]]


def find_times(doc: Doc) -> Times:
    """Find every time expression of `doc`, once for all questions about it; none in a text without a parse."""
    by_head: dict[int, tuple[Span, ...]] = {}
    by_clause: dict[int, tuple[Span, ...]] = {}
    if doc.has_annotation("DEP"):
        for span in find_expressions(doc):
            head = _head(span)
            by_head[head.i] = (*by_head.get(head.i, ()), span)
            *path, clause = _upwards(head)
            is_deep = len(path) > DEEPEST or any(word.dep_ in NAMED for word in path)
            if span.root.dep_ not in INSIDE and not is_deep:
                by_clause[clause.i] = (*by_clause.get(clause.i, ()), span)
    return Times(by_head, by_clause)


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

    Looks at what hangs on the token, then on the words above it up to its verb, last at the only time that its clause
    names; the time of a report ("said on Monday") is not that of what is reported. `is_ahead` reads a bare weekday or
    month as the next one. Without `published_on` only dates that name their year are read.
    """
    for head in _upwards(token):
        for span in times.by_head.get(head.i, ()):
            period = period_of(span.text, published_on, is_ahead=is_ahead)
            if period is not None:
                return period
    *path, clause = _upwards(token)
    inside = () if any(map(_is_left, path)) else times.by_clause.get(clause.i, ())
    return period_of(inside[0].text, published_on, is_ahead=is_ahead) if len(inside) == 1 else None


def _is_left(token: Token) -> bool:
    """Tell a level that is left by the time that a clause tells of: "from 175 to 450 by 2022"."""
    return any(child.dep_ == "case" and child.lower_ == "from" for child in token.children)


def _upwards(token: Token) -> Iterator[Token]:
    for _ in range(FURTHEST):
        yield token
        if token.pos_ == "NUM" and token.head.ent_type_ == "PERSON":
            return  # "Karl Ohm, 42, left on Monday": an age is of no day
        is_verb = token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"amod", "compound", "xcomp", "aux", "cop"}
        if token.head == token or is_verb or token.dep_ in CLAUSES:
            return
        token = token.head
