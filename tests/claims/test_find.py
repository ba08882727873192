"""Whole claims by the engine's parse: concept, change, speaker, factuality; and texts that could break it."""

import sys
from collections import Counter

import pytest
from spacy.tokens import Doc

from newsledger.engine import load_engine
from schemas.context import Context
from tests.claims.text import VOCAB
from transforms.extract import extract

NOWHERE = Context()


@pytest.fixture(scope="module")
def nlp():
    return load_engine()


def test_vague_money_is_the_money_that_the_text_writes(nlp):
    vague, _ = extract(nlp("The state will chase billions owed to it. The mill owes R50bn."), NOWHERE).claims
    assert (vague.unit, vague.kind) == ("ZAR", "money")


def test_millions_in_cash_are_money(nlp):
    assert only(nlp, "They agreed to release millions in cash.").kind == "money"


def test_somebody_loses_pounds_of_weight(nlp):
    claim = only(nlp, "She lost 30 pounds in Britain and wrote about her weight.")
    assert (claim.unit, claim.kind) == ("pound", "measure")


def test_others_have_a_verb_of_their_own(nlp):
    killed, wounded = extract(nlp("Police said seven sailors were killed and 30 others wounded."), NOWHERE).claims
    assert (killed.predicate, wounded.predicate) == ("kill", "wound")


def only(nlp, text, context=NOWHERE):
    [claim] = extract(nlp(text), context).claims
    return claim


CONCEPTS = [
    ("The storm left 40 wooden boats on the shore.", "wooden boats"),
    ("Divers rescued 12 of the passengers.", "passengers"),
    ("The bank lent $5 million in emergency loans.", "emergency loans"),
    ("Ferry sales rose 5 percent last year.", "Ferry sales"),
    ("The court gave him a 14-month sentence.", "sentence"),
    ("The port sold a $3 million crane.", "crane"),
    ("Unemployment fell to 4 percent.", "Unemployment"),
]
CHANGES = [
    ("Rice prices rose 5 percent.", "up", "difference"),
    ("Rice prices fell by 5 percent.", "down", "difference"),
    ("Rice prices rose to $40.", "up", "final"),
    ("Rice prices climbed from $30.", None, "initial"),
    ("The index was down 5 percent.", "down", "difference"),
    ("Rice costs $40.", None, None),
    ("Rice output growth was 3 percent.", "up", "difference"),
    ("The mill boosted its rice stock by 3 percent.", "up", "difference"),
    ("Rice prices rose to a peak of $40.", "up", "final"),
    ("A third mill closed, bringing the total to 12.", "up", "final"),
    ("The charity raised $40.", None, None),
    ("The charity signed up 40 drivers.", None, None),
    ("He climbed peaks on seven continents.", None, None),
    ("Rice futures +3%.", "up", "difference"),
    ("The law will cut soot to 40 percent below 2005 levels.", "down", "difference"),
    ("The mill made price reductions on 50 goods.", None, None),
    ("The mill had a net loss of $5 million.", None, None),
    ("Exporters estimated their losses at $110 million.", None, None),
    ("The bank cut its interest rate by a quarter of a point.", "down", "difference"),
    ("The mill will raise wages by €20 to €50.", "up", "difference"),
    ("They shave off thousands of tons of rock.", None, None),
    ("They dug 40 metres down.", None, None),
    ("Rice prices edged down to $40.", "down", "final"),
    ("Rice prices inched back up to $40.", "up", "final"),
    ("The agency will claw back up to $40 from each mill.", None, None),
    ("Prices rose up to 5 percent.", "up", "difference"),
    ("Its strength was lower than 5 tonnes.", None, None),
]
POINTS = [
    ("The index lost 12 points.", "index_point", "other"),
    ("The index fell 3 percent to 1,463.87 points.", "index_point", "other"),
    ("The margin of error is 4.5 points.", "percentage_point", "percent"),
    ("On average the polls show a lead of 3 points.", "percentage_point", "percent"),
    ("The index fell 1 percent to 5,120.", "index_point", "other"),
    ("A 10-point lead in the polls is large.", "percentage_point", "percent"),
    ("The bank cut its main rate by a quarter of a point.", "percentage_point", "percent"),
    ("The team scored 12 points.", "count", "count"),
    ("The licence was renewed seven times.", "times", "other"),
    ("The new mill is seven times larger.", "times", "multiple"),
]
AGES = [
    ("Boys between the ages of 17 and 20 were asked.", "Boys"),
    ("The law protects children under 16.", "children"),
    ("The law protects drivers aged 16 to 24.", "drivers"),
    ("The captain is a 63-year-old.", None),
    ("Anna Kovac, 55, runs the mill.", "Anna Kovac"),
    ("Anna Kovac (55) runs the mill.", "Anna Kovac"),
    ("Granny (78) runs the mill.", "Granny"),
    ("A 78 yo sailor came.", "sailor"),
    ("The mill hired girls as young as 13.", "girls"),
    ("Anna Kovac 55 has a mill.", "Anna Kovac"),
    ("At 55, Anna Kovac still runs the mill.", "Anna Kovac"),
    ("Now 24, she has left the mill.", None),
    ("You are 22 and free.", None),
]
NO_AGES = [
    "Tom Ohm (4) throws a pass in the game against Norland.",
    "Windows 10 has a new look.",
    "At 40, the mill is old.",
    "The mill employs workers under 16 contracts.",
    "He turned one of the mills into a school.",
]
FACTUALITY = [
    ("The yard built 40 boats.", "fact"),
    ("The yard will build 40 boats.", "planned"),
    ("The yard may build 40 boats.", "possible"),
    ("The yard did not build 40 boats.", "negated"),
]


