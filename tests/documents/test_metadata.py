"""What pages say of themselves, where they say it in several places or in odd ways."""

from datetime import UTC, datetime

import pytest
from trafilatura.utils import load_html

from tests.documents.rows import cleaned
from transforms.documents.metadata import Metadata, read_metadata

SHOWN, SOUGHT = "Board to dredge the southern channel", "Evenmouth dredging: what the harbour board decided"
TEXT = "".join(
    f"<p>The harbour board said on Tuesday that it would dredge channel number {n} before winter storms set in.</p>"
    for n in range(5)
)


def ld(fields: str) -> str:
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", {fields}}}</script>'


def meta(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


def read(head: str, body: str = "") -> Metadata:
    return read_metadata(load_html(f"<html><head>{head}</head><body>{body}{TEXT}</body></html>"), "https://v.example/a")


@pytest.mark.parametrize(
    ("stated", "shared", "heading", "title"),
    [
        (SOUGHT, SHOWN, SHOWN, SHOWN),
        (SHOWN, SOUGHT, SHOWN, SHOWN),
        (SHOWN, SHOWN, SOUGHT, SHOWN),
        (SOUGHT, "Dredging at last", SHOWN, SOUGHT),
        (SOUGHT, "", SHOWN, SOUGHT),
        ("", f"{SHOWN} - Valley Herald", SHOWN, SHOWN),
        ("", f"{SHOWN} | Analysis", SHOWN, SHOWN),
        ("", SHOWN, "Valley Herald", SHOWN),
        (SHOWN, SHOWN.replace("southern", "“southern”"), "", SHOWN),
    ],
)
def test_the_title_is_what_two_agree_on(stated: str, shared: str, heading: str, title: str) -> None:
    head = meta("og:title", shared) + meta("og:site_name", "Valley Herald")
    head += ld(f'"headline": "{stated}"') if stated else ""
    assert read(head, f"<h1>{heading}</h1>").title == title


def test_authors_that_are_only_referred_to_are_found_in_the_graph() -> None:
    graph = (
        '<script type="application/ld+json">{"@graph": [{"@type": "Article", "author": [{"@id": "#p1"}, '
        '{"name": "Leo Marsh"}]}, {"@type": "Person", "@id": "#p1", "name": "Ada Brink"}]}</script>'
    )
    assert read(graph).byline == "Ada Brink; Leo Marsh"


@pytest.mark.parametrize(
    ("name", "byline"),
    [
        ("Ada Brink | Valley Media for valley.example", "Ada Brink"),
        ("Ada Brink, Valley.com", "Ada Brink"),
        ("Ada Brink, Leo Marsh", "Ada Brink, Leo Marsh"),
        ("Ada Brink-Marsh", "Ada Brink-Marsh"),
    ],
)
def test_names_are_freed_of_their_affiliation(name: str, byline: str) -> None:
    assert read(ld(f'"author": {{"name": "{name}"}}')).byline == byline


@pytest.mark.parametrize(
    ("author", "above", "byline"),
    [
        ("Valley Herald", "<p>Ada Brink/Leo Marsh</p>", "Ada Brink; Leo Marsh"),
        ("Valley Herald", "<p>By Ada Brink and Leo Marsh</p>", "Ada Brink; Leo Marsh"),
        ("Valley Herald", "", "Valley Herald"),
        ("Una Voss", "<p>Ada Brink</p>", "Una Voss"),
    ],
)
def test_a_site_that_signs_for_its_authors_gives_way_to_the_names_above_the_text(
    author: str, above: str, byline: str
) -> None:
    head = ld(f'"author": "{author}"') + meta("og:site_name", "Valley Herald")
    page = f"<html><head>{head}</head><body><article><h1>{SHOWN}</h1>{above}{TEXT}</article></body></html>"
    assert cleaned(page).byline == byline


MORNING = datetime(2026, 10, 5, 6, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("head", "at"),
    [
        (ld('"datePublished": "2026-10-05T08:30:00+02:00"'), MORNING),
        (ld('"datePublished": "2026-10-05 08:30:00 +02:00"'), MORNING),
        (ld('"datePublished": "5 Oct 2026 06:30 GMT"'), MORNING),
        (ld('"datePublished": "on Monday"') + meta("article:published_time", "x"), None),
        ('<meta itemprop="datePublished" content="2026-10-05T08:30+0200">', MORNING),
        ('<meta name="parsely-pub-date" content="2026-10-05T06:30:00Z">', MORNING),
        ('<meta name="DC.date" content="2026-10-05"><meta name="date" content="2026-10-05T06:30:00Z">', MORNING),
        ('<meta name="date" content="2026-10-05">', datetime(2026, 10, 5, tzinfo=UTC)),
    ],
)
def test_times_are_read_with_their_zone_wherever_they_stand(head: str, at: datetime | None) -> None:
    assert read(head).published_at == at


def test_updates_and_sections_go_by_many_names() -> None:
    found = read(
        '<meta name="last_updated_date" content="2026-10-05T06:30:00Z"><meta name="section" content="Harbour">'
    )
    assert (found.updated_at, found.section) == (MORNING, "Harbour")


@pytest.mark.parametrize(
    ("author", "byline"),
    [
        ("Ada Brink", "Ada Brink"),
        ("By Ada Brink and Leo Marsh", "Ada Brink; Leo Marsh"),
        ("Ada Brink, Valley Herald", "Ada Brink"),
    ],
)
def test_a_meta_tag_names_the_authors(author: str, byline: str) -> None:
    assert read(meta("author", author) + meta("og:site_name", "Valley Herald")).byline == byline
