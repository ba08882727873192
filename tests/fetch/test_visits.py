"""When an address is asked again, and what a crash leaves of the memory."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from newsledger.visits import Visit, Visits, is_article_due, next_poll
from tests.fetch.sources import NOW

VISIT = Visit(url="https://courier.example/a", first_at=NOW, visited_at=NOW)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def test_a_new_article_is_due() -> None:
    assert is_article_due(None, NOW)


@pytest.mark.parametrize(
    ("visited", "now", "is_due"),
    [
        (0 * HOUR, 23 * HOUR, False),
        (0 * HOUR, 24 * HOUR, True),
        (25 * HOUR, 26 * HOUR, False),
        (25 * HOUR, 7 * DAY, True),
        (0 * HOUR, 30 * DAY, True),
        (8 * DAY, 90 * DAY, False),
    ],
)
def test_an_article_that_came_is_due_after_a_day_and_a_week(
    visited: timedelta,
    now: timedelta,
    is_due: bool,  # noqa: FBT001
) -> None:
    assert is_article_due(replace(VISIT, visited_at=NOW + visited), NOW + now) == is_due


def test_an_article_that_does_not_come_is_asked_for_ever_less_and_then_no_more() -> None:
    rests = [next_poll(replace(VISIT, failures=failures)) - NOW for failures in (1, 2, 3, 4)]
    assert rests == [HOUR, 2 * HOUR, 4 * HOUR, 8 * HOUR]
    assert not is_article_due(replace(VISIT, failures=2), NOW + HOUR)
    assert is_article_due(replace(VISIT, failures=2), NOW + 2 * HOUR)
    assert not is_article_due(replace(VISIT, failures=5), NOW + 90 * DAY)
    assert not is_article_due(replace(VISIT, failures=1, is_gone=True), NOW + 90 * DAY)


def test_no_source_rests_for_longer_than_a_week() -> None:
    assert next_poll(replace(VISIT, failures=10_000)) - NOW == 7 * DAY


def test_the_last_visit_holds_and_half_a_line_is_forgotten(tmp_path: Path) -> None:
    visits = Visits(tmp_path, "courier")
    visits.note(VISIT)
    visits.note(replace(VISIT, etag='"2"', failures=1))
    path = tmp_path / "visits" / "courier.jsonl"
    path.write_bytes(path.read_bytes() + b'{"url": "https://cou')
    again = Visits(tmp_path, "courier")
    assert again.last(VISIT.url) == replace(VISIT, etag='"2"', failures=1)
    again.note(replace(VISIT, url="https://courier.example/b"))
    assert Visits(tmp_path, "courier").urls() == [VISIT.url, "https://courier.example/b"]
