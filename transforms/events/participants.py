"""Triggers → sources and targets: who did it and to whom, read from the parse by the type's own ways."""

from collections.abc import Iterable

from spacy.tokens import Token

from schemas.event import Participant
from transforms.events.actors import Cast
from transforms.events.noun_arguments import NounArguments
from transforms.events.reach import actors_of
from transforms.events.triggers import Trigger
from transforms.events.verb_arguments import VerbArguments

PRONOUNS = frozenset({"he", "she", "it", "they"})


def find_participants(trigger: Trigger, cast: Cast) -> tuple[tuple[Participant, ...], tuple[Participant, ...]]:
    """Return the sources and the targets of an event, each in text order, none on both sides."""
    around = VerbArguments(trigger, cast) if trigger.is_verb else NounArguments(trigger, cast)
    heads = around.sources()
    targets = around.targets()
    sources = [one for one in actors_of(heads, cast) if not _is_answered(one, heads, targets)]
    targets = [one for one in targets if one not in sources]
    return tuple(sources), tuple(dict.fromkeys(targets))


def _is_answered(source: Participant, heads: Iterable[Token], targets: Iterable[Participant]) -> bool:
    """Tell a pronoun's reading that cannot be: "he" of "he accused X" is not X."""
    return any(head.lower_ in PRONOUNS for head in heads) and any(
        one.text.split()[-1] == source.text.split()[-1] for one in targets
    )
