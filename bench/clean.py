"""Count the pages per second that cleaning does, beside bare trafilatura and bare parsing, on the same pages.

    python -m bench.clean [FOLDER] [--rounds 3]

FOLDER holds pages as .html or .html.gz (default: the sample feed). Each way is timed with one and with two processes;
the processor time of a page says what a core can do, whatever else the machine is busy with.
"""

import argparse
import gzip
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import trafilatura
from trafilatura.utils import load_html

from schemas.faults import Rejected
from schemas.page import Page
from schemas.source import Source
from transforms.documents.clean import clean
from transforms.documents.decode import decode

SAMPLES = Path(__file__).parents[1] / "samples"
SOURCE = Source(
    name="bench", kind="folder", location="", outlet="Bench", country="GBR", language="en", licence="",
    cadence="daily", expected_min=0, expected_max=0,
)  # fmt: skip


def parse(body: bytes) -> None:
    """Decode and parse, nothing more."""
    load_html(decode(body, "text/html"))


def extract(body: bytes) -> None:
    """Extract text and metadata as trafilatura does by itself."""
    trafilatura.bare_extraction(decode(body, "text/html"), include_comments=False, with_metadata=True)


def page_at(url: str, body: bytes) -> Page:
    """Return the page of a body that comes from no archive."""
    return Page(
        page_id="", source="bench", url=url, fetched_at=datetime(2026, 1, 1, tzinfo=UTC), status=200,
        content_type="text/html", body_digest="", body_length=len(body), warc_path="", warc_offset=0,
    )  # fmt: skip


def clean_page(body: bytes) -> None:
    """Make the document."""
    with suppress(Rejected):
        clean(body, page_at("", body), SOURCE)


WAYS: tuple[Callable[[bytes], None], ...] = (parse, extract, clean_page)
Times = list[tuple[float, float]]  # seconds by the clock and of the processor, for each way


def timed(body: bytes) -> Times:
    """Return how long a page takes in each way, one after the other, so that what else the machine does hits all."""
    times = []
    for way in WAYS:
        clock, processor = time.perf_counter(), time.process_time()
        way(body)
        times.append((time.perf_counter() - clock, time.process_time() - processor))
    return times


def speeds(bodies: Sequence[bytes], processes: int, rounds: int) -> list[tuple[float, float]]:
    """Return for each way the pages a second of so many processes, and those a second of a core; best times count."""
    with ProcessPoolExecutor(processes) as pool:
        list(pool.map(timed, bodies[: 2 * processes]))  # imports and caches are not what is measured
        passes = [list(pool.map(timed, bodies, chunksize=4)) for _ in range(rounds)]
    found = []
    for way in range(len(WAYS)):
        clock, processor = (
            sum(min(page[way][kind] for page in pages) for pages in zip(*passes, strict=True)) for kind in (0, 1)
        )
        found.append((processes * len(bodies) / clock, len(bodies) / processor))
    return found


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=SAMPLES)
    parser.add_argument("--rounds", type=int, default=3, help="passes; each page's best time counts")
    args = parser.parse_args()
    bodies = [path.read_bytes() for path in sorted(args.folder.rglob("*.html"))]
    bodies += [gzip.decompress(path.read_bytes()) for path in sorted(args.folder.rglob("*.html.gz"))]
    print(f"{len(bodies)} pages, {sum(map(len, bodies)) / len(bodies) / 1024:.0f} KB each")
    for processes in (1, 2):
        found = speeds(bodies, processes, args.rounds)
        for place, unit in enumerate(("second", "second of a core")):
            rates = [rate[place] for rate in found]
            line = "   ".join(f"{way.__name__} {rate:.1f}" for way, rate in zip(WAYS, rates, strict=True))
            print(f"{processes} processes: pages a {unit}: {line}   clean/trafilatura {rates[2] / rates[1]:.2f}")


if __name__ == "__main__":
    main()
