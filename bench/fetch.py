"""Measure how near fetching comes to what politeness allows: `python -m bench.fetch [DELAY]`.

A server of its own process gives a thousand pages on fifty hosts of loopback (127.0.0.x), each after 50 ms. With the
pace of one request per host and DELAY seconds (1, the default of the crawler), the twenty pages and the robots.txt of a
host take twenty delays and one answer at least; the share of that in the time taken is what is printed.
"""

import http.server
import multiprocessing
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from pathlib import Path

from newsledger.archive import Archive
from newsledger.fetch import fetch
from newsledger.manners import Manners
from schemas.page import Page
from schemas.source import Source

HOSTS, PAGES, ANSWER = 50, 20, 0.05
SOURCE = Source(
    name="bench",
    kind="urls",
    location="",
    outlet="Bench",
    country="GBR",
    language="en",
    licence="Made here.",
    cadence="daily",
    expected_min=HOSTS * PAGES,
    expected_max=HOSTS * PAGES,
    is_local=True,
)


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        time.sleep(ANSWER)
        body = f"<html><body><p>{self.path}</p>{'<p>A paragraph of a page.</p>' * 2000}</body></html>".encode()
        self.send_response(404 if self.path == "/robots.txt" else 200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class _Server(http.server.ThreadingHTTPServer):
    request_queue_size = HOSTS  # all hosts are greeted at once; one turned away would wait a second for its next try


def _serve(port_to: Connection) -> None:
    server = _Server(("0.0.0.0", 0), _Handler)  # noqa: S104  (all of 127.0.0.x)
    port_to.send(server.server_address[1])
    server.serve_forever()


def fetched(urls: Sequence[str], delay: float) -> int:
    """Fetch addresses into an archive of their own and return how many pages came."""
    with tempfile.TemporaryDirectory() as folder:
        listed = Path(folder, "urls.txt")
        listed.write_text("\n".join(urls), "utf-8")
        source = replace(SOURCE, location=str(listed))
        now = datetime(2026, 1, 1, tzinfo=UTC)
        results = fetch([source], now.date(), Archive(Path(folder)), now, Manners(delay=delay))
        return sum(isinstance(result, Page) for result in results)


def main(delay: float) -> None:
    """Fetch all pages once and print time, share of the allowed pace, and processor time."""
    here, there = multiprocessing.Pipe()
    server = multiprocessing.get_context("spawn").Process(target=_serve, args=(there,), daemon=True)
    server.start()
    port = here.recv()
    urls = [f"http://127.0.0.{host}:{port}/{page}" for page in range(PAGES) for host in range(1, HOSTS + 1)]
    fetched(urls[:1], delay)  # what is imported at the first request is not what is measured
    started, before = time.monotonic(), time.process_time()
    pages = fetched(urls, delay)
    seconds, used = time.monotonic() - started, time.process_time() - before
    server.terminate()
    allowed = PAGES * delay + ANSWER
    print(f"{pages} of {len(urls)} pages in {seconds:.1f} s, {pages / seconds:.0f} a second")
    print(f"{allowed / seconds:.0%} of the allowed pace ({allowed:.1f} s); {used:.1f} s of CPU")


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else Manners().delay)
