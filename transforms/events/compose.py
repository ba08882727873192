"""Triggers → events: an outer word decides what an inner one means.

"Agreed to withdraw" is an agreement, "promised to send aid" is aid, "refused to withdraw" a rejection,
"threatened to attack" a threat: one event is told, not two (PLOVER manual, "verbal" types).
"""

from collections.abc import Mapping, Sequence

from spacy.tokens import Token

from transforms.events.actors import Cast
from transforms.events.arguments import children, complements, expand, is_own, is_passive, patients
from transforms.events.everyday import is_everyday
from transforms.events.opinions import is_bare_opinion
from transforms.events.recalled import is_background, is_lasting
from transforms.events.retype import as_blame, as_peacekeeping, as_strike, is_contest
from transforms.events.spoken import find_spoken
from transforms.events.sport import is_match_report, is_played, is_sport
from transforms.events.swallowed import is_swallowed
from transforms.events.things import is_metaphor, is_natural, is_of_things
from transforms.events.triggers import Trigger
from transforms.lexicon.event_settings import (
    FAILURES,
    FUTURE,
    HARMS,
    KIND,
    PROMISED,
    PROMISES,
    READY,
    SPEECH_VERBS,
    WILLING,
    WITHHELD,
)

NEGATIONS = frozenset({"not", "n't", "never", "n’t"})
# CAMEO codes of what an outer word makes of an inner one.
PROMISE, REFUSAL, THREAT = "030", "120", "130"
REFUSED = {"CONSULT": "125"}  # types whose refusal has a code of its own


def compose(triggers: Sequence[Trigger], cast: Cast) -> list[Trigger]:
    """Return the triggers that remain events, with the types that their surroundings give them."""
    by_token = {trigger.token.i: trigger for trigger in triggers if not _is_no_deed(trigger, cast)}
    if is_match_report(cast.doc):
        by_token = {place: trigger for place, trigger in by_token.items() if not is_played(trigger)}
    by_token |= {trigger.token.i: trigger for trigger in find_spoken(cast, by_token)}
    kept = [trigger for trigger in by_token.values() if not is_swallowed(trigger.token, by_token)]
    kept = [trigger for trigger in kept if not is_background(trigger.token)]
    typed = (_typed(trigger, by_token, cast) for trigger in kept)
    return sorted(typed, key=lambda trigger: trigger.token.i)


def _is_no_deed(trigger: Trigger, cast: Cast) -> bool:
    if is_of_things(trigger, cast) or is_everyday(trigger) or is_bare_opinion(trigger) or is_lasting(trigger):
        return True
    return is_contest(trigger, cast) or is_metaphor(trigger, cast) or is_natural(trigger) or is_sport(trigger)


def _typed(trigger: Trigger, triggers: Mapping[int, Trigger], cast: Cast) -> Trigger:
    """Return the trigger with the type that its surroundings give it."""
    composed = _withheld(_promised(trigger, triggers))
    return _announced(as_strike(as_peacekeeping(as_blame(composed, cast)), cast))


def _promised(trigger: Trigger, triggers: Mapping[int, Trigger]) -> Trigger:
    """Give a promise the type of what is promised."""
    if trigger.frame.lemma not in PROMISES | WILLING:
        return trigger
    is_ready = trigger.frame.lemma in READY
    for clause in complements(trigger.token) + patients(trigger.token):
        inner = triggers.get(clause.i)
        if inner is None or inner.type not in PROMISED or (is_ready and inner.type in KIND):
            continue
        promised = PROMISED[inner.type]
        if is_ready and promised == "THREATEN":
            return trigger  # nobody threatens by an offer: "offered to send helicopters"
        return trigger.told_as(promised, inner.frame.cameo if promised == inner.type else THREAT)
    return _vowed(trigger)


def _vowed(trigger: Trigger) -> Trigger:
    """Take a vow of no harm for the promise that it is: "vowed to rebuild", "vowed not to repeat it"."""
    if trigger.frame.entry not in {"vow", "swear"} or trigger.type != "THREATEN":
        return trigger
    clauses = complements(trigger.token)
    is_harm = any(one.lemma_ in HARMS and not _is_denied(one) for clause in clauses for one in expand([clause]))
    is_harm = is_harm or any(word.lemma_ in HARMS for clause in clauses for word in children(clause, "obj", "conj"))
    return trigger if is_harm else trigger.told_as("AGREE", PROMISE)


def _withheld(trigger: Trigger) -> Trigger:
    """Turn what someone will not do, or failed to do, into a refusal: "will not lift sanctions"."""
    token = trigger.token
    if trigger.type not in WITHHELD or not trigger.is_verb:
        return trigger
    is_denied = any(_is_denied(one) for one in (token, *children(token, "xcomp")))
    is_future = any(child.lower_ in FUTURE for child in children(token, "aux"))
    has_failed = token.dep_ == "xcomp" and token.head.lemma_ in FAILURES
    is_refusal = is_denied and (is_future or trigger.frame.company == "GUILT")  # "pleaded not guilty"
    if not has_failed and not is_refusal:
        return trigger
    return trigger.told_as("REJECT", REFUSED.get(trigger.type, REFUSAL))


def _is_denied(verb: Token) -> bool:
    return any(child.lower_ in NEGATIONS for child in verb.children)


def _announced(trigger: Trigger) -> Trigger:
    """Take the harm that somebody says they will do for the threat that it is: "said it would boycott the talks"."""
    token = trigger.token
    if PROMISED.get(trigger.type) != "THREATEN" or token.dep_ != "ccomp" or token.head.lemma_ not in SPEECH_VERBS:
        return trigger
    is_future = any(child.lower_ in {"will", "would", "'ll"} for child in children(token, "aux"))
    if not is_future or is_passive(token) or not any(is_own(one) for one in children(token, "nsubj")):
        return trigger
    return trigger.told_as("THREATEN", THREAT)
