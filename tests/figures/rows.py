"""Claims and documents for the tests of this room."""

from typing import Any

from schemas.claim import StagedClaim
from schemas.document import GroupedDocument
from schemas.keys import key_of
from tests.documents.rows import document


def told(outlet: str, hours: float = 0, *, url: str = "", version: int = 1, story_id: str = "quake") -> GroupedDocument:
    """Return a document of the outlet, published so many hours after noon."""
    base = document(f"{outlet} {hours}", hours=hours, outlet=outlet, url=url or f"https://{outlet}.example/{hours}")
    return GroupedDocument(**vars(base), story_id=story_id, copy_of=None, version=version)


def claim(
    owner: GroupedDocument, sentence: str, text: str, concept: str | None, predicate: str | None = None, **known: Any
) -> StagedClaim:
    """Return a claim of a whole number that stands in the sentence."""
    digits = "".join(character for character in text if character.isdigit())
    value = float(digits)
    start = sentence.index(text)
    values: dict[str, Any] = {
        "start": start, "end": start + len(text), "text": text, "low": value, "high": value, "qualifier": "exact",
        "unit": "count", "kind": "count", "concept": concept, "concept_start": None, "concept_end": None,
        "predicate": predicate, "speaker": None, "speaker_start": None, "speaker_end": None, "factuality": "fact",
        "trend": None, "change_role": None, "time": None, "place": None, "rule": "test", "confidence": 1.0,
        "claim_id": key_of(owner.document_id, sentence, text), "document_id": owner.document_id, "sentence": sentence,
    }  # fmt: skip
    return StagedClaim(**{**values, **known})
