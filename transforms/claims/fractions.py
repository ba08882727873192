"""Words → shares ("one in five", "two-thirds") and parts of one ("half a mile", "a quarter of a million")."""

from typing import NamedTuple

from transforms.claims.cardinals import read_cardinal
from transforms.claims.digits import parse_digits
from transforms.claims.number import Number, at
from transforms.claims.words import Word
from transforms.lexicon.numerals import DENOMINATORS, GLIMPSED, PARTED_UNITS, SCALES, SMALL, WHOLE_UNITS

_PERCENT = 100.0
_LEAST_SCALE = 1000.0  # a "quarter of a dozen" is nobody's number
_LONGEST_RATIO = 4  # digits: a year is no whole ("5 in 2019")
_ARTICLES = frozenset({"a", "an"})
_ADDED = frozenset({"half", "quarter", "quarters", "third", "thirds"})
_ROUND = frozenset({"10", "ten", "100"})  # "eight of 10 voters" is a share; "eight of 11 voters" are eight
_SPANS = frozenset({"-", "years", "months", "days", "weeks", "hours", "minutes"})  # "5 in 10 days" is no share


class Part(NamedTuple):
    """A fraction as written, and the word after it."""

    value: float
    end: int


def read_fraction(words: list[Word], i: int) -> Number | None:
    """Read a share of something in per cent, or a part of one unit or scale, that begins at word `i`."""
    if at(words, i) == "half":
        return (
            _part_of_scale(words, i, Part(0.5, i + 1)) or _part_of_unit(words, i, Part(0.5, i + 1)) or _half(words, i)
        )
    part = _part(words, i)
    if part is None:
        return None
    return _part_of_scale(words, i, part) or _part_of_unit(words, i, part) or _share(words, i, part)


def _part(words: list[Word], i: int) -> Part | None:
    """Read "a third", "two-thirds", "three quarters", "quarter"; not "thirds" of one, nor "third" alone."""
    if at(words, i) in {"quarter", "half"}:
        return Part(1 / DENOMINATORS[at(words, i)], i + 1)
    numerator = read_cardinal(words, i)
    if numerator is None and at(words, i) not in {"a", "an"}:
        return None
    value, j = (numerator.value, numerator.end) if numerator else (1.0, i + 1)
    if at(words, j) == "-":
        j += 1
    bottom = DENOMINATORS.get(at(words, j))
    if not bottom or value >= bottom or (value == 1) == at(words, j).endswith("s"):
        return None
    if value == 2 and at(words, j) == "quarters":  # noqa: PLR2004 (two of a year; as a share it is a half)
        return None
    return Part(value / bottom, j + 1)


def _part_of_scale(words: list[Word], i: int, part: Part) -> Number | None:
    """Read "half a million", "a quarter of a million", "three quarters of a billion", "quarter million"."""
    j = part.end
    is_bare = at(words, i) in {"a", "an"} and at(words, i + 1) not in {"quarter", "half"}
    if at(words, j) == "of" and at(words, j + 1) in {"a", "an"}:
        j += 2
    elif at(words, j) in {"a", "an"} and at(words, i) == "half":
        j += 1
    elif is_bare:
        return None  # "a third million" is one more of them
    scale = SCALES.get(at(words, j), 0.0)
    is_dozen = scale == 12.0 and at(words, i) == "half"  # noqa: PLR2004
    if scale < _LEAST_SCALE and not is_dozen:
        return None
    return Number(i, j + 1, part.value * scale, "words", scale)


def _part_of_unit(words: list[Word], i: int, part: Part) -> Number | None:
    """Read "half a mile", "three quarters of an hour", "a quarter of a percentage point", "a quarter-point"."""
    j = part.end
    if at(words, j) == "of" and at(words, j + 1) in {"a", "an", "one", "1"}:
        return _of_one(words, i, j + 2, part.value)
    if at(words, j) in {"a", "an"} and at(words, i) == "half":
        return _of_one(words, i, j + 1, part.value)
    if at(words, j) == "-" and words[j].start == words[j - 1].end:
        j += 1
    last = at(words, part.end - 1)
    is_part = last in {"quarter", "half", "quarters"} and at(words, j) in PARTED_UNITS
    return Number(i, part.end, part.value, "words") if is_part else None


