"""Keep raw bytes: every response in a WARC file before anything reads it, and read it back by file and offset.

One gzip member per record, as the WARC standard asks. Beside each file lies an index of JSON Lines, one per whole
record; after a crash, whatever the WARC holds beyond the last indexed record is cut off before more is written.
"""

import gzip
import io
import json
import os
import zlib
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
        self._files: dict[Path, _RecordFile] = {}

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
        file = self._files.setdefault(path, _RecordFile(path))
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
            warc_offset=file.end,
        )
        file.append(page, _warc_record(page, body))
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
            lost = f"{path} holds no record at byte {warc_offset} ({error!r})"
            raise Permanent(f"{lost}; restore it from a backup") from None

    def pages(self, source: str) -> dict[str, Page]:
        """Return all pages ever recorded from a source, by page_id."""
        if source not in self._known:
            indexes = sorted(self.folder.glob(f"*/{source}.jsonl"))
            self._known[source] = {page.page_id: page for index in indexes for page, _ in _indexed(index)}
        return self._known[source]


class _RecordFile:
    """One WARC file and its index, open for more records; what a crash left half written is cut off first."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._index = path.with_name(path.name.removesuffix(".warc.gz") + ".jsonl")
        self.end = max((end for _, end in _indexed(self._index)), default=0)

    def append(self, page: Page, record: bytes) -> None:
        """Write a record, make sure that it is on disk, and only then index it."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._path.open("ab") as file:
            file.truncate(self.end)
            file.write(record)
            file.flush()
            os.fsync(file.fileno())
        self.end += len(record)
        line = json.dumps(asdict(page) | {"end": self.end}, default=str, ensure_ascii=False) + "\n"
        with self._index.open("ab") as file:
            file.truncate(_whole_length(self._index))
            file.write(line.encode())


def responses(path: Path) -> Iterator[tuple[str, str, bytes]]:
    """Yield address, content type and decoded body of each HTML response of a WARC file of any compression.

    A truncated file yields what it holds whole, then raises Rejected; so does one that is no WARC.
    """
    count = last = 0
    with path.open("rb") as file:
        try:
            for record in ArchiveIterator(file, record_types=WarcRecordType.response, auto_decode="all"):
                if not record.is_http or record.http_headers.status_code != 200:  # noqa: PLR2004
                    continue
                body = bytes(record.reader.read(MAX_BODY_BYTES + 1))
                last = record.stream_pos
                yield record.headers["WARC-Target-URI"].strip("<>"), record.http_content_type or "text/html", body
                count += 1
        except Exception as error:
            raise Rejected("broken_warc", f"{path} after {count} responses: {error}") from error
    if path.suffix == ".gz" and _is_cut_off(path, last):
        raise Rejected("broken_warc", f"{path} after {count} responses: it is cut off")


def _is_cut_off(path: Path, offset: int) -> bool:
    """Return whether the gzip members from an offset on do not end where the file does: the reader stops silently."""
    with path.open("rb") as file:
        file.seek(offset)
        rest = file.read()
    while rest:
        member = zlib.decompressobj(wbits=31)
        try:
            member.decompress(rest)
        except zlib.error:
            return True
        if not member.eof:
            return True
        rest = member.unused_data
    return False


def _warc_record(page: Page, body: bytes) -> bytes:
    record = WarcRecord()
    urn = UUID(hex=page.page_id * 2).urn.encode()  # from content, so that the same page is the same record anywhere
    record.init_headers(WarcRecordType.response, urn)
    record.headers["WARC-Target-URI"] = page.url
    record.headers["WARC-Date"] = page.fetched_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    record.headers["Content-Type"] = "application/http; msgtype=response"
    kind = f"Content-Type: {page.content_type}\r\n" if page.content_type else ""
    head = f"HTTP/1.1 {page.status} Recorded\r\n{kind}Content-Length: {len(body)}\r\n\r\n"
    record.set_bytes_content(head.encode("latin-1", "replace") + body)
    out = io.BytesIO()
    record.write(out, checksum_data=True)
    return gzip.compress(out.getvalue(), mtime=0)


def _indexed(index: Path) -> Iterator[tuple[Page, int]]:
    """Yield the pages of an index with the end of each one's record; a line cut off by a crash is left out."""
    if not index.exists():
        return
    for line in index.read_bytes()[: _whole_length(index)].splitlines():
        record = json.loads(line)
        end = record.pop("end")
        yield Page(**record | {"fetched_at": datetime.fromisoformat(record["fetched_at"])}), end


def _whole_length(index: Path) -> int:
    """Return how many bytes of an index are whole lines."""
    return index.read_bytes().rfind(b"\n") + 1 if index.exists() else 0
