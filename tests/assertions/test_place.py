import pytest
import spacy
from spacy.tokens import Doc, Span

from transforms.assertions.place import find_places, is_wide, place_of

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


@pytest.mark.parametrize(
    ("text", "lat", "lon"),
    [
        ("They met in Paris.", 48.9, 2.3),
        ("They met in Paris, Texas.", 33.7, -95.6),
        ("They met in Portland, Maine.", 43.7, -70.3),
        ("They met in Portland, Oregon.", 45.5, -122.7),
        ("NAIROBI (Agency) - Rain fell.", -1.3, 36.8),
        ("They met in Kenya.", -1.3, 36.8),  # a country is where its capital is
    ],
)
def test_coordinates(text: str, lat: float, lon: float) -> None:
    doc = NLP(text)
    place = place_of(next(iter(find_places(doc).by_token.values())), doc)
    assert (place.lat, place.lon) == (pytest.approx(lat, abs=0.2), pytest.approx(lon, abs=0.2))


def test_countries_and_regions_are_wide_and_towns_are_not() -> None:
    wide = {
        name: is_wide(place_of(next(iter(find_places(NLP(f"in {name}")).by_token.values())), NLP(f"in {name}")))
        for name in ("Kenya", "Texas", "Nairobi")
    }
    assert wide == {"Kenya": True, "Texas": True, "Nairobi": False}


def test_settings_are_the_countries_of_most_scenes() -> None:
    doc = spacy.blank("en")("In Oslo. In Bergen. In Lima.")
    deps = ["case" if token.text == "In" else "obl" for token in doc]
    heads = [token.i + 1 if token.text == "In" else token.i for token in doc]
    parsed = Doc(
        doc.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc], deps=deps, heads=heads
    )
    assert find_places(parsed).settings == ("NOR",)


def test_a_town_has_coordinates() -> None:
    doc = NLP("They met in Vienna.")
    place = place_of(next(iter(find_places(doc).by_token.values())), doc)
    assert place.lat == pytest.approx(48.2, abs=0.2)
    assert place.lon == pytest.approx(16.4, abs=0.2)
