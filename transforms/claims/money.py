"""Words beside a number → the money that it is an amount of: signs, codes and names, before or after."""

from dataclasses import replace

from transforms.claims.number import at
from transforms.claims.unit import Unit
from transforms.claims.words import Word
from transforms.lexicon.currencies import (
    CODE_ALIASES,
    CODE_SCALES,
    CODES,
    COUNTRY_AFTER,
    FAMILIES,
    HUNDREDTHS,
    LETTER_SIGNS,
    LONGEST_WORD,
    SIGN_FAMILIES,
    SIGNS_AFTER,
    SYMBOLS,
    WORDS,
)
from transforms.lexicon.numerals import SCALES

_DASHES = frozenset({"-", "−", "–"})


def money_before(words: list[Word], i: int) -> Unit | None:
    """Return the money whose sign or code ends right before word `i`: "$", "US$", "USD", "Rs .", "MSEK"."""
    j = i - 1
    if j < 0:
        return None
    text = words[j].text
    if j and text in {".", "="} and (whole := f"{words[j - 1].text}{text}") in SYMBOLS:
        return Unit(SYMBOLS[whole], "money", j - 1, i, family=SIGN_FAMILIES[whole])
    sign = SYMBOLS.get(text) or (LETTER_SIGNS.get(text) if i < len(words) and words[j].end == words[i].start else None)
    if sign:
        return _with_country(words, Unit(sign, _kind(sign), j, i, family=SIGN_FAMILIES.get(text, "")))
    code = read_code(text)
    return Unit(code[0], "money", j, i, code[1]) if code else None


def signed_money_before(words: list[Word], i: int) -> Unit | None:
    """Return the money before a minus that touches both: "$-5bn"."""
    if i < 2 or words[i - 1].text not in _DASHES or words[i - 1].end != words[i].start:  # noqa: PLR2004
        return None
    is_touched = words[i - 2].end == words[i - 1].start and words[i - 2].text in SYMBOLS
    return money_before(words, i - 1) if is_touched else None


def read_code(text: str) -> tuple[str, float] | None:
    """Return the currency and the scale of a code: "EUR", "eur", "RMB", "MEUR" (millions of euros)."""
    if text in CODES:
        return CODE_ALIASES.get(text, text), 1.0
    if text[0] in CODE_SCALES and text[1:] in CODES and text.isupper():
        return CODE_ALIASES.get(text[1:], text[1:]), CODE_SCALES[text[0]]
    return None


def _kind(name: str) -> str:
    """Return the kind of an amount: money has an ISO 4217 code, a crypto coin has none."""
    return "money" if name.isupper() else "other"


def _with_country(words: list[Word], unit: Unit) -> Unit:
    """Read what names the country before a dollar sign: "US $ 5", "C $ 5", "MXN$5"; "a $5 fine" is an article."""
    if not unit.first or words[unit.first].text != "$":
        return unit
    before = words[unit.first - 1]
    touches = before.end == words[unit.first].start
    together = SYMBOLS.get(f"{before.text.replace('.', '').upper()}$")
    if not together or (before.lower == "a" and not (touches and before.text == "A")):
        return unit
    return replace(unit, name=together, first=unit.first - 1, family="")


def with_country_after(words: list[Word], unit: Unit) -> Unit:
    """Read the country after an amount: "$45 US a barrel", "$5 Canadian"; not in "$5 U.S. aid". Also "$5 dollars"."""
    if again := money_after(words, unit.end):
        is_same = again.name == unit.name and again.factor == 1.0 and words[unit.end].text.isalpha()
        return replace(unit, end=again.end) if is_same else unit
    if unit.family != "dollar" or unit.end >= len(words) or words[unit.end].text not in COUNTRY_AFTER:
        return unit
    after = words[unit.end + 1] if unit.end + 1 < len(words) else None
    if after is not None and (after.token.pos_ in {"NOUN", "PROPN", "ADJ", "VERB"} or after.lower in {"dollar", "-"}):
        return unit
    return replace(unit, name=COUNTRY_AFTER[words[unit.end].text], end=unit.end + 1, family="")


def money_after(words: list[Word], i: int) -> Unit | None:
    """Return the money that is named from word `i` on: "dollars", "Canadian dollars", "EUR", "€", "cents", "p"."""
    for length in range(min(LONGEST_WORD, len(words) - i), 0, -1):
        phrase = tuple(word.lower for word in words[i : i + length])
        if phrase in WORDS:
            return Unit(WORDS[phrase], "money", i, i + length, family=FAMILIES.get(" ".join(phrase), ""))
    return _sign_after(words, i) if i < len(words) else None


def _sign_after(words: list[Word], i: int) -> Unit | None:
    text, lower = words[i].text, words[i].lower
    if is_stroke(words, i):
        return Unit("KES", "money", i, i + 2, family="shilling")
    opens = _opens_amount(words, i)
    if (code := read_code(text)) and not (opens and words[i].end == words[i + 1].start):
        scale = SCALES.get(words[i + 1].lower, 1.0) if i + 1 < len(words) else 1.0
        return Unit(code[0], "money", i, i + 1 + (scale > 1.0), code[1] * scale)
    if text in SIGNS_AFTER and not opens:
        return Unit(SYMBOLS[text], _kind(SYMBOLS[text]), i, i + 1, family=SIGN_FAMILIES.get(text, ""))
    if lower in HUNDREDTHS and (lower != "p" or text == "p"):
        code_of = HUNDREDTHS[lower]
        return Unit(code_of, "money", i, i + 1, 0.01, family="dollar" if code_of == "USD" else "")
    return None


def is_stroke(words: list[Word], i: int) -> bool:
    """Tell "/-", which closes an amount of shillings: "4m/-", "10,000/-"."""
    return at(words, i) == "/" and at(words, i + 1) == "-" and words[i].end == words[i + 1].start


def _opens_amount(words: list[Word], i: int) -> bool:
    """Tell whether a sign stands before the next number: "40 $50 vouchers"."""
    return i + 1 < len(words) and words[i + 1].is_number
