"""The watchdog restarts what died at once, what is unwell after a while, and gives up on what keeps dying."""

import pytest

from newsledger.watchdog import BUDGET, BUDGET_SECONDS, PATIENCE_SECONDS, Watchdog
from schemas.faults import Permanent


def test_it_restarts_the_dead_at_once() -> None:
    assert Watchdog().look(0, {"scheduler"}, set()) == {"scheduler"}


def test_it_leaves_the_well_alone() -> None:
    assert Watchdog().look(0, set(), set()) == set()


def test_it_is_patient_with_the_unwell() -> None:
    watchdog = Watchdog()
    assert watchdog.look(0, set(), {"api"}) == set()
    assert watchdog.look(PATIENCE_SECONDS - 1, set(), {"api"}) == set()
    assert watchdog.look(PATIENCE_SECONDS, set(), {"api"}) == {"api"}
    assert watchdog.look(PATIENCE_SECONDS + 1, set(), {"api"}) == set()  # the new one has its time too


def test_it_forgets_who_recovered() -> None:
    watchdog = Watchdog()
    watchdog.look(0, set(), {"api"})
    watchdog.look(10, set(), set())
    assert watchdog.look(PATIENCE_SECONDS, set(), {"api"}) == set()


def test_it_gives_up_on_what_keeps_dying() -> None:
    watchdog = Watchdog()
    for second in range(BUDGET):
        watchdog.look(second, {"scheduler"}, set())
    with pytest.raises(Permanent, match="scheduler failed 6 times within 10 minutes"):
        watchdog.look(BUDGET, {"scheduler"}, set())


def test_old_deaths_do_not_count() -> None:
    watchdog = Watchdog()
    for second in range(BUDGET):
        watchdog.look(second, {"scheduler"}, set())
    assert watchdog.look(BUDGET_SECONDS + BUDGET, {"scheduler"}, set()) == {"scheduler"}
