"""The ledger: all its tables, in the order an analyst meets them."""

from schemas.actor import ACTORS
from schemas.alert import ALERTS
from schemas.check import CHECKS, QUARANTINE
from schemas.claim import CLAIMS
from schemas.correction import CORRECTIONS
from schemas.decision import DECISIONS
from schemas.document import DOCUMENTS
from schemas.event import EVENT_MENTIONS, EVENTS
from schemas.figure import FIGURES
from schemas.migration import MIGRATIONS
from schemas.rejection import REJECTIONS
from schemas.run import RUNS, STEP_COUNTS
from schemas.source import SOURCES
from schemas.story import STORIES

HISTORY = (DOCUMENTS, STORIES, CLAIMS, EVENT_MENTIONS, EVENTS, ACTORS, FIGURES)
OPERATIONS = (RUNS, STEP_COUNTS, CHECKS, REJECTIONS, QUARANTINE, DECISIONS, CORRECTIONS, ALERTS, SOURCES, MIGRATIONS)
TABLES = HISTORY + OPERATIONS
