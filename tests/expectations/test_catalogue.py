"""Every expectation of the catalogue holds of good rows and fails when its own kind of damage is done to them."""

import re
import shutil
from pathlib import Path

import pytest

from expectations.catalogue import SUITES
from expectations.rule import Measure, Rule
from expectations.shape import SHARES
from newsledger.database import opened
from newsledger.staging import load
from newsledger.validation import validate
from schemas.check import SEVERITIES
from tests.ledger.rows import DAY, Staged, document, run, source

RULES = [(noun, rule) for noun, rules in SUITES.items() for rule in rules]

MANY_DOCUMENTS = """
    insert into stage.documents select d.* replace (i::varchar as document_id)
    from stage.documents d, range(60) r(i) where d.title = 'Flood'
"""
MANY_PAGES = "insert into stage.pages select p.* replace (i::varchar as page_id) from stage.pages p, range(9) r(i)"
MANY_CLAIMS = "insert into stage.claims select c.* replace (i::varchar as claim_id) from stage.claims c, range(60) r(i)"
MANY_MENTIONS = """
    insert into stage.event_mentions select m.* replace (i::varchar as mention_id)
    from stage.event_mentions m, range(60) r(i)
"""
SHARES_STAGED = SHARES.format(documents="stage.documents", claims="stage.claims", event_mentions="stage.event_mentions")

CORRECTION = """
    insert into stage.corrections values
        ('r', 'c1', 'source courier', '{outcome}', null, null, '{{}}', 'Why not', 'ada', date '2026-03-01')
"""

