from datetime import date

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Token

from tests.assertions.corpus import Case, read_corpus
from transforms.assertions.attribute import find_speakers
from transforms.assertions.read import Assertion, read_assertions

WEDNESDAY = date(2024, 5, 15)
CASES = list(read_corpus("corpus.conllu"))
PRONOUNS = {"he", "his", "she", "her", "it", "its", "they", "their", "who", "which", "that"}
PLAIN = spacy.blank("en")


def the_word(case: Case) -> Token:
    return next(token for token in case.doc if token.text == case.word)


def written(assertion: Assertion, field: str) -> str:
    if field == "speaker":
        return assertion.speaker.text if assertion.speaker else "-"
    if field == "time":
        return f"{assertion.time.from_} {assertion.time.to}" if assertion.time else "-"
    if field == "place":
        return assertion.place.text if assertion.place else "-"
    return assertion.factuality


@pytest.mark.parametrize("case", CASES, ids=map(str, CASES))
def test_corpus(case: Case) -> None:
    assertion = read_assertions(case.doc, WEDNESDAY).of(the_word(case))
    assert written(assertion, case.field) == case.expected


@pytest.mark.parametrize(("field", "nothing"), [("speaker", "-"), ("time", "-"), ("factuality", "fact")])
def test_corpus_has_examples_and_counter_examples(field: str, nothing: str) -> None:
    expected = [case.expected for case in CASES if case.field == field]
    assert sum(one != nothing for one in expected) >= 10
    assert sum(one == nothing for one in expected) >= 4


@pytest.mark.parametrize("case", CASES, ids=map(str, CASES))
def test_every_speaker_is_named_and_stands_where_it_is_said(case: Case) -> None:
    speakers = find_speakers(case.doc)
    for speaker in filter(None, map(speakers.of, case.doc)):
        mention = case.doc.text[speaker.start : speaker.end]
        assert speaker.text in case.doc.text
        assert mention == speaker.text or mention.lower() in PRONOUNS


def test_a_text_without_a_parse_has_the_outlets_own_voice() -> None:
    doc = PLAIN("Police said 12 sailors may have drowned on Monday.")
    assertions = read_assertions(doc, WEDNESDAY)
    assert {assertions.of(token) for token in doc} == {Assertion(None, "fact", None, None)}


@given(st.text(alphabet=st.sampled_from('abc "“”‘’.,:\n\u202e12%😀'), max_size=60))
def test_any_quotation_is_read_without_a_fault(text: str) -> None:
    doc = PLAIN(text)
    assert all(read_assertions(doc, None).of(token).speaker is None for token in doc)
