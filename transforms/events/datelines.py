"""Document → its datelines: "KYIV, Ukraine (Agency) — " names where a report was filed, and nobody who acts."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from transforms.assertions.quotes import ends_paragraph

LONGEST = 14  # words up to the dash: "SHARM EL-SHEIKH, Egypt, Nov. 3 (Agency) -- "
DASHES = frozenset({"-", "--", "---", "—", "–", "_"})
BETWEEN = frozenset({",", ".", "(", ")", "/", ":"})


def find_datelines(doc: Doc) -> frozenset[int]:
    """Return the tokens of all datelines of `doc`, their dashes included."""
    return frozenset(place for start in _starts(doc) for place in _dateline(doc, start))


def _starts(doc: Doc) -> Iterator[int]:
    return (token.i for token in doc if not token.is_space and (token.i == 0 or ends_paragraph(token.nbor(-1))))


def _dateline(doc: Doc, start: int) -> range:
    """Return the words up to a free-standing dash, if all of them may stand in a dateline."""
    for token in doc[start : start + LONGEST]:
        if token.text in DASHES and token.i > start and doc[token.i - 1].whitespace_:
            return range(start, token.i + 1)
        if not _may_stand(token):
            break
    return range(0)


def _may_stand(token: Token) -> bool:
    return token.text in BETWEEN or token.is_digit or (token.text[:1].isupper() and token.pos_ not in {"VERB", "AUX"})
