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


def test_a_person_may_be_called_jordan() -> None:
    doc = NLP("Jordan scored twice.")
    doc.set_ents([spacy.tokens.Span(doc, 0, 1, "PERSON")])
    assert list(find_names(doc)) == []


def test_tables_speak_of_known_codes() -> None:
    assert set(LEADERS) <= CODES
    assert {country for country, _, _ in ORGANISATIONS} <= CODES | {""}
    assert {country for _, _, listed in SHARED_NAMES for country in listed.split(";")} <= CODES
    assert all(";" in countries for _, _, countries in SHARED_NAMES)
    assert {sector for _, sector, _ in ORGANISATIONS} | set(SECTOR_OF.values()) | set(LEADER_SECTORS.values()) <= set(
        SECTORS
    )
