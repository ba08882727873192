"""Quantity → is it a change or a level reached by one: direction and role."""

from typing import NamedTuple

from spacy.tokens import Token

from transforms.claims.directions import direction_of, direction_of_adverb, direction_of_clause
from transforms.claims.quantities import Quantity
from transforms.claims.words import Word
from transforms.lexicon.change import COUNTED_LOSSES, REACHING, TRADING
from transforms.lexicon.concepts import LEVELS
from transforms.lexicon.units import DIMENSIONS

ROLES = {
    "by": "difference", "to": "final", "from": "initial", "at": "final", "below": "final", "above": "final",
    "under": "final", "over": "final", "past": "final", "beyond": "final", "near": "final",
    "toward": "final", "towards": "final",
}  # fmt: skip
GROWTH = frozenset({"growth", "increase", "rise", "gain", "decline", "decrease", "drop", "fall", "reduction"})
TALLIES = frozenset({"total", "number", "toll", "tally", "count", "sum"})
AMOUNT_DEPS = frozenset({"obj", "obl:unmarked", "obl", "xcomp", "advmod", "iobj"})
NOMINAL_DEPS = frozenset({"nmod", "compound", "nmod:unmarked", "nummod", "amod"})
FURTHEST = 5  # words between two quantities of one list


class Change(NamedTuple):
    """The direction of a change (up, down, None) and the role of the quantity in it."""

    trend: str | None
    role: str | None
    rule: str


NONE = Change(None, None, "")


def find_change(words: list[Word], quantity: Quantity) -> Change:
    """Return the change that a quantity takes part in; nulls where it is a plain level."""
    if quantity.kind in {"age", "duration"}:
        return NONE
    found = _signed(words, quantity) or _beside(words, quantity)
    if found is None and quantity.anchor.dep:
        found = _by_parse(words, quantity)
    if found is None:
        return NONE
    return found._replace(trend=None) if found.role == "initial" else found


def carry_change(words: list[Word], before: tuple[Quantity, Change], quantity: Quantity) -> Change:  # noqa: PLR0911
    """Return the change of a quantity that goes on from the one before: "fell 6 cents, or 0.9%, at $52", else nulls."""
    earlier, change = before
    if not change.role or quantity.first <= earlier.end:
        return NONE
    if quantity.anchor.dep_ == "conj" and quantity.anchor.head == earlier.anchor and quantity.unit == earlier.unit:
        return change._replace(rule="listed")
    between = [word.lower for word in words[earlier.end : quantity.first]]
    if between[-1:] == ["by"] and between[0] in {",", "and"} and len(between) <= FURTHEST:
        return Change(change.trend, "difference", "listed")
    if change.role != "difference":
        return NONE
    if between in (["or"], [",", "or"], ["("]):
        return Change(change.trend, "difference", "restated")
    if between in (["at"], [",", "at"], ["to"], [",", "to"]):
        return Change(change.trend, "final", "carried")
    return NONE


def _signed(words: list[Word], quantity: Quantity) -> Change | None:
    """Read the sign of a change in a list of names: "Dow +0.2%, FTSE -0.6%"."""
    if quantity.kind != "percent" or quantity.low is None:
        return None
    first = words[quantity.core]
    if first.text[0] == "+":
        return Change("up", "difference", "sign")
    before = words[quantity.core - 1].token if quantity.core else None
    is_listed = before is not None and before.pos_ in {"PROPN", "NOUN", "NUM", "X"}
    return Change("down", "difference", "sign") if quantity.low < 0 and is_listed else None


