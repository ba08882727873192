"""Words → numbers: digits, number words, scales, fractions, vague multiples."""

import re
from dataclasses import dataclass, replace

from transforms.claims.words import Word
from transforms.lexicon.numerals import (
    DENOMINATORS,
    GLYPHS,
    LETTER_SCALES,
    ONES,
    PLURAL_SCALES,
    SCALES,
    SMALL,
    TENS,
    VAGUE,
    VAGUE_MULTIPLIERS,
)

_GROUPED = re.compile(r"[+−-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?")
_PLAIN = re.compile(r"[+−-]?(?:\d+(?:\.\d+)?|\.\d+)")
_DOTTED = re.compile(r"\d{1,3}(?:\.\d{3}){2,}")
_EURO_DECIMAL = re.compile(r"\d{1,3},\d{1,2}")
_RATIO = re.compile(r"(\d{1,2})/(\d{1,2})")
_PERCENT = 100.0
UNIT_NOUNS = frozenset(
    {
        "hour",
        "minute",
        "day",
        "week",
        "month",
        "year",
        "decade",
        "century",
        "mile",
        "kilometer",
        "kilometre",
        "tonne",
        "ton",
    }
)
_MOST_DIGITS = 24  # digits; longer runs are identifiers


@dataclass(frozen=True, slots=True)
class Number:
    """A number written in words `first` up to `end`."""

    first: int
    end: int
    value: float
    form: str  # digits words fraction vague
    scale: float = 1.0  # the multiplier written out, for sharing within a range
    is_one: bool = False  # the word "one" or "a": may be no number at all


def read_number(words: list[Word], i: int, *, is_money: bool = False) -> Number | None:
    """Read the longest number that begins at word `i`; None if there is none.

    `is_money`: a currency sign stands before it, so that a letter after it is a scale ("$5m").
    """
    word = words[i]
    if word.is_number:
        return _with_scale(words, _digits(words, i), is_money=is_money)
    if word.text in GLYPHS:
        return Number(i, i + 1, GLYPHS[word.text], "digits")
    if word.lower in VAGUE:
        return _vague(words, i)
    if word.lower in VAGUE_MULTIPLIERS:
        return _vague_multiple(words, i)
    if (
        word.lower in SMALL
        or word.lower in DENOMINATORS
        or word.lower in {"a", "an"}
        or word.lower in {"dozen", "hundred"}
    ):
        return _worded(words, i)
    return None


def parse_digits(text: str) -> float | None:
    """Return the value of a number in digits, with any grouping; None if it is not one."""
    if len(text) > _MOST_DIGITS:
        return None
    text = text.replace("−", "-")
    if _PLAIN.fullmatch(text):
        return float(text)
    if _GROUPED.fullmatch(text) or _INDIAN.fullmatch(text):
        return float(text.replace(",", ""))
    if _DOTTED.fullmatch(text):
        return float(text.replace(".", ""))
    if _EURO_DECIMAL.fullmatch(text):
        return float(text.replace(",", "."))
    return None


def _at(words: list[Word], i: int) -> str:
    return words[i].lower if 0 <= i < len(words) else ""


def _digits(words: list[Word], i: int) -> Number | None:
    text = words[i].text
    if ratio := _RATIO.fullmatch(text):
        low, high = float(ratio[1]), float(ratio[2])
        return Number(i, i + 1, low / high, "digits") if high and low < high else None
    value = parse_digits(text)
    if value is None:
        return None
    number = _portion(words, i, i + 1, value)
    if number:
        return number
    after = words[i + 1] if i + 1 < len(words) else None
    if after is not None and (after.text in GLYPHS or _is_small_ratio(after.text)) and value == int(value):
        top, _, bottom = after.text.partition("/")
        return Number(i, i + 2, value + (GLYPHS.get(top) or float(top) / float(bottom)), "digits")
    if _is_half(words, i + 1):
        return Number(i, i + 4, value + 0.5, "digits")
    return Number(i, i + 1, value, "digits")


def _is_small_ratio(text: str) -> bool:
    ratio = _RATIO.fullmatch(text)
    return bool(ratio) and 0 < int(ratio[1]) < int(ratio[2])  # type: ignore[index]


def _is_half(words: list[Word], i: int) -> bool:
    return _at(words, i) == "and" and _at(words, i + 1) in {"a", "one"} and _at(words, i + 2) == "half"


