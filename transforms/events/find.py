"""Document → events: triggers, who, whom, how sure, where; best first within a sentence."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from schemas.claim import Claim
from schemas.context import Context
from schemas.event import Event, Participant
from transforms.assertions.attribute import Speakers, find_speakers
from transforms.assertions.place import Places, find_place, find_places
from transforms.events.actors import Cast, find_cast
from transforms.events.arguments import children
from transforms.events.compose import compose, judge_event
from transforms.events.measure import measures
from transforms.events.participants import find_participants
from transforms.events.triggers import Trigger, find_triggers
from transforms.events.weigh import weigh
from transforms.lexicon.event_settings import POLITICAL
from transforms.lexicon.roles import LOCAL_SECTORS, WORLDLY

MOST_WORDS = 3  # in a trigger's text
LEAST = 0.2  # confidence under which a reading is not told


def find_events(doc: Doc, claims: Sequence[Claim], context: Context) -> list[Event]:  # noqa: ARG001 (dates: to come)
    """Return the events of a parsed text; `claims` are those of the same text, linked by index.

    Needs the engine's parse; a text without one has no events.
    """
    if not doc.has_annotation("DEP"):
        return []
    speakers = find_speakers(doc)
    cast, places = find_cast(doc, speakers), find_places(doc)
    triggers = compose(list(find_triggers(doc, cast)), cast)
    found = [event for trigger in triggers for event in _read(trigger, cast, places, speakers, claims)]
    return sorted(found, key=lambda event: _order(event, doc))


def _order(event: Event, doc: Doc) -> tuple[int, float, int]:
    span = doc.char_span(event.start, event.end, alignment_mode="expand")
    sentence = span.sent.start if span is not None else event.start
    return sentence, -event.confidence, event.start


def _read(
    trigger: Trigger,
    cast: Cast,
    places: Places,
    speakers: Speakers,
    claims: Sequence[Claim],
) -> Iterator[Event]:
    sources, targets = find_participants(trigger, cast)
    if not _is_political(trigger, sources, targets):
        return
    place = find_place(trigger.token, places)
    home = (place.country if place else None) or places.setting
    sources, targets = (tuple(_settled(one, home) for one in side) for side in (sources, targets))
    confidence = weigh(trigger, sources, targets)
    if confidence < LEAST:
        return
    start, end = _span(trigger)
    speaker = speakers.of(trigger.token) if trigger.speech is None else None
    yield Event(
        start=start,
        end=end,
        text=cast.doc.text[start:end],
        type=trigger.type,
        cameo=trigger.frame.cameo,
        sources=sources,
        targets=targets,
        factuality=judge_event(trigger),
        speaker=speaker.text if speaker else None,
        speaker_start=speaker.start if speaker else None,
        speaker_end=speaker.end if speaker else None,
        date=None,
        place=place,
        claims=measures(trigger, claims),
        rule=trigger.frame.name,
        confidence=confidence,
    )


def _settled(participant: Participant, home: str | None) -> Participant:
    """Give a local actor without a country ("police", "civilians") that of the place where it acts."""
    words = participant.text.lower().split()
    if participant.country or participant.sector not in LOCAL_SECTORS or not WORLDLY.isdisjoint((words[-1], words[-1].rstrip("s"))):
        return participant
    return replace(participant, country=home)


def _is_political(trigger: Trigger, sources: Sequence[Participant], targets: Sequence[Participant]) -> bool:
    """Tell whether politics acts here; a loose word asks for a political source and somebody to act upon."""
    if not sources and not targets:
        return False
    acts = any(one.sector in POLITICAL or one.country for one in sources)
    suffers = any(one.sector in POLITICAL or one.country for one in targets)
    if not trigger.frame.is_loose:
        return acts or suffers or trigger.type in {"ASSAULT", "COERCE", "PROTEST"}
    if trigger.type in {"ASSAULT", "COERCE", "PROTEST"} or not trigger.is_verb:
        return acts or suffers
    return acts and bool(targets)


def _span(trigger: Trigger) -> tuple[int, int]:
    """The trigger's characters: the word, with its particle where that stands next to it."""
    token: Token = trigger.token
    last = token
    for child in children(token, "compound:prt"):
        if 0 < child.i - token.i < MOST_WORDS:
            last = child
    return token.idx, last.idx + len(last.text)