# What to do to good rows so that a rule must fail: SQL on the staging file.
DAMAGE = {
    "documents_key_unique": "insert into stage.documents from stage.documents limit 1",
    "document_text_present": "update stage.documents set text = '  '",
    "document_text_digest": "update stage.documents set text = text || '.'",
    "document_text_without_markup": "update stage.documents set text = '<p class=lead>' || text",
    "document_language_code": "update stage.documents set language = 'English'",
    "document_url_absolute": "update stage.documents set url = '/flood'",
    "document_source_known": "update stage.documents set source = 'gazette'",
    "document_story_known": "delete from stage.stories",
    "document_copy_of_known": "update stage.documents set copy_of = 'nowhere'",
    "document_published_plausible": "update stage.documents set published_at = '2031-01-01 00:00:00+00'",
    "document_updated_after_published": "update stage.documents set updated_at = '2026-01-01 00:00:00+00'",
    "document_version_counts": "update stage.documents set version = 0",
    "sources_volume_min": "delete from stage.pages",
    "sources_volume_max": "update stage.sources set expected_max = 1",
    "sources_rejected": f"{MANY_PAGES}; insert into stage.rejections select "
    "'r', 'clean', page_id, source, url, 'too_short', '', fetched_at from stage.pages",
    "sources_language": f"{MANY_DOCUMENTS}; update stage.documents set language = 'de'",
    "sources_fresh": """
        insert into stage.sources select * replace ('gazette' as name) from stage.sources;
        update stage.documents set source = 'gazette', published_at = published_at - interval 4 day
        where title = 'Flood'
    """,
    "sources_repeat": f"""
        {MANY_DOCUMENTS};
        update stage.documents set copy_of = (select min(document_id) from stage.documents)
        where document_id > (select min(document_id) from stage.documents)
    """,
    "documents_fresh": "update stage.documents set published_at = '2026-02-20 00:00:00+00'",
    "documents_dated": "update stage.documents set published_at = null",
    "documents_language_mix": "update stage.documents set language = 'de'",
    "documents_copies": "update stage.documents set copy_of = document_id",
    "documents_shape": f"""
        {MANY_DOCUMENTS};
        insert into past.shares values ('documents', 'copies', 0.5, 1000)
    """,
    "sources_volume_usual": "insert into past.volumes values ('courier', 20, 31)",
    "stories_key_unique": "insert into stage.stories from stage.stories limit 1",
    "story_documents_counted": "update stage.stories set document_count = 0, outlet_count = 0",
    "story_outlets_counted": "update stage.stories set outlet_count = document_count + 1",
    "story_times_order": "update stage.stories set first_published_at = last_published_at + interval 1 day",
    "claims_key_unique": "insert into stage.claims from stage.claims limit 1",
    "claim_document_known": "delete from stage.documents where title = 'Flood'",
    "claim_span_forward": 'update stage.claims set "end" = "start"',
    "claim_text_spans": 'update stage.claims set "start" = "start" + 1',
    "claim_concept_spans": "update stage.claims set concept_start = concept_start - 1",
    "claim_speaker_spans": "update stage.claims set speaker_end = null",
    "claim_sentence_holds_text": "update stage.claims set sentence = 'Nothing of the kind.'",
    "claim_kind_code": "update stage.claims set kind = 'number'",
    "claim_qualifier_code": "update stage.claims set qualifier = 'roughly'",
    "claim_factuality_code": "update stage.claims set factuality = 'true'",
    "claim_trend_code": "update stage.claims set trend = 'sideways'",
    "claim_change_role_code": "update stage.claims set change_role = 'middle'",
    "claim_confidence_range": "update stage.claims set confidence = 1.01",
    "claim_bounds_present": "update stage.claims set low = null, high = null",
    "claim_bounds_finite": "update stage.claims set low = 'nan', high = 'nan'",
    "claim_bounds_order": "update stage.claims set low = high + 1",
    "claim_bounds_qualified": "update stage.claims set qualifier = 'more_than'",
    "claim_unit_fits_kind": "update stage.claims set kind = 'money', unit = 'dollar'",
    "claim_si_follows_bounds": "update stage.claims set dimension = 'length', si_unit = 'meter'",
    "claim_percent_plausible": "update stage.claims set kind = 'percent', unit = 'percent', low = 4000, high = 4000",
    "claim_count_not_negative": "update stage.claims set low = -300, high = -300",
    "claim_age_plausible": "update stage.claims set kind = 'age', unit = 'year', low = 30000, high = 30000",
    "claim_size_plausible": "update stage.claims set low = 1e19, high = 1e19",
    "claim_value_in_range": """
        update stage.claims set kind = 'measure', unit = 'degree celsius', low = -300, high = -300
    """,
    "claim_time_order": """
        update stage.claims set time = {'text': 'Monday', 'from': date '2026-03-03', 'to': date '2026-03-02'}
    """,
    "claim_time_plausible": """
        update stage.claims set time = {'text': 'by 3000', 'from': date '2026-03-03', 'to': date '3000-01-01'}
    """,
    "claim_place_country_code": """
        update stage.claims set place = {'text': 'Millford', 'country': 'UK', 'lat': 53.0, 'lon': -1.5}
    """,
    "claim_place_on_earth": """
        update stage.claims set place = {'text': 'Millford', 'country': 'GBR', 'lat': 153.0, 'lon': -1.5}
    """,
    "corrections_match": CORRECTION.format(outcome="mismatched"),
    "claims_shape": f"""
        {MANY_CLAIMS};
        insert into past.shares values ('claims', 'without speaker', 0.6, 1000)
    """,
    "values_shape": f"""
        {MANY_CLAIMS};
        insert into past.shares values ('values', 'count of 10^2', 0.3, 1000)
    """,
    "event_mentions_key_unique": "insert into stage.event_mentions from stage.event_mentions limit 1",
    "mention_document_known": "delete from stage.documents where title = 'Flood'",
    "mention_span_forward": 'update stage.event_mentions set "start" = -1',
    "mention_text_spans": "update stage.event_mentions set text = 'announced'",
    "mention_speaker_spans": """
        update stage.event_mentions set speaker = 'Ada Brook', speaker_start = 0, speaker_end = 9
    """,
    "mention_participants_span": """
        update stage.event_mentions set targets = [
            {'text': 'families', 'start': 0, 'end': 8, 'country': null, 'sector': 'CVL'}
        ]
    """,
    "mention_type_code": "update stage.event_mentions set type = 'SPEAK'",
    "mention_cameo_code": "update stage.event_mentions set cameo = '30'",
    "mention_factuality_code": "update stage.event_mentions set factuality = 'maybe'",
    "mention_confidence_range": "update stage.event_mentions set confidence = -0.1",
    "mention_sector_code": """
        update stage.event_mentions set targets = [
            {'text': 'families', 'start': 0, 'end': 8, 'country': null, 'sector': 'FAM'}
        ]
    """,
    "mention_country_code": """
        update stage.event_mentions set targets = [
            {'text': 'families', 'start': 0, 'end': 8, 'country': 'UK', 'sector': 'CVL'}
        ]
    """,
    "mention_candidates_code": """
        update stage.event_mentions set
            sources = [{'text': sources[1].text, 'start': sources[1].start, 'end': sources[1]."end", 'country': null,
                'sector': 'GOV'}],
            candidates = [{'start': sources[1].start, 'end': sources[1]."end", 'countries': ['GBR', 'UK']}]
    """,
    "mention_candidates_open": """
        update stage.event_mentions set candidates = [
            {'start': sources[1].start, 'end': sources[1]."end", 'countries': ['GBR', 'IRL']}
        ]
    """,
    "mention_claims_known": "update stage.event_mentions set claim_ids = ['nowhere']",
    "mention_date_order": """
        update stage.event_mentions set date = {'text': 'Monday', 'from': date '2026-03-03', 'to': date '2026-03-02'}
    """,
    "mention_place_country_code": """
        update stage.event_mentions set place = {'text': 'Millford', 'country': 'UK', 'lat': 53.0, 'lon': -1.5}
    """,
    "mention_place_on_earth": """
        update stage.event_mentions set place = {'text': 'Millford', 'country': 'GBR', 'lat': 53.0, 'lon': 181.0}
    """,
    "mention_has_participant": "update stage.event_mentions set sources = [], targets = []",
    "event_mentions_shape": f"""
        {MANY_MENTIONS};
        insert into past.shares values ('event_mentions', 'type CONSULT', 0.4, 1000)
    """,
    "mention_event_known": "update stage.event_mentions set event_id = 'nowhere'",
    "events_key_unique": "insert into stage.events from stage.events limit 1",
    "event_story_known": "delete from stage.stories",
    "event_mentions_counted": "update stage.events set mention_count = 2",
    "event_mentions_distinct": "update stage.events set mention_ids = list_concat(mention_ids, mention_ids)",
    "event_mentions_known": "update stage.events set mention_ids = ['nowhere']",
    "event_fullest_mentioned": "update stage.events set mention_id = 'nowhere'",
    "event_documents_counted": "update stage.events set document_count = 0",
    "event_times_order": "update stage.events set first_at = last_at + interval 1 day",
    "actors_key_unique": "insert into stage.actors from stage.actors limit 1",
    "actor_named": "update stage.actors set name = ' '",
    "actor_sector_code": "update stage.actors set sector = 'MAYOR'",
    "actor_country_code": "update stage.actors set country = 'UK'",
    "figures_key_unique": "insert into stage.figures from stage.figures limit 1",
    "figure_story_known": "delete from stage.stories",
    "figure_bounds_order": "update stage.figures set low = high + 1",
    "figure_latest_order": "update stage.figures set latest_low = latest_high + 1",
    "figure_latest_within": "update stage.figures set latest_high = high + 1",
    "figure_claims_counted": "update stage.figures set claim_count = claim_count + 1",
    "figure_claims_distinct": "update stage.figures set claim_ids = list_concat(claim_ids, claim_ids)",
    "figure_claims_known": "update stage.figures set claim_ids = ['nowhere']",
    "figure_outlets_counted": "update stage.figures set outlet_count = 0",
    "figure_times_order": "update stage.figures set first_at = last_at + interval 1 day",
    "step_sum": "update stage.steps set in_count = in_count + 1 where step = 'clean'",
    "step_counts_not_negative": "update stage.steps set out_count = -1 where step = 'clean'",
    "step_rejections_counted": "update stage.steps set rejected_count = 1 where step = 'clean'",
    "steps_chained": "update stage.steps set in_count = in_count + 1 where step = 'group'",
    "steps_staged": "delete from stage.claims where claim_id = (select min(claim_id) from stage.claims)",
}  # fmt: skip


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("good")
    first = document()
    second = document("fire", first.text.replace("flood", "fire"))
    stage = Staged.of(first, second).write(folder, run().run_id)
    staging = folder / "staging.duckdb"
    load(stage, staging, [source()], None, DAY)
    return staging


