"""Dates, years, clock times and time told from now: quantities that say when, not how much."""

import re

from transforms.claims.around import core_text, counts, is_bare, is_plural
from transforms.claims.digits import parse_ratio
from transforms.claims.number import DASHES, at
from transforms.claims.quantities import Quantity
from transforms.claims.words import Word
from transforms.lexicon.calendar import (
    CLOCK,
    ERAS,
    FROM_NOW_AFTER,
    FROM_NOW_BEFORE,
    FROM_NOW_PREPOSITIONS,
    MONTHS,
    YEAR_BEFORE,
)
from transforms.lexicon.concepts import CONTAINERS, LEVELS, VALUES
from transforms.lexicon.labels import PEOPLE
from transforms.lexicon.numerals import PARTED_UNITS

_YEAR = re.compile(r"1[5-9]\d\d|20\d\d|21\d\d")
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d(?::\d\d)?")
_FIRST = 1500
_LAST_NEAR_YEAR = 2049  # later ones are years only after a preposition, before no noun
_LEVELS = frozenset({"level", "levels", "prices", "figures", "terms"})  # "below 2005 levels"
_EARLY = 1900  # the same digits before a plural are seldom a year below it
_MOST_DAYS = 31
BRIEF = frozenset({"second", "minute", "hour"})


def is_year(words: list[Word], quantity: Quantity) -> bool:
    """Tell four digits that are a year: after a preposition of time or a comma, or before no counted noun."""
    if quantity.unit != "count" or quantity.kind == "age" or _is_counted_to(quantity):
        return False
    if at(words, quantity.core_end) in ERAS and words[quantity.core_end].text.isupper():
        return True  # "500 BC"
    return bool(_YEAR.fullmatch(words[quantity.core_end - 1].text)) and _is_told_as_year(words, quantity)


def _is_counted_to(quantity: Quantity) -> bool:
    """Tell a range that begins below all years: "from 1,000 to 2000 workers"."""
    return quantity.qualifier == "between" and (quantity.low or 0) < _FIRST


def _is_told_as_year(words: list[Word], quantity: Quantity) -> bool:
    value = quantity.high or quantity.low or 0
    if at(words, quantity.core_end) in _LEVELS:
        return True
    if at(words, quantity.core - 1) == "of" and at(words, quantity.core - 2) in LEVELS | VALUES | CONTAINERS:
        return False  # "by an average of 1500"
    if value > _LAST_NEAR_YEAR:
        return at(words, quantity.core - 1) in {"by", "in", "until", "to", "after"} and not counts(words, quantity)
    is_qualified = quantity.core != quantity.first and at(words, quantity.first) not in {
        "over",
        "until",
        "up",
        "around",
    }
    if is_qualified and is_plural(words, quantity.core_end):
        return False
    before = at(words, quantity.core - 1)
    after = words[quantity.core_end].token if quantity.core_end < len(words) else None
    is_counting = after is not None and after.tag_ == "NNS" and (value < _EARLY or after.lower_ in PEOPLE)
    return (
        not is_counting
        or (before in YEAR_BEFORE and before not in {"for", "of", "and", "the", "to"})
        or before in MONTHS
    )


def is_date(words: list[Word], quantity: Quantity) -> bool:
    """Tell a date: a day beside the name of a month, or digits parted as a date."""
    if "/" in core_text(words, quantity) and quantity.unit == "count":
        return not (parse_ratio(core_text(words, quantity)) and at(words, quantity.core_end) in PARTED_UNITS)
    if not is_bare(quantity):
        return False
    high = quantity.high or quantity.low or 0
    if high > _MOST_DAYS:
        return False
    core = range(quantity.core, quantity.core_end)
    digits = next((i for i in core if words[i].is_number), quantity.core)  # "from Sept. 19 to 22"
    if digits and _is_month(words, digits - 1, at(words, digits - 2)):
        return True
    if at(words, quantity.core - 1) in {"and", "to", ",", "-", "–"} and at(words, quantity.core - 3) in MONTHS:
        return words[quantity.core - 2].is_number
    follows = quantity.core_end + (at(words, quantity.core_end) == "of")
    return follows < len(words) and _is_month(words, follows, at(words, quantity.core - 1))


def _is_month(words: list[Word], i: int, before: str) -> bool:
    """Tell the name of a month; one that is a verb, too, needs its capital, or "on" as the word `before` the date."""
    if words[i].lower not in MONTHS:
        return False
    is_word = words[i].lower in {"may", "march", "sep", "mar"}
    return not is_word or words[i].text[0].isupper() or "on" in {before, at(words, i - 1)}


def is_clock_time(words: list[Word], quantity: Quantity) -> bool:
    """Tell a time of day: "7:30", "5 pm", "at 1142 GMT", "at 18hrs"."""
    after, text = at(words, quantity.core_end), core_text(words, quantity)
    if quantity.unit == "hour" and at(words, quantity.core_end - 1) == "hrs":
        return at(words, quantity.first - 1) in {"at", "by", "beyond", "until", "till"}
    return is_bare(quantity) and (after in CLOCK or (":" in text and bool(_CLOCK.fullmatch(text))))


def is_time_from_now(words: list[Word], quantity: Quantity) -> bool:
    """Tell time told from now, not how long something lasts: "eight years ago", "the past three weeks"."""
    if quantity.kind != "duration" or _is_time_taken(words, quantity):
        return False
    before, after = at(words, quantity.first - 1), at(words, quantity.core_end)
    if before == "for" and after in {"until", "before", "after", "since"}:
        return False  # "ruled for 16 years until he was overthrown"
    if after in FROM_NOW_AFTER or (after, at(words, quantity.core_end + 1)) in {("from", "now"), ("to", "go")}:
        return after not in {"before", "after", "since", "early", "back"} or at(words, quantity.core_end + 1) != ","
    if before in FROM_NOW_BEFORE or at(words, quantity.core - 1) in FROM_NOW_BEFORE:
        return True
    unhyphenated = words[quantity.core_end - 2].text not in DASHES if quantity.core_end > 1 else True
    return before in FROM_NOW_PREPOSITIONS and unhyphenated


def _is_time_taken(words: list[Word], quantity: Quantity) -> bool:
    """Tell how long something took, and terms: "in less than an hour", "within 28 days of receiving them"."""
    before, after = at(words, quantity.first - 1), at(words, quantity.core_end)
    if after in FROM_NOW_AFTER:
        return False
    if at(words, quantity.core - 1) == "within":
        return after == "of" or quantity.unit in BRIEF
    return before == "in" and quantity.unit in BRIEF
