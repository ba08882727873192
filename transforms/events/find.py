"""Document → events, in text order, best first within a sentence."""

from collections.abc import Sequence

from spacy.tokens import Doc

from schemas.claim import Claim
from schemas.context import Context
from schemas.event import Event


def find_events(doc: Doc, claims: Sequence[Claim], context: Context) -> list[Event]:
    """Return the events of a parsed text; `claims` are those of the same text, linked by index."""
    raise NotImplementedError