@pytest.fixture(scope="module")
def results(good: Path) -> dict[str, dict]:
    return {result["rule_id"]: result for result in validate(good, DAY, ["en"])}


def test_every_rule_has_its_damage() -> None:
    assert set(DAMAGE) == {rule.rule_id for _, rule in RULES}


def test_rule_ids_are_unique_and_well_formed() -> None:
    ids = [rule.rule_id for _, rule in RULES]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"[a-z][a-z_]+", rule_id) for rule_id in ids)
    assert {rule.severity for _, rule in RULES} <= set(SEVERITIES)
    assert all(rule.words for _, rule in RULES)


@pytest.mark.parametrize(("noun", "rule"), RULES, ids=lambda v: v if isinstance(v, str) else v.rule_id)
def test_a_rule_holds_of_good_rows(noun: str, rule: Rule, results: dict[str, dict]) -> None:
    result = results[rule.rule_id]
    assert (result["exception"], result["is_success"], result["unexpected_count"]) == (None, True, 0), noun


@pytest.mark.parametrize(("noun", "rule"), RULES, ids=lambda v: v if isinstance(v, str) else v.rule_id)
def test_a_rule_fails_when_its_damage_is_done(noun: str, rule: Rule, good: Path, tmp_path: Path) -> None:
    staging = tmp_path / "staging.duckdb"
    shutil.copy(good, staging)
    with opened(staging) as connection:
        connection.execute(DAMAGE[rule.rule_id])
        found = 0 if isinstance(rule, Measure) else len(connection.execute(rule.query(f"stage.{noun}")).fetchall())
    (result,) = validate(staging, DAY, ["en"], {noun: [rule]})
    assert result["exception"] is None
    assert not result["is_success"]
    assert result["unexpected_count"] > 0
    assert isinstance(rule, Measure) or result["unexpected_count"] == found


