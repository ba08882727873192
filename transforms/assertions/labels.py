"""Punctuation marks that name a source: a headline's "Police: 3 hurt in blast", a quotation's "... ― Ida Berg"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from transforms.assertions.quotes import CLOSING, STRAIGHT, ends_paragraph
from transforms.assertions.said import Said
from transforms.lexicon.countries import COUNTRIES
from transforms.lexicon.reporting import BODIES, SALUTATIONS, STUDIES

DASHES = frozenset({"―", "—", "–", "-", "--"})
LONGEST = 5  # words of a name
COUNTRY_NAMES = frozenset(name for names, _, _ in COUNTRIES.values() for name in names.split(";"))
NAMING = frozenset({"PROPN", "NOUN", "ADJ", "NUM"})
SPEAKING = BODIES | STUDIES | {"official", "officer", "expert", "analyst", "mayor", "minister", "witness", "researcher"}


def read_mark(token: Token) -> Iterator[Said]:
    """Read a colon in the first line of a text, and a dash between a quotation and the end of its paragraph."""
    doc = token.doc
    if token.text == ":" and token.i <= LONGEST and all(word.pos_ in NAMING for word in doc[: token.i]):
        source = doc[: token.i].root if token.i else token
        is_topic = doc[: token.i].text in COUNTRY_NAMES or doc[0].text in SALUTATIONS  # "Norland: 40 dead in flood"
        if not is_topic and (source.ent_type_ in {"PERSON", "ORG"} or source.lemma_.lower() in SPEAKING):
            end = min(_line_end(doc, token.i), doc[min(token.i + 1, len(doc) - 1)].sent.end)
            yield Said(token, source, ((token.i + 1, end),), "headline")
    elif token.text in DASHES and token.i and doc[token.i - 1].text in CLOSING | STRAIGHT:
        end = _line_end(doc, token.i)
        name = doc[token.i + 1 : end]
        names = [word for word in name if word.pos_ == "PROPN"]
        if names and end - token.i <= LONGEST + 1 and not any(word.pos_ == "VERB" for word in name):
            yield Said(token, names[0], (), "signature")


def _line_end(doc: Doc, start: int) -> int:
    return next((i for i in range(start, len(doc)) if ends_paragraph(doc[i])), len(doc))
