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
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import UUID

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from schemas.faults import Permanent, Rejected
from schemas.keys import key_of
from schemas.page import Page
from schemas.response import Response

_GZIP, _PIECE = 31, 1024 * 1024  # zlib's name for the format; bytes looked at in one go
_GZIP_LEVEL = 6  # on news pages 1% larger than 9, in two thirds of the time
MAX_BODY_BYTES = 20 * 1024 * 1024  # of one page; the longest of 439 real news pages had 4 MB

# Cookies are secrets; the others speak of the bytes on the line, and the body is kept decoded and whole.
_NOT_KEPT = frozenset({"set-cookie", "content-encoding", "transfer-encoding", "content-length", "connection"})


class Archive:
    """The raw archive: `<folder>/<day>/<source>.warc.gz`, each with its index."""

    def __init__(self, folder: Path) -> None:
        """Open the archive in a folder, which need not exist yet."""
        self.folder = folder
        self._known: dict[str, dict[str, Page]] = {}
        self._files: dict[Path, _RecordFile] = {}

    def record(self, source: str, day: date, response: Response, fetched_at: datetime) -> Page:
        """Write a response and return its page; one whose bytes this source gave before is not written again."""
        digest = sha256(response.body).hexdigest()
        page_id = key_of(source, response.url, digest)
        known = self.pages(source)
        if page_id in known:
            return known[page_id]
        path = self.folder / day.isoformat() / f"{source}.warc.gz"
        if path not in self._files:
            self._files[path] = _RecordFile(path)
        file = self._files[path]
        page = Page(
            page_id=page_id,
            source=source,
            url=response.url,
            fetched_at=fetched_at,
            status=response.status,
            content_type=response.content_type,
            body_digest=digest,
            body_length=len(response.body),
            warc_path=str(path.relative_to(self.folder)),
            warc_offset=file.end,
        )
        file.append(page, _response_record(page, response) + _request_record(page, response))
        known[page_id] = page
        return page

    def sync(self) -> None:
        """Make sure that all is on disk: until then it outlives a crash of ours, but not of the machine."""
        for path in self._files:
            with path.open("rb") as file:
                os.fsync(file.fileno())

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

    def pages_of_day(self, source: str, day: date) -> list[Page]:
        """Return the pages first recorded from a source for a news day, in order."""
        return [page for page in self.pages(source).values() if page.warc_path.startswith(f"{day.isoformat()}/")]

    def latest_day(self, source: str) -> tuple[date, int] | None:
        """Return the last news day that a source brought new pages for, and how many."""
        for index in sorted(self.folder.glob(f"????-??-??/{source}.jsonl"), reverse=True):
            if count := sum(1 for _ in _indexed(index)):
                return date.fromisoformat(index.parent.name), count
        return None

    def pages(self, source: str) -> dict[str, Page]:
        """Return all pages ever recorded from a source, by page_id."""
        if source not in self._known:
            indexes = sorted(self.folder.glob(f"????-??-??/{source}.jsonl"))
            self._known[source] = {page.page_id: page for index in indexes for page, _, _ in _indexed(index)}
        return self._known[source]