def _of_one(words: list[Word], i: int, j: int, value: float) -> Number | None:
    return Number(i, j, value, "words") if at(words, j) in WHOLE_UNITS | PARTED_UNITS else None


def _half(words: list[Word], i: int) -> Number | None:
    """Read "half of voters", "nearly half", "half the voters": a share; "the second half", "half an apple" are none."""
    before, after = at(words, i - 1), words[i + 1] if i + 1 < len(words) else None
    if before in {"second", "first", "other", "one", "a", "latter", "third", "fourth"} and at(words, i + 1) != "of":
        return None
    is_of = at(words, i + 1) == "of" and before not in {"second", "first", "latter", "other", "better", "final"}
    is_followed = after is not None and after.token.pos_ in {"DET", "AUX"} and after.lower not in {"a", "an"}
    return Number(i, i + 1, 50.0, "fraction") if is_of or is_followed or before in GLIMPSED else None


def _share(words: list[Word], i: int, part: Part) -> Number | None:
    """Read "a third of them", "two-thirds": a share; "a quarter" of a year and "a third term" are none."""
    j, after = part.end, at(words, part.end)
    last, is_single = at(words, j - 1), not at(words, j - 1).endswith("s")
    if at(words, i) in {"quarter", "half"} or (last == "half" and at(words, i) in {"a", "an"} and after != "of"):
        return None
    is_joined = at(words, i) == "one" and at(words, i + 1) == "-"
    ordinal = last not in {"quarter", "third", "half"} and is_single and not is_joined
    if (ordinal or after == "-") and after != "of":
        return None
    if j < len(words) and words[j].token.pos_ in {"NOUN", "PROPN", "NUM", "ADJ"} and is_single and not is_joined:
        return None
    return Number(i, j, round(_PERCENT * part.value, 2), "fraction")


def read_ratio(words: list[Word], i: int, value: float) -> Number:
    """Read "1/3 of voters" as a share, "1/4 of a mile" and "1/4 point" as part of one unit."""
    if part := _part_of_unit(words, i, Part(value, i + 1)):
        return part
    if at(words, i + 1) == "of":
        return Number(i, i + 1, round(_PERCENT * value, 2), "fraction")
    return Number(i, i + 1, value, "digits")


def read_added_part(words: list[Word], i: int) -> Part | None:
    """Read what "and" adds to a number before it: "two and a half", "three and three quarters"."""
    i += at(words, i) == "-" and at(words, i + 1) == "and"  # "four-and-a-half"
    part = _part(words, i + 1 + (at(words, i + 1) == "-")) if at(words, i) == "and" else None
    return part if part and at(words, part.end) != "of" and at(words, part.end - 1) in _ADDED else None


def read_portion(words: list[Word], number: Number) -> Number | None:
    """Read "3 in 10", "one out of every five" from its first number on: a share in per cent."""
    j = number.end
    if at(words, j) == "in":
        j += 1
    elif at(words, j) == "out" and at(words, j + 1) == "of":
        j += 2
    elif at(words, j) == "of" and (at(words, j + 1) == "every" or at(words, j + 1) in _ROUND):
        j += 1
    else:
        return None
    if at(words, j) == "every":
        j += 1
    whole = SMALL.get(at(words, j)) or parse_digits(at(words, j))
    is_year = at(words, j).isdigit() and len(words[j].text) == _LONGEST_RATIO
    if (
        not whole
        or is_year
        or number.value >= whole
        or at(words, j + 1) in _SPANS
        or at(words, number.first) in _ARTICLES
    ):
        return None
    return Number(number.first, j + 1, _PERCENT * number.value / whole, "fraction")
