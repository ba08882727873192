"""Fetch a source's pages for a news day, each recorded in the archive before anything reads it."""

import asyncio
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from newsledger.archive import MAX_BODY_BYTES, Archive, responses
from newsledger.crawler import Manners
from newsledger.harvest import Harvest, Refused, Result
from newsledger.settings import CHECKOUT
from schemas.faults import Permanent, Rejected
from schemas.response import Response
from schemas.source import Source

__all__ = ["Refused", "Result", "fetch"]

_CONTENT_TYPES = {".html": "text/html", ".htm": "text/html", ".txt": "text/plain; charset=utf-8"}
_WARC_ENDINGS = (".warc", ".warc.gz", ".warc.zst")


def fetch(
    source: Source, day: date, archive: Archive, now: datetime, manners: Manners | None = None
) -> Iterator[Result]:
    """Yield the recorded pages of a source for a news day, and what was refused.

    Raise Permanent if a folder, archive or list is not there (a person must mend the configuration). A feed or sitemap
    that does not come is refused like a page: it must not stop the other sources; `expected_min` tells of it.
    """
    location = source.location.replace("{day}", day.isoformat())
    if source.kind == "folder":
        yield from _from_folder(source, location, day, archive, now)
    elif source.kind == "warc":
        yield from _from_warc(source, location, day, archive, now)
    else:
        yield from _from_web(source, location, day, archive, now, manners or Manners())
    archive.sync()


def _from_folder(source: Source, location: str, day: date, archive: Archive, now: datetime) -> Iterator[Result]:
    folder = CHECKOUT / location
    if not folder.is_dir():
        if "{day}" in source.location:
            return  # an outlet may be silent for a day; expected_min tells whether it may
        raise Permanent(f"source {source.name}: {folder} is no folder; mend its location in sources.yml")
    for path in sorted(p for p in folder.rglob("*") if p.suffix in _CONTENT_TYPES):
        url = f"file:///{Path(location.lstrip('/')) / path.relative_to(folder)}"
        try:
            body = _read_small(path)
        except OSError as error:
            yield Refused(url, "unreadable", error.strerror or str(error))
        except Rejected as rejected:
            yield Refused(url, rejected.reason, rejected.detail)
        else:
            kind = _CONTENT_TYPES[path.suffix]
            yield archive.record(source.name, day, Response(url, body, headers={"content-type": kind}), now)


def _from_warc(source: Source, location: str, day: date, archive: Archive, now: datetime) -> Iterator[Result]:
    path = CHECKOUT / location
    if not path.exists():
        raise Permanent(f"source {source.name}: {path} is not there; mend its location in sources.yml")
    files = [path] if path.is_file() else sorted(p for p in path.rglob("*") if p.name.endswith(_WARC_ENDINGS))
    for file in files:
        try:
            for response, recorded_at in responses(file):
                if len(response.body) > MAX_BODY_BYTES:
                    yield Refused(response.url, "too_large", f"more than {MAX_BODY_BYTES} bytes")
                else:
                    yield archive.record(source.name, day, response, recorded_at or now)
        except Rejected as rejected:
            yield Refused(f"file:{file.name}", rejected.reason, rejected.detail)


def _from_web(
    source: Source, location: str, day: date, archive: Archive, now: datetime, manners: Manners
) -> Iterator[Result]:
    if not (manners.contact or source.is_local):
        raise Permanent(
            f"source {source.name}: set NEWSLEDGER_CONTACT to a mail address or page where the people of the sites"
            " we ask can reach you"
        )
    yield from asyncio.run(Harvest(source, location, day, archive, now).gather(manners))


def _read_small(path: Path) -> bytes:
    size = path.stat().st_size
    if size > MAX_BODY_BYTES:
        raise Rejected("too_large", f"{size} bytes")
    return path.read_bytes()
