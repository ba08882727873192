"""What a user sees of the web's ways: each behaviour of the test site, and what comes of it."""

import gzip
import itertools
import socket
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from newsledger.archive import Archive
from newsledger.fetch import fetch
from schemas.faults import Permanent
from schemas.page import Page
from tests.fetch.site import State, serving
from tests.fetch.sources import DAY, HASTY, NOW, SOURCE, taken

FEED = replace(SOURCE, kind="feed")


@pytest.fixture
def state() -> State:
    return State(links=["/one"], text={"/one": "One", "/two": "Two"})


@pytest.fixture
def site(state: State) -> Iterator[str]:
    with serving(state) as address:
        yield address


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path)


def paths(pages: list[Page]) -> list[str]:
    return ["/" + page.url.split("/", 3)[3] for page in pages]


def test_a_feed_gives_its_articles_once(site: str, state: State, archive: Archive) -> None:
    state.links = ["/one", "/two", "/one", "mailto:desk@courier.example"]
    pages, refused = taken(replace(FEED, location=f"{site}/feed"), archive)
    assert sorted(paths(pages)) == ["/one", "/two"]
    assert refused == []
    bodies = [archive.read(page.warc_path, page.warc_offset) for page in pages]
    assert sorted(body.count(b"<p>One</p>") for body in bodies) == [0, 1]


@pytest.mark.slow
def test_a_feed_of_a_thousand_items_comes_whole(site: str, state: State, archive: Archive) -> None:
    state.links = [f"/{number}" for number in range(1000)]
    state.text = {link: link for link in state.links}
    pages, refused = taken(replace(FEED, location=f"{site}/feed"), archive, replace(HASTY, per_host=8))
    assert (len(pages), refused) == (1000, [])


@pytest.mark.parametrize("path", ["/feed-cut", "/front"])
def test_a_feed_that_is_cut_off_or_only_announced_is_read(site: str, state: State, path: str, archive: Archive) -> None:
    state.links = ["/one", "/two"]
    pages, _ = taken(replace(FEED, location=site + path), archive)
    assert "/one" in paths(pages)


@pytest.mark.parametrize("path", ["/sitemap.xml", "/index.xml"])
def test_a_zipped_sitemap_gives_its_articles(site: str, state: State, path: str, archive: Archive) -> None:
    state.links = ["/one", "/two"]
    pages, refused = taken(replace(SOURCE, kind="sitemap", location=site + path), archive)
    assert (sorted(paths(pages)), refused) == (["/one", "/two"], [])


def test_a_list_gives_its_addresses_and_says_which_are_none(site: str, archive: Archive, tmp_path: Path) -> None:
    listed = tmp_path / "list.txt"
    listed.write_text(f"# ours\n{site}/one\n\nftp://courier.example/\n{site}/none\n", "utf-8")
    pages, refused = taken(replace(SOURCE, kind="urls", location=str(listed)), archive)
    assert paths(pages) == ["/one"]
    assert sorted(r.reason for r in refused) == ["gone", "unsafe_address"]


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/slow", "not_fetched"),
        ("/silent", "not_fetched"),
        ("/reset", "not_fetched"),
        ("/always-busy", "not_fetched"),
        ("/broken-server", "not_fetched"),
        ("/loop", "redirect_loop"),
        ("/to-metadata", "private_address"),
        ("/to-file", "unsafe_address"),
        ("/to-secret", "unsafe_address"),
        ("/large", "too_large"),
        ("/said-large", "too_large"),
        ("/bomb-gzip", "too_large"),
        ("/bomb-brotli", "too_large"),
        ("/bomb-zstd", "broken_encoding"),
        ("/bad-gzip", "broken_encoding"),
        ("/film", "wrong_content_type"),
        ("/gone", "gone"),
        ("/forbidden", "not_let_in"),
    ],
)
def test_a_bad_page_is_refused_with_its_reason_and_the_others_come(
    site: str, state: State, path: str, reason: str, archive: Archive
) -> None:
    state.links = ["/one", path]
    pages, refused = taken(replace(FEED, location=f"{site}/feed"), archive, replace(HASTY, tries=1))
    assert paths(pages) == ["/one"]
    assert [(r.url, r.reason) for r in refused] == [(site + path, reason)]
    assert "secret" not in refused[0].detail


