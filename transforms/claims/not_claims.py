"""Quantities that state nothing about the world: dates, clock times, scores, names, labels, time told from now."""

import re
from collections.abc import Callable
from typing import NamedTuple

from transforms.claims.digits import parse_ratio
from transforms.claims.quantities import DASHES, Quantity
from transforms.claims.words import Word
from transforms.lexicon.calendar import (
    CLOCK,
    FROM_NOW_AFTER,
    FROM_NOW_BEFORE,
    FROM_NOW_PREPOSITIONS,
    MONTHS,
    WEEKDAYS,
    YEAR_BEFORE,
)
from transforms.lexicon.labels import (
    AIRCRAFT,
    AIRCRAFT_NOUNS,
    CODES_AFTER,
    LABELS,
    NUMBERED_INDEXES,
    PEOPLE,
    STREETS,
    WORDLIKE_LABELS,
)
from transforms.lexicon.numerals import PARTED_UNITS

_YEAR = re.compile(r"1[5-9]\d\d|20\d\d|21\d\d")
_LAST_NEAR_YEAR = 2049  # later ones are years only after a preposition, before no noun
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d(?::\d\d)?")
_SCORE_WORDS = frozenset({"win", "beat", "lose", "lead", "draw", "defeat", "victory", "loss", "tie"})
BRIEF = frozenset({"second", "minute", "hour"})
_MOST_DAYS = 31
_IDENTIFIER = 5  # digits in a row without grouping, next to nothing that they count


class Exclusion(NamedTuple):
    """A reason why a quantity is no claim, by name."""

    name: str
    holds: Callable[[list[Word], Quantity], bool]


def reason_against(words: list[Word], quantity: Quantity) -> str | None:
    """Return the name of the first exclusion that holds for a quantity, or None: it may be a claim."""
    return next((one.name for one in EXCLUSIONS if one.holds(words, quantity)), None)


def _at(words: list[Word], i: int) -> str:
    return words[i].lower if 0 <= i < len(words) else ""


def _is_bare(quantity: Quantity) -> bool:
    return quantity.unit == "count" and quantity.form in {"digits", "words"}


def _text(words: list[Word], quantity: Quantity) -> str:
    return words[quantity.core].text


def is_year(words: list[Word], quantity: Quantity) -> bool:
    """Tell four digits that are a year: after a preposition of time or a comma, or before no counted noun."""
    if quantity.unit != "count" or quantity.kind == "age" or not _YEAR.fullmatch(words[quantity.core_end - 1].text):
        return False
    value = quantity.high or quantity.low or 0
    if value > _LAST_NEAR_YEAR:
        return _at(words, quantity.core - 1) in {"by", "in", "until", "to", "after"} and not _counts(words, quantity)
    is_qualified = quantity.core != quantity.first and _at(words, quantity.first) not in {
        "over",
        "until",
        "up",
        "around",
    }
    if is_qualified and _is_plural(words, quantity.core_end):
        return False
    before, after = (
        _at(words, quantity.core - 1),
        words[quantity.core_end].token if quantity.core_end < len(words) else None,
    )
    counts = after is not None and after.tag_ == "NNS" and (value < 1900 or after.lower_ in PEOPLE)  # noqa: PLR2004
    return not counts or (before in YEAR_BEFORE and before not in {"for", "of", "and", "the", "to"}) or before in MONTHS


def is_date(words: list[Word], quantity: Quantity) -> bool:
    """Tell a date: a day beside the name of a month, or digits parted as a date."""
    if "/" in _text(words, quantity) and quantity.unit == "count":
        return not (parse_ratio(_text(words, quantity)) and _at(words, quantity.core_end) in PARTED_UNITS)
    if not _is_bare(quantity):
        return False
    high = quantity.high or quantity.low or 0
    if high > _MOST_DAYS:
        return False
    before = words[quantity.core - 1] if quantity.core else None
    if before is not None and _is_month(words, quantity.core - 1, before.text):
        return True
    if _at(words, quantity.core - 1) in {"and", "to", ",", "-", "–"} and _at(words, quantity.core - 3) in MONTHS:
        return words[quantity.core - 2].is_number
    follows = quantity.core_end + (_at(words, quantity.core_end) == "of")
    return follows < len(words) and _is_month(words, follows, _at(words, quantity.core - 1))


