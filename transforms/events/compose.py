"""Triggers → events: an outer word decides what an inner one means.

"agreed to withdraw" is a concession, "refused to withdraw" a rejection, "threatened to attack" a threat:
one event is told, not two (PLOVER manual, "verbal" types). What is asked for, refused, threatened or
alleged is no event of its own.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Token

from transforms.assertions.factuality import judge
from transforms.events.actors import Cast
from transforms.events.arguments import children, complements, is_passive, obliques, patients, prepositions, subjects
from transforms.events.frames import Frame, in_class
from transforms.events.participants import is_actor
from transforms.events.triggers import Trigger
from transforms.lexicon.event_settings import (
    ABOUT,
    ABSTRACT,
    BLAMED,
    COMMENTS,
    CRIME_VERBS,
    CRIMES,
    DUTY,
    FAILURES,
    FUTURE,
    GERUND_MARKS,
    IDLE_COMPLEMENTS,
    KIND,
    LEAVE,
    NATURAL,
    PROMISED,
    PROMISES,
    READY,
    SELF,
    SPEECH_VERBS,
    SWALLOWING,
    THOUGHTS,
    TOPICS,
    VEHICLES,
    WILLING,
    WITHHELD,
)

DURING = frozenset({"during", "at", "after", "before"})
YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
NEGATIONS = frozenset({"not", "n't", "never", "n’t"})
OPINIONS = frozenset({"agree", "concur"})
NAMING = frozenset({"call", "accuse", "describe", "label", "brand", "blame"})
WORSE = {"THREATEN": "130"}  # CAMEO codes of what a promise of harm turns into
BLAME = Frame("attack", "ACCUSE", "111", "", "", "VERBAL", is_loose=True)
CLAUSAL = frozenset(
    {"xcomp", "ccomp", "obj", "obl", "nmod", "compound", "amod", "conj", "acl", "nmod:poss", "iobj", "nsubj:pass"}
)


def compose(triggers: Sequence[Trigger], cast: Cast) -> list[Trigger]:
    """Return the triggers that remain events, with the types that their surroundings give them."""
    by_token = {trigger.token.i: trigger for trigger in triggers if not _is_idle(trigger)}
    by_token |= {trigger.token.i: trigger for trigger in _spoken(cast, by_token)}
    kept = [trigger for trigger in by_token.values() if not _is_swallowed(trigger.token, by_token)]
    kept = [trigger for trigger in kept if not _is_background(trigger.token)]
    kept = [trigger for trigger in kept if not _is_metaphor(trigger) and not _is_natural(trigger)]
    kept = [_peaceful(_verbal(_withheld(_promised(trigger, by_token)))) for trigger in kept]
    return sorted(kept, key=lambda trigger: trigger.token.i)


def _promised(trigger: Trigger, triggers: dict[int, Trigger]) -> Trigger:
    """Give a promise the type of what is promised."""
    if trigger.frame.lemma not in PROMISES | WILLING:
        return trigger
    for clause in complements(trigger.token) + patients(trigger.token):
        inner = triggers.get(clause.i)
        if inner and inner.type in PROMISED and not (inner.type in KIND and trigger.frame.lemma in READY):
            cameo = inner.frame.cameo if PROMISED[inner.type] == inner.type else WORSE[PROMISED[inner.type]]
            return replace(trigger, type=PROMISED[inner.type], frame=replace(trigger.frame, cameo=cameo))
    return trigger


def _verbal(trigger: Trigger) -> Trigger:
    """Take an attack in words for what it is: "a scathing attack on X", "attacked X, calling him a liar"."""
    if trigger.type != "ASSAULT" or "attack" not in trigger.frame.lemma + trigger.frame.company.lower():
        return trigger
    nouns = [trigger.token, *patients(trigger.token)]
    is_scathing = any(in_class((one.lower_ for one in children(noun, "amod")), "VERBAL") for noun in nouns)
    verb = trigger.token if trigger.is_verb else trigger.token.head
    calls = any(clause.lemma_ in NAMING for clause in children(verb, "advcl"))
    return replace(trigger, type="ACCUSE", frame=BLAME) if is_scathing or calls else trigger


def _peaceful(trigger: Trigger) -> Trigger:
    """Take peacekeepers sent for the help that they are (CAMEO 074): "deployed troops as peacekeepers"."""
    if trigger.type not in {"MOBILIZE", "CONSULT"} or (trigger.type == "CONSULT" and trigger.frame.cameo != "042"):
        return trigger
    args = children(trigger.token, "obj", "obl", "nsubj", "nsubj:pass", "nmod", "advcl", "xcomp")
    words = (word.lower_ for head in args for word in (head, *head.children))
    if not any(word.startswith("peacekeep") for word in words):
        return trigger
    return replace(trigger, type="AID", frame=replace(trigger.frame, cameo="074"))


def _is_background(token: Token) -> bool:
    """Tell whether a word only dates or captions something else, or points to history.

    "Since Russia launched its invasion"; "The minister during a meeting in Oslo"; "the bombing of Dresden in 1945".
    """
    if any(child.lower_ == "since" for one in (token, token.head) for child in children(one, "mark", "case")):
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


def _is_metaphor(trigger: Trigger) -> bool:
    """Tell violence against a thing that cannot bleed: "war on inflation", "fight against corruption"."""
    if trigger.type != "ASSAULT":
        return False
    heads = [*patients(trigger.token), *obliques(trigger.token, ("on", "against", "with"))]
    heads += [one for one in obliques(trigger.token.head, ("on", "against")) if not trigger.is_verb]
    return any(one.lemma_.lower() in ABSTRACT or one.lower_ in SELF for one in heads)


def _is_natural(trigger: Trigger) -> bool:
    """Tell deaths that nobody dealt: "the typhoon killed 12", "killed in a crash", "a crash, killing 12"."""
    if trigger.type != "ASSAULT" or not trigger.is_verb:
        return False
    verb = trigger.token
    while verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        verb = verb.head
    heads = [*subjects(verb), *obliques(verb, ("in", "by", "from"))]
    if verb.dep_ in {"acl:relcl", "acl"}:
        heads.append(verb.head)
    if verb.dep_ == "advcl" and verb.tag_ == "VBG":
        heads += [*patients(verb.head), *children(verb.head, "nsubj", "nsubj:pass")]
    clauses = children(verb, "advcl") if is_passive(verb) else []
    vehicles = [one for clause in clauses for one in children(clause, "nsubj", "nsubj:pass")]  # "killed when a car hit"
    return any(one.lemma_.lower() in NATURAL for one in heads) or any(one.lemma_ in VEHICLES for one in vehicles)


def judge_event(trigger: Trigger) -> str:
    """Return how sure the text is of an event: a promise of help is help planned, a refusal is a fact."""
    verdict = judge(trigger.speech or trigger.token)
    if trigger.type == "REJECT" and verdict in {"negated", "planned"}:
        return "fact"
    is_promise = trigger.frame.lemma in PROMISES | WILLING and trigger.type not in {"AGREE", "THREATEN", "REJECT"}
    return "planned" if is_promise and verdict == "fact" else verdict


def _withheld(trigger: Trigger) -> Trigger:
    """Turn what someone will not do, or failed to do, into a refusal: "will not lift sanctions"."""
    token = trigger.token
    if trigger.type not in WITHHELD or not trigger.is_verb:
        return trigger
    is_denied = any(child.lower_ in NEGATIONS for one in (token, *children(token, "xcomp")) for child in one.children)
    is_future = any(child.lower_ in FUTURE for child in children(token, "aux"))
    has_failed = token.dep_ == "xcomp" and token.head.lemma_ in FAILURES
    is_refusal = is_denied and (is_future or trigger.frame.company == "GUILT")  # "pleaded not guilty"
    return replace(trigger, type="REJECT") if has_failed or is_refusal else trigger


def _is_idle(trigger: Trigger) -> bool:
    """Tell refusals of nothing ("declined to comment") and opinions shared ("agreed with him that")."""
    if trigger.frame.lemma in OPINIONS and trigger.is_verb and any(obliques(trigger.token, ("with",))):
        return not children(trigger.token, "xcomp")
    return trigger.type == "REJECT" and any(one.lemma_ in IDLE_COMPLEMENTS for one in complements(trigger.token))


def _is_swallowed(token: Token, triggers: dict[int, Trigger]) -> bool:
    """Tell whether a word stands inside what an outer event asks, refuses, threatens, promises or alleges."""
    below = token
    if _is_commented(token):
        return True
    for head in token.ancestors:
        outer = triggers.get(head.i)
        if below.dep_ in {"xcomp", "ccomp"} and head.lemma_ in THOUGHTS:
            return True
        if below.dep_ == "obj" and head.lemma_ in THOUGHTS | TOPICS:
            return True
        if outer and below.dep_ == "advcl" and _completes(below, outer):
            return True
        if below.dep_.split(":")[0] not in CLAUSAL and below.dep_ not in CLAUSAL:
            return False
        if outer and below.dep_ != "conj" and (_swallows(outer) or token.pos_ == "NOUN"):
            return True
        if below.dep_ == "conj" and token.pos_ == "VERB" and below == token and head.pos_ == "VERB":
            return _is_swallowed(head, triggers) if head.dep_ in {"xcomp", "ccomp"} else False
        below = head
    return False


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


def _completes(clause: Token, outer: Trigger) -> bool:
    """Tell an adverbial clause that is the outer word's own: "asked X to go", "accused X of stealing"."""
    if outer.type == "REQUEST" and clause.tag_ == "VB":
        return True
    marks = {child.lower_ for child in children(clause, "mark")}
    return clause.tag_ == "VBG" and not marks.isdisjoint(GERUND_MARKS.get(outer.type, ()))


