"""Triggers → events: an outer word decides what an inner one means.

"Agreed to withdraw" is an agreement, "promised to send aid" is aid, "refused to withdraw" a rejection,
"threatened to attack" a threat: one event is told, not two (PLOVER manual, "verbal" types).
"""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from transforms.assertions.factuality import judge
from transforms.events.actors import Cast
from transforms.events.arguments import children, complements, expand, is_own, is_passive, obliques, patients, subjects
from transforms.events.everyday import is_everyday
from transforms.events.frames import Frame, in_class
from transforms.events.opinions import is_bare_opinion
from transforms.events.recalled import is_background, is_lasting
from transforms.events.spoken import find_spoken
from transforms.events.sport import is_match_report, is_played, is_sport
from transforms.events.swallowed import is_swallowed
from transforms.events.things import is_metaphor, is_natural, is_of_things
from transforms.events.triggers import Trigger
from transforms.lexicon.event_settings import (
    DELIBERATED,
    FAILURES,
    FUTURE,
    HARMS,
    KIND,
    PROMISED,
    PROMISES,
    READY,
    RECEIVERS,
    SPEECH_VERBS,
    WILLING,
    WITHHELD,
)
from transforms.lexicon.roles import ISSUED

NEGATIONS = frozenset({"not", "n't", "never", "n’t"})
WORKING = frozenset({"CVL", "EDU", "MED", "UNK"})  # sectors whose strikes are of work
COUNTRIES = frozenset({"country", "capital", "people"})
CIVIL = frozenset({"GOV", "LEG", "OPP"})
CONTESTS = frozenset({"beat", "rout", "fight", "battle", "push"})
RIVALS = frozenset({"JUD", "MED", "IGO", "COP", "BUS", "NGO"})
NAMING = frozenset({"call", "accuse", "describe", "label", "brand", "blame"})
REFUSED = {"CONSULT": "125"}  # CAMEO codes of what will not be done; the rest is a refusal (120)
WORSE = {"THREATEN": "130"}  # CAMEO codes of what a promise of harm turns into
BLAME = Frame("attack", "ACCUSE", "111", "", "", "VERBAL", is_loose=True)


def compose(triggers: Sequence[Trigger], cast: Cast) -> list[Trigger]:
    """Return the triggers that remain events, with the types that their surroundings give them."""
    by_token = {trigger.token.i: trigger for trigger in triggers if not _is_no_deed(trigger, cast)}
    if is_match_report(cast.doc):
        by_token = {place: trigger for place, trigger in by_token.items() if not is_played(trigger)}
    by_token |= {trigger.token.i: trigger for trigger in find_spoken(cast, by_token)}
    kept = [trigger for trigger in by_token.values() if not is_swallowed(trigger.token, by_token)]
    kept = [trigger for trigger in kept if not is_background(trigger.token)]
    kept = [
        _announced(_industrial(_peaceful(_verbal(_withheld(_promised(trigger, by_token)), cast)), cast))
        for trigger in kept
    ]
    return sorted(kept, key=lambda trigger: trigger.token.i)


def _is_no_deed(trigger: Trigger, cast: Cast) -> bool:
    if is_of_things(trigger, cast) or is_everyday(trigger) or is_bare_opinion(trigger) or is_lasting(trigger):
        return True
    return _is_contest(trigger, cast) or is_metaphor(trigger, cast) or is_natural(trigger) or is_sport(trigger)


def _promised(trigger: Trigger, triggers: dict[int, Trigger]) -> Trigger:
    """Give a promise the type of what is promised."""
    if trigger.frame.lemma not in PROMISES | WILLING:
        return trigger
    for clause in complements(trigger.token) + patients(trigger.token):
        inner = triggers.get(clause.i)
        if inner and inner.type in PROMISED and not (inner.type in KIND and trigger.frame.lemma in READY):
            if PROMISED[inner.type] == "THREATEN" and trigger.frame.lemma in READY:
                return trigger  # nobody threatens by an offer: "offered to send helicopters"
            cameo = inner.frame.cameo if PROMISED[inner.type] == inner.type else WORSE[PROMISED[inner.type]]
            return replace(trigger, type=PROMISED[inner.type], frame=replace(trigger.frame, cameo=cameo))
    return _vowed(trigger)


