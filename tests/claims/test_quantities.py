"""Numbers, units, ranges and qualifiers: text on the left, what is read on the right."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.claims.text import quantities_of

NUMBERS = [
    ("4 boats sank", 4),
    ("1,250,000 boats", 1_250_000),
    ("12,34,567 boats", 1_234_567),
    ("0.75 litres", 0.75),
    ("three million four hundred thousand and five boats", 3_400_005),
    ("twenty-one boats", 21),
    ("two and a half million boats", 2_500_000),
    ("half a million boats", 500_000),
    ("half a dozen boats", 6),
    ("a dozen boats", 12),
    ("two dozen boats", 24),
    ("a hundred boats", 100),
    ("5-million-barrel cut", 5_000_000),
    ("£7.25bn lost", 7_250_000_000),
    ("USD81.4 million lost", 81_400_000),
    ("US$9bn lost", 9_000_000_000),
    ("12k people", 12_000),
    ("3 1/2 miles", 3.5),
    ("temperatures of -12°C", -12),
    ("minus 12 degrees Celsius", -12),
    ("RM3.5mil lost", 3_500_000),
    ("80, 000 boats", 80_000),
    ("EUR1,250,000.50 lost", 1_250_000.5),
    ("a quarter of a million boats", 250_000),
    ("three quarters of a billion boats", 750_000_000),
    ("two and three quarters million boats", 2_750_000),
    ("half a mile", 0.5),
    ("half of 1 percent", 0.5),
    ("four-and-a-half years", 4.5),
    ("$65.4 billion", 65_400_000_000),
    ("a quarter of an hour", 0.25),
    ("half a percentage point", 0.5),
    ("1/4 of a mile", 0.25),
    ("sixfold", 6),
    ("3.2 × 10^6 cells", 3_200_000),
    ("3.2×10−3 metres", 0.0032),
    ("MSEK 40 lost", 40_000_000),
    ("120 MEUR lost", 120_000_000),
    ("75 USD million lost", 75_000_000),
    ("$-5.5bn", -5_500_000_000),
    ("minus-3 degrees Celsius", -3),
    ("12 degrees below zero", -12),
    ("R7.5bn lost", 7_500_000_000),
    ("RM79 lost", 79),
    ("R50 250 lost", 50_250),
    ("N2.5bn lost", 2_500_000_000),
    ("PS6m lost", 6_000_000),
    ("each cost 4m/- then", 4_000_000),
    ("10 000 boats", 10_000),
    ("30m Danish krone", 30_000_000),
    ("1,340km", 1_340),
]
COMPOUNDS = [
    ("3 dollars 50 cents", 3.5, "USD"),
    ("thirteen dollars and forty-five cents", 13.45, "USD"),
    ("it costs 15 dollars 50.", 15.5, "USD"),
    ("5 feet 10 inches", 5 + 10 / 12, "foot"),
    ("two hours and 30 minutes", 2.5, "hour"),
    ("two years and six months in jail", 2.5, "year"),
    ("6'3\" tall", 6.25, "foot"),
]
APART = [
    ("15 dollars and 50 boats", [15, 50]),
    ("eight of 11 drivers", [8, 11]),
    ("11 of the 12 mills", [11, 12]),
    ("it rose in 2023 to €3.6 million", [2023, 3_600_000]),
    ("5 300-mile trips", [5, 300]),
    ("3 USD50 cards", [3, 50]),
    ("5 feet and 14 inches", [5, 14]),
    ("3 dollars, 50 boats", [3, 50]),
    ("two years and six boats", [2, 6]),
]
SHARES = [
    ("one in four drivers", 25),
    ("3 out of 5 drivers", 60),
    ("two-thirds of drivers", 66.67),
    ("a quarter of drivers", 25),
    ("half of drivers", 50),
    ("1/3 of drivers", 33.33),
    ("eight of 10 drivers", 80),
    ("one-fifth of drivers", 20),
    ("a one-third stake", 33.33),
]
VAGUE = [
    ("dozens of boats", 24),
    ("thousands of boats", 2000),
    ("tens of thousands of boats", 20_000),
    ("several thousand boats", 2000),
    ("tens or even hundreds of thousands of boats", 20_000),
]
RANGES = [
    ("between eight and 10 boats", 8, 10),
    ("between eight and10 boats", 8, 10),
    ("20-30 kilometres", 20, 30),
    ("$40-50 billion", 4e10, 5e10),
    ("$40-$50 billion", 4e10, 5e10),
    ("from 5% to 7%", 5, 7),
    ("two or three boats", 2, 3),
    ("3 to 4 million tonnes", 3e6, 4e6),
    ("$48 to $90 a week", 48, 90),
    ("8 or $9", 8, 9),
    ("by 5 to 7 percent", 5, 7),
    ("18- to 24-year-old men", 18, 24),
    ("from 1000 to 2000 workers", 1000, 2000),
    ("33-35 billion euros", 33e9, 35e9),
]
# A unit told once, after the second number: (text, unit of the first, its value).
BORROWED = [
    ("10- and 30-year bonds", "year", 10),
    ("they voted 52 to 48 percent", "percent", 52),
]
NOT_BORROWED = ["it grew from 2015 to 5 percent", "40 boats and 5 percent", "on May 5 and 6 percent"]

UNITS = [
    ("40%", "percent"),
    ("3 percentage points", "percentage_point"),
    ("25 basis points", "basis_point"),
    ("€5 a litre", "EUR per liter"),
    ("90 km/h", "kilometer per hour"),
    ("60 miles per hour", "mile per hour"),
    ("40 gigawatt-hours", "gigawatt hour"),
    ("12 square metres", "square meter"),
    ("70 cents", "USD"),
    ("5 Canadian dollars", "CAD"),
    ("12 Swiss francs", "CHF"),
    ("9 pesetas", "ESP"),
    ("1.5 million barrels per day", "barrel per day"),
    ("27 times", "times"),
    ("a 14-month sentence", "month"),
    ("$6 million a year earlier", "USD"),
    ("a $5 million fine", "USD"),
    ("A $5 million fine", "USD"),
    ("A$5 million", "AUD"),
    ("mxn$ 15", "MXN"),
    ("c $ 15", "CAD"),
    ("rmb 10", "CNY"),
    ("100 eur", "EUR"),
    ("100元", "CNY"),
    ("5 €", "EUR"),
    ("$5 million dollars", "USD"),
    ("68p", "GBP"),
    ("$70-a-share", "USD per share"),
    ("£24 a-year", "GBP per year"),
    ("64 cents a dozen", "USD per dozen"),
    ("5 W", "watt"),
    ("winds of 40 kt", "knot"),
    ("a yield of 40 kt", "kilotonne"),
    ("$2.24 per mmBTU", "USD per million british thermal unit"),
    ("500 lb-ft", "pound foot"),
    ("30 C (86 F)", "degree celsius"),
    ("a capacitor of 2.5 F", "farad"),
    ("20 (kg)", "kilogram"),
    ("20 [km]", "kilometer"),
    ("29.5 million bpd", "barrel per day"),
    ("a 3-million-bpd cut", "barrel per day"),
    ("40 US gallons", "gallon"),
    ("four straight weeks", "week"),
    ("two more years", "year"),
    ("$50/b", "USD per barrel"),
    ("82,000 barrels a day from May", "barrel per day"),
    ("$6 a year from now", "USD"),
    ("40 imperial gallons", "imperial gallon"),
    ('10" wide', "inch"),
    ("a profit of Y590bn", "JPY"),
    ("a profit of Y=590 billion", "JPY"),
    ("3 bitcoins", "bitcoin"),
    ("sub-300 sq m", "square meter"),
    ("58.4 cu.ft", "cubic foot"),
    ("58.4 cu. ft. of sand", "cubic foot"),
    ("500 sq. ft. rooms", "square foot"),
    ("4.28 zlotys per euro", "PLN per EUR"),
    ("90 yen to the dollar", "JPY per USD"),
    ("15% per annum since then", "percent per year"),
    ("50 cents more per barrel", "USD per barrel"),
    ("R450m", "ZAR"),
    ("KSh5,000", "KES"),
    ("4m/-", "KES"),
]
NO_UNITS = [
    ("I try 5 boats", "count"),
    ("top 5 boats", "count"),
    ("15 cop cars", "count"),
    ("5 boats of the R61 road", "count"),
    ("two quarters of losses", "count"),
    ('he said "I am 22" then', "count"),
    ("20 (in May)", "count"),
    ("it leaves at 2 pm", "count"),
]

QUALIFIERS = [
    ("about 55 boats", "approx", 55, 55),
    ("more than 55 boats", "more_than", 55, None),
    ("at least 55 boats", "at_least", 55, None),
    ("up to 55 boats", "at_most", None, 55),
    ("fewer than 55 boats", "less_than", None, 55),
    ("no more than 55 boats", "at_most", None, 55),
    ("55 or more boats", "at_least", 55, None),
    ("55 boats", "exact", 55, 55),
    ("less than an hour", "less_than", None, 1),
    ("15-plus years", "at_least", 15, None),
    ("plus or minus 4 points", "exact", 4, 4),
    ("sub-300 sq m", "less_than", None, 300),
    ("within 20 miles", "at_most", None, 20),
    ("over the age of 21", "more_than", 21, None),
    ("a high of $93 and up from", "exact", 93, 93),
]


@pytest.mark.parametrize(("text", "value"), NUMBERS)
def test_a_number_is_read_to_its_value(text, value):
    _, [quantity] = quantities_of(text)
    assert quantity.low == quantity.high == pytest.approx(value)


@pytest.mark.parametrize(("text", "value", "unit"), COMPOUNDS)
def test_an_amount_in_two_units_is_one(text, value, unit):
    _, [quantity] = quantities_of(text)
    assert (quantity.low, quantity.unit) == (pytest.approx(value), unit)


@pytest.mark.parametrize(("text", "values"), APART)
def test_two_amounts_beside_each_other_stay_two(text, values):
    assert [quantity.low for quantity in quantities_of(text)[1]] == values


@pytest.mark.parametrize(("text", "unit"), NO_UNITS)
def test_what_only_looks_like_a_unit_is_none(text, unit):
    assert quantities_of(text)[1][0].unit == unit


@pytest.mark.parametrize(("text", "value"), SHARES)
def test_a_share_is_a_percentage(text, value):
    _, [quantity] = quantities_of(text)
    assert (quantity.low, quantity.unit) == (pytest.approx(value), "percent")


@pytest.mark.parametrize(("text", "low"), VAGUE)
def test_a_vague_multiple_is_twice_its_base_or_more(text, low):
    _, [quantity] = quantities_of(text)
    assert (quantity.low, quantity.high, quantity.qualifier) == (low, None, "vague")


@pytest.mark.parametrize(("text", "low", "high"), RANGES)
def test_a_range_has_both_ends(text, low, high):
    _, [quantity] = quantities_of(text)
    assert (quantity.low, quantity.high, quantity.qualifier) == (low, high, "between")


@pytest.mark.parametrize(("text", "unit", "value"), BORROWED)
def test_a_unit_told_once_is_of_both_numbers(text, unit, value):
    first, second = quantities_of(text)[1]
    assert (first.unit, first.low, second.unit) == (unit, value, unit)


@pytest.mark.parametrize("text", NOT_BORROWED)
def test_a_unit_is_not_lent_to_what_is_another(text):
    assert quantities_of(text)[1][0].unit == "count"


@pytest.mark.parametrize(("text", "unit"), UNITS)
def test_a_unit_has_one_name(text, unit):
    assert quantities_of(text)[1][0].unit == unit


@pytest.mark.parametrize(("text", "name", "low", "high"), QUALIFIERS)
def test_a_qualifier_bounds_the_number(text, name, low, high):
    _, [quantity] = quantities_of(text)
    assert (quantity.qualifier, quantity.low, quantity.high) == (name, low, high)


@given(st.integers(min_value=0, max_value=10**15))
def test_grouped_digits_read_back(value):
    _, [quantity] = quantities_of(f"{value:,} boats")
    assert quantity.low == value


@given(st.text(alphabet="0123456789.,-–%$€ abkm/and tohundred\n", max_size=60))
def test_no_text_breaks_the_reading(text):
    words, quantities = quantities_of(" ".join(text.split()))
    for quantity in quantities:
        assert 0 <= quantity.first < quantity.end <= len(words)
