"""Document → readings: each event that the words may tell, with all that is known of it, unweighed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from spacy.tokens import Doc

from schemas.claim import Period, Place
from schemas.event import Participant
from transforms.assertions.attribute import Speaker
from transforms.assertions.read import Assertions, read_assertions
from transforms.events.actors import Cast, find_cast
from transforms.events.arguments import children, complements, obliques, patients
from transforms.events.compose import compose, judge_event
from transforms.events.participants import find_participants, is_actor
from transforms.events.triggers import Trigger, find_triggers
from transforms.lexicon.event_settings import ALLEGATIONS, DENYING, POLITICAL
from transforms.lexicon.roles import LOCAL_SECTORS, WORLDLY

RECENT = timedelta(days=730)  # before publication; what is older is history where it is told by the way
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
    sources, targets = (tuple(_settle(one, home) for one in side) for side in named)
    sides = (sources, targets) if trigger.type in BODILY else named
    if not _is_political(trigger, *sides) or _is_comment(trigger, cast):
        return None
    if _is_history(trigger, assertion.time, assertions.published_on):
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


def _settle(participant: Participant, home: str | None) -> Participant:
    """Give a local actor without a country ("police", "civilians") that of the place where it acts."""
    if participant.country or participant.sector not in LOCAL_SECTORS:
        return participant
    last = participant.text.lower().split()[-1]
    is_worldly = participant.sector == "GOV" and {last, last.removesuffix("s")} & WORLDLY
    return participant if is_worldly else replace(participant, country=home)


def _is_history(trigger: Trigger, time: Period | None, published_on: date | None) -> bool:
    """Tell what only recalls an event long past: a noun ("the 1998 raid"), or a clause inside another."""
    if time is None or published_on is None or time.to + RECENT > published_on:
        return False
    token = trigger.token
    while token.dep_ == "conj" and token.head.pos_ == "VERB":
        token = token.head
    return not trigger.is_verb or token.dep_ in {"advcl", "acl", "acl:relcl"}


def _is_comment(trigger: Trigger, cast: Cast) -> bool:
    """Tell a denial that answers nobody by name, which CAMEO counts as a comment (016)."""
    if trigger.frame.lemma not in DENYING:
        return False
    denied = [one for one in patients(trigger.token) if one.lemma_.lower() in ALLEGATIONS]
    accusers = [word for one in denied for word in (*children(one, "nmod:poss"), *obliques(one, ("by", "from")))]
    return bool(denied or complements(trigger.token)) and not any(is_actor(one, cast) for one in accusers)


def _is_political(trigger: Trigger, sources: Sequence[Participant], targets: Sequence[Participant]) -> bool:
    """Tell whether politics acts here; a loose word asks for a political source and somebody to act upon."""
    if not sources and not targets:
        return False
    acts = any(one.sector in POLITICAL or one.country for one in sources)
    suffers = any(one.sector in POLITICAL or one.country for one in targets)
    if not trigger.frame.is_loose:
        return acts or suffers or trigger.type in BODILY or trigger.frame.company == "PROTEST"
    if trigger.type in BODILY or not trigger.is_verb:
        return acts or suffers
    return acts and bool(targets or sources[1:])  # "the two met" needs no object
