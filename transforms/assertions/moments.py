"""Document → its time expressions, by what each hangs on, by its clause and by where it stands."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from spacy.tokens import Doc, Span, Token

from transforms.assertions.expressions import find_expressions
from transforms.assertions.said import opener
from transforms.lexicon.reporting import PEOPLE

FURTHEST = 16  # arcs climbed to the verb of a clause
NAMED = frozenset({"nsubj", "nsubj:pass"})  # "the flood of March ruined 80 farms": not when it did so
WITHIN = frozenset({"in", "on", "during"})  # "a flood in March ruined 80 farms" tells it
DEEPEST = 4  # nominals between an expression and its clause: "a surplus on trade in 2024", not what hangs on that
NEAREST = 2  # of a subject: "exports to Oslo in 2024 fell", not "shares due for delivery in May fell"
INSIDE = frozenset({"compound", "nummod", "amod", "nmod:poss"})  # "at its July summit"
CLAUSES = frozenset({"ccomp", "parataxis", "acl:relcl", "csubj", "advcl"})
APART = frozenset(
    {"since", "after", "before", "until", "following", "than", "according"}
)  # "since its founding in 1949"
OPENING = frozenset({"begin", "start"})  # "fired 40 people beginning this week"


@dataclass(frozen=True, slots=True)
class Times:
    """The time expressions of one document: by what each hangs on, by its clause, and by where it stands."""

    by_head: Mapping[int, tuple[Span, ...]]
    by_clause: Mapping[int, tuple[Span, ...]]
    by_start: Mapping[int, Span]
    by_end: Mapping[int, Span]
    spans: tuple[Span, ...]


def find_times(doc: Doc) -> Times:
    """Find every time expression of `doc`, once for all questions about it; none in a text without a parse."""
    by_head: dict[int, tuple[Span, ...]] = {}
    by_clause: dict[int, tuple[Span, ...]] = {}
    found = find_expressions(doc) if doc.has_annotation("DEP") else ()
    spans = tuple(span for span in found if not _is_of_source(span))
    for span in spans:
        head = _head(span)
        by_head[head.i] = (*by_head.get(head.i, ()), span)
        *path, clause = upwards(head)
        of_subject = bool(path) and path[-1].dep_ in NAMED
        deepest = NEAREST if of_subject and all(word.pos_ in {"NOUN", "PROPN"} for word in path) else DEEPEST
        if span.root.dep_ not in INSIDE and len(path) <= deepest and all(_is_through(word, span) for word in path):
            by_clause[clause.i] = (*by_clause.get(clause.i, ()), span)
    starts, ends = {span.start: span for span in spans}, {span.end: span for span in spans}
    return Times(by_head, by_clause, starts, ends, spans)


def _head(span: Span) -> Token:
    """Return the word that an expression tells of, past adverbs ("paid so far this year").

    One before the "that" of a clause is of the report: "told the court last month that ...", whatever the parse says.
    """
    head = span.root.head
    while head.head != head and ((head.pos_ == "ADV" and head.dep_ == "advmod") or _opens(head)):
        head = head.head
    is_before = any(child.dep_ == "mark" and child.lower_ == "that" and child.i >= span.end for child in head.lefts)
    return head.head if is_before else head


def _is_of_source(span: Span) -> bool:
    """Tell when a source spoke from when what it says was so: "rose 5%, according to the board on Monday"."""
    before = span.doc[max(span.start - 2, 0)]
    return any(opener(word) == "according" for word in (before, *islice(before.ancestors, NEAREST)))


def _opens(word: Token) -> bool:
    return word.tag_ == "VBG" and word.lemma_.lower() in OPENING and word.dep_ in {"advcl", "acl", "case"}


def _is_through(word: Token, span: Span) -> bool:
    """Tell whether an expression that hangs on a nominal is of its clause too: not that of a person, or told from."""
    if opener(word) in APART:
        return False
    is_person = word.ent_type_ == "PERSON" or word.lemma_.lower() in PEOPLE
    is_within = span.start > 0 and span.doc[span.start - 1].lower_ in WITHIN
    return word.dep_ not in NAMED or (is_within and not is_person)


def upwards(token: Token) -> Iterator[Token]:
    """Yield a word and the words above it, up to the head of its clause."""
    for _ in range(FURTHEST):
        yield token
        if token.pos_ == "NUM" and token.head.ent_type_ == "PERSON":
            return  # "Karl Ohm, 42, left on Monday": an age is of no day
        is_verb = token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"amod", "compound", "xcomp", "aux", "cop"}
        if token.head == token or is_verb or token.dep_ in CLAUSES:
            return
        token = token.head
