"""Readings → confidence."""

from collections.abc import Sequence

from schemas.event import Participant
from transforms.events.triggers import Trigger


def weigh(trigger: Trigger, sources: Sequence[Participant], targets: Sequence[Participant]) -> float:
    """Return how likely the reading is to be right, 0 to 1."""
    score = 0.4 + 0.05 * trigger.frame.demand + 0.1 * trigger.is_verb
    score += 0.15 * any(one.country for one in sources) + 0.15 * any(one.country for one in targets)
    return min(score - 0.1 * trigger.frame.is_loose, 1.0)
