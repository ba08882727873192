"""Words of time → the days that they mean, counted from the day of publication.

Dates are read by dateparser (BSD-3), which never sees the clock: its base is the publication date.
"""

import calendar
import re
from datetime import date, datetime, timedelta
from functools import lru_cache

from dateparser.date import DateDataParser

from schemas.claim import Period
from transforms.assertions.expressions import DECADE, YEAR
from transforms.lexicon.calendar import MONTHS, WEEKDAYS
from transforms.lexicon.numerals import SMALL
from transforms.lexicon.times import DEICTIC, NUMBERED_QUARTERS, POINTING, ROLLING

_RANGE = re.compile(r"(?:between (.+) and|from (.+) (?:to|until|till|through)) (.+)", re.IGNORECASE)
_LASTING = re.compile(r"(since|until|till) (?:the |late |early |mid )?(.+)", re.IGNORECASE)
_IN_YEAR = re.compile(rf"(.+) ({'|'.join(POINTING)}) year", re.IGNORECASE)
_QUARTER_MONTHS = 3
_DECEMBER = 12
_WEDNESDAY, _SATURDAY = 2, 5
_LEAST_PAST = 2  # days; "last Monday" in Tuesday's paper is not yesterday

Days = tuple[date, date]  # the first and the last


@lru_cache(maxsize=4096)
def period_of(text: str, published_on: date | None, *, is_ahead: bool) -> Period | None:
    """Return the first and last day of a time expression, or null if it counts from a day that is not known."""
    year = YEAR.search(text)
    base = published_on or (date(int(year[0]), 1, 1) if year else None)
    if base is None or (published_on is None and _LASTING.fullmatch(text)):
        return None
    days = _range(text, base, is_ahead=is_ahead) or _lasting(text, base, is_ahead=is_ahead)
    days = days or _days(text, base, is_ahead=is_ahead)
    return Period(text=text, from_=days[0], to=days[1]) if days and days[0] <= days[1] else None


def _range(text: str, base: date, *, is_ahead: bool) -> Days | None:
    """Read "between 2017 and 2022", "from March to May"."""
    match = _RANGE.fullmatch(text)
    first = match and _days(match[1] or match[2], base, is_ahead=is_ahead)
    last = match and _days(match[3], base, is_ahead=is_ahead)
    return (first[0], last[1]) if first and last else None


def _lasting(text: str, base: date, *, is_ahead: bool) -> Days | None:
    """Read "since May" and "until 2030", which last from or to the day of publication."""
    match = _LASTING.fullmatch(text)
    days = match and _days(match[2], base, is_ahead=is_ahead)
    if not match or not days:
        return None
    return (days[0], base) if match[1].lower() == "since" else (base, days[1])


def _days(text: str, base: date, *, is_ahead: bool) -> Days | None:
    lower = text.lower()
    words = lower.split()
    if words[0] == "the":  # "the last year"
        return _rolling(base, POINTING[words[1]], _count(words[2]), words[-1].removesuffix("s"))
    in_year = _IN_YEAR.fullmatch(lower)
    if in_year:
        text = lower = f"{in_year[1]} {base.year + POINTING[in_year[2]]}"
    if DECADE.fullmatch(lower):
        return date(int(lower[:-1]), 1, 1), date(int(lower[:-1]) + 9, _DECEMBER, 31)
    if lower == "weekend":
        return _weekend(base, 0 if base.weekday() >= _SATURDAY else -1)
    if words[0] in NUMBERED_QUARTERS:
        return _quarter(words, base)
    if words[0] in POINTING:
        return _pointed(words, base, is_ahead=is_ahead)
    return _parsed(text, base, is_ahead=is_ahead)


def _quarter(words: list[str], base: date) -> Days:
    year = YEAR.search(" ".join(words))
    in_year = int(year[0]) if year else base.year
    last = NUMBERED_QUARTERS[words[0]] * _QUARTER_MONTHS
    return date(in_year, last - 2, 1), _last_day(in_year, last)


