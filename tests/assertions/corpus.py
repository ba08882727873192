"""Read the corpus of assertions: parses with what holds for one of their words as comments.

`# FIELD | word | expected`, the field being speaker, factuality, time or place and `-` nothing. Token numbers and heads
count over the whole text, white space included, so that a case may have several sentences and paragraphs. The parses
are frozen: a rule is tested by itself, whatever the engine learns.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.tokens import Doc

HERE = Path(__file__).parent
VOCAB = spacy.blank("en").vocab


@dataclass(frozen=True)
class Case:
    doc: Doc
    field: str
    word: str
    expected: str

    def __str__(self) -> str:
        return f"{self.field} of {self.word}: {self.doc.text}"


def read_corpus(name: str) -> Iterator[Case]:
    for block in (HERE / name).read_text(encoding="utf-8").strip().split("\n\n"):
        lines = block.splitlines()
        doc = _build([line.split("\t") for line in lines if not line.startswith("#")])
        assert lines[0] == "# text = " + doc.text.replace("\n", "\\n")
        for line in lines[1:]:
            if line.startswith("#"):
                yield Case(doc, *(part.strip() for part in line.removeprefix("#").split("|")))


def _build(rows: list[list[str]]) -> Doc:
    return Doc(
        VOCAB,
        words=[row[1].replace("\\n", "\n") for row in rows],
        spaces=["SpaceAfter=No" not in row[9] for row in rows],
        lemmas=[row[2].replace("\\n", "\n") for row in rows],
        pos=[row[3] for row in rows],
        tags=[row[4] for row in rows],
        heads=[number if row[6] == "0" else int(row[6]) - 1 for number, row in enumerate(rows)],
        deps=[row[7] for row in rows],
        ents=[row[9].partition("Entity=")[2] or "O" for row in rows],
    )
