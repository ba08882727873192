"""Clause → the time that it does not name but shares with the clause or sentence that it goes on from."""

from bisect import bisect_left
from collections.abc import Iterator

from spacy.tokens import Span, Token

from transforms.assertions.moments import NAMED, Times, upwards
from transforms.assertions.said import opener
from transforms.lexicon.modality import WILL
from transforms.lexicon.reporting import REPORTING

MEANWHILE = frozenset({"as", "while", "with"})  # open what goes on at the same time


def find_shared(clause: Token, times: Times) -> Iterator[Span]:
    """Yield the time that a clause without one shares with what it goes on from.

    "in 2019, when 40 firms failed"; "fell in May, closing 40 mills" or "... as 40 mills closed"; "Last week 3 firms
    failed and 40 people lost their work".
    """
    told = _told_when(clause, times)
    if told is not None:
        yield told
        return
    *_, above = upwards(clause.head)
    is_citing = clause.tag_ == "VBG" and clause.lemma_.lower() in REPORTING
    if above == clause or is_citing or above.lemma_.lower() in REPORTING:
        return
    spans = times.by_clause.get(above.i, ())
    if clause.dep_ == "conj":
        spans = tuple(span for span in spans if _is_fronted(span, above) and _is_as_late(clause, above))
    elif not _is_meanwhile(clause) or not _is_as_late(clause, above):
        return
    if len(spans) == 1:
        yield spans[0]
    elif not spans:
        yield from find_shared(above, times)


def find_told_before(clause: Token, times: Times) -> Iterator[Span]:
    """Yield the time of the sentence before for what a past sentence without one tells next: "Four were shot down"."""
    is_past = clause.tag_ == "VBD" or any(child.dep_ == "aux:pass" and child.tag_ == "VBD" for child in clause.lefts)
    if clause.head != clause or not is_past or clause.lemma_.lower() in REPORTING:
        return
    sentence = clause.sent
    if sentence.start == 0 or _within(sentence, times):
        return
    before = clause.doc[sentence.start - 1].sent
    spans = _within(before, times)
    is_own = before.root.lemma_.lower() not in REPORTING and spans == times.by_clause.get(before.root.i)
    if is_own and len(spans) == 1:
        yield spans[0]


def _within(sentence: Span, times: Times) -> tuple[Span, ...]:
    first = bisect_left(times.spans, sentence.start, key=lambda span: span.start)
    return times.spans[first : bisect_left(times.spans, sentence.end, key=lambda span: span.start)]


def _told_when(clause: Token, times: Times) -> Span | None:
    """Return the time right before a clause with "when"."""
    when = next((child.i for child in clause.lefts if child.lower_ == "when"), 0)
    comma = when > 0 and clause.doc[when - 1].text == ","
    return times.by_end.get(when - comma) if when else None


def _is_meanwhile(clause: Token) -> bool:
    """Tell a participle, or a clause of what goes on at the same time, from one told from another."""
    has_subject = any(child.dep_ in NAMED for child in clause.lefts)
    is_free = clause.tag_ in {"VBG", "VBN"} and not has_subject and opener(clause) in {"", "by"}
    is_after = clause.dep_ == "advcl" and clause.i > clause.head.i
    return is_after and (is_free or (has_subject and opener(clause) in MEANWHILE))


def _is_as_late(clause: Token, above: Token) -> bool:
    """Tell clauses of one tense: "rose as 40 left" from "rose as 40 will leave"."""
    return _is_to_come(clause) == _is_to_come(above) or clause.tag_ in {"VBG", "VBN", "VB"}


def _is_to_come(clause: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ in WILL for child in clause.lefts)


def _is_fronted(span: Span, clause: Token) -> bool:
    """Tell a time that stands before the subject of its clause, so that it holds for what is joined to it too."""
    subject = next((child for child in clause.lefts if child.dep_ in NAMED), clause)
    return span.end <= subject.left_edge.i