def test_a_page_that_moved_is_taken_from_where_it_is(site: str, state: State, archive: Archive) -> None:
    state.links = ["/moved"]
    pages, _ = taken(replace(FEED, location=f"{site}/feed"), archive)
    assert paths(pages) == ["/one"]


def test_a_busy_server_is_asked_again_when_it_says(site: str, state: State, archive: Archive) -> None:
    state.links = ["/once-busy"]
    pages, _ = taken(replace(FEED, location=f"{site}/feed"), archive)
    first, second = (moment for moment, path, _ in state.asked if path == "/once-busy")
    assert paths(pages) == ["/once-busy"]
    assert second - first >= 1.0


def test_a_host_that_asks_to_be_left_alone_for_long_is(site: str, state: State, archive: Archive) -> None:
    state.links = ["/always-busy", *(f"/later-{number}" for number in range(5))]
    _, refused = taken(replace(FEED, location=f"{site}/feed"), archive, replace(HASTY, per_host=1))
    assert {r.reason for r in refused} == {"not_fetched"}
    assert state.times("/always-busy") == 1
    assert not any(path.startswith("/later") for _, path, _ in state.asked)


def test_entity_bombs_and_names_of_files_do_no_harm(site: str, archive: Archive) -> None:
    for path in ("/feed-entities", "/feed-file"):
        pages, refused = taken(replace(FEED, name=path[1:], location=site + path), archive)
        assert paths(pages) in ([], ["/one"])
        assert socket.gethostname() not in str(refused)


def test_a_feed_that_is_down_is_told_and_asked_ever_less(site: str, state: State, archive: Archive) -> None:
    source = replace(FEED, location=f"{site}/feed-down")
    asked, reasons = [], []
    for hour in range(5):
        _, refused = taken(source, archive, replace(HASTY, tries=1), NOW + timedelta(hours=hour))
        asked.append(state.times("/feed-down"))
        reasons.append(refused[0].reason)
    assert asked == [1, 2, 2, 3, 3]
    assert reasons[:3] == ["source_unavailable", "source_unavailable", "source_rests"]


@pytest.mark.parametrize("path", ["/none", "/prose"])
def test_an_address_that_is_no_feed_is_told(site: str, path: str, archive: Archive) -> None:
    _, refused = taken(replace(FEED, location=site + path), archive)
    assert [(r.url, r.reason) for r in refused] == [(site + path, "source_broken")]


def test_nobody_at_the_address_is_told(archive: Archive) -> None:
    _, refused = taken(replace(FEED, location="http://127.0.0.1:9/feed"), archive, replace(HASTY, tries=1))
    assert [r.reason for r in refused] == ["source_broken"]  # its robots.txt cannot be read, so it is not asked
    assert refused[0].detail.startswith("robots_unreachable")


# robots.txt and pace


@pytest.mark.parametrize(
    ("robots", "reasons"),
    [
        (404, []),
        ("", []),
        ("User-agent: *\nDisallow: /*one$", ["disallowed_by_robots"]),
        ("User-agent: newsledger\nDisallow: /one\nUser-agent: *\nAllow: /", ["disallowed_by_robots"]),
        ("User-agent: other\nDisallow: /", []),
        ("\x00\xff junk", []),
    ],
)
def test_robots_txt_is_obeyed(site: str, state: State, robots: str | int, reasons: list[str], archive: Archive) -> None:
    state.robots = robots
    pages, refused = taken(replace(FEED, location=f"{site}/feed"), archive)
    assert [r.reason for r in refused] == reasons
    assert state.times("/one") == len(pages) == 1 - len(reasons)


@pytest.mark.parametrize("status", [500, 501, 503, 520, 429])
def test_a_host_that_cannot_say_its_rules_is_not_asked_for_more(
    site: str, state: State, status: int, archive: Archive
) -> None:
    state.robots = status
    _, refused = taken(replace(FEED, location=f"{site}/feed"), archive)
    assert "robots_unreachable" in refused[0].detail
    assert state.times("/feed") == 0


