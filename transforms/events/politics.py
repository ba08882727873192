"""Triggers with their sides → whether politics acts: states, parties, courts, armed groups, people facing them."""

from collections.abc import Sequence

from schemas.event import Participant
from transforms.events.arguments import is_passive, obliques, subjects
from transforms.events.frames import types_of
from transforms.events.things import HELD
from transforms.events.triggers import Trigger
from transforms.lexicon.event_settings import FOUGHT, POLITICAL

LEGAL = frozenset({"090", "115"})  # investigated or sued: the state acts, named or not
TRAVELS = frozenset({"arrive", "fly", "travel"})
ARMED = frozenset({"MIL", "REB", "COP"})
BODILY = frozenset({"ASSAULT", "COERCE", "PROTEST"})  # done by or to people of any kind


Side = Sequence[Participant]


def _is_travel(trigger: Trigger, sources: Side, targets: Side) -> bool:
    """Tell travel at home and travellers' visits, which meet no politics; two peoples may meet."""
    countries = {one.country for one in (*sources, *targets)}
    is_home = bool(sources and targets) and len(countries) == 1 and None not in countries
    if trigger.frame.lemma in TRAVELS and is_home:
        return True
    meeting = sources if trigger.frame.cameo == "042" else (*sources, *targets)
    is_of_states = len({one.country for one in meeting if one.country}) > 1 or _has_politics(meeting)
    return trigger.type == "CONSULT" and not is_of_states


def _is_quarrel(trigger: Trigger, sources: Side, targets: Side) -> bool:
    """Tell a fight of the unarmed, which is one of words: "critics battle with the ministry"."""
    theirs = {one.country for one in sources if one.country}
    is_of_states = bool(theirs) and any(one.country not in {None, *theirs} for one in targets)
    return trigger.frame.lemma in FOUGHT and not is_of_states and not _has(ARMED, (*sources, *targets))


def _is_parade(trigger: Trigger, sources: Side, _: Side) -> bool:
    """Tell officials who rally voters, and troops who take to the streets."""
    if trigger.type != "PROTEST" or not sources:
        return False
    is_rally = trigger.frame.is_loose and trigger.is_verb
    marching = {"GOV", "LEG"} if is_rally else {"MIL"} if trigger.frame.company == "STREET" else set()
    return all(one.sector in marching for one in sources)


def _is_business(trigger: Trigger, sources: Side, targets: Side) -> bool:
    """Tell what firms do to each other and to people, and what singers do together."""
    is_joint = trigger.type == "COOPERATE"
    is_of_firms = trigger.type != "PROTEST" and _has(frozenset({"BUS"}), sources)
    return (is_joint or is_of_firms) and not _has_politics((*sources, *targets))


def _is_nobodys(trigger: Trigger, sources: Side, _: Side) -> bool:
    """Tell a town taken over by something: "the drug took over the town"."""
    return trigger.frame.company in HELD and not sources and not is_passive(trigger.token)


_PRIVATE = (_is_travel, _is_quarrel, _is_parade, _is_business, _is_nobodys)


def _has(sectors: frozenset[str], actors: Side) -> bool:
    return any(one.sector in sectors for one in actors)


def _has_politics(actors: Side) -> bool:
    return _has(POLITICAL, actors)


def is_political(trigger: Trigger, sources: Side, targets: Side) -> bool:
    """Tell whether politics acts here; a loose word asks for a political source and somebody to act upon."""
    if not (sources or targets) or any(fits(trigger, sources, targets) for fits in _PRIVATE):
        return False
    is_answered = bool(targets) or trigger.type in BODILY  # people who blame or ask nobody only talk
    acts = any(one.sector in POLITICAL or (one.country and (is_answered or one.sector != "CVL")) for one in sources)
    suffers = any(one.sector in POLITICAL or one.country for one in targets)
    if not trigger.frame.is_loose:
        is_open = (
            trigger.type in BODILY
            or (trigger.frame.cameo in LEGAL and bool(targets))
            or trigger.frame.company in {"PROTEST", "GUILT", "NOT_GUILTY"}
        )
        return acts or suffers or is_open
    if trigger.type in BODILY or not trigger.is_verb:
        return acts or suffers or _is_of_deed(trigger)
    return acts and bool(targets or sources[1:] or _is_mutual(trigger))


def _is_of_deed(trigger: Trigger) -> bool:
    """Tell harm done in an attack, whoever is meant: "12 were wounded in the raid"."""
    if trigger.type != "ASSAULT" or not trigger.is_verb:
        return False
    return any("ASSAULT" in types_of(one) for one in obliques(trigger.token, ("in", "by", "during")))


def _is_mutual(trigger: Trigger) -> bool:
    """Tell those who meet each other: "the ministers will meet on Monday"."""
    return trigger.frame.entry == "meet" and any(one.tag_ in {"NNS", "NNPS"} for one in subjects(trigger.token))
