"""Money under names that countries share, and pounds that weigh."""

import pytest

from schemas.context import Context
from tests.claims.text import doc_of
from transforms.claims.currency import as_mass, at_home, read_home
from transforms.claims.quantities import find_quantities
from transforms.claims.words import read_words

TOLD = [
    ("The mill paid $5", "USD"),
    ("In Canada and in Toronto the mill paid $5", "CAD"),
    ("In Canada and in Toronto oil fell to $5 a barrel", "USD per barrel"),
    ("In Canada the mill paid $5", "USD"),
    ("In Canada and in Ontario, unlike in Texas and Ohio, the mill paid $5", "USD"),
    ("In Canada and in Toronto the mill paid $5 US", "USD"),
    ("The mill in Chile paid 5 pesos", "CLP"),
    ("The mill in Pakistan and in Islamabad paid Rs 5", "PKR"),
    ("The mill in Sweden paid 5 kronor", "SEK"),
    ("The mill in Norway paid 500 kroner", "NOK"),
    ("The Egyptian mill near Cairo paid 5 pounds", "EGP"),
    ("The mill in Senegal paid 5 francs", "XOF"),
    ("The mill in Chile paid 5 Mexican pesos", "MXN"),
]
GUESSED = ["The mill paid 5 pesos", "The mill paid 5 dinars", "From Chile to Peru and Argentina it paid 5 pesos"]
SETTLED = ["The mill paid $5", "The mill in Chile paid 5 pesos", "The mill paid 5 euros"]
WEIGHING = [
    "a 5-pound trout",
    "the sack weighs 12 pounds",
    "they seized 40 pounds of heroin",
    "he lost 30 pounds",
    "6 pounds 8 ounces",
]
PAYING = [
    "the mill cost 5 pounds",
    "a fine of 500 pounds",
    "2 million pounds of debt",
    "a 5-pound note from Britain",
    "in London he lost 30 pounds",
    "5 pounds sterling",
]


def read(text, context=None):
    words = read_words(doc_of(text))
    home = read_home(words, context or Context())
    return [at_home(as_mass(words, one, home), home) for one in find_quantities(words)]


LETTERS = [
    ("In Kenya and in Nairobi it cost 4m/-", "KES"),
    ("In Tanzania it cost 4m/-", "TZS"),
    ("In Botswana it cost P50 million", "BWP"),
    ("In Zambia it cost K5,000", "ZMW"),
]


@pytest.mark.parametrize(("text", "unit"), LETTERS)
def test_a_letter_is_the_money_of_the_storys_country(text, unit):
    assert read(text)[-1].unit == unit


@pytest.mark.parametrize(("text", "unit"), TOLD)
def test_a_shared_name_is_the_money_of_the_storys_country(text, unit):
    assert read(text)[-1].unit == unit


def test_the_outlets_country_decides_unless_the_text_tells_another():
    outlet = Context(country="AUS")
    assert read("The mill paid $5", outlet)[0].unit == "AUD"
    assert read("In Ohio the mill paid $5", outlet)[0].unit == "USD"


@pytest.mark.parametrize("text", GUESSED)
def test_what_several_countries_call_so_is_a_guess(text):
    assert read(text)[0].is_guess


@pytest.mark.parametrize("text", SETTLED)
def test_what_one_country_calls_so_is_none(text):
    assert not read(text)[0].is_guess


@pytest.mark.parametrize("text", WEIGHING)
def test_pounds_that_weigh(text):
    [quantity] = read(text)
    assert (quantity.unit, quantity.kind) == ("pound", "measure")


@pytest.mark.parametrize("text", PAYING)
def test_pounds_that_pay(text):
    assert read(text)[0].unit == "GBP"
