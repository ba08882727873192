"""A site is looked at, and what it says of itself becomes an entry of the sources."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner

from newsledger.cli import app
from newsledger.probe import add, probe
from newsledger.settings import Settings
from newsledger.sources import read_sources
from schemas.faults import Permanent
from tests.fetch.site import State, serving
from tests.fetch.sources import HASTY
from transforms.documents.sites import Listing, Site, best_listing, propose, read_site, source_name

FRONT = """<html lang="en-KE"><head><meta property="og:site_name" content="Ridge &amp; Lake Post">
<link rel="alternate" type="application/rss+xml" href="/comments/feed">
<link rel="alternate" type="application/rss+xml" href="/timed-feed"></head></html>"""


@pytest.fixture
def state() -> State:
    return State(front=FRONT, links=[f"/{hour}" for hour in range(9)])


@pytest.fixture
def site(state: State) -> Iterator[str]:
    with serving(state) as address:
        yield address


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setenv("NEWSLEDGER_DATA", str(tmp_path))
    monkeypatch.setenv("NEWSLEDGER_CONFIG", str(tmp_path))
    (tmp_path / "sources.yml").write_text("# Ours, with a remark\nsources:\n", "utf-8")
    return Settings.from_environment()


def entry_of(settings: Settings, url: str, **known: str) -> dict:
    return yaml.safe_load(probe(settings, HASTY, url, is_local=True, **known).entry())[0]


def test_a_site_is_proposed_by_the_feed_it_announces(site: str, state: State, settings: Settings) -> None:
    proposal = probe(settings, HASTY, site, is_local=True)
    assert yaml.safe_load(proposal.entry()) == [
        {
            "name": "ridge_lake_post",
            "kind": "feed",
            "location": f"{site}/timed-feed",
            "outlet": "Ridge & Lake Post",
            "country": "KEN",
            "language": "en",
            "licence": "Not read yet: see the terms of 127.0.0.1.",
            "cadence": "hourly",
            "expected_min": 2,
            "expected_max": 27,
            "is_local": True,
        }
    ]
    assert list(proposal.seen()) == [f"feed {site}/timed-feed: 9 articles, about 27 a day"]
    assert state.times("/comments/feed") == 0


def test_the_command_shows_the_entry_and_writes_it_when_asked_to(site: str, settings: Settings) -> None:
    path = settings.config / "sources.yml"
    before = path.read_text("utf-8")
    shown = CliRunner().invoke(app, ["sources", "add", site, "--local"])
    assert (shown.exit_code, path.read_text("utf-8")) == (0, before)
    written = CliRunner().invoke(app, ["sources", "add", site, "--local", "--write"])
    assert written.exit_code == 0
    assert path.read_text("utf-8") == before + shown.stdout
    assert read_sources(path)[0].outlet == "Ridge & Lake Post"


def test_an_entry_that_does_not_fit_leaves_the_file_as_it_was(site: str, settings: Settings) -> None:
    proposal = probe(settings, HASTY, site, is_local=True)
    add(settings, proposal)
    before = (settings.config / "sources.yml").read_text("utf-8")
    with pytest.raises(Permanent, match=r"sources\.yml: ridge_lake_post stands there twice"):
        add(settings, proposal)
    with pytest.raises(Permanent, match="--country KEN"):
        add(settings, replace(proposal, source=replace(proposal.source, name="other", country="")))
    assert (settings.config / "sources.yml").read_text("utf-8") == before
    assert [path.name for path in settings.config.glob("*.yml")] == ["sources.yml"]


def test_a_news_sitemap_that_lists_more_than_the_feed_is_preferred(site: str, state: State, settings: Settings) -> None:
    state.robots = f"Sitemap: {site}/pages.xml\nSitemap: {site}/news-index.xml"
    state.sitemap_links = [f"/{number}" for number in range(40)]
    entry = entry_of(settings, site)
    assert (entry["kind"], entry["location"]) == ("sitemap", f"{site}/news-index.xml")
    assert (entry["cadence"], entry["expected_min"], entry["expected_max"]) == ("hourly", 10, 120)
    assert state.times("/pages.xml") == 0


def test_a_feed_itself_may_be_given(site: str, settings: Settings) -> None:
    entry = entry_of(settings, f"{site}/timed-feed")
    assert (entry["outlet"], entry["location"]) == ("Ridge & Lake Post", f"{site}/timed-feed")


def test_where_no_feed_is_announced_the_usual_addresses_are_tried(site: str, state: State, settings: Settings) -> None:
    state.front = "<html><title>Post</title></html>"
    entry = entry_of(settings, site, country="GBR")
    assert (entry["location"], entry["country"]) == (f"{site}/feed", "GBR")


@pytest.mark.parametrize(
    ("robots", "says"),
    [
        (404, "announces no feed and no news sitemap"),
        (503, "robots_unreachable"),
        ("User-agent: *\nDisallow: /", "disallowed_by_robots"),
    ],
)
def test_a_site_that_gives_nothing_is_told(
    site: str, state: State, settings: Settings, robots: str | int, says: str
) -> None:
    state.front, state.links, state.robots = "<p>Hello</p>", [], robots
    with pytest.raises(Permanent, match=says):
        entry_of(settings, site)


def test_a_machine_of_this_network_is_not_asked_unless_it_is_said_to_be_one(
    site: str, state: State, settings: Settings
) -> None:
    with pytest.raises(Permanent, match="private_address"):
        probe(settings, replace(HASTY, tries=1), site)
    with pytest.raises(Permanent, match="NEWSLEDGER_CONTACT"):
        probe(settings, replace(HASTY, contact=""), site)
    assert state.asked == []


@pytest.mark.parametrize(
    ("page", "address", "site_"),
    [
        ('<html lang="en-GB"><meta name="application-name" content="Post">', "https://post.com", ("Post", "en", "GBR")),
        ('<html lang="en-US">', "https://post.co.ke/", (None, "en", "KEN")),
        ('<html lang="fr">', "https://post.io/", (None, "fr", None)),
        ('<meta property="og:locale" content="en_AU">', "https://post.news", (None, "en", "AUS")),
        ("", "https://post.uk", (None, None, "GBR")),
    ],
)
def test_a_front_page_says_name_language_and_country(page: str, address: str, site_: tuple) -> None:
    assert read_site(page.encode(), address) == Site(*site_)


NOON = datetime(2026, 10, 5, 12, tzinfo=UTC)


def listing(count: int, hours: float) -> Listing:
    times = tuple(NOON - timedelta(hours=hours * place / (count - 1)) for place in range(count))
    return Listing("feed", "https://post.example/feed", count, times)


@pytest.mark.parametrize(
    ("count", "hours", "expected"),
    [
        (30, 10, ("hourly", 7, 90)),  # it shows the last 30 of some 70 a day: no poll a day can bring more
        (20, 240, ("daily", 0, 6)),
        (5, 24 * 30, ("weekly", 0, 3)),
    ],
)
def test_what_is_expected_follows_from_what_is_listed(count: int, hours: float, expected: tuple) -> None:
    source = propose(Site("Post", "en", "GBR"), listing(count, hours), "https://post.example/", is_local=False)
    assert (source.cadence, source.expected_min, source.expected_max) == expected


def test_the_listing_that_misses_least_is_best() -> None:
    long_, short = listing(100, 24 * 50), listing(20, 6)
    assert best_listing([long_, short]) == short
    assert best_listing([]) is None


@pytest.mark.parametrize(
    ("outlet", "name"),
    [("The Évian Post", "the_evian_post"), ("24/7 News!", "site_24_7_news"), ("x" * 60, "x" * 40), ("新聞", "site")],
)
def test_names_of_sources_are_plain(outlet: str, name: str) -> None:
    assert source_name(outlet) == name
