"""Build small staged runs: rows that are right in every respect, to be broken or published."""

import hashlib
import re
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from newsledger.settings import Settings
from newsledger.stage import Stage
from schemas import stage as tables
from schemas.actor import Actor
from schemas.claim import Period, Place, StagedClaim
from schemas.document import GroupedDocument
from schemas.event import EventMention, Participant, StagedEvent, StagedMention
from schemas.figure import Figure
from schemas.keys import key_of
from schemas.page import Page
from schemas.rejection import Rejection
from schemas.run import Run, Step
from schemas.source import Source
from schemas.story import Story
from transforms.events.merge import merge

DAY = date(2026, 3, 2)
SENTENCE = "Mayor Ada Brook said the flood drove about 300 families from Millford on Monday."


def source(name: str = "courier", **changes: Any) -> Source:
    given = Source(
        name=name,
        kind="folder",
        location="samples/{day}",
        outlet=name.title(),
        country="GBR",
        language="en",
        licence="Invented for tests.",
        cadence="daily",
        expected_min=1,
        expected_max=50,
    )
    return replace(given, **changes)


def run(day: date = DAY, number: int = 1, status: str = "published", **changes: Any) -> Run:
    started = datetime(day.year, day.month, day.day, 6, tzinfo=UTC)
    given = Run(
        run_id=f"{day}.{number}",
        partition_on=day,
        started_at=started,
        ended_at=started + timedelta(minutes=5),
        status=status,
        replay_of=None,
        made_by="newsledger test",
    )
    return replace(given, **changes)


def page(document: GroupedDocument) -> Page:
    return Page(
        page_id=document.page_id,
        source=document.source,
        url=document.url,
        fetched_at=document.fetched_at,
        status=200,
        content_type="text/html",
        body_digest=document.text_digest,
        body_length=1000,
        warc_path=document.warc_path,
        warc_offset=document.warc_offset,
    )


def document(slug: str = "flood", text: str = SENTENCE, day: date = DAY, **changes: Any) -> GroupedDocument:
    at = datetime(day.year, day.month, day.day, 4, tzinfo=UTC)
    article = key_of("Courier", slug)
    digest = hashlib.sha256(text.encode()).hexdigest()
    key = key_of(article, digest)
    given = GroupedDocument(
        document_id=key,
        article_id=article,
        page_id=key_of("page", article, digest),
        source="courier",
        outlet="Courier",
        url=f"https://courier.example/{slug}",
        canonical_url=None,
        title=slug.title(),
        byline=None,
        section=None,
        published_at=at,
        updated_at=None,
        language="en",
        text=text,
        text_digest=digest,
        dropped_lines=(),
        fetched_at=at + timedelta(hours=2),
        warc_path=f"raw/{day}/courier/0.warc.gz",
        warc_offset=0,
        story_id=key_of("story", slug),
        copy_of=None,
        version=1,
    )
    return replace(given, **changes)


def claim(of: GroupedDocument, **changes: Any) -> StagedClaim:
    found = re.search(r"about (\d+)", of.text)
    assert found is not None
    start, text, value = found.start(), found.group(), float(found.group(1))
    given = StagedClaim(
        start=start,
        end=start + len(text),
        text=text,
        low=value,
        high=value,
        qualifier="approx",
        unit="count",
        kind="count",
        concept="families",
        concept_start=of.text.index("families"),
        concept_end=of.text.index("families") + len("families"),
        predicate="drive",
        speaker="Ada Brook",
        speaker_start=of.text.index("Ada Brook"),
        speaker_end=of.text.index("Ada Brook") + len("Ada Brook"),
        factuality="fact",
        trend=None,
        change_role=None,
        time=Period(text="Monday", from_=DAY, to=DAY),
        place=Place(text="Millford", country="GBR", lat=53.0, lon=-1.5),
        rule="number.digits",
        confidence=0.9,
        claim_id=key_of(of.document_id, str(start)),
        document_id=of.document_id,
        sentence=of.text,
    )
    return replace(given, **changes)


