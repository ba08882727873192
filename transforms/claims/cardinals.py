"""Words → cardinals ("two hundred and five thousand") and vague multiples ("tens of thousands")."""

from transforms.claims.number import Number, at
from transforms.claims.words import Word
from transforms.lexicon.numerals import (
    GLIMPSED,
    ONES,
    PLURAL_SCALES,
    SCALES,
    SMALL,
    TENS,
    VAGUE,
    WHOLE_UNITS,
)


def read_cardinal(words: list[Word], i: int) -> Number | None:
    """Read a cardinal in words from `i` on, by the usual sum of groups.

    `room` is what the next small number must be below: 10 after "twenty", 0 after "five", 100 after "thousand".
    """
    is_article = at(words, i) in {"a", "an"}
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
    after = at(words, j + 1)
    if words[j].lower == "-":
        return (after in ONES and 0 < ONES[after] < room == 10.0) or after in SCALES  # noqa: PLR2004
    return at(words, j - 1) in SCALES and room == 100.0 and after in SMALL  # noqa: PLR2004


def read_unit_article(words: list[Word], i: int) -> Number | None:
    """Read an article that is a one: "less than an hour", "nearly a mile"."""
    if at(words, i - 1) in GLIMPSED and at(words, i + 1) in WHOLE_UNITS:
        return Number(i, i + 1, 1.0, "words", is_one=True)
    return None


def read_vague(words: list[Word], i: int) -> Number | None:
    """Read "dozens", "hundreds of thousands", "tens or even hundreds of millions": twice the least of them or more."""
    base, end = VAGUE[words[i].lower], i + 1
    upper = end + (2 if at(words, end + 1) in {"even", "perhaps", "maybe"} else 1)
    if at(words, end) in {"or", "to", "and", "if"} and at(words, upper) in VAGUE and at(words, upper + 1) == "of":
        end = upper + 1
    if at(words, end) == "of" and at(words, end + 1) in VAGUE and at(words, end + 1) != "tens":
        base, end = base * VAGUE[at(words, end + 1)], end + 2
    elif words[i].lower in {"tens", "scores", "decades"}:
        return None
    return Number(i, end, 2 * base, "vague")


def read_vague_multiple(words: list[Word], i: int) -> Number | None:
    """Read "several thousand", "a few hundred": the same bound as "thousands"."""
    scale = SCALES.get(at(words, i + 1))
    if scale is None:
        return None
    first = i - 1 if at(words, i - 1) == "a" else i
    return Number(first, i + 2, 2 * scale, "vague")
