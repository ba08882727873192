"""Triggers in everyday senses: what an object, a particle or a complement makes another thing of."""

from spacy.tokens import Token

from transforms.events.arguments import children, complements, obliques, particles, patients, subjects
from transforms.events.triggers import Trigger
from transforms.lexicon.event_settings import (
    IDIOMS,
    IDLE_COMPLEMENTS,
    INTRANSITIVE,
    NATURAL,
    REGARDS,
    RULINGS,
    SCHOLARS,
    SPORT,
    WITH_OBJECT,
    WITHOUT_OBJECT,
)
from transforms.lexicon.roles import SECTOR_OF

PRAISE = frozenset({"051", "052"})
ASKING = frozenset({"call", "appeal"})  # by telephone or to a court they ask for nothing


def is_everyday(trigger: Trigger) -> bool:
    """Tell whether one of the senses below makes another thing of a trigger's word."""
    return any(fits(trigger) for fits in (_SENSES_OF_VERBS if trigger.is_verb else _SENSES_OF_NOUNS))


def _is_idle(trigger: Trigger) -> bool:
    """Tell refusals of nothing: "declined to comment"."""
    return trigger.type == "REJECT" and any(one.lemma_ in IDLE_COMPLEMENTS for one in complements(trigger.token))


def _is_imperative(trigger: Trigger) -> bool:
    """Tell "Ask them to wait", which asks a reader or listener."""
    verb = trigger.token
    is_bare = verb.tag_ == "VB" and verb.dep_ in {"root", "ROOT", "ccomp"}
    return trigger.type == "REQUEST" and is_bare and not children(verb, "nsubj", "nsubj:pass", "aux", "mark")


def _is_of_another_object(trigger: Trigger) -> bool:
    """Tell "demonstrated restraint", "vowed a return", "pressed on"."""
    entry, verb = trigger.frame.entry, trigger.token
    if entry in WITH_OBJECT:
        return not patients(verb)
    if entry in INTRANSITIVE:
        return bool(children(verb, "obj", "ccomp"))
    return entry in WITHOUT_OBJECT and bool(children(verb, "obj"))


def _is_idiom(trigger: Trigger) -> bool:
    """Tell what a particle or preposition makes another thing of: "seized on the report", "held in contempt"."""
    verb, frame = trigger.token, trigger.frame
    if frame.lemma == "hold" and any(one.lemma_ in REGARDS for one in obliques(verb, ("in",))):
        return True
    marks = IDIOMS.get(frame.lemma + (frame.company and f"~{frame.company}"), frozenset())
    is_meant = bool(frame.company) or not children(verb, "obj")
    return is_meant and (not marks.isdisjoint(particles(verb)) or any(True for _ in obliques(verb, marks)))


def _is_of_sport(trigger: Trigger) -> bool:
    """Tell "defended her title"."""
    return trigger.frame.lemma == "defend" and any(one.lemma_.lower() in SPORT for one in patients(trigger.token))


def _is_of_own(trigger: Trigger) -> bool:
    """Tell praise or defence of what is one's own: "defended its decision"."""
    owned = [one for one in patients(trigger.token) if one.pos_ == "NOUN"] if trigger.frame.cameo in PRAISE else []
    return bool(owned) and all(_is_own(one) for one in owned)


def _is_own(noun: Token) -> bool:
    is_someone = noun.lemma_.lower() in SECTOR_OF
    return not is_someone and any(child.pos_ == "PRON" for child in children(noun, "nmod:poss"))


def _asks_nothing(trigger: Trigger) -> bool:
    """Tell a call by telephone, an appeal to a court and charm: what is asked for is not said."""
    noun = trigger.token
    is_asking = any(obliques(noun, ("for", "on"))) or children(noun, "acl", "ccomp")
    return noun.lower_ in ASKING and not is_asking


def _is_bare_appeal(trigger: Trigger) -> bool:
    """Tell "will appeal", which goes to a court."""
    is_bare = trigger.frame.entry == "appeal"
    return is_bare and not children(trigger.token, "xcomp", "advcl", "ccomp")


def _is_of_goods(trigger: Trigger) -> bool:
    """Tell the demand for goods: "Kenyan demand slowed", not "a demand that" nor "Kenya's demand"."""
    demand = trigger.token
    return demand.lower_ == "demand" and not children(demand, "det", "nmod:poss", "acl", "ccomp")


def _is_of_court(trigger: Trigger) -> bool:
    """Tell an appeal to a higher court: "his appeal against the ruling"."""
    if trigger.frame.lemma != "appeal":
        return False
    heads = [*children(trigger.token, "obj", "compound"), *obliques(trigger.token, ("of", "against", "to"))]
    return any(one.lemma_.lower() in RULINGS for one in heads)


def _is_of_weather(trigger: Trigger) -> bool:
    """Tell a warning of what nobody does: "warned residents of floods"."""
    warns = trigger.frame.lemma == "warn" or trigger.frame.company == "ULTIMATUM"
    return warns and any(word.lemma_.lower() in NATURAL for word in trigger.token.sent)


def _is_forecast(trigger: Trigger) -> bool:
    """Tell a warning to nobody of how things go: "warned falling prices were hitting exporters"."""
    warning = trigger.token
    if trigger.frame.lemma != "warn" or patients(warning):
        return False
    told = [one for clause in children(warning, "ccomp") for one in children(clause, "nsubj", "nsubj:pass")]
    things = [one for one in told if one.pos_ == "NOUN" and one.lemma_.lower() not in SECTOR_OF and not one.ent_type_]
    return bool(things) and len(things) == len(told)


def _is_of_science(trigger: Trigger) -> bool:
    """Tell an inquiry of scientists, which accuses nobody."""
    if trigger.frame.cameo != "090":
        return False
    holders = subjects(trigger.token if trigger.is_verb else trigger.token.head)
    return any(one.lemma_.lower() in SCHOLARS for one in holders)


_SENSES_OF_VERBS = (
    _is_idle, _is_imperative, _is_of_another_object, _is_idiom, _is_of_sport, _is_of_own, _is_bare_appeal, _is_of_court,
    _is_of_weather, _is_forecast, _is_of_science,
)  # fmt: skip
_SENSES_OF_NOUNS = (_asks_nothing, _is_of_goods, _is_of_court, _is_of_science)