def mention(of: GroupedDocument, measured_by: StagedClaim, **changes: Any) -> EventMention:
    start, who = of.text.index("said"), of.text.index("Mayor Ada Brook")
    given = EventMention(
        start=start,
        end=start + len("said"),
        text="said",
        type="CONSULT",
        cameo="010",
        sources=(
            Participant(
                text="Mayor Ada Brook", start=who, end=who + len("Mayor Ada Brook"), country="GBR", sector="GOV"
            ),
        ),
        targets=(),
        factuality="fact",
        speaker=None,
        speaker_start=None,
        speaker_end=None,
        date=Period(text="Monday", from_=DAY, to=DAY),
        place=None,
        claims=(0,),
        rule="verb.say",
        confidence=0.7,
        mention_id=key_of(of.document_id, str(start), "CONSULT"),
        document_id=of.document_id,
        claim_ids=(measured_by.claim_id,),
        sentence=of.text,
    )
    return replace(given, **changes)


def story(of: GroupedDocument, **changes: Any) -> Story:
    given = Story(
        story_id=of.story_id,
        title=of.title,
        first_published_at=of.published_at,
        last_published_at=of.published_at,
        document_count=1,
        outlet_count=1,
    )
    return replace(given, **changes)


def figure(of: GroupedDocument, *claims: StagedClaim, **changes: Any) -> Figure:
    given = Figure(
        figure_id=key_of(of.story_id, "families", "count", "drive"),
        story_id=of.story_id,
        concept="families",
        predicate="drive",
        unit="count",
        low=min(c.low or 0 for c in claims),
        high=max(c.high or 0 for c in claims),
        latest_low=claims[-1].low,
        latest_high=claims[-1].high,
        claim_count=len(claims),
        outlet_count=1,
        first_at=of.published_at,
        last_at=of.published_at,
        is_disputed=False,
        claim_ids=tuple(c.claim_id for c in claims),
    )
    return replace(given, **changes)


@dataclass
class Staged:
    """A run's staged rows, all right until a test changes them."""

    pages: list[Page]
    documents: list[GroupedDocument]
    stories: list[Story]
    claims: list[StagedClaim]
    event_mentions: list[StagedMention]
    events: list[StagedEvent]
    actors: list[Actor]
    figures: list[Figure]
    rejections: list[Rejection] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    sources: list[Source] = field(default_factory=lambda: [source()])

    @classmethod
    def of(cls, *documents: GroupedDocument) -> "Staged":
        claims = [claim(d) for d in documents]
        told = [mention(d, c) for d, c in zip(documents, claims, strict=True)]
        mentions, events = merge(told, [], documents)
        stories = {d.story_id: story(d, document_count=len(documents)) for d in documents}
        return cls(
            pages=[page(d) for d in documents],
            documents=list(documents),
            stories=list(stories.values()),
            claims=claims,
            event_mentions=mentions,
            events=events,
            actors=[Actor(actor_id=key_of("Ada Brook"), name="Ada Brook", country="GBR", sector="GOV")],
            figures=[figure(d, c) for d, c in zip(documents, claims, strict=True)],
        )

    def sums(self, run_id: str) -> list[Step]:
        rejected = {name: sum(r.step == name for r in self.rejections) for name in ("fetch", "clean")}
        counts = [
            ("fetch", "page", len(self.pages), rejected["fetch"]),
            ("clean", "document", len(self.pages) - rejected["clean"], rejected["clean"]),
            ("group", "document", len(self.documents), 0),
            ("extract", "document", len(self.documents), 0),
            ("follow", "claim", len(self.claims), 0),
        ]
        return [
            Step(
                run_id=run_id,
                step=step,
                noun=noun,
                in_count=out + lost,
                out_count=out,
                rejected_count=lost,
                quarantined_count=0,
                seconds=0.1,
            )
            for step, noun, out, lost in counts
        ]

    def write(self, folder: Path, run_id: str) -> Stage:
        stage = Stage(folder)
        for table in (tables.PAGES, tables.DOCUMENTS, tables.STORIES, tables.CLAIMS, tables.EVENT_MENTIONS):
            stage.write(table, getattr(self, table.name))
        stage.write(tables.EVENTS, self.events)
        stage.write(tables.ACTORS, self.actors)
        stage.write(tables.FIGURES, self.figures)
        stage.write(tables.REJECTIONS, self.rejections, "clean")
        stage.write(tables.STEP_COUNTS, self.steps or self.sums(run_id), "all")
        return stage


def settings(data: Path) -> Settings:
    return Settings(data=data, config=data / "config", engine="none", processes=1, memory_limit="1GB")