@pytest.mark.parametrize(("text", "concept"), CONCEPTS)
def test_the_concept_is_a_phrase_of_the_text(nlp, text, concept):
    claim = only(nlp, text)
    assert claim.concept == concept
    assert text[claim.concept_start : claim.concept_end] == concept


@pytest.mark.parametrize(("text", "unit", "kind"), POINTS)
def test_points_are_of_what_they_measure(nlp, text, unit, kind):
    claim = extract(nlp(text), NOWHERE).claims[-1]
    assert (claim.unit, claim.kind) == (unit, kind)


@pytest.mark.parametrize(("text", "concept"), AGES)
def test_an_age_is_somebodys(nlp, text, concept):
    [claim] = extract(nlp(text), NOWHERE).claims
    assert (claim.kind, claim.concept) == ("age", concept)


@pytest.mark.parametrize("text", NO_AGES)
def test_what_only_looks_like_an_age_is_none(nlp, text):
    assert all(claim.kind != "age" for claim in extract(nlp(text), NOWHERE).claims)


@pytest.mark.parametrize(("text", "trend", "role"), CHANGES)
def test_a_change_has_direction_and_role(nlp, text, trend, role):
    claim = only(nlp, text)
    assert (claim.trend, claim.change_role) == (trend, role)


@pytest.mark.parametrize(("text", "factuality"), FACTUALITY)
def test_mood_is_read(nlp, text, factuality):
    assert only(nlp, text).factuality == factuality


def test_the_speaker_is_named(nlp):
    claim = only(nlp, "The harbour master said 40 boats had sunk.")
    assert claim.speaker == "harbour master"


def test_a_conversion_shares_concept_and_qualifier(nlp):
    pounds, dollars = extract(nlp("The port paid more than £5 million ($6 million) for the crane."), NOWHERE).claims
    assert (pounds.qualifier, dollars.qualifier) == ("more_than", "more_than")
    assert pounds.concept == dollars.concept


def test_a_change_told_twice_has_one_direction(nlp):
    claims = extract(nlp("Rice futures fell 60 cents, or 1.5%, to settle at $40."), NOWHERE).claims
    assert [(one.trend, one.change_role) for one in claims] == [
        ("down", "difference"),
        ("down", "difference"),
        ("down", "final"),
    ]


# Numbers alone: what happened to people, what something is, how far it moved.
ALONE = [
    ("Police say eight killed in the storm.", 8, "kill"),
    ("At least 12 feared dead in the storm", 12, "fear"),
    ("A storm killed 13.", 13, "kill"),
    ("The lowest is 74.07.", 74.07, None),
    ("Rice closed, up 0.95.", 0.95, "close"),
]
LEVELS = [
    ("Rice fell from 8 to 5 percent.", [(8, "percent"), (5, "percent")]),
    ("Rice sales grew from 24.2 to 33 billion euros.", [(24.2e9, "EUR"), (33e9, "EUR")]),
    ("Rice sales grew by 50,000 and 20,000 bpd.", [(50_000, "barrel per day"), (20_000, "barrel per day")]),
]
# Rates whose time stands behind what they are of; their words stay their own.
LATE_RATES = [
    ("The mill burns 40 gallons of fuel a day.", "40 gallons", "gallon per day"),
    ("They buy $5bn of gas every year.", "$5bn", "USD per year"),
    ("The mill lost 40 tonnes of rice a year ago.", "40 tonnes", "tonne"),
]
# An amount without its unit, in that of the one before: (text, unit and value of the last claim).
RESUMED = [
    ("Sales rose to €5.2 billion from 4.9 billion.", "EUR", 4.9e9),
    ("Sales were €5.2 billion ($6bn) in May and 4.9 billion in June.", "EUR", 4.9e9),
    ("The profit fell to £40m, down from 45m.", "GBP", 45e6),
    ("Inflation was 5.2 percent in May and 4.9 in June.", "percent", 4.9),
    ("The mill burns 40 gallons of fuel a day, up from 35.", "gallon per day", 35),
    ("The mill cost 2,500,000 yen ($22,000) in May and 2,300,000 ($21,000) in June.", "USD", 21_000),
]
NOT_RESUMED = [
    ("The mill cost $5 million and 6 million people used it.", "count"),
    ("It paid £40m and he swam 45m.", "meter"),
    ("He carried 40 kg from 9 in the morning, with 35 left.", "count"),
    ("They hired 5 percent of the sailors and 40 left.", "count"),
    ("They paid $5 million. From 6 million boats, few were left.", "count"),
]


