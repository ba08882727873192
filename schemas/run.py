"""A run and its steps: one execution of the pipeline for one news day, with what went in and out."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated

from schemas.table import Table

RECENT_DAYS = 28  # news days that a day is compared with, and that the page of health shows: four of each weekday
STATUSES = ("running", "published", "held", "failed")
STEPS = ("fetch", "clean", "group", "extract", "follow", "check", "publish")
NOUN_OF = {
    "documents": "document", "stories": "story", "claims": "claim", "event_mentions": "mention", "events": "event",
    "actors": "actor", "figures": "figure",
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Run:
    """One execution of the pipeline for one news day."""

    run_id: Annotated[str, "Key: news day, a dot, and the number of the run on that day."]
    partition_on: Annotated[date, "The news day it worked for."]
    started_at: Annotated[datetime, "When it started (UTC)."]
    ended_at: Annotated[datetime | None, "When it ended (UTC); null while it works."]
    status: Annotated[str, "running published held failed"]
    replay_of: Annotated[str | None, "The run whose raw pages it read again; null if it fetched."]
    made_by: Annotated[str, "Version of the code, rules and language model."]


@dataclass(frozen=True, kw_only=True)
class Step:
    """What one step of one run took in and gave out; in = out + rejected + quarantined, always."""

    run_id: Annotated[str, "The run (ops.runs)."]
    step: Annotated[str, "fetch clean group extract follow check publish"]
    noun: Annotated[str, "What is counted: page document story claim mention event actor figure."]
    in_count: Annotated[int, "Records that came in."]
    out_count: Annotated[int, "Records that went on."]
    rejected_count: Annotated[int, "Records that could not be used (ops.rejections)."]
    quarantined_count: Annotated[int, "Records set aside by a check (ops.quarantine)."]
    seconds: Annotated[float, "Wall time of the step."]


RUNS = Table(Run, "ops", "runs", ("run_id",))
STEP_COUNTS = Table(Step, "ops", "steps", ("run_id", "step", "noun"))
