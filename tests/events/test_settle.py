"""Whose the police and the wounded are: of the place, of the role told before, of the possessor; else open."""

import pytest

from newsledger.engine import load_engine
from schemas.context import Context
from transforms.extract import extract

RIVALS = "Tanks stood in Kenya. Shops closed in Somalia. "


@pytest.fixture(scope="module")
def nlp():
    return load_engine()


def events_of(nlp, text):
    return extract(nlp(text), Context()).events


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Police arrested four teachers in Somalia.", "SOM"),
        (f"{RIVALS}Police arrested four teachers in Nairobi.", "KEN"),
        (f"{RIVALS}Somalia said that three soldiers were killed.", "SOM"),
        ("Kenya's defence minister spoke. Defence Minister Aru Teka condemned Chad.", "KEN"),
        ("Malta praised the chief prosecutor of Chad. Somalia condemned the prosecutor.", "TCD"),
    ],
)
def test_a_local_actor_is_of_the_country_that_the_text_tells(nlp, text, country):
    event = events_of(nlp, text)[-1]
    assert country in {one.country for one in event.sources + event.targets}
    assert event.candidates == ()


def test_where_two_countries_rival_the_actor_stays_open(nlp):
    (event,) = events_of(nlp, f"{RIVALS}Three soldiers were killed.")
    (soldiers,) = event.targets
    (open_one,) = event.candidates
    assert soldiers.country is None
    assert (open_one.start, open_one.end) == (soldiers.start, soldiers.end)
    assert set(open_one.countries) == {"KEN", "SOM"}


def test_what_belongs_to_nobody_known_is_not_given_to_the_place(nlp):
    event = next(iter(events_of(nlp, "Rain fell in Somalia. Chad condemned our allies.")))
    assert [one.country for one in event.targets] == [None]


def test_a_name_that_several_countries_bear_is_told_by_the_text(nlp):
    bare = events_of(nlp, "The Labor Party condemned Chad.")[0]
    assert (bare.sources[0].country, [one.countries for one in bare.candidates]) == (None, [("AUS", "ISR")])
    told = events_of(nlp, "It rained in Australia. The Labor Party condemned Chad.")[0]
    assert (told.sources[0].country, told.candidates) == ("AUS", ())


def test_a_scene_is_no_home_in_a_text_about_the_world(nlp):
    world = "Chile, Peru, Kenya, Norway, Japan, Mali, Ghana, Malta and Cuba spoke. Shops closed in Somalia. "
    (event,) = events_of(nlp, f"{world}Three soldiers were killed in the raid.")
    assert [one.country for one in event.targets] == [None]


def test_officials_are_of_the_country_spoken_of_most(nlp):
    text = "Kenya spoke. Kenya and Kenyan farmers waited. Shops closed in Somalia and in Mogadishu. "
    event = events_of(nlp, f"{text}The minister condemned Chad.")[-1]
    assert event.sources[0].country != "SOM"


def test_a_minister_named_without_a_country_may_be_of_either_of_two_that_rival(nlp):
    text = "Norway spoke. Shops closed in Norway, and in Oslo. Peru spoke. Peru waited. "
    event = events_of(nlp, f"{text}Economy Minister Ada Roe condemned Chad.")[-1]
    assert event.sources[0].country is None
    assert [set(one.countries) for one in event.candidates] == [{"NOR", "PER"}]
