"""Words beside a number → its unit and the kind of quantity it makes."""

from dataclasses import replace

from transforms.claims.money import money_after
from transforms.claims.number import at
from transforms.claims.unit import Unit
from transforms.claims.words import Word
from transforms.lexicon.calendar import FROM_NOW_AFTER
from transforms.lexicon.units import (
    DIMENSIONS,
    FEET_SIGNS,
    FORMS,
    INCH_SIGNS,
    LENGTHS,
    LETTERS,
    LONE_DEGREES,
    LONE_LETTERS,
    LONGEST,
    PER_NOUNS,
    SCALED_FORMS,
    SECOND_MEANINGS,
)

LONGEST_OF = 7  # words from "of" to the time of a rate
CLOSERS = {"(": ")", "[": "]", "{": "}", "<": ">"}
NEAR = 8  # words around that tell which of two units a short form is
PER = frozenset({"a", "an", "per", "/", "every"})
KINDS = {"percent": "percent", "duration": "duration", "multiple": "multiple", "index": "other", "crypto": "other"}


def unit_after(words: list[Word], i: int, *, has_digits: bool) -> Unit | None:
    """Return the unit that begins at word `i`, right after a number: "percent", "km", "- mile", "Canadian dollars".

    `has_digits`: the number is written in digits; short forms are units only then ("35 km", not "two m").
    """
    hyphenated = i < len(words) and words[i].text in {"-", "‐", "‑"} and i + 1 < len(words)
    start = i + 1 if hyphenated else i
    if at(words, i) in CLOSERS and (bracketed := _measure_after(words, i + 1, has_digits=has_digits)):
        is_closed = at(words, bracketed.end) == CLOSERS[at(words, i)]
        return replace(bracketed, first=i, end=bracketed.end + 1) if is_closed else None  # "20 (kg)"
    money, measure = money_after(words, start), _measure_after(words, start, has_digits=has_digits)
    unit = measure if measure and (money is None or measure.end > money.end) else money
    return replace(unit, first=i) if unit else None


def _measure_after(words: list[Word], i: int, *, has_digits: bool) -> Unit | None:
    for length in range(min(LONGEST, len(words) - i), 0, -1):
        if length > 1 and words[i + length - 1].text == "-":
            continue
        name = _form([word.text for word in words[i : i + length] if word.text != "-" or length == 1])
        if name is None or (
            length == 1 and words[i].text in LETTERS and not _letters_fit(words, i, has_digits=has_digits)
        ):
            continue
        name = _second_meaning(words, i) or name
        return Unit(name, KINDS.get(DIMENSIONS[name], "measure"), i, i + length)
    if sign := _length_sign(words, i):
        return Unit(sign, "measure", i, i + 1)
    scaled = SCALED_FORMS.get(words[i].lower) if has_digits and i < len(words) else None
    return Unit(scaled[0], "measure", i, i + 1, scaled[1]) if scaled else None


def _length_sign(words: list[Word], i: int) -> str | None:
    """Read the marks of feet and inches: 6'2", and 10" before a word of length."""
    text, after = at(words, i), at(words, i + 2)
    if text in FEET_SIGNS and after in INCH_SIGNS and words[i].end == words[i + 1].start and words[i + 1].is_number:
        return "foot"
    is_rest = at(words, i - 2) in FEET_SIGNS and words[i - 2].end == words[i - 1].start
    return "inch" if text in INCH_SIGNS and (is_rest or at(words, i + 1) in LENGTHS) else None


def _second_meaning(words: list[Word], i: int) -> str | None:
    """Return the rarer unit of a form that has two, if a word near says so: "winds of 40 kt"."""
    meaning = SECOND_MEANINGS.get(words[i].text)
    if meaning is None:
        return None
    near = {word.lower for word in words[max(0, i - NEAR) : i + NEAR]}
    return meaning[0] if near & meaning[1] else None


def _form(texts: list[str]) -> str | None:
    """Look a form up as written, then in lower case unless it is a short form; "cu. ft." as "cu ft"."""
    written = tuple(texts)
    if written in FORMS:
        return FORMS[written]
    lower = tuple(text.lower().rstrip(".") if len(texts) > 1 else text.lower() for text in texts)
    return FORMS.get(lower) if len(texts) > 1 or lower[0] not in LETTERS else None


