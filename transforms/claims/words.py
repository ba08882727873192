"""Parse → the words that number rules read: white space left out, glued pieces apart, torn numbers joined."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Doc, Token

from transforms.lexicon.currencies import CODES, SYMBOLS
from transforms.lexicon.units import FORMS

_GLUED_CURRENCY = re.compile(r"([A-Za-z]{2,3}\$?)(\d[\d.,]*)")
_GLUED_UNIT = re.compile(r"([+-]?\d[\d.,]*)([A-Za-z°º%µμ²]+\d?)")
_DIGITS = re.compile(r"\d+")
_POINT = re.compile(r"\.\d+")


class Word(NamedTuple):
    """One word of the text: `doc.text[start:end]`; `token` is the parse's token that holds it."""

    text: str
    lower: str
    start: int
    end: int
    token: Token

    @property
    def is_number(self) -> bool:
        """Tell whether it begins with a digit, a sign or a decimal point before one."""
        return self.text[0].isdigit() or (len(self.text) > 1 and self.text[0] in "+-−." and self.text[1].isdigit())


def read_words(doc: Doc) -> list[Word]:
    """Return the words of `doc` in order: "USD34" is two, "117 .47" and "34.6" one."""
    words: list[Word] = []
    for token in doc:
        if token.is_space:
            continue
        for word in _split(token):
            if words and _joins(words, word):
                before = words.pop()
                if before.text == ".":
                    before = words.pop()
                text = doc.text[before.start : word.end]
                joined = text.replace(" ", "")
                words.append(Word(joined, joined, before.start, word.end, before.token))
            else:
                words.append(word)
    return words


def _split(token: Token) -> Iterator[Word]:
    text, start = token.text, token.idx
    if (
        text[-1].isdigit()
        and text[0].isalpha()
        and (match := _GLUED_CURRENCY.fullmatch(text))
        and _is_currency(match[1])
    ) or (
        text[0].isdigit()
        and not text[-1].isdigit()
        and (match := _GLUED_UNIT.fullmatch(text))
        and (match[2],) in FORMS
        and match[2] != "s"
    ):
        yield _word(match[1], start, token)
        yield _word(match[2], start + len(match[1]), token)
    else:
        yield _word(text, start, token)


def _is_currency(text: str) -> bool:
    return text in CODES or text in SYMBOLS


def _word(text: str, start: int, token: Token) -> Word:
    return Word(text, text.lower(), start, start + len(text), token)


def _joins(words: list[Word], word: Word) -> bool:
    """Tell whether a word is the decimals of the number before it, torn off by a space or by gluing."""
    before = words[-1]
    if _POINT.fullmatch(word.text):
        return bool(_DIGITS.fullmatch(before.text)) and len(words) > 1 and _is_currency(words[-2].text)
    torn = before.text == "." and len(words) > 2 and _DIGITS.fullmatch(word.text) and word.start == before.end  # noqa: PLR2004
    return bool(
        torn and _is_currency(words[-3].text) and words[-2].end == before.start and _DIGITS.fullmatch(words[-2].text)
    )
