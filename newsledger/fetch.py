"""Fetch the pages of sources for a news day, each recorded in the archive before anything reads it."""

import asyncio
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from functools import partial
from pathlib import Path

from newsledger.archive import MAX_BODY_BYTES, Archive, responses
from newsledger.crawler import Crawler
from newsledger.downloads import Download
from newsledger.harvest import Harvest, Refused, Result
from newsledger.manners import Hosts, Manners
from newsledger.robots import Robots
from newsledger.settings import CHECKOUT
from newsledger.visits import first_visit, polls_of
from schemas.faults import Permanent, Rejected
from schemas.response import Response
from schemas.source import Source

__all__ = ["Refused", "Result", "fetch"]

_CONTENT_TYPES = {".html": "text/html", ".htm": "text/html", ".txt": "text/plain; charset=utf-8"}
_WARC_ENDINGS = (".warc", ".warc.gz", ".warc.zst")


def fetch(
    sources: Sequence[Source], day: date, archive: Archive, now: datetime, manners: Manners | None = None
) -> Iterator[Result]:
    """Yield the recorded pages of sources for a news day, and what was refused, source by source.

    Web sites are asked first and all at once, each at its own pace. Raise Permanent if a folder, archive or list is not
    there (a person must mend the configuration). A feed or sitemap that does not come is refused like a page: it must
    not stop the other sources; `expected_min` tells of it.
    """
    asked = _ask_web(sources, day, archive, now, manners or Manners())
    for source in sources:
        if source.name in asked:
            yield from asked[source.name]
            continue
        location = _location(source, day)
        take = _from_folder if source.kind == "folder" else _from_warc
        yield from take(source, CHECKOUT / location, day, archive, now)
        polls = polls_of(archive.folder, source)
        polls.note((polls.latest() or first_visit(location, now)).moved(location).succeeded(now))
    archive.sync()


def _location(source: Source, day: date) -> str:
    return source.location.replace("{day}", day.isoformat())


def _ask_web(
    sources: Iterable[Source], day: date, archive: Archive, now: datetime, manners: Manners
) -> dict[str, Iterable[Result]]:
    """Return what each source of the web gives; downloaded archives are read when it is asked for."""
    works: list[Harvest | Download] = []
    for source in sources:
        if source.kind in {"feed", "sitemap", "urls"}:
            works.append(Harvest(source, _location(source, day), day, archive, now))
        elif source.kind == "warc" and source.is_of_web:
            works.append(Download(source, _location(source, day), archive, now))
    for work in works:
        if not (manners.contact or work.source.is_local):
            raise Permanent(
                f"source {work.source.name}: set NEWSLEDGER_CONTACT to a mail address or page where the people of the"
                " sites we ask can reach you"
            )
    given = asyncio.run(_gather(works, day, archive, now, manners)) if works else []
    return {
        work.source.name: _from_download(work, results, day, archive, now) if isinstance(work, Download) else results
        for work, results in zip(works, given, strict=True)
    }


async def _gather(
    works: Sequence[Harvest | Download], day: date, archive: Archive, now: datetime, manners: Manners
) -> list[list[Result]]:
    """Let all sources work at once; two of one host share its pace."""
    hosts, robots = Hosts(manners), Robots(archive, day, now)

    async def gathered(work: Harvest | Download) -> list[Result]:
        name = f"{work.source.name}.answers"  # a name that no source can bear
        aside = partial(archive.record, name, day, fetched_at=now)
        crawler = Crawler(manners, hosts, robots, aside, is_local=work.source.is_local)
        try:
            return [*await work.gather(crawler)]
        finally:
            await crawler.aclose()

    return await asyncio.gather(*map(gathered, works))


def _from_download(
    work: Download, refused: Iterable[Result], day: date, archive: Archive, now: datetime
) -> Iterator[Result]:
    """Yield the pages of a downloaded archive, or of the day's archive that was kept before."""
    yield from refused
    if work.file.exists():
        results = list(_from_warc(work.source, work.file, day, archive, now))
        archive.sync()
        work.read(is_whole=not any(isinstance(each, Refused) and each.reason == "broken_warc" for each in results))
        yield from results
    elif work.is_kept:
        yield from archive.pages_of_day(work.source.name, day)


def _from_folder(source: Source, folder: Path, day: date, archive: Archive, now: datetime) -> Iterator[Result]:
    if not folder.is_dir():
        if "{day}" in source.location:
            return  # an outlet may be silent for a day; expected_min tells whether it may
        raise Permanent(f"source {source.name}: {folder} is no folder; mend its location in sources.yml")
    for path in sorted(p for p in folder.rglob("*") if p.suffix in _CONTENT_TYPES):
        url = f"file:///{Path(_location(source, day).lstrip('/')) / path.relative_to(folder)}"
        try:
            body = _read_small(path)
        except OSError as error:
            yield Refused(source.name, url, "unreadable", error.strerror or str(error))
        except Rejected as rejected:
            yield Refused(source.name, url, rejected.reason, rejected.detail)
        else:
            kind = _CONTENT_TYPES[path.suffix]
            yield archive.record(source.name, day, Response(url, body, headers={"content-type": kind}), now)


def _from_warc(source: Source, path: Path, day: date, archive: Archive, now: datetime) -> Iterator[Result]:
    if not path.exists():
        raise Permanent(f"source {source.name}: {path} is not there; mend its location in sources.yml")
    files = [path] if path.is_file() else sorted(p for p in path.rglob("*") if p.name.endswith(_WARC_ENDINGS))
    for file in files:
        try:
            for response, recorded_at in responses(file):
                if len(response.body) > MAX_BODY_BYTES:
                    detail = f"more than {MAX_BODY_BYTES} bytes"
                    yield Refused(source.name, response.url, "too_large", detail)
                else:
                    yield archive.record(source.name, day, response, recorded_at or now)
        except Rejected as rejected:
            yield Refused(source.name, f"file:{file.name}", rejected.reason, rejected.detail)


def _read_small(path: Path) -> bytes:
    size = path.stat().st_size
    if size > MAX_BODY_BYTES:
        raise Rejected("too_large", f"{size} bytes")
    return path.read_bytes()
