"""The page of events speaks of every code that the tables give, and its examples are read as it says."""

import re
from pathlib import Path

import pytest

from schemas.context import Context
from tests.events.corpus import read_corpus
from transforms.events.frames import noun_frames, verb_frames
from transforms.extract import extract

PAGE = Path(__file__).parents[2] / "docs" / "events.md"
ROWS = re.findall(r"^\| `([A-Z]+)` \| (\d+) \| [^|]+ \| ([^|]+) \|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
CASES = {case.text: case.doc for case in read_corpus("codes.conllu")}


def test_the_page_lists_the_codes_of_the_tables() -> None:
    tables = (verb_frames(), noun_frames())
    given = {(frame.type, frame.cameo) for table in tables for frames in table.values() for frame in frames}
    assert {(kind, code) for kind, code, _ in ROWS} == given


@pytest.mark.parametrize(("kind", "code", "example"), ROWS)
def test_an_example_is_given_its_code(kind: str, code: str, example: str) -> None:
    found = extract(CASES[example], Context()).events
    assert (kind, code) in {(event.type, event.cameo) for event in found}
