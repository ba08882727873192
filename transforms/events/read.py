"""Document → readings: each event that the words may tell, with all that is known of it, unweighed."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from schemas.claim import Period, Place
from schemas.event import Candidates, Participant
from transforms.assertions.attribute import Speaker
from transforms.assertions.read import Assertions
from transforms.events.actors import Cast
from transforms.events.certainty import judge_event
from transforms.events.compose import compose
from transforms.events.opinions import is_bare_denial
from transforms.events.participants import find_participants
from transforms.events.politics import BODILY, is_political
from transforms.events.recalled import is_history, is_recalled
from transforms.events.settle import find_candidates, find_homes, settle
from transforms.events.triggers import Trigger, find_triggers


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


def find_readings(doc: Doc, assertions: Assertions) -> Iterator[Reading]:
    """Yield every event that `doc` may tell, in text order. Needs the engine's parse."""
    cast = Cast(doc, assertions.speakers, assertions.places)
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
    if not is_political(trigger, *sides) or is_bare_denial(trigger, cast):
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
