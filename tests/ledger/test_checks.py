import json
import sys
from dataclasses import replace
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import pytest

from newsledger import checks, steps, validator, warehouse
from newsledger.checks import Verdict
from newsledger.retention import prune
from newsledger.runs import stage_of, staging_of, start_run
from newsledger.settings import Settings, utc_now
from newsledger.validator import Validator
from schemas import stage as tables
from schemas.faults import Permanent
from schemas.run import Run
from tests.ledger.ledgers import ask, history, put
from tests.ledger.rows import DAY, SENTENCE, Staged, document, run, settings, source

pytestmark = pytest.mark.slow  # they start Great Expectations

FIRE = SENTENCE.replace("flood", "fire")
RAIN = SENTENCE.replace("flood", "rain")


def look(here: Settings, staged: Staged, of: Run) -> Verdict:
    staging = staging_of(here, of.run_id)
    return checks.check(staged.write(staging.parent, of.run_id), staging, of, here.ledger, staged.sources)


def passing(rules: list[str]) -> dict[str, dict[str, Any]]:
    result = {"is_success": True, "unexpected_count": 0, "observed": None, "exception": None}
    return dict.fromkeys(rules, result)


def test_good_rows_pass_and_are_published(tmp_path: Path) -> None:
    here, ours = settings(tmp_path), run()
    verdict = look(here, Staged.of(document(), document("fire", FIRE)), ours)
    assert not verdict.is_held
    assert verdict.failures == ()
    warehouse.publish(here, staging_of(here, ours.run_id), ours)
    assert len(ask(here, "from current_claims")) == 2
    assert ask(here, "select count(*) from ops.checks where is_success") == [(len(verdict.checks),)]
    assert ask(here, "select in_count, out_count from ops.steps where noun = 'claim'") == [(2, 2)] * 3


def test_bad_rows_are_set_aside_with_what_depends_on_them(tmp_path: Path) -> None:
    here, ours = settings(tmp_path), run()
    staged = Staged.of(document(), document("fire", FIRE), document("rain", RAIN))
    flood, fire, _ = staged.documents
    staged.documents[0] = replace(flood, language="English")
    staged.documents[2] = replace(staged.documents[2], copy_of=flood.document_id)
    staged.claims[1] = replace(staged.claims[1], kind="number")
    verdict = look(here, staged, ours)
    assert not verdict.is_held
    assert {f.check.rule_id for f in verdict.failures} == {
        "document_language_code",
        "documents_language_mix",
        "claim_kind_code",
    }
    examples = {f.check.rule_id: json.loads(f.examples[0]) for f in verdict.failures if f.examples}
    assert examples["claim_kind_code"]["kind"] == "number"
    warehouse.publish(here, staging_of(here, ours.run_id), ours)
    assert ask(here, "select document_id from current_documents") == [(fire.document_id,)]
    assert ask(here, "from current_claims") == []
    assert ask(here, "select document_id, claim_ids from current_events") == [(fire.document_id, [])]
    assert ask(here, "from current_figures") == []
    assert ask(here, "select story_id from current_stories") == [(fire.story_id,)]
    aside = ask(here, "select noun, rule_id, count(*) from ops.quarantine group by all order by all")
    assert aside == [
        ("claims", "claim_document_quarantined", 2),
        ("claims", "claim_kind_code", 1),
        ("documents", "document_language_code", 1),
        ("documents", "document_original_quarantined", 1),
        ("event_mentions", "mention_document_quarantined", 2),
        ("event_mentions", "mention_event_quarantined", 2),
        ("events", "event_mention_quarantined", 2),
        ("events", "event_story_quarantined", 2),
        ("figures", "figure_claim_quarantined", 3),
        ("figures", "figure_story_quarantined", 2),
        ("stories", "story_documents_quarantined", 2),
    ]
    ((row,),) = ask(here, "select row_json from ops.quarantine where rule_id = 'claim_kind_code'")
    assert json.loads(row)["text"] == "about 300"
    steps = ask(
        here, "select noun, in_count, out_count, quarantined_count from ops.steps where step = 'check' order by all"
    )
    assert ("document", 3, 1, 2) in steps
    assert all(came == went + aside for _, came, went, aside in steps)


def test_a_held_run_publishes_nothing_and_is_seen_held(tmp_path: Path) -> None:
    here, ours = settings(tmp_path), run(number=2, status="held")
    put(here, Staged.of(document()), run())
    before = history(here)
    staged = Staged.of(document("fire", FIRE))
    staged.claims.append(staged.claims[0])
    staged.sources = [source(expected_min=3)]
    verdict = look(here, staged, ours)
    assert verdict.is_held
    assert set(verdict.failed) == {"claims_key_unique", "sources_volume_min"}
    volume = next(f for f in verdict.failures if f.check.rule_id == "sources_volume_min")
    assert json.loads(volume.examples[0]) == {"source": "courier", "expected_min": "3", "pages": "1"}
    warehouse.record(here, staging_of(here, ours.run_id), ours)
    assert history(here) == before
    assert ask(here, "select status from ops.runs order by run_id") == [("published",), ("held",)]
    held_by = "select rule_id from ops.checks where severity = 'critical' and not is_success order by all"
    assert ask(here, held_by) == [("claims_key_unique",), ("sources_volume_min",)]
    assert json.loads(verdict.to_json())["is_held"]


