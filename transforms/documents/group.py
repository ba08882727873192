"""Group documents: versions of one article, copies of another's text, stories that several tell."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from schemas.document import Document, GroupedDocument
from schemas.story import Member
from transforms.documents.copies import CopyFinder, Fingerprint, fingerprint_of
from transforms.documents.stories import StoryFinder


def group(documents: Iterable[Document], past: Iterable[GroupedDocument]) -> list[Member]:
    """Give each document its version, its original and its story; return them story by story.

    `past` is what the ledger holds of the last days, superseded versions included; its grouping is never changed. A
    document that the past already holds keeps its place, so that a replay returns the same rows. Within a batch the
    earlier published comes first; what the past holds comes before. Deterministic: no order of the arguments matters.
    Each is gone through once, and no text is kept: of a document of 450 words, some 15 KB.
    """
    texts = _Texts()
    known = {told.document_id: texts.read(told, told.story_id, told.copy_of, told.version) for told in past}
    ours = [_as_known(told, known) or texts.read(told) for told in documents]
    fresh = [text for text in ours if text.member.document_id not in known]
    placed = _Grouping(texts, sorted(known.values(), key=_order), sorted(fresh, key=_order)).place_all()
    members = [placed.get(text.member.document_id, text.member) for text in sorted(ours, key=_order)]
    rank: dict[str, int] = {}
    return sorted(members, key=lambda member: rank.setdefault(member.story_id, len(rank)))


@dataclass(frozen=True, slots=True)
class _Text:
    """What is kept of a document: the number of its text, what puts it in order, and its place as far as known."""

    number: int
    fetched_at: datetime
    member: Member


class _Texts:
    """What is kept of the texts, by the number of their reading."""

    def __init__(self) -> None:
        self.fingerprints: list[Fingerprint] = []
        self.stories = StoryFinder()

    def read(self, document: Document, story_id: str = "", copy_of: str | None = None, version: int = 1) -> _Text:
        number = len(self.fingerprints)
        self.stories.read(document.title, document.text)
        self.fingerprints.append(fingerprint_of(document.text))
        return _Text(number, document.fetched_at, _member(document, story_id, copy_of, version))


class _Grouping:
    """What has been placed so far, in the order of placing, which gives the finders their numbers."""

    def __init__(self, texts: _Texts, past: Sequence[_Text], fresh: Sequence[_Text]) -> None:
        order = [text.number for text in (*past, *fresh)]
        self._copies = CopyFinder([texts.fingerprints[number] for number in order])
        self._stories = texts.stories
        self._stories.weigh(order)
        self._fresh = fresh
        self._placed: list[Member] = []
        self._by_id: dict[str, Member] = {}
        self._latest: dict[str, Member] = {}
        for text in past:
            self._keep(text.member)

    def place_all(self) -> dict[str, Member]:
        """Return the fresh documents by their document_id."""
        return {text.member.document_id: self._place(text.member) for text in self._fresh}

    def _place(self, document: Member) -> Member:
        earlier = self._latest.get(document.article_id)
        original = self._original()
        story = earlier or original
        placed = replace(
            document,
            story_id=story.story_id if story else self._story(document),
            copy_of=original.document_id if original and original.article_id != document.article_id else None,
            version=earlier.version + 1 if earlier else 1,
        )
        self._keep(placed)
        return placed

    def _original(self) -> Member | None:
        """Return what the next document repeats: an original, never a copy."""
        place = self._copies.find(len(self._placed))
        if place is None:
            return None
        found = self._placed[place]
        return self._by_id.get(found.copy_of or "", found)

    def _story(self, document: Member) -> str:
        return self._stories.find(len(self._placed), document.appeared_at) or document.document_id

    def _keep(self, document: Member) -> None:
        self._stories.add(len(self._placed), document.appeared_at, document.story_id)
        self._placed.append(document)
        self._by_id[document.document_id] = document
        latest = self._latest.get(document.article_id)
        if latest is None or document.version > latest.version:
            self._latest[document.article_id] = document


def _member(document: Document, story_id: str, copy_of: str | None, version: int) -> Member:
    return Member(
        document_id=document.document_id,
        article_id=document.article_id,
        story_id=story_id,
        copy_of=copy_of,
        version=version,
        outlet=document.outlet,
        title=document.title,
        published_at=document.published_at,
        appeared_at=document.updated_at or document.published_at or document.fetched_at,
    )


def _as_known(document: Document, known: dict[str, _Text]) -> _Text | None:
    """Return the document with the place that the past gave it, None if it gave none."""
    before = known.get(document.document_id)
    if before is None:
        return None
    place = before.member
    member = _member(document, place.story_id, place.copy_of, place.version)
    return _Text(before.number, document.fetched_at, member)


def _order(text: _Text) -> tuple[datetime, datetime, str]:
    return (text.member.appeared_at, text.fetched_at, text.member.document_id)
