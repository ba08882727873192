"""Clean pages that a person gives the command line: HTML files, WARC files, JSON Lines."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from newsledger.archive import responses
from newsledger.pool import map_batches
from newsledger.settings import utc_now
from newsledger.texts import BadInput, Complaints, record_of_line
from schemas.faults import Rejected
from schemas.keys import key_of
from schemas.page import Page
from schemas.response import Response
from schemas.source import Source
from transforms.documents.clean import clean

_BATCH_PAGES = 8
_WARC_ENDINGS = (".warc", ".warc.gz", ".warc.zst")
_FIELDS = ("url", "canonical_url", "outlet", "title", "byline", "published_at", "language", "text")


@dataclass(frozen=True)
class RawPage:
    """A page to clean: the id to give back, its address if known, and its bytes."""

    page_id: object
    url: str
    content_type: str
    body: bytes


def pages_of(paths: list[str], complain: Complaints) -> Iterator[RawPage]:
    """Yield the pages of HTML and WARC files and, for `-`, of JSON Lines on standard input."""
    for path in paths:
        try:
            if path == "-":
                yield from _lines(complain)
            elif path.endswith(_WARC_ENDINGS):
                yield from (_of_response(response) for response, _ in responses(Path(path)))
            else:
                yield RawPage(Path(path).name, Path(path).resolve().as_uri(), "text/html", Path(path).read_bytes())
        except Rejected as rejected:
            complain(str(rejected))
        except OSError as error:
            complain(f"{path}: {error.strerror or error}; give a readable file")


def _of_response(response: Response) -> RawPage:
    return RawPage(response.url, response.url, response.content_type or "text/html", response.body)


def clean_pages(pages: Iterable[RawPage], processes: int) -> Iterator[dict[str, Any]]:
    """Yield, for each page in order, the document's fields or the reason why it was rejected."""
    return map_batches(_clean_batch, pages, _BATCH_PAGES, processes)


def _clean_batch(pages: tuple[RawPage, ...]) -> list[dict[str, Any]]:
    return [_clean_one(page) for page in pages]


def _clean_one(raw: RawPage) -> dict[str, Any]:
    digest = sha256(raw.body).hexdigest()
    page = Page(
        page_id=key_of(raw.url, digest),
        source="",
        url=raw.url,
        fetched_at=utc_now(),
        status=200,
        content_type=raw.content_type,
        body_digest=digest,
        body_length=len(raw.body),
        warc_path="",
        warc_offset=0,
    )
    try:
        document = clean(raw.body, page, _anywhere(raw.url))
    except Rejected as rejected:
        return {"id": raw.page_id, **dict.fromkeys(_FIELDS), "url": raw.url or None, "rejected": rejected.reason}
    fields = {name: getattr(document, name) or None for name in _FIELDS}
    return {"id": raw.page_id, **fields, "rejected": None}


def _anywhere(url: str) -> Source:
    """Return a source for a page that comes from none of the configured: its outlet is its host."""
    return Source(
        name="-",
        kind="folder",
        location=url,
        outlet=(urlsplit(url).hostname or "").removeprefix("www."),
        country="",
        language="en",
        licence="",
        cadence="daily",
        expected_min=0,
        expected_max=0,
    )


def _lines(complain: Complaints) -> Iterator[RawPage]:
    for number, line in enumerate(sys.stdin.buffer, 1):
        where = f"standard input, line {number}"
        try:
            record = record_of_line(line, where, complain)
            if not isinstance(record.get("html"), str) or "id" not in record:
                raise BadInput(f'{where}: needs "id" and "html" (a string)')
        except BadInput as bad:
            complain(str(bad))
            continue
        html = record["html"].encode("utf-8", "surrogatepass")
        yield RawPage(record["id"], record.get("url") or "", "text/html; charset=utf-8", html)
