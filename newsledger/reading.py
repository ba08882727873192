"""Read texts for claims and events, on one core or on all, in order, in bounded memory."""

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from functools import cache, partial
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from newsledger.engine import load_engine
from newsledger.pool import map_batches
from schemas.actor import Actor
from schemas.claim import Claim, StagedClaim
from schemas.context import Context
from schemas.event import Event, EventMention
from schemas.extraction import Extraction
from schemas.keys import key_of
from transforms.extract import extract

_BATCH_TEXTS = 8


@dataclass(frozen=True)
class Text:
    """A text to read: its id, its characters, and what is known about it."""

    text_id: str
    text: str
    context: Context


@dataclass(frozen=True)
class Reading:
    """What one text yielded, with the sentence that holds each claim and event."""

    text_id: str
    extraction: Extraction
    claim_sentences: tuple[str, ...]
    event_sentences: tuple[str, ...]

    def staged_claims(self) -> list[StagedClaim]:
        """Return the claims as rows, keyed by document and span."""
        return [
            StagedClaim(
                **_fields(claim), claim_id=self._claim_id(i), document_id=self.text_id, sentence=self.claim_sentences[i]
            )
            for i, claim in enumerate(self.extraction.claims)
        ]

    def mentions(self) -> list[EventMention]:
        """Return the events as rows, keyed by document, span and type."""
        return [
            EventMention(
                **_fields(event),
                mention_id=key_of(self.text_id, "event", str(event.start), str(event.end), event.type),
                document_id=self.text_id,
                claim_ids=tuple(self._claim_id(i) for i in event.claims),
                sentence=self.event_sentences[position],
            )
            for position, event in enumerate(self.extraction.events)
        ]

    def actors(self) -> list[Actor]:
        """Return the actors that take part in the events, by the names that mentions give them."""
        participants = itertools.chain.from_iterable((*e.sources, *e.targets) for e in self.extraction.events)
        return [
            Actor(
                actor_id=key_of("actor", p.text, p.country or "", p.sector),
                name=p.text,
                country=p.country,
                sector=p.sector,
            )
            for p in participants
        ]

    def _claim_id(self, index: int) -> str:
        claim = self.extraction.claims[index]
        return key_of(self.text_id, "claim", str(claim.start), str(claim.end))


def read_texts(texts: Iterable[Text], engine: str, processes: int) -> Iterator[Reading]:
    """Yield a reading for each text, in order, using up to `processes` processes."""
    return map_batches(partial(_read_batch, engine), texts, _BATCH_TEXTS, processes)


def read_doc(text_id: str, doc: Doc, context: Context) -> Reading:
    """Return the reading of a parsed text."""
    extraction = extract(doc, context)
    return Reading(
        text_id,
        extraction,
        tuple(_sentence(doc, claim.start, claim.end) for claim in extraction.claims),
        tuple(_sentence(doc, event.start, event.end) for event in extraction.events),
    )


def _read_batch(engine: str, batch: tuple[Text, ...]) -> list[Reading]:
    docs = _engine(engine).pipe([text.text for text in batch])
    return [read_doc(text.text_id, doc, text.context) for text, doc in zip(batch, docs, strict=True)]


@cache
def _engine(name: str) -> Language:
    return load_engine(name)


def _sentence(doc: Doc, start: int, end: int) -> str:
    span = doc.char_span(start, end, alignment_mode="expand")
    sentence = doc[span.start].sent if span is not None and doc.has_annotation("SENT_START") else None
    return sentence.text.strip() if sentence is not None else doc.text[start:end]


def _fields(row: Claim | Event) -> dict[str, Any]:
    return {field.name: getattr(row, field.name) for field in fields(row)}
