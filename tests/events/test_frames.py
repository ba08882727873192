import pytest

from schemas.event import TYPES
from transforms.events.frames import noun_frames, verb_frames
from transforms.lexicon.event_nouns import EVENT_NOUNS, MODIFIERS
from transforms.lexicon.event_settings import PROMISED, TARGET_PREPOSITIONS
from transforms.lexicon.event_verbs import ACTOR_CLASSES, EVENT_VERBS, OBJECTS

KNOWN = set(OBJECTS) | set(MODIFIERS) | ACTOR_CLASSES | {"CLAUSE", "TO_DO", "BACK"}


@pytest.mark.parametrize("frames", [verb_frames(), noun_frames()], ids=["verbs", "nouns"])
def test_every_frame_is_of_a_known_type_and_class(frames) -> None:
    for listed in frames.values():
        for frame in listed:
            assert frame.type in TYPES
            assert frame.cameo.isdigit()
            assert frame.company in KNOWN | {""}, frame.name


def test_the_most_demanding_frame_is_asked_first() -> None:
    demands = [frame.demand for frame in verb_frames()["withdraw"]]
    assert demands == sorted(demands, reverse=True)
    assert demands[0] > 0


def test_a_name_reads_as_the_table_writes_it() -> None:
    names = {frame.name for frame in verb_frames()["call"]}
    assert {"request:call+on", "concede:call_off~PROTEST"} <= names


def test_no_class_stands_unused() -> None:
    used = {frame.company for table in (verb_frames(), noun_frames()) for listed in table.values() for frame in listed}
    assert set(OBJECTS) - used == set()


def test_every_type_has_verbs_and_prepositions() -> None:
    assert set(EVENT_VERBS) == set(TYPES) == set(TARGET_PREPOSITIONS)
    assert set(EVENT_NOUNS) <= set(TYPES)
    assert set(PROMISED.values()) <= set(TYPES)
