"""Drive the pipeline: one function per step, called by the command line and by Airflow alike.

Every step takes the settings and a run id, reads the stage files of the step before it and leaves its own, so that
it can be called again after a crash with the same result. What comes in equals what goes out plus what is rejected
or quarantined; each step leaves that sum for the checks.
"""

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date

from newsledger import alerts, past, warehouse
from newsledger import fetch as fetching
from newsledger import report as reporting
from newsledger.archive import Archive
from newsledger.checks import Verdict
from newsledger.checks import check as run_checks
from newsledger.corrections import read_corrections
from newsledger.manners import Manners
from newsledger.reading import Reading, Text, read_texts
from newsledger.runs import ended, read_plan, save_run, stage_of, staging_of, start_run
from newsledger.settings import Settings, utc_now
from newsledger.sources import read_sources
from schemas import stage as tables
from schemas.context import Context
from schemas.document import Document, GroupedDocument
from schemas.faults import Permanent, Rejected
from schemas.page import Page
from schemas.rejection import Rejection
from schemas.run import Step
from transforms.claims.correct import correct as correct_claims
from transforms.documents.clean import clean as clean_page
from transforms.documents.group import group as group_documents
from transforms.figures.follow import follow as follow_claims

PAST_DAYS = 10  # how far back a story may reach; agencies' follow-ups rarely come later


class Held(Exception):
    """A failed check holds the run: nothing of it is published."""

    def __init__(self, verdict: Verdict) -> None:
        """Keep the verdict, so that whoever catches this can tell what failed."""
        super().__init__(f"held by {', '.join(verdict.failed)}")
        self.verdict = verdict


def start(settings: Settings, day: date, sources: Iterable[str] = (), replay_of: str | None = None) -> str:
    """Open a run for a news day and return its id; raise Permanent for a source that is not configured."""
    chosen = tuple(sources)
    known = {source.name for source in read_sources(settings.config / "sources.yml")}
    if unknown := sorted(set(chosen) - known):
        raise Permanent(
            f"no source {', '.join(unknown)} in {settings.config / 'sources.yml'} (has {', '.join(sorted(known))})"
        )
    if replay_of is not None:
        read_plan(settings, replay_of)
    return start_run(settings, day, chosen, replay_of)


def fetch(settings: Settings, run_id: str) -> None:
    """Record the pages of the run's sources in the raw archive; a replay takes those of the run it replays."""
    plan = read_plan(settings, run_id)
    stage = stage_of(settings, run_id)
    with _timed() as seconds:
        if plan.run.replay_of:
            pages = list(stage_of(settings, plan.run.replay_of).read(tables.PAGES))
            rejections: list[Rejection] = []
        else:
            pages, rejections = _fetch_sources(settings, run_id, plan.run.partition_on, plan.sources)
        stage.write(tables.PAGES, pages)
        _leave(settings, run_id, "fetch", "page", len(pages), rejections, seconds())


def clean(settings: Settings, run_id: str) -> None:
    """Turn pages into documents, and reject with a reason those that are none."""
    stage = stage_of(settings, run_id)
    sources = {source.name: source for source in read_sources(settings.config / "sources.yml")}
    archive = Archive(settings.raw)
    documents: dict[str, Document] = {}
    rejections = []
    with _timed() as seconds:
        for page in stage.read(tables.PAGES):
            try:
                document = clean_page(archive.read(page.warc_path, page.warc_offset), page, sources[page.source])
                if document.document_id in documents:
                    raise Rejected("same_document", documents[document.document_id].url)
                documents[document.document_id] = document
            except Rejected as rejected:
                rejections.append(_rejection(run_id, "clean", page, rejected))
        stage.write(tables.CLEANED, documents.values())
        _leave(settings, run_id, "clean", "document", len(documents), rejections, seconds())


def group(settings: Settings, run_id: str) -> None:
    """Find versions, copies and stories among the run's documents and those of the last days."""
    stage = stage_of(settings, run_id)
    with _timed() as seconds:
        documents = list(stage.read(tables.CLEANED))
        day = read_plan(settings, run_id).run.partition_on
        read_again = [page.page_id for page in stage.read(tables.PAGES)]
        known = past.recent_documents(settings.ledger, day, PAST_DAYS, read_again)
        grouped, stories = group_documents(documents, known)
        stage.write(tables.DOCUMENTS, grouped)
        stage.write(tables.STORIES, stories)
        _leave(settings, run_id, "group", "document", len(grouped), [], seconds())


def extract(settings: Settings, run_id: str) -> None:
    """Read the documents for claims and events."""
    stage = stage_of(settings, run_id)
    countries = {source.name: source.country for source in read_sources(settings.config / "sources.yml")}
    with _timed() as seconds:
        texts = (_text(document, countries) for document in stage.read(tables.DOCUMENTS))
        readings: list[Reading] = list(read_texts(texts, settings.engine, settings.processes))
        stage.write(tables.EXTRACTED, (claim for reading in readings for claim in reading.staged_claims()))
        stage.write(tables.EVENTS, (event for reading in readings for event in reading.staged_events()))
        actors = {actor.actor_id: actor for reading in readings for actor in reading.actors()}
        stage.write(tables.ACTORS, actors.values())
        _leave(settings, run_id, "extract", "document", len(readings), [], seconds())


