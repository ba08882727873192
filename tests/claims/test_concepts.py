"""What is counted or measured, by the rule that finds it; and sentences in which it must find nothing."""

import pytest

from newsledger.engine import load_engine
from schemas.context import Context
from transforms.claims.concepts import RULES, find_concept
from transforms.claims.quantities import find_quantities
from transforms.claims.words import read_words
from transforms.extract import extract

# rule: (sentence, concept of its first quantity)
FOUND = {
    "counted_after": [
        ("The storm left 40 wooden boats on the shore.", "wooden boats"),
        ("They closed 20 coal-fired power plants.", "coal-fired power plants"),
        ("The firm had two quarters of losses.", "quarters"),
        ("The shop sold two 222mL cans.", "cans"),
        ("He wrote a 12 page report on the mill.", "page"),
        ("The block has two- and three-bedroom flats.", "bedroom"),
        ("The mill hired eight more sailors.", "sailors"),
        ("They need 20 decently sized mills.", "decently sized mills"),
        ("The army sent 15 police staff.", "police staff"),
        ("The town lost 12 primary school places.", "primary school places"),
        ("Norland must mediate over the two countries' border.", "countries"),
        ("They signed 14 pacts Feb. 2 in the harbour.", "pacts"),
        ("A 40-strong crowd came.", "crowd"),
        ("In one post Friday, Anna Kovac said so.", "post"),
    ],
    "counted_of": [
        ("Divers rescued 12 of the passengers.", "passengers"),
        ("Nearly a third (31%) of the drivers refused.", "drivers"),
        ("The bank lent $5 million in emergency loans.", "emergency loans"),
        ("Half of the state's wheat was lost.", "state's wheat"),
        ("Half of the valley's 22 paper mills closed.", "paper mills"),
        ("Half the paper mills closed.", "paper mills"),
        ("The report said 11 of the 12 mills were closed.", "mills"),
        ("The valley has 10 miles (16 km) of canals.", "canals"),
        ("They freed the captives, 40 percent of whom were sick.", "captives"),
    ],
    "of_total": [
        ("Of the three mills in the valley, two were closed.", "mills"),
        ("Of the mills that answered, 40 percent were closed.", "mills"),
    ],
    "amount_of": [("The port missed estimates of 64,900.", "estimates")],
    "elided": [("Twelve sailors drowned and another 5 were rescued.", "sailors")],
    "modified_noun": [
        ("The port sold a $3 million crane.", "crane"),
        ("The court gave him a 14-month sentence.", "sentence"),
    ],
    "noun_after": [("They agreed on a EUR 130 billion rescue package for the port.", "rescue package")],
    "signed": [("On Wall Street: Dow +0.2%.", "Dow"), ("On Wall Street: Norwell Mills up 0.2%.", "Norwell Mills")],
    "earmarked": [("The budget holds $5 million earmarked for harbour repairs.", "harbour repairs")],
    "purpose": [("The council spent $5 million on harbour repairs.", "harbour repairs")],
    "spent_on": [("They spend 2% of their national income on schools.", "schools")],
    "bracketed": [("Homes are lit by kerosene (12.8%), candles (2.6%) and lamps.", "kerosene")],
    "before_colon": [("The firm owns the largest coal reserves: about 17%.", "largest coal reserves")],
    "object": [
        ("The bank lowered its main rate to 4 percent.", "main rate"),
        ("The levy is high. The bank would leave it at 35 percent.", "levy"),
    ],
    "holder": [
        ("They agreed on a wage of $20.", "wage"),
        ("They face an average tax increase of $78,000.", "tax"),
        ("They raised its height by a total of 3 inches.", "height"),
        ("The port leased a warehouse worth $3 million.", "warehouse"),
        ("The council set a spending target of 5%.", "spending"),
        ("The mill had a net loss of $5 million.", "net loss"),
    ],
    "term": [
        ("She spent 13 months in prison.", "prison"),
        ("She was sentenced to 12 years in prison.", "prison"),
    ],
    "spread": [("Keep your water for two weeks at home.", "water")],
    "subject": [
        ("Ferry sales rose 5 percent last year.", "Ferry sales"),
        ("Rice futures were down $2.", "Rice futures"),
        ("The bank expects ferry sales to grow 5 percent.", "ferry sales"),
        ("Norland saw rice exports fall by 50,000 barrels.", "rice exports"),
        ("Its bridge is 40 metres long.", "bridge"),
        ("The number of ferries rose by 5 percent.", "ferries"),
        ("The bridge would cost the town between $5 million and $6 million.", "bridge"),
        ("Soot was on track to fall 37 per cent by June.", "Soot"),
        ("The fire burnt the mill in less than an hour.", "fire"),
        ("The mill's licence has been renewed seven times.", "mill's licence"),
    ],
    "person": [
        ("A 12-year-old girl found the boat.", "girl"),
        ("The captain, aged 34, was saved.", "captain"),
        ("The captain, 42, was saved.", "captain"),
        ("He took his 50-year-old aunt's boat.", "aunt"),
        ("The club has drivers over the age of 21.", "drivers"),
    ],
}
# rule: sentences that look alike, in which it must not be the one that finds a concept
OTHERS = {
    "counted_after": [
        "The index closed at 5,000 on Friday.",
        "The storm wounded 40\n\nHarbour police said so.",
        "Sailors died in the storm and five from the fire.",
        "The average was 14 in spring and 21 last year.",
        "Police say eight killed in the storm.",
    ],
    "counted_of": ["They spent 3% of GDP on schools.", "The mill lost $5 million in March."],
    "of_total": ["Two of the mills were closed.", "He spoke of the mills, and two boats sank."],
    "amount_of": [
        "A mother of three runs the mill.",
        "The port had 40 cranes.",
        "They live in a town of 9,000 people.",
    ],
    "elided": [
        "A river parts the two towns. Another 5 were killed.",
        "The sailors fought, killing 5.",
        "Forty sailors were asked and the other sample is 65.",
        "Officials say at least 14 were killed in the storm.",
        "Twelve sailors drowned and 5 fishermen were rescued.",
    ],
    "modified_noun": [
        "Sales have risen past the $3 million mark.",
        "The crane cost $3 million a year earlier.",
        "Shares are up 40% year to date.",
    ],
    "noun_after": ["They paid $3 million last year.", "Prices rose 5 percent last year."],
    "earmarked": ["The budget holds $5 million for harbour repairs."],
    "purpose": [
        "The flat sold for $5 million to a tycoon.",
        "The council gave $5 million to the families.",
        "The council set aside $5 million for the families.",
        "The council spent $5 million in March.",
        "Oil rose to $30 on fears of a strike.",
        "The spa charges $30 for 15 minutes.",
        "The council bought the mill for $30 in a deal.",
    ],
    "signed": ["The Dow rose 2%.", "The Dow closed on Friday up 2%."],
    "spent_on": ["They sold 2% of their boats on Friday."],
    "bracketed": [
        "The firm spent 2.3% of GDP (about $5 million).",
        "The firm owns coal mines (40% of those in the valley).",
    ],
    "before_colon": ["The firm owns coal mines: 17% of the coal is exported."],
    "object": ["Coal prices rose 5 percent to $40.", "He beat Anna Kovac by 5 percent."],
    "holder": [
        "The mill lost $20.",
        "The council began an inquiry into the $5 million spent there.",
        "Sales saw an increase of 5 percent.",
    ],
    "term": ["She was held for 13 months."],
    "spread": ["The strike lasted for two weeks."],
    "subject": [
        "The captain won his race in two hours.",
        "The council paid $5 million.",
        "The council wants to spend 3 percent.",
        "Norland has agreed to lend up to $5 million to the port.",
        "It may take ten years to build.",
        "Anna Kovac bought 40 acres.",
        "The harbour master said that is 40 miles long.",
        "Officials said 14 still missing after the storm.",
        "Norland police and medics say artillery kills at least 7, wounds 30",
    ],
    "person": ["A 12-month-long strike ended."],
}
RESTATED = [
    ("Turnout was 61 percent, against 58 percent in May.", ["Turnout", "Turnout"]),
    ("The fire killed 12 people, including three sailors, and injured 40.", ["people", "sailors", "people"]),
    ("The firm has 87 mills in poor valleys, 12 of which are idle.", ["mills", "mills"]),
    ("40 percent of the deal will be paid in coal, up from 20 percent.", ["deal", "deal"]),
    ("The port lowered duties from 15 percent to 7 percent.", ["duties", "duties"]),
    ("The firm lost 60% of its market value, or $30 billion.", ["market value", "market value"]),
    ("The harbour holds large reserves: about 17% or 3 billion barrels.", ["large reserves", "large reserves"]),
]
PRONOUNS = [
    ("The mill raised its storage, doubling it to 40 tonnes.", "storage"),
    ("Anna Kovac said she was 15 when the mill closed.", "Anna Kovac"),
    ("The bridge is old. The institute estimates that it would cost $4 million.", "bridge"),
    ("Ferry sales were weak in spring. They rose 5 percent in May.", "Ferry sales"),
]