def _swallows(outer: Trigger) -> bool:
    return outer.type in SWALLOWING or outer.frame.lemma in PROMISES | WILLING | LEAVE


def _spoken(cast: Cast, triggers: dict[int, Trigger]) -> Iterator[Trigger]:
    """Yield what speech makes an event: crimes alleged, duties imposed, readiness declared."""
    for token in cast.doc:
        if token.lemma_ in WILLING and token.pos_ == "ADJ" and children(token, "xcomp"):
            yield Trigger(token, Frame(token.lemma_, "AGREE", "030", "", "", "", is_loose=False), "AGREE")
        if token.dep_ != "ccomp" or token.head.lemma_ not in SPEECH_VERBS:
            continue
        if not any(is_actor(head, cast) for head in subjects(token.head)):
            continue
        if any(child.lower_ in DUTY for child in children(token, "aux")):
            yield Trigger(token, Frame("must", "REQUEST", "100", "", "", "", is_loose=True), "REQUEST", token.head)
        elif token.i in triggers:
            continue
        elif token.lemma_ in BLAMED:
            yield Trigger(
                token, Frame("responsible", "ACCUSE", "112", "", "", "", is_loose=False), "ACCUSE", token.head
            )
        elif token.lemma_ in CRIME_VERBS and any(word.lemma_ in CRIMES for word in token.subtree):
            yield Trigger(token, Frame("crime", "ACCUSE", "112", "", "", "", is_loose=False), "ACCUSE", token.head)
