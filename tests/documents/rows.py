"""Pages, sources and documents for the tests of this room."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

from schemas.document import Document, GroupedDocument
from schemas.faults import Rejected
from schemas.keys import key_of
from schemas.page import Page
from schemas.source import Source
from transforms.documents.clean import clean
from transforms.documents.group import group

SAMPLES = Path(__file__).parents[2] / "samples"
NOON = datetime(2026, 10, 5, 12, tzinfo=UTC)
OUTLETS = {
    "harbour_courier": "The Harbour Courier",
    "meridian_wire": "Meridian Wire",
    "lakeland_tribune": "Lakeland Tribune",
    "delta_post": "Delta Post",
}


def page_of(body: bytes, url: str = "https://valley.example/a", content_type: str = "text/html") -> Page:
    return Page(
        page_id=key_of(url, sha256(body).hexdigest()),
        source="valley",
        url=url,
        fetched_at=NOON,
        status=200,
        content_type=content_type,
        body_digest=sha256(body).hexdigest(),
        body_length=len(body),
        warc_path="",
        warc_offset=0,
    )


def source_of(outlet: str = "Valley Herald", language: str = "en") -> Source:
    return Source(
        name="valley",
        kind="folder",
        location="",
        outlet=outlet,
        country="GBR",
        language=language,
        licence="",
        cadence="daily",
        expected_min=0,
        expected_max=9,
    )


def cleaned(body: bytes | str, **known: Any) -> Document:
    data = body.encode() if isinstance(body, str) else body
    return clean(data, page_of(data, **known), source_of())


def document(text: str, *, hours: float = 0, outlet: str = "Valley Herald", url: str = "", **known: Any) -> Document:
    """Return a document published so many hours after noon; its address defaults to one of its own."""
    article_id = key_of(outlet, url or text)
    at = NOON + timedelta(hours=hours)
    values: dict[str, Any] = {
        "document_id": key_of(article_id, text), "article_id": article_id, "page_id": "p", "source": "valley",
        "outlet": outlet, "url": url, "canonical_url": None, "title": None, "byline": None, "section": None,
        "published_at": at, "updated_at": None, "language": "en", "text": text, "text_digest": "d",
        "dropped_lines": (), "fetched_at": at, "warc_path": "", "warc_offset": 0,
    }  # fmt: skip
    return Document(**{**values, **known})


def grouped(told: Document, story_id: str = "story", version: int = 1) -> GroupedDocument:
    return GroupedDocument(**vars(told), story_id=story_id, copy_of=None, version=version)


def in_stories(batch: Sequence[Document], past: Sequence[GroupedDocument] = ()) -> list[GroupedDocument]:
    """Return documents with the places that grouping gives them, story by story."""
    by_id = {told.document_id: told for told in batch}
    return [
        GroupedDocument(
            **vars(by_id[member.document_id]),
            story_id=member.story_id,
            copy_of=member.copy_of,
            version=member.version,
        )
        for member in group(batch, past)
    ]


def samples() -> list[Document]:
    """Return the documents of the sample feed."""
    documents = []
    for path in sorted(SAMPLES.glob("*/*/*.html")):
        body = path.read_bytes()
        try:
            documents.append(clean(body, page_of(body, path.as_uri()), source_of(OUTLETS[path.parent.name])))
        except Rejected:
            continue
    return documents
