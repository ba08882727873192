"""A skipped sentence comes back where the page sets it as it sets its neighbours; nothing else does."""

import pytest
from trafilatura.utils import load_html

from transforms.documents.gaps import fill_gaps, mend_breaks
from transforms.documents.origins import find_leaves

BEFORE = "The harbour board said on Tuesday that it would dredge the southern channel."
AFTER = "Work is to take until March, when the first of two larger ferries is expected."
SKIPPED = "It has also closed two of its five berths."


def filled(between: str, lines: tuple[str, ...] = (BEFORE, AFTER)) -> list[str]:
    page = f"<body><div class='text'><p class='para'>{BEFORE}</p>{between}<p class='para'>{AFTER}</p></div></body>"
    return fill_gaps(find_leaves(load_html(f"<html>{page}</html>")), lines)


@pytest.mark.parametrize(
    "between",
    [
        f"<p class='para'><a href='/berths'>{SKIPPED}</a></p>",
        "<p class='para'>It has also <a href='/berths'>closed\n two of its five berths</a>.</p>",
        f"<p class='advert'>Advertisement</p><p class='para'>{SKIPPED}</p>",
    ],
)
def test_a_skipped_sentence_comes_back(between: str) -> None:
    assert filled(between) == [BEFORE, SKIPPED, AFTER]


@pytest.mark.parametrize(
    "between",
    [
        f"<p class='promo'>{SKIPPED}</p>",
        f"<div class='related'><p class='para'>{SKIPPED}</p></div>",
        "<p class='para'><a href='/b'>Two of five berths closed at Evenmouth</a></p>",
        "<p class='para'>See also.</p>",
        f"<p class='para'>{BEFORE}</p>",
        "<ul>" + "<li><a href='/x'>Another story</a></li>" * 9 + f"</ul><p class='para'>{SKIPPED}</p>",
    ],
    ids=["other name", "other parent", "headline", "too short", "said before", "after a long list"],
)
def test_what_is_set_otherwise_stays_out(between: str) -> None:
    assert filled(between) == [BEFORE, AFTER]


def test_nothing_is_put_where_a_neighbour_is_unknown() -> None:
    lines = ("A line of another source.", AFTER)
    assert filled(f"<p class='para'>{SKIPPED}</p>", lines) == list(lines)


BROKEN = (
    "<div><p>LIMA: First.</p>The mayor of <a href='/x'>Callao</a>’s harbour, <a href='/y'>Rosa Quispe</a>, resigned."
    "</div>"
)


@pytest.mark.parametrize(
    ("lines", "mended"),
    [
        (
            ["LIMA: First.", "The mayor of", "Callao", "’s harbour,", "Rosa Quispe", ", resigned."],
            ["LIMA: First.", "The mayor of", "Callao’s harbour,", "Rosa Quispe, resigned."],
        ),
        (["The mayor of", "’s harbour, Rosa Quispe"], ["The mayor of Callao’s harbour, Rosa Quispe"]),
        (["LIMA: First.", ", he said elsewhere."], ["LIMA: First.", ", he said elsewhere."]),
        (["LIMA: First.", "The mayor of Callao"], ["LIMA: First.", "The mayor of Callao"]),
    ],
    ids=["split", "lost", "not on the page", "a beginning"],
)
def test_a_broken_sentence_is_mended(lines: list[str], mended: list[str]) -> None:
    assert mend_breaks(load_html(f"<html><body>{BROKEN}</body></html>"), lines) == mended


def test_a_subhead_between_paragraphs_comes_back_but_no_heading_of_a_box() -> None:
    assert filled("<h2>What islanders say</h2>") == [BEFORE, "What islanders say", AFTER]
    assert filled("<div><h2>Most popular</h2></div>") == [BEFORE, AFTER]
