"""Triggers whose arguments tell another type: attacks in words, strikes of work, peacekeepers sent."""

from dataclasses import replace

from spacy.tokens import Token

from transforms.events.actors import Cast
from transforms.events.arguments import children, obliques, patients, subjects
from transforms.events.frames import Frame, in_class
from transforms.events.triggers import Trigger
from transforms.lexicon.roles import ISSUED

WORKING = frozenset({"CVL", "EDU", "MED", "UNK"})  # sectors whose strikes are of work
COUNTRIES = frozenset({"country", "capital", "people"})
CIVIL = frozenset({"GOV", "LEG", "OPP"})
CONTESTS = frozenset({"beat", "rout", "fight", "battle", "push"})
RIVALS = frozenset({"JUD", "MED", "IGO", "COP", "BUS", "NGO"})
NAMING = frozenset({"call", "accuse", "describe", "label", "brand", "blame"})
PEACEKEEPING = "074"  # CAMEO
BLAME = Frame("attack", "ACCUSE", "111", company="VERBAL", is_loose=True)


def as_blame(trigger: Trigger, cast: Cast) -> Trigger:
    """Take an attack in words for what it is: "a scathing attack on X", "attacked X, calling him a liar".

    One politician, named, attacks another or a body only in words.
    """
    if trigger.type != "ASSAULT" or "attack" not in trigger.frame.lemma + trigger.frame.company.lower():
        return trigger
    nouns = [trigger.token, *patients(trigger.token)]
    on = [] if trigger.is_verb else list(obliques(trigger.token, ("on",)))
    is_scathing = in_class((one.lemma_.lower() for one in on), "POLICY") or any(
        in_class((one.lower_ for one in children(noun, "amod")), "VERBAL") for noun in nouns
    )
    verb = trigger.token if trigger.is_verb else trigger.token.head
    clauses = [*children(verb, "advcl", "conj"), *(one for done in patients(verb) for one in children(done, "acl"))]
    calls = any(clause.lemma_ in NAMING or _is_reason(clause) for clause in clauses)
    doers = subjects(trigger.token) if trigger.is_verb else []
    is_written = bool(doers) and all(one.lemma_.lower() in ISSUED for one in doers)  # "a letter attacking the plan"
    is_plain = is_scathing or calls or is_written
    is_in_words = is_plain or (trigger.frame.entry == "attack" and _is_of_politicians(trigger, cast))
    return replace(trigger, type="ACCUSE", frame=BLAME) if is_in_words else trigger


def _is_reason(clause: Token) -> bool:
    """Tell what somebody is attacked for, or with: "for accepting gifts", "saying he lied"."""
    is_said = clause.lemma_ == "say" and clause.dep_ == "advcl"
    return clause.tag_ == "VBG" and (is_said or any(one.lower_ in {"for", "over"} for one in children(clause, "mark")))


def _is_of_politicians(trigger: Trigger, cast: Cast) -> bool:
    token = trigger.token
    done = patients(token) if trigger.is_verb else list(obliques(token, ("on", "against")))
    heads = subjects(token) if trigger.is_verb else children(token, "nmod:poss")
    heads = heads or [one for place in (token, *done) for one in obliques(place, ("by",))]
    named = [one for one in heads if one.ent_type_ == "PERSON" or one.lower_ in {"he", "she"}]
    attacked = [one for one in done if one.i not in cast.names or cast.names[one.i].name.kind not in COUNTRIES]
    is_civil = all((one := cast.of(head)) is not None and one.sector in CIVIL for head in named)
    is_rival = all((one := cast.of(head)) is not None and one.sector in CIVIL | RIVALS for head in attacked)
    return bool(named and attacked) and len(attacked) == len(done) and is_civil and is_rival


def is_contest(trigger: Trigger, cast: Cast) -> bool:
    """Tell what candidates do to each other at the polls: "beat her by nine points"."""
    return trigger.frame.lemma in CONTESTS and trigger.is_verb and _is_of_politicians(trigger, cast)


def as_strike(trigger: Trigger, cast: Cast) -> Trigger:
    """Take a strike that workers launch for the protest that it is (CAMEO 143)."""
    strikes = [one for one in patients(trigger.token) if one.lemma_.lower() == "strike"]
    if trigger.type != "ASSAULT" or trigger.frame.company != "ATTACK" or not strikes:
        return trigger
    is_of_work = any(in_class((one.lower_ for one in children(noun, "amod", "compound")), "WORK") for noun in strikes)
    named = [one for head in subjects(trigger.token) if (one := cast.of(head))]
    if not is_of_work and not (named and all(one.sector in WORKING for one in named)):
        return trigger
    return replace(trigger, type="PROTEST", frame=replace(trigger.frame, type="PROTEST", cameo="143"))


def as_peacekeeping(trigger: Trigger) -> Trigger:
    """Take peacekeepers sent for the help that they are: "deployed troops as peacekeepers"."""
    is_sent = trigger.type == "MOBILIZE" or (trigger.type == "CONSULT" and trigger.frame.cameo == "042")
    if not is_sent:
        return trigger
    args = children(trigger.token, "obj", "obl", "nsubj", "nsubj:pass", "nmod", "advcl", "xcomp")
    parts = [one for head in args for one in (head, *obliques(head, ("of",)))]
    words = (word.lower_ for head in parts for word in (head, *head.children))
    return trigger.told_as("AID", PEACEKEEPING) if any(word.startswith("peacekeep") for word in words) else trigger
