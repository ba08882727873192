"""Digits → their value, with any grouping of any country."""

import re

_GROUPED = re.compile(r"[+−-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?")
_PLAIN = re.compile(r"[+−-]?(?:\d+(?:\.\d+)?|\.\d+)")
_DOTTED = re.compile(r"\d{1,3}(?:\.\d{3}){2,}")
_EURO_DECIMAL = re.compile(r"\d{1,3},\d{1,2}")
_RATIO = re.compile(r"(\d{1,2})/(\d{1,2})")
_MOST_DIGITS = 24  # digits; longer runs are identifiers


def parse_digits(text: str) -> float | None:
    """Return the value of a number in digits, with any grouping; None if it is not one."""
    if len(text) > _MOST_DIGITS:
        return None
    text = text.replace("−", "-")
    if _PLAIN.fullmatch(text):
        return float(text)
    if _GROUPED.fullmatch(text) or _INDIAN.fullmatch(text):
        return float(text.replace(",", ""))
    if _DOTTED.fullmatch(text):
        return float(text.replace(".", ""))
    if _EURO_DECIMAL.fullmatch(text):
        return float(text.replace(",", "."))
    return None


def parse_ratio(text: str) -> float | None:
    """Return the value of "1/16", which is below one; None for any other text: "24/7" and "9/11" are names."""
    ratio = _RATIO.fullmatch(text)
    if ratio is None:
        return None
    top, bottom = float(ratio[1]), float(ratio[2])
    return top / bottom if 0 < top < bottom else None
