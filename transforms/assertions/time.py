"""Word → the period that a text tells it of: what it names beside the word, in its clause, or just before."""

from collections.abc import Iterator
from datetime import date

from spacy.tokens import Span, Token

from schemas.claim import Period
from transforms.assertions.moments import WITHIN, Times, upwards
from transforms.assertions.periods import period_of
from transforms.assertions.said import opener
from transforms.assertions.sharing import find_shared, find_told_before
from transforms.lexicon.modality import PLANNED_AS

BESIDE = 5  # words from a quantity to a time right after it: "$2 million in 2023"
QUANTITY = frozenset({"NUM", "SYM", "NOUN", "ADJ"})


def find_period(token: Token, times: Times, published_on: date | None, *, is_ahead: bool = False) -> Period | None:
    """Return the period that the clause of `token` names, or null.

    Looks at what stands right after the token, what hangs on it, then on the words above it up to its verb, at the
    only time that its clause names, last at one that it shares with the clause or sentence that it goes on from. The
    time of a report ("said on Monday") is not that of what is reported. `is_ahead` reads a bare weekday or month as
    the next one. Without `published_on` only dates that name their year are read.
    """
    for span in _candidates(token, times):
        is_past = span.root.dep_ == "nmod" and opener(span.root) == "from"  # "their questions from February"
        period = period_of(span.text, published_on, is_ahead=is_ahead and not is_past)
        if period is not None:
            return period
    return None


def _candidates(token: Token, times: Times) -> Iterator[Span]:
    yield from _beside(token, times)
    for head in upwards(token):
        yield from times.by_head.get(head.i, ())
    *path, clause = upwards(token)
    if any(map(_is_left, path)):
        return
    own = tuple(span for span in times.by_clause.get(clause.i, ()) if not _is_of_number(span))
    if len(own) == 1:
        yield own[0]
    if not own:
        yield from find_shared(clause, times)
        yield from find_told_before(clause, times)
    planned = (child for word in (token, *path) for child in word.rights if child.lower_ in PLANNED_AS)
    yield from (span for child in planned for span in times.by_clause.get(child.i, ()))


def _beside(token: Token, times: Times) -> Iterator[Span]:
    """Yield the time right after a quantity: "rose from $2 million in 2023 to $3 million in 2024"."""
    doc = token.doc
    for i in range(token.i + 1, min(token.i + BESIDE, len(doc) - 1)):
        if doc[i].lower_ in WITHIN and i + 1 in times.by_start:
            yield times.by_start[i + 1]
        if doc[i].pos_ not in QUANTITY:
            return


def _is_of_number(span: Span) -> bool:
    """Tell the time of one bare number: "19 this year against 8 in 2014"."""
    doc, first = span.doc, span.start
    return first > 1 and doc[first - 1].lower_ in WITHIN and doc[first - 2].text[:1].isdigit()


def _is_left(token: Token) -> bool:
    """Tell a level that is left by the time that a clause tells of: "from 175 to 450 by 2022"."""
    return any(child.dep_ == "case" and child.lower_ == "from" for child in token.children)
