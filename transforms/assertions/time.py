"""Time expressions → periods: which days a clause tells of, counted from the day of publication.

The words are read by dateparser (BSD-3), which never sees the clock: its base is the publication date.
"""

import calendar
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from dateparser.date import DateDataParser
from spacy.tokens import Doc, Span, Token

from schemas.claim import Period
from transforms.lexicon.calendar import MONTHS, WEEKDAYS
from transforms.lexicon.times import DEICTIC, NUMBERED_QUARTERS, POINTING, UNITS, YEAR_PREPOSITIONS

STARTERS = frozenset({*DEICTIC, *WEEKDAYS, *MONTHS, *POINTING, *NUMBERED_QUARTERS})
FURTHEST = 16  # arcs climbed to the verb of a clause
_YEAR = re.compile(r"1[6-9]\d\d|20\d\d")
_DAY = re.compile(r"([12]?\d|3[01])(?:st|nd|rd|th)?")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_QUARTER_MONTHS = 3
_DECEMBER = 12


@dataclass(frozen=True, slots=True)
class Times:
    """The time expressions of one document, by the token that each hangs on."""

    by_head: Mapping[int, tuple[Span, ...]]


def find_times(doc: Doc) -> Times:
    """Find every time expression of `doc`, once for all questions about it; none in a text without a parse."""
    found: dict[int, tuple[Span, ...]] = {}
    if doc.has_annotation("DEP"):
        for span in _expressions(doc):
            head = span.root.head.i
            found[head] = (*found.get(head, ()), span)
    return Times(found)


def find_period(token: Token, times: Times, published_on: date | None, *, is_ahead: bool = False) -> Period | None:
    """Return the period that the clause of `token` names, or null.

    Looks at what hangs on the token, then on the words above it up to its verb; the time of a report ("said on
    Monday") is not that of what is reported. `is_ahead` reads a bare weekday or month as the next one. Without
    `published_on` only dates that name their year are read.
    """
    for head in _upwards(token):
        for span in times.by_head.get(head.i, ()):
            period = period_of(span.text, published_on, is_ahead=is_ahead)
            if period is not None:
                return period
    return None


def _upwards(token: Token) -> Iterator[Token]:
    for _ in range(FURTHEST):
        yield token
        is_clause = token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"amod", "compound", "xcomp", "aux", "cop"}
        if token.head == token or is_clause:
            return
        token = token.head


# --- finding ----------------------------------------------------------------------------------------------------------


def _expressions(doc: Doc) -> Iterator[Span]:
    position = 0
    while position < len(doc):
        lower = doc[position].lower_
        starts = lower in STARTERS or lower[:1].isdigit()
        end = _end(doc, position) if starts else _ago(doc, position)
        if end:
            yield doc[position:end]
        position = end or position + 1


def _end(doc: Doc, start: int) -> int | None:
    """Return where the time expression that begins at `start` ends."""
    lower = doc[start].lower_
    following = doc[start + 1].lower_ if start + 1 < len(doc) else ""
    is_weekday = lower in WEEKDAYS and doc[start].text[:1].isupper()
    if is_weekday or lower in DEICTIC or _DATE.fullmatch(lower):
        return start + 1
    if _is_month(doc[start]):
        return _after_month(doc, start + 1)
    if _DAY.fullmatch(lower) and following and _is_month(doc[start + 1]):
        return _after_year(doc, start + 2)
    if lower in POINTING and (following in UNITS or following in WEEKDAYS or following in MONTHS):
        return start + 2
    if lower in NUMBERED_QUARTERS and following == "quarter":
        of = start + 2 + (start + 2 < len(doc) and doc[start + 2].lower_ == "of")
        return _after_year(doc, of) if _after_year(doc, of) > of else start + 2
    before = doc[start - 1].lower_ if start else ""
    return start + 1 if _YEAR.fullmatch(lower) and before in YEAR_PREPOSITIONS else _ago(doc, start)


