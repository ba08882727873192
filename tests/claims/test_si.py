"""Units in SI, so that what is told in different units compares."""

import pytest

from transforms.claims.si import convert, in_si, physical_unit
from transforms.lexicon.units import DIMENSIONS, PHYSICAL

SAME = [
    (10, "mile", 16.09344, "kilometer"),
    (68, "degree fahrenheit", 20, "degree celsius"),
    (1, "barrel", 42, "gallon"),
    (1, "kilotonne", 1000, "tonne"),
    (1, "square mile", 640, "acre"),
    (36, "kilometer per hour", 10, "meter per second"),
    (1, "million british thermal unit", 1e6, "british thermal unit"),
    (2, "decade", 20, "year"),
    (24, "liter per day", 1, "liter per hour"),
]
NO_MEASURES = ["USD", "USD per barrel", "liter per person", "count", "percent", "index_point", "story", "degree", "mod"]


@pytest.mark.parametrize(("value", "unit", "other", "into"), SAME)
def test_the_same_amount_in_two_units(value, unit, other, into):
    assert convert(value, unit, into) == pytest.approx(other, rel=1e-4)
    assert physical_unit(unit).unit == physical_unit(into).unit


BOUNDS = [
    (("mile", 10, 10, False), ("length", "meter", 16093.44, 16093.44)),
    (("kilogram", None, 5, False), ("mass", "kilogram", None, 5)),
    (("degree celsius", 20, 25, False), ("temperature", "kelvin", 293.15, 298.15)),
    (("degree celsius", 5, 5, True), ("temperature", "kelvin", 5, 5)),
    (("USD", 5, 5, False), (None, None, None, None)),
]


@pytest.mark.parametrize(("told", "measured"), BOUNDS)
def test_bounds_have_their_measure_in_si(told, measured):
    unit, low, high, is_difference = told
    assert in_si(unit, low, high, is_difference=is_difference) == measured


@pytest.mark.parametrize("unit", NO_MEASURES)
def test_what_is_no_physical_unit_has_no_measure(unit):
    assert physical_unit(unit) is None


@pytest.mark.parametrize("into", ["kilogram", "USD"])
def test_different_dimensions_do_not_convert(into):
    with pytest.raises(ValueError, match="mile"):
        convert(1, "mile", into)


def test_every_unit_of_a_physical_dimension_is_known_but_three():
    unknown = {name for name, dimension in DIMENSIONS.items() if dimension in PHYSICAL and physical_unit(name) is None}
    assert unknown == {"story", "caliber", "degree"}
