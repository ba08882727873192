"""Claims of one story that measure the same become a figure: its range, its latest value, and whether outlets agree."""

import pytest

from tests.figures.rows import claim, told
from transforms.figures.follow import follow
from transforms.figures.measure import measure_of

KILLED = ("The quake killed 30 people.", "30", "people", "kill")
SHIPS = ("30 ships wait.", "30", "ships", "wait")

SAME = [
    (KILLED, ("In the villages 30 deaths were confirmed.", "30", "deaths", "confirm")),
    (KILLED, ("The death toll rose to 30 on Monday.", "30", "death toll", "rise")),
    (KILLED, ("The number of confirmed dead has risen to 30.", "30", "number", "rise")),
    (("30 people vanished.", "30", "people", "vanish"), ("He said 30 people were missing.", "30", "people", "say")),
    (("30 people fled.", "30", "people", "flee"), ("30 displaced people slept.", "30", "displaced people", "sleep")),
    (SHIPS, ("The strike stranded 30 vessels.", "30", "vessels", "strand")),
    (("Some 30 houses collapsed.", "30", "houses", "collapse"), ("It wrecked 30 homes.", "30", "homes", "wreck")),
    (("It is to create 30 jobs.", "30", "jobs", "create"), ("It will hire 30 people.", "30", "people", "hire")),
]

DIFFERENT = [
    (KILLED, ("The quake injured 30 people.", "30", "people", "injure")),
    (KILLED, ("The quake killed 30 soldiers.", "30", "soldiers", "kill")),
    (SHIPS, ("30 houses fell.", "30", "houses", "fall")),
]


def measured(case):
    return measure_of(claim(told("a"), *case))


@pytest.mark.parametrize(("one", "other"), SAME)
def test_other_words_for_the_same_thing(one, other):
    assert measured(one) is not None
    assert measured(one) == measured(other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_different_things(one, other):
    assert measured(one) != measured(other)


@pytest.mark.parametrize(
    "case",
    [
        ("It was 30 at noon.", "30", None, "be"),
        ("The number was 30.", "30", "number", "be"),
        ("About 30 people marched to the square.", "30", "people", "march"),
        ("The strike closed 30 of the 45 mills.", "30", "mills", "close"),
    ],
)
def test_what_names_nothing_comparable_is_no_measure(case):
    assert measured(case) is None


def test_rates_are_told_apart_by_what_they_are_of():
    inflation = measure_of(claim(told("a"), "Inflation rate: 3", "3", "inflation rate", "be", unit="percent"))
    interest = measure_of(claim(told("a"), "Interest rate: 3", "3", "interest rate", "be", unit="percent"))
    assert inflation is not None
    assert inflation != interest


def dead(owner, number, **known):
    return claim(owner, f"The quake killed {number} people.", str(number), "people", "kill", **known)


def test_a_toll_is_followed_over_time():
    documents = [told("a"), told("b", 2), told("a", 24)]
    figures = follow([dead(documents[2], 31), dead(documents[0], 17), dead(documents[1], 17)], documents)
    assert len(figures) == 1
    figure = figures[0]
    assert (figure.low, figure.high) == (17, 31)
    assert (figure.latest_low, figure.latest_high) == (31, 31)
    assert (figure.claim_count, figure.outlet_count) == (3, 2)
    assert (figure.concept, figure.predicate, figure.unit) == ("people", "kill", "count")
    assert figure.first_at == documents[0].published_at
    assert figure.last_at == documents[2].published_at
    assert figure.claim_ids[-1] == dead(documents[2], 31).claim_id
    assert not figure.is_disputed  # a later toll is news, no contradiction


def test_two_outlets_that_contradict_each_other_within_hours():
    documents = [told("a"), told("b", 3)]
    assert follow([dead(documents[0], 27), dead(documents[1], 54)], documents)[0].is_disputed


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"number": 27}, {"number": 27}),
        ({"number": 120000, "qualifier": "approx"}, {"number": 127000}),
        ({"number": 20, "high": None, "qualifier": "at_least"}, {"number": 54}),
        ({"number": 900}, {"number": 20}),  # so far apart, they are of different things
    ],
)
def test_values_that_are_no_contradiction(one, other):
    documents = [told("a"), told("b", 3)]
    assert not follow([dead(documents[0], **one), dead(documents[1], **other)], documents)[0].is_disputed


def test_a_superseded_version_is_the_past_of_its_article():
    first = told("a", 0, url="https://a.example/toll")
    second = told("a", 1, url="https://a.example/toll", version=2)
    other = told("b", 2)
    figure = follow([dead(first, 54), dead(second, 38), dead(other, 38)], [first, second, other])[0]
    assert (figure.low, figure.high, figure.claim_count) == (38, 54, 3)
    assert not figure.is_disputed
    assert figure.latest_high == 38


def test_what_leads_a_document_is_its_value():
    document, other = told("a"), told("b", 1)
    lead = dead(document, 42, start=10)
    later = dead(document, 11, start=400)
    assert not follow([later, lead, dead(other, 42)], [document, other])[0].is_disputed


def test_changes_former_values_and_the_denied_are_left_out():
    documents = [told("a"), told("b", 1)]
    for known in ({"change_role": "initial"}, {"change_role": "difference"}, {"factuality": "negated"}):
        assert follow([dead(documents[0], 5, **known), dead(documents[1], 5, **known)], documents) == []


def test_one_document_or_two_stories_make_no_figure():
    one, elsewhere = told("a"), told("b", 1, story_id="flood")
    assert follow([dead(one, 5), dead(one, 6)], [one]) == []
    assert follow([dead(one, 5), dead(elsewhere, 5)], [one, elsewhere]) == []


def test_miles_and_kilometres_are_one_figure_in_the_unit_of_most():
    documents = [told("a"), told("b", 1), told("c", 2)]
    claims = [
        claim(documents[0], "The oil spread 10 miles.", "10", "oil", "spread", unit="mile", kind="measure"),
        claim(documents[1], "The oil spread 16 km.", "16", "oil", "spread", unit="kilometer", kind="measure"),
        claim(documents[2], "The oil spread 20 km.", "20", "oil", "spread", unit="kilometer", kind="measure"),
    ]
    [figure] = follow(claims, documents)
    assert figure.unit == "kilometer"
    assert (figure.low, figure.high) == (16, 20)
    assert figure.claim_count == 3


def test_the_order_of_claims_does_not_matter():
    documents = [told("a"), told("b", 2), told("c", 4)]
    claims = [dead(document, number) for document, number in zip(documents, (17, 19, 18), strict=True)]
    assert follow(claims, documents) == follow(claims[::-1], documents[::-1])