AS_PERCENT = "update stage.claims set kind = 'percent', unit = 'percent'"

# What looks like damage and is none.
NO_DAMAGE = [
    ("claims", "claim_percent_plausible", f"{AS_PERCENT}, low = 1000, high = 1000"),
    (
        "claims",
        "claim_percent_plausible",
        f"{AS_PERCENT}, low = 4000, high = 4000, text = '4,000%'",
    ),
    ("claims", "claim_bounds_qualified", "update stage.claims set qualifier = 'at_most', low = null"),
    ("claims", "claim_bounds_qualified", "update stage.claims set qualifier = 'vague', low = 200, high = null"),
    (
        "claims",
        "claim_count_not_negative",
        "update stage.claims set kind = 'measure', unit = 'degree celsius', low = -4",
    ),
    (
        "claims",
        "claim_speaker_spans",
        "update stage.claims set speaker = null, speaker_start = null, speaker_end = null",
    ),
    (
        "claims",
        "claim_speaker_spans",
        """
        update stage.documents set text = text || ' She';
        update stage.claims set
            speaker_start = (select length(d.text) - 3 from stage.documents d where d.document_id = claims.document_id),
            speaker_end = (select length(d.text) from stage.documents d where d.document_id = claims.document_id)
        """,
    ),
    (
        "claims",
        "claim_value_in_range",
        "update stage.claims set kind = 'measure', unit = 'degree celsius', low = null, high = -40",
    ),
    ("claims", "claim_value_in_range", "update stage.claims set unit = 'furlong', low = -300"),
    ("documents", "sources_rejected", MANY_PAGES),
    ("documents", "sources_language", "update stage.documents set language = 'de'"),  # too few to say
    ("documents", "sources_fresh", "update stage.documents set published_at = published_at - interval 9 day"),
    (
        "documents",
        "sources_fresh",
        """
            insert into stage.sources select * replace ('gazette' as name) from stage.sources;
            update stage.documents set source = 'gazette', published_at = '2031-05-04 12:00:00+00'
            where title = 'Flood'
        """,
    ),  # a page that says it is of the future makes no other stale
    (
        "documents",
        "sources_repeat",
        f"""
            {MANY_DOCUMENTS};
            update stage.documents set copy_of = (select min(document_id) from stage.documents), source = 'gazette'
            where document_id > (select min(document_id) from stage.documents)
        """,
    ),
    ("claims", "corrections_match", CORRECTION.format(outcome="applied")),
    (
        "claims",
        "corrections_match",
        CORRECTION.format(outcome="idle") + "; insert into past.corrections values ('c1', 9, true)",
    ),
    ("claims", "claim_speaker_spans", r"update stage.documents set text = replace(text, 'Ada Brook', E'Ada\nBrook')"),
    ("claims", "claim_place_country_code", "update stage.claims set place = null"),
    ("event_mentions", "mention_claims_known", "update stage.event_mentions set claim_ids = []"),
    ("event_mentions", "mention_country_code", "update stage.event_mentions set sources = [], targets = []"),
    (
        "event_mentions",
        "mention_candidates_open",
        """
            update stage.event_mentions set
                sources = [{'text': sources[1].text, 'start': sources[1].start, 'end': sources[1]."end",
                    'country': null, 'sector': 'GOV'}],
                candidates = [{'start': sources[1].start, 'end': sources[1]."end", 'countries': ['GBR', 'IRL']}]
        """,
    ),
    (
        "event_mentions",
        "mention_event_known",
        "update stage.event_mentions set event_id = mention_id; delete from stage.events",
    ),
    (
        "events",
        "event_mentions_known",
        "update stage.events set mention_ids = ['past']; insert into past.mentions values ('past')",
    ),
    ("documents", "document_published_plausible", "update stage.documents set published_at = null"),
    (
        "documents",
        "document_copy_of_known",
        "insert into past.documents values ('past'); update stage.documents set copy_of = 'past'",
    ),
    ("documents", "sources_volume_min", "delete from stage.pages; update stage.sources set cadence = 'weekly'"),
    ("documents", "documents_shape", "insert into past.shares values ('documents', 'copies', 0.5, 1000)"),
    (
        "claims",
        "claims_shape",
        f"{MANY_CLAIMS}; insert into past.shares select noun, measure, 0.95 * share, 1000 from ({SHARES_STAGED})",
    ),
    (
        "figures",
        "figure_claims_known",
        "update stage.figures set claim_ids = ['past']; insert into past.claims values ('past')",
    ),
]


