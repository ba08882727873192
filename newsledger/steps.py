"""Drive the pipeline: one function per step, called by the command line and by Airflow alike.

Every step takes the settings and a run id, reads the stage files of the step before it and leaves its own, so that
it can be called again after a crash with the same result. What comes in equals what goes out plus what is rejected
or quarantined; each step leaves that sum for the checks.
"""

import itertools
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date

from newsledger import alerts, health, past, stories, warehouse
from newsledger import fetch as fetching
from newsledger import report as reporting
from newsledger.archive import Archive
from newsledger.checks import Verdict
from newsledger.checks import check as run_checks
from newsledger.corrections import read_corrections
from newsledger.manners import Manners
from newsledger.reading import Text, read_texts
from newsledger.routes import read_routing
from newsledger.runs import ended, read_plan, save_run, stage_of, staging_of, start_run
from newsledger.settings import Settings, utc_now
from newsledger.sources import read_sources
from newsledger.stage import Stage
from newsledger.staging import is_current
from newsledger.watch import read_watches
from schemas import stage as tables
from schemas.context import Context
from schemas.correction import Corrected, Correction
from schemas.document import Document, GroupedDocument
from schemas.faults import Permanent, Rejected
from schemas.page import Page
from schemas.rejection import Rejection
from schemas.run import Step
from transforms.claims.correct import correct as correct_claims
from transforms.claims.correct import together
from transforms.documents.clean import clean as clean_page
from transforms.documents.group import group as group_documents
from transforms.documents.summarise import summarise
from transforms.events.merge import merge as merge_mentions
from transforms.figures.follow import follow as follow_claims

SHARD_PAGES = 1000  # cleaned by one task, and
SHARD_DOCUMENTS = 200  # read by one: long against the time that a task takes to start, short against a night
FOLLOWED_DOCUMENTS = 2000  # whose stories are followed at a time, which takes some 120 MB
PAST_DAYS = 10  # how far back a story may reach; agencies' follow-ups rarely come later


class Held(Exception):
    """A failed check holds the run: nothing of it is published."""

    def __init__(self, verdict: Verdict) -> None:
        """Keep the verdict, so that whoever catches this can tell what failed."""
        super().__init__(verdict)
        self.verdict = verdict

    def __str__(self) -> str:
        """Return which rules failed."""
        return f"held by {', '.join(self.verdict.failed)}"


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
    _read_configuration(settings)
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
        stage.write_shards(tables.PAGES, pages, SHARD_PAGES)
        _leave(settings, run_id, "fetch", "page", len(pages), rejections, seconds())


def clean(settings: Settings, run_id: str) -> None:
    """Turn pages into documents, and reject with a reason those that are none."""
    for shard in stage_of(settings, run_id).shards(tables.PAGES):
        clean_shard(settings, run_id, shard)
    collect(settings, run_id)


def clean_shard(settings: Settings, run_id: str, shard: str) -> None:
    """Clean one shard of pages; when all are clean, `collect` goes on."""
    stage = stage_of(settings, run_id)
    sources = {source.name: source for source in read_sources(settings.config / "sources.yml")}
    archive = Archive(settings.raw)
    documents: list[Document] = []
    rejections: list[Rejection] = []
    with _timed() as seconds:
        for page in stage.read(tables.PAGES, shard):
            try:
                body = archive.read(page.warc_path, page.warc_offset)
                documents.append(clean_page(body, page, sources[page.source]))
            except Rejected as rejected:
                rejections.append(_rejection(run_id, "clean", page, rejected))
        stage.write(tables.TIDIED, documents, shard)
        stage.write(tables.UNFIT, rejections, shard)
        _leave_shard(stage, shard, _count(run_id, "clean", "document", len(documents), len(rejections), seconds()))


def collect(settings: Settings, run_id: str) -> None:
    """Bring together the documents of all shards, each once; raise RuntimeError if a shard has not been cleaned."""
    stage = stage_of(settings, run_id)
    names = stage.shards(tables.PAGES)
    counts = _counts_of_shards(stage, "clean", names)
    rejections = [rejection for name in names for rejection in stage.read(tables.UNFIT, name)]
    known: dict[str, str] = {}
    with _timed() as seconds:
        for name in names:
            documents = []
            for document in stage.read(tables.TIDIED, name):
                if document.document_id in known:
                    same = Rejected("same_document", known[document.document_id])
                    rejections.append(_rejection(run_id, "clean", document, same))
                else:
                    known[document.document_id] = document.url
                    documents.append(document)
            stage.write(tables.CLEANED, documents, name)
        stage.keep_shards(tables.CLEANED, names)
        spent = sum(count.seconds for count in counts) + seconds()
    _leave(settings, run_id, "clean", "document", len(known), rejections, spent)