def _pointed(words: list[str], base: date, *, is_ahead: bool) -> Days | None:
    """Read "this month", "last quarter", "next May" by the calendar, "past year", "next 20 days" from the base."""
    step, unit = POINTING[words[0]], words[-1].removesuffix("s")
    if len(words) > 2 or (words[0] == "past" and unit in ROLLING) or unit == "decade":  # noqa: PLR2004 (a number)
        return _rolling(base, step, _count(words[1]), unit)
    if unit in MONTHS:
        return _month(base, step, MONTHS[unit])
    if unit in WEEKDAYS:
        day = _weekday(base, step, WEEKDAYS[unit])
        return day, day
    if unit == "weekend" and step == 0 and base.weekday() <= _WEDNESDAY and not is_ahead:
        step = -1  # early in the week "this weekend" is the one that has been
    return _calendar(base, step, unit)


def _count(word: str) -> int:
    """Return the number that a word is, one for a unit by itself."""
    return SMALL.get(word) or (int(word) if word.isdigit() else 1)


def _calendar(base: date, step: int, unit: str) -> Days | None:
    if unit == "year":
        return date(base.year + step, 1, 1), date(base.year + step, _DECEMBER, 31)
    if unit in {"month", "quarter"}:
        return _months(base, step, 1 if unit == "month" else _QUARTER_MONTHS)
    if unit == "week":
        monday = base - timedelta(days=base.weekday()) + timedelta(weeks=step)
        return monday, monday + timedelta(days=6)
    return _weekend(base, step) if unit == "weekend" else None


def _weekend(base: date, step: int) -> Days:
    saturday = base - timedelta(days=base.weekday()) + timedelta(days=_SATURDAY, weeks=step)
    return saturday, saturday + timedelta(days=1)


def _rolling(base: date, step: int, count: int, unit: str) -> Days | None:
    """Return the days from `base` back or ahead over `count` units; null beyond the calendar."""
    days, months = ROLLING[unit]
    try:
        block = base.year * _DECEMBER + base.month - 1 + step * count * months
        year, month = divmod(block, _DECEMBER)
        day = min(base.day, calendar.monthrange(year, month + 1)[1])
        other = date(year, month + 1, day) + timedelta(days=step * count * days)
    except (ValueError, OverflowError):
        return None
    return min(base, other), max(base, other)


def _month(base: date, step: int, month: int) -> Days:
    """Return a month of this year, or the last or next one of its name."""
    year = base.year
    if step < 0 and month >= base.month:
        year -= 1
    elif step > 0 and month <= base.month:
        year += 1
    return date(year, month, 1), _last_day(year, month)


def _weekday(base: date, step: int, weekday: int) -> date:
    if step < 0:
        latest = base - timedelta(days=_LEAST_PAST)
        return latest - timedelta(days=(latest.weekday() - weekday) % 7)
    if step > 0:
        return base + timedelta(days=(weekday - base.weekday() - 1) % 7 + 1)
    return base + timedelta(days=weekday - base.weekday())


def _months(base: date, step: int, size: int) -> Days:
    """Return the block of `size` months that lies `step` blocks from that of `base`."""
    block = (base.year * _DECEMBER + base.month - 1) // size + step
    first, last = block * size, block * size + size - 1
    return date(first // _DECEMBER, first % _DECEMBER + 1, 1), _last_day(last // _DECEMBER, last % _DECEMBER + 1)


def _last_day(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


@lru_cache(maxsize=64)
def _parser(base: date, *, is_ahead: bool) -> DateDataParser:
    settings = {
        "RELATIVE_BASE": datetime(base.year, base.month, base.day),  # noqa: DTZ001 (days have no zone)
        "PREFER_DATES_FROM": "future" if is_ahead else "past",
    }
    return DateDataParser(languages=["en"], settings=settings)


def _parsed(text: str, base: date, *, is_ahead: bool) -> Days | None:
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
