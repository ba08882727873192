"""Wrap the reader as a spaCy pipeline, so that matchers, displaCy and `nlp.pipe` work on it."""

import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
import spacy
from spacy.attrs import (  # type: ignore[import-not-found]  # compiled, without stubs
    DEP,
    ENT_IOB,
    ENT_TYPE,
    HEAD,
    LEMMA,
    MORPH,
    POS,
    TAG,
)
from spacy.language import Language
from spacy.parts_of_speech import IDS  # type: ignore[import-not-found]  # likewise
from spacy.tokens import Doc, Token
from spacy.vocab import Vocab

from newsledger.engine.network import Network
from newsledger.engine.reader import Parse, Reader
from transforms.parses.features import Gap, gap
from transforms.parses.tokenize import tokenize

LONGEST_TEXT = 50_000_000  # characters; the reader's memory is bounded, spaCy's Doc grows with the text
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n|\r\n?[^\S\n]*\r|\u2029")
_ATTRIBUTES = [HEAD, DEP, POS, TAG, MORPH, LEMMA, ENT_IOB, ENT_TYPE]
_IOB = {"O": 2, "B": 3, "I": 1}


class Tokenizer:
    """Make a `Doc` of a text: our words, and white space other than one space as spaCy keeps it."""

    def __init__(self, vocab: Vocab) -> None:
        """Make documents that share `vocab`."""
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Cut `text` into the tokens of a `Doc` with the same characters at the same places."""
        forms: list[str] = []
        spaces: list[bool] = []
        position = 0
        for start, end in tokenize(text):
            _add_gap(text[position:start], forms, spaces)
            forms.append(text[start:end])
            spaces.append(False)
            position = end
        _add_gap(text[position:], forms, spaces)
        return Doc(self.vocab, words=forms, spaces=spaces)


def _add_gap(between: str, forms: list[str], spaces: list[bool]) -> None:
    """Let the last token have the first space; the rest of the gap is a token of white space."""
    if between.startswith(" ") and forms:
        spaces[-1] = True
        between = between[1:]
    if between:
        forms.append(between)
        spaces.append(False)


class Component:
    """The one component of the pipeline: fills heads, labels, tags, lemmas and entities."""

    def __init__(self, vocab: Vocab, reader: Reader) -> None:
        """Parse with `reader`."""
        self._vocab, self._reader = vocab, reader

    def __call__(self, doc: Doc) -> Doc:
        """Parse one document in place.

        Documents are not read together: 8-bit numbers are scaled by the largest of a batch, so a neighbour could change
        a parse, and a replay the ledger.
        """
        tokens = [token for token in doc if not token.is_space]
        (parse,) = self._reader.read([_described(doc.text, tokens)])
        self._fill(doc, [token.i for token in tokens], parse)
        return doc

    def _fill(self, doc: Doc, places: list[int], parse: Parse) -> None:
        """Write a parse into a document; white space hangs on the word before it."""
        if not places:
            return
        add = self._vocab.strings.add
        columns = np.zeros((len(doc), len(_ATTRIBUTES)), dtype=np.uint64)
        at = np.array(places)
        columns[at, 0] = (at[np.array(parse.heads)] - at).astype(np.int64).view(np.uint64)
        columns[at, 1] = _codes(add, parse.relations)
        columns[at, 2] = [IDS[tag] for tag in parse.upos]
        columns[at, 3] = _codes(add, parse.xpos)
        columns[at, 4] = _codes(self._vocab.morphology.add, parse.feats)
        columns[at, 5] = _codes(add, parse.lemmas)
        columns[at, 6] = [_IOB[tag[0]] for tag in parse.entities]
        columns[at, 7] = [add(tag[2:]) if tag != "O" else 0 for tag in parse.entities]
        self._fill_space(doc, places, columns)
        doc.from_array(_ATTRIBUTES, columns)  # type: ignore[arg-type]  # the stub knows a protocol that arrays fit

    def _fill_space(self, doc: Doc, places: list[int], columns: np.ndarray) -> None:
        words = set(places)
        for index in (index for index in range(len(doc)) if index not in words):
            head = places[0] - index if index < places[0] else -1
            inside = columns[index - 1, 6] != _IOB["O"] and index + 1 in words and columns[index + 1, 6] == _IOB["I"]
            columns[index] = [
                np.int64(head).view(np.uint64),
                self._vocab.strings.add("dep"),
                IDS["SPACE"],
                self._vocab.strings.add("_SP"),
                self._vocab.morphology.add(""),
                self._vocab.strings.add(doc[index].text),
                _IOB["I"] if inside else _IOB["O"],
                columns[index - 1, 7] if inside else 0,
            ]


def _codes(add: Callable[[str], int], values: list[str]) -> list[int]:
    """Return spaCy's number of each value, asked for once a value."""
    codes = {value: add(value) for value in set(values)}
    return [codes[value] for value in values]


def _described(text: str, tokens: list[Token]) -> tuple[list[str], list[int], list[int]]:
    """Return the forms, the gaps before them and the places where a blank line cuts the text."""
    forms, gaps, cuts, position = [], [], [], 0
    for number, token in enumerate(tokens):
        start, form = token.idx, token.text
        between = text[position:start]
        position = start + len(form)
        forms.append(form)
        gaps.append(int(gap(between)))
        if not number or (gaps[-1] == Gap.BREAK and _BLANK_LINE.search(between)):
            cuts.append(number)
    return forms, gaps, cuts


def build_pipeline(models: Path) -> Language:
    """Build our own engine from the model in `models`."""
    nlp = spacy.blank("en")
    nlp.max_length = LONGEST_TEXT
    nlp.tokenizer = Tokenizer(nlp.vocab)
    nlp.add_pipe("newsledger_parser", config={"models": str(models)})
    return nlp


@Language.factory("newsledger_parser", assigns=["token.head", "token.dep", "token.pos", "token.lemma", "doc.ents"])
def _make_component(nlp: Language, name: str, models: str) -> Component:  # noqa: ARG001 (spaCy's signature)
    return Component(nlp.vocab, Reader(Network(Path(models))))
