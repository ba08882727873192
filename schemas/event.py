"""An event: who did what to whom, coded by PLOVER type and CAMEO code."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from schemas.claim import Period, Place
from schemas.recorded import Recorded
from schemas.table import Table

TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
SECTORS = (
    "GOV", "MIL", "COP", "JUD", "LEG", "OPP", "REB", "CVL", "BUS", "IGO", "NGO", "MED", "EDU", "UNK",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Participant:
    """Someone who acts or is acted upon in an event, as the text names them."""

    text: Annotated[str, "The mention as written."]
    start: Annotated[int, "First character of the mention."]
    end: Annotated[int, "Character after the mention."]
    country: Annotated[str | None, "ISO 3166 alpha-3, IGO or NGO; null while unresolved."]
    sector: Annotated[str, "PLOVER sector: GOV MIL COP JUD LEG OPP REB CVL BUS IGO NGO MED EDU UNK"]


@dataclass(frozen=True, kw_only=True)
class Candidates:
    """The countries that a participant may be of, where the text leaves it open."""

    start: Annotated[int, "First character of the participant's mention."]
    end: Annotated[int, "Character after the mention."]
    countries: Annotated[tuple[str, ...], "ISO 3166 alpha-3 codes, likeliest first; at least two."]


@dataclass(frozen=True, kw_only=True)
class Event:
    """One mention of an event, as extraction reads it."""

    start: Annotated[int, "First character of the trigger."]
    end: Annotated[int, "Character after the trigger."]
    text: Annotated[str, "The trigger as written, one to three words."]
    type: Annotated[str, "PLOVER type."]
    cameo: Annotated[str, "Nearest CAMEO code."]
    sources: Annotated[tuple[Participant, ...], "Who does it."]
    targets: Annotated[tuple[Participant, ...], "To whom."]
    factuality: Annotated[str, "fact planned possible negated"]
    speaker: Annotated[str | None, "Who asserts it; null for the outlet's own voice."]
    speaker_start: Annotated[int | None, "First character of the speaker's name, or of the pronoun that stands for it."]
    speaker_end: Annotated[int | None, "Character after it."]
    date: Annotated[Period | None, "When it happened or is to happen."]
    place: Annotated[Place | None, "Where."]
    candidates: Annotated[
        tuple[Candidates, ...] | None,
        "Participants whose country the text leaves open, with the countries they may be of.",
    ] = None
    claims: Annotated[tuple[int, ...], "Indexes of the document's claims that measure it, in text order."]
    rule: Annotated[str, "Name of the rule or model that found it."]
    confidence: Annotated[float, "0 to 1."]


@dataclass(frozen=True, kw_only=True)
class EventMention(Event):
    """A mention of an event with its key and its document."""

    mention_id: Annotated[str, "Key: digest of document, trigger span and type."]
    document_id: Annotated[str, "The document that tells it (documents)."]
    claim_ids: Annotated[tuple[str, ...], "Claims that measure it (claims)."]
    sentence: Annotated[str, "The sentence that holds the trigger, for reading."]


@dataclass(frozen=True, kw_only=True)
class StagedMention(EventMention):
    """A mention that knows its event."""

    event_id: Annotated[str, "The event that it tells (events)."]


@dataclass(frozen=True, kw_only=True)
class StagedEvent(StagedMention):
    """An event as its fullest mention tells it, with all its mentions."""

    story_id: Annotated[str, "The story that it is part of (stories)."]
    mention_count: Annotated[int, "Mentions of it."]
    document_count: Annotated[int, "Documents that tell it."]
    outlet_count: Annotated[int, "Outlets that tell it."]
    first_at: Annotated[datetime | None, "Publication of the first document that tells it (UTC)."]
    last_at: Annotated[datetime | None, "Publication of the latest document that tells it (UTC)."]
    mention_ids: Annotated[tuple[str, ...], "Its mentions, earliest first (event_mentions)."]


@dataclass(frozen=True, kw_only=True)
class LedgerMention(Recorded, StagedMention):
    """One place where a document tells an event: its PLOVER type, who did it to whom, when, where; and the words."""


@dataclass(frozen=True, kw_only=True)
class LedgerEvent(Recorded, StagedEvent):
    """One event of a story, told once or often, as its fullest mention tells it: who did what to whom, when, where.

    Mentions are of one event if they agree in type, actors, place and day, as far as they name them.
    """


EVENT_MENTIONS = Table(LedgerMention, "main", "event_mentions", ("mention_id",))
EVENTS = Table(LedgerEvent, "main", "events", ("event_id",))
