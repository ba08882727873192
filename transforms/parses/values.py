"""Find dates, times, sums of money and percentages among words, for which no open data trains us.

These are marks for the eye and for matchers; the exact values of claims are read elsewhere.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

Entity = tuple[int, int, str]  # first word, word after the last, label

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)"
)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DAY = r"(?:[12]?\d|3[01])(?:st|nd|rd|th)?"
_YEAR = r"(?:1[5-9]|20)\d\d"
_NUMBER = r"(?:\d[\d.,]*(?:\ (?:hundred|thousand|million|billion|trillion|m|bn|b|k|tn))?)"
_SIGN = r"(?:[A-Z]{0,2}\$|[£€¥₹₽₩₦₺])"
_COIN = r"(?:dollars?|cents?|euros?|pounds?|pence|yen|yuan|rupees?|roubles?|rubles?|pesos?|francs?|rand|won|lira)"
_PATTERN = re.compile(
    rf"""(?<!\S)(?:
      (?P<MONEY> {_SIGN}\ {_NUMBER}(?:\ [-–]\ (?:{_SIGN}\ )?{_NUMBER})? | {_NUMBER}(?:\ U\.?S\.?)?\ {_COIN} )
    | (?P<PERCENT> {_NUMBER}(?:\ (?:[-–]|to)\ {_NUMBER})?\ (?:%|percent|per\ cent) )
    | (?P<DATE>
        (?:{_WEEKDAY}\ ,\ )?(?:{_DAY}\ {_MONTH}|{_MONTH}\ {_DAY})(?:\ ,?\ ?{_YEAR})?
      | {_MONTH}\ ,?\ ?{_YEAR}
      | (?:last|next|this|past)\ (?:{_WEEKDAY}|{_MONTH}|week|weekend|month|year|decade|spring|summer|autumn|winter)
      | {_WEEKDAY} | today | yesterday | tomorrow
      | (?:early|mid|late)?-?\d{{3}}0s | \d{{4}}-\d\d-\d\d | \d{{1,2}}/\d{{1,2}}/(?:\d\d)?\d\d
      | (?<=in\ ){_YEAR} | (?<=since\ ){_YEAR} | (?<=until\ ){_YEAR} | (?<=by\ ){_YEAR} | (?<=of\ ){_YEAR}
      | (?<=in\ ){_MONTH} | (?<=since\ ){_MONTH} )
    | (?P<TIME> \d{{1,2}}(?:[:.]\d\d)?\ (?:[ap]\.?m\.?|[AP]\.?M\.?) | \d{{1,2}}:\d\d(?:\ GMT)? | midnight | noon )
    )(?!\S)""",
    re.VERBOSE,
)


def find_values(forms: Sequence[str]) -> list[Entity]:
    """Return the DATE, TIME, MONEY and PERCENT spans of a row of words, none overlapping."""
    starts: list[int] = []
    length = 0
    for form in forms:
        starts.append(length)
        length += len(form) + 1
    return [
        (bisect_left(starts, match.start()), bisect_left(starts, match.end()), str(match.lastgroup))
        for match in _PATTERN.finditer(" ".join(forms))
    ]


def tag_values(tags: list[str], forms: Sequence[str]) -> list[str]:
    """Return the IOB2 `tags` with values added, where no other entity has a part of them."""
    tags = list(tags)
    for start, end, label in find_values(forms):
        if all(tag == "O" for tag in tags[start:end]):
            tags[start:end] = [f"B-{label}", *[f"I-{label}"] * (end - start - 1)]
    return tags
