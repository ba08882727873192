"""Words beside a number → its unit and the kind of quantity it makes."""

from dataclasses import dataclass, replace

from transforms.claims.words import Word
from transforms.lexicon.calendar import FROM_NOW_AFTER
from transforms.lexicon.currencies import CODE_ALIASES, CODES, HUNDREDTHS, LONGEST_WORD, SYMBOLS
from transforms.lexicon.currencies import WORDS as MONEY_WORDS
from transforms.lexicon.units import DIMENSIONS, FORMS, LETTERS, LONGEST, PER_NOUNS

KINDS = {"percent": "percent", "duration": "duration", "multiple": "multiple", "index": "other"}


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit in words `first` up to `end`; `factor` turns the number into the named unit (0.01 for cents)."""

    name: str
    kind: str
    first: int
    end: int
    factor: float = 1.0
    is_bare: bool = False  # a sign or word that many currencies share


def money_before(words: list[Word], i: int) -> Unit | None:
    """Return the currency whose sign or code ends right before word `i`: "$", "US$", "USD", "Rs ."."""
    j = i - 1
    if j >= 1 and words[j].text == "." and words[j - 1].text == "Rs":
        return Unit("INR", "money", j - 1, i)
    if j < 0:
        return None
    text = words[j].text
    if text in SYMBOLS:
        return _with_country(words, Unit(SYMBOLS[text], "money", j, i, is_bare=text == "$"))
    if text in CODES:
        return Unit(CODE_ALIASES.get(text, text), "money", j, i)
    return None


def _with_country(words: list[Word], unit: Unit) -> Unit:
    """Read what names the country before a bare sign: "US $ 5", "C $ 5"."""
    before = words[unit.first - 1].text if unit.first else ""
    together = SYMBOLS.get(f"{before.replace('.', '').upper()}{words[unit.first].text}")
    if together and before and words[unit.first].text == "$":
        return replace(unit, name=together, first=unit.first - 1, is_bare=False)
    return unit


def unit_after(words: list[Word], i: int, *, has_digits: bool) -> Unit | None:
    """Return the unit that begins at word `i`, right after a number: "percent", "km", "- mile", "Canadian dollars".

    `has_digits`: the number is written in digits; short forms are units only then ("35 km", not "two m").
    """
    hyphenated = i < len(words) and words[i].text in {"-", "‐", "‑"} and i + 1 < len(words)
    start = i + 1 if hyphenated else i
    money, measure = _money_after(words, start), _measure_after(words, start, has_digits=has_digits)
    unit = measure if measure and (money is None or measure.end > money.end) else money
    return replace(unit, first=i) if unit else None


def _money_after(words: list[Word], i: int) -> Unit | None:
    for length in range(min(LONGEST_WORD, len(words) - i), 0, -1):
        phrase = tuple(word.lower for word in words[i : i + length])
        if phrase in MONEY_WORDS:
            is_bare = phrase[-1] in {"dollar", "dollars"} and length == 1
            return Unit(MONEY_WORDS[phrase], "money", i, i + length, is_bare=is_bare)
    if i >= len(words):
        return None
    if words[i].text in CODES:
        return Unit(CODE_ALIASES.get(words[i].text, words[i].text), "money", i, i + 1)
    if words[i].text in {"€", "£"}:
        return Unit(SYMBOLS[words[i].text], "money", i, i + 1)
    if words[i].lower in HUNDREDTHS:
        return Unit(HUNDREDTHS[words[i].lower], "money", i, i + 1, 0.01, is_bare=HUNDREDTHS[words[i].lower] == "USD")
    return None


def _measure_after(words: list[Word], i: int, *, has_digits: bool) -> Unit | None:
    for length in range(min(LONGEST, len(words) - i), 0, -1):
        name = _form([word.text for word in words[i : i + length] if word.text != "-" or length == 1])
        if name is None or (
            length == 1 and words[i].text in LETTERS and not _letters_fit(words, i, has_digits=has_digits)
        ):
            continue
        dimension = DIMENSIONS[name]
        return Unit(name, KINDS.get(dimension, "measure"), i, i + length)
    return None


def _form(texts: list[str]) -> str | None:
    """Look a form up as written, then in lower case unless it is a short form."""
    written = tuple(texts)
    if written in FORMS:
        return FORMS[written]
    lower = tuple(text.lower() for text in texts)
    return FORMS.get(lower) if len(texts) > 1 or lower[0] not in LETTERS else None


def _letters_fit(words: list[Word], i: int, *, has_digits: bool) -> bool:
    """Tell whether a short form is a unit here: it stands by digits, and a single letter touches them."""
    if not has_digits:
        return False
    touches = i > 0 and words[i - 1].end == words[i].start
    return touches or (len(words[i].text) > 1 and words[i].lower not in {"in", "in.", "mi", "mo", "bar", "pp"})


def with_rate(words: list[Word], unit: Unit) -> Unit:  # noqa: PLR0911 (one return a reading)
    """Extend a unit by what it is per: "$5 a barrel", "miles per hour", "€6/kg", "$6 each"."""
    j = unit.end
    if j >= len(words):
        return unit
    if words[j].lower == "each" and unit.kind == "money":
        return replace(unit, kind="rate")
    if words[j].lower not in {"a", "an", "per", "/", "every"} or j + 1 >= len(words):
        return unit
    if words[j].text == "/" and words[j].start != words[j - 1].end:
        return unit
    if j + 2 < len(words) and words[j + 2].lower in FROM_NOW_AFTER | {"from"}:
        return unit  # "$6 a year earlier"
    below = _measure_after(words, j + 1, has_digits=words[j].text in {"/", "per"})
    if below and (words[j].lower not in {"a", "an", "every"} or words[j + 1].token.tag_ in {"NN", "NNP"}):
        if DIMENSIONS[below.name] in {"percent", "multiple"}:
            return unit
        return replace(unit, name=f"{unit.name} per {below.name}", kind="rate", end=below.end)
    noun = PER_NOUNS.get(words[j + 1].lower)
    if noun or (words[j].lower == "per" and words[j + 1].token.pos_ == "NOUN"):
        name = noun or words[j + 1].token.lemma_
        return replace(unit, name=f"{unit.name} per {name}", kind="rate", end=j + 2)
    return unit
