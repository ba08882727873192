"""Numbers that are part of a name, a label, an address or an identifier."""

from transforms.claims.around import core_text, counts, is_bare, is_plural
from transforms.claims.number import DASHES, at
from transforms.claims.quantities import Quantity
from transforms.claims.words import Word
from transforms.lexicon.calendar import WEEKDAYS
from transforms.lexicon.labels import (
    AIRCRAFT,
    AIRCRAFT_NOUNS,
    CODES_AFTER,
    LABELS,
    NUMBERED_INDEXES,
    STREETS,
    WORDLIKE_LABELS,
)

STATED = frozenset({"to", "from", "by", "at", "of", "is", "was", "are", "were", "about", "around"})
_IDENTIFIER = 5  # digits in a row without grouping, next to nothing that they count


def is_label(words: list[Word], quantity: Quantity) -> bool:
    """Tell the number of a thing: "Article 4", "No. 2", "flight 370", "#5"."""
    if not is_bare(quantity):
        return _is_grade(words, quantity)
    first = _first_of_list(words, quantity)
    before = words[first - 1] if first else None
    after = words[quantity.core_end].text if quantity.core_end < len(words) else ""
    if quantity.form == "digits" and (after in CODES_AFTER or _is_index(words, quantity.core)):
        return True
    return before is not None and _labels(words, quantity, before)


def _labels(words: list[Word], quantity: Quantity, before: Word) -> bool:
    """Tell whether the word before a number, or before the list that it ends, makes it a name."""
    if before.text[0].isupper() and before.lower.endswith("s") and before.lower.removesuffix("s") in LABELS:
        return not counts(words, quantity)  # "Sections 21, 24 and 26 of the bill"
    if before.lower not in LABELS:
        return False
    if before.lower in WORDLIKE_LABELS:
        if (before.lower == "number" and quantity.is_one) or (before.text == "No" and quantity.form == "digits"):
            return True  # "the number one issue", "the No 26 seed"
        is_labelled = quantity.form == "digits" or before.lower in {"number", "top", "bottom"}
        return is_labelled and not counts(words, quantity)
    return not (counts(words, quantity) and before.lower.endswith("s"))


def _is_grade(words: list[Word], quantity: Quantity) -> bool:
    """Tell a grade of a scale, which is no share: "a Level 3 out of 5 risk"."""
    is_of_scale = quantity.form == "fraction" and words[quantity.core].is_number
    return is_of_scale and at(words, quantity.core - 1) in LABELS - WORDLIKE_LABELS


def _first_of_list(words: list[Word], quantity: Quantity) -> int:
    """Return the place of the first number of a list that ends with this one: "Sections 21, 24, and 26"."""
    first = j = quantity.core
    while j > 1 and words[j - 1].lower in {",", "and", "or", "to", "-", "–"}:
        j -= 1
        if words[j - 1].is_number:
            first = j = j - 1
    return first


def _is_index(words: list[Word], i: int) -> bool:
    """Tell whether the name of a stock index ends before word `i`: "S&P 500", "FTSE-100", "Nasdaq 100 futures"."""
    j = i - 2 if i and words[i - 1].text == "-" else i - 1
    return i > 0 and j >= 0 and words[j].lower in NUMBERED_INDEXES


def is_name(words: list[Word], quantity: Quantity) -> bool:
    """Tell a number inside a name: "S-400", "COVID-19", "Boeing 787", "Fab Four"."""
    first, end = quantity.core, quantity.core_end
    if quantity.kind == "measure" and quantity.form == "digits":
        return _is_dashed_to_capitals(words, first)
    if quantity.unit != "count" or quantity.form == "fraction":
        return False
    if first and words[first - 1].text in DASHES and words[first - 1].end == words[first].start and first > 1:
        before = words[first - 2]
        return before.end == words[first - 1].start and before.text[-1].isalpha()
    if (
        end < len(words)
        and words[end].text in DASHES
        and words[end].start == words[end - 1].end
        and end + 1 < len(words)
    ):
        after = words[end + 1]
        return after.text[0].isupper() and after.token.pos_ == "PROPN" and len(after.text) <= 3  # noqa: PLR2004
    return _follows_name(words, quantity) or _is_capital_word(words, quantity) or _is_aircraft(words, quantity)


