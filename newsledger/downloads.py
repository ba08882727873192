"""Bring in a WARC file from the web: whole, once, going on where an earlier download broke off."""

from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from newsledger.archive import Archive
from newsledger.crawler import Crawler
from newsledger.harvest import Refused
from newsledger.visits import Visit, first_visit, next_poll, polls_of
from schemas.faults import Rejected, Transient
from schemas.source import Source


class Download:
    """The download of one source's archive; the file lies in `<raw>/downloads/<source>/` until its pages are kept."""

    def __init__(self, source: Source, location: str, archive: Archive, now: datetime) -> None:
        """Ask nobody yet."""
        self.source = source
        self._location = location
        self._now = now
        self._polls = polls_of(archive.folder, source)
        self.file = archive.folder / "downloads" / source.name / Path(urlsplit(location).path).name

    async def gather(self, crawler: Crawler) -> list[Refused]:
        """Make sure that the file is there, unless its pages were kept before; return why it is not, if so."""
        last = self._last()
        if self.is_kept or self.file.exists():
            return []
        if self._now < next_poll(last):
            rest = f"failed {last.failures} times in a row; asked again from {next_poll(last):%Y-%m-%d %H:%M} UTC on"
            return [Refused(self.source.name, self._location, "source_rests", rest)]
        part = self.file.with_name(self.file.name + ".part")
        part.parent.mkdir(parents=True, exist_ok=True)
        try:
            await crawler.download(self._location, part)
        except (Rejected, Transient) as fault:
            self._polls.note(last.failed(self._now))
            reason = "source_unavailable" if isinstance(fault, Transient) else "source_broken"
            return [Refused(self.source.name, self._location, reason, str(fault))]
        part.rename(self.file)
        return []

    @property
    def is_kept(self) -> bool:
        """Whether all pages of the file were recorded."""
        last = self._polls.last(self._location)
        return last is not None and not last.failures

    def read(self, *, is_whole: bool) -> None:
        """Note that its pages were recorded, and let the file go; one that is broken is to be had again."""
        visit = self._last()
        self._polls.note(visit.succeeded(self._now) if is_whole else visit.failed(self._now))
        self.file.unlink()

    def _last(self) -> Visit:
        return (self._polls.latest() or first_visit(self._location, self._now)).moved(self._location)
