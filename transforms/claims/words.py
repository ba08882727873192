"""Parse → the words that number rules read: white space left out, glued pieces apart, torn numbers joined."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Doc, Token

from transforms.lexicon.currencies import CODES, LETTER_SIGNS, SYMBOLS
from transforms.lexicon.numerals import SMALL
from transforms.lexicon.units import FORMS

_GLUED_UNIT = re.compile(r"([+-]?\d[\d.,]*)([A-Za-z°º%µμ²]+\d?)")
_FOLD = re.compile(rf"({'|'.join(SMALL)}|hundred|thousand|\d+)(fold)", re.IGNORECASE)
_SUB = re.compile(r"(sub-)(\d[\d.,]*)", re.IGNORECASE)
_ZEROS = re.compile(r"0\d\d")
_GROUP = re.compile(r"\d{3}")
_GROUPS = re.compile(r"[1-9]\d{0,2}(?:,\d{3})*")
_SPACED = re.compile(r"[1-9]\d{0,2}(?:\d{3})*")
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
    """Return the words of `doc` in order: "10W" is two, "117 .47" and "34.6" one."""
    words: list[Word] = []
    text = doc.text  # put together anew at each asking
    for token in doc:
        if token.is_space:
            continue
        for word in _split(token):
            if words and _joins(words, word):
                before = words.pop()
                if before.text == ",":
                    before = words.pop()
                joined = "".join(text[before.start : word.end].split())
                words.append(Word(joined, joined, before.start, word.end, before.token))
            else:
                words.append(word)
    return words


def _split(token: Token) -> Iterator[Word]:
    """Yield the pieces of a token: "10W", "sixfold" and "sub-300" are cut where the number begins and ends."""
    text, start = token.text, token.idx
    glued = _glued(text)
    if glued is None:
        yield _word(text, start, token)
        return
    for group in range(1, glued.re.groups + 1):
        if glued[group]:
            yield _word(glued[group], start + glued.start(group), token)


def _glued(text: str) -> re.Match[str] | None:
    if text[0].isalpha():
        return _FOLD.fullmatch(text) or _SUB.fullmatch(text)
    if text[0].isdigit() and not text[-1].isdigit():
        match = _GLUED_UNIT.fullmatch(text)
        return match if match and (match[2],) in FORMS and match[2] != "s" else None
    return None


def _word(text: str, start: int, token: Token) -> Word:
    return Word(text, text.lower(), start, start + len(text), token)


def _joins(words: list[Word], word: Word) -> bool:
    """Tell whether a word goes on with the number before it, torn off by a space: "80, 000", "10 000", "117 .47"."""
    if not word.text[0].isdigit() and word.text[0] != ".":
        return False
    before = words[-1]
    gap = word.start - before.end
    if before.text == "," and len(words) > 1 and words[-2].end == before.start and _GROUPS.fullmatch(words[-2].text):
        return gap == 1 and bool(_ZEROS.fullmatch(word.text))
    if _POINT.fullmatch(word.text):
        return bool(_DIGITS.fullmatch(before.text)) and len(words) > 1 and _is_currency(words[-2].text)
    return gap == 1 and _is_spaced_group(words, word)


def _is_spaced_group(words: list[Word], word: Word) -> bool:
    """Tell three digits that one space parts from those before: "10 000", or after a sign of money "R50 250"."""
    if not _GROUP.fullmatch(word.text) or not _SPACED.fullmatch(words[-1].text):
        return False
    return word.text == "000" or (len(words) > 1 and _is_currency(words[-2].text))


def _is_currency(text: str) -> bool:
    return text in CODES or text in SYMBOLS or text in LETTER_SIGNS
