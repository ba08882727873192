"""Short forms mean whom a text has introduced before them, the latest first."""

import pytest

from newsledger.engine import load_engine
from schemas.context import Context
from transforms.events.introduced import Past
from transforms.extract import extract


@pytest.fixture(scope="module")
def nlp():
    return load_engine()


def test_what_was_told_last_before_a_place():
    past: Past[str] = Past()
    for place, told in ((3, "Ada Berg"), (8, "Ole Dahl"), (20, "Ida Lund")):
        past.add(place, told)
    assert past.last(3) is None
    assert past.last(4) == "Ada Berg"
    assert past.last(20) == "Ole Dahl"
    assert list(past.before(30)) == [(20, "Ida Lund"), (8, "Ole Dahl"), (3, "Ada Berg")]


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Kenyan President Ada Berg spoke in Lima. Berg condemned Peru.", ["KEN"]),
        ("Kenyan President Ada Berg spoke in Lima. The president condemned Peru.", ["KEN"]),
        ("Berg condemned Peru. Kenyan President Ada Berg spoke later.", [None]),  # not yet introduced
        ("Kenyan President Ada Berg met Chadian President Ole Dahl. Dahl condemned Peru.", ["TCD"]),
    ],
)
def test_who_bears_a_surname_or_an_office(nlp, text, countries):
    events = extract(nlp(text), Context()).events
    condemning = next(event for event in events if event.type == "ACCUSE")
    assert [one.country for one in condemning.sources] == countries