def group(settings: Settings, run_id: str) -> None:
    """Find versions, copies and stories among the run's documents and those of the last days.

    Leaves the documents in shards that can be read apart from each other.
    """
    stage = stage_of(settings, run_id)
    with _timed() as seconds:
        day = read_plan(settings, run_id).run.partition_on
        read_again = [page.page_id for page in stage.read(tables.PAGES)]
        known = past.recent_documents(settings.ledger, day, PAST_DAYS, read_again)
        members = group_documents(stage.read(tables.CLEANED), known)
        stories.write_by_story(stage, members, SHARD_DOCUMENTS, warehouse.limits(settings))
        others = past.members(settings.ledger, {member.story_id for member in members}, read_again)
        stage.write(tables.STORIES, summarise([*others, *members]))
        _leave(settings, run_id, "group", "document", len(members), [], seconds())


def extract(settings: Settings, run_id: str) -> None:
    """Read the documents for claims and events, on as many cores as the settings allow."""
    stage = stage_of(settings, run_id)
    _read_shards(settings, run_id, stage.shards(tables.DOCUMENTS))
    gather(settings, run_id)


def extract_shard(settings: Settings, run_id: str, shard: str) -> None:
    """Read one shard of documents; when all are read, `gather` goes on."""
    _read_shards(settings, run_id, [shard])


def gather(settings: Settings, run_id: str) -> None:
    """Sum up what the shards yielded; raise RuntimeError if one has not been read."""
    stage = stage_of(settings, run_id)
    names = stage.shards(tables.DOCUMENTS)
    read = _counts_of_shards(stage, "extract", names)
    for table in (tables.EXTRACTED, tables.TOLD, tables.MENTIONED):
        stage.keep_shards(table, names)
    actors = {actor.actor_id: actor for actor in stage.read(tables.MENTIONED)}
    stage.write(tables.ACTORS, actors.values())
    out_count, seconds = sum(count.out_count for count in read), sum(count.seconds for count in read)
    _leave(settings, run_id, "extract", "document", out_count, [], seconds)


def follow(settings: Settings, run_id: str) -> None:
    """Correct claims as people asked for; follow what claims measure and which events mentions tell, story by story.

    What the ledger already holds of these stories is followed with them. No more than some stories are held at a time.
    """
    stage = stage_of(settings, run_id)
    corrections = read_corrections(settings.config / "corrections.yml")
    corrected: list[Corrected] = []
    names: list[str] = []
    claim_count = 0
    with _timed() as seconds:
        for batch in stories.read_by_story(stage, FOLLOWED_DOCUMENTS):
            names.append(f"{len(names):05}")
            claims, outcomes = _follow_stories(settings, run_id, names[-1], batch, corrections)
            claim_count += claims
            corrected += outcomes
        for table in (tables.CLAIMS, tables.FIGURES, tables.EVENT_MENTIONS, tables.EVENTS):
            stage.keep_shards(table, names)
        stage.write(tables.CORRECTIONS, together(corrected))
        _leave(settings, run_id, "follow", "claim", claim_count, [], seconds())


def check(settings: Settings, run_id: str) -> Verdict:
    """Check what is staged; raise Held, after recording it in the ledger and telling people, if it must not go out.

    Raises Permanent for a run that has nothing staged.
    """
    plan = read_plan(settings, run_id)
    if not stage_of(settings, run_id).shards(tables.FIGURES):
        raise Permanent(f"run {run_id} was not read, or its stage files were let go: `newsledger replay {run_id}`")
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
    """Publish the checked rows in one transaction and swap the analysts' snapshot; tell of warnings and recovery.

    Rows that another version of the program has checked are checked again first. Raises Held for a run that is held,
    and Permanent for one that was not checked.
    """
    run, staging = ended(settings, run_id, "published"), staging_of(settings, run_id)
    if not staging.exists():
        raise Permanent(f"run {run_id} has not been checked: `newsledger check {run_id}`")
    verdict = Verdict.of_staging(staging) if is_current(staging) else check(settings, run_id)
    if verdict.is_held:
        raise Held(verdict)
    published = warehouse.publish(settings, staging, run)
    save_run(settings, run)
    stage_of(settings, run_id).write(tables.STEP_COUNTS, published.steps, "publish")
    alerts.tell_verdict(settings, run, verdict.failures, is_whole=not read_plan(settings, run_id).sources)
    return published


def report(settings: Settings, run_id: str) -> None:
    """Write the run's page, `data/reports/<run_id>.html`, and the page of the installation's health."""
    reporting.write_report(settings, run_id)
    health.write_health(settings)


