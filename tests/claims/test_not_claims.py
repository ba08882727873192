"""What is no claim, by the exclusion that says so, and what looks like it but is a claim."""

import pytest

from newsledger.engine import load_engine
from schemas.context import Context
from tests.claims.text import quantities_of
from transforms.claims.not_claims import EXCLUSIONS, reason_against
from transforms.extract import extract

REFUSED = [
    ("in 1987 the mill closed", "year"),
    ("on May 9 the mill closed", "date"),
    ("it closed at 10.45 pm", "clock_time"),
    ("it closed at 5 pm", "clock_time"),
    ("they won 3-1", "score"),
    ("under Article 9 of the pact", "label"),
    ("a K-900 rocket", "name"),
    ("living at 12 Mill Street", "address"),
    ("eight years ago", "time_from_now"),
    ("two months to go", "time_from_now"),
    ("50 days until the vote", "time_from_now"),
    ("in the past three weeks", "time_from_now"),
    ("one of the mills closed", "rhetorical_one"),
    ("as shown [3] before", "list_mark"),
    ("parcel 00481516 was lost", "identifier"),
    ("the 49ers", "identifier"),
    ("parcel 481L202", "identifier"),
    ("a 3 to 1 margin", "score"),
    ("below 2005 levels", "year"),
    ("from Sept. 19 to 22 they met", "date"),
    ("the number one issue", "label"),
    ("one hell of a storm", "rhetorical_one"),
    ("one mill or another", "rhetorical_one"),
    ("the S&P 500 futures", "label"),
    ("a 787 Dreamliner", "name"),
    ("the K-173C probe", "name"),
    ("ice will be gone by 2120, they say", "year"),
    ("lamps burnt there in 500 BC", "year"),
    ("a Level 3 out of 5 risk of floods", "label"),
    ("Sections 21, 24 and 26 of the bill", "label"),
    ("the No 26 seed won", "label"),
    ("she wears size 9 shoes", "label"),
    ("they met on 4 may", "date"),
    ("the ferry leaves at 18hrs", "clock_time"),
    ("an app or two", "idiom"),
    ("net zero by then", "idiom"),
    ("a zero-carbon ferry", "idiom"),
    ("a four-door car", "idiom"),
    ("a two-stroke engine", "idiom"),
    ("they show it in 4K on screens", "identifier"),
]
KEPT = [
    "9 mills closed",
    "a five-day tour",
    "it lasted three weeks",
    "30 miles of road",
    "$1,987 was paid",
    "3-5 kilometres away",
    "one mill closed",
    "3 to 5 mills",
    "from 19 to 22 mills",
    "it burnt down in less than an hour",
    "answer within 28 days of the call",
    "a 1/4 point cut",
    "mills lost 500 futures",
    "it fell to -12C",
    "2120 mills closed",
    "an average of 1500",
    "500 boats",
    "3 out of 5 drivers",
    "25k people",
    "a four-member panel",
    "two or three boats",
    "zero casualties",
    "it ran for 3hrs",
    "the limit is 50000",
    "the limits, 21, 24 and 26 boats",
]


# The word "one" by its parse: an example picked, or anyone at all.
ONES = [
    "One key industry, shipping, was spared.",
    "The mill lost money, according to one estimate.",
    "One official said the mill was closed.",
    "One problem was the roof of the mill.",
    "If one steps back, the mill looks small.",
    "It makes one happy.",
    "An agent can help find one.",
    "The lease went to one Mr Doe.",
    "They met in a mill one night.",
]
REAL_ONES = [
    "One sailor was killed.",
    "Only one official said so.",
    "The storm killed one and wounded five.",
    "At least one key bridge was lost.",
]


@pytest.fixture(scope="module")
def nlp():
    return load_engine()


@pytest.mark.parametrize(("text", "reason"), REFUSED)
def test_a_quantity_is_refused_by_name(text, reason):
    words, quantities = quantities_of(text)
    assert reason in {reason_against(words, quantity) for quantity in quantities}


@pytest.mark.parametrize("text", ONES)
def test_one_that_picks_or_means_anyone_counts_nothing(nlp, text):
    assert not extract(nlp(text), Context()).claims


@pytest.mark.parametrize("text", REAL_ONES)
def test_one_that_counts_is_kept(nlp, text):
    assert extract(nlp(text), Context()).claims[0].low == 1


@pytest.mark.parametrize("text", KEPT)
def test_what_only_looks_alike_is_kept(text):
    words, quantities = quantities_of(text)
    assert quantities
    assert all(reason_against(words, quantity) is None for quantity in quantities)


def test_every_exclusion_has_an_example():
    assert {one.name for one in EXCLUSIONS} == {reason for _, reason in REFUSED}
