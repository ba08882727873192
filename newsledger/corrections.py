"""Read people's corrections, `config/corrections.yml`: each entry validated with a message that names the remedy.

They are applied when a run follows its claims, not when it is published: figures are then made of corrected claims,
and whatever a correction brings in passes the checks like any other row.
"""

import json
from datetime import date
from pathlib import Path
from typing import Annotated, Any, get_type_hints

import yaml
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError, model_validator

from newsledger.configuration import faults_of
from schemas.claim import Claim
from schemas.correction import CORRECTABLE, EXPECTABLE, Correction
from schemas.faults import Permanent
from schemas.keys import key_of

_TYPES = {name: TypeAdapter(hint) for name, hint in get_type_hints(Claim).items() if name in EXPECTABLE}
_Words = Annotated[str, Field(min_length=3)]


class _Entry(BaseModel):
    """One entry of `config/corrections.yml` as written there."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    claim: str | None = None
    source: str | None = None
    expect: Annotated[dict[str, Any], Field(min_length=1)]
    set: Annotated[dict[str, Any], Field(min_length=1)]
    reason: _Words
    author: _Words
    date: date

    @model_validator(mode="after")
    def _is_possible(self) -> "_Entry":
        if (self.claim is None) == (self.source is None):
            raise ValueError("give either `claim` (a claim_id) or `source` (a name of config/sources.yml)")
        for names, allowed, what in ((self.expect, EXPECTABLE, "expected"), (self.set, CORRECTABLE, "set")):
            if wrong := sorted(set(names) - allowed):
                raise ValueError(f"{', '.join(wrong)} cannot be {what}; of claims, {', '.join(sorted(allowed))} can")
            for name, value in names.items():
                _TYPES[name].validate_python(value)
        return self


def read_corrections(path: Path) -> list[Correction]:
    """Return the corrections of a configuration file, in its order, none if there is no file; raise Permanent."""
    if not path.exists():
        return []
    try:
        entries = list((yaml.safe_load(path.read_text("utf-8")) or {})["corrections"] or [])
    except (yaml.YAMLError, TypeError, KeyError) as error:
        raise Permanent(f"{path} must be YAML with a list `corrections` ({error})") from None
    corrections = [_correction(path, number, entry) for number, entry in enumerate(entries, 1)]
    ids = [correction.correction_id for correction in corrections]
    if len(set(ids)) < len(ids):
        raise Permanent(f"{path}: two corrections ask for the same; remove one")
    return corrections


def _correction(path: Path, number: int, entry: object) -> Correction:
    try:
        given = _Entry.model_validate(entry)
    except ValidationError as error:
        raise Permanent(f"{path}, correction {number}: {faults_of(error)}") from None
    target = given.claim or given.source or ""
    return Correction(
        correction_id=key_of(target, json.dumps([given.expect, given.set], sort_keys=True, default=str)),
        claim_id=given.claim,
        source=given.source,
        expect=given.expect,
        change=given.set,
        reason=given.reason,
        author=given.author,
        written_on=given.date,
    )
