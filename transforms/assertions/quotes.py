"""Document → its quotations, also those that run over paragraphs."""

from bisect import bisect_right
from dataclasses import dataclass

from spacy.tokens import Doc, Token

OPENING, CLOSING = frozenset({"“", "``"}), frozenset({"”"})
STRAIGHT = frozenset({'"', "''"})  # either side; old newspaper archives write two apostrophes for both
LONGEST = 600  # words of one quotation; more is a lost mark
LEAST = 4  # words; fewer are a borrowed word, not an utterance


@dataclass(frozen=True, slots=True)
class Quote:
    """Words between quotation marks: tokens from `first` up to `end`, in a paragraph."""

    first: int
    end: int
    paragraph: int
    is_open: bool  # the paragraph ends before the mark: the next goes on
    starts_paragraph: bool
    ends_paragraph: bool

    @property
    def is_long(self) -> bool:
        """Tell an utterance from a borrowed word."""
        return self.end - self.first >= LEAST

    def goes_on_from(self, before: "Quote") -> bool:
        """Tell whether the speaker of `before` plainly goes on: in the same paragraph, or by an unclosed mark."""
        if before.paragraph == self.paragraph:
            return True
        return (
            self.paragraph == before.paragraph + 1 and self.starts_paragraph and (before.is_open or self.ends_paragraph)
        )

    @property
    def fills_paragraph(self) -> bool:
        """Tell whether its paragraph holds nothing else."""
        return self.starts_paragraph and self.ends_paragraph


def find_quotes(doc: Doc) -> list[Quote]:
    """Return the quotations of a document in order, the marks left out; a paragraph ends every open one."""
    quotes: list[Quote] = []
    if not any(mark in doc.text for mark in OPENING | STRAIGHT):
        return quotes
    start: int | None = None
    paragraph, paragraph_first = 0, 0
    for token in doc:
        if ends_paragraph(token):
            if start is not None and token.i > start:
                quotes.append(_quote(start, token.i, paragraph, paragraph_first, is_open=True, last=True))
            start, paragraph, paragraph_first = None, paragraph + 1, token.i + 1
        elif _opens(token, start):
            start = token.i + 1
        elif start is not None and (_closes(token) or token.i - start > LONGEST):
            if token.i > start and token.i - start <= LONGEST:
                last = token.i + 1 >= len(doc) or "\n" in doc[token.i + 1].text
                quotes.append(_quote(start, token.i, paragraph, paragraph_first, is_open=False, last=last))
            start = None
    if start is not None and start < len(doc):
        quotes.append(_quote(start, len(doc), paragraph, paragraph_first, is_open=True, last=True))
    return quotes


def quote_at(quotes: list[Quote], i: int) -> Quote | None:
    """Return the quotation that holds token `i`."""
    place = bisect_right(quotes, i, key=lambda quote: quote.first) - 1
    return quotes[place] if place >= 0 and i < quotes[place].end else None


def ends_paragraph(token: Token) -> bool:
    """Tell a line break from other tokens."""
    return token.is_space and "\n" in token.text


def _opens(token: Token, start: int | None) -> bool:
    return (token.text in OPENING and not (start is not None and _closes(token))) or (
        token.text in STRAIGHT and start is None
    )


def _closes(token: Token) -> bool:
    """Tell a closing mark, also an opening one typed in its place: it touches the word before and not the one after."""
    if token.text in CLOSING | STRAIGHT:
        return True
    before = token.doc[token.i - 1] if token.i else None
    is_left_bound = before is not None and not before.whitespace_ and not before.is_space
    is_right_free = bool(token.whitespace_) or token.i + 1 == len(token.doc) or token.nbor().is_space
    return token.text in OPENING and is_left_bound and is_right_free


def _quote(first: int, end: int, paragraph: int, paragraph_first: int, *, is_open: bool, last: bool) -> Quote:
    return Quote(first, end, paragraph, is_open, first - 1 <= paragraph_first, last)
