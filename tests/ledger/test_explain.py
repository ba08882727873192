"""A claim is explained by its sentence, what it was read from, and each decision in words."""

from dataclasses import replace
from pathlib import Path

from newsledger.explain import explain_row
from tests.ledger.ledgers import put
from tests.ledger.rows import SENTENCE, Staged, document, run, settings


def test_a_claim_is_explained(tmp_path: Path) -> None:
    here, staged = settings(tmp_path), Staged.of(document())
    put(here, staged, run())
    told = explain_row(here, staged.claims[0].claim_id)
    assert SENTENCE.replace("about 300", ">>>about 300<<<") in told
    assert "time         Monday (2026-03-02, 2026-03-02)" in told
    assert "place        Millford (GBR, 53.0, -1.5)" in told
    assert "si_low" not in told


def test_a_physical_claim_shows_its_measure(tmp_path: Path) -> None:
    here, staged = settings(tmp_path), Staged.of(document())
    measured = {"unit": "mile", "kind": "measure", "dimension": "length", "si_unit": "meter"}
    staged.claims[0] = replace(staged.claims[0], **measured, si_low=482803.2, si_high=482803.2)
    put(here, staged, run())
    told = explain_row(here, staged.claims[0].claim_id)
    assert "si_low       482803.2" in told
    assert "si_unit      meter" in told
