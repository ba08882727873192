"""Claims that measure an event are linked to it, whatever part of the clause holds them."""

from datetime import date

import pytest

from newsledger.engine import load_engine
from schemas.context import Context
from transforms.extract import extract

CONTEXT = Context(published_on=date(2026, 10, 5), country="USA", title=None, url=None)


@pytest.fixture(scope="module")
def nlp():
    return load_engine()


@pytest.mark.parametrize(
    ("text", "kind", "measured"),
    [
        ("Gunmen killed 12 soldiers in Niger on Sunday.", "ASSAULT", ["12"]),
        ("Japan promised medical aid for Kenya to the tune of $7 million.", "AID", ["$7 million"]),
        ("Norway announced emergency aid for Chad that includes 300 tents.", "AID", ["300"]),
        ("Norway will give Chad aid that includes 300 tents.", "AID", ["300"]),
        ("Police arrested 40 protesters in Lima, 3 days after the vote.", "COERCE", ["40"]),
        ("Canada will send its soldiers to 3 countries.", "MOBILIZE", []),
    ],
)
def test_an_event_knows_what_measures_it(nlp, text, kind, measured):
    extraction = extract(nlp(text), CONTEXT)
    events = [event for event in extraction.events if event.type == kind]
    assert events, [event.type for event in extraction.events]
    assert [extraction.claims[index].text for index in events[0].claims] == measured
