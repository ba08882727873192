"""A week with a fault on nearly each day is told of as it should be, and ends like one in peace."""

from pathlib import Path

import pytest

from tests.end_to_end.week import EXPECTED, PAGE, heard_by_day, live, rendered


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_each_alarm_comes_once_and_the_ledger_is_right(tmp_path: Path) -> None:
    told = heard_by_day(live(tmp_path))
    assert told == EXPECTED
    assert rendered(told) == PAGE.read_text("utf-8")