def fail(settings: Settings, run_id: str, step: str, error: BaseException) -> None:
    """Record that a step failed for good and tell people once."""
    run = ended(settings, run_id, "failed")
    save_run(settings, run)
    alerts.tell_failure(settings, run, step, error)


def _read_configuration(settings: Settings) -> None:
    """Raise Permanent now for what a later step would stumble over."""
    read_corrections(settings.config / "corrections.yml")
    read_watches(settings.config / "watch.yml")
    read_routing(settings.config / "alerts.yml")


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


def _read_shards(settings: Settings, run_id: str, names: list[str]) -> None:
    """Read shards of documents in one go, and leave what each yields as it comes; its count comes last."""
    stage = stage_of(settings, run_id)
    countries = {source.name: source.country for source in read_sources(settings.config / "sources.yml")}
    texts = (_text(document, countries) for name in names for document in stage.read(tables.DOCUMENTS, name))
    readings = read_texts(texts, settings.engine, settings.processes)
    for name in names:
        with _timed() as seconds:
            chunk = list(itertools.islice(readings, stage.count(tables.DOCUMENTS, name)))
            stage.write(tables.EXTRACTED, (claim for reading in chunk for claim in reading.staged_claims()), name)
            stage.write(tables.TOLD, (mention for reading in chunk for mention in reading.mentions()), name)
            actors = {actor.actor_id: actor for reading in chunk for actor in reading.actors()}
            stage.write(tables.MENTIONED, actors.values(), name)
            _leave_shard(stage, name, _count(run_id, "extract", "document", len(chunk), 0, seconds()))


def _follow_stories(
    settings: Settings, run_id: str, shard: str, batch: stories.Batch, corrections: Iterable[Correction]
) -> tuple[int, list[Corrected]]:
    """Leave what some whole stories come to; return how many claims they have, and what became of corrections."""
    stage, documents = stage_of(settings, run_id), batch.documents
    told = past.past_of_stories(settings.ledger, {document.story_id for document in documents})
    ours = {document.document_id: document.source for document in documents}
    known = {claim.claim_id for claim in told.claims if claim.document_id in ours}
    claims, corrected = correct_claims(run_id, batch.claims, corrections, ours, known)
    all_documents = [*(d for d in told.documents if d.document_id not in ours), *documents]
    figures = follow_claims([*(c for c in told.claims if c.document_id not in ours), *claims], all_documents)
    known_mentions = [mention for mention in told.mentions if mention.document_id not in ours]
    mentions, events = merge_mentions(batch.mentions, known_mentions, all_documents)
    stage.write(tables.CLAIMS, claims, shard)
    stage.write(tables.FIGURES, figures, shard)
    stage.write(tables.EVENT_MENTIONS, mentions, shard)
    stage.write(tables.EVENTS, events, shard)
    return len(claims), corrected


def _text(document: GroupedDocument, countries: dict[str, str]) -> Text:
    published = document.published_at or document.fetched_at
    context = Context(
        published_on=published.date(),
        country=countries.get(document.source),
        title=document.title,
        url=document.url,
    )
    return Text(document.document_id, document.text, context)


def _rejection(run_id: str, step: str, page: Page | Document, rejected: Rejected) -> Rejection:
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
    count = _count(run_id, step, noun, out_count, len(rejections), seconds)
    stage.write(tables.REJECTIONS, rejections, step)
    stage.write(tables.STEP_COUNTS, [count], step)


def _leave_shard(stage: Stage, shard: str, count: Step) -> None:
    """Leave, last of all, what a step took in and gave out for one shard: the sign that the shard is done."""
    stage.write(tables.SHARDS, [count], f"{count.step}-{shard}")


def _counts_of_shards(stage: Stage, step: str, names: list[str]) -> list[Step]:
    """Return what a step took in and gave out for each shard; raise RuntimeError if one is not done."""
    done = set(stage.shards(tables.SHARDS))
    if missing := [name for name in names if f"{step}-{name}" not in done]:
        raise RuntimeError(f"{step}: {len(missing)} of {len(names)} shards are not done: {', '.join(missing)}")
    return [count for name in names for count in stage.read(tables.SHARDS, f"{step}-{name}")]


def _count(run_id: str, step: str, noun: str, out_count: int, rejected_count: int, seconds: float) -> Step:
    return Step(
        run_id=run_id,
        step=step,
        noun=noun,
        in_count=out_count + rejected_count,
        out_count=out_count,
        rejected_count=rejected_count,
        quarantined_count=0,
        seconds=round(seconds, 3),
    )


@contextmanager
def _timed() -> Iterator[Callable[[], float]]:
    started = time.monotonic()
    yield lambda: time.monotonic() - started
