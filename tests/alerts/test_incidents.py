"""What is wrong is told when it begins, when it changes and when it is over: each once."""

from dataclasses import replace
from datetime import timedelta

from newsledger.incidents import alerts_of, open_incidents
from schemas.alert import Alert
from tests.alerts.alerts import NOW, problem

LATER = NOW + timedelta(hours=1)


def always(_: Alert) -> bool:
    return True


def never(_: Alert) -> bool:
    return False


def test_a_problem_is_told_once() -> None:
    [opened] = alerts_of([problem()], [], always, "r1", NOW)
    assert (opened.kind, opened.subject, opened.severity) == ("opened", "newsledger: It broke", "critical")
    assert alerts_of([problem()], [opened], always, "r2", LATER) == []


def test_a_change_of_it_is_told_with_what_was_before() -> None:
    [opened] = alerts_of([problem()], [], always, "r1", NOW)
    [changed] = alerts_of([problem(state="worse")], [opened], always, "r2", LATER)
    assert (changed.kind, changed.incident) == ("changed", opened.incident)
    assert "2026-10-06 03:00 UTC: s. Now: worse." in changed.body
    assert alerts_of([problem(state="worse")], [opened, changed], always, "r3", LATER) == []


def test_its_end_is_told_once_and_only_by_who_can_know() -> None:
    [opened] = alerts_of([problem()], [], always, "r1", NOW)
    assert alerts_of([], [opened], never, "r2", LATER) == []
    [over] = alerts_of([], [opened], always, "r2", LATER)
    assert (over.kind, over.subject, over.severity) == ("over", "newsledger: over: It broke", "critical")
    assert "with run r2" in over.body
    assert alerts_of([], [opened, over], always, "r3", LATER) == []


def test_it_can_begin_again() -> None:
    [opened] = alerts_of([problem()], [], always, "r1", NOW)
    [over] = alerts_of([], [opened], always, "r2", NOW)
    assert open_incidents([over, opened]) == {}
    [again] = alerts_of([problem()], [over, opened], always, "r3", LATER)
    assert again.kind == "opened"
    assert again.alert_id != opened.alert_id


def test_a_notice_is_never_over_and_told_again_if_it_changes() -> None:
    [notice] = alerts_of([problem(is_notice=True)], [], always, "r1", NOW)
    assert notice.kind == "notice"
    assert open_incidents([notice]) == {}
    assert alerts_of([], [notice], always, "r2", LATER) == []
    assert alerts_of([problem(is_notice=True)], [notice], always, "r2", LATER) == []
    [more] = alerts_of([problem(is_notice=True, state="more")], [notice], always, "r2", LATER)
    assert more.kind == "notice"


def test_the_same_problem_named_twice_is_one() -> None:
    assert len(alerts_of([problem(), replace(problem(), body="Again.")], [], always, "r1", NOW)) == 1
