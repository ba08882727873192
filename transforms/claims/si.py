"""Unit → its dimension and its measure in SI, so that miles and kilometres compare."""

from functools import cache
from typing import NamedTuple

from pint import UndefinedUnitError, UnitRegistry

from transforms.lexicon.units import DIMENSIONS, OTHER_NAMES, PHYSICAL

DIGITS = 12  # of a converted bound: what lies beyond comes from the factors' binary fractions


class PhysicalUnit(NamedTuple):
    """A unit's dimension, the SI unit of that, and how to get there: value × factor + offset."""

    dimension: str
    unit: str
    factor: float
    offset: float

    def in_si(self, value: float) -> float:
        """Return a value of the unit in the SI unit."""
        return value * self.factor + self.offset


@cache
def physical_unit(unit: str) -> PhysicalUnit | None:
    """Return what pint knows of a unit of ours; None for what is not physical: money, counts, index points, "degree".

    A rate of physical units is one ("kilometer per hour", "liter per day"); one per share, head or dollar is none.
    Barrels are of oil (42 US gallons), tons short, gallons and pints of the United States, as news from there has them.
    """
    dimensions = [DIMENSIONS.get(part, "") for part in ([unit] if unit in DIMENSIONS else unit.split(" per "))]
    if unit == "degree" or not PHYSICAL.issuperset(dimensions):
        return None
    try:
        zero, one = (_registry().Quantity(value, _pint_name(unit)).to_base_units() for value in (0.0, 1.0))
    except UndefinedUnitError:
        return None
    offset = float(zero.magnitude)
    return PhysicalUnit(" per ".join(dimensions), f"{one.units:P}", float(one.magnitude) - offset, offset)


class InSI(NamedTuple):
    """What a claim's bounds come to in SI, under the names of the claim's fields; nulls where nothing is physical."""

    dimension: str | None
    si_unit: str | None
    si_low: float | None
    si_high: float | None


def in_si(unit: str, low: float | None, high: float | None, *, is_difference: bool = False) -> InSI:
    """Return the dimension of a unit, and bounds told in it in the SI unit.

    `is_difference`: the bounds say how far something moved, so that 5 degrees celsius are 5 kelvins, not 278.15.
    """
    physical = physical_unit(unit)
    if physical is None:
        return InSI(None, None, None, None)
    if is_difference:
        physical = physical._replace(offset=0.0)
    return InSI(physical.dimension, physical.unit, _bound_in(physical, low), _bound_in(physical, high))


def _bound_in(physical: PhysicalUnit, bound: float | None) -> float | None:
    return None if bound is None else float(f"{physical.in_si(bound):.{DIGITS}g}")


def convert(value: float, unit: str, into: str) -> float:
    """Return a value in another unit of the same dimension; ValueError if one has none or they differ."""
    have, want = physical_unit(unit), physical_unit(into)
    if have is None or want is None or have.unit != want.unit:
        raise ValueError(f"{unit} and {into} do not measure the same")
    return (have.in_si(value) - want.offset) / want.factor


@cache
def _registry() -> "UnitRegistry[float]":
    return UnitRegistry(autoconvert_offset_to_baseunit=True)


def _pint_name(unit: str) -> str:
    return OTHER_NAMES.get(unit) or " / ".join(_pint_part(part) for part in unit.split(" per "))


def _pint_part(name: str) -> str:
    """Write "square kilometer" as "kilometer ** 2", "kilowatt hour" as "kilowatt * hour"."""
    if name in OTHER_NAMES:
        return OTHER_NAMES[name]
    for word, power in (("square ", 2), ("cubic ", 3)):
        if name.startswith(word):
            return f"{name.removeprefix(word)} ** {power}"
    first, _, last = name.partition(" ")
    return f"{first} * {last}" if last else name
