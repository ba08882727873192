"""Trigger → how sure the text is of the event, by the promises, refusals and threats that its words are."""

from spacy.tokens import Token

from transforms.assertions.factuality import judge
from transforms.events.arguments import children
from transforms.events.triggers import Trigger
from transforms.lexicon.event_settings import DELIBERATED, PROMISES, RECEIVERS, WILLING


def judge_event(trigger: Trigger) -> str:
    """Return how sure the text is of an event: a promise of help is help planned, a refusal is a fact."""
    token = trigger.speech or trigger.token
    verdict = judge(token.head if not trigger.is_verb and token.head.lemma_ in RECEIVERS else token)
    is_refused = verdict == "planned" or (verdict == "negated" and trigger.frame.type != "REJECT")
    is_said = trigger.type == "REJECT" and is_refused
    if is_said or (trigger.type == "THREATEN" != trigger.frame.type and verdict == "planned"):
        return "fact"
    if verdict == "fact" and _is_open(trigger.token):
        return "possible"
    is_promise = trigger.frame.lemma in PROMISES | WILLING and trigger.type not in {"AGREE", "THREATEN", "REJECT"}
    return "planned" if is_promise and verdict == "fact" else verdict


def _is_open(verb: Token) -> bool:
    """Tell what somebody only can do or what is only talked of: "the possibility of banning", "talks about joining"."""
    if any(child.lower_ in {"can", "ca"} for child in children(_first_joined(verb), "aux")):
        return True
    return verb.tag_ == "VBG" and verb.dep_ in {"acl", "advcl"} and verb.head.lemma_.lower() in DELIBERATED


def _first_joined(verb: Token) -> Token:
    """Return the verb whose auxiliaries hold for `verb` too: "can be harassed, robbed or beaten"."""
    while verb.dep_ == "conj" and not children(verb, "aux", "nsubj", "nsubj:pass") and verb.head.pos_ == "VERB":
        verb = verb.head
    return verb
