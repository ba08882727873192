"""The catalogue of what must hold before publishing: one suite per table."""

from collections.abc import Mapping

from expectations import actors, claims, documents, events, figures, steps, stories
from expectations.rule import Rule

SUITES: Mapping[str, tuple[Rule, ...]] = {
    "documents": documents.RULES,
    "stories": stories.RULES,
    "claims": claims.RULES,
    "events": events.RULES,
    "actors": actors.RULES,
    "figures": figures.RULES,
    "steps": steps.RULES,
}
