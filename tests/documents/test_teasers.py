"""Announcements of other articles go; posts, lists of things and a pair of boxes do not look like them."""

import pytest
from trafilatura.utils import load_html

from tests.documents.makes import ARTICLE
from tests.documents.rows import cleaned
from transforms.documents.teasers import find_teasers

URL = "https://valley.example/news/ferry"
TEASER = "A teaser of this other matter number {n} that says what happened and where it happened."


def blocks(count: int, href: str, heading: str = "<a href='{href}'>A longer headline about matter {n}</a>") -> str:
    return "".join(
        f"<div><h4>{heading.format(href=href.format(n=n), n=n)}</h4><p>{TEASER.format(n=n)}</p></div>"
        for n in range(count)
    )


def teasers(body: str) -> int:
    tree = load_html(f"<html><body><div>{body}</div></body></html>")
    assert tree is not None
    return len(find_teasers(tree, URL))


@pytest.mark.parametrize("href", ["/news/{n}", "https://valley.example/{n}", "harbour-{n}.html"])
def test_linked_headlines_with_a_few_words_in_a_row_are_teasers(href: str) -> None:
    assert teasers(blocks(4, href)) == 4


@pytest.mark.parametrize(
    "body",
    [
        blocks(2, "/news/{n}"),
        blocks(4, "#post-{n}"),
        blocks(4, "/news/ferry?post={n}"),
        blocks(4, "https://shop-{n}.example/"),
        blocks(4, "", "A heading without a link, number {n}"),
        blocks(4, "/news/{n}").replace("happened.", "happened. " * 60),
        blocks(4, "http://[/{n}"),
    ],
    ids=["a pair", "anchors", "posts", "shops", "no links", "long texts", "broken links"],
)
def test_what_looks_alike_is_none(body: str) -> None:
    assert teasers(body) == 0


def test_a_short_article_remains_without_the_teasers_that_are_longer_than_it() -> None:
    page = "<h1>Board closes ferry terminal</h1>" + "".join(f"<p>{line}</p>" for line in ARTICLE[:3])
    body = f"<article>{page}</article><section><h3>More stories</h3>{blocks(9, '/news/{n}')}</section>"
    assert cleaned(f"<html><body>{body}</body></html>").text.split("\n\n") == list(ARTICLE[:3])
