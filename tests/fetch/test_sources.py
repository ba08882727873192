"""Sources are data: what is wrong with an entry is said with its name and the remedy."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml

from newsledger.overview import sources_table
from newsledger.settings import CHECKOUT, Settings
from newsledger.sources import read_sources
from newsledger.visits import Visit, Visits
from schemas.faults import Permanent

GOOD = {
    "name": "courier",
    "kind": "folder",
    "location": "samples/{day}",
    "outlet": "Courier",
    "country": "GBR",
    "language": "en",
    "licence": "Ours.",
    "cadence": "daily",
    "expected_min": 1,
    "expected_max": 9,
}


def write(tmp_path: Path, *entries: dict) -> Path:
    path = tmp_path / "sources.yml"
    path.write_text(yaml.safe_dump({"sources": list(entries)}), "utf-8")
    return path


def test_an_entry_becomes_a_row(tmp_path: Path) -> None:
    [source] = read_sources(write(tmp_path, GOOD))
    assert (source.name, source.country, source.expected_max) == ("courier", "GBR", 9)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"kind": "telepathy"}, "kind"),
        ({"name": "The Courier"}, "name"),
        ({"country": "UK"}, "country"),
        ({"expected_min": 10}, "above expected_max"),
        ({"kind": "feed"}, "needs an http"),
        ({"location": "https://courier.example/feed"}, "needs an http"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_a_wrong_entry_is_named(tmp_path: Path, change: dict, says: str) -> None:
    with pytest.raises(Permanent, match=f"source 2 .*{says}"):
        read_sources(write(tmp_path, GOOD, {**GOOD, "name": "other", **change}))


def test_a_name_that_stands_there_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Permanent, match="courier stands there twice"):
        read_sources(write(tmp_path, GOOD, GOOD))


@pytest.mark.parametrize("text", ["", "sources: {", "[]", "other: 1"])
def test_a_file_that_is_no_list_of_sources_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "sources.yml"
    path.write_text(text, "utf-8")
    with pytest.raises(Permanent, match="list `sources`"):
        read_sources(path)


def test_the_list_says_which_source_does_not_come(tmp_path: Path) -> None:
    feed = {**GOOD, "name": "down", "kind": "feed", "location": "https://courier.example/feed"}
    write(tmp_path, GOOD, feed)
    settings = Settings(data=tmp_path, config=tmp_path, engine="", processes=1, memory_limit="1GB")
    at = datetime(2026, 10, 5, 6, tzinfo=UTC)
    Visits(settings.raw, "down").note(Visit(url=feed["location"], first_at=at, visited_at=at, failures=3))
    _, good, down = sources_table(settings).splitlines()
    assert good.endswith("never")
    assert down.endswith("did not come 3 times in a row, asked again from 2026-10-05 10:00 on")


def test_a_location_that_holds_a_secret_is_refused(tmp_path: Path) -> None:
    secret = {**GOOD, "kind": "feed", "location": "https://me:hunter2@courier.example/feed"}
    with pytest.raises(Permanent, match="user name or password") as refused:
        read_sources(write(tmp_path, secret))
    assert "hunter2" not in str(refused.value)


@pytest.mark.parametrize("source", read_sources(CHECKOUT / "config" / "sources.yml"), ids=lambda s: s.name)
def test_the_bundled_sources_have_pages_on_every_sample_day(source) -> None:
    for day in ("2026-10-05", "2026-10-06", "2026-10-07"):
        pages = list((CHECKOUT / source.location.replace("{day}", day)).glob("*.html"))
        assert source.expected_min <= len(pages) <= source.expected_max
