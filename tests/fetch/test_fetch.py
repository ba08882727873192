"""Folders and archives give pages; what cannot be taken is refused with a reason, and the rest goes on."""

import gzip
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
import zstandard

from newsledger.archive import Archive
from schemas.faults import Permanent
from schemas.response import Response
from tests.fetch.sources import DAY, NOW, SOURCE, taken


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
        theirs.record("x", DAY, Response(f"https://c.example/{number}", b"<p>"), NOW)
    source = replace(SOURCE, kind="warc", location=str(tmp_path / "theirs"))
    pages, _ = taken(source, Archive(tmp_path / "raw"), now=NOW + timedelta(days=1))
    assert [page.url for page in pages] == ["https://c.example/0", "https://c.example/1"]
    assert {page.fetched_at for page in pages} == {NOW}


def test_an_archive_of_the_other_compression_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    theirs = Archive(tmp_path / "theirs")
    page = [theirs.record("x", DAY, Response(f"https://c.example/{n}", b"<p>" * 999), NOW) for n in range(3)][-1]
    plain = gzip.decompress((tmp_path / "theirs" / page.warc_path).read_bytes())
    (tmp_path / "whole.warc.zst").write_bytes(zstandard.compress(plain))
    (tmp_path / "whole.warc").write_bytes(plain)
    (tmp_path / "cut.warc.zst").write_bytes(zstandard.compress(plain)[:-20])
    for name, reasons in (("whole.warc.zst", []), ("whole.warc", []), ("cut.warc.zst", ["broken_warc"])):
        source = replace(SOURCE, kind="warc", location=str(tmp_path / name))
        pages, refused = taken(source, Archive(tmp_path / f"raw-{name}"))
        assert len(pages) == 3 or reasons, name
        assert [r.reason for r in refused] == reasons


def test_a_broken_archive_among_others_is_refused(tmp_path: Path) -> None:
    theirs = Archive(tmp_path / "theirs")
    theirs.record("x", DAY, Response("https://c.example/", b"<p>"), NOW)
    (tmp_path / "theirs" / "broken.warc.gz").write_bytes(b"junk")
    pages, refused = taken(replace(SOURCE, kind="warc", location=str(tmp_path / "theirs")), Archive(tmp_path / "raw"))
    assert len(pages) == 1
    assert [r.reason for r in refused] == ["broken_warc"]
