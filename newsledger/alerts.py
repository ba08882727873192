"""Tell people what went wrong, what changed of it and that it is over, each once; see `newsledger.incidents`.

Alerts are put into the outbox first (`newsledger.outbox`), then delivered by the routes that ask for them
(`newsledger.delivery`), at once or when `newsledger alarms` looks again.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from newsledger.delivery import deliver
from newsledger.incidents import Problem, alerts_of, open_incidents
from newsledger.outbox import alone, keep, outbox
from newsledger.settings import Settings, utc_now
from schemas.alert import Alert
from schemas.check import Check
from schemas.run import Run

_EXAMPLES = 3


@dataclass(frozen=True)
class Failure:
    """A failed expectation as people are told of it, with example rows already rendered as text."""

    check: Check
    examples: tuple[str, ...]
    sources: Mapping[str, int] = field(default_factory=dict)  # bad rows by source, where rows are of sources


def tell_verdict(settings: Settings, run: Run, failures: Iterable[Failure], *, is_whole: bool = True) -> None:
    """Raise what a checked run calls for, say what it shows to be over, and deliver what waits.

    What holds a run, or broke it, is over when its news day is published. What a warning is about goes on from day to
    day, until a published run of the same day or a later one does not find it. A replay of an older day, or a run of
    some sources only (`is_whole` false), says nothing of warnings that people have been told of.
    """

    def knows_of(alert: Alert) -> bool:
        return is_whole and _day_of(alert) <= str(run.partition_on)

    def ends(alert: Alert) -> bool:
        if run.status != "published":
            return False
        if alert.severity == "critical":
            return alert.incident.startswith(f"{run.partition_on} ")
        return alert.incident.startswith("check ") and knows_of(alert)

    problems = [_problem_of(run, failure) for failure in failures]
    with _raising(settings) as told:
        opened = open_incidents(told)
        news = [
            p for p in problems if p.severity == "critical" or p.incident not in opened or knows_of(opened[p.incident])
        ]
        keep(settings, alerts_of(news, told, ends, run.run_id, utc_now()))


def tell_failure(settings: Settings, run: Run, step: str, error: BaseException) -> None:
    """Raise that a step failed for good, and deliver what waits."""
    problem = Problem(
        incident=f"{run.partition_on} {step} failed",
        severity="critical",
        state=type(error).__name__,
        subject=f"{step} failed for {run.partition_on}",
        body=f"Step {step} of run {run.run_id} failed: {type(error).__name__}: {error}\n{_where(run)}",
    )
    tell(settings, [problem], run_id=run.run_id)


def tell(settings: Settings, problems: Iterable[Problem], scope: str | None = None, run_id: str | None = None) -> None:
    """Raise problems, say that the open ones whose name begins with `scope` and that are none now are over; deliver."""

    def ends(alert: Alert) -> bool:
        return scope is not None and alert.incident.startswith(scope)

    with _raising(settings) as told:
        keep(settings, alerts_of(problems, told, ends, run_id, utc_now()))


@contextmanager
def _raising(settings: Settings) -> Iterator[list[Alert]]:
    """Give what was told before while nobody else adds to it, so that no two raise the same; then deliver what waits.

    Shards of one run may fail on several workers at once.
    """
    with alone(settings):
        yield outbox(settings)
    deliver(settings)


def _problem_of(run: Run, failure: Failure) -> Problem:
    check = failure.check
    is_held = check.severity == "critical"
    verb = "held by" if is_held else "warned by"
    by_source = ", ".join(f"{source} {count}" for source, count in sorted(failure.sources.items()))
    lines = [
        f"Run {run.run_id} for {run.partition_on} was {verb} {check.rule_id} on {check.noun}.",
        f"Expected: {check.expectation}.",
        f"Broken by {check.unexpected_count} rows. Observed: {check.observed or '-'}.",
        *([f"By source: {by_source}."] if by_source else []),
        *(f"Example: {example}" for example in failure.examples[:_EXAMPLES]),
        _where(run),
    ]
    return Problem(
        incident=f"{run.partition_on} {check.rule_id}" if is_held else f"check {check.rule_id}",
        severity="critical" if is_held else "warning",
        state=_state(failure),
        subject=f"{run.partition_on} {verb} {check.rule_id}",
        body="\n".join(lines),
        sources=tuple(sorted(failure.sources)),
    )


def _state(failure: Failure) -> str:
    """Return what is worth telling again if it changes: which sources, and the rough number of rows.

    The exact number differs from day to day without meaning anything.
    """
    if failure.check.rule_id.startswith("sources_"):
        return f"sources {', '.join(sorted(failure.sources))}"
    magnitude = len(str(failure.check.unexpected_count))
    return "1 to 9 rows" if magnitude == 1 else f"{10 ** (magnitude - 1):,} rows or more"


def _day_of(alert: Alert) -> str:
    return (alert.run_id or "").partition(".")[0]


def _where(run: Run) -> str:
    return f"Look at: newsledger report {run.run_id}; newsledger sql \"from ops.checks where run_id = '{run.run_id}'\""