def _is_aircraft(words: list[Word], quantity: Quantity) -> bool:
    """Tell the number of an aircraft without its maker: "787 Dreamliner", "two 737 Max jets"."""
    after = words[quantity.core_end] if quantity.core_end < len(words) else None
    if after is None or core_text(words, quantity) not in AIRCRAFT:
        return False
    return after.lower in AIRCRAFT_NOUNS or (after.text[0].isupper() and after.token.tag_ != "NNS")


def _is_dashed_to_capitals(words: list[Word], first: int) -> bool:
    """Tell whether capitals and a dash touch a number: "K-173C" is no temperature."""
    if first < 2 or words[first - 1].text not in DASHES or words[first - 1].end != words[first].start:  # noqa: PLR2004
        return False
    return words[first - 2].end == words[first - 1].start and words[first - 2].text.isupper()


def _follows_name(words: list[Word], quantity: Quantity) -> bool:
    before = words[quantity.core - 1] if quantity.core else None
    if before is None or quantity.form != "digits" or before.token.pos_ != "PROPN" or before.lower in WEEKDAYS:
        return False
    token = quantity.number
    if quantity.qualifier != "exact" or is_plural(words, quantity.core_end):
        return False
    return token.dep_ in {"nummod", "flat", "nmod:desc", "nmod:unmarked", "nmod", "compound", "appos"} and (
        token.head.i < token.i or not is_plural(words, quantity.core_end)
    )


def _is_capital_word(words: list[Word], quantity: Quantity) -> bool:
    """Tell a number word with a capital in the middle of a sentence: "the Big Three", "Seven Network"."""
    word = words[quantity.core]
    if (
        word.text[0].isupper()
        and _is_name_word(words, quantity.core_end)
        and not words[quantity.core].token.is_sent_start
    ):
        return True
    if quantity.is_one and word.text == "One" and _is_name_word(words, quantity.core_end):
        return True
    if quantity.form != "words" or not word.text[0].isupper() or quantity.core == 0:
        return False
    token = word.token
    before = words[quantity.core - 1]
    is_inside = not token.is_sent_start
    return is_inside and before.text[0].isupper() and before.token.pos_ == "PROPN" and before.text not in {"“", '"'}


def _is_name_word(words: list[Word], i: int) -> bool:
    return i < len(words) and words[i].token.pos_ == "PROPN" and words[i].text[0].isupper()


def is_address(words: list[Word], quantity: Quantity) -> bool:
    """Tell a house number before a street: "123 Main Street"."""
    after = words[quantity.core_end : quantity.core_end + 4]
    if quantity.form != "digits" or not after or not after[0].text[0].isupper() or quantity.unit != "count":
        return False
    return any(word.lower in STREETS and word.text[0].isupper() for word in after[1:])


def is_identifier(words: list[Word], quantity: Quantity) -> bool:
    """Tell long digits that count nothing, numbers chained with dashes or dots, "24/7"."""
    if not is_bare(quantity):
        return False
    text = core_text(words, quantity)
    if _is_glued(words, quantity):
        return True
    return (
        quantity.form == "digits"
        and text.isdigit()
        and len(text) >= _IDENTIFIER
        and (text.startswith("0") or not counts(words, quantity))
        and at(words, quantity.core - 1) not in STATED
        and at(words, quantity.core_end) not in {"who", "whose", "of"}
    )


def _is_glued(words: list[Word], quantity: Quantity) -> bool:
    """Tell whether letters go on right after a number, or a name's dot is before it: "49ers", "24703L202", "ID.3"."""
    first = quantity.core
    if first > 1 and words[first - 1].text == "." and words[first - 1].end == words[first].start:
        return words[first - 2].end == words[first - 1].start and words[first - 2].text[-1].isalpha()
    after = words[quantity.core_end] if quantity.core_end < len(words) else None
    if after is None or after.start != words[quantity.core_end - 1].end:
        return False
    return quantity.form == "digits" and after.text[0].isalpha()
