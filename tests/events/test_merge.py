from dataclasses import replace
from datetime import UTC, datetime, timedelta

from schemas.claim import Period, Place
from schemas.event import EventMention, Participant
from tests.ledger.rows import DAY, document
from transforms.events.merge import merge

FIRST = document()
LATER = datetime(DAY.year, DAY.month, DAY.day, 9, tzinfo=UTC)
SECOND = document("fire", "Another paper told the same.", story_id=FIRST.story_id, published_at=LATER)
RUSSIA = Participant(text="Russia", start=0, end=6, country="RUS", sector="GOV")
FORCES = Participant(text="Russian forces", start=0, end=14, country="RUS", sector="MIL")
KYIV = Participant(text="Kyiv", start=20, end=24, country="UKR", sector="CVL")
POLICE = Participant(text="police", start=0, end=6, country="RUS", sector="COP")
MONDAY = Period(text="Monday", from_=DAY, to=DAY)


def mention(start: int, of: str = FIRST.document_id, **changes: object) -> EventMention:
    given = EventMention(
        start=start,
        end=start + 8,
        text="attacked",
        type="ASSAULT",
        cameo="190",
        sources=(RUSSIA,),
        targets=(KYIV,),
        factuality="fact",
        speaker=None,
        speaker_start=None,
        speaker_end=None,
        date=MONDAY,
        place=None,
        claims=(),
        rule="assault:attack",
        confidence=0.8,
        mention_id=f"{of}:{start}",
        document_id=of,
        claim_ids=(),
        sentence="",
    )
    return replace(given, **changes)


def events_of(*mentions: EventMention) -> list[set[int]]:
    _, events = merge(mentions, [], [FIRST, SECOND])
    starts = {one.mention_id: one.start for one in mentions}
    return sorted(({starts[i] for i in one.mention_ids} for one in events), key=min)


def test_what_a_text_tells_twice_is_one_event() -> None:
    assert events_of(mention(1), mention(50, sources=(FORCES,))) == [{1, 50}]


def test_a_side_that_is_not_named_agrees_with_any() -> None:
    assert events_of(mention(1), mention(50, sources=(), date=None)) == [{1, 50}]


def test_the_same_in_another_document_of_the_story_is_one_event() -> None:
    _, (event,) = merge([mention(1), mention(2, SECOND.document_id)], [], [FIRST, SECOND])
    assert (event.mention_count, event.document_count, event.outlet_count) == (2, 2, len({FIRST.outlet, SECOND.outlet}))


def test_the_same_in_another_story_is_another_event() -> None:
    elsewhere = replace(SECOND, story_id="another")
    _, events = merge([mention(1), mention(2, SECOND.document_id)], [], [FIRST, elsewhere])
    assert [event.mention_count for event in events] == [1, 1]


def test_other_types_days_actors_and_places_part_events() -> None:
    lviv, odesa = (Place(text=name, country="UKR", lat=49.0, lon=24.0) for name in ("Lviv", "Odesa"))
    tuesday = Period(text="Tuesday", from_=DAY + timedelta(days=1), to=DAY + timedelta(days=1))
    for other in (
        {"type": "THREATEN"},
        {"factuality": "planned"},
        {"date": tuesday},
        {"sources": (POLICE,)},
        {"place": odesa},
    ):
        assert events_of(mention(1, place=lviv), mention(50, **{"place": lviv, **other})) == [{1}, {50}], other


def test_a_country_agrees_with_its_towns() -> None:
    chad = Place(text="Chad", country="TCD", lat=12.1, lon=15.0)  # where its capital is
    town = Place(text="Abeche", country="TCD", lat=13.8, lon=20.8)
    assert events_of(mention(1, place=chad), mention(50, place=town)) == [{1, 50}]


def test_mentions_that_name_no_side_in_common_stay_apart() -> None:
    assert events_of(mention(1, sources=()), mention(50, targets=())) == [{1}, {50}]


def test_an_event_is_told_by_its_fullest_mention() -> None:
    _, (event,) = merge([mention(1, sources=(), confidence=0.99), mention(50)], [], [FIRST])
    assert (event.mention_id, event.event_id) == (f"{FIRST.document_id}:50", f"{FIRST.document_id}:1")


def test_what_an_earlier_run_merged_stays_merged_and_grows() -> None:
    before, (event,) = merge([mention(1)], [], [FIRST])
    later = mention(2, SECOND.document_id)
    (told,), (grown,) = merge([later], before, [FIRST, SECOND])
    assert told.event_id == grown.event_id == event.event_id
    assert grown.mention_ids == (before[0].mention_id, later.mention_id)


def test_an_older_version_tells_no_event_of_the_story() -> None:
    newer = replace(SECOND, article_id=FIRST.article_id, version=2)
    told, events = merge([mention(1), mention(2, SECOND.document_id)], [], [FIRST, newer])
    assert [event.mention_ids for event in events] == [(f"{SECOND.document_id}:2",)]
    assert told[0].event_id == told[0].mention_id


def test_reading_again_writes_the_same() -> None:
    mentions = [mention(1), mention(50, sources=()), mention(2, SECOND.document_id)]
    told, events = merge(mentions, [], [FIRST, SECOND])
    others = [one for one in told if one.document_id == SECOND.document_id]
    again, same = merge(mentions[:2], others, [FIRST, SECOND])
    assert (again, same) == (told[:2], events)


def test_without_a_date_the_day_of_publication_counts() -> None:
    late = replace(SECOND, published_at=datetime(2026, 3, 9, tzinfo=UTC))
    _, events = merge([mention(1, date=None), mention(2, SECOND.document_id, date=None)], [], [FIRST, late])
    assert [event.mention_count for event in events] == [1, 1]
