"""Group documents: versions of one article, copies of another's text, stories that several tell."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from schemas.document import Document, GroupedDocument
from schemas.story import Story
from transforms.documents.copies import CopyFinder, Fingerprint, fingerprint_of
from transforms.documents.stories import StoryFinder


def group(documents: Sequence[Document], past: Sequence[GroupedDocument]) -> tuple[list[GroupedDocument], list[Story]]:
    """Give each document its version, its original and its story; return them with the stories they touch.

    `past` is what the ledger holds of the last days, with all documents of the stories that these tell, superseded
    versions included; its grouping is never changed. A document that the past already holds keeps its place, so that
    a replay returns the same rows. Within a batch the earlier published comes first; what the past holds comes before.
    Deterministic: no order of the arguments matters.
    """
    known = {document.document_id: document for document in past}
    fresh = sorted((document for document in documents if document.document_id not in known), key=_order)
    grouped = _Grouping(sorted(past, key=_order), fresh).place_all(fresh)
    placed = {document.document_id: document for document in grouped}
    rows = [_as_known(document, known) or placed[document.document_id] for document in sorted(documents, key=_order)]
    touched = {row.story_id for row in rows}
    return rows, _stories([*known.values(), *grouped], touched)


class _Grouping:
    """What has been placed so far, in the order of placing."""

    def __init__(self, past: Sequence[GroupedDocument], fresh: Sequence[Document]) -> None:
        self._placed: list[GroupedDocument] = []
        self._by_id: dict[str, GroupedDocument] = {}
        self._latest: dict[str, GroupedDocument] = {}
        self._copies = CopyFinder()
        self._stories = StoryFinder((document.title, document.text) for document in (*past, *fresh))
        for document in past:
            self._keep(document, fingerprint_of(document.text))

    def place_all(self, fresh: Iterable[Document]) -> list[GroupedDocument]:
        return [self._place(document) for document in fresh]

    def _place(self, document: Document) -> GroupedDocument:
        fingerprint = fingerprint_of(document.text)
        earlier = self._latest.get(document.article_id)
        original = self._original(fingerprint)
        story = earlier or original
        grouped = GroupedDocument(
            **vars(document),
            story_id=story.story_id if story else self._story(document),
            copy_of=original.document_id if original and original.article_id != document.article_id else None,
            version=earlier.version + 1 if earlier else 1,
        )
        self._keep(grouped, fingerprint)
        return grouped

    def _original(self, fingerprint: Fingerprint) -> GroupedDocument | None:
        place = self._copies.find(fingerprint)
        if place is None:
            return None
        found = self._placed[place]
        return self._by_id.get(found.copy_of or "", found)

    def _story(self, document: Document) -> str:
        return self._stories.find(len(self._placed), time_of(document)) or document.document_id

    def _keep(self, document: GroupedDocument, fingerprint: Fingerprint) -> None:
        """Remember a placed document; texts are placed in the order in which the finder of stories was given them."""
        self._stories.add(len(self._placed), time_of(document), document.story_id)
        self._copies.add(fingerprint)
        self._placed.append(document)
        self._by_id[document.document_id] = document
        latest = self._latest.get(document.article_id)
        if latest is None or document.version > latest.version:
            self._latest[document.article_id] = document


def time_of(document: Document) -> datetime:
    """Return when a document's text appeared: its last update, its publication, or when it was recorded."""
    return document.updated_at or document.published_at or document.fetched_at


def _order(document: Document) -> tuple[datetime, datetime, str]:
    return (time_of(document), document.fetched_at, document.document_id)


def _as_known(document: Document, known: dict[str, GroupedDocument]) -> GroupedDocument | None:
    """Return the document with the place that the past gave it."""
    place = known.get(document.document_id)
    if place is None:
        return None
    return GroupedDocument(**vars(document), story_id=place.story_id, copy_of=place.copy_of, version=place.version)


def _stories(documents: Iterable[GroupedDocument], touched: set[str]) -> list[Story]:
    members: dict[str, list[GroupedDocument]] = {}
    for document in sorted(documents, key=_order):
        if document.story_id in touched:
            members.setdefault(document.story_id, []).append(document)
    return [_story(story_id, members[story_id]) for story_id in sorted(members)]


def _story(story_id: str, members: list[GroupedDocument]) -> Story:
    times = [document.published_at for document in members if document.published_at]
    first = next((document for document in members if document.document_id == story_id), members[0])
    return Story(
        story_id=story_id,
        title=first.title,
        first_published_at=min(times, default=None),
        last_published_at=max(times, default=None),
        document_count=len(members),
        outlet_count=len({document.outlet for document in members}),
    )
