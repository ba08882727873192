"""The catalogue of what must hold before publishing: one suite per table."""

from collections.abc import Mapping

from expectations import actors, claims, documents, event_mentions, events, figures, shape, steps, stories
from expectations.rule import Rule

SUITES: Mapping[str, tuple[Rule, ...]] = {
    "documents": documents.RULES + shape.DOCUMENTS,
    "stories": stories.RULES,
    "claims": claims.RULES + shape.CLAIMS,
    "event_mentions": event_mentions.RULES + shape.EVENT_MENTIONS,
    "events": events.RULES,
    "actors": actors.RULES,
    "figures": figures.RULES,
    "steps": steps.RULES,
}