def _with_scale(words: list[Word], number: Number | None, *, is_money: bool) -> Number | None:
    """Multiply by the scales written after a number: "3.6 million", "5-million", "$5m", "100 thousand million"."""
    if number is None or number.form == "fraction":
        return number
    end, scale = number.end, 1.0
    if _at(words, end) == "-" and _at(words, end + 1) in SCALES:
        end += 1
    while (found := SCALES.get(_at(words, end))) and _at(words, end) not in PLURAL_SCALES:
        scale *= found
        end += 1
    if (
        scale == 1.0
        and end < len(words)
        and words[end].text in LETTER_SCALES
        and words[end - 1].end == words[end].start
    ) and (is_money or _is_scale_letter(words, end)):
        scale, end = LETTER_SCALES[words[end].text], end + 1
    if scale == 1.0:
        return number
    return replace(number, end=end, value=round(number.value * scale, 6), scale=scale)


def _is_scale_letter(words: list[Word], i: int) -> bool:
    """Tell whether the letter at `i` is a scale: "5m tonnes", "10k people" are, "100m sprint", "5m deep" are not."""
    if words[i].text in {"k", "K", "bn"}:
        return True
    if words[i].text in {"t", "T"}:
        return False
    if i + 1 < len(words) and words[i + 1].lower == "of":
        return True
    for word in words[i + 1 : i + 6]:
        if word.token.tag_ == "NNS":
            return True
        if word.token.pos_ not in {"ADJ", "NOUN", "CCONJ", "VERB", "PUNCT"} or word.text in {",", "."}:
            break
    return False


def _portion(words: list[Word], i: int, end: int, value: float) -> Number | None:
    """Read "3 in 10", "one out of every five": a share."""
    j = end
    if _at(words, j) == "in":
        j += 1
    elif _at(words, j) == "out" and _at(words, j + 1) == "of":
        j += 2
    elif _at(words, j) == "of" and _at(words, j + 1) == "every":
        j += 1
    else:
        return None
    if _at(words, j) == "every":
        j += 1
    if j >= len(words):
        return None
    whole = SMALL.get(words[j].lower) or parse_digits(words[j].text)
    is_date = words[j].text.isdigit() and len(words[j].text) == 4  # noqa: PLR2004 (a year: "5 in 2019")
    if (
        not whole
        or is_date
        or value >= whole
        or _at(words, j + 1) in {"-", "years", "months", "days", "weeks", "hours", "minutes"}
    ):
        return None
    return Number(i, j + 1, _PERCENT * value / whole, "fraction")


def _worded(words: list[Word], i: int) -> Number | None:  # noqa: PLR0911 (one return a reading)
    """Read a number in words: "two hundred and five thousand", "a dozen", "half a million", "two-thirds"."""
    if _at(words, i) == "half":
        return _half(words, i)
    if _at(words, i) in {"dozen", "hundred"}:
        return None  # only after a number or an article
    if _is_unit_article(words, i):
        return Number(i, i + 1, 1.0, "words", is_one=True)
    cardinal = _cardinal(words, i)
    if cardinal is None:
        return None
    end = cardinal.end
    share = _denominator(words, cardinal)
    if share:
        return share
    if cardinal.value < 100 and (portion := _portion(words, i, end, cardinal.value)):  # noqa: PLR2004
        return portion if _at(words, i) not in {"a", "an"} else None
    if _at(words, i) in {"a", "an"} and end == i + 1:
        return None
    if _is_half(words, end):
        halved = replace(cardinal, end=end + 3, value=cardinal.value + 0.5, is_one=False)
        return _with_scale(words, halved, is_money=False)
    return cardinal


def _is_unit_article(words: list[Word], i: int) -> bool:
    """Tell whether an article is a one: "less than an hour", "nearly a mile"."""
    return (
        _at(words, i) in {"a", "an"}
        and _at(words, i - 1) in {"than", "nearly", "almost", "about", "over", "under", "least", "most"}
        and _at(words, i + 1) in UNIT_NOUNS
    )


