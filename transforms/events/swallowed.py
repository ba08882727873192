"""Triggers inside others: what is only asked for, refused, promised, thought or commented on is no event of its own."""

from collections.abc import Mapping
from itertools import pairwise

from spacy.tokens import Token

from transforms.events.arguments import children
from transforms.events.triggers import Trigger
from transforms.lexicon.event_settings import (
    ABOUT,
    AVOIDING,
    COMMENTS,
    EAGER,
    GERUND_MARKS,
    LEAVE,
    PREVENTING,
    PROMISES,
    SWALLOWING,
    THOUGHTS,
    TOPICS,
    WILLING,
)

CLAUSAL = frozenset(
    {"xcomp", "ccomp", "obj", "obl", "nmod", "compound", "amod", "conj", "acl", "nmod:poss", "iobj", "nsubj:pass"}
)


def is_swallowed(token: Token, triggers: Mapping[int, Trigger]) -> bool:
    """Tell whether a word stands inside what an outer event asks, refuses, threatens, promises or alleges."""
    if _is_commented(token):
        return True
    for below, head in pairwise((token, *token.ancestors)):
        outer = triggers.get(head.i)
        if _is_thought(below, head) or _is_prevented(below, head) or (outer and _completes(below, outer)):
            return True
        if below.dep_.split(":")[0] not in CLAUSAL and below.dep_ not in CLAUSAL:
            return False
        if outer and below.dep_ != "conj" and (_swallows(outer) or token.pos_ == "NOUN"):
            return True
        if below == token and token.dep_ == "conj" and token.pos_ == "VERB" and head.pos_ == "VERB":
            return head.dep_ in {"xcomp", "ccomp", "advcl"} and is_swallowed(head, triggers)
    return False


def _is_thought(below: Token, head: Token) -> bool:
    """Tell what somebody only considers ("weighed sending tanks") or talks of ("recalled the raid")."""
    if below.dep_ == "obj":
        return head.lemma_ in THOUGHTS | TOPICS
    is_willing = head.pos_ == "ADJ" and head.lemma_ in WILLING | EAGER and below.dep_ in {"xcomp", "advcl"}
    return is_willing or (below.dep_ in {"xcomp", "ccomp"} and head.lemma_ in THOUGHTS)


def _is_prevented(below: Token, head: Token) -> bool:
    if head.lemma_ in AVOIDING:
        return below.dep_ in {"xcomp", "advcl"}
    return head.lemma_ in PREVENTING and any(child.lower_ == "from" for child in children(below, "mark"))


def _completes(clause: Token, outer: Trigger) -> bool:
    """Tell an adverbial clause that is the outer word's own: "asked X to go", "accused X of stealing"."""
    if clause.dep_ != "advcl":
        return False
    if outer.type == "REQUEST" and clause.tag_ == "VB":
        return True
    marks = {child.lower_ for child in children(clause, "mark")}
    return clause.tag_ == "VBG" and not marks.isdisjoint(GERUND_MARKS.get(outer.type, ()))


def _swallows(outer: Trigger) -> bool:
    return outer.type in SWALLOWING or outer.frame.lemma in PROMISES | WILLING | LEAVE


def _is_commented(token: Token) -> bool:
    """Tell what somebody only comments on: "expressed concern about the raid", "condolences after the attack"."""
    for below, head in pairwise((token, *token.ancestors)):
        if head.lemma_.lower() in COMMENTS:
            return True
        if below.dep_ in {"obl", "advcl"} and any(one.lemma_.lower() in COMMENTS for one in children(head, "obj")):
            return any(child.lower_ in ABOUT for child in children(below, "case", "mark"))
        if below.dep_ in {"ccomp", "parataxis", "conj"}:
            return False
    return False
