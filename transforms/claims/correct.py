"""Correct claims as people asked for, where they are as expected; say of each correction what became of it."""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from schemas.claim import StagedClaim
from schemas.correction import Corrected, Correction
from transforms.claims.si import in_si


def correct(
    run_id: str,
    claims: Iterable[StagedClaim],
    corrections: Iterable[Correction],
    source_of: Mapping[str, str],
    known: Collection[str],
) -> tuple[list[StagedClaim], list[Corrected]]:
    """Return the claims, corrected, in their order, and what became of the corrections that concern them.

    `source_of` gives the source of each document (document_id); `known` are the claim_ids that the ledger has of these
    documents: a correction of a claim that is missing now is gone only if it was there. Corrections apply one after
    another, each to what the ones before it have made. A corrected claim says so in its rule.
    """
    now = {claim.claim_id: claim for claim in claims}
    sources = set(source_of.values())
    outcomes = []
    for correction in corrections:
        if correction.claim_id is not None and correction.claim_id in now:
            outcomes.append(_correct_one(run_id, now, correction, now[correction.claim_id]))
        elif correction.claim_id is not None and correction.claim_id in known:
            outcomes.append(_outcome(run_id, correction, "gone", claim_id=correction.claim_id))
        elif correction.source in sources:
            fitting = [
                c
                for c in now.values()
                if source_of[c.document_id] == correction.source and _is_as_expected(c, correction)
            ]
            outcomes += [_correct_one(run_id, now, correction, claim) for claim in fitting]
            outcomes += [] if fitting else [_outcome(run_id, correction, "idle")]
    return list(now.values()), outcomes


def together(outcomes: Iterable[Corrected]) -> list[Corrected]:
    """Return what became of corrections in all batches of a run: idle in one of them says nothing, idle in all does."""
    rows = list(outcomes)
    matched = {row.correction_id for row in rows if row.outcome != "idle"}
    idle = {row.correction_id: row for row in rows if row.correction_id not in matched}
    return [*(row for row in rows if row.outcome != "idle"), *idle.values()]


def _correct_one(run_id: str, now: dict[str, StagedClaim], correction: Correction, claim: StagedClaim) -> Corrected:
    if not _is_as_expected(claim, correction):
        return _outcome(run_id, correction, "mismatched", claim)
    corrected = replace(claim, **correction.change, rule=f"corrected.{claim.rule}")
    is_difference = corrected.change_role == "difference"
    measures = in_si(corrected.unit, corrected.low, corrected.high, is_difference=is_difference)
    now[claim.claim_id] = replace(corrected, **measures._asdict())
    return _outcome(run_id, correction, "applied", claim)


def _is_as_expected(claim: StagedClaim, correction: Correction) -> bool:
    return all(getattr(claim, name) == value for name, value in correction.expect.items())


def _outcome(
    run_id: str, correction: Correction, outcome: str, claim: StagedClaim | None = None, claim_id: str | None = None
) -> Corrected:
    names = [*correction.expect, *(name for name in correction.change if name not in correction.expect)]
    return Corrected(
        run_id=run_id,
        correction_id=correction.correction_id,
        target=correction.target,
        outcome=outcome,
        claim_id=claim.claim_id if claim else claim_id,
        found=json.dumps({name: getattr(claim, name) for name in names}, ensure_ascii=False) if claim else None,
        change=json.dumps(dict(correction.change), ensure_ascii=False),
        reason=correction.reason,
        author=correction.author,
        written_on=correction.written_on,
    )