class _RecordFile:
    """One WARC file and its index, open for more records; what a crash left half written is cut off first."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._index = path.with_name(path.name.removesuffix(".warc.gz") + ".jsonl")
        if path.exists() and not self._index.exists():
            raise Permanent(
                f"{path} has lost its index {self._index.name}; restore it from a backup, or move both away"
            )
        whole = [(end, line_end) for _, end, line_end in _indexed(self._index)]
        self.end, self._index_end = whole[-1] if whole else (0, 0)
        path.parent.mkdir(parents=True, exist_ok=True)
        self._index.touch()  # before the first record, so that a record without it means a loss

    def append(self, page: Page, record: bytes) -> None:
        """Write a record, and only then index it."""
        with self._path.open("ab") as file:
            file.truncate(self.end)
            file.write(record)
        self.end += len(record)
        line = json.dumps(vars(page) | {"end": self.end}, default=str, ensure_ascii=False).encode() + b"\n"
        with self._index.open("ab") as file:
            file.truncate(self._index_end)
            file.write(line)
        self._index_end += len(line)


def responses(path: Path) -> Iterator[tuple[Response, datetime | None]]:
    """Yield each HTML response of a WARC file of any compression, decoded, and when it was recorded.

    A body over the limit is cut one byte after it. A truncated file yields what it holds whole, then raises Rejected;
    so does one that is no WARC.
    """
    count = last = 0
    with path.open("rb") as file:
        try:
            for record in ArchiveIterator(file, record_types=WarcRecordType.response, auto_decode="all"):
                if not record.is_http or record.http_headers.status_code != 200:  # noqa: PLR2004
                    continue
                body = bytes(record.reader.read(MAX_BODY_BYTES + 1))
                last = record.stream_pos
                headers = {"content-type": record.http_content_type or "text/html"}
                yield Response(record.headers["WARC-Target-URI"].strip("<>"), body, headers=headers), record.record_date
                count += 1
        except Exception as error:
            raise Rejected("broken_warc", f"{path} after {count} responses: {error}") from error
    if path.suffix == ".gz" and _is_cut_off(path, last):
        raise Rejected("broken_warc", f"{path} after {count} responses: it is cut off")


def _is_cut_off(path: Path, offset: int) -> bool:
    """Return whether the gzip members from an offset on do not end where the file does: the reader stops silently."""
    member = zlib.decompressobj(wbits=_GZIP)
    with path.open("rb") as file:
        file.seek(offset)
        packed = file.read(_PIECE)
        while packed:
            if member.eof:
                member = zlib.decompressobj(wbits=_GZIP)
            try:
                member.decompress(packed, _PIECE)
            except zlib.error:
                return True
            packed = member.unused_data or member.unconsumed_tail or file.read(_PIECE)
    return not member.eof


def _response_record(page: Page, response: Response) -> bytes:
    kept = [f"{name}: {value}" for name, value in response.headers.items() if name not in _NOT_KEPT]
    lines = [f"HTTP/1.1 {page.status} Recorded", *kept, f"content-length: {len(response.body)}", "", ""]
    head = "\r\n".join(lines).encode("latin-1", "replace")
    return _record(page, "response", _urn(page.page_id), head + response.body)


def _request_record(page: Page, response: Response) -> bytes:
    if not response.request:
        return b""
    return _record(page, "request", _urn(page.page_id[::-1]), response.request)


def _record(page: Page, kind: str, urn: str, content: bytes) -> bytes:
    record = WarcRecord()
    record.init_headers(getattr(WarcRecordType, kind), urn.encode())
    record.headers["WARC-Target-URI"] = page.url
    record.headers["WARC-Date"] = page.fetched_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    record.headers["Content-Type"] = f"application/http; msgtype={kind}"
    if kind == "request":
        record.headers["WARC-Concurrent-To"] = f"<{_urn(page.page_id)}>"
    record.set_bytes_content(content)
    out = io.BytesIO()
    record.write(out, checksum_data=True)
    return gzip.compress(out.getvalue(), _GZIP_LEVEL, mtime=0)


def _urn(key: str) -> str:
    """Return a record's id from content, so that the same page is the same record anywhere."""
    return UUID(hex=key * 2).urn


def _indexed(index: Path) -> Iterator[tuple[Page, int, int]]:
    """Yield the pages of an index with the ends of each one's record and line.

    What a crash cut off is left out: half a line, and lines whose record did not reach the disk.
    """
    warc = index.with_suffix(".warc.gz")
    if not (index.exists() and warc.exists()):
        return
    size, read = warc.stat().st_size, 0
    for line in index.read_bytes().splitlines(keepends=True):
        read += len(line)
        record: dict[str, Any] = json.loads(line) if line.endswith(b"\n") else {"end": size + 1}
        end = record.pop("end")
        if end > size:
            return
        yield Page(**record | {"fetched_at": datetime.fromisoformat(record["fetched_at"])}), end, read