def test_robots_txt_that_changes_is_followed(site: str, state: State, archive: Archive) -> None:
    state.links, state.robots = ["/one"], "User-agent: *\nDisallow: /one"
    assert taken(replace(FEED, location=f"{site}/feed"), archive)[0] == []
    state.robots = ""
    soon, later = (
        taken(replace(FEED, location=f"{site}/feed"), Archive(archive.folder), now=NOW + timedelta(hours=hours))[0]
        for hours in (23, 25)
    )
    assert (paths(soon), paths(later)) == ([], ["/one"])
    assert state.times("/robots.txt") == 2  # what a host said holds for a day, over all runs of it


@pytest.mark.parametrize("robots", ["User-agent: *\nCrawl-delay: 0.3", "User-agent: *\nRequest-rate: 10/3"])
def test_the_pace_that_a_host_asks_for_is_kept(site: str, state: State, robots: str, archive: Archive) -> None:
    state.robots, state.links = robots, ["/one", "/two"]
    taken(replace(FEED, location=f"{site}/feed"), archive)
    moments = [moment for moment, path, _ in state.asked if path != "/robots.txt"]
    assert min(b - a for a, b in itertools.pairwise(moments)) > 0.25


def test_two_sources_of_one_host_share_its_pace(site: str, state: State, archive: Archive) -> None:
    state.robots = "User-agent: *\nCrawl-delay: 0.3"
    sources = [replace(FEED, name=name, location=f"{site}/feed") for name in ("courier", "herald")]
    results = list(fetch(sources, DAY, archive, NOW, HASTY))
    assert [result.source for result in results] == ["courier", "herald"]
    moments = [moment for moment, path, _ in state.asked if path != "/robots.txt"]
    assert min(b - a for a, b in itertools.pairwise(moments)) > 0.25


def test_a_host_that_asks_for_minutes_between_requests_is_left_alone(site: str, state: State, archive: Archive) -> None:
    state.robots = "User-agent: *\nCrawl-delay: 600"
    _, refused = taken(replace(FEED, location=f"{site}/feed"), archive)
    assert refused[0].detail.startswith("crawl_delay_too_long")


def test_we_say_who_we_are_and_send_no_cookies(site: str, state: State, archive: Archive) -> None:
    state.links = ["/one", "/two"]
    taken(replace(FEED, location=f"{site}/feed"), archive)
    for _, _, headers in state.asked:
        assert "newsledger/" in headers["user-agent"]
        assert "desk@courier.example" in headers["user-agent"]
        assert not {"cookie", "authorization", "referer"} & set(headers)


def test_no_site_is_asked_without_a_contact(site: str, state: State, archive: Archive) -> None:
    with pytest.raises(Permanent, match="NEWSLEDGER_CONTACT"):
        taken(replace(FEED, location=f"{site}/feed", is_local=False), archive, replace(HASTY, contact=""))
    assert state.asked == []


# Again


def test_a_second_run_asks_for_no_article_again_and_gives_the_same_pages(
    site: str, state: State, archive: Archive
) -> None:
    source = replace(FEED, location=f"{site}/feed-steady")
    pages, _ = taken(source, archive)
    again, _ = taken(source, Archive(archive.folder), now=NOW + timedelta(hours=1))
    assert again == pages
    assert (state.times("/one"), state.times("/feed-steady")) == (1, 2)
    assert state.headers("/feed-steady")["if-none-match"] == '"1"'


def test_an_article_is_looked_at_again_after_a_day_and_a_week(site: str, state: State, archive: Archive) -> None:
    source = replace(FEED, location=f"{site}/feed")
    given = []
    for day in (0, 1, 2, 6, 7, 8, 20):
        state.text["/one"] = "One, corrected" if day >= 7 else "One"
        state.links = ["/one"] if day < 2 else []
        pages, _ = taken(source, archive, now=NOW + timedelta(days=day), day=DAY + timedelta(days=day))
        given.append((day, len(pages), state.times("/one")))
    assert given == [(0, 1, 1), (1, 0, 2), (2, 0, 2), (6, 0, 2), (7, 1, 3), (8, 0, 3), (20, 0, 3)]
    assert len(archive.pages("courier")) == 2