def _is_month(words: list[Word], i: int, before: str) -> bool:
    """Tell the name of a month; one that is a verb, too, needs its capital, or "on" before the date."""
    if words[i].lower not in MONTHS:
        return False
    is_word = words[i].lower in {"may", "march", "sep", "mar"}
    return not is_word or words[i].text[0].isupper() or "on" in {before.lower, _at(words, i - 1)}


def is_clock_time(words: list[Word], quantity: Quantity) -> bool:
    """Tell a time of day: "7:30", "5 pm", "at 1142 GMT"."""
    after, text = _at(words, quantity.core_end), _text(words, quantity)
    return _is_bare(quantity) and (after in CLOCK or (":" in text and bool(_CLOCK.fullmatch(text))))


def is_score(words: list[Word], quantity: Quantity) -> bool:
    """Tell two numbers with a dash that do not rise, or beside a word of winning: "3-1", "beat them 2-0"."""
    if not _is_bare(quantity):
        return False
    if quantity.qualifier == "between":
        near = words[max(0, quantity.first - 4) : quantity.first]
        is_dashed = any(word.text in DASHES for word in words[quantity.core : quantity.core_end])
        return is_dashed and (any(word.token.lemma_ in _SCORE_WORDS for word in near) or not _counts(words, quantity))
    return _is_dashed_to_number(words, quantity.core - 1, -1) or _is_dashed_to_number(words, quantity.core_end, 1)


def _is_dashed_to_number(words: list[Word], i: int, step: int) -> bool:
    if not (0 <= i < len(words) and 0 <= i + step < len(words)):
        return False
    return words[i].text in DASHES and words[i + step].is_number


def _counts(words: list[Word], quantity: Quantity) -> bool:
    """Tell whether a noun in the plural, or an adjective before one, follows."""
    if quantity.core_end >= len(words):
        return False
    return words[quantity.core_end].token.pos_ in {"NOUN", "ADJ"}


def is_label(words: list[Word], quantity: Quantity) -> bool:
    """Tell the number of a thing: "Article 4", "No. 2", "flight 370", "#5"."""
    if not _is_bare(quantity):
        return False
    before = words[quantity.core - 1] if quantity.core else None
    if (
        before is not None
        and before.lower in {"and", "or", ","}
        and quantity.core > 2  # noqa: PLR2004
        and words[quantity.core - 2].is_number
    ):
        before = words[quantity.core - 3]
    after = words[quantity.core_end].text if quantity.core_end < len(words) else ""
    if quantity.form == "digits" and (after in CODES_AFTER or _is_index(words, quantity.core)):
        return True
    if before is None or before.lower not in LABELS:
        return False
    if before.lower in WORDLIKE_LABELS:
        is_labelled = quantity.form == "digits" or before.lower in {"number", "top", "bottom"}
        return is_labelled and not _counts(words, quantity)
    return not (_counts(words, quantity) and before.lower.endswith("s"))


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
    if after is None or _text(words, quantity) not in AIRCRAFT:
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
    if quantity.qualifier != "exact" or _is_plural(words, quantity.core_end):
        return False
    return token.dep_ in {"nummod", "flat", "nmod:desc", "nmod:unmarked", "nmod", "compound", "appos"} and (
        token.head.i < token.i or not _is_plural(words, quantity.core_end)
    )


def _is_plural(words: list[Word], i: int) -> bool:
    return i < len(words) and words[i].token.tag_ in {"NNS", "NNPS", "JJ"}


def _is_capital_word(words: list[Word], quantity: Quantity) -> bool:
    """Tell a number word with a capital in the middle of a sentence: "the Big Three", "Seven Network"."""
    word = words[quantity.core]
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


