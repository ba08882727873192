"""Hold what a run has staged to the catalogue of expectations; set bad rows aside; decide whether it may go out.

Works on a DuckDB file of the run's own, the staging file: schema `stage` holds the staged tables, `past` what the
ledger already knows of what they refer to, `ops` the outcome. Each row rule is evaluated twice, by Great Expectations
and by our own SQL, which sets rows aside; where they disagree on a count, or an expectation cannot be evaluated, the
fault is ours and an exception says so.
"""

import json
import textwrap
import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb

from expectations.catalogue import SUITES
from expectations.rule import Measure, RowRule, Rule
from newsledger import quarantine, validator
from newsledger.alerts import Failure
from newsledger.database import insert, opened, records, transaction
from newsledger.settings import utc_now
from newsledger.stage import Stage
from newsledger.staging import load
from schemas import stage as tables
from schemas.check import CHECKS, Check
from schemas.run import NOUN_OF, STEP_COUNTS, Run, Step
from schemas.source import Source
from schemas.table import as_record

_EXAMPLES = 3
_EXAMPLE_WIDTH = 80  # characters of each value in an example row, so that a row fits a message
_UNTOLD = {"page_id", "article_id", "text_digest", "dropped_lines", "warc_path", "warc_offset", "made_by"}


@dataclass(frozen=True)
class Verdict:
    """What the checks of a run found; failures come with example rows."""

    checks: tuple[Check, ...]
    failures: tuple[Failure, ...]

    @property
    def failed(self) -> tuple[str, ...]:
        """The critical rules that failed; any of them holds the run."""
        return tuple(f.check.rule_id for f in self.failures if f.check.severity == "critical")

    @property
    def is_held(self) -> bool:
        """Whether nothing of the run may be published."""
        return bool(self.failed)

    @classmethod
    def of_staging(cls, staging: Path) -> "Verdict":
        """Return the verdict that `check` left in a staging file."""
        with opened(staging, read_only=True) as connection:
            found = records(connection, "from ops.checks order by noun, rule_id")
            examples: dict[str, list[str]] = {}
            for rule_id, row in connection.execute("select rule_id, example from ops.examples").fetchall():
                examples.setdefault(rule_id, []).append(row)
            sources: dict[str, dict[str, int]] = {}
            for rule_id, source, count in connection.execute("from ops.offenders").fetchall():
                sources.setdefault(rule_id, {})[source] = count
        checks = tuple(CHECKS.from_record(record) for record in found)
        failures = tuple(
            Failure(check, tuple(examples.get(check.rule_id, ())), sources.get(check.rule_id, {}))
            for check in checks
            if not check.is_success
        )
        return cls(checks, failures)

    def to_json(self) -> str:
        """Return all checks as JSON, failures with their example rows."""
        examples = {f.check.rule_id: f.examples for f in self.failures}
        rows = [as_record(check) | {"examples": examples.get(check.rule_id, ())} for check in self.checks]
        return json.dumps({"is_held": self.is_held, "checks": rows}, default=str, indent=1)


def check(stage: Stage, staging: Path, run: Run, ledger: Path | None, sources: Iterable[Source]) -> Verdict:
    """Check a run's staged rows and leave the outcome in `staging`, which is made anew; return the verdict.

    `ledger` is what the past is read from, None or a missing file if there is none. `sources` are those the run was
    to fetch. Raises RuntimeError where a rule could not be evaluated or was counted differently by its two readings.
    """
    started, now = time.monotonic(), utc_now()
    chosen = tuple(sources)
    load(stage, staging, chosen, ledger, run.partition_on)
    languages = sorted({source.language for source in chosen})
    results = validator.ready().validate(staging, run.partition_on, languages)
    with opened(staging) as connection, transaction(connection):
        for noun, rules in SUITES.items():
            for rule in rules:
                _judge(connection, run, noun, rule, results[rule.rule_id], now)
        staged = {noun: _count(connection, f"select count(*) from stage.{noun}") for noun in quarantine.KEYS}
        lost = quarantine.set_aside(connection, run.run_id, now)
        seconds = round(time.monotonic() - started, 3)
        steps = [_step(run, noun, staged[noun], lost[noun], seconds) for noun in quarantine.KEYS]
        insert(connection, STEP_COUNTS, steps)
        connection.execute(f"insert into {STEP_COUNTS.qualified_name} by name select * from stage.steps")
    stage.write(tables.STEP_COUNTS, steps, "check")
    return Verdict.of_staging(staging)


def _judge(
    connection: duckdb.DuckDBPyConnection, run: Run, noun: str, rule: Rule, result: dict[str, Any], now: datetime
) -> None:
    """Record a rule's result; mark the rows that a row rule sets aside."""
    if result["exception"] is not None:
        raise RuntimeError(f"rule {rule.rule_id} could not be evaluated: {result['exception']}")
    if not isinstance(rule, Measure):
        bad = rule.query(f"stage.{noun}")
        ours = _count(connection, f"select count(*) from ({bad})")
        if ours != result["unexpected_count"]:
            raise RuntimeError(f"rule {rule.rule_id}: {result['unexpected_count']} bad rows expected, {ours} found")
        if ours:
            _keep_examples(connection, rule.rule_id, bad)
            _keep_sources(connection, rule.rule_id, bad)
            if isinstance(rule, RowRule) and rule.severity == "row":
                quarantine.mark(connection, run.run_id, noun, rule, now)
    outcome = Check(
        run_id=run.run_id,
        rule_id=rule.rule_id,
        noun=noun,
        severity=rule.severity,
        is_success=result["is_success"],
        unexpected_count=result["unexpected_count"],
        observed=result["observed"],
        expectation=rule.words,
        checked_at=now,
    )
    insert(connection, CHECKS, [outcome])


def _keep_examples(connection: duckdb.DuckDBPyConnection, rule_id: str, query: str) -> None:
    for record in records(connection, f"from ({query}) limit {_EXAMPLES}"):
        shown = {
            name: textwrap.shorten(str(value), _EXAMPLE_WIDTH, placeholder="…")
            for name, value in record.items()
            if name not in _UNTOLD and value is not None and value != []
        }
        connection.execute("insert into ops.examples values (?, ?)", [rule_id, json.dumps(shown, ensure_ascii=False)])


def _keep_sources(connection: duckdb.DuckDBPyConnection, rule_id: str, query: str) -> None:
    """Keep how many bad rows each source has, where they are of a source or of a document."""
    names = {column[0] for column in connection.execute(f"from ({query}) limit 0").description or ()}
    if "source" not in names:
        if "document_id" not in names:
            return
        query = f"select d.source from ({query}) bad join stage.documents d using (document_id)"
    counted = f"select $rule_id, source, count(*) from ({query}) group by source"
    connection.execute(f"insert into ops.offenders {counted}", {"rule_id": rule_id})


def _step(run: Run, noun: str, staged: int, lost: int, seconds: float) -> Step:
    return Step(
        run_id=run.run_id,
        step="check",
        noun=NOUN_OF[noun],
        in_count=staged,
        out_count=staged - lost,
        rejected_count=0,
        quarantined_count=lost,
        seconds=seconds,
    )


def _count(connection: duckdb.DuckDBPyConnection, query: str) -> int:
    ((count,),) = connection.execute(query).fetchall()  # all, or DuckDB 2 takes the result for unfinished
    return int(count)
