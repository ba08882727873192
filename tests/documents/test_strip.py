"""Residue goes, each kind by its rule; sentences of the news stay, however much they look like it."""

import re
from pathlib import Path

import pytest

from transforms.documents.metadata import Metadata
from transforms.documents.origins import Origin
from transforms.documents.strip import strip
from transforms.lexicon.residue import PARTS
from transforms.lexicon.residue import RESIDUE as TABLE

PROSE = [
    "Rescuers pulled eleven people from the rubble of a school in the mountain town on Tuesday morning.",
    "The mayor said that the building had passed an inspection as late as in March of last year.",
    "Two cranes arrived from the coast in the evening, and soldiers cleared the only road by hand.",
    "Teachers had taken most of the children into the yard when the first tremor was felt.",
    "The quake cut power to 40,000 households, and repairs are expected to take three days.",
    "A second tremor of magnitude 4.9 followed an hour later but caused no further damage.",
]
BEGINNING, MIDDLE, END = 0, 2, 6

CORPUS = Path(__file__).with_name("residue.txt")
PLACES = {"top": BEGINNING, "middle": MIDDLE, "end": END}


def corpus() -> list[tuple[str, int, str]]:
    """Return the rule, the place and the text of each line of residue."""
    rows, rule = [], ""
    for line in CORPUS.read_text("utf-8").splitlines():
        if heading := re.fullmatch(r"\[(\w+)\]", line):
            rule = heading[1]
        elif line and not line.startswith("#"):
            place, text = line.split(maxsplit=1)
            rows.append((rule, PLACES[place], text))
    return rows


RESIDUE = corpus()

NEWS = [
    (MIDDLE, "Advertisement spending in the province fell by 12 percent after the quake."),
    (MIDDLE, "Strong exports and a weak currency contributed to the recovery in the third quarter."),
    (END, "Weak demand and high rates contributed to the fall."),
    (END, "An agreement can be reached by Friday if both sides give up their demand for the mine."),
    (MIDDLE, "Agents in the city earn a commission of 5% on each sale, the association said."),
    (END, "The report was published on Tuesday by the United Nations human rights office."),
    (END, "The company that ran the school is owned by a fund from the capital."),
    (MIDDLE, "Copyright holders sued the ministry for $4 million over the textbooks."),
    (MIDDLE, "More than 300 people signed up as volunteers within two hours."),
    (END, "The minister will join a briefing of the Security Council on Wednesday."),
    (MIDDLE, "The president wrote in his weekly newsletter that the school would be rebuilt this year."),
    (MIDDLE, "Travellers must download the app before they are allowed to board, the airline said."),
    (MIDDLE, "Images by a satellite showed that the dam had held."),
    (MIDDLE, "The pictures were bought by Getty Images."),
    (END, "Decisions on aid follow talks on Tuesday between the two ministers."),
    (MIDDLE, "Follow-up tremors damaged another 60 houses."),
    (MIDDLE, "The goalkeeper, a player this season, has played 31 matches."),
    (END, "Under House rules, the bill needs 218 votes to pass."),
    (END, "Talks on the debt continue, with details expected from the central bank next week."),
    (MIDDLE, "Share prices fell 3% in the capital as traders counted the cost."),
    (MIDDLE, "Watch towers along the border were abandoned 10 days ago, the army said."),
    (MIDDLE, "Ten minutes ago the phones had still worked, she recalled."),
    (MIDDLE, "Opinion polls give the government a lead of four points."),
    (MIDDLE, "“Sign up for our newsletter, they told us, and we will warn you,” a shopkeeper said."),
    (END, "The names of the victims may not be published under the country's law."),
    (MIDDLE, "Video calls to the region doubled, the operator said."),
    (END, "The court ruled against the ministry on all counts."),
    (MIDDLE, "Live ammunition was found in the cellar."),
    (MIDDLE, "Comments by the minister angered the families, who want a public inquiry."),
    (BEGINNING, "The country joined the customs union of its neighbours on May 2, 2026."),
    (BEGINNING, "By noon on Tuesday the river had risen by four metres."),
    (BEGINNING, "May was the driest month since 1961, and June was hardly better."),
    (MIDDLE, "Advertisements for the loans were banned in March."),
    (MIDDLE, "Continue to boil water until Friday, the utility told 40,000 households."),
    (MIDDLE, "What are your thoughts on the new dam? The mayor would not say."),
    (MIDDLE, "What's next for the valley is unclear."),
    (MIDDLE, "See-through walls were fitted after two divers drowned."),
    (MIDDLE, "Live rounds were fired at the crowd, and two men died."),
    (MIDDLE, "More in the region have lost work than in the capital."),
    (MIDDLE, "Stay at home orders were lifted on Tuesday in three of five districts."),
    (MIDDLE, "Your vote may be counted by Friday, election officials told residents."),
    (MIDDLE, "You have three days to leave, soldiers told the villagers."),
    (MIDDLE, "Independent journalism was outlawed in the province in 2019."),
    (MIDDLE, "Register offices in the valley will close on Monday."),
    (MIDDLE, "Donations of 3 million pounds came in within a week."),
    (MIDDLE, "Shares in the dam's builder fell by 4 percent."),
    (MIDDLE, "Copied documents were found in the cellar."),
    (MIDDLE, "Visit numbers on the island fell by half, according to its Facebook page."),
    (MIDDLE, "Report an accident within an hour, the new law demands."),
    (END, "Corrections officers walked out over pay on Tuesday."),
    (END, "Fires were reported from California to the border."),
    (END, "Reporters were contributed by four papers to the pool."),
    (END, "More to the point, the minister added, nobody had been warned."),
    (END, "This story of neglect began in 1994, the report says."),
    (END, "This is a story of two cities, the judge said."),
    (END, "The version of this bill that passed on Monday is weaker."),
    (END, "The author was born in the valley and left it at the age of nine."),
    (END, "Medicare Advantage covers about 31 million people."),
    (END, "Content was licensed to three broadcasters for $4 million."),
    (MIDDLE, "Sign in sheets showed that 31 people had entered the mine."),
    (MIDDLE, "Enlarged images of the crater showed a second vehicle."),
    (MIDDLE, "Error: that is what the pilot's screen said for nine minutes before the fall."),
    (BEGINNING, "Politics stopped at noon."),
    (BEGINNING, "World markets fell."),
    (BEGINNING, "Posted workers earn 9 euros an hour in 2026, half of what locals get."),
    (BEGINNING, "Police updated the toll to 14 on Tuesday, October 6."),
    (MIDDLE, "The company can be written to at help@valley.example until the end of the month, the ombudsman said."),
]  # fmt: skip


