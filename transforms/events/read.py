"""Document → readings: each event that the words may tell, with all that is known of it, unweighed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from spacy.tokens import Doc

from schemas.claim import Period, Place
from schemas.event import Participant
from transforms.assertions.attribute import Speaker
from transforms.assertions.read import Assertions, read_assertions
from transforms.events.actors import Cast, find_cast
from transforms.events.compose import compose, judge_event
from transforms.events.not_events import is_bare_denial, is_history
from transforms.events.participants import find_participants
from transforms.events.triggers import Trigger, find_triggers
from transforms.lexicon.event_settings import POLITICAL
from transforms.lexicon.roles import LOCAL_SECTORS, ROVING, WORLDLY

STATE = frozenset({"GOV", "MIL", "COP", "LEG", "JUD"})
LEGAL = frozenset({"090", "115"})  # investigated or sued: the state acts, named or not
BODILY = frozenset({"ASSAULT", "COERCE", "PROTEST"})  # done by or to people of any kind


@dataclass(frozen=True, slots=True)
class Reading:
    """One event as the parse tells it."""

    trigger: Trigger
    sources: tuple[Participant, ...]
    targets: tuple[Participant, ...]
    factuality: str
    speaker: Speaker | None
    time: Period | None
    place: Place | None


def find_readings(doc: Doc, published_on: date | None = None) -> Iterator[Reading]:
    """Yield every event that `doc` may tell, in text order. Needs the engine's parse."""
    assertions = read_assertions(doc, published_on)
    cast = find_cast(doc, assertions.speakers, assertions.places)
    for trigger in compose(list(find_triggers(doc, cast)), cast):
        reading = _read(trigger, cast, assertions)
        if reading:
            yield reading


def _read(trigger: Trigger, cast: Cast, assertions: Assertions) -> Reading | None:
    assertion = assertions.of(trigger.token)
    place = assertion.place
    home = (place.country if place else None) or assertions.places.setting or cast.only_country
    named = find_participants(trigger, cast)
    targets = tuple(_settle(one, home) for one in named[1])
    is_theirs = home == cast.only_country and any(one.country == home for one in named[1])
    is_home = trigger.type == "PROTEST" or not is_theirs or any(one.sector in STATE for one in named[1])
    sources = tuple(_settle(one, home) if is_home and _may_act(one, is_theirs=is_theirs) else one for one in named[0])
    sides = (sources, targets) if trigger.type in BODILY else named
    if not _is_political(trigger, *sides) or is_bare_denial(trigger, cast):
        return None
    if is_history(trigger, assertion.time, assertions.published_on):
        return None
    return Reading(
        trigger,
        sources,
        targets,
        judge_event(trigger),
        assertion.speaker if trigger.speech is None else None,
        assertion.time,
        place,
    )


def _may_act(source: Participant, *, is_theirs: bool) -> bool:
    """Tell whether a source may be of the target's country: where a text names no other, its state does not."""
    return not (is_theirs and source.sector in {"GOV", "MIL"})


def _settle(participant: Participant, home: str | None) -> Participant:
    """Give a local actor without a country ("police", "civilians") that of the place where it acts."""
    if participant.country or participant.sector not in LOCAL_SECTORS:
        return participant
    last = participant.text.lower().split()[-1]
    forms = {last, last.removesuffix("s")}
    is_foreign = (participant.sector == "GOV" and forms & WORLDLY) or forms & ROVING
    return participant if is_foreign else replace(participant, country=home)


def _is_political(trigger: Trigger, sources: Sequence[Participant], targets: Sequence[Participant]) -> bool:
    """Tell whether politics acts here; a loose word asks for a political source and somebody to act upon."""
    if not sources and not targets:
        return False
    acts = any(one.sector in POLITICAL or one.country for one in sources)
    suffers = any(one.sector in POLITICAL or one.country for one in targets)
    if not trigger.frame.is_loose:
        is_open = trigger.type in BODILY or (trigger.frame.cameo in LEGAL and bool(targets)) or trigger.frame.company == "PROTEST"
        return acts or suffers or is_open
    if trigger.type in BODILY or not trigger.is_verb:
        return acts or suffers
    return acts and bool(targets or sources[1:])  # "the two met" needs no object
