"""Document → readings: each event that the words may tell, with all that is known of it, unweighed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from spacy.tokens import Doc

from schemas.claim import Period, Place
from schemas.event import Candidates, Participant
from transforms.assertions.attribute import Speaker
from transforms.assertions.read import Assertions, read_assertions
from transforms.events.actors import Cast, find_cast
from transforms.events.arguments import is_passive, obliques, subjects
from transforms.events.compose import compose, judge_event
from transforms.events.frames import noun_frames
from transforms.events.not_events import HELD, is_bare_denial, is_history, is_recalled
from transforms.events.participants import find_participants
from transforms.events.settle import find_candidates, find_homes, settle
from transforms.events.triggers import Trigger, find_triggers
from transforms.lexicon.event_settings import POLITICAL

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
    candidates: tuple[Candidates, ...]


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
    named = find_participants(trigger, cast)
    if trigger.type not in BODILY and any(one.text == assertion.place.text for one in named[1] if assertion.place):
        assertion = replace(assertion, place=None)  # whom one calls on is not where one calls
    homes = find_homes(assertion, assertions, cast, named[0])
    sources, targets = settle(*named, homes, cast, is_protest=trigger.type == "PROTEST")
    sides = (sources, targets) if trigger.type in BODILY else named
    if not _is_political(trigger, *sides) or is_bare_denial(trigger, cast):
        return None
    published_on = assertions.published_on
    if is_history(trigger, assertion.time, published_on) or is_recalled(trigger, published_on):
        return None
    return Reading(
        trigger,
        sources,
        targets,
        judge_event(trigger),
        assertion.speaker if trigger.speech is None else None,
        assertion.time,
        assertion.place,
        tuple(find_candidates((*sources, *targets), homes, cast)),
    )


def _is_of_states(actors: Sequence[Participant]) -> bool:
    """Tell a meeting of politics, or of two peoples, from a traveller's visit."""
    countries = {one.country for one in actors if one.country}
    return len(countries) > 1 or any(one.sector in POLITICAL for one in actors)


def _is_private(trigger: Trigger, sources: Sequence[Participant], targets: Sequence[Participant]) -> bool:
    """Tell travels and business, of which politics is no part, officials who rally voters, troops who march."""
    if trigger.type == "CONSULT":
        return not _is_of_states(sources if trigger.frame.cameo == "042" else (*sources, *targets))
    if trigger.type == "PROTEST":
        is_rally = trigger.frame.is_loose and trigger.is_verb
        marching = {"GOV", "LEG"} if is_rally else {"MIL"} if trigger.frame.company == "STREET" else set()
        return bool(sources) and all(one.sector in marching for one in sources)
    if trigger.type == "COOPERATE":
        return not any(one.sector in POLITICAL for one in (*sources, *targets))
    if trigger.frame.company in HELD and not sources:  # nobody takes a town over but somebody
        return not is_passive(trigger.token)
    is_of_firms = any(one.sector == "BUS" for one in sources)
    return is_of_firms and not any(one.sector in POLITICAL for one in (*sources, *targets))


def _is_political(trigger: Trigger, sources: Sequence[Participant], targets: Sequence[Participant]) -> bool:
    """Tell whether politics acts here; a loose word asks for a political source and somebody to act upon."""
    if not (sources or targets) or _is_private(trigger, sources, targets):
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
    deeds = (noun_frames().get(one.lemma_.lower(), ()) for one in obliques(trigger.token, ("in", "by", "during")))
    return any(frame.type == "ASSAULT" for frames in deeds for frame in frames)


def _is_mutual(trigger: Trigger) -> bool:
    """Tell those who meet each other: "the ministers will meet on Monday"."""
    return trigger.frame.entry == "meet" and any(one.tag_ in {"NNS", "NNPS"} for one in subjects(trigger.token))
