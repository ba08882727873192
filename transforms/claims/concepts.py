"""Quantity → what is counted or measured, by the parse: named rules, the first that fits."""

from collections.abc import Callable
from typing import NamedTuple

from spacy.tokens import Span, Token

from transforms.claims.counted import amount_of, counted_after, counted_of, elided, of_total
from transforms.claims.measured import (
    before_colon,
    bracketed,
    earmarked,
    holder,
    modified_noun,
    noun_after,
    object_of,
    purpose,
    signed,
    spent_on,
    term,
)
from transforms.claims.quantities import Quantity
from transforms.claims.stand import Stand, is_sign, is_unit
from transforms.claims.subjects import person, spread, subject
from transforms.claims.words import Word
from transforms.lexicon.currencies import WORDS as MONEY
from transforms.lexicon.numerals import DENOMINATORS

LEFT = frozenset(
    {"compound", "amod", "nmod:desc", "flat", "nmod:poss", "punct", "advmod", "nmod:unmarked", "cc", "conj"}
)
LOOSE = frozenset({"PRON", "ADV", "CCONJ", "DET", "ADP"})  # what no phrase begins with
MORE = frozenset({"more", "fewer", "less", "extra", "further"})  # "eight more boats" are boats


class Concept(NamedTuple):
    """What a quantity counts or measures: a span of the text, its head, and the rule that found it."""

    span: Span
    head: Token
    rule: str


class ConceptRule(NamedTuple):
    """A way to find a concept, by name."""

    name: str
    find: Callable[[Stand], Token | None]


COUNTED_AFTER = ConceptRule("counted_after", counted_after)
COUNTED_OF = ConceptRule("counted_of", counted_of)
OF_TOTAL = ConceptRule("of_total", of_total)
AMOUNT_OF = ConceptRule("amount_of", amount_of)
ELIDED = ConceptRule("elided", elided)
MODIFIED_NOUN = ConceptRule("modified_noun", modified_noun)
NOUN_AFTER = ConceptRule("noun_after", noun_after)
EARMARKED = ConceptRule("earmarked", earmarked)
PURPOSE = ConceptRule("purpose", purpose)
SPENT_ON = ConceptRule("spent_on", spent_on)
BRACKETED = ConceptRule("bracketed", bracketed)
BEFORE_COLON = ConceptRule("before_colon", before_colon)
SIGNED = ConceptRule("signed", signed)
OBJECT = ConceptRule("object", object_of)
HOLDER = ConceptRule("holder", holder)
TERM = ConceptRule("term", term)
SPREAD = ConceptRule("spread", spread)
SUBJECT = ConceptRule("subject", subject)
PERSON = ConceptRule("person", person)

COUNTED = (COUNTED_AFTER, COUNTED_OF, OF_TOTAL, AMOUNT_OF, ELIDED, OBJECT, SUBJECT)
SHARED = (
    SIGNED, COUNTED_OF, OF_TOTAL, MODIFIED_NOUN, NOUN_AFTER, SPENT_ON, BRACKETED, BEFORE_COLON, OBJECT, HOLDER, SUBJECT,
)  # fmt: skip
PAID = (COUNTED_OF, MODIFIED_NOUN, NOUN_AFTER, EARMARKED, PURPOSE, BRACKETED, OBJECT, HOLDER, SUBJECT)
MEASURED = (COUNTED_OF, MODIFIED_NOUN, NOUN_AFTER, BRACKETED, BEFORE_COLON, OBJECT, HOLDER, SUBJECT)
LASTING = (COUNTED_OF, MODIFIED_NOUN, NOUN_AFTER, TERM, SPREAD, HOLDER, SUBJECT)
# By the kind of the quantity; kinds that are not here are measured.
RULES: dict[str, tuple[ConceptRule, ...]] = {
    "count": COUNTED,
    "percent": SHARED,
    "money": PAID,
    "duration": LASTING,
    "age": (PERSON,),
}


def find_concept(words: list[Word], quantity: Quantity) -> Concept | None:
    """Return what `quantity` counts or measures, or None if nothing in the text names it."""
    if not quantity.anchor.dep:
        return None
    stand = Stand(words, quantity)
    for rule in RULES.get(quantity.kind, MEASURED):
        head = rule.find(stand)
        if head is not None and _names_something(stand, head) and not _is_beyond_cell(stand, head):
            return Concept(_phrase(stand, head), head, rule.name)
    return None


def _names_something(stand: Stand, head: Token) -> bool:
    """Tell whether a head is beside the quantity, no sign and no unit of another; points may be what is counted."""
    if stand.holds(head) or is_sign(head):
        return False
    is_measure = is_unit(head) or head.lower_ in DENOMINATORS or (head.tag_ == "NNS" and (head.lower_,) in MONEY)
    return stand.quantity.kind == "count" or not is_measure


def _is_beyond_cell(stand: Stand, head: Token) -> bool:
    """Tell whether a bar, which parts the cells of a table, stands between a quantity and a noun."""
    anchor = stand.quantity.anchor
    return any(token.text == "|" for token in head.doc[min(anchor.i, head.i) : max(anchor.i, head.i)])


def _phrase(stand: Stand, head: Token) -> Span:
    """Return the head with its modifiers right before it, without determiners and without the quantity itself."""
    doc, first, end = head.doc, head.i, head.i + 1
    last = stand.words[stand.quantity.end - 1].token.i
    floor = last + 1 if last < head.i else 0
    while first > floor and _modifies(doc[first - 1], first, end):
        first -= 1
    while end < len(doc) and doc[end].dep_ == "flat" and first <= doc[end].head.i < end and not stand.holds(doc[end]):
        end += 1
    while first < head.i and _is_loose(doc[first]):
        first += 1
    return doc[first:end]


def _is_loose(token: Token) -> bool:
    """Tell what no phrase begins with; a word before a hyphen is part of the next: "per-share earnings"."""
    if token.is_punct or token.is_space or token.tag_ == "POS" or token.text == "|":
        return True
    if token.lower_ == "strong" and token.i and token.nbor(-1).tag_ == "HYPH":
        return True  # "a 40-strong crowd"
    if token.pos_ == "ADV" and token.head.i == token.i + 1 and token.head.lower_.endswith(("ed", "ing")):
        return False  # "decently sized mills"
    return (token.pos_ in LOOSE or token.lower_ in MORE) and token.nbor().tag_ != "HYPH"


def _modifies(token: Token, first: int, end: int) -> bool:
    """Tell whether a token belongs to the phrase from `first` up to `end` that it stands right before."""
    if (token.dep_ == "case" and token.tag_ == "POS") or _is_hyphen(token, first):
        return True
    if is_unit(token):
        return False  # "a 5 percent rate"
    if not first <= token.head.i < end:
        return token.dep_ in {"conj", "amod"} and token.pos_ == "ADJ" and token.head.dep_ == "amod"
    return token.dep_ in {"compound", "amod"} or (token.dep_ in LEFT and token.pos_ not in {"NUM", "SYM"})


def _is_hyphen(token: Token, first: int) -> bool:
    """Tell whether a token and the phrase's first word are written as one: "coal-fired" is not cut, "6-door" is."""
    touches = not token.whitespace_ and token.i + 1 == first
    if token.tag_ == "HYPH" and token.i and token.nbor(-1).pos_ == "NUM":
        return False
    return touches and (token.tag_ == "HYPH" or token.doc[first].tag_ == "HYPH")