def stripped(line: str, place: int, origin: Origin | None = None, **known: str) -> dict[str, str]:
    """Strip the line among prose, and return the rules of what was dropped."""
    lines = [*PROSE[:place], line, *PROSE[place:]]
    origins = [None] * place + [origin] + [None] * (len(PROSE) - place)
    kept, dropped = strip(lines, origins, Metadata(**known))
    assert len(kept) + len(dropped) == len(lines)
    return {each.text: each.rule for each in dropped}


@pytest.mark.parametrize(("rule", "place", "line"), RESIDUE)
def test_residue_goes_by_its_rule(rule, place, line):
    assert stripped(line, place) == {line: rule}


@pytest.mark.parametrize(("place", "line"), NEWS)
def test_news_stays(place, line):
    assert stripped(line, place) == {}


def test_a_headline_goes_with_the_labels_above_it():
    lines = ["World", "School collapses in mountain quake", *PROSE]
    kept, dropped = strip(lines, [None] * len(lines), Metadata(title="School collapses in mountain quake"))
    assert kept == PROSE
    assert [each.rule for each in dropped] == ["kicker", "repeated_title"]


def test_a_repeated_paragraph_goes_once():
    kept, dropped = strip([*PROSE, PROSE[1]], [None] * 7, Metadata())
    assert kept == PROSE
    assert [each.rule for each in dropped] == ["duplicate"]


def test_the_head_of_a_table_that_stands_twice_goes_once():
    table = ["| Ferry | Berth |", "| Ferry | Berth |", "| Aurora | 2 |", "| - | 3 |", "| - | 3 |"]
    kept, dropped = strip([*PROSE[:3], *table, *PROSE[3:]], [None] * 11, Metadata())
    assert kept == [*PROSE[:3], *table[1:], *PROSE[3:]]
    assert [each.rule for each in dropped] == ["duplicate"]


def test_a_line_of_links_goes_but_a_linked_sentence_stays():
    linked = Origin(tag="p", link_share=1.0, furniture=None)
    headline = "Thousands spend a second night in the open"
    sentence = "More than 40,000 households in the province were still without power on Tuesday evening."
    assert stripped(headline, MIDDLE, linked) == {headline: "link_line"}
    assert stripped(sentence, MIDDLE, linked) == {}


def test_what_the_page_calls_a_caption_goes_but_speech_stays_in_a_promo():
    caption = Origin(tag="p", link_share=0.0, furniture="caption")
    promo = Origin(tag="p", link_share=0.0, furniture="subscription")
    line = "Rescuers on the roof of the school."
    speech = "“We heard them knocking all night long,” said the headmistress."
    assert stripped(line, MIDDLE, caption) == {line: "caption"}
    assert stripped(speech, MIDDLE, promo) == {}


def test_a_heading_with_nothing_after_it_goes():
    heading = Origin(tag="h3", link_share=0.0, furniture=None)
    assert stripped("How to help", END, heading) == {"How to help": "last_heading"}
    assert stripped("What is known so far", MIDDLE, heading) == {}


def test_the_author_goes_from_top_and_bottom():
    assert stripped("Ada Brink", BEGINNING, byline="Ada Brink") == {"Ada Brink": "byline"}
    bio = "Ada Brink covers the mountain provinces."
    assert stripped(bio, END, byline="Ada Brink; Leo Marsh") == {bio: "bio_contact"}
    assert stripped(bio, END, byline="Una Voss") == {}


def test_the_caption_before_a_credit_goes_with_it():
    caption = "A crane at the school in the mountain town"
    lines = [*PROSE[:2], caption, caption, caption + " ADA BRINK / AFP", *PROSE[2:]]
    kept, dropped = strip(lines, [None] * len(lines), Metadata())
    assert kept == PROSE
    assert {each.rule for each in dropped} == {"caption"}


@pytest.mark.parametrize("row", [row for row in TABLE if row.needs], ids=lambda row: row.rule)
def test_what_a_pattern_needs_hides_nothing_that_it_matches(row):
    pattern = re.compile(row.pattern % PARTS, re.IGNORECASE | re.VERBOSE)
    matched = [line for _, _, line in RESIDUE if pattern.match(line)]
    assert matched
    assert [line for line in matched if not any(needed in line.lower() for needed in row.needs)] == []