def follow(settings: Settings, run_id: str) -> None:
    """Correct claims as people asked for, and follow what the claims of each touched story measure.

    What the ledger already holds of these stories is followed with them.
    """
    stage = stage_of(settings, run_id)
    with _timed() as seconds:
        documents = list(stage.read(tables.DOCUMENTS))
        past_claims, past_documents = past.past_of_stories(settings.ledger, {d.story_id for d in documents})
        ours = {document.document_id: document.source for document in documents}
        known = {claim.claim_id for claim in past_claims if claim.document_id in ours}
        corrections = read_corrections(settings.config / "corrections.yml")
        claims, corrected = correct_claims(run_id, stage.read(tables.EXTRACTED), corrections, ours, known)
        figures = follow_claims(
            [*(c for c in past_claims if c.document_id not in ours), *claims],
            [*(d for d in past_documents if d.document_id not in ours), *documents],
        )
        stage.write(tables.CLAIMS, claims)
        stage.write(tables.CORRECTIONS, corrected)
        stage.write(tables.FIGURES, figures)
        _leave(settings, run_id, "follow", "claim", len(claims), [], seconds())


def check(settings: Settings, run_id: str) -> Verdict:
    """Check what is staged; raise Held, after recording it in the ledger and telling people, if it must not go out."""
    plan = read_plan(settings, run_id)
    known = read_sources(settings.config / "sources.yml")
    sources = [source for source in known if not plan.sources or source.name in plan.sources]
    verdict = run_checks(stage_of(settings, run_id), staging_of(settings, run_id), plan.run, settings.ledger, sources)
    reporting.write_checks(settings, run_id, verdict)
    if verdict.is_held:
        run = ended(settings, run_id, "held")
        warehouse.record(settings, staging_of(settings, run_id), run)
        save_run(settings, run)
        alerts.tell_verdict(settings, run, verdict.failures, is_whole=not plan.sources)
        raise Held(verdict)
    return verdict


def publish(settings: Settings, run_id: str) -> warehouse.Published:
    """Publish the checked rows in one transaction and swap the analysts' snapshot; tell of warnings and recovery."""
    run = ended(settings, run_id, "published")
    published = warehouse.publish(settings, staging_of(settings, run_id), run)
    save_run(settings, run)
    stage_of(settings, run_id).write(tables.STEP_COUNTS, published.steps, "publish")
    failures = Verdict.of_staging(staging_of(settings, run_id)).failures
    alerts.tell_verdict(settings, run, failures, is_whole=not read_plan(settings, run_id).sources)
    return published


def report(settings: Settings, run_id: str) -> None:
    """Write the run's page, `data/reports/<run_id>.html`."""
    reporting.write_report(settings, run_id)


def fail(settings: Settings, run_id: str, step: str, error: BaseException) -> None:
    """Record that a step failed for good and tell people once."""
    run = ended(settings, run_id, "failed")
    save_run(settings, run)
    alerts.tell_failure(settings, run, step, error)


def _fetch_sources(
    settings: Settings, run_id: str, day: date, names: tuple[str, ...]
) -> tuple[list[Page], list[Rejection]]:
    archive, manners = Archive(settings.raw), Manners(contact=settings.contact)
    pages: dict[str, Page] = {}
    refused: dict[str, Rejection] = {}
    known = read_sources(settings.config / "sources.yml")
    chosen = [source for source in known if not names or source.name in names]
    for result in fetching.fetch(chosen, day, archive, utc_now(), manners):
        if isinstance(result, Page):
            pages.setdefault(result.page_id, result)
        else:
            refused[result.record_id] = _refusal(run_id, result)
    return list(pages.values()), list(refused.values())


def _refusal(run_id: str, refused: fetching.Refused) -> Rejection:
    return Rejection(
        run_id=run_id,
        step="fetch",
        record_id=refused.record_id,
        source=refused.source,
        url=refused.url,
        reason=refused.reason,
        detail=refused.detail,
        rejected_at=utc_now(),
    )


def _text(document: GroupedDocument, countries: dict[str, str]) -> Text:
    published = document.published_at or document.fetched_at
    context = Context(
        published_on=published.date(),
        country=countries.get(document.source),
        title=document.title,
        url=document.url,
    )
    return Text(document.document_id, document.text, context)


def _rejection(run_id: str, step: str, page: Page, rejected: Rejected) -> Rejection:
    return Rejection(
        run_id=run_id,
        step=step,
        record_id=page.page_id,
        source=page.source,
        url=page.url,
        reason=rejected.reason,
        detail=rejected.detail,
        rejected_at=utc_now(),
    )


def _leave(
    settings: Settings, run_id: str, step: str, noun: str, out_count: int, rejections: list[Rejection], seconds: float
) -> None:
    """Leave a step's rejections and its sum, which the checks hold it to."""
    stage = stage_of(settings, run_id)
    count = Step(
        run_id=run_id,
        step=step,
        noun=noun,
        in_count=out_count + len(rejections),
        out_count=out_count,
        rejected_count=len(rejections),
        quarantined_count=0,
        seconds=round(seconds, 3),
    )
    stage.write(tables.REJECTIONS, rejections, step)
    stage.write(tables.STEP_COUNTS, [count], step)


@contextmanager
def _timed() -> Iterator[Callable[[], float]]:
    started = time.monotonic()
    yield lambda: time.monotonic() - started