def _half(words: list[Word], i: int) -> Number | None:
    if _at(words, i + 1) in {"a", "an"} and _at(words, i + 2) in SCALES:
        scale = SCALES[_at(words, i + 2)]
        return Number(i, i + 3, scale / 2, "words", scale)
    if _at(words, i + 1) in {"-", "a", "an"} and _at(words, i - 1) not in {"a", "an", "one"}:
        return Number(i, i + 2, 0.5, "words") if _at(words, i + 2) in {"mile", "hour", "day", "year", "pound"} else None
    if _at(words, i + 1) == "of" or _at(words, i - 1) in {
        "than",
        "over",
        "under",
        "about",
        "nearly",
        "almost",
        "around",
        "roughly",
    }:
        return Number(i, i + 1, 50.0, "fraction")
    if i + 1 < len(words) and words[i + 1].token.pos_ in {"DET", "AUX"} and _at(words, i + 1) not in {"a", "an"}:
        return Number(i, i + 1, 50.0, "fraction")
    return None


def _denominator(words: list[Word], numerator: Number) -> Number | None:
    """Read "a third", "two-thirds", "three quarters of": a share; "a quarter" of a year is none."""
    j = numerator.end
    if _at(words, j) == "-":
        j += 1
    bottom = DENOMINATORS.get(_at(words, j))
    if not bottom or numerator.value >= bottom or (numerator.value == 1) == _at(words, j).endswith("s"):
        return None
    if bottom == 2 and _at(words, numerator.first) in {"a", "an"} and _at(words, j + 1) != "of":  # noqa: PLR2004
        return None
    ordinal = _at(words, j) not in {"quarter", "third", "half"} and numerator.value == 1
    if (ordinal or _at(words, j + 1) == "-") and _at(words, j + 1) != "of":
        return None
    if j + 1 < len(words) and words[j + 1].token.pos_ in {"NOUN", "PROPN", "NUM", "ADJ"} and numerator.value == 1:
        return None
    return Number(numerator.first, j + 1, round(_PERCENT * numerator.value / bottom, 2), "fraction")


def _cardinal(words: list[Word], i: int) -> Number | None:
    """Read a cardinal in words from `i` on, by the usual sum of groups.

    `room` is what the next small number must be below: 10 after "twenty", 0 after "five", 100 after "thousand".
    """
    is_article = _at(words, i) in {"a", "an"}
    total, group, scale, room = 0.0, float(is_article), 1.0, 0.0 if is_article else 100.0
    j = end = i + 1 if is_article else i
    while j < len(words):
        word = words[j].lower
        if word in SMALL and SMALL[word] < room:
            group, room = group + SMALL[word], 10.0 if word in TENS else 0.0
        elif word in SCALES and word not in PLURAL_SCALES and j > i:
            scale, room = SCALES[word], 100.0
            is_inner = scale in {100.0, 12.0}
            total, group = (total, group * scale) if is_inner else (total + group * scale, 0.0)
        elif word in {"-", "and"} and end == j > i and _continues(words, j, room):
            j += 1
            continue
        else:
            break
        j = end = j + 1
    if end == i:
        return None
    return Number(i, end, total + group, "words", scale, is_one=total + group == 1)


def _continues(words: list[Word], j: int, room: float) -> bool:
    """Tell whether a hyphen or "and" at `j` is inside a number: "twenty-one", "hundred and five", "one-million"."""
    after = _at(words, j + 1)
    if words[j].lower == "-":
        return (after in ONES and 0 < ONES[after] < room == 10.0) or after in SCALES  # noqa: PLR2004
    return _at(words, j - 1) in SCALES and room == 100.0 and after in SMALL  # noqa: PLR2004


def _vague(words: list[Word], i: int) -> Number | None:
    """Read "dozens", "hundreds of thousands", "tens of millions"."""
    base, end = VAGUE[words[i].lower], i + 1
    if _at(words, end) == "of" and _at(words, end + 1) in VAGUE and _at(words, end + 1) != "tens":
        base, end = base * VAGUE[_at(words, end + 1)], end + 2
    elif words[i].lower in {"tens", "scores", "decades"}:
        return None
    return Number(i, end, 2 * base, "vague")


def _vague_multiple(words: list[Word], i: int) -> Number | None:
    """Read "several thousand", "a few hundred": the same bound as "thousands"."""
    scale = SCALES.get(_at(words, i + 1))
    if scale is None:
        return None
    first = i - 1 if _at(words, i - 1) == "a" else i
    return Number(first, i + 2, 2 * scale, "vague")
