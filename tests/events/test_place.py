import pytest
import spacy
from spacy.tokens import Doc, Span

from transforms.assertions.place import find_places, place_of

NLP = spacy.blank("en")


def read(text: str, *towns: str) -> list[tuple[str, str | None]]:
    doc = NLP(text)
    doc.set_ents([span for town in towns for span in find(doc, town)])
    found = dict.fromkeys(find_places(doc).by_token.values())
    return [(place_of(one, doc).text, place_of(one, doc).country) for one in found]


def find(doc: Doc, town: str) -> list[Span]:
    return [Span(doc, token.i, token.i + 1, "LOC") for token in doc if token.text == town]


@pytest.mark.parametrize(
    ("text", "towns", "expected"),
    [
        ("They met in Paris.", (), [("Paris", "FRA")]),
        ("They met in Paris, Texas.", (), [("Paris", "USA"), ("Texas", "USA")]),
        ("Trains left Odesa for Moldova.", ("Odesa",), [("Odesa", "UKR"), ("Moldova", "MDA")]),
        ("The Democratic Republic of the Congo voted.", (), [("Democratic Republic of the Congo", "COD")]),
        ("Nice weather in March.", (), []),
        ("Mobile phones rang.", (), []),
    ],
)
def test_places(text: str, towns: tuple[str, ...], expected: list[tuple[str, str | None]]) -> None:
    assert read(text, *towns) == expected


def test_a_town_has_coordinates() -> None:
    doc = NLP("They met in Vienna.")
    place = place_of(next(iter(find_places(doc).by_token.values())), doc)
    assert place.lat == pytest.approx(48.2, abs=0.2)
    assert place.lon == pytest.approx(16.4, abs=0.2)
