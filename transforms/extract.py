"""Document → claims and events."""

from spacy.tokens import Doc

from schemas.context import Context
from schemas.extraction import Extraction
from transforms.claims.find import find_claims
from transforms.events.find import find_events


def extract(doc: Doc, context: Context) -> Extraction:
    """Read a parsed text: return its claims and events, each in text order.

    Offsets count Unicode characters of `doc.text`. The parse must bear Universal Dependencies labels.
    """
    claims = find_claims(doc, context)
    events = find_events(doc, claims, context)
    return Extraction(tuple(claims), tuple(events))
