"""Raw bytes survive: written once, read back by offset, repaired after a crash."""

import gzip
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsledger.archive import Archive, responses
from schemas.faults import Permanent, Rejected
from schemas.page import Page
from schemas.response import Response

NOW = datetime(2026, 10, 5, 6, tzinfo=UTC)
DAY = date(2026, 10, 5)


def record(archive: Archive, number: int, body: bytes = b"") -> Page:
    url = f"https://courier.example/{number}"
    return archive.record("courier", DAY, Response(url, body or b"<p>%d</p>" % number), NOW)


def test_a_body_is_read_back_by_file_and_offset(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    pages = [record(archive, number) for number in range(3)]
    assert [archive.read(p.warc_path, p.warc_offset) for p in pages] == [b"<p>0</p>", b"<p>1</p>", b"<p>2</p>"]


@given(body=st.binary(min_size=1))
def test_any_bytes_come_back_as_they_were(tmp_path_factory: pytest.TempPathFactory, body: bytes) -> None:
    archive = Archive(tmp_path_factory.mktemp("raw"))
    page = record(archive, 1, body)
    assert archive.read(page.warc_path, page.warc_offset) == body


def test_the_same_bytes_are_not_written_again(tmp_path: Path) -> None:
    first = record(Archive(tmp_path), 1)
    size = (tmp_path / first.warc_path).stat().st_size
    assert record(Archive(tmp_path), 1) == first
    assert (tmp_path / first.warc_path).stat().st_size == size


def test_changed_bytes_of_an_address_are_another_page(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    assert record(archive, 1, b"old").page_id != record(archive, 1, b"new").page_id


def test_what_a_crash_left_half_written_is_cut_off_and_written_again(tmp_path: Path) -> None:
    pages = [record(Archive(tmp_path), number) for number in range(2)]
    warc, index = tmp_path / pages[0].warc_path, tmp_path / DAY.isoformat() / "courier.jsonl"
    whole = (warc.read_bytes(), index.read_bytes())
    warc.write_bytes(whole[0] + b"\x1f\x8b half a record")
    index.write_bytes(whole[1] + b'{"page_id": "ab')
    page = record(Archive(tmp_path), 2)
    assert page.warc_offset == len(whole[0])
    assert [response.url for response, _ in responses(warc)] == [f"https://courier.example/{n}" for n in range(3)]
    assert len(Archive(tmp_path).pages("courier")) == 3


def test_a_record_without_its_index_line_is_written_again(tmp_path: Path) -> None:
    first, second = (record(Archive(tmp_path), number) for number in range(2))
    index = tmp_path / DAY.isoformat() / "courier.jsonl"
    index.write_bytes(index.read_bytes().splitlines(keepends=True)[0])
    again = record(Archive(tmp_path), 1)
    assert again == second
    assert Archive(tmp_path).read(first.warc_path, first.warc_offset) == b"<p>0</p>"


def test_an_index_line_whose_record_is_lost_counts_for_nothing(tmp_path: Path) -> None:
    first, second = (record(Archive(tmp_path), number) for number in range(2))
    warc = tmp_path / first.warc_path
    warc.write_bytes(warc.read_bytes()[:-20])
    assert list(Archive(tmp_path).pages("courier")) == [first.page_id]
    assert record(Archive(tmp_path), 1) == second
    assert Archive(tmp_path).read(second.warc_path, second.warc_offset) == b"<p>1</p>"
    assert len(Archive(tmp_path).pages("courier")) == 2


def test_an_archive_without_its_index_is_not_written_over(tmp_path: Path) -> None:
    page = record(Archive(tmp_path), 1)
    (tmp_path / DAY.isoformat() / "courier.jsonl").unlink()
    with pytest.raises(Permanent, match="restore it from a backup"):
        record(Archive(tmp_path), 2)
    assert Archive(tmp_path).read(page.warc_path, page.warc_offset) == b"<p>1</p>"


def test_a_lost_file_is_a_matter_for_a_person(tmp_path: Path) -> None:
    with pytest.raises(Permanent, match="restore it from a backup"):
        Archive(tmp_path).read("2026-10-05/none.warc.gz", 0)


def test_a_truncated_archive_gives_what_is_whole_and_says_the_rest_is_lost(tmp_path: Path) -> None:
    pages = [record(Archive(tmp_path), number, b"<p>%d</p>" % number * 4000) for number in range(3)]
    warc = tmp_path / pages[0].warc_path
    warc.write_bytes(warc.read_bytes()[: pages[2].warc_offset + 60])
    seen = []
    with pytest.raises(Rejected, match=r"broken_warc.*after 2 responses"):
        seen.extend(_each(responses(warc), seen))
    assert len(seen) == 2


def _each(found: Iterator[tuple[Response, datetime | None]], seen: list[str]) -> Iterator[str]:
    """Note each address as it comes, since what follows may raise."""
    for response, _ in found:
        seen.append(response.url)
    yield from ()


@pytest.mark.parametrize("junk", [b"\x00\x01 no archive", gzip.compress(b"no archive either")])
def test_what_is_no_archive_is_said_to_be_none(tmp_path: Path, junk: bytes) -> None:
    path = tmp_path / "junk.warc.gz"
    path.write_bytes(junk)
    with pytest.raises(Rejected, match="broken_warc"):
        list(responses(path))
