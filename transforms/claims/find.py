"""Document → numeric claims, in text order."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from schemas.claim import Claim
from schemas.context import Context
from transforms.assertions.read import Assertions
from transforms.claims.ages import as_age
from transforms.claims.around import is_struck, tells_fate
from transforms.claims.changes import Change, carry_change, find_change
from transforms.claims.concepts import Concept, find_concept
from transforms.claims.currency import Home, as_mass, as_money, at_home, read_home
from transforms.claims.not_claims import reason_against
from transforms.claims.points import as_frequency, as_points
from transforms.claims.predicates import find_predicate
from transforms.claims.quantities import Quantity, find_quantities
from transforms.claims.resumed import lends_unit, resumed
from transforms.claims.si import in_si
from transforms.claims.weigh import weigh
from transforms.claims.words import Word, read_words
from transforms.lexicon.concepts import IN_YEARS

RESTATING = frozenset({("or",), (",", "or"), ("(",), ("(", "or"), ("—",), ("–",)})
NEAR = 9  # words between a level and the one before it
FURTHEST = 6  # words between a share and the amount that restates it
MANY = 1000  # "the two" are known, "the 5 million mark" is no number of known things
COMPARING = (["up", "from"], ["down", "from"], [",", "against"], ["compared", "with"], ["compared", "to"])
KNOWN = frozenset({"the", "those", "these", "other"})  # "the two", of whom the text has told
COUNTING = frozenset({"counted_after", "counted_of", "of_total"})  # rules that find a noun which the number counts
BARE = frozenset({"nsubj", "nsubj:pass", "obj", "obl"})  # arguments in which a number alone may count


def find_claims(doc: Doc, assertions: Assertions, context: Context) -> list[Claim]:
    """Return the numeric claims of a parsed text; `assertions` are those of the same text.

    Without a parse the numbers, units and qualifiers are found, but no concept, speaker or factuality.
    """
    words = read_words(doc)
    quantities = [as_age(words, one) or one for one in find_quantities(words)]
    kept = [one for one in quantities if reason_against(words, one) is None]
    return list(_claims(doc.text, words, kept, assertions, read_home(words, context)))


def _claims(
    text: str, words: list[Word], quantities: list[Quantity], assertions: Assertions, home: Home
) -> Iterator[Claim]:
    before: tuple[Quantity, Concept | None] | None = None
    changed: tuple[Quantity, Change] | None = None
    told: Quantity | None = None
    for found in quantities:
        settled = as_frequency(words, as_points(words, resumed(words, told, found) if told else found))
        quantity = at_home(as_mass(words, as_money(words, settled, home), home), home)
        told = quantity if lends_unit(words, quantity) else told
        concept = find_concept(words, quantity)
        if before and _is_conversion(words, before[0], quantity):
            quantity, concept = _converted(quantity, before[0]), before[1]
        if before and _goes_on(words, before[0], quantity):
            concept = before[1] or concept
        elif before and (concept is None or concept.rule == "subject") and _restates(words, before[0], quantity):
            concept = before[1]
        if concept is not None and quantity.unit == "count" and concept.head.lower_ in IN_YEARS:
            quantity = replace(quantity, unit="year", kind="age", rule="age_told")
        before = quantity, concept
        change = find_change(words, quantity)
        if not _is_claim(words, quantity, concept, change):
            continue
        if changed and not change.role:
            change = carry_change(words, changed, quantity)
        changed = quantity, change
        yield _claim(text, words, quantity, concept, change, assertions)


def _is_conversion(words: list[Word], before: Quantity, quantity: Quantity) -> bool:
    """Tell whether a quantity in brackets says the one before it in another unit: "$5 (£4)"."""
    is_bracketed = before.end == quantity.first - 1 and words[before.end].text == "("
    return is_bracketed and before.kind == quantity.kind and before.unit != quantity.unit


def _restates(words: list[Word], before: Quantity, quantity: Quantity) -> bool:
    """Tell whether a quantity says the one before it in another way: "60% of it, or $5 million"."""
    between = tuple(word.lower for word in words[before.end : quantity.first])
    return between in RESTATING or (between[-2:] == (",", "or") and len(between) <= FURTHEST)


def _goes_on(words: list[Word], before: Quantity, quantity: Quantity) -> bool:
    """Tell whether a quantity is another level of the same: "by half a point to 5%", "78, up from 50 percent"."""
    between = [word.lower for word in words[before.end : quantity.first]]
    is_compared = between[-2:] in COMPARING and len(between) <= NEAR
    return (between == ["to"] and before.kind == quantity.kind) or (is_compared and before.unit == quantity.unit)


def _converted(quantity: Quantity, before: Quantity) -> Quantity:
    if quantity.qualifier != "exact" or quantity.high is None or before.qualifier == "between":
        return quantity
    low = None if before.low is None else quantity.low
    high = None if before.high is None else quantity.high
    return replace(quantity, qualifier=before.qualifier, low=low, high=high)


def _is_claim(words: list[Word], quantity: Quantity, concept: Concept | None, change: Change) -> bool:
    """Tell whether a number says something: a bare one must count a noun, or be an argument or change itself."""
    token = quantity.number
    if quantity.unit != "count" or not quantity.anchor.dep:
        return True
    is_few = (
        quantity.form != "vague"
        and (quantity.low or 0) < MANY
        and any(child.lower_ in KNOWN for child in token.children)
    )
    if is_few and (concept is None or concept.rule not in COUNTING):
        return False
    is_change = change.rule == "adverb_before" and quantity.form == "digits"  # "at 5.20, up 0.95"
    has_fate = tells_fate(words, quantity) or is_struck(words, quantity)  # "eight killed", "wounds 30"
    if token.dep_ in BARE or is_change or has_fate:
        return True
    if concept is None:
        return quantity.form == "vague" or _is_said(token)
    is_predicate = token.dep_ == "root" or any(child.dep_ == "cop" for child in token.children)
    return concept.rule != "subject" or is_predicate


def _is_said(token: Token) -> bool:
    """Tell whether something that no noun names is the number: "the lowest is 74.07"; "it is 8" may be a time."""
    subject = next((child for child in token.children if child.dep_ == "nsubj"), None)
    return subject is not None and subject.pos_ != "PRON" and any(child.dep_ == "cop" for child in token.children)


def _claim(
    text: str, words: list[Word], quantity: Quantity, concept: Concept | None, change: Change, assertions: Assertions
) -> Claim:
    start, end = words[quantity.first].start, words[quantity.end - 1].end
    assertion = assertions.of(quantity.anchor)
    speaker = assertion.speaker
    return Claim(
        start=start,
        end=end,
        text=text[start:end],
        low=quantity.low,
        high=quantity.high,
        qualifier=quantity.qualifier,
        unit=quantity.unit,
        **in_si(quantity.unit, quantity.low, quantity.high, is_difference=change.role == "difference")._asdict(),
        kind=quantity.kind,
        concept=concept.span.text if concept else None,
        concept_start=concept.span.start_char if concept else None,
        concept_end=concept.span.end_char if concept else None,
        predicate=find_predicate(quantity.anchor, concept.head if concept else None),
        speaker=speaker.text if speaker else None,
        speaker_start=speaker.start if speaker else None,
        speaker_end=speaker.end if speaker else None,
        factuality=assertion.factuality,
        trend=change.trend,
        change_role=change.role,
        time=assertion.time,
        place=assertion.place,
        rule=quantity.rule,
        confidence=weigh(quantity, concept),
    )