@pytest.mark.parametrize(("text", "unit", "value"), RESUMED)
def test_a_bare_amount_is_in_the_unit_before(nlp, text, unit, value):
    claim = extract(nlp(text), NOWHERE).claims[-1]
    assert (claim.unit, claim.low) == (unit, value)


@pytest.mark.parametrize(("text", "unit"), NOT_RESUMED)
def test_what_counts_or_measures_itself_keeps_its_unit(nlp, text, unit):
    assert extract(nlp(text), NOWHERE).claims[-1].unit == unit


SPANS = [
    ("The plan costs $5 million over ten years.", "exact"),
    ("The repair took over five weeks.", "more_than"),
    ("They were partners for over a decade.", "more_than"),
    ("He ruled for 16 years until he was overthrown.", "exact"),
    ("Over a 40-year career he built boats.", "exact"),
]


@pytest.mark.parametrize(("text", "value", "predicate"), ALONE)
def test_a_number_alone_may_say_something(nlp, text, value, predicate):
    claim = only(nlp, text)
    assert (claim.low, claim.predicate) == (value, predicate)


@pytest.mark.parametrize(("text", "levels"), LEVELS)
def test_levels_share_the_unit_of_the_last(nlp, text, levels):
    assert [(claim.low, claim.unit) for claim in extract(nlp(text), NOWHERE).claims] == levels


@pytest.mark.parametrize(("text", "words", "unit"), LATE_RATES)
def test_a_rate_may_be_told_behind_what_it_is_of(nlp, text, words, unit):
    claim = only(nlp, text)
    assert (claim.text, claim.unit) == (words, unit)


@pytest.mark.parametrize(("text", "qualifier"), SPANS)
def test_a_span_of_time_is_a_claim(nlp, text, qualifier):
    claim = extract(nlp(text), NOWHERE).claims[-1 if "Over a" not in text else 0]
    assert (claim.kind, claim.qualifier) == ("duration", qualifier)


@pytest.mark.parametrize(
    "text",
    [
        "Do you see those two as equal?",
        "It is 8 now.",
        "They watched the trial of the seven.",
        "Rents start at six figures.",
        "It was a quieter war, one he has waged alone.",
        "He reads Zero Hedge every morning.",
        "Then one should visit the mill.",
        "There were recordings, one captured by a camera.",
        "The airline grounded its 737 Max jets.",
    ],
)
def test_names_and_pronouns_are_no_claims(nlp, text):
    assert extract(nlp(text), NOWHERE).claims == ()


def test_a_bare_dollar_is_that_of_the_outlet(nlp):
    text = "The port paid $5 million for a crane."
    assert only(nlp, text).unit == "USD"
    assert only(nlp, text, Context(country="AUS")).unit == "AUD"


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n",
        "\x00\x07 5 \x1b boats",
        "خمسة 5 قوارب",
        "🚢 5 🚢",
        "� 5 boats",
        "5\t6\t7\n8\t9\t10\n",
        "1 2 3 4 5 6 7",
        "$",
        "-",
        "%",
    ],
)
def test_bad_input_is_read_without_a_fault(nlp, text):
    for claim in extract(nlp(text), NOWHERE).claims:
        assert claim.text == text[claim.start : claim.end]


def test_two_documents_together_give_the_claims_of_both(nlp):
    one, other = "The yard built 40 boats.", "The mill sold 7 tonnes of rice."
    apart = [claim.text for text in (one, other) for claim in extract(nlp(text), NOWHERE).claims]
    assert [claim.text for claim in extract(nlp(f"{one}\n\n{other}"), NOWHERE).claims] == apart


def flatly_parsed(count):
    """Return a Doc of `count` sentences, each with a parse in which all words hang on the first."""
    words = ["Nearly", "5", "boats", "and", "6", "%", "of", "$", "7", "million"]
    size = len(words)
    heads = [place - place % size for place in range(size * count)]
    deps = ["dep" if place % size else "root" for place in range(size * count)]
    return Doc(VOCAB, words=words * count, heads=heads, deps=deps)


def test_cost_grows_linearly():
    def calls(count):
        """Count the function calls, which are the same on any machine."""
        doc, counted = flatly_parsed(count), Counter()
        sys.setprofile(lambda _frame, event, _argument: counted.update([event]))
        extract(doc, NOWHERE)
        sys.setprofile(None)
        return counted.total()

    calls(50)
    assert calls(600) < 11 * calls(60)
