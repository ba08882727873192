"""Triggers told of things in words for people: who cannot bleed is not fought, who cannot act does nothing."""

from spacy.tokens import Token

from transforms.events.actors import Cast, is_actor
from transforms.events.arguments import (
    agents,
    antecedent,
    children,
    is_passive,
    obliques,
    patients,
    prepositions,
    subjects,
)
from transforms.events.frames import in_class, types_of
from transforms.events.identify import phrase
from transforms.events.triggers import Trigger
from transforms.lexicon.event_settings import (
    ABSTRACT,
    ANIMALS,
    BLASTS,
    FIGURES,
    FOUGHT,
    LEAVE,
    LIGHT_VERBS,
    NATURAL,
    SELF,
    VEHICLES,
)
from transforms.lexicon.roles import COUNTING, ISSUED, TRANSPARENT_HEADS

BY_FORCE = frozenset({"ASSAULT", "COERCE"})  # what arms do too, not only people
DEEDS = BY_FORCE | {"PROTEST"}
HELD = frozenset({"POSITION"})  # what only people take


def is_metaphor(trigger: Trigger, cast: Cast) -> bool:
    """Tell violence against a thing that cannot bleed: "war on inflation", "fight against corruption"."""
    if trigger.type != "ASSAULT":
        return False
    done = patients(trigger.token)
    heads = [*done, *obliques(trigger.token, ("on", "against", "with"))]
    heads += [one for noun in done for one in obliques(noun, ("on", "against"))]
    heads += [one for one in obliques(trigger.token.head, ("on", "against")) if not trigger.is_verb]
    if any(one.lemma_.lower() in ABSTRACT | ANIMALS or one.lower_ in SELF for one in heads):
        return True
    if not trigger.is_verb:
        return _is_figure(trigger.token, cast)
    if trigger.frame.lemma == "occupy" and any(one.ent_type_ == "PERSON" for one in subjects(trigger.token)):
        return True  # a post
    is_fought = trigger.frame.lemma in FOUGHT or trigger.frame.entry == "take_out"
    return is_fought and bool(done) and not any(_may_bleed(one, cast) for one in done)


def _is_figure(noun: Token, cast: Cast) -> bool:
    """Tell "a conflict of interest", "an invasion of privacy" and "the battle for market share"."""
    mark = FIGURES.get(noun.lemma_.lower())
    return mark is not None and any(_is_won(one, cast) for one in obliques(noun, (mark,)))


def _is_won(prize: Token, cast: Cast) -> bool:
    """Tell what rivals strive for in words only: "the battle for market share", not "the battle for the airport"."""
    is_place = bool(cast.places.at(prize)) or in_class((prize.lemma_.lower(),), "POSITION")
    return not is_place and not is_actor(prize, cast)


def _may_bleed(head: Token, cast: Cast) -> bool:
    """Tell who and what can be fought: someone, or someone's own ("the Mahdi's advance"), not "dirty air"."""
    inside = (word for word in head.subtree if word.i in cast.names or word.ent_type_ in {"PERSON", "ORG", "NORP"})
    return is_actor(head, cast) or any(inside)


def is_of_things(trigger: Trigger, cast: Cast) -> bool:
    """Tell what a thing does in words for people: "imports threaten jobs", "the cuts damaged X", "met the target"."""
    if not trigger.is_verb:
        return _is_given_by_things(trigger, cast)
    if trigger.speech is not None or trigger.frame.lemma in LEAVE:
        return False
    met = children(trigger.token, "obj") if trigger.frame.entry == "meet" else []
    if met and not any(is_actor(one, cast) for one in met):
        return True
    if trigger.type in BY_FORCE and not trigger.frame.is_loose and trigger.frame.company not in HELD:
        return False
    heads = [antecedent(one) for one in children(trigger.token, "nsubj") if not prepositions(one)]
    own = [one for one in heads if one.pos_ == "NOUN"]
    if trigger.type in BY_FORCE and is_passive(trigger.token):  # "damaged by mining"
        own = [one for one in agents(trigger.token) if one.pos_ == "NOUN"]
    if trigger.type == "CONSULT" and any(one.lemma_.lower() in VEHICLES for one in own):
        return True
    may = _may_strike if trigger.type in BY_FORCE else _may_speak
    return bool(own) and not any(may(one, cast) for one in own)


def _is_given_by_things(trigger: Trigger, cast: Cast) -> bool:
    """Tell what a thing gives: "lower prices brought the bank some relief"."""
    noun, verb = trigger.token, trigger.token.head
    if noun.dep_ != "obj" or verb.lemma_ not in LIGHT_VERBS or trigger.type in BY_FORCE:
        return False
    own = [one for one in children(verb, "nsubj") if one.pos_ == "NOUN"]
    return bool(own) and not any(_may_strike(one, cast) for one in own)


def _may_speak(head: Token, cast: Cast) -> bool:
    lemma = head.lemma_.lower()
    if is_actor(head, cast) or head.ent_type_ or lemma in ISSUED | TRANSPARENT_HEADS | COUNTING:
        return True
    participant = cast.of(head)
    return participant is not None and participant.sector != "UNK"


def _may_strike(head: Token, cast: Cast) -> bool:
    """Tell what wounds and wrecks: those who act, their deeds and their arms."""
    lemma = head.lemma_.lower()
    is_deed = not types_of(head).isdisjoint(DEEDS)
    return is_deed or in_class((lemma, head.lower_), "ARMS") or lemma in BLASTS or _may_speak(head, cast)


def is_natural(trigger: Trigger) -> bool:
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
        heads += [verb.head, *patients(verb.head), *children(verb.head, "nsubj", "nsubj:pass")]
    clauses = children(verb, "advcl") if is_passive(verb) else []
    vehicles = [one for clause in clauses for one in children(clause, "nsubj", "nsubj:pass")]  # "killed when a car hit"
    words = [word for one in heads for word in phrase(one, frozenset({"compound", "flat", "nmod:desc"}))]  # "Typhoon X"
    return any(one.lemma_.lower() in NATURAL for one in words) or any(one.lemma_ in VEHICLES for one in vehicles)
