"""Folders, archives and feeds give pages; what cannot be taken is refused with a reason, and the rest goes on."""

import http.server
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from newsledger.archive import Archive
from newsledger.fetch import Refused, fetch
from schemas.faults import Permanent, Transient
from schemas.page import Page
from schemas.source import Source

NOW = datetime(2026, 10, 5, 6, tzinfo=UTC)
DAY = date(2026, 10, 5)
SOURCE = Source(
    name="courier",
    kind="folder",
    location="",
    outlet="Courier",
    country="GBR",
    language="en",
    licence="",
    cadence="daily",
    expected_min=0,
    expected_max=9,
)
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Courier</title>
<item><title>One</title><link>/one.html</link></item>
<item><title>Two</title><link>/gone.html</link></item>
<item><title>Three</title><link>/busy.html</link></item>
<item><title>One again</title><link>/one.html</link></item>
</channel></rss>"""


class Site(http.server.BaseHTTPRequestHandler):
    """Serve a feed, a page, a page that is gone and one that is too busy."""

    def do_GET(self) -> None:
        status, body = {
            "/feed": (200, FEED),
            "/broken": (200, FEED[: FEED.index("<item><title>Two")]),
            "/prose": (200, "Just prose."),
            "/one.html": (200, "<p>One</p>"),
            "/busy.html": (503, "later"),
            "/down": (503, "later"),
        }.get(self.path, (404, "gone"))
        self.send_response(status)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *_: object) -> None: ...


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def taken(source: Source, archive: Archive) -> tuple[list[Page], list[Refused]]:
    results = list(fetch(source, DAY, archive, NOW))
    return [r for r in results if isinstance(r, Page)], [r for r in results if isinstance(r, Refused)]


def test_a_folder_gives_its_html_and_text_files_in_order(tmp_path: Path) -> None:
    for name in ("b.html", "a.txt", "picture.png"):
        (tmp_path / name).write_text(name, "utf-8")
    archive = Archive(tmp_path / "raw")
    pages, refused = taken(replace(SOURCE, location=str(tmp_path)), archive)
    assert [page.content_type for page in pages] == ["text/plain; charset=utf-8", "text/html"]
    assert [archive.read(p.warc_path, p.warc_offset) for p in pages] == [b"a.txt", b"b.html"]
    assert refused == []


def test_a_folder_that_is_not_there_is_a_matter_for_a_person(tmp_path: Path) -> None:
    with pytest.raises(Permanent, match="mend its location"):
        taken(replace(SOURCE, location=str(tmp_path / "none")), Archive(tmp_path))


def test_a_day_without_a_folder_is_a_silent_day(tmp_path: Path) -> None:
    assert taken(replace(SOURCE, location=str(tmp_path / "{day}")), Archive(tmp_path)) == ([], [])


def test_a_page_that_is_too_large_is_refused_and_the_others_come(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"x" * (20 * 1024 * 1024 + 1))
    (tmp_path / "b.html").write_bytes(b"x")
    pages, refused = taken(replace(SOURCE, location=str(tmp_path)), Archive(tmp_path / "raw"))
    assert len(pages) == 1
    assert [r.reason for r in refused] == ["too_large"]


def test_an_archive_gives_its_responses(tmp_path: Path) -> None:
    theirs = Archive(tmp_path / "theirs")
    for number in range(2):
        theirs.record("x", DAY, f"https://c.example/{number}", b"<p>", fetched_at=NOW, content_type="text/html")
    pages, _ = taken(replace(SOURCE, kind="warc", location=str(tmp_path / "theirs")), Archive(tmp_path / "raw"))
    assert [page.url for page in pages] == ["https://c.example/0", "https://c.example/1"]


def test_a_broken_archive_among_others_is_refused(tmp_path: Path) -> None:
    theirs = Archive(tmp_path / "theirs")
    theirs.record("x", DAY, "https://c.example/", b"<p>", fetched_at=NOW)
    (tmp_path / "theirs" / "broken.warc.gz").write_bytes(b"junk")
    pages, refused = taken(replace(SOURCE, kind="warc", location=str(tmp_path / "theirs")), Archive(tmp_path / "raw"))
    assert len(pages) == 1
    assert [r.reason for r in refused] == ["broken_warc"]


def test_a_feed_gives_its_articles_once_and_says_what_it_could_not_get(site: str, tmp_path: Path) -> None:
    pages, refused = taken(replace(SOURCE, kind="feed", location=f"{site}/feed"), Archive(tmp_path))
    assert [page.url for page in pages] == [f"{site}/one.html"]
    assert [(r.url, r.reason) for r in refused] == [(f"{site}/gone.html", "gone"), (f"{site}/busy.html", "not_fetched")]


def test_a_broken_feed_is_read_as_far_as_it_goes(site: str, tmp_path: Path) -> None:
    pages, _ = taken(replace(SOURCE, kind="feed", location=f"{site}/broken"), Archive(tmp_path))
    assert len(pages) == 1


def test_a_server_that_is_down_is_tried_again_later(site: str, tmp_path: Path) -> None:
    with pytest.raises(Transient, match="503"):
        taken(replace(SOURCE, kind="feed", location=f"{site}/down"), Archive(tmp_path))
    with pytest.raises(Transient):
        taken(replace(SOURCE, kind="feed", location="http://127.0.0.1:9/feed"), Archive(tmp_path))


@pytest.mark.parametrize("path", ["/none", "/prose"])
def test_an_address_that_is_no_feed_is_a_matter_for_a_person(site: str, path: str, tmp_path: Path) -> None:
    with pytest.raises(Permanent, match="courier"):
        taken(replace(SOURCE, kind="feed", location=site + path), Archive(tmp_path))
