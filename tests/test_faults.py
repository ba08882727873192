"""Faults reach whoever waits for them whole, also from another process."""

import pickle

import pytest

from newsledger.checks import Verdict
from newsledger.steps import Held
from schemas.faults import Permanent, Rejected, Transient
from tests.alerts.alerts import failure


@pytest.mark.parametrize(
    "fault",
    [
        Rejected("no_text"),
        Rejected("too_long", "9 MB"),
        Transient("away"),
        Permanent("gone"),
        Held(Verdict((), (failure(), failure("claims_shape", "warning")))),
    ],
    ids=str,
)
def test_a_fault_comes_whole_from_another_process(fault: Exception) -> None:
    again = pickle.loads(pickle.dumps(fault))  # noqa: S301  (our own bytes)
    assert type(again) is type(fault)
    assert str(again) == str(fault)
    assert vars(again) == vars(fault)


def test_a_held_run_names_the_critical_rules_alone() -> None:
    assert str(Held(Verdict((), (failure(), failure("claims_shape", "warning"))))) == "held by claims_span"
