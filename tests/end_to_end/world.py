"""What outlets publish in a made-up week, hostile and mistaken pages among it."""

import gzip
import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from html import escape
from pathlib import Path

import yaml

from newsledger.archive import Archive
from newsledger.settings import CHECKOUT
from schemas.response import Response
from tests.fetch.site import State, rss
from tests.invented import FILLING, article, page

DAYS = [date(2026, 10, 5) + timedelta(days=number) for number in range(7)]
HOSTILE, MISDATED, FIRST_VERSION, SECOND_VERSION = DAYS[2], DAYS[3], DAYS[4], DAYS[6]
_OUTLETS = ("courier", "wire", "gazette")
_PAGES_A_DAY = 3
_SCRIPT = "<script>document.title = 'owned'</script><img src=x onerror=\"document.title='owned'\">"


class World:
    """A courier that is a folder, a wire that is a WARC file a day, a gazette with a feed; and pages that are given."""

    def __init__(self, folder: Path, given: Path | None = None) -> None:
        """Write all days' pages into a folder; deal those of a folder `given` out to the days."""
        self._folder = folder
        self.site = State()
        for number, day in enumerate(DAYS):
            midnight = datetime.combine(day, time(), UTC)
            courier, wire, gazette = (
                [article(1000 * number + 100 * place + n, midnight) for n in range(_PAGES_A_DAY)]
                for place in range(len(_OUTLETS))
            )
            self._print_courier(day, {f"storm_{n}": text for n, text in enumerate(courier)} | _mistaken(day, midnight))
            self._send_wire(day, wire)
            self._serve_gazette(day, gazette + (_hostile(midnight) if day == HOSTILE else []))
        if given is not None:
            self._deal(given)

    def sources(self, gazette: str) -> str:
        """Return the configuration of the sources, given the gazette's address."""
        ours = [
            _source("courier", "folder", f"{self._folder}/{{day}}/courier"),
            _source("wire", "warc", f"{self._folder}/{{day}}/wire.warc.gz"),
            _source("gazette", "feed", f"{gazette}/feed/{{day}}"),
        ]
        samples = yaml.safe_load((CHECKOUT / "config" / "sources.yml").read_text("utf-8"))["sources"]
        ours += [source | {"cadence": "weekly"} for source in samples]  # they end with the third day
        if (self._folder / "given").is_dir():
            ours.append(_source("given", "folder", f"{self._folder}/given/{{day}}"))
        return yaml.safe_dump({"sources": ours}, sort_keys=False)

    def take_away(self, day: date) -> Callable[[], object]:
        """Let the wire's file of a day be missing; return what brings it back."""
        file = self._folder / str(day) / "wire.warc.gz"
        away = file.rename(file.with_suffix(".away"))
        return lambda: away.rename(file)

    def _print_courier(self, day: date, pages: dict[str, str]) -> None:
        folder = self._folder / str(day) / "courier"
        folder.mkdir(parents=True)
        for slug, text in pages.items():
            (folder / f"{slug}.html").write_text(text, "utf-8")

    def _send_wire(self, day: date, pages: list[str]) -> None:
        archive = Archive(self._folder / "archive")
        for number, text in enumerate(pages):
            url = f"https://wire.example/{day}/{number}"
            response = Response(url, text.encode(), headers={"content-type": "text/html"})
            archive.record("wire", day, response, datetime.combine(day, time(21), UTC))
        archive.sync()
        shutil.copy(self._folder / "archive" / str(day) / "wire.warc.gz", self._folder / str(day))

    def _serve_gazette(self, day: date, pages: list[str]) -> None:
        links = [f"/{day}/{number}" for number in range(len(pages))]
        self.site.pages |= {link: ("text/html", text.encode()) for link, text in zip(links, pages, strict=True)}
        feed = rss(*links, *(["/bomb-gzip"] if day == HOSTILE else []))
        self.site.pages[f"/feed/{day}"] = ("application/rss+xml", feed.encode())

    def _deal(self, given: Path) -> None:
        for number, path in enumerate(sorted(p for p in given.iterdir() if ".html" in p.suffixes)):
            target = self._folder / "given" / str(DAYS[number % len(DAYS)]) / path.name.removesuffix(".gz")
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes())


def _source(name: str, kind: str, location: str) -> dict[str, object]:
    return {
        "name": name, "kind": kind, "location": location, "outlet": name.title(), "country": "GBR", "language": "en",
        "licence": "Written for tests.", "cadence": "daily", "expected_min": 2, "expected_max": 20,
        "is_local": kind == "feed",
    }  # fmt: skip


def _hostile(midnight: datetime) -> list[str]:
    """Return a page that would run a script where it is shown, and one that would exhaust who reads it."""
    text = [f"{_SCRIPT} A crane fell on a quay.", f"{escape(_SCRIPT)} Nobody was hurt, the port said.", *FILLING]
    return [page(f"Crane falls {escape(_SCRIPT)}", midnight + timedelta(hours=9), text), "<div>" * 200_000]


def _mistaken(day: date, midnight: datetime) -> dict[str, str]:
    """Return the courier's pages of a day with something wrong in them, by slug."""
    if day == MISDATED:
        return {"fair": page("Penwell plans a fair", midnight.replace(year=2031), list(FILLING))}
    if day not in (FIRST_VERSION, SECOND_VERSION):
        return {}
    cars = 14 if day == FIRST_VERSION else 41
    text = [f"Divers found {cars} cars in the old harbour of Penwell, the port said.", *FILLING]
    at = datetime.combine(FIRST_VERSION, time(9), UTC)
    return {"harbour": page("Divers search the old harbour", at, text, "https://courier.example/harbour")}
