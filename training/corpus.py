"""Read treebanks (CoNLL-U) and entity corpora (IOB2) into documents of annotated sentences."""

import gzip
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from transforms.parses.features import Gap

# No space stands before these, or after those, in corpora that lost their spacing.
CLOSES = {".", ",", ":", ";", "?", "!", ")", "]", "}", "%", "'s", "'", "n't", "’s", "''", "..."}
OPENS = {"(", "[", "{", "$", "£", "€", "``", "#"}


@dataclass(slots=True)
class Sentence:
    """Parallel columns, one value a word; `heads` count from 1 within the sentence, 0 is root.

    A corpus of entities alone has `heads` None, a treebank without entities `entities` None.
    `gaps` tell what lies before each word; `starts_paragraph` if the author broke the line.
    """

    forms: list[str]
    gaps: list[int]
    starts_paragraph: bool = False
    upos: list[str] = field(default_factory=list)
    xpos: list[str] = field(default_factory=list)
    feats: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    heads: list[int] | None = None
    relations: list[str] = field(default_factory=list)
    entities: list[str] | None = None


Document = list[Sentence]


def _blocks(path: Path) -> Iterator[list[str]]:
    """Yield the lines of each block that an empty line ends."""
    block: list[str] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                block.append(line.rstrip("\n"))
            elif block:
                yield block
                block = []
    if block:
        yield block


def _sentence(rows: list[list[str]]) -> Sentence:
    """Make a sentence of CoNLL-U rows; words inside a multi-word token have no space between."""
    glued: set[int] = set()  # words with no space after them
    words = []
    for row in rows:
        ends_tight = "SpaceAfter=No" in row[9]
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            glued.update(range(first, last + ends_tight))
        elif row[0].isdigit():
            words.append(row)
            if ends_tight:
                glued.add(int(row[0]))
    return Sentence(
        forms=[row[1] for row in words],
        gaps=[int(Gap.NOTHING if int(row[0]) - 1 in glued else Gap.SPACE) for row in words],
        upos=[row[3] for row in words],
        xpos=[row[4] for row in words],
        feats=[row[5] for row in words],
        lemmas=[row[2] for row in words],
        heads=[int(row[6]) for row in words],
        relations=[row[7] for row in words],
    )


def read_treebank(path: Path, entities: Path | None = None) -> list[Document]:
    """Read a CoNLL-U file, with the entities of the same sentences from an IOB2 file.

    The two are joined by the words of the sentence, since some IOB2 files hold extra lines.
    """
    by_words = dict(_read_iob2(entities)) if entities else {}
    documents: list[Document] = []
    for block in _blocks(path):
        comments = [line for line in block if line.startswith("#")]
        if not documents or any(line.startswith("# newdoc") for line in comments):
            documents.append([])
        rows = [line.split("\t") for line in block if not line.startswith("#")]
        sentence = _sentence(rows)
        sentence.entities = by_words.get(tuple(sentence.forms))
        sentence.starts_paragraph = any(line == "# newpar" or line.startswith("# newpar id") for line in comments)
        documents[-1].append(sentence)
    return documents


def _read_iob2(path: Path) -> Iterator[tuple[tuple[str, ...], list[str]]]:
    for block in _blocks(path):
        rows = [line.split("\t") for line in block]
        yield tuple(row[0] for row in rows), [row[1] for row in rows]


def read_entities(path: Path) -> list[Document]:
    """Read an IOB2 file of loose sentences: each is a document, its spacing guessed."""
    return [
        [Sentence(forms=list(forms), gaps=_guess_gaps(forms), entities=tags)]
        for forms, tags in _read_iob2(path)
        if any(forms)
    ]


def _guess_gaps(forms: tuple[str, ...]) -> list[int]:
    befores = ("", *forms[:-1])
    return [
        int(Gap.NOTHING if form in CLOSES or before in OPENS else Gap.SPACE)
        for before, form in zip(befores, forms, strict=True)
    ]