def test_an_article_that_is_gone_is_not_asked_for_again(site: str, state: State, archive: Archive) -> None:
    state.links = ["/gone"]
    for day in range(3):
        taken(replace(FEED, location=f"{site}/feed"), archive, now=NOW + timedelta(days=day))
    assert state.times("/gone") == 1


def test_an_interrupted_fetch_goes_on_where_it_was(
    site: str, state: State, archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = replace(FEED, location=f"{site}/feed-steady")
    state.links = [f"/{number}" for number in range(9)]
    state.text = {link: link for link in state.links}
    record = Archive.record

    def dies(self: Archive, name: str, *rest) -> Page:
        if len(self.pages("courier")) == 4:
            raise MemoryError
        return record(self, name, *rest)

    monkeypatch.setattr(Archive, "record", dies)
    with pytest.raises(MemoryError):
        taken(source, archive, replace(HASTY, per_host=1))
    monkeypatch.undo()
    pages, _ = taken(source, Archive(archive.folder))
    assert sorted(paths(pages)) == state.links
    assert sum(state.times(link) for link in state.links) <= 11  # those under way are asked for twice


def test_every_answer_is_recorded_also_those_that_are_no_page(site: str, state: State, archive: Archive) -> None:
    state.links, state.robots = ["/moved", "/gone", "/always-busy"], "User-agent: *"
    taken(replace(FEED, location=f"{site}/feed"), archive)
    answers = gzip.decompress((archive.folder / DAY.isoformat() / "courier.answers.warc.gz").read_bytes())
    assert [answers.count(status) for status in (b"HTTP/1.1 301 ", b"HTTP/1.1 410 ", b"HTTP/1.1 429 ")] == [1, 1, 1]
    robots = gzip.decompress((archive.folder / DAY.isoformat() / "hosts.robots.warc.gz").read_bytes())
    assert b"User-agent: *" in robots


def test_what_was_asked_and_answered_is_recorded_without_secrets(site: str, archive: Archive) -> None:
    pages, _ = taken(replace(FEED, location=f"{site}/feed"), archive)
    recorded = gzip.decompress((archive.folder / pages[0].warc_path).read_bytes())
    assert b"WARC-Type: request" in recorded
    assert b"GET /one HTTP/1.1" in recorded
    assert b"etag:" in recorded
    assert b"session=secret" not in recorded
    assert (archive.folder / DAY.isoformat() / "courier.feed.warc.gz").exists()


# Safety


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0"],  # noqa: S104
)
def test_a_source_that_is_not_local_cannot_reach_this_machine(
    site: str, state: State, host: str, archive: Archive
) -> None:
    address = site.replace("127.0.0.1", host) + "/feed"
    _, refused = taken(replace(FEED, location=address, is_local=False), archive, replace(HASTY, tries=1))
    assert "private_address" in refused[0].detail
    assert state.asked == []


@pytest.mark.usefixtures("site")
def test_a_name_that_turns_private_is_refused(state: State, archive: Archive) -> None:
    answers = iter([["93.184.215.14", "127.0.0.1"], ["127.0.0.1"]])

    async def rebinding(host: str, port: int) -> list[str]:
        assert (host, port) == ("courier.example", 80)
        return next(answers)

    source = replace(FEED, location="http://courier.example/feed", is_local=False)
    for _ in range(2):
        _, refused = taken(source, Archive(archive.folder / "x"), replace(HASTY, resolve=rebinding, tries=1))
        assert refused[0].reason in {"source_broken", "source_rests"}
    assert state.asked == []


def test_a_local_source_reaches_its_network_by_name(site: str, archive: Archive) -> None:
    async def here(*_: object) -> list[str]:
        return ["127.0.0.1"]

    address = site.replace("127.0.0.1", "courier.internal")
    pages, _ = taken(replace(FEED, location=f"{address}/feed"), archive, replace(HASTY, resolve=here))
    assert [page.url for page in pages] == [f"{address}/one"]
