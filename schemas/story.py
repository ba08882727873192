"""A story: documents that tell the same thing within days of each other."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from schemas.recorded import Recorded
from schemas.table import Table


@dataclass(frozen=True, kw_only=True)
class Story:
    """One story, told by one or more documents."""

    story_id: Annotated[str, "Key: the document_id of its first document."]
    title: Annotated[str | None, "Headline of its first document."]
    first_published_at: Annotated[datetime | None, "When its first document was published (UTC)."]
    last_published_at: Annotated[datetime | None, "When its latest document was published (UTC)."]
    document_count: Annotated[int, "Documents that tell it, copies and superseded versions included."]
    outlet_count: Annotated[int, "Different outlets that tell it."]


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A document's place among others, and what its story says of it."""

    document_id: Annotated[str, "The document (documents)."]
    article_id: Annotated[str, "Its article: the same for all versions of one."]
    story_id: Annotated[str, "The story it tells."]
    copy_of: Annotated[str | None, "document_id of the earliest document whose text it repeats; null for an original."]
    version: Annotated[int, "1 for the first text seen of this article, then counting."]
    outlet: Annotated[str, "Publisher as readers know it."]
    title: Annotated[str | None, "Its headline."]
    published_at: Annotated[datetime | None, "First publication as the page states it (UTC)."]
    appeared_at: Annotated[datetime, "When its text appeared: last update, publication, or when it was recorded (UTC)."]


@dataclass(frozen=True, kw_only=True)
class LedgerStory(Recorded, Story):
    """Documents that tell the same thing, across outlets and days."""


STORIES = Table(LedgerStory, "main", "stories", ("story_id",))
