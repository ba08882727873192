"""Document → events, in text order, best first within a sentence."""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from schemas.claim import Claim
from schemas.event import Event
from transforms.assertions.read import Assertions
from transforms.events.arguments import children
from transforms.events.measure import measures
from transforms.events.read import Reading, find_readings
from transforms.events.triggers import Trigger
from transforms.events.weigh import describe, weigh

MOST_WORDS = 3  # in a trigger's text
LEAST = 0.4  # confidence under which a reading is not told; F1 on whole articles is flat from 0.2 to 0.4
LEAST_MEASURED = 0.35  # the same where a claim measures the event: who counts the injured tells of an attack


def find_events(doc: Doc, assertions: Assertions, claims: Sequence[Claim]) -> list[Event]:
    """Return the events of a parsed text; `assertions` and `claims` are those of the same text, claims linked by index.

    Needs the engine's parse; a text without one has no events.
    """
    if not doc.has_annotation("DEP"):
        return []
    text = doc.text  # put together anew at each asking
    weighed = ((reading, weigh(describe(reading))) for reading in find_readings(doc, assertions))
    written = (_write(reading, confidence, text, claims) for reading, confidence in weighed)
    found = [event for event in written if event.confidence >= (LEAST_MEASURED if event.claims else LEAST)]
    return sorted(found, key=lambda event: _order(event, doc))


def _order(event: Event, doc: Doc) -> tuple[int, float, int]:
    span = doc.char_span(event.start, event.end, alignment_mode="expand")
    sentence = span.sent.start if span is not None else event.start
    return sentence, -event.confidence, event.start


def _write(reading: Reading, confidence: float, text: str, claims: Sequence[Claim]) -> Event:
    """Write a reading as the row type."""
    trigger, speaker = reading.trigger, reading.speaker
    start, end = trigger_span(trigger)
    return Event(
        start=start,
        end=end,
        text=text[start:end],
        type=trigger.type,
        cameo=trigger.frame.cameo,
        sources=reading.sources,
        targets=reading.targets,
        factuality=reading.factuality,
        speaker=speaker.text if speaker else None,
        speaker_start=speaker.start if speaker else None,
        speaker_end=speaker.end if speaker else None,
        date=reading.time,
        place=reading.place,
        candidates=reading.candidates,
        claims=measures(trigger, claims),
        rule=trigger.frame.name,
        confidence=confidence,
    )


def trigger_span(trigger: Trigger) -> tuple[int, int]:
    """Return the trigger's characters: the word, with its particle where that stands next to it."""
    token: Token = trigger.token
    last = token
    for child in children(token, "compound:prt"):
        if 0 < child.i - token.i < MOST_WORDS:
            last = child
    return token.idx, last.idx + len(last.text)
