"""Versions, copies and stories are found, whatever the order, and a replay returns the same rows."""

from dataclasses import replace
from datetime import timedelta

from tests.documents.rows import NOON, document, grouped, in_stories, samples
from transforms.documents.group import group
from transforms.documents.summarise import summarise

WIRE = """Engineers reopened the harbour tunnel on Friday after a fire in a refrigerated lorry closed it for six days.
The operator put the damage at 4.2 million euros and said that it would sue the owner of the lorry.
About 38,000 vehicles use the tunnel each day, a fifth of them lorries on their way to the container terminal.
The minister of transport promised to install cameras that detect overheated engines before the summer.
Ferries carried 11,000 cars during the closure, three times as many as in an ordinary week.
An investigation found that an alarm had sounded four minutes before the first call to the fire brigade."""
OTHER = """Growers in the southern valleys expect the smallest almond harvest in twelve years after a frost in April.
The association of growers forecast 61,000 tonnes, down from 94,000 tonnes a year ago, and asked for tax relief.
Prices at the exchange in the provincial capital rose by a third within a month, traders said.
A cooperative with 800 members has begun to plant pistachios, which bloom two weeks later.
The minister of agriculture will visit the valleys on Sunday and meet the mayors of nine villages.
Banks agreed to defer loans of 25 million euros until the harvest of next year."""


def test_the_next_text_of_an_article_is_its_next_version():
    first = document(WIRE, url="https://a.example/tunnel")
    second = document(WIRE.replace("4.2", "5.1"), hours=9, url="https://a.example/tunnel")
    rows = in_stories([second, first])
    assert [(row.version, row.copy_of) for row in rows] == [(1, None), (2, None)]
    assert {row.story_id for row in rows} == {first.document_id}


def test_a_cut_and_edited_text_of_another_outlet_is_a_copy():
    original = document(WIRE, outlet="Wire")
    lines = WIRE.split("\n")
    copy = document("\n".join(["A new first line.", *lines[3:5], *lines[:2]]), hours=2, outlet="Gazette")
    copy_of_copy = document("\n".join(lines[:4]).replace("Friday", "Saturday"), hours=3, outlet="Post")
    rows = in_stories([copy_of_copy, copy, original])
    assert [row.copy_of for row in rows] == [None, original.document_id, original.document_id]


def test_a_quotation_makes_no_copy():
    quoting = OTHER + "\n" + WIRE.split("\n")[3]
    rows = in_stories([document(WIRE, outlet="Wire"), document(quoting, hours=1)])
    assert [row.copy_of for row in rows] == [None, None]
    assert len({row.story_id for row in rows}) == 2


def test_the_past_keeps_its_grouping_and_numbers_go_on():
    past = grouped(document(WIRE, url="https://a.example/tunnel"), "story-of-old", version=3)
    update = document(WIRE.replace("six", "seven"), hours=20, url="https://a.example/tunnel")
    late_copy = document(WIRE, hours=-5, outlet="Gazette")
    rows = in_stories([update, late_copy], [past])
    assert {row.story_id for row in rows} == {"story-of-old"}
    assert {(row.outlet, row.version, row.copy_of) for row in rows} == {
        ("Valley Herald", 4, None),
        ("Gazette", 1, past.document_id),
    }


def test_a_replay_returns_the_same_rows():
    batch = [document(WIRE), document(OTHER, hours=1), document(WIRE, hours=2, outlet="Gazette")]
    rows = in_stories(batch)
    assert in_stories(batch, rows) == rows


def test_documents_come_story_by_story():
    batch = [document(WIRE), document(OTHER, hours=1), document(WIRE, hours=2, outlet="Gazette")]
    assert [row.outlet for row in in_stories(batch)] == ["Valley Herald", "Gazette", "Valley Herald"]


