"""Write the page of an installation's health: runs, sources, checks, times, alarms and quarantine of four weeks."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any

from newsledger.database import records
from newsledger.incidents import open_incidents
from newsledger.outbox import outbox
from newsledger.pages import write_page
from newsledger.quarantine import DROPPED
from newsledger.settings import Settings, utc_now
from newsledger.warehouse import reader
from schemas.run import RECENT_DAYS, STEPS

_ROWS = 40

# Of each news day its latest run: one that was replayed or run again counts once, as it is now.
_RECENT = f"""
    with days as (
        select *, row_number() over (partition by partition_on order by started_at desc) = 1 as is_latest
        from ops.runs where partition_on > (select max(partition_on) from ops.runs) - {RECENT_DAYS}
    ),
    latest as (from days where is_latest)
"""
_QUERIES = {
    "runs": f"""
        {_RECENT}
        select l.partition_on, l.run_id, l.status, epoch(l.ended_at - l.started_at) as seconds,
            max(s.in_count) filter (s.step = 'fetch') as pages,
            max(s.out_count) filter (s.step = 'check' and s.noun = 'document') as documents,
            max(s.out_count) filter (s.step = 'check' and s.noun = 'claim') as claims,
            coalesce(sum(s.rejected_count), 0) as rejected,
            coalesce(sum(s.quarantined_count), 0) as quarantined
        from latest l left join ops.steps s using (run_id)
        group by all order by l.partition_on desc
    """,
    "sources": f"""
        {_RECENT},
        came as (
            select d.source, r.partition_on, count(distinct d.document_id) as documents
            from documents d join days r using (run_id)
            where d.recorded_at >= (select min(started_at) from days) group by all
        ),
        lost as (
            select x.source, l.partition_on, count(*) as pages
            from ops.rejections x join latest l using (run_id) group by all
        ),
        today as (select max(partition_on) from latest)
        select s.name, s.outlet, s.cadence, s.expected_min, s.expected_max, max(c.partition_on) as last_on,
            avg(c.documents) as usual,
            coalesce(max(c.documents) filter (c.partition_on = (from today)), 0) as documents,
            coalesce((select pages from lost where source = s.name and partition_on = (from today)), 0) as rejected
        from ops.sources s left join came c on c.source = s.name
        group by all order by s.name
    """,
    "checks": f"""
        {_RECENT}
        select c.rule_id, c.severity, c.expectation, l.partition_on, c.unexpected_count, c.is_success
        from ops.checks c join latest l using (run_id) order by c.rule_id
    """,
    "quarantine": f"""
        {_RECENT}
        select q.rule_id, q.noun, count(*) as rows, max(l.partition_on) as last_on
        from ops.quarantine q join latest l using (run_id)
        anti join ops.decisions d using (noun, record_id, rule_id, row_json)
        where not list_contains($dropped, q.rule_id)
        group by all order by rows desc, q.rule_id
    """,
    "times": f"""
        {_RECENT}
        select s.step, l.partition_on, max(s.seconds) as seconds from ops.steps s join latest l using (run_id)
        group by all order by l.partition_on
    """,
}


def write_health(settings: Settings) -> Path:
    """Write `data/reports/health.html`, as the ledger and the outbox say now, and return where it lies."""
    with reader(settings.ledger) as ledger:
        given = {"quarantine": {"dropped": sorted({rule.rule_id for _, rule in DROPPED})}}
        found = {name: records(ledger, query, given.get(name)) for name, query in _QUERIES.items()}
    told = outbox(settings)  # the ledger's own list, ops.alerts, is as old as the last publish
    return write_page(
        settings.reports / "health.html",
        "health.html",
        runs=found["runs"],
        sources=found["sources"],
        days=sorted(run["partition_on"] for run in found["runs"]),
        rule_count=len({row["rule_id"] for row in found["checks"]}),
        broken=_broken(found["checks"]),
        times=_times(found["times"]),
        alarms=sorted(open_incidents(told).values(), key=lambda alert: (alert.severity, alert.raised_at)),
        waiting=[alert for alert in told if alert.delivered_at is None],
        quarantine=found["quarantine"],
        now=utc_now(),
        shown=_ROWS,
    )


def _broken(checks: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the checks that broke on any day, each with the number of bad rows by day, nought where it held."""
    by_rule: dict[str, dict[str, Any]] = {}
    for row in checks:
        rule = by_rule.setdefault(row["rule_id"], row | {"by_day": {}})
        rule["by_day"][row["partition_on"]] = 0 if row["is_success"] else row["unexpected_count"]
    return [rule for rule in by_rule.values() if any(rule["by_day"].values())]


def _times(times: Iterable[dict[str, Any]]) -> list[tuple[str, float, float, float]]:
    """Return each step with its seconds: of the latest day, the median of all days, and the most."""
    by_step: dict[str, dict[date, float]] = {}
    for row in times:
        by_step.setdefault(row["step"], {})[row["partition_on"]] = row["seconds"]
    in_order = sorted(by_step.items(), key=lambda item: STEPS.index(item[0]))
    return [(step, days[max(days)], median(days.values()), max(days.values())) for step, days in in_order]