def _letters_fit(words: list[Word], i: int, *, has_digits: bool) -> bool:
    """Tell whether a short form is a unit here: it touches its digits, or is no word or letter of another sense."""
    if not has_digits:
        return False
    text = words[i].text
    if (i > 0 and words[i - 1].end == words[i].start) or text in LONE_LETTERS:
        return True
    if text in LONE_DEGREES:
        return i + 1 >= len(words) or words[i + 1].token.pos_ not in {"NOUN", "PROPN", "ADJ", "NUM"}
    return len(text) > 1 and words[i].lower not in {"in", "in.", "mi", "mo", "bar", "pp", "rad"}


def with_rate(words: list[Word], unit: Unit) -> Unit:
    """Extend a unit by what it is per: "$5 a barrel", "miles per hour", "€6/kg", "$6 each", "90 yen to the dollar"."""
    j = _undashed(words, unit.end)
    j += at(words, j) in {"more", "less", "extra"} and at(words, j + 1) == "per"  # "50 cents more per barrel"
    if j >= len(words):
        return unit
    if unit.kind == "money" and (other := _exchanged(words, j)):
        return replace(unit, name=f"{unit.name} per {other.name}", kind="rate", end=other.end)
    if words[j].lower == "each" and unit.kind == "money":
        return replace(unit, kind="rate")
    if words[j].lower not in PER or (words[j].text == "/" and words[j].start != words[j - 1].end):
        return unit
    i = _undashed(words, j + 1)
    is_told_from_now = at(words, i + 1) in FROM_NOW_AFTER or (at(words, i + 1), at(words, i + 2)) == ("from", "now")
    if i >= len(words) or (is_told_from_now and words[j].lower != "per"):
        return unit  # "$6 a year earlier"
    below = _below(words, i, words[j].lower)
    return replace(unit, name=f"{unit.name} per {below[0]}", kind="rate", end=below[1]) if below else unit


def with_late_rate(words: list[Word], unit: Unit) -> Unit:
    """Name a unit by the time that what it is of parts from it: "40 gallons of fuel a day"; its words stay its own."""
    if at(words, unit.end) != "of" or unit.kind not in {"measure", "money"} or " per " in unit.name:
        return unit
    for i in range(unit.end + 1, min(unit.end + LONGEST_OF, len(words) - 1)):
        if words[i].lower in {"a", "per", "every", "each"} and DIMENSIONS.get(words[i + 1].lower) == "duration":
            later = words[i + 2].lower if i + 2 < len(words) else ""
            if words[i].lower == "a" and later in FROM_NOW_AFTER:
                return unit
            return replace(unit, name=f"{unit.name} per {words[i + 1].lower}", kind="rate")
        if words[i].token.pos_ not in {"NOUN", "PROPN", "ADJ", "CCONJ"}:
            return unit
    return unit


def _exchanged(words: list[Word], j: int) -> Unit | None:
    """Return the money that an exchange rate is per: "4 zlotys per euro", "90 yen to the dollar"."""
    if words[j].lower == "per":
        return money_after(words, j + 1)
    is_to = words[j].lower == "to" and j + 1 < len(words) and words[j + 1].lower in {"the", "one", "a"}
    return money_after(words, j + 2) if is_to else None


def _undashed(words: list[Word], i: int) -> int:
    """Step over a dash inside "a-year", "$70-a-share"; `i` itself if there is none."""
    return i + 1 if i + 1 < len(words) and words[i].text == "-" and words[i + 1].lower in PER else i


def _below(words: list[Word], i: int, link: str) -> tuple[str, int] | None:
    """Return what a rate is per, and the word after it."""
    i = i + 1 if words[i].text == "-" and i + 1 < len(words) else i
    below = _measure_after(words, i, has_digits=link in {"/", "per"})
    is_article = link in {"a", "an", "every"}
    if below and (not is_article or words[i].token.tag_ in {"NN", "NNP", ""}):
        return None if DIMENSIONS[below.name] in {"percent", "multiple"} else (below.name, below.end)
    noun = PER_NOUNS.get(words[i].lower)
    if noun or (link == "per" and words[i].token.pos_ == "NOUN"):
        return noun or words[i].token.lemma_, i + 1
    return None