def test_a_story_is_summed_up_from_all_that_tell_it():
    first = document(WIRE, title="Tunnel shut", outlet="Wire")
    second = document(WIRE.replace("six", "seven"), hours=9, outlet="Wire", title="Tunnel opens")
    members = group([second, first, document(WIRE, hours=20, outlet="Gazette")], [])
    [story] = summarise([*members, *members])
    assert (story.story_id, story.title) == (first.document_id, "Tunnel shut")
    assert (story.document_count, story.outlet_count) == (3, 2)
    assert (story.first_published_at, story.last_published_at) == (first.published_at, NOON + timedelta(hours=20))


def test_a_story_whose_founder_was_withdrawn_is_named_after_the_earliest():
    first, second, third = (document(WIRE, hours=h, outlet=f"Outlet {h}", title=f"Told at {h}") for h in (0, 1, 2))
    members = [member for member in group([first, second, third], []) if member.document_id != first.document_id]
    assert [story.title for story in summarise(members)] == ["Told at 1"]


def test_a_story_ends_after_days_of_silence():
    later = (
        WIRE.replace("Friday", "Monday").replace("six days", "two hours").split("\n")[0] + " Nobody was hurt this time."
    )
    rows = in_stories([document(WIRE, title="Harbour tunnel"), document(later, hours=24 * 30, title="Harbour tunnel")])
    assert len({row.story_id for row in rows}) == 2


def test_a_story_is_found_among_a_thousand_that_share_its_commonest_names():
    names = ["".join("bcdfghklmn"[int(digit)] + "a" for digit in f"{number:03}").title() for number in range(1000)]
    others = [
        document(
            f"Mayor Ada Brink of Evenmouth opened a bridge on Monday, built by {name} and named after {name[::-1]}."
            " The Evenmouth council of Ada Brink had asked for it.",
            hours=place / 50,
        )
        for place, name in enumerate(names)
    ]
    told = document(f"Ada Brink of Evenmouth is to cross the bridge that {names[7]} built, she said.", hours=21)
    rows = in_stories([*others, told])
    stories = {row.document_id: row.story_id for row in rows}
    assert stories[told.document_id] == stories[others[7].document_id] == others[7].document_id


WORDS_OF_STORIES = (
    ("typhoon", "philippine", "manila"),
    ("chile",),
    ("norrvik", "huron", "battery"),
    ("niger",),
    ("poland", "polish"),
)


def test_the_five_stories_of_the_sample_feed_are_told_apart_in_any_order():
    documents = samples()
    shuffled = sorted(documents, key=lambda told: told.text_digest)
    rows = in_stories(shuffled)
    assert rows == in_stories(documents)
    stories = summarise(group(shuffled, []))
    assert sorted(story.document_count for story in stories) == [4, 4, 7, 7, 10]
    for story in stories:
        titles = " ".join(row.title or "" for row in rows if row.story_id == story.story_id).lower()
        assert sum(any(word in titles for word in words) for words in WORDS_OF_STORIES[:4]) <= 1


def test_days_one_by_one_group_as_all_at_once():
    documents = [replace(told, fetched_at=told.published_at) for told in samples()]
    at_once = {row.document_id: (row.story_id, row.copy_of, row.version) for row in in_stories(documents)}
    past = []
    for day in (5, 6, 7):
        rows = in_stories([told for told in documents if (told.updated_at or told.published_at).day == day], past)
        past += rows
    assert {row.document_id: (row.story_id, row.copy_of, row.version) for row in past} == at_once


def test_the_agency_copies_and_the_update_of_the_sample_feed():
    rows = in_stories(samples())
    by_id = {row.document_id: row for row in rows}
    copies = {(row.outlet, by_id[row.copy_of].outlet) for row in rows if row.copy_of}
    assert copies == {("Lakeland Tribune", "Meridian Wire"), ("The Harbour Courier", "Meridian Wire")}
    versions = [row for row in rows if row.version == 2]
    assert [row.title for row in versions] == ["Typhoon Ligaya: 42 dead as rescuers reach cut-off towns"]