def _beside(words: list[Word], quantity: Quantity) -> Change | None:  # noqa: PLR0911 (one return a reading)
    """Read the words right beside: "up 5%", "5% higher", "a 5% rise", "5 percent more"."""
    before = words[quantity.first - 1] if quantity.first else None
    if before is not None and before.lower in {"up", "down", "off"}:
        direction = direction_of_adverb(before.lower)
        verb = words[quantity.first - 2].token if quantity.first > 1 else None
        if verb is not None and before.token.dep_ == "compound:prt" and _is_phrasal(verb, quantity):
            return None
        return Change(direction, "difference", "adverb_before")
    earlier = words[quantity.first - 2].lower if quantity.first > 1 else ""
    if before is not None and before.lower in {"to", "from", "by", "at"} and earlier in {"up", "down"}:
        return Change(direction_of_adverb(earlier), ROLES[before.lower], "adverb_before")
    tail = [word.lower for word in words[quantity.end : quantity.end + 2]]
    if len(tail) > 1 and tail[0] == "," and tail[1] in {"up", "down"} and quantity.kind in {"money", "rate"}:
        return Change(direction_of_adverb(tail[1]), "final", "adverb_after")
    if quantity.rule == "index_level" and tail[:1] in (["up"], ["down"]):
        return Change(direction_of_adverb(tail[0]), "final", "adverb_after")  # "5,120.7 up 12 points"
    core = [word.lower for word in words[quantity.core : quantity.core_end]]
    if quantity.kind == "rate" and (inside := next((one for one in core if one in {"more", "less"}), "")):
        return Change(direction_of_adverb(inside), "difference", "adverb_after")  # "50 cents more per barrel"
    after = words[quantity.end] if quantity.end < len(words) else None
    if after is None or quantity.kind == "count":
        return None
    is_modifier = after.token.dep_ == "amod" and quantity.kind != "percent"  # "an 8-inch lower display"
    is_change = after.lower in {"higher", "lower", "up", "down", "more", "less", "fewer"}
    is_change = is_change and not _is_depth(after.token, quantity)
    if is_change and quantity.unit != "times" and not is_modifier:
        return Change(direction_of_adverb(after.lower), "difference", "adverb_after")
    return _noun_after(words, quantity)


def _is_depth(after: Token, quantity: Quantity) -> bool:
    """Tell where something is, not how it changed: "dug 5 metres down"."""
    is_behind = after.lower_ in {"up", "down"} and after.i > quantity.anchor.i
    return is_behind and DIMENSIONS.get(quantity.unit) == "length"


def _is_phrasal(verb: Token, quantity: Quantity) -> bool:
    """Tell whether a verb with "up" or "off" tells no change: "sign up 500 people", "make up 5%"."""
    is_sum = quantity.kind in {"money", "percent"} or direction_of(verb) is not None or verb.lemma_ in TRADING
    return not is_sum or verb.lemma_ in {"make", "take", "set", "pick"}


def _noun_after(words: list[Word], quantity: Quantity) -> Change | None:
    """Read "a 5% rise", "a $5 per barrel drop", "a 9% funding increase": a noun of change at the end of the phrase."""
    for word in words[quantity.end : quantity.end + 4]:
        token = word.token
        if token.pos_ not in {"NOUN", "ADJ", "PUNCT"} or token.text in {",", ".", ";", ")", "("}:
            return None
        direction = direction_of(token)
        if (direction and token.lower_ not in {"high", "low", "cut"} | {"discount"}) or (
            direction and token.head.i != token.i and token.dep_ != "compound"
        ):
            return Change(direction, "difference", "noun_after")
    return None


def _by_parse(words: list[Word], quantity: Quantity) -> Change | None:
    """Climb from the quantity to the first word of change that governs it, through its preposition."""
    token = _top(words, quantity)
    if growth := _growth(token, quantity):
        return growth
    preposition = _preposition(words, quantity, token)
    if token.head.lemma_ in LEVELS and token.head.pos_ == "NOUN" and token.dep_ == "nmod":
        token = token.head  # "to a peak above $68"
        preposition = next((child.lower_ for child in token.children if child.dep_ == "case"), "")
        preposition = preposition if preposition in ROLES else ""
    head = token.head
    is_own = head.pos_ != "VERB" and words[quantity.first].token.i <= head.i < words[quantity.core].token.i
    if head == token or is_own or _is_depth(head, quantity):
        return None  # "strength lower than 5 tonnes"
    if _brings(head, preposition):
        return Change("up", "final", "brought")
    if preposition in {"by", "to", "from"} and head.pos_ in {"NOUN", "PROPN"} and head.dep_ in {"obj", "nsubj"}:
        head = head.head if direction_of(head) is None else head  # "boosted spending by 5%"
    if head.pos_ in {"SYM", "NUM"} or head.lower_ in {"%", "percent"}:
        return _joined(token, head, preposition)
    is_turned = head.lemma_ in TRADING  # "edged down"
    direction = (is_turned and direction_of_clause(head)) or direction_of(head) or direction_of_clause(head)
    if direction is None:
        return None
    role = _role(words, head, token, preposition, quantity)
    if role == "final" and _is_distance(words, quantity):
        role = "difference"
    return Change(direction, role, "governed") if role else None


def _is_distance(words: list[Word], quantity: Quantity) -> bool:
    """Tell how far from something a level is: "cut emissions to 40 percent below 2005 levels"."""
    after = words[quantity.end : quantity.end + 2]
    return quantity.kind == "percent" and len(after) > 1 and after[0].lower in {"below", "above"}


