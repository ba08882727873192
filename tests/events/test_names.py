import pytest
import spacy

from schemas.event import SECTORS
from transforms.events.names import find_names
from transforms.lexicon.countries import COUNTRIES
from transforms.lexicon.leaders import LEADER_SECTORS, LEADERS
from transforms.lexicon.organisations import ORGANISATIONS, SHARED_NAMES
from transforms.lexicon.roles import SECTOR_OF

NLP = spacy.blank("en")
CODES = set(COUNTRIES) | {"IGO", "NGO"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Kremlin warned South Korea.", [("RUS", "GOV"), ("KOR", "GOV")]),
        ("North Koreans fled.", [("PRK", "CVL")]),
        ("The United Nations met the Red Cross.", [("IGO", "IGO"), ("NGO", "NGO")]),
        ("Boko Haram attacked Hausa traders.", [("NGA", "REB"), ("NGA", "CVL")]),
        ("Angela Merkel called London.", [("DEU", "GOV"), ("GBR", "GOV")]),
    ],
)
def test_names(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(one.name.country, one.name.sector) for one in find_names(NLP(text))] == expected


@pytest.mark.parametrize("text", ["He drove to New Mexico.", "us and them", "polish the table", "a turkey dinner"])
def test_no_names(text: str) -> None:
    assert list(find_names(NLP(text))) == []


@pytest.mark.parametrize(
    ("text", "people", "names"),
    [
        ("Jordan scored twice.", [(0, 1)], 0),
        ("Mali agreed.", [(0, 1)], 1),  # misread, for nobody is called so
        ("Aru Mali sang and Mali left.", [(0, 2), (4, 5)], 0),
        ("Ivanka Trump left.", [(0, 2)], 0),
        ("Donald Trump left.", [(0, 2)], 1),
        ("Trump Jr left.", [(0, 1)], 0),
        ("Aru Trump-Ohm left.", [(0, 4)], 0),
    ],
)
def test_people_may_bear_a_known_name(text: str, people: list[tuple[int, int]], names: int) -> None:
    doc = NLP(text)
    doc.set_ents([spacy.tokens.Span(doc, start, end, "PERSON") for start, end in people])
    assert len(list(find_names(doc))) == names


def test_tables_speak_of_known_codes() -> None:
    assert set(LEADERS) <= CODES
    assert {country for country, _, _ in ORGANISATIONS} <= CODES | {""}
    assert {country for _, _, listed in SHARED_NAMES for country in listed.split(";")} <= CODES
    assert all(";" in countries for _, _, countries in SHARED_NAMES)
    assert {sector for _, sector, _ in ORGANISATIONS} | set(SECTOR_OF.values()) | set(LEADER_SECTORS.values()) <= set(
        SECTORS
    )
