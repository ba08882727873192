"""A bare amount → the unit that the amount before it was told in: "€5.2 billion, up from 4.9 billion"."""

from dataclasses import replace

from transforms.claims.money import money_before
from transforms.claims.number import at
from transforms.claims.quantities import Quantity
from transforms.claims.words import Word
from transforms.lexicon.numerals import LETTER_SCALES

SHARING = frozenset({"money", "percent", "measure", "rate"})
MEASURED = frozenset({"measure", "rate"})
COMPARED = frozenset({"up", "down", "compared"})  # "up from 35", "compared with 35": only so of what is measured
LINKS = frozenset({"from", "with", "against", "versus", "than"})  # "up from 4", "compared with 4"
FURTHEST = 12  # words between the two
FACTOR = 10.0  # times that one may be the other
LEAST = 1000.0  # what "and" resumes is large or a decimal: "5.2 percent in May and 4.9 in June"


def lends_unit(words: list[Word], quantity: Quantity) -> bool:
    """Tell money and shares outside brackets; those in brackets only say what is before in another unit."""
    return quantity.kind in SHARING and at(words, quantity.first - 1) != "("


def resumed(words: list[Word], told: Quantity, quantity: Quantity) -> Quantity:
    """Return a bare amount in the unit of `told`, the last one before it that lends its; any other as it is."""
    bare = _with_scale(words, told, quantity)
    if bare.unit != "count" or bare.form != "digits" or not told.anchor.dep:
        return quantity
    if not (_is_converted(words, told, bare) or _is_compared(words, told, bare)):
        return quantity
    return replace(bare, unit=told.unit, kind=told.kind, family=told.family, rule=told.kind, is_guess=told.is_guess)


def _with_scale(words: list[Word], told: Quantity, quantity: Quantity) -> Quantity:
    """Read the letter after an amount of money as a scale: "£40m, down from 45m" is no distance."""
    letter = words[quantity.core_end - 1].text
    if told.kind != "money" or quantity.unit != "meter" or letter != "m" or not _is_near(words, told, quantity):
        return quantity
    scale = LETTER_SCALES[letter]
    low, high = (None if bound is None else bound * scale for bound in (quantity.low, quantity.high))
    return replace(quantity, low=low, high=high, unit="count", kind="count", anchor=quantity.number)


def _is_near(words: list[Word], told: Quantity, quantity: Quantity) -> bool:
    between = words[told.end : quantity.first + 1]
    return len(between) <= FURTHEST and not any(word.token.is_sent_start for word in between)


def _is_converted(words: list[Word], told: Quantity, quantity: Quantity) -> bool:
    """Tell an amount that brackets say in another money: "2 million yen ($13,000) and 3 million ($20,000)"."""
    end = quantity.end
    return told.kind == "money" and at(words, end) == "(" and money_before(words, end + 2) is not None


def _is_compared(words: list[Word], told: Quantity, quantity: Quantity) -> bool:
    before, after = at(words, quantity.first - 1), words[quantity.end].token if quantity.end < len(words) else None
    counts = after is not None and after.pos_ in {"NOUN", "PROPN", "ADJ", "NUM", "SYM"}
    if counts or not _is_near(words, told, quantity):
        return False
    one, other = (bound.high or bound.low or 0 for bound in (told, quantity))
    if not one / FACTOR <= other <= one * FACTOR:
        return False
    if told.kind in MEASURED:
        return before in LINKS and at(words, quantity.first - 2) in COMPARED
    is_large = other >= LEAST or "." in words[quantity.core].text
    return before in LINKS or (before == "and" and is_large)