@pytest.mark.parametrize(("noun", "rule_id", "change"), NO_DAMAGE)
def test_a_rule_does_not_cry_wolf(noun: str, rule_id: str, change: str, good: Path, tmp_path: Path) -> None:
    staging = tmp_path / "staging.duckdb"
    shutil.copy(good, staging)
    rule = next(rule for _, rule in RULES if rule.rule_id == rule_id)
    with opened(staging) as connection:
        connection.execute(change)
    (result,) = validate(staging, DAY, ["en"], {noun: [rule]})
    assert (result["exception"], result["is_success"]) == (None, True)


def test_a_day_without_news_is_only_stale(tmp_path: Path) -> None:
    staging = tmp_path / "staging.duckdb"
    load(Staged.of().write(tmp_path, run().run_id), staging, [source(expected_min=0)], None, DAY)
    for result in validate(staging, DAY, ["en"]):
        assert result["exception"] is None
        assert result["is_success"] == (result["rule_id"] != "documents_fresh"), result["rule_id"]


def test_a_day_without_dates_is_evaluated(tmp_path: Path) -> None:
    staging = tmp_path / "staging.duckdb"
    load(Staged.of(document(published_at=None)).write(tmp_path, run().run_id), staging, [source()], None, DAY)
    failed = [result for result in validate(staging, DAY, ["en"]) if not result["is_success"]]
    assert [result["exception"] for result in failed] == [None] * len(failed)
    assert {result["rule_id"] for result in failed} == {"documents_dated", "documents_fresh"}
