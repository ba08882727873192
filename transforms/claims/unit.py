"""A unit as words write it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit in words `first` up to `end`; `factor` turns the number into the named unit (0.01 for cents)."""

    name: str
    kind: str
    first: int
    end: int
    factor: float = 1.0
    family: str = ""  # the name that several countries' monies share ("dollar", "peso"), if no country is told