@pytest.fixture(scope="module")
def nlp():
    return load_engine()


def concepts_of(nlp, text):
    words = read_words(nlp(text))
    return [find_concept(words, quantity) for quantity in find_quantities(words)]


def test_no_concept_is_beyond_its_cell_of_a_table(nlp):
    claims = extract(nlp("| Oil | 40% | 3 boats |\n| Gas | 30% | 5 barges |"), Context()).claims
    assert [claim.concept for claim in claims] == [None, "boats", None, "barges"]


def test_every_rule_has_a_corpus_and_counter_examples():
    names = {rule.name for rules in RULES.values() for rule in rules}
    assert names == set(FOUND) == set(OTHERS)


@pytest.mark.parametrize(("rule", "text", "concept"), [(rule, *one) for rule in FOUND for one in FOUND[rule]])
def test_a_rule_finds_the_concept(nlp, rule, text, concept):
    [claim, *_] = extract(nlp(text), Context()).claims
    assert claim.concept == concept
    assert text[claim.concept_start : claim.concept_end] == concept
    assert rule in {found.rule for found in concepts_of(nlp, text) if found} or rule == "person"


@pytest.mark.parametrize(("rule", "text"), [(rule, text) for rule in OTHERS for text in OTHERS[rule]])
def test_a_rule_leaves_what_looks_alike_to_others(nlp, rule, text):
    assert rule not in {found.rule for found in concepts_of(nlp, text) if found}


@pytest.mark.parametrize(("text", "concepts"), RESTATED)
def test_an_amount_told_again_is_of_the_same(nlp, text, concepts):
    assert [claim.concept for claim in extract(nlp(text), Context()).claims] == concepts


@pytest.mark.parametrize(("text", "concept"), PRONOUNS)
def test_a_pronoun_stands_for_what_was_named(nlp, text, concept):
    assert extract(nlp(text), Context()).claims[0].concept == concept
