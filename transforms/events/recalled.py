"""Triggers of other times: what only dates or captions something, recalls what is long past or tells a habit."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from spacy.tokens import Token

from schemas.claim import Period
from transforms.events.arguments import children, prepositions, subjects
from transforms.events.frames import types_of
from transforms.events.triggers import Trigger

RECENT = timedelta(days=730)  # before publication; what is older is history where it is told by the way
DURING = frozenset({"during", "at", "after", "before"})
YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
NEAR = 8  # words from a verb to how long it lasted; parses hang it elsewhere
AGES = frozenset({"year", "decade", "century", "generation"})


def is_background(token: Token) -> bool:
    """Tell whether a word only dates or captions something else, or points to history.

    "Since Russia launched its invasion"; "The minister during a meeting in Oslo"; "the bombing of Dresden in 1945";
    "targeting civilians is a crime".
    """
    if any(child.lower_ == "since" for one in (token, token.head) for child in children(one, "mark", "case")):
        return True
    if token.dep_ in {"csubj", "csubj:pass"} and token.tag_ == "VBG":
        return True
    if token.pos_ != "NOUN":
        return False
    is_caption = token.sent.root.pos_ in {"NOUN", "PROPN"} and not DURING.isdisjoint(prepositions(token))
    return is_caption or any(YEAR.fullmatch(word.text) for word in _own_words(token))


def _own_words(noun: Token) -> Iterator[Token]:
    """Yield the words of a noun's phrase and of those hung on it, without clauses."""
    for child in noun.children:
        if child.dep_.split(":")[0] in {"amod", "compound", "nmod", "nummod", "obl"}:
            yield child
            yield from _own_words(child)


def is_history(trigger: Trigger, time: Period | None, published_on: date | None) -> bool:
    """Tell what only recalls an event long past: a noun ("the 1998 raid"), or a clause inside another."""
    if time is None or published_on is None or time.to + RECENT > published_on:
        return False
    token = trigger.token
    while token.dep_ == "conj" and token.head.pos_ == "VERB":
        token = token.head
    return not trigger.is_verb or token.dep_ in {"advcl", "acl", "acl:relcl"}


def is_recalled(trigger: Trigger, published_on: date | None) -> bool:
    """Tell what a deed did that the sentence before set long ago: "In 1944 ... The raids destroyed the port"."""
    if published_on is None or not trigger.is_verb or trigger.token.sent.start == 0:
        return False
    is_taken_up = any(any(child.lower_ in {"the", "those"} for child in one.children) for one in _deeds(trigger.token))
    before = trigger.token.doc[trigger.token.sent.start - 1].sent
    years = [int(word.text) for one in (before, trigger.token.sent) for word in one if YEAR.fullmatch(word.text)]
    return is_taken_up and bool(years) and max(years) * 365 + RECENT.days < published_on.year * 365


def _deeds(verb: Token) -> list[Token]:
    """Return the subjects of a verb that are themselves told as violence: "the attacks destroyed"."""
    return [one for one in subjects(verb) if one.pos_ == "NOUN" and "ASSAULT" in types_of(one)]


def is_lasting(trigger: Trigger) -> bool:
    """Tell violence told as a habit: "has bombed its neighbours for many years"."""
    if trigger.type != "ASSAULT" or not trigger.is_verb:
        return False
    verb = trigger.token
    around = verb.doc[max(verb.i - NEAR, verb.sent.start) : min(verb.i + NEAR, verb.sent.end)]
    spans = (one for one in around if one.lemma_ in AGES and "for" in prepositions(one))
    return any(not children(one, "nummod") for one in spans)
