"""Document → numeric claims, in text order."""

from spacy.tokens import Doc

from schemas.claim import Claim
from schemas.context import Context


def find_claims(doc: Doc, context: Context) -> list[Claim]:
    """Return the numeric claims of a parsed text."""
    raise NotImplementedError