def _is_month(token: Token) -> bool:
    """Tell the months from "may" and "march"."""
    return token.lower_ in MONTHS and token.text[:1].isupper() and token.pos_ != "AUX"


def _after_month(doc: Doc, position: int) -> int:
    if position < len(doc) and _DAY.fullmatch(doc[position].lower_):
        position += 1
    return _after_year(doc, position)


def _after_year(doc: Doc, position: int) -> int:
    """Step over a year, with or without the comma before it."""
    comma = position < len(doc) and doc[position].text == ","
    at = position + comma
    return at + 1 if at < len(doc) and _YEAR.fullmatch(doc[at].text) else position


def _ago(doc: Doc, start: int) -> int | None:
    """Read "three weeks ago", "a year ago"."""
    is_ago = start + 2 < len(doc) and doc[start + 2].lower_ == "ago"
    return start + 3 if is_ago and doc[start + 1].lower_.removesuffix("s") in UNITS else None


# --- reading ----------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=64)
def _parser(base: date, *, is_ahead: bool) -> DateDataParser:
    settings = {
        "RELATIVE_BASE": datetime(base.year, base.month, base.day),  # noqa: DTZ001 (days have no zone)
        "PREFER_DATES_FROM": "future" if is_ahead else "past",
    }
    return DateDataParser(languages=["en"], settings=settings)


@lru_cache(maxsize=4096)
def period_of(text: str, published_on: date | None, *, is_ahead: bool) -> Period | None:
    """Return the first and last day of a time expression, or null if it counts from a day that is not known."""
    year = _YEAR.search(text)
    base = published_on or (date(int(year[0]), 1, 1) if year else None)
    if base is None:
        return None
    quarter = _quarter(text, base, year)
    days = quarter or _pointed(text.lower(), base) or _parsed(text, base, is_ahead=is_ahead)
    return Period(text=text, from_=days[0], to=days[1]) if days else None


def _quarter(text: str, base: date, year: re.Match[str] | None) -> tuple[date, date] | None:
    number = NUMBERED_QUARTERS.get(text.lower().split()[0])
    if number is None:
        return None
    in_year = int(year[0]) if year else base.year
    last = number * _QUARTER_MONTHS
    return date(in_year, last - 2, 1), _last_day(in_year, last)


def _pointed(text: str, base: date) -> tuple[date, date] | None:
    """Read "this month", "last quarter", "next year" as the calendar's own."""
    words = text.split()
    if len(words) != 2 or words[0] not in POINTING:  # noqa: PLR2004
        return None
    step, unit = POINTING[words[0]], words[1]
    if unit == "year":
        return date(base.year + step, 1, 1), date(base.year + step, _DECEMBER, 31)
    if unit in {"month", "quarter"}:
        return _months(base, step, 1 if unit == "month" else _QUARTER_MONTHS)
    if unit == "week":
        monday = base - timedelta(days=base.weekday()) + timedelta(weeks=step)
        return monday, monday + timedelta(days=6)
    return None


def _months(base: date, step: int, size: int) -> tuple[date, date]:
    """Return the block of `size` months that lies `step` blocks from that of `base`."""
    block = (base.year * _DECEMBER + base.month - 1) // size + step
    first, last = block * size, block * size + size - 1
    return date(first // _DECEMBER, first % _DECEMBER + 1, 1), _last_day(last // _DECEMBER, last % _DECEMBER + 1)


def _last_day(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _parsed(text: str, base: date, *, is_ahead: bool) -> tuple[date, date] | None:
    if text.lower() in WEEKDAYS and WEEKDAYS[text.lower()] == base.weekday():
        return base, base  # a paper of Monday says "Monday" of its own day
    read = _parser(base, is_ahead=is_ahead).get_date_data(DEICTIC.get(text.lower(), text))
    if read.date_obj is None:
        return None
    day = read.date_obj.date()
    if read.period == "year":
        return date(day.year, 1, 1), date(day.year, _DECEMBER, 31)
    if read.period == "month":
        return date(day.year, day.month, 1), _last_day(day.year, day.month)
    return day, day