def _growth(token: Token, quantity: Quantity) -> Change | None:
    """Read "growth was 3%": a percentage that a noun of change is said to be."""
    if quantity.kind != "percent" or not any(child.dep_ == "cop" for child in token.children):
        return None
    found = next((child for child in token.children if child.dep_ == "nsubj"), None)
    direction = direction_of(found) if found is not None and found.lemma_ in GROWTH else None
    return Change(direction, "difference", "noun_is") if direction else None


def _brings(head: Token, preposition: str) -> bool:
    """Read "bringing the total to eight": what is added up grows."""
    if preposition != "to" or head.lemma_ != "bring":
        return False
    return any(child.dep_ == "obj" and child.lower_ in TALLIES for child in head.children)


def _top(words: list[Word], quantity: Quantity) -> Token:
    """Return the word that stands for the quantity among the arguments: for a count, the noun that is counted."""
    token = quantity.anchor
    if quantity.unit == "percentage_point" and token.dep_ == "nmod" and token.head.i >= words[quantity.first].token.i:
        return token.head  # "a quarter of a point"
    if token.pos_ == "NUM" and token.dep_ in {"nummod", "compound"} and token.head.i > token.i:
        return token.head
    return token


def _preposition(words: list[Word], quantity: Quantity, token: Token) -> str:
    before = words[quantity.first - 1].lower if quantity.first else ""
    if before in ROLES:
        return before
    if quantity.first != quantity.core and words[quantity.first].lower in {"below", "above", "under", "over", "near"}:
        return words[quantity.first].lower
    if before in {"a", "an", "the"} and quantity.first > 1 and words[quantity.first - 2].lower in ROLES:
        return words[quantity.first - 2].lower
    return next((child.lower_ for child in _cases(words, quantity, token) if child.lower_ in ROLES), "")


def _cases(words: list[Word], quantity: Quantity, token: Token) -> list[Token]:
    """Return the prepositions of a quantity, less those of its qualifier: "rose up to 5 percent" has none."""
    own = range(words[quantity.first].token.i, words[quantity.core].token.i)
    return [child for child in token.children if child.dep_ == "case" and child.i not in own]


def _role(words: list[Word], head: Token, token: Token, preposition: str, quantity: Quantity) -> str | None:
    dep = token.dep_
    if preposition in {"below", "above", "under", "over"} and quantity.first != quantity.core:
        return _bounded_role(head, dep, preposition, quantity)
    if preposition:  # "put losses at $5 million" says how much they are, not how far they went
        return None if preposition == "at" and head.pos_ == "NOUN" else ROLES[preposition]
    if dep == "obl" and _cases(words, quantity, token):
        return None  # "climbed the peaks on seven continents"
    if head.pos_ == "NOUN":
        is_beside = any(child.lower_ != "of" for child in _cases(words, quantity, token))
        return "difference" if dep in NOMINAL_DEPS and not is_beside else None  # "reductions on 50 goods"
    if head.lemma_ in REACHING:
        return None if dep.startswith("nsubj") else "final"
    is_loss = quantity.kind == "count" and head.lemma_ in COUNTED_LOSSES
    is_gift = quantity.kind == "money" and head.lemma_ == "raise" and dep == "obj"  # raised from donors
    return "difference" if dep in AMOUNT_DEPS and not is_loss and not is_gift else None


def _bounded_role(head: Token, dep: str, preposition: str, quantity: Quantity) -> str:
    """Tell "fell over 5%", how far, from "fell below 5%", where to."""
    is_rise_under = preposition == "under" and direction_of(head) == "up"
    if quantity.kind == "percent" and (preposition == "over" or is_rise_under):
        return "difference"
    is_level = dep == "obl" and head.pos_ == "VERB" and _has_no_amount(head)
    return "difference" if not is_level and dep in {"obj", "obl:unmarked"} else "final"


def _has_no_amount(verb: Token) -> bool:
    return not any(child.dep_ == "obj" and child.pos_ == "SYM" for child in verb.children)


def _joined(token: Token, head: Token, preposition: str) -> Change | None:
    """Read a second quantity that the parse hangs on the first: "rose 5% to $30, up from $25"."""
    if preposition not in {"to", "from", "at"}:
        return None
    for child in (*token.children, *head.children):
        if child.dep_ == "advmod" and child.lower_ in {"up", "down"}:
            return Change(direction_of_adverb(child.lower_), ROLES[preposition], "joined")
    upper = head.head
    direction = direction_of(upper) or direction_of_clause(upper)
    return Change(direction, ROLES[preposition], "joined") if direction else None
