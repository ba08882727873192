"""A document: one version of one article, clean text with what is known about it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from schemas.recorded import Recorded
from schemas.table import Table


@dataclass(frozen=True, kw_only=True)
class DroppedLine:
    """A line that cleaning removed, with the rule that removed it; nothing is deleted silently."""

    text: Annotated[str, "The removed line."]
    rule: Annotated[str, "Name of the rule that removed it."]


@dataclass(frozen=True, kw_only=True)
class Document:
    """One version of one article as cleaning leaves it."""

    document_id: Annotated[str, "Key: digest of the article and its text."]
    article_id: Annotated[str, "Digest of outlet and canonical address: the same for all versions of one article."]
    page_id: Annotated[str, "The page it was read from (WARC file and offset below)."]
    source: Annotated[str, "Name of the source (ops.sources)."]
    outlet: Annotated[str, "Publisher as readers know it."]
    url: Annotated[str, "Address it was served at."]
    canonical_url: Annotated[str | None, "Address the page itself names as its own."]
    title: Annotated[str | None, "Headline without the site's suffix."]
    byline: Annotated[str | None, "Authors, separated by semicolons."]
    section: Annotated[str | None, "Section of the outlet it ran in."]
    published_at: Annotated[datetime | None, "First publication as the page states it (UTC)."]
    updated_at: Annotated[datetime | None, "Last update as the page states it (UTC)."]
    language: Annotated[str, "Language of the text, ISO 639-1."]
    text: Annotated[str, "Clean text; every span in claims and events counts its characters."]
    text_digest: Annotated[str, "sha256 of the text."]
    dropped_lines: Annotated[tuple[DroppedLine, ...], "Lines removed after extraction, each with its rule."]
    fetched_at: Annotated[datetime, "When its page was recorded (UTC)."]
    warc_path: Annotated[str, "WARC file that holds its page, relative to the data folder."]
    warc_offset: Annotated[int, "Byte offset of the page's record in that file."]


@dataclass(frozen=True, kw_only=True)
class GroupedDocument(Document):
    """A document that knows its story, its original and its place among versions."""

    story_id: Annotated[str, "The story it tells (stories)."]
    copy_of: Annotated[str | None, "document_id of the earliest document whose text it repeats; null for an original."]
    version: Annotated[int, "1 for the first text seen of this article, then counting."]


@dataclass(frozen=True, kw_only=True)
class LedgerDocument(Recorded, GroupedDocument):
    """One version of one article: clean text, where it came from, which story it tells. Start here for text."""


DOCUMENTS = Table(LedgerDocument, "main", "documents", ("document_id",))
