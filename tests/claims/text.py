"""Make a Doc of words without a parse, cut as the engine cuts them."""

from spacy.tokens import Doc
from spacy.vocab import Vocab

from transforms.claims.quantities import Quantity, find_quantities
from transforms.claims.words import Word, read_words
from transforms.parses.tokenize import tokenize

VOCAB = Vocab()


def doc_of(text: str) -> Doc:
    """Return an unparsed Doc of a text with single spaces."""
    text = text.strip()
    spans = tokenize(text)
    words = [text[start:end] for start, end in spans]
    spaces = [text[end : end + 1] == " " for _, end in spans]
    doc = Doc(VOCAB, words=words, spaces=spaces)
    assert doc.text == text, "the text must have single spaces only"
    return doc


def quantities_of(text: str) -> tuple[list[Word], list[Quantity]]:
    """Return the words and the quantities of an unparsed text."""
    words = read_words(doc_of(text))
    return words, find_quantities(words)
