"""Read the corpora of events: CoNLL-U with the expected events as comments.

`# event = TYPE | trigger | sources | targets | factuality`, an actor being `COUNTRY SECTOR`, with `-` for
no country; a sentence without such a line is a counter-example. The parses are frozen, so that a rule is
tested by itself, whatever the engine learns.
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
    text: str
    doc: Doc
    events: tuple[str, ...]


def read_corpus(name: str) -> Iterator[Case]:
    for block in (HERE / name).read_text(encoding="utf-8").strip().split("\n\n"):
        lines = block.splitlines()
        comments = [line.split(" = ", 1) for line in lines if line.startswith("#")]
        text = next(value for key, value in comments if key == "# text")
        events = tuple(value for key, value in comments if key == "# event")
        doc = build([line.split("\t") for line in lines if not line.startswith("#")])
        assert doc.text == text
        yield Case(text, doc, events)


def build(rows: list[list[str]]) -> Doc:
    return Doc(
        VOCAB,
        words=[row[1] for row in rows],
        spaces=["SpaceAfter=No" not in row[9] for row in rows],
        lemmas=[row[2] for row in rows],
        pos=[row[3] for row in rows],
        tags=[row[4] for row in rows],
        heads=[number if row[6] == "0" else int(row[6]) - 1 for number, row in enumerate(rows)],
        deps=[row[7] for row in rows],
        ents=[row[9].partition("Entity=")[2] or "O" for row in rows],
    )
