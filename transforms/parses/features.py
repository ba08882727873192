"""Describe a word to the network: what its letters' case shows, and the space before it.

The encoder's own vocabulary knows neither capitals nor line breaks, so both are told apart.
"""

from enum import IntEnum


class Shape(IntEnum):
    """The look of a word, for an encoder that sees lower-case letters only."""

    SPECIAL = 0
    LOWER = 1
    TITLE = 2
    UPPER = 3
    INITIAL = 4
    CAPITAL_MIXED = 5
    LOWER_MIXED = 6
    DIGITS = 7
    NUMBER = 8
    DIGITS_AND_LETTERS = 9
    DOTTED_UPPER = 10
    DOTTED = 11
    SYMBOL = 12
    APOSTROPHE = 13


class Gap(IntEnum):
    """What lies before a piece of the text."""

    NOTHING = 0
    SPACE = 1
    BREAK = 2
    INSIDE_WORD = 3


def shape(form: str) -> Shape:
    """Tell the look of `form`: one of fourteen kinds, of which `SPECIAL` is never given."""
    letters = "".join(filter(str.isalpha, form))
    if any(character.isdigit() for character in form):
        return _shape_with_digits(form, letters)
    if not letters:
        return Shape.SYMBOL
    if "'" in form or "’" in form:
        return Shape.APOSTROPHE
    if "." in form:
        return Shape.DOTTED_UPPER if letters.isupper() else Shape.DOTTED
    return _shape_of_letters(letters)


def _shape_with_digits(form: str, letters: str) -> Shape:
    if letters:
        return Shape.DIGITS_AND_LETTERS
    return Shape.DIGITS if form.isdigit() else Shape.NUMBER


def _shape_of_letters(letters: str) -> Shape:
    if letters.islower():
        return Shape.LOWER
    if letters.isupper():
        return Shape.UPPER if len(letters) > 1 else Shape.INITIAL
    if not letters[0].isupper():
        return Shape.LOWER_MIXED
    return Shape.CAPITAL_MIXED if any(map(str.isupper, letters[1:])) else Shape.TITLE


def gap(between: str) -> Gap:
    """Tell what kind of white space `between` is: none, a space, or a line break."""
    if not between:
        return Gap.NOTHING
    return Gap.BREAK if "\n" in between or "\r" in between else Gap.SPACE
