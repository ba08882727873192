"""An archive at an address is had whole, once, and its pages are the source's."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from newsledger.archive import Archive
from schemas.response import Response
from tests.fetch.site import State, serving
from tests.fetch.sources import DAY, HASTY, NOW, SOURCE, taken

URLS = [f"https://valley.example/{number}" for number in range(5)]


@pytest.fixture
def state(tmp_path: Path) -> State:
    crawl = Archive(tmp_path / "theirs")
    pages = [crawl.record("crawl", DAY, Response(url, url.encode() * 400), NOW) for url in URLS]
    return State(archive=(crawl.folder / pages[0].warc_path).read_bytes())


@pytest.fixture
def site(state: State) -> Iterator[str]:
    with serving(state) as address:
        yield address


def test_the_pages_of_an_archive_come_once_and_stay(site: str, state: State, tmp_path: Path) -> None:
    source = replace(SOURCE, kind="warc", location=f"{site}/archive.warc.gz")
    pages, refused = taken(source, Archive(tmp_path / "raw"))
    assert ([page.url for page in pages], refused) == (URLS, [])
    assert pages[0].fetched_at == NOW
    again, _ = taken(source, Archive(tmp_path / "raw"), now=NOW + timedelta(hours=3))
    assert again == pages
    assert state.times("/archive.warc.gz") == 1
    assert not any(path.is_file() for path in (tmp_path / "raw" / "downloads").rglob("*"))


def test_a_download_that_breaks_off_goes_on_where_it_was(site: str, state: State, tmp_path: Path) -> None:
    state.breaks = 2
    source = replace(SOURCE, kind="warc", location=f"{site}/archive.warc.gz")
    once = replace(HASTY, tries=1)
    archive = Archive(tmp_path / "raw")
    reasons = []
    for hour in (0, 1, 3):
        pages, refused = taken(source, archive, once, NOW + timedelta(hours=hour))
        reasons += [r.reason for r in refused]
    assert reasons == ["source_unavailable", "source_unavailable"]
    assert [page.url for page in pages] == URLS
    half, quarter = len(state.archive) // 2, (len(state.archive) - len(state.archive) // 2) // 2
    starts = [headers.get("range") for _, path, headers in state.asked if path == "/archive.warc.gz"]
    assert starts == [None, f"bytes={half}-", f"bytes={half + quarter}-"]


def test_an_archive_that_is_cut_off_at_its_home_gives_what_is_whole_and_is_had_again(
    site: str, state: State, tmp_path: Path
) -> None:
    whole, state.archive = state.archive, state.archive[:-150]
    source = replace(SOURCE, kind="warc", location=f"{site}/archive.warc.gz")
    pages, refused = taken(source, Archive(tmp_path / "raw"))
    assert ([page.url for page in pages], [r.reason for r in refused]) == (URLS[:4], ["broken_warc"])
    state.archive = whole
    later, _ = taken(source, Archive(tmp_path / "raw"), now=NOW + timedelta(hours=1))
    assert [page.url for page in later] == URLS


@pytest.mark.parametrize(("path", "reason"), [("/gone", "gone"), ("/forbidden", "not_let_in"), ("/loop", "redirect")])
def test_an_archive_that_does_not_come_is_told(site: str, path: str, reason: str, tmp_path: Path) -> None:
    _, refused = taken(replace(SOURCE, kind="warc", location=site + path), Archive(tmp_path / "raw"))
    assert [r.reason for r in refused] == ["source_broken"]
    assert reason in refused[0].detail


def test_an_archive_beyond_all_measure_is_refused(site: str, tmp_path: Path) -> None:
    small = replace(HASTY, limits=replace(HASTY.limits, file=100))
    source = replace(SOURCE, kind="warc", location=f"{site}/archive.warc.gz")
    _, refused = taken(source, Archive(tmp_path / "raw"), small)
    assert "too_large" in refused[0].detail
