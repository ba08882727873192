"""A person's correction applies where it finds what it expects, and is told when it does not match."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from newsledger.corrections import read_corrections
from schemas.correction import Corrected, Correction
from schemas.faults import Permanent
from tests.ledger.rows import SENTENCE, claim, document
from transforms.claims.correct import correct, together

FLOOD, FIRE = document(), document("fire", SENTENCE.replace("flood", "fire"))
FLOOD_CLAIM, FIRE_CLAIM = claim(FLOOD), claim(FIRE, unit="USD", kind="money", qualifier="exact")
SOURCES = {FLOOD.document_id: "courier", FIRE.document_id: "courier"}

ENTRY = """
corrections:
  - claim: {claim}
    expect: {{low: 300, unit: count}}
    set: {{low: 30, high: 30}}
    reason: The mayor's office says 30.
    author: ada
    date: 2026-03-03
"""


def correction(**changes: Any) -> Correction:
    given = Correction(
        correction_id="c1",
        claim_id=FLOOD_CLAIM.claim_id,
        source=None,
        expect={"low": 300, "unit": "count"},
        change={"low": 30.0, "high": 30.0},
        reason="The mayor's office says 30.",
        author="ada",
        written_on=date(2026, 3, 3),
    )
    return replace(given, **changes)


def outcomes(*corrections: Correction, claims: Any = (FLOOD_CLAIM, FIRE_CLAIM), known: Any = ()) -> list[Corrected]:
    return correct("run", claims, corrections, SOURCES, known)[1]


def test_a_claim_is_corrected_and_says_so() -> None:
    [flood, fire], [outcome] = correct("run", [FLOOD_CLAIM, FIRE_CLAIM], [correction()], SOURCES, ())
    assert (flood.low, flood.high, flood.rule) == (30.0, 30.0, "corrected.number.digits")
    assert (flood.claim_id, flood.text, flood.start) == (FLOOD_CLAIM.claim_id, "about 300", FLOOD_CLAIM.start)
    assert fire == FIRE_CLAIM
    assert (outcome.outcome, outcome.claim_id, outcome.author) == ("applied", flood.claim_id, "ada")
    assert outcome.found == '{"low": 300.0, "unit": "count", "high": 300.0}'


def test_a_claim_that_is_not_as_expected_is_left_and_told() -> None:
    mended = replace(FLOOD_CLAIM, low=30.0, high=30.0)
    claims, [outcome] = correct("run", [mended], [correction()], SOURCES, ())
    assert claims == [mended]
    assert outcome.outcome == "mismatched"
    assert '"low": 30.0' in (outcome.found or "")


def test_a_claim_that_its_document_lost_is_gone_and_one_of_another_day_is_no_matter() -> None:
    assert [o.outcome for o in outcomes(correction(), claims=[], known={FLOOD_CLAIM.claim_id})] == ["gone"]
    assert outcomes(correction(claim_id="of another day")) == []


def test_a_source_is_corrected_in_what_is_as_expected() -> None:
    australian = correction(claim_id=None, source="courier", expect={"unit": "USD"}, change={"unit": "AUD"})
    [flood, fire], [outcome] = correct("run", [FLOOD_CLAIM, FIRE_CLAIM], [australian], SOURCES, ())
    assert (flood, fire.unit) == (FLOOD_CLAIM, "AUD")
    assert (outcome.outcome, outcome.target, outcome.claim_id) == ("applied", "source courier", fire.claim_id)
    assert [o.outcome for o in outcomes(australian, claims=[FLOOD_CLAIM])] == ["idle"]
    assert outcomes(replace(australian, source="gazette")) == []


def test_corrections_apply_to_what_those_before_have_made() -> None:
    second = correction(correction_id="c2", expect={"low": 30}, change={"qualifier": "exact"})
    [flood, _], found = correct("run", [FLOOD_CLAIM, FIRE_CLAIM], [correction(), second], SOURCES, ())
    assert (flood.low, flood.qualifier) == (30.0, "exact")
    assert [outcome.outcome for outcome in found] == ["applied", "applied"]


def test_the_configuration_is_read(tmp_path: Path) -> None:
    path = tmp_path / "corrections.yml"
    assert read_corrections(path) == []
    path.write_text(ENTRY.format(claim="abc"), "utf-8")
    [found] = read_corrections(path)
    assert (found.claim_id, found.expect, found.author) == ("abc", {"low": 300, "unit": "count"}, "ada")
    path.write_text(ENTRY.format(claim="abd"), "utf-8")
    assert read_corrections(path)[0].correction_id != found.correction_id


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("low: 300, unit", "lowest: 300, unit", "lowest cannot be expected"),
        ("set: {low: 30,", "set: {text: thirty,", "text cannot be set"),
        ("low: 30,", "low: thirty,", "number"),
        ("author: ada", "", "author"),
        ("reason: The mayor's office says 30.", "reason: ''", "reason"),
        ("claim: abc", "other: abc", "other"),
        ("claim: abc", "claim: abc\n    source: courier", "either `claim`"),
        ("corrections:", "wrongs:", "a list `corrections`"),
    ],
)
def test_a_wrong_entry_is_named(tmp_path: Path, old: str, new: str, message: str) -> None:
    path = tmp_path / "corrections.yml"
    given = ENTRY.format(claim="abc")
    assert old in given
    path.write_text(given.replace(old, new), "utf-8")
    with pytest.raises(Permanent, match=message):
        read_corrections(path)


def test_the_same_correction_twice_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "corrections.yml"
    given = ENTRY.format(claim="abc")
    path.write_text(given + given.partition("corrections:\n")[2], "utf-8")
    with pytest.raises(Permanent, match="ask for the same"):
        read_corrections(path)


def test_what_is_idle_in_one_batch_of_claims_is_not_idle_where_another_has_its_claim() -> None:
    of_source = correction(claim_id=None, source="courier")
    batches = [outcomes(of_source, claims=[FIRE_CLAIM]), outcomes(of_source), outcomes(of_source, claims=[])]
    assert [[row.outcome for row in batch] for batch in batches] == [["idle"], ["applied"], ["idle"]]
    assert [row.outcome for row in together(row for batch in batches for row in batch)] == ["applied"]
    assert [row.outcome for row in together([*batches[0], *batches[2]])] == ["idle"]
