"""Keep raw bytes: every response in a WARC file before anything reads it, and read it back by file and offset.

One gzip member per record, as the WARC standard asks. Beside each file lies an index of JSON Lines, one per whole
record; after a crash, whatever the WARC holds beyond the last indexed record is cut off before more is written.
"""

import gzip
import io
import json
import os
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from uuid import UUID

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from schemas.faults import Permanent, Rejected
from schemas.keys import key_of
from schemas.page import Page

MAX_BODY_BYTES = 20 * 1024 * 1024  # of one page; the longest of 439 real news pages had 4 MB


class Archive:
    """The raw archive: `<folder>/<day>/<source>.warc.gz`, each with its index."""

    def __init__(self, folder: Path) -> None:
        """Open the archive in a folder, which need not exist yet."""
        self.folder = folder
        self._known: dict[str, dict[str, Page]] = {}

    def record(
        self,
        source: str,
        day: date,
        url: str,
        body: bytes,
        *,
        fetched_at: datetime,
        status: int = 200,
        content_type: str | None = None,
    ) -> Page:
        """Write a response and return its page; one whose bytes this source gave before is not written again."""
        digest = sha256(body).hexdigest()
        page_id = key_of(source, url, digest)
        known = self.pages(source)
        if page_id in known:
            return known[page_id]
        path = self.folder / day.isoformat() / f"{source}.warc.gz"
        offset = _append(path, _warc_record(page_id, url, body, fetched_at, status, content_type))
        page = Page(
            page_id=page_id,
            source=source,
            url=url,
            fetched_at=fetched_at,
            status=status,
            content_type=content_type,
            body_digest=digest,
            body_length=len(body),
            warc_path=str(path.relative_to(self.folder)),
            warc_offset=offset,
        )
        _note(path, page, path.stat().st_size)
        known[page_id] = page
        return page

    def read(self, warc_path: str, warc_offset: int) -> bytes:
        """Return the body recorded there; raise Permanent if it is not there any more."""
        path = self.folder / warc_path
        try:
            with path.open("rb") as file:
                file.seek(warc_offset)
                record = next(iter(ArchiveIterator(file, record_types=WarcRecordType.response)))
                return bytes(record.reader.read())
        except (OSError, StopIteration) as error:
            raise Permanent(
                f"{path} holds no record at byte {warc_offset} ({error!r}); restore it from a backup"
            ) from None

    def pages(self, source: str) -> dict[str, Page]:
        """Return all pages ever recorded from a source, by page_id."""
        if source not in self._known:
            indexes = sorted(self.folder.glob(f"*/{source}.jsonl"))
            self._known[source] = {page.page_id: page for index in indexes for page, _ in _noted(index)}
        return self._known[source]


def responses(path: Path) -> Iterator[tuple[str, str, bytes]]:
    """Yield address, content type and decoded body of each HTML response of a WARC file of any compression.

    A truncated file yields what it holds whole, then raises Rejected; so does one that is no WARC.
    """
    count = 0
    with path.open("rb") as file:
        try:
            for record in ArchiveIterator(file, record_types=WarcRecordType.response, auto_decode="all"):
                if not record.is_http or record.http_headers.status_code != 200:  # noqa: PLR2004
                    continue
                body = bytes(record.reader.read(MAX_BODY_BYTES + 1))
                count += 1
                yield record.headers["WARC-Target-URI"].strip("<>"), record.http_content_type or "text/html", body
        except Exception as error:
            raise Rejected("broken_warc", f"{path} after {count} responses: {error}") from error


def _warc_record(
    page_id: str, url: str, body: bytes, fetched_at: datetime, status: int, content_type: str | None
) -> bytes:
    record = WarcRecord()
    urn = UUID(hex=page_id * 2).urn.encode()  # from content, so that the same page is the same record anywhere
    record.init_headers(WarcRecordType.response, urn)
    record.headers["WARC-Target-URI"] = url
    record.headers["WARC-Date"] = fetched_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    record.headers["Content-Type"] = "application/http; msgtype=response"
    kind = f"Content-Type: {content_type}\r\n" if content_type else ""
    head = f"HTTP/1.1 {status} Recorded\r\n{kind}Content-Length: {len(body)}\r\n\r\n"
    record.set_bytes_content(head.encode("latin-1", "replace") + body)
    out = io.BytesIO()
    record.write(out, checksum_data=True)
    return gzip.compress(out.getvalue(), mtime=0)


def _append(path: Path, data: bytes) -> int:
    """Append one record after the last whole one; return its offset once it is on disk."""
    path.parent.mkdir(parents=True, exist_ok=True)
    end = max((end for _, end in _noted(path.with_name(_index_name(path)))), default=0)
    with path.open("ab") as file:
        file.truncate(end)
        file.seek(end)
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    return end


def _note(path: Path, page: Page, end: int) -> None:
    line = json.dumps(asdict(page) | {"end": end}, default=str, ensure_ascii=False)
    with path.with_name(_index_name(path)).open("a", encoding="utf-8") as file:
        file.write(line + "\n")


def _noted(index: Path) -> Iterator[tuple[Page, int]]:
    """Yield the whole lines of an index; a line cut off by a crash ends it."""
    if not index.exists():
        return
    for line in index.read_text("utf-8").splitlines(keepends=True):
        if not line.endswith("\n"):
            return
        record = json.loads(line)
        end = record.pop("end")
        yield Page(**record | {"fetched_at": datetime.fromisoformat(record["fetched_at"])}), end


def _index_name(path: Path) -> str:
    return path.name.removesuffix(".warc.gz") + ".jsonl"
