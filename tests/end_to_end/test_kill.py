"""A run that is killed at any moment loses nothing and leaves nothing half done: the next one ends where it should."""

from pathlib import Path

import pytest

from tests.end_to_end.kills import STEPS, kill_often


@pytest.mark.slow
def test_a_run_after_kills_ends_like_an_undisturbed_one(tmp_path: Path) -> None:
    seen = kill_often(tmp_path, kills=len(STEPS), seed=5)
    assert seen.total() == len(STEPS)
