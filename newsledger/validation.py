"""Hold a staging file to the catalogue with Great Expectations, in a process of its own.

Nothing else imports Great Expectations: `newsledger.validator` runs this module and talks to it by lines of JSON. It
judges nothing: an expectation that could not be evaluated is told with its exception.
"""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import great_expectations as gx
from great_expectations import expectations as gxe
from great_expectations.data_context.types.base import ProgressBarsConfig

from expectations.catalogue import SUITES
from expectations.rule import Measure, Rule
from newsledger import dialect
from newsledger.database import CONFIG

_MAX_AGE = timedelta(days=3)  # a source that rests over a weekend is not stale yet


def validate(
    staging: Path, news_day: date, languages: list[str], suites: Mapping[str, Iterable[Rule]] = SUITES
) -> Iterator[dict[str, Any]]:
    """Yield the result of every rule: id, success, count of unexpected rows, what was observed, exception or None.

    `languages` (ISO 639-1) are those that the run's sources declare.
    """
    midnight = datetime.combine(news_day, time(), UTC)
    parameters = {"oldest_newest": midnight - _MAX_AGE, "languages": languages}
    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = ProgressBarsConfig(globally=False)
    source = context.data_sources.add_sql(
        "staging",
        connection_string=f"{dialect.NAME}:///{staging}",
        kwargs={"connect_args": {"read_only": True, "config": CONFIG}},  # type: ignore[call-arg]  # their stub lacks it
    )
    for noun, rules in suites.items():
        asset = source.add_table_asset(noun, table_name=noun, schema_name="stage")
        batch = asset.add_batch_definition_whole_table("whole").get_batch()
        suite = gx.ExpectationSuite(name=noun, expectations=[_expectation(noun, rule) for rule in rules])
        results = batch.validate(suite, result_format="BASIC", expectation_parameters=parameters)
        yield from (_result(result) for result in results.results)
    source.get_execution_engine().close()  # it and the source have an engine each, and while one
    source.get_engine().dispose()  # has the file open, the checks could not write to it


def _expectation(noun: str, rule: Rule) -> Any:
    """Return a rule as an expectation. Severities stay with us: every failure is reported alike."""
    if isinstance(rule, Measure):
        name, arguments = rule.expectation, rule.arguments
    else:
        name, arguments = "UnexpectedRowsExpectation", {"unexpected_rows_query": rule.query("{batch}")}
    return getattr(gxe, name)(**arguments, meta={"rule_id": rule.rule_id, "noun": noun})


def _result(result: Any) -> dict[str, Any]:
    found = result.result
    observed = found.get("observed_value")
    is_query = result.expectation_config.type == "unexpected_rows_expectation"
    count = observed if is_query else found.get("unexpected_count")
    if count is None:  # aggregates count nothing, and of an empty table nothing is counted
        count = 0 if result.success else 1
    return {
        "rule_id": result.expectation_config.meta["rule_id"],
        "is_success": bool(result.success),
        "unexpected_count": count,
        "observed": None if is_query or observed is None else str(observed),
        "exception": _exception(result.exception_info),
    }


def _exception(info: dict[str, Any]) -> str | None:
    """Return what was raised, if anything: one record for the expectation, or one for each of its metrics."""
    records = [info] if "raised_exception" in info else list(info.values())
    return next((str(r["exception_message"]) for r in records if r["raised_exception"]), None)


def main() -> None:
    """Answer each line of standard input, which names a staging file, with the line of its results."""
    answers, sys.stdout = sys.stdout, sys.stderr  # what libraries print must not end up among the answers
    for line in sys.stdin:
        asked = json.loads(line)
        results = validate(Path(asked["staging"]), date.fromisoformat(asked["news_day"]), asked["languages"])
        answers.write(json.dumps(list(results)) + "\n")
        answers.flush()


if __name__ == "__main__":
    main()
