"""Sources are data: what is wrong with an entry is said with its name and the remedy."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
import yaml

from newsledger.archive import Archive
from newsledger.overview import sources_table
from newsledger.settings import CHECKOUT, Settings
from newsledger.sources import read_sources
from newsledger.visits import Visits, first_visit
from schemas.faults import Permanent
from tests.fetch.sources import NOW, SOURCE, taken

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
        ({"location": "https://courier.example/feed"}, "needs a path"),
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


def test_the_list_shows_the_health_of_each_source(tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "a.html").write_text("<p>One</p>", "utf-8")
    good = {**GOOD, "location": str(folder), "expected_min": 2}
    feed = {**GOOD, "name": "down", "kind": "feed", "location": "https://courier.example/feed"}
    write(tmp_path, good, feed, {**feed, "name": "fresh"})
    settings = Settings(data=tmp_path, config=tmp_path, engine="", processes=1, memory_limit="1GB")
    came = first_visit(feed["location"], NOW).succeeded(NOW)
    Visits(settings.raw, "down.feed").note(replace(came, visited_at=NOW + timedelta(hours=9), failures=3))
    taken(replace(SOURCE, location=str(folder)), Archive(settings.raw))
    _, courier, down, fresh = sources_table(settings, NOW + timedelta(days=2)).splitlines()
    shown = [" ".join(line.split("daily")[1].split()) for line in (courier, down, fresh)]
    assert shown == [
        "2026-10-05 06:00 0 1, not 2-9 on 2026-10-05 2026-10-06 06:00 (overdue)",
        "2026-10-05 06:00 3 none, 1-9 expected 2026-10-05 19:00 (overdue)",
        "never 0 none, 1-9 expected now",
    ]


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
