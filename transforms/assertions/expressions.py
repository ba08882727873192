"""Document → its time expressions: "Monday", "5 March 2021", "the past 20 years", "between 2017 and 2022"."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from transforms.lexicon.calendar import MONTHS, WEEKDAYS
from transforms.lexicon.numerals import SMALL
from transforms.lexicon.times import DEICTIC, NUMBERED_QUARTERS, POINTING, ROLLING, UNITS, YEAR_PREPOSITIONS

STARTERS = frozenset({*DEICTIC, *WEEKDAYS, *MONTHS, *POINTING, *NUMBERED_QUARTERS, "weekend"})
OPENERS = {"between": frozenset({"and"}), "from": frozenset({"to", "until", "till", "through"})}
LASTING = frozenset({"since", "until", "till"})  # part of the expression: they say where the period ends or begins
OUTSIDE = frozenset({"before", "after", "than", "compared"})  # the period is not the clause's own: "more than in 2019"
RUNNING = frozenset({"last", "past", "coming"})  # "the last year" ends now, "last year" is of the calendar
TOLD = frozenset({"next", "previous"})  # "the next day" is told from another
NEARLY = frozenset({"the", "late", "early", "mid"})  # "since late January"
SPANNING = frozenset({"over", "in", "within", "for", "during"})
LINKS = frozenset({"in", "to", "with", "on", "for"})  # between one of those and the period
RANKED = 8  # words before "since" in which a rank makes it a comparison: "the first gain since May"
YEAR = re.compile(r"1[6-9]\d\d|20\d\d")
DECADE = re.compile(r"(1[6-9]|20)\d0s")
_DAY = re.compile(r"([12]?\d|3[01])(?:st|nd|rd|th)?")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")


def find_expressions(doc: Doc) -> Iterator[Span]:
    """Yield the time expressions of `doc` in text order; those that only compare ("more than in 2019") are left out."""
    position = 0
    while position < len(doc):
        lower = doc[position].lower_
        starts = lower in STARTERS or lower[:1].isdigit()
        end = _end(doc, position) if starts else _ago(doc, position)
        if end:
            first, end = _whole(doc, position, end)
            if not _is_outside(doc, first, end):
                yield doc[first:end]
        position = end or position + 1


def _whole(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Widen an expression to the range that it opens, and by the word that says that it lasts."""
    before = doc[start - 1].lower_ if start else ""
    if end + 1 < len(doc) and doc[end].lower_ in OPENERS.get(before, ()):
        is_year = YEAR.fullmatch(doc[end + 1].text)
        last = end + 2 if is_year else _end(doc, end + 1)
        if last:
            return start - 1, last
    if before == "the" and _is_running(doc, start) and doc[end - 1].lower_.removesuffix("s") in ROLLING:
        start, before = start - 1, doc[start - 2].lower_ if start > 1 else ""
    article = before in NEARLY and start > 1
    is_lasting = start - article > 0 and doc[start - article - 1].lower_ in LASTING
    return (start - article - 1 if is_lasting else start), end


def _is_running(doc: Doc, start: int) -> bool:
    """Tell "the last year" and "over the next year", counted from today, from "the next year", told from another."""
    is_ahead = start > 1 and doc[start].lower_ == "next" and doc[start - 2].lower_ in SPANNING
    return is_ahead or doc[start].lower_ in RUNNING


def _is_outside(doc: Doc, first: int, end: int) -> bool:
    """Tell whether an expression is only what something is compared with, or set before or after, or told from."""
    if doc[first].lower_ in TOLD and first and doc[first - 1].lower_ == "the" and end == first + 2:
        return True
    if doc[first].lower_ == "since":
        return any(
            word.tag_ in {"JJS", "RBS"} or word.lower_ == "first" for word in doc[max(0, first - RANKED) : first]
        )
    at = first - 1
    while at > 0 and doc[at].lower_ in LINKS | {"the"}:
        at -= 1
    return at >= 0 and doc[at].lower_ in OUTSIDE


def _end(doc: Doc, start: int) -> int | None:
    """Return where the time expression that begins at `start` ends."""
    lower = doc[start].lower_
    before = doc[start - 1].lower_ if start else ""
    following = doc[start + 1].lower_ if start + 1 < len(doc) else ""
    is_weekday = lower in WEEKDAYS and doc[start].text[:1].isupper()
    is_day = is_weekday or lower in DEICTIC or _DATE.fullmatch(lower) or (lower == "weekend" and before == "the")
    if is_day or DECADE.fullmatch(lower):
        return start + 1
    if _is_month(doc[start]):
        return _after_month(doc, start + 1)
    if _DAY.fullmatch(lower) and following and _is_month(doc[start + 1]):
        return _after_year(doc, start + 2)
    if lower in POINTING:
        return _after_pointer(doc, start)
    if lower in NUMBERED_QUARTERS and following == "quarter":
        of = start + 2 + (start + 2 < len(doc) and doc[start + 2].lower_ == "of")
        return _after_year(doc, of) if _after_year(doc, of) > of else start + 2
    return start + 1 if YEAR.fullmatch(lower) and before in YEAR_PREPOSITIONS else _ago(doc, start)


def _after_pointer(doc: Doc, start: int) -> int | None:
    """Step over "last week", "next May", "this Friday" and "past 20 years"."""
    words = [word.lower_ for word in doc[start + 1 : start + 3]]
    if words and (words[0] in UNITS or words[0] in WEEKDAYS or words[0] in MONTHS):
        return start + 2
    is_count = len(words) > 1 and (words[0] in SMALL or words[0].isdigit())
    return start + 3 if is_count and words[1].removesuffix("s") in ROLLING else None


def _is_month(token: Token) -> bool:
    """Tell the months from "may" and "march"."""
    return token.lower_ in MONTHS and token.text[:1].isupper() and token.pos_ != "AUX"


def _after_month(doc: Doc, position: int) -> int:
    if position < len(doc) and _DAY.fullmatch(doc[position].lower_):
        position += 1
    return _after_year(doc, position)


def _after_year(doc: Doc, position: int) -> int:
    """Step over a year, with or without the comma before it: "2021", "last year"."""
    if position + 1 < len(doc) and doc[position].lower_ in POINTING and doc[position + 1].lower_ == "year":
        return position + 2
    comma = position < len(doc) and doc[position].text == ","
    at = position + comma
    return at + 1 if at < len(doc) and YEAR.fullmatch(doc[at].text) else position


def _ago(doc: Doc, start: int) -> int | None:
    """Read "three weeks ago", "a year ago"."""
    is_ago = start + 2 < len(doc) and doc[start + 2].lower_ == "ago"
    return start + 3 if is_ago and doc[start + 1].lower_.removesuffix("s") in UNITS else None
