"""Words → numbers: digits, number words, scales, fractions, vague multiples."""

from dataclasses import replace

from transforms.claims.cardinals import read_cardinal, read_unit_article, read_vague, read_vague_multiple
from transforms.claims.digits import parse_digits, parse_ratio
from transforms.claims.fractions import read_added_part, read_fraction, read_portion, read_ratio
from transforms.claims.money import money_after
from transforms.claims.number import Number, at
from transforms.claims.words import Word
from transforms.lexicon.numerals import (
    DENOMINATORS,
    GLYPHS,
    LETTER_SCALES,
    PLURAL_SCALES,
    SCALES,
    SMALL,
    SUPERSCRIPTS,
    VAGUE,
    VAGUE_MULTIPLIERS,
)

_LARGEST_PART = 100  # of a portion: "99 in 100"
_OPENERS = frozenset(SMALL) | frozenset(DENOMINATORS) | {"a", "an"}


def read_number(words: list[Word], i: int, *, is_money: bool = False) -> Number | None:
    """Read the longest number that begins at word `i`; None if there is none.

    `is_money`: a currency sign stands before it, so that a letter after it is a scale ("$5m").
    """
    word = words[i]
    if word.is_number:
        return _with_scale(words, _in_digits(words, i), is_money=is_money)
    if word.text in GLYPHS:
        return Number(i, i + 1, GLYPHS[word.text], "digits")
    if word.lower in VAGUE:
        return read_vague(words, i)
    if word.lower in VAGUE_MULTIPLIERS:
        return read_vague_multiple(words, i)
    return _in_words(words, i) if word.lower in _OPENERS else None


def _in_digits(words: list[Word], i: int) -> Number | None:
    text = words[i].text
    if ratio := parse_ratio(text):
        return read_ratio(words, i, ratio)
    value = parse_digits(text)
    if value is None:
        return None
    number = Number(i, i + 1, value, "digits")
    if portion := read_portion(words, number):
        return portion
    if power := _power_of_ten(words, i + 1):
        return replace(number, value=value * 10.0 ** power[0], end=power[1])
    after = words[i + 1].text if i + 1 < len(words) else ""
    fraction = GLYPHS.get(after) or parse_ratio(after)
    if fraction and value == int(value):
        return replace(number, end=i + 2, value=value + fraction)
    added = read_added_part(words, i + 1)
    return replace(number, end=added.end, value=value + added.value) if added else number


def _power_of_ten(words: list[Word], i: int) -> tuple[int, int] | None:
    """Read "× 10^6", "×10−8", "x 10⁶": the exponent and the word after it."""
    if at(words, i) not in {"×", "x", "*"} or at(words, i + 1) != "10" or i + 2 >= len(words):
        return None
    mark, after = words[i + 2].text, at(words, i + 3)
    if ord(mark[0]) in SUPERSCRIPTS:
        return int(mark.translate(SUPERSCRIPTS)), i + 3
    touches = words[i + 1].end == words[i + 2].start
    if touches and mark in {"^", "-", "−"} and after.isdigit():
        return int(after) * (1 if mark == "^" else -1), i + 4
    return None


def _with_scale(words: list[Word], number: Number | None, *, is_money: bool) -> Number | None:
    """Multiply by the scales written after a number: "3.6 million", "5-million", "$5m", "100 thousand million"."""
    if number is None or number.form == "fraction":
        return number
    end, scale = number.end, 1.0
    if at(words, end) == "-" and at(words, end + 1) in SCALES:
        end += 1
    while (found := SCALES.get(at(words, end))) and at(words, end) not in PLURAL_SCALES:
        scale *= found
        end += 1
    if (
        scale == 1.0
        and end < len(words)
        and words[end].text in LETTER_SCALES
        and _scales(words, end, is_money=is_money)
    ):
        scale, end = LETTER_SCALES[words[end].text], end + 1
    if scale == 1.0:
        return number
    return replace(number, end=end, value=round(number.value * scale, 6), scale=scale)


def _scales(words: list[Word], i: int, *, is_money: bool) -> bool:
    """Tell whether the letter at `i` is a scale: "$5m", "5m tonnes", "10k people" are, "100m sprint", "5m deep" not."""
    touches = words[i - 1].end == words[i].start
    if is_money:
        return touches or words[i].text in {"m", "M", "b", "B"}
    if not touches or words[i].text in {"t", "T"}:
        return False
    if words[i].text in {"k", "K"} and words[i - 1].text not in {"4", "5", "8", "10"}:
        return True  # "25k cheaper"; pictures have 4K and 8K, races 5K and 10K
    is_money_after = words[i].text in {"m", "M", "b", "B"} and money_after(words, i + 1) is not None
    return at(words, i + 1) == "of" or is_money_after or _precedes_plural(words, i + 1)


def _precedes_plural(words: list[Word], i: int) -> bool:
    for word in words[i : i + 5]:
        if word.token.tag_ == "NNS":
            return True
        if word.token.pos_ not in {"ADJ", "NOUN", "CCONJ", "VERB", "PUNCT"} or word.text in {",", "."}:
            break
    return False


def _in_words(words: list[Word], i: int) -> Number | None:
    """Read a number in words: "two hundred and five thousand", "a dozen", "half a million", "two-thirds"."""
    if number := read_fraction(words, i) or read_unit_article(words, i):
        return number
    cardinal = read_cardinal(words, i)
    if cardinal is None or (at(words, i) in {"a", "an"} and cardinal.end == i + 1):
        return None
    if cardinal.value < _LARGEST_PART and (portion := read_portion(words, cardinal)):
        return portion
    if added := read_added_part(words, cardinal.end):
        whole = replace(cardinal, end=added.end, value=cardinal.value + added.value, is_one=False)
        return _with_scale(words, whole, is_money=False)
    return cardinal
