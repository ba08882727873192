from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.assertions.corpus import Case, read_corpus
from transforms.assertions.moments import find_times
from transforms.assertions.periods import period_of
from transforms.assertions.time import find_period

PUBLISHED = date(2024, 5, 15)  # a Wednesday
DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2060, 12, 31))
CASES = [case for case in read_corpus("corpus.conllu") if case.field == "time"]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Monday", date(2024, 5, 13), date(2024, 5, 13)),
        ("Wednesday", PUBLISHED, PUBLISHED),
        ("yesterday", date(2024, 5, 14), date(2024, 5, 14)),
        ("last week", date(2024, 5, 6), date(2024, 5, 12)),
        ("last month", date(2024, 4, 1), date(2024, 4, 30)),
        ("this quarter", date(2024, 4, 1), date(2024, 6, 30)),
        ("last quarter", date(2024, 1, 1), date(2024, 3, 31)),
        ("next year", date(2025, 1, 1), date(2025, 12, 31)),
        ("first quarter of 2021", date(2021, 1, 1), date(2021, 3, 31)),
        ("February 2020", date(2020, 2, 1), date(2020, 2, 29)),
        ("5 March 2021", date(2021, 3, 5), date(2021, 3, 5)),
        ("2019", date(2019, 1, 1), date(2019, 12, 31)),
        ("three weeks ago", date(2024, 4, 24), date(2024, 4, 24)),
        ("October 27 last year", date(2023, 10, 27), date(2023, 10, 27)),
        ("April last year", date(2023, 4, 1), date(2023, 4, 30)),
        ("last April", date(2024, 4, 1), date(2024, 4, 30)),
        ("last June", date(2023, 6, 1), date(2023, 6, 30)),
        ("next May", date(2025, 5, 1), date(2025, 5, 31)),
        ("last Monday", date(2024, 5, 13), date(2024, 5, 13)),
        ("last Tuesday", date(2024, 5, 7), date(2024, 5, 7)),  # yesterday would be "Tuesday"
        ("next Monday", date(2024, 5, 20), date(2024, 5, 20)),
        ("this Friday", date(2024, 5, 17), date(2024, 5, 17)),
        ("weekend", date(2024, 5, 11), date(2024, 5, 12)),
        ("this weekend", date(2024, 5, 11), date(2024, 5, 12)),
        ("since the 1970s", date(1970, 1, 1), PUBLISHED),
        ("1970s", date(1970, 1, 1), date(1979, 12, 31)),
        ("past 20 years", date(2004, 5, 15), PUBLISHED),
        ("past year", date(2023, 5, 15), PUBLISHED),
        ("the last year", date(2023, 5, 15), PUBLISHED),
        ("the past 10 weeks", date(2024, 3, 6), PUBLISHED),
        ("last three months", date(2024, 2, 15), PUBLISHED),
        ("next decade", PUBLISHED, date(2034, 5, 15)),
        ("next ten days", PUBLISHED, date(2024, 5, 25)),
        ("between 2017 and 2022", date(2017, 1, 1), date(2022, 12, 31)),
        ("from March to April", date(2024, 3, 1), date(2024, 4, 30)),
        ("since 2013", date(2013, 1, 1), PUBLISHED),
        ("until 2030", PUBLISHED, date(2030, 12, 31)),
    ],
)
def test_expressions_count_from_publication(text: str, first: date, last: date) -> None:
    period = period_of(text, PUBLISHED, is_ahead=False)
    assert period is not None
    assert (period.from_, period.to) == (first, last)


@pytest.mark.parametrize(
    "text", ["Monday", "last week", "March 5", "third quarter", "two days ago", "past 9 years", "since 2013"]
)
def test_without_a_publication_date_only_full_dates_are_read(text: str) -> None:
    assert period_of(text, None, is_ahead=False) is None


def test_a_full_date_needs_no_publication_date() -> None:
    period = period_of("March 5, 2021", None, is_ahead=False)
    assert period is not None
    assert period.from_ == date(2021, 3, 5)


@given(DAYS)
def test_a_weekday_lies_in_the_week_before_or_the_week_ahead(day: date) -> None:
    past, ahead = (period_of("Friday", day, is_ahead=is_ahead) for is_ahead in (False, True))
    assert past is not None
    assert ahead is not None
    assert past.from_.weekday() == ahead.from_.weekday() == 4
    assert day - timedelta(days=7) < past.from_ <= day <= ahead.from_ < day + timedelta(days=7)


@given(DAYS, st.sampled_from(["last month", "this month", "next month", "last quarter", "next quarter", "this week"]))
def test_periods_are_whole_and_in_order(day: date, text: str) -> None:
    period = period_of(text, day, is_ahead=False)
    assert period is not None
    assert period.from_ <= period.to
    assert (period.from_.day == 1) is ("week" not in text or period.from_.day == 1)


@pytest.mark.parametrize("case", CASES, ids=map(str, CASES))
def test_the_words_of_a_period_are_in_the_text(case: Case) -> None:
    times = find_times(case.doc)
    for token in case.doc:
        period = find_period(token, times, PUBLISHED)
        assert period is None or period.text in case.doc.text
