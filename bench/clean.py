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
from functools import partial
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


def timed(way: Callable[[bytes], None], body: bytes) -> float:
    """Return the processor time that a page takes, in seconds."""
    start = time.process_time()
    way(body)
    return time.process_time() - start


def speeds(way: Callable[[bytes], None], bodies: Sequence[bytes], processes: int) -> tuple[float, float]:
    """Return pages a second of one pass, in so many processes that are already started, and per second of a core."""
    with ProcessPoolExecutor(processes) as pool:
        list(pool.map(way, bodies[: 2 * processes]))  # imports and caches are not what is measured
        start = time.perf_counter()
        used = sum(pool.map(partial(timed, way), bodies, chunksize=8))
        return len(bodies) / (time.perf_counter() - start), len(bodies) / used


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=SAMPLES)
    parser.add_argument("--rounds", type=int, default=3, help="passes per way; the best one counts")
    args = parser.parse_args()
    bodies = [path.read_bytes() for path in sorted(args.folder.rglob("*.html"))]
    bodies += [gzip.decompress(path.read_bytes()) for path in sorted(args.folder.rglob("*.html.gz"))]
    print(f"{len(bodies)} pages, {sum(map(len, bodies)) / len(bodies) / 1024:.0f} KB each")
    for processes in (1, 2):
        passes: dict[Callable[[bytes], None], list[tuple[float, float]]] = {parse: [], extract: [], clean_page: []}
        for _ in range(args.rounds):
            for way, found in passes.items():
                found.append(speeds(way, bodies, processes))
        best = {way: [max(column) for column in zip(*found, strict=True)] for way, found in passes.items()}
        for place, unit in enumerate(("second", "second of a core")):
            line = "   ".join(f"{way.__name__} {rates[place]:.1f}" for way, rates in best.items())
            share = best[clean_page][place] / best[extract][place]
            print(f"{processes} processes: pages a {unit}: {line}   clean/trafilatura {share:.2f}")


if __name__ == "__main__":
    main()
