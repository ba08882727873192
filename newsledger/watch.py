"""Tell people of what they watch for, `config/watch.yml`: SQL over the ledger, asked after each publish.

Each watch looks at what the run has brought and at what the ledger holds of the same stories. What it finds is told
once, with the sentences that are the evidence, and again when a later run finds it changed.
"""

from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from newsledger import alerts
from newsledger.configuration import faults_of, require_distinct
from newsledger.database import records
from newsledger.incidents import Problem
from newsledger.settings import Settings
from newsledger.warehouse import reader
from newsledger.watch_queries import QUERIES
from schemas.faults import Permanent


class Watch(BaseModel):
    """One thing to watch for; what is left out does not narrow it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
    kind: Literal["passes", "disagree", "changed_silently"]
    about: tuple[str, ...] = ()  # words or phrases, one of which is in the concept or the predicate
    place: tuple[str, ...] = ()  # ISO 3166 alpha-3 codes, or names in the claim's place or the headline
    unit: str | None = None
    above: float | None = None  # passes: the lower bound of a claim is above this
    below: float | None = None  # passes: or its upper bound below this
    percent: Annotated[float, Field(gt=0)] = 20  # disagree: one outlet's lower bound over another's upper one
    severity: Literal["critical", "warning"] = "warning"

    @model_validator(mode="after")
    def _is_possible(self) -> "Watch":
        if (self.kind == "passes") != (self.above is not None or self.below is not None):
            raise ValueError("`passes`, and no other kind, needs `above` or `below`")
        return self

    def given(self, run_id: str) -> dict[str, Any]:
        """Return the values that its query is asked with."""
        given = {
            "run": run_id,
            "about": [_plain(words) for words in self.about],
            "place": [_plain(words) for words in self.place],
            "unit": self.unit,
        }
        if self.kind == "passes":
            return given | {"above": self.above, "below": self.below}
        return given | ({"percent": self.percent} if self.kind == "disagree" else {})


def read_watches(path: Path) -> list[Watch]:
    """Return the watches of a configuration file, none if there is no file; raise Permanent naming the remedy."""
    if not path.exists():
        return []
    try:
        entries = (yaml.safe_load(path.read_text("utf-8")) or {})["watches"] or []
        watches = [Watch.model_validate(entry) for entry in entries]
    except (yaml.YAMLError, TypeError, KeyError) as error:
        raise Permanent(f"{path} must be YAML with a list `watches` ({error})") from None
    except ValidationError as error:
        raise Permanent(f"{path}, {error.title} {error.errors()[0].get('input')}: {faults_of(error)}") from None
    require_distinct(path, (watch.name for watch in watches))
    return watches


def look(settings: Settings, run_id: str) -> None:
    """Look at what a published run has brought for what people watch for, and tell them."""
    watches = read_watches(settings.config / "watch.yml")
    if not watches:
        return
    with reader(settings.ledger) as ledger:
        problems = [
            _problem(watch, found)
            for watch in watches
            for found in records(ledger, QUERIES[watch.kind], watch.given(run_id))
        ]
    alerts.tell(settings, problems, run_id=run_id)


def _problem(watch: Watch, found: dict[str, Any]) -> Problem:
    evidence = "\n".join(
        f"{row['outlet']}, {row['published_at'] or 'undated'}: “{row['sentence']}”\n{row['url']}\n"
        f"newsledger explain {row['claim_id']}"
        for row in found["evidence"]
    )
    return Problem(
        incident=f"watch {watch.name} {found['subject']}",
        severity=watch.severity,
        state=found["state"],
        subject=f"{watch.name}: {found['what']}: {found['state']}",
        body=f"{found['title'] or '(no title)'}\n{evidence}",
        sources=tuple(sorted({row["source"] for row in found["evidence"]})),
        is_notice=True,
    )


def _plain(words: str) -> str:
    """Return words as the queries compare them: in lower case, with a space on each side."""
    return f" {' '.join(words.lower().split())} "
