"""Document → claims and events."""

from spacy.tokens import Doc

from schemas.context import Context
from schemas.extraction import Extraction
from transforms.assertions.read import read_assertions
from transforms.claims.find import find_claims
from transforms.events.find import find_events


def extract(doc: Doc, context: Context) -> Extraction:
    """Read a parsed text: return its claims and events, each in text order.

    Offsets count Unicode characters of `doc.text`. The parse must bear Universal Dependencies labels.
    """
    assertions = read_assertions(doc, context.published_on)
    claims = find_claims(doc, assertions, context)
    events = find_events(doc, assertions, claims)
    return Extraction(tuple(claims), tuple(events))
