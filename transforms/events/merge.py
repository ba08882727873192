"""Mentions → events: one event of a story told many times, in one document or in many.

Two mentions tell the same event if they are of one type, factuality and day and agree on whom they name: an actor
of each side in common where both name that side, at least one side named by both, and no other place. A mention joins
the first event that its fellows allow, so that what an earlier run merged stays merged.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from typing import Any

from schemas.claim import Place
from schemas.document import GroupedDocument
from schemas.event import EventMention, Participant, StagedEvent, StagedMention
from transforms.assertions.place import is_wide

STATE = frozenset({"GOV", "MIL", "UNK"})  # sectors that speak and act for their country


@dataclass(frozen=True, slots=True)
class _Telling:
    """A mention with the document that tells it."""

    mention: EventMention
    document: GroupedDocument

    @property
    def at(self) -> datetime:
        return self.document.published_at or self.document.fetched_at

    @property
    def days(self) -> tuple[date, date]:
        """The days that it may be of: those the text names, else that of publication."""
        period = self.mention.date
        return (period.from_, period.to) if period else (self.at.date(), self.at.date())


@dataclass(slots=True)
class _Event:
    """An event in the making."""

    event_id: str
    tellings: list[_Telling]


def merge(
    mentions: Sequence[EventMention], known: Sequence[StagedMention], documents: Sequence[GroupedDocument]
) -> tuple[list[StagedMention], list[StagedEvent]]:
    """Return `mentions` with their events, and all events of the documents' stories, ordered by key.

    `known` are mentions whose events an earlier run has told; they keep them. `documents` hold them all, older versions
    of articles included, which count for nothing: their mentions are events of their own. An event's key is that of its
    first mention.
    """
    owners = {document.document_id: document for document in documents}
    latest = _latest(documents)
    events: dict[str, list[_Event]] = {}
    for mention in sorted(known, key=lambda one: one.mention_id != one.event_id):  # the first mention founds its event
        if mention.document_id in latest:
            _join_known(mention, _Telling(mention, owners[mention.document_id]), events)
    event_of: dict[str, str] = {}
    for telling in sorted((_Telling(one, owners[one.document_id]) for one in mentions), key=_order):
        is_told = telling.mention.document_id in latest
        event_of[telling.mention.mention_id] = _join(telling, events) if is_told else telling.mention.mention_id
    told = [_staged(mention, event_of[mention.mention_id]) for mention in mentions]
    found = [_event(one) for of_story in events.values() for one in of_story]
    return told, sorted(found, key=lambda one: one.event_id)


def _latest(documents: Iterable[GroupedDocument]) -> set[str]:
    """Return the documents that are the latest versions of their articles."""
    latest: dict[str, GroupedDocument] = {}
    for document in documents:
        before = latest.get(document.article_id)
        if before is None or before.version < document.version:
            latest[document.article_id] = document
    return {document.document_id for document in latest.values()}


def _order(telling: _Telling) -> tuple[datetime, str, int]:
    return telling.at, telling.mention.document_id, telling.mention.start


def _join_known(mention: StagedMention, telling: _Telling, events: dict[str, list[_Event]]) -> None:
    of_story = events.setdefault(telling.document.story_id, [])
    event = next((one for one in of_story if one.event_id == mention.event_id), None)
    if event:
        event.tellings.append(telling)
    else:
        of_story.append(_Event(mention.event_id, [telling]))


def _join(telling: _Telling, events: dict[str, list[_Event]]) -> str:
    """Add a mention to its own event, to one that it fits, or to a new one; return the event's key."""
    of_story = events.setdefault(telling.document.story_id, [])
    own = (one for one in of_story if one.event_id == telling.mention.mention_id)
    fitting = (one for one in of_story if all(_is_same(telling, other) for other in one.tellings))
    event = next(own, None) or next(fitting, None)
    if event is None:
        event = _Event(telling.mention.mention_id, [])
        of_story.append(event)
    event.tellings.append(telling)
    return event.event_id


def _is_same(one: _Telling, other: _Telling) -> bool:
    ours, theirs = one.mention, other.mention
    if (ours.type, ours.factuality) != (theirs.type, theirs.factuality) or not _share_day(one, other):
        return False
    if not _may_share_place(ours.place, theirs.place):
        return False
    sides = [(ours.sources, theirs.sources), (ours.targets, theirs.targets)]
    named = [(mine, yours) for mine, yours in sides if mine and yours]
    return bool(named) and all(_share_actor(mine, yours) for mine, yours in named)


def _share_day(one: _Telling, other: _Telling) -> bool:
    return one.days[0] <= other.days[1] and other.days[0] <= one.days[1]


def _may_share_place(one: Place | None, other: Place | None) -> bool:
    if one is None or other is None:
        return True
    if one.country != other.country:
        return False
    return is_wide(one) or is_wide(other) or one.text.casefold() == other.text.casefold()


def _share_actor(ours: Iterable[Participant], theirs: Iterable[Participant]) -> bool:
    return any(_is_one(mine, yours) for mine in ours for yours in theirs)


def _is_one(one: Participant, other: Participant) -> bool:
    """Tell whether two mentions name one actor: "Russia" and "Russian forces" do, "farmers" and "police" do not."""
    if one.country is None or other.country is None:
        return one.country == other.country and one.text.casefold() == other.text.casefold()
    return one.country == other.country and (one.sector == other.sector or {one.sector, other.sector} <= STATE)


def _event(event: _Event) -> StagedEvent:
    tellings = sorted(event.tellings, key=_order)
    fullest = max(tellings, key=_fullness)
    times = [telling.document.published_at for telling in tellings if telling.document.published_at]
    return StagedEvent(
        **_fields(_staged(fullest.mention, event.event_id)),
        story_id=fullest.document.story_id,
        mention_count=len(tellings),
        document_count=len({telling.document.document_id for telling in tellings}),
        outlet_count=len({telling.document.outlet for telling in tellings}),
        first_at=min(times, default=None),
        last_at=max(times, default=None),
        mention_ids=tuple(telling.mention.mention_id for telling in tellings),
    )


def _fullness(telling: _Telling) -> tuple[int, float]:
    """Rank mentions by how much they tell; of equals the surest, then the first."""
    told = telling.mention
    named = (told.sources, told.targets, told.date, told.place, told.claim_ids)
    return sum(map(bool, named)), told.confidence


def _staged(mention: EventMention, event_id: str) -> StagedMention:
    if isinstance(mention, StagedMention):
        return replace(mention, event_id=event_id)
    return StagedMention(**_fields(mention), event_id=event_id)


def _fields(row: EventMention) -> dict[str, Any]:
    return {field.name: getattr(row, field.name) for field in fields(row)}
