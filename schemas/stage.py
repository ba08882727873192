"""The stage: what passes from step to step of one run, as rows without provenance yet."""

from schemas.actor import Actor
from schemas.claim import StagedClaim
from schemas.correction import Corrected
from schemas.document import Document, GroupedDocument
from schemas.event import EventMention, StagedEvent, StagedMention
from schemas.figure import Figure
from schemas.page import Page
from schemas.rejection import Rejection
from schemas.run import Step
from schemas.story import Story
from schemas.table import Table

PAGES = Table(Page, "stage", "pages", ("page_id",))
TIDIED = Table(Document, "stage", "tidied", ("document_id",))  # documents shard by shard; some in more than one
UNFIT = Table(Rejection, "stage", "unfit", ("run_id", "step", "record_id"))  # what cleaning each shard rejected
CLEANED = Table(Document, "stage", "cleaned", ("document_id",))
DOCUMENTS = Table(GroupedDocument, "stage", "documents", ("document_id",))
STORIES = Table(Story, "stage", "stories", ("story_id",))
EXTRACTED = Table(StagedClaim, "stage", "extracted", ("claim_id",))
CLAIMS = Table(StagedClaim, "stage", "claims", ("claim_id",))
MENTIONED = Table(Actor, "stage", "mentioned", ("actor_id",))  # actors shard by shard; some in more than one
TOLD = Table(EventMention, "stage", "told", ("mention_id",))  # mentions that do not know their events yet
EVENT_MENTIONS = Table(StagedMention, "stage", "event_mentions", ("mention_id",))
EVENTS = Table(StagedEvent, "stage", "events", ("event_id",))
ACTORS = Table(Actor, "stage", "actors", ("actor_id",))
FIGURES = Table(Figure, "stage", "figures", ("figure_id",))
CORRECTIONS = Table(Corrected, "stage", "corrections", ("run_id", "correction_id", "claim_id"))
REJECTIONS = Table(Rejection, "stage", "rejections", ("run_id", "step", "record_id"))
STEP_COUNTS = Table(Step, "stage", "steps", ("run_id", "step", "noun"))
SHARDS = Table(Step, "stage", "shards", ("run_id", "step", "noun"))  # what each shard of a step took in, gave out
