"""A number as words write it, and what all who read one ask of the words."""

from dataclasses import dataclass

from transforms.claims.words import Word

DASHES = frozenset({"-", "–", "‐", "‑", "—", "−"})


@dataclass(frozen=True, slots=True)
class Number:
    """A number written in words `first` up to `end`."""

    first: int
    end: int
    value: float
    form: str  # digits words fraction vague
    scale: float = 1.0  # the multiplier written out, for sharing within a range
    is_one: bool = False  # the word "one" or "a": may be no number at all


def at(words: list[Word], i: int) -> str:
    """Return word `i` in lower case; nothing outside the text."""
    return words[i].lower if 0 <= i < len(words) else ""