def _vowed(trigger: Trigger) -> Trigger:
    """Take a vow of no harm for the promise that it is: "vowed to rebuild", "vowed not to repeat it"."""
    if trigger.frame.entry not in {"vow", "swear"} or trigger.type != "THREATEN":
        return trigger
    clauses = complements(trigger.token)
    is_harm = any(one.lemma_ in HARMS and not _is_denied(one) for clause in clauses for one in expand([clause]))
    is_harm = is_harm or any(word.lemma_ in HARMS for clause in clauses for word in children(clause, "obj", "conj"))
    return trigger if is_harm else replace(trigger, type="AGREE", frame=replace(trigger.frame, cameo="030"))


def _verbal(trigger: Trigger, cast: Cast) -> Trigger:
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
    is_in_words = (
        is_scathing or calls or is_written or (trigger.frame.entry == "attack" and _is_of_politicians(trigger, cast))
    )
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


def _is_contest(trigger: Trigger, cast: Cast) -> bool:
    """Tell what candidates do to each other at the polls: "beat her by nine points"."""
    return trigger.frame.lemma in CONTESTS and trigger.is_verb and _is_of_politicians(trigger, cast)


def _industrial(trigger: Trigger, cast: Cast) -> Trigger:
    """Take a strike that workers launch for the protest that it is (CAMEO 143)."""
    strikes = [one for one in patients(trigger.token) if one.lemma_.lower() == "strike"]
    if trigger.type != "ASSAULT" or trigger.frame.company != "ATTACK" or not strikes:
        return trigger
    is_of_work = any(in_class((one.lower_ for one in children(noun, "amod", "compound")), "WORK") for noun in strikes)
    named = [one for head in subjects(trigger.token) if (one := cast.of(head))]
    if not is_of_work and not (named and all(one.sector in WORKING for one in named)):
        return trigger
    return replace(trigger, type="PROTEST", frame=replace(trigger.frame, type="PROTEST", cameo="143"))


def _peaceful(trigger: Trigger) -> Trigger:
    """Take peacekeepers sent for the help that they are (CAMEO 074): "deployed troops as peacekeepers"."""
    if trigger.type not in {"MOBILIZE", "CONSULT"} or (trigger.type == "CONSULT" and trigger.frame.cameo != "042"):
        return trigger
    args = children(trigger.token, "obj", "obl", "nsubj", "nsubj:pass", "nmod", "advcl", "xcomp")
    parts = [one for head in args for one in (head, *obliques(head, ("of",)))]
    words = (word.lower_ for head in parts for word in (head, *head.children))
    if not any(word.startswith("peacekeep") for word in words):
        return trigger
    return replace(trigger, type="AID", frame=replace(trigger.frame, cameo="074"))


def _announced(trigger: Trigger) -> Trigger:
    """Take the harm that somebody says they will do for the threat that it is: "said it would boycott the talks"."""
    token = trigger.token
    if PROMISED.get(trigger.type) != "THREATEN" or token.dep_ != "ccomp" or token.head.lemma_ not in SPEECH_VERBS:
        return trigger
    is_future = any(child.lower_ in {"will", "would", "'ll"} for child in children(token, "aux"))
    if not is_future or is_passive(token) or not any(is_own(one) for one in children(token, "nsubj")):
        return trigger
    return replace(trigger, type="THREATEN", frame=replace(trigger.frame, cameo=WORSE["THREATEN"]))


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


def _is_denied(verb: Token) -> bool:
    return any(child.lower_ in NEGATIONS for child in verb.children)


def _first_joined(verb: Token) -> Token:
    """Return the verb whose auxiliaries hold for `verb` too: "can be harassed, robbed or beaten"."""
    while verb.dep_ == "conj" and not children(verb, "aux", "nsubj", "nsubj:pass") and verb.head.pos_ == "VERB":
        verb = verb.head
    return verb


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
    return replace(trigger, type="REJECT", frame=replace(trigger.frame, cameo=REFUSED.get(trigger.type, "120")))