def is_time_from_now(words: list[Word], quantity: Quantity) -> bool:
    """Tell time told from now, not how long something lasts: "eight years ago", "the past three weeks"."""
    if quantity.kind != "duration" or _is_time_taken(words, quantity):
        return False
    before, after = _at(words, quantity.first - 1), _at(words, quantity.core_end)
    if after in FROM_NOW_AFTER or (after == "from" and _at(words, quantity.core_end + 1) == "now"):
        return after not in {"before", "after", "since", "early", "back"} or _at(words, quantity.core_end + 1) != ","
    if before in FROM_NOW_BEFORE or _at(words, quantity.core - 1) in FROM_NOW_BEFORE:
        return True
    is_over = _at(words, quantity.first) == "over" and quantity.first != quantity.core
    if is_over and before not in {"for", "of", "to", "a", "is", "was"}:
        return True
    unhyphenated = words[quantity.core_end - 2].text not in DASHES if quantity.core_end > 1 else True
    return before in FROM_NOW_PREPOSITIONS and unhyphenated


def _is_time_taken(words: list[Word], quantity: Quantity) -> bool:
    """Tell how long something took, and terms: "in less than an hour", "within 28 days of receiving them"."""
    before, after = _at(words, quantity.first - 1), _at(words, quantity.core_end)
    if after in FROM_NOW_AFTER:
        return False
    if _at(words, quantity.core - 1) == "within":
        return after == "of" or quantity.unit in BRIEF
    return before == "in" and quantity.unit in BRIEF


def is_rhetorical_one(words: list[Word], quantity: Quantity) -> bool:
    """Tell the word "one" as a pronoun or part: "one of the", "one another", "this one", "one day"."""
    if (
        not quantity.is_one
        or words[quantity.core].lower != "one"
        or (quantity.core_end - quantity.core > 1 and quantity.unit == "count")
    ):
        return False
    if quantity.unit != "count":
        return (
            quantity.unit in {"day", "times"} and quantity.qualifier == "exact" and _at(words, quantity.core_end) != "-"
        )
    after, before = _at(words, quantity.core_end), _at(words, quantity.core - 1)
    if after in {
        "of",
        "another",
        "thing",
        "way",
        "such",
        "who",
        "that",
        "reason",
        "side",
        "hand",
        "point",
        "would",
        "can",
    }:
        return True
    if before in {
        "no",
        "this",
        "that",
        "any",
        "every",
        "which",
        "each",
        "another",
        "the",
        "last",
        "next",
        "new",
        "first",
    }:
        return True
    token = quantity.number
    return token.pos_ in {"PRON", "NOUN"} or (after in {",", ".", "’s", "'s", "is", "was"} and token.dep_ != "nummod")


def is_list_mark(words: list[Word], quantity: Quantity) -> bool:
    """Tell the mark of a list, a footnote or a time stamp: "1." at the start of a line, "[3]"."""
    if quantity.form != "digits" or quantity.unit != "count":
        return False
    before, after = _at(words, quantity.core - 1), _at(words, quantity.core_end)
    if before == "[" and after == "]":
        return True
    token = words[quantity.core].token
    starts = token.i == 0 or (token.nbor(-1).is_space and "\n" in token.nbor(-1).text)
    return starts and after in {".", ")", ":"}


def is_identifier(words: list[Word], quantity: Quantity) -> bool:
    """Tell long digits that count nothing, numbers chained with dashes or dots, "24/7"."""
    if not _is_bare(quantity):
        return False
    text = _text(words, quantity)
    if _is_glued(words, quantity):
        return True
    return (
        quantity.form == "digits"
        and text.isdigit()
        and len(text) >= _IDENTIFIER
        and (text.startswith("0") or not _counts(words, quantity))
        and _at(words, quantity.core - 1) not in {"to", "from", "by", "at", "of"}
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


EXCLUSIONS = (
    Exclusion("time_from_now", is_time_from_now),
    Exclusion("year", is_year),
    Exclusion("date", is_date),
    Exclusion("clock_time", is_clock_time),
    Exclusion("score", is_score),
    Exclusion("label", is_label),
    Exclusion("name", is_name),
    Exclusion("address", is_address),
    Exclusion("rhetorical_one", is_rhetorical_one),
    Exclusion("list_mark", is_list_mark),
    Exclusion("identifier", is_identifier),
)
