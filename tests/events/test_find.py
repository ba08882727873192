import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from schemas.context import Context
from schemas.event import SECTORS, TYPES, Event, Participant
from tests.events.corpus import Case, read_corpus
from transforms.extract import extract

EXAMPLES = [case for name in ("corpus.conllu", "rules.conllu") for case in read_corpus(name)]
COUNTER_EXAMPLES = list(read_corpus("counter_examples.conllu"))  # texts that look alike and tell nothing
CASES = EXAMPLES + COUNTER_EXAMPLES
NOTHING = Context()


def written(event: Event) -> str:
    sides = (", ".join(map(actor, side)) for side in (event.sources, event.targets))
    return " | ".join((event.type, event.text, *sides, event.factuality))


def actor(one: Participant) -> str:
    return f"{one.country or '-'} {one.sector}"


@pytest.mark.parametrize("case", CASES, ids=[case.text for case in CASES])
def test_corpus(case: Case) -> None:
    assert tuple(written(event) for event in extract(case.doc, NOTHING).events) == case.events


def test_corpus_has_examples_and_counter_examples() -> None:
    assert sum(bool(case.events) for case in EXAMPLES) >= 50
    assert len(COUNTER_EXAMPLES) >= 20
    assert not any(case.events for case in COUNTER_EXAMPLES)


@pytest.mark.parametrize("case", CASES, ids=[case.text for case in CASES])
def test_every_span_is_evidence(case: Case) -> None:
    for event in extract(case.doc, NOTHING).events:
        assert case.text[event.start : event.end] == event.text
        assert event.type in TYPES
        assert 0 <= event.confidence <= 1
        for one in event.sources + event.targets:
            assert case.text[one.start : one.end] == one.text
            assert one.sector in SECTORS


def test_a_text_without_a_parse_has_no_events() -> None:
    assert extract(spacy.blank("en")("Norwegian police arrested six fishermen."), NOTHING).events == ()


@given(st.text(max_size=80))
def test_any_text_is_read_without_a_fault(text: str) -> None:
    assert extract(spacy.blank("en").make_doc(text), NOTHING).events == ()
