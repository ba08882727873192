"""Rows that checks have set aside are listed, released and dropped, and a replay follows what people decided."""

from dataclasses import replace
from pathlib import Path

import pytest

from newsledger import checks, warehouse
from newsledger.checks import Verdict
from newsledger.decisions import drop, open_rows, release, shown
from newsledger.runs import staging_of
from newsledger.settings import Settings
from schemas.claim import StagedClaim
from schemas.faults import Permanent
from schemas.run import Run
from tests.ledger.ledgers import ask
from tests.ledger.rows import SENTENCE, Staged, document, run, settings

pytestmark = pytest.mark.slow  # each starts Great Expectations in a process of its own

FIRE = SENTENCE.replace("flood", "fire")
FIRST, AGAIN = run(), run(number=2, replay_of=run().run_id)


def published(here: Settings, staged: Staged, of: Run) -> Verdict:
    staging = staging_of(here, of.run_id)
    verdict = checks.check(staged.write(staging.parent, of.run_id), staging, of, here.ledger, staged.sources)
    warehouse.publish(here, staging, of)
    return verdict


def with_claim(**changes: object) -> tuple[Staged, StagedClaim]:
    """Return a run of two documents, the first with a claim that has been changed."""
    staged = Staged.of(document(), document("fire", FIRE))
    staged.claims[0] = replace(staged.claims[0], **changes)  # type: ignore[arg-type]
    return staged, staged.claims[0]


@pytest.fixture
def here(tmp_path: Path) -> Settings:
    return settings(tmp_path)


def test_a_released_row_passes_the_other_checks_and_is_published(here: Settings) -> None:
    staged, claim = with_claim(kind="age", unit="year", low=30000.0, high=30000.0)
    assert [f.check.rule_id for f in published(here, staged, FIRST).failures] == ["claim_age_plausible"]
    [line] = open_rows(here)
    assert "claim_age_plausible" in line
    assert claim.claim_id in line
    assert release(here, [claim.claim_id], "The cave is that old", "ada") == [FIRST.run_id]
    assert "waits for a replay" in open_rows(here)[0]
    assert published(here, staged, AGAIN).failures == ()
    assert (claim.claim_id,) in ask(here, "select claim_id from current_claims")
    assert open_rows(here) == []
    kept = ask(here, "select verdict, reason, author, decided_at is not null from ops.decisions")
    assert kept == [("released", "The cave is that old", "ada", True)]


def test_a_release_is_for_the_row_as_it_was_read(here: Settings) -> None:
    staged, claim = with_claim(kind="age", unit="year", low=30000.0, high=30000.0)
    published(here, staged, FIRST)
    release(here, [claim.claim_id], "The cave is that old", "ada")
    staged.claims[0] = replace(claim, low=90000.0, high=90000.0)
    assert [f.check.rule_id for f in published(here, staged, AGAIN).failures] == ["claim_age_plausible"]
    assert "waits" not in open_rows(here)[0]


def test_a_released_row_that_breaks_another_rule_stays_out(here: Settings) -> None:
    staged, claim = with_claim(kind="age", unit="year", low=30000.0, high=30000.0)
    published(here, staged, FIRST)
    release(here, [claim.claim_id], "The cave is that old", "ada")
    staged.documents[0] = replace(staged.documents[0], language="English")
    published(here, staged, AGAIN)
    assert (claim.claim_id,) not in ask(here, "select claim_id from current_claims")


def test_what_is_no_matter_of_judgement_cannot_be_released(here: Settings) -> None:
    staged, claim = with_claim(start=1)
    published(here, staged, FIRST)
    with pytest.raises(Permanent, match="claim_text_spans is no matter of judgement"):
        release(here, [claim.claim_id], "Never mind", "ada")
    assert ask(here, "from ops.decisions") == []
    assert "cannot be released" in shown(here, claim.claim_id)


def test_what_depends_on_a_row_comes_with_it(here: Settings) -> None:
    staged = Staged.of(document())
    staged.documents[0] = replace(staged.documents[0], published_at=staged.documents[0].fetched_at.replace(year=1980))
    published(here, staged, FIRST)
    assert ask(here, "from current_claims") == []
    [line] = open_rows(here)  # the document, and not its claim, event, story or figure
    assert staged.documents[0].document_id in line
    with pytest.raises(Permanent, match="release what it depends on"):
        release(here, [staged.claims[0].claim_id], "Only this", "ada")
    release(here, [staged.documents[0].document_id], "It is an old paper", "ada")
    published(here, staged, AGAIN)
    assert len(ask(here, "from current_claims")) == 1


def test_a_dropped_row_stays_out_without_a_word(here: Settings) -> None:
    staged, claim = with_claim(kind="number")
    published(here, staged, FIRST)
    drop(here, [claim.claim_id], "A misprint", "ada")
    assert open_rows(here) == []
    assert "dropped by ada" in shown(here, claim.claim_id)
    assert published(here, staged, AGAIN).failures == ()
    assert (claim.claim_id,) not in ask(here, "select claim_id from current_claims")
    query = "select rule_id from ops.quarantine where run_id = ? and noun = 'claims'"
    assert ask(here, query, AGAIN.run_id) == [("row_dropped",)]
    assert ask(here, "select out_count, quarantined_count from ops.steps where step = 'check' and noun = 'claim'")


def test_a_row_that_a_replay_reads_rightly_waits_no_more(here: Settings) -> None:
    staged, claim = with_claim(kind="number")
    published(here, staged, FIRST)
    staged.claims[0] = replace(claim, kind="count")
    published(here, staged, AGAIN)
    assert open_rows(here) == []


def test_a_decision_needs_reason_and_author_and_a_row(here: Settings) -> None:
    staged, claim = with_claim(kind="age", unit="year", low=30000.0, high=30000.0)
    published(here, staged, FIRST)
    with pytest.raises(Permanent, match="--reason"):
        release(here, [claim.claim_id], " ", "ada")
    with pytest.raises(Permanent, match="quarantine list"):
        drop(here, ["nowhere"], "Gone", "ada")
