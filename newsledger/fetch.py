"""Fetch a source's pages for a news day, each recorded in the archive before anything reads it."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from newsledger import http
from newsledger.archive import MAX_BODY_BYTES, Archive, responses
from newsledger.settings import CHECKOUT
from schemas.faults import Permanent, Rejected, Transient
from schemas.page import Page
from schemas.source import Source
from transforms.documents.feeds import article_links

_CONTENT_TYPES = {".html": "text/html", ".htm": "text/html", ".txt": "text/plain; charset=utf-8"}
_WARC_ENDINGS = (".warc", ".warc.gz", ".warc.zst")


@dataclass(frozen=True)
class Refused:
    """A page that could not be taken, with the reason; the others go on."""

    url: str
    reason: str
    detail: str

    @property
    def record_id(self) -> str:
        """Return a key for a page that never got one."""
        return hashlib.sha256(self.url.encode()).hexdigest()[:16]


Result = Page | Refused


def fetch(source: Source, day: date, archive: Archive, now: datetime) -> Iterator[Result]:
    """Yield the recorded pages of a source for a news day, and what was refused.

    Raise Permanent if the source itself is not there (a person must mend the configuration), Transient if its server
    does not answer now.
    """
    location = source.location.replace("{day}", day.isoformat())
    yield from _KINDS[source.kind](source, location, day, archive, now)


def _from_folder(source: Source, location: str, day: date, archive: Archive, now: datetime) -> Iterator[Result]:
    folder = CHECKOUT / location
    if not folder.is_dir():
        if "{day}" in source.location:
            return  # an outlet may be silent for a day; expected_min tells whether it may
        raise Permanent(f"source {source.name}: {folder} is no folder; mend its location in sources.yml")
    for path in sorted(p for p in folder.rglob("*") if p.suffix in _CONTENT_TYPES):
        url = f"file:///{Path(location.lstrip('/')) / path.relative_to(folder)}"
        try:
            body = _small_enough(path.read_bytes(), url)
        except OSError as error:
            yield Refused(url, "unreadable", error.strerror or str(error))
        except Rejected as rejected:
            yield Refused(url, rejected.reason, rejected.detail)
        else:
            kind = _CONTENT_TYPES[path.suffix]
            yield archive.record(source.name, day, url, body, fetched_at=now, content_type=kind)


def _from_warc(source: Source, location: str, day: date, archive: Archive, now: datetime) -> Iterator[Result]:
    path = CHECKOUT / location
    if not path.exists():
        raise Permanent(f"source {source.name}: {path} is not there; mend its location in sources.yml")
    files = [path] if path.is_file() else sorted(p for p in path.rglob("*") if p.name.endswith(_WARC_ENDINGS))
    for file in files:
        try:
            for url, kind, body in responses(file):
                if len(body) > MAX_BODY_BYTES:
                    yield Refused(url, "too_large", f"more than {MAX_BODY_BYTES} bytes")
                else:
                    yield archive.record(source.name, day, url, body, fetched_at=now, content_type=kind)
        except Rejected as rejected:
            yield Refused(f"file:{file.name}", rejected.reason, rejected.detail)


def _from_feed(source: Source, location: str, day: date, archive: Archive, now: datetime) -> Iterator[Result]:
    for address in _feed_links(source, location):
        try:
            answer = http.get(address)
        except Rejected as rejected:
            yield Refused(address, rejected.reason, rejected.detail)
        except (Transient, Permanent) as fault:
            yield Refused(address, "not_fetched", str(fault))
        else:
            yield archive.record(
                source.name, day, answer.url, answer.body,
                fetched_at=now, status=answer.status, content_type=answer.content_type,
            )  # fmt: skip


def _feed_links(source: Source, location: str) -> list[str]:
    try:
        feed = http.get(location)
        return article_links(feed.body, feed.url)
    except Rejected as rejected:
        raise Permanent(f"source {source.name}: {rejected}; mend its location in sources.yml") from None


def _small_enough(body: bytes, url: str) -> bytes:
    if len(body) > MAX_BODY_BYTES:
        raise Rejected("too_large", f"{url}: {len(body)} bytes")
    return body


_KINDS: dict[str, Callable[[Source, str, date, Archive, datetime], Iterator[Result]]] = {
    "folder": _from_folder,
    "warc": _from_warc,
    "feed": _from_feed,
}