@pytest.fixture
def staged(tmp_path: Path) -> tuple[Settings, str]:
    """Return an installation and a run of it that is staged and not checked."""
    here = settings(tmp_path)
    here.config.mkdir()
    known = vars(source(location=str(tmp_path))) | {"licence": "ours"}
    (here.config / "sources.yml").write_text(json.dumps({"sources": [known]}), "utf-8")
    (here.config / "alerts.yml").write_text("routes: []", "utf-8")
    run_id = start_run(here, DAY)
    Staged.of(document(section="Weather")).write(staging_of(here, run_id).parent, run_id)
    return here, run_id


def checked_by_another_version(here: Settings, run_id: str) -> None:
    """Leave a run as an older version would, which knew no sections and did not say who checked."""
    steps.check(here, run_id)
    with duckdb.connect(str(staging_of(here, run_id))) as connection:
        connection.execute("alter table stage.documents drop column section; drop table ops.made_by")


def test_what_another_version_has_checked_is_checked_again_and_published(staged: tuple[Settings, str]) -> None:
    here, run_id = staged
    checked_by_another_version(here, run_id)
    steps.publish(here, run_id)
    assert ask(here, "select section from documents") == [("Weather",)]
    assert ask(here, "select count(*) from ops.steps where step = 'check' and noun = 'document'") == [(1,)]


def test_what_this_version_has_checked_is_not_checked_again(
    staged: tuple[Settings, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    here, run_id = staged
    steps.check(here, run_id)
    monkeypatch.setattr(steps, "run_checks", None)
    steps.publish(here, run_id)
    assert ask(here, "select count(*) from documents") == [(1,)]


def test_what_does_not_pass_the_rules_of_this_version_is_not_published(staged: tuple[Settings, str]) -> None:
    here, run_id = staged
    checked_by_another_version(here, run_id)
    claims = list(stage_of(here, run_id).read(tables.CLAIMS))
    stage_of(here, run_id).write(tables.CLAIMS, [*claims, *claims])
    for _ in range(2):  # it stays held, however often somebody asks
        with pytest.raises(steps.Held, match="claims_key_unique"):
            steps.publish(here, run_id)
    assert ask(here, "select count(*) from documents") == [(0,)]
    assert ask(here, "select status from ops.runs") == [("held",)]


def test_what_was_not_checked_is_not_published(staged: tuple[Settings, str]) -> None:
    here, run_id = staged
    with pytest.raises(Permanent, match=f"has not been checked: `newsledger check {run_id}`"):
        steps.publish(here, run_id)


def test_what_was_let_go_is_not_checked(staged: tuple[Settings, str]) -> None:
    here, run_id = staged
    steps.check(here, run_id)
    steps.publish(here, run_id)
    assert prune(here, utc_now().date() + timedelta(days=31)).runs == 1
    with pytest.raises(Permanent, match=f"stage files were let go: `newsledger replay {run_id}`"):
        steps.check(here, run_id)
    assert ask(here, "select status from ops.runs") == [("published",)]


def test_figures_and_copies_may_refer_to_the_past(tmp_path: Path) -> None:
    here, ours = settings(tmp_path), run(number=2)
    old = Staged.of(document())
    put(here, old, run())
    [first] = old.documents
    staged = Staged.of(document("fire", FIRE, copy_of=first.document_id, story_id=first.story_id))
    (figure,) = staged.figures
    staged.figures = [replace(figure, claim_ids=(old.claims[0].claim_id, *figure.claim_ids), claim_count=2)]
    verdict = look(here, staged, ours)
    assert [f.check.rule_id for f in verdict.failures] == ["documents_copies"]


def test_checking_again_counts_no_sum_twice(tmp_path: Path) -> None:
    here, ours = settings(tmp_path), run()
    staged = Staged.of(document())
    look(here, staged, ours)
    assert look(here, staged, ours).failures == ()
    steps = [step.step for step in staged.write(tmp_path / "stage" / ours.run_id, ours.run_id).read(tables.STEP_COUNTS)]
    assert steps.count("check") == 7


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"exception": "list index out of range"}, "claim_kind_code could not be evaluated: list index"),
        ({"unexpected_count": 7, "is_success": False}, "claim_kind_code: 7 bad rows expected, 0 found"),
    ],
)
def test_a_fault_of_the_checks_is_no_failed_check(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: dict[str, Any], message: str
) -> None:
    results = passing([rule.rule_id for rules in checks.SUITES.values() for rule in rules])
    results["claim_kind_code"] = results["claim_kind_code"] | change
    monkeypatch.setattr(Validator, "validate", lambda *_: results)
    with pytest.raises(RuntimeError, match=message):
        look(settings(tmp_path), Staged.of(document()), run())


def test_checks_that_break_say_so_and_the_next_ones_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = Validator((sys.executable, "-c", "raise SystemExit('no memory left')"))
    with pytest.raises(RuntimeError, match="broke with status 1:\nno memory left"):
        broken.validate(tmp_path / "staging.duckdb", DAY, ["en"])
    broken.close()
    monkeypatch.setattr(validator, "_started", cache(Validator))
    validator.ready().close()
    assert look(settings(tmp_path), Staged.of(document()), run()).failures == ()
    validator.ready().close()


def test_checks_call_nobody(tmp_path: Path) -> None:
    ours = run()
    staging = tmp_path / "staging.duckdb"
    checks.load(Staged.of(document()).write(tmp_path, ours.run_id), staging, [source()], None, DAY)
    watched = """
import sys
def forbid(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.sendto", "urllib.Request"):
        sys.stderr.write(f"calls out: {event} {arguments}"); sys.stderr.flush()
        import os; os._exit(9)
sys.addaudithook(forbid)
from newsledger.validation import main
main()
"""
    watching = Validator((sys.executable, "-c", watched))
    results = watching.validate(staging, DAY, ["en"])
    watching.close()
    assert len(results) == sum(len(rules) for rules in checks.SUITES.values())
