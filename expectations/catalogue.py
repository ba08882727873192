"""The catalogue of what must hold before publishing: one suite per table."""

from collections.abc import Mapping

from expectations import actors, claims, documents, events, figures, shape, steps, stories
from expectations.rule import Rule

SUITES: Mapping[str, tuple[Rule, ...]] = {
    "documents": documents.RULES + shape.DOCUMENTS,
    "stories": stories.RULES,
    "claims": claims.RULES + shape.CLAIMS,
    "events": events.RULES + shape.EVENTS,
    "actors": actors.RULES,
    "figures": figures.RULES,
    "steps": steps.RULES,
}
