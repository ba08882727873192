"""Any text is read without a fault, in linear time, and every claim is tied to its characters."""

import json
import string

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from newsledger.engine import load_engine
from newsledger.engine.pipeline import Tokenizer
from newsledger.texts import Complaints, text_of_line
from schemas.context import Context
from transforms.extract import extract

NOWHERE = Context()
TOKENIZER = Tokenizer(spacy.blank("en").vocab)
SENTENCE = f"Nearly 5 boats and 6% of 7 million tonnes were lost, {'as the harbour master told the council ' * 9}. "
LINES = [
    "The yard built 40 boats.",
    "Rice fell by 5% to €30 a tonne.",
    "Between 20 and 30 mills closed.",
    "Dozens of drivers, aged 20 to 30, waited 40 minutes.",
    "Two-thirds of the mills are 6 miles away.",
]
ONES = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen
""".split()  # noqa: SIM905 (a table of words reads best as words)
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
PIECES = ["$", "€", "5", "1,000", "3.5", "half", "a", "third", "of", "million", "%", "-", "–", "to", "between", "and"]
PIECES += [
    "°C",
    "km",
    "/",
    "per",
    "hour",
    "ago",
    "plus",
    "minus",
    "×",
    "10",
    "⁶",
    "pounds",
    "boats",
    "\n",
    "\t",
    "é",
    "🚢",
]


def unparsed(text):
    """Return the claims of a text without a parse: numbers, units and qualifiers."""
    return list(extract(TOKENIZER(text), NOWHERE).claims)


def told(claims):
    return [(claim.text, claim.low, claim.high, claim.unit) for claim in claims]


def spelt(value, joiner=" and "):
    """Write a whole number below a quadrillion in English words."""
    for scale, name in ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand")):
        if value >= scale:
            rest = value % scale
            return f"{spelt(value // scale, joiner)} {name}{f' {spelt(rest, joiner)}' if rest else ''}"
    if value >= 100:
        return f"{ONES[value // 100]} hundred{joiner + spelt(value % 100) if value % 100 else ''}"
    if value >= 20:
        return TENS[value // 10 - 2] + (f"-{ONES[value % 10]}" if value % 10 else "")
    return ONES[value]


@given(st.integers(min_value=2, max_value=10**15 - 1), st.sampled_from([" and ", " "]))
def test_a_number_written_out_reads_back(value, joiner):
    [claim] = unparsed(f"{spelt(value, joiner)} %")
    assert claim.low == claim.high == value


@given(st.decimals(min_value=0, max_value=10**9, places=2), st.sampled_from(["€{}", "{} EUR", "{} euros", "EUR{}"]))
def test_an_amount_reads_back(value, form):
    [claim] = unparsed(form.format(f"{value:,}"))
    assert (claim.low, claim.unit) == (float(value), "EUR")


@given(st.text(max_size=200) | st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join))
def test_offsets_give_back_the_text(text):
    ends = 0
    for claim in unparsed(text):
        assert text[claim.start : claim.end] == claim.text != ""
        assert claim.start >= ends, "claims are in order and do not overlap"
        ends = claim.end


@given(st.lists(st.sampled_from(LINES), max_size=6), st.lists(st.sampled_from(LINES), max_size=6))
def test_two_texts_together_have_the_claims_of_both(one, other):
    first, second = " ".join(one), " ".join(other)
    assert told(unparsed(f"{first}\n\n{second}")) == told(unparsed(first)) + told(unparsed(second))


def test_a_megabyte_is_read_whole():
    count = 1_000_000 // len(SENTENCE)
    assert told(unparsed(SENTENCE * count)) == told(unparsed(SENTENCE)) * count


def test_ten_thousand_numbers_in_a_row():
    assert {claim.text for claim in unparsed(" ".join(["5%"] * 10_000))} == {"5%"}


@pytest.mark.parametrize(
    "text",
    [
        "Mill\tBoats\tShare\nNorth\t40\t5%\nSouth\t50\t6%",
        "| Mill | Share |\n| --- | --- |\n| North | 5% |\n| South | 6% |",
    ],
)
def test_a_pasted_table_yields_its_shares(text):
    assert [claim.low for claim in unparsed(text) if claim.unit == "percent"] == [5, 6]


@pytest.mark.parametrize(
    "text", ["خسر 5% من القوارب", "🚢 5% 🚢🚢", "\x00\x07 5% \x1b\u202e 5%\u202c", "５％ 5%", "5%\ufffd"]
)
def test_other_scripts_and_signs_leave_numbers_readable(text):
    assert "5%" in {claim.text for claim in unparsed(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Die Werft baute im Jahr 2019 vierzig Schiffe.",
        "El astillero cerró en 2019 sin explicación.",
        "Верфь закрылась в 2019 году.",
    ],
)
def test_years_in_other_languages_are_no_claims(text):
    assert unparsed(text) == []


def test_invalid_utf8_is_replaced_and_counted(capsys):
    complain = Complaints()
    line = json.dumps({"id": 1, "text": "The yard lost 5% of ?? boats."}).encode().replace(b"??", b"\xff\xfe")
    text = text_of_line(line, "line 1", complain).text
    assert complain.count == 1
    assert "2 byte sequences" in capsys.readouterr().err
    [claim] = unparsed(text)
    assert text[claim.start : claim.end] == "5%"


@pytest.mark.slow
def test_one_line_of_100_000_characters_is_parsed_and_read():
    sentence = "The yard built 40 boats and the mill sold 7 tonnes of rice, "
    claims = extract(load_engine()(sentence * (100_000 // len(sentence))), NOWHERE).claims
    assert len(claims) == 2 * (100_000 // len(sentence))


@settings(max_examples=10)
@given(st.text(alphabet=string.printable, min_size=1, max_size=80))
def test_any_parsed_text_is_read(text):
    for claim in extract(ENGINE(text), NOWHERE).claims:
        assert text[claim.start : claim.end] == claim.text


ENGINE = load_engine()
