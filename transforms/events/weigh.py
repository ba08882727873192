"""Readings → confidence: a logistic model over how an event is told, its weights learnt from annotated news.

The weights (`transforms/lexicon/event_weights.py`) are written by `python -m training.events GOLD`; the
reliability of what they say is in docs/accuracy.md.
"""

import math
from collections.abc import Iterator, Sequence

from schemas.event import Participant
from transforms.events.arguments import is_passive
from transforms.events.read import Reading
from transforms.events.triggers import Trigger
from transforms.lexicon.event_settings import LIGHT_VERBS, POLITICAL
from transforms.lexicon.event_weights import WEIGHTS

DEEPEST = 4  # clauses above a word; deeper ones are told alike


def weigh(features: Sequence[str]) -> float:
    """Return how likely a reading with these features is right, 0 to 1; a feature never seen in training counts 0."""
    score = sum(WEIGHTS.get(feature, 0.0) for feature in features)
    return round(1 / (1 + math.exp(-score)), 3)


def describe(reading: Reading) -> tuple[str, ...]:
    """Return the features of a reading, each a name; present or absent, nothing is measured."""
    return (
        "always",
        f"type {reading.trigger.type}",
        f"factuality {reading.factuality}",
        "reported" if reading.speaker else "own voice",
        *_of_word(reading.trigger),
        *_of_side("source", reading.sources),
        *_of_side("target", reading.targets),
        *_of_both(reading.sources, reading.targets),
    )


def _of_word(trigger: Trigger) -> Iterator[str]:
    token, frame = trigger.token, trigger.frame
    yield f"rule {frame.name}"
    yield f"relation {token.dep_.lower()}"
    yield f"depth {min(sum(1 for _ in token.ancestors), DEEPEST)}"
    yield f"demand {min(frame.demand, 3)}"
    if trigger.is_verb:
        yield "passive verb" if is_passive(token) else "active verb"
        yield f"{trigger.type} verb"
    else:
        yield "carried noun" if token.head.lemma_.lower() in LIGHT_VERBS else "bare noun"
        yield f"{trigger.type} noun"
    if frame.is_loose:
        yield "loose word"
        yield f"loose {trigger.type}"


def _of_side(side: str, actors: Sequence[Participant]) -> Iterator[str]:
    if not actors:
        yield f"no {side}"
        return
    yield f"{side} {actors[0].sector}"
    if any(one.country for one in actors):
        yield f"{side} country"
    if any(one.sector in POLITICAL for one in actors):
        yield f"{side} political"


def _of_both(sources: Sequence[Participant], targets: Sequence[Participant]) -> Iterator[str]:
    theirs = {one.country for one in sources if one.country}
    others = {one.country for one in targets if one.country}
    if theirs and others:
        yield "abroad" if theirs.isdisjoint(others) else "at home"
