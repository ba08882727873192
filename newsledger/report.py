"""Write one self-contained page per run: what came in, was claimed, changed, was rejected, and the checks."""

from pathlib import Path

from newsledger import comparison
from newsledger.checks import Verdict
from newsledger.database import records
from newsledger.pages import write_page
from newsledger.runs import read_plan, stage_of
from newsledger.settings import Settings
from newsledger.warehouse import reader
from schemas import stage as tables
from schemas.run import STEPS

_ROWS = 40

_QUERIES = {
    "checks": "select * from ops.checks where run_id = $run order by is_success, severity, noun, rule_id",
    "quarantine": """
        select noun, rule_id, count(*) as rows
        from ops.quarantine where run_id = $run group by all order by all
    """,
    "rejections": """
        select step, reason, count(*) as pages, min(url) as example
        from ops.rejections where run_id = $run group by all order by pages desc
    """,
    "sources": """
        select source, outlet, count(*) as documents, count(copy_of) as copies, count(distinct story_id) as stories
        from documents where run_id = $run group by all order by all
    """,
    "stories": f"""
        select s.title, s.document_count, s.outlet_count,
            (select count(*) from current_claims c join current_documents d using (document_id)
             where d.story_id = s.story_id) as claims
        from current_stories s
        where s.story_id in (select story_id from documents where run_id = $run)
        order by s.outlet_count desc, s.document_count desc, s.title limit {_ROWS}
    """,
    "figures": f"""
        select concept, predicate, unit, low, high, latest_low, latest_high, claim_count, outlet_count, is_disputed
        from figures where run_id = $run and superseded_at is null
        order by is_disputed desc, outlet_count desc, claim_count desc, concept limit {_ROWS}
    """,
    "changes": f"""
        select new.concept, new.predicate, new.unit, old.latest_low as before, new.latest_low as after, s.title
        from figures new
        join figures old on old.figure_id = new.figure_id and old.superseded_at = new.recorded_at
        join current_stories s on s.story_id = new.story_id
        where new.run_id = $run and (old.latest_low, old.latest_high) is distinct from (new.latest_low, new.latest_high)
        order by all limit {_ROWS}
    """,
    "claims": f"""
        select c.sentence, c.start, c."end", d.text as document_text, d.outlet, d.title,
            c.concept, c.speaker, c.factuality, c.confidence, c.claim_id
        from claims c join documents d using (document_id)
        where c.run_id = $run and d.run_id = c.run_id
        order by c.confidence desc, d.published_at, c.claim_id limit {_ROWS}
    """,
    "events": f"""
        select e.sentence, e.start, e."end", d.text as document_text, d.outlet,
            e.type, e.factuality, e.event_id, e.date, e.place, e.speaker,
            e.mention_count, e.outlet_count, e.confidence,
            list_transform(e.sources, lambda x: x.text || coalesce(' (' || x.country || ')', '')) as sources,
            list_transform(e.targets, lambda x: x.text || coalesce(' (' || x.country || ')', '')) as targets
        from events e join documents d using (document_id)
        where e.run_id = $run and d.run_id = e.run_id
        order by e.outlet_count desc, e.mention_count desc, e.confidence desc, e.event_id limit {_ROWS}
    """,
}


def write_report(settings: Settings, run_id: str) -> Path:
    """Write `data/reports/<run_id>.html` and return where it lies; everything from the web is escaped."""
    run = read_plan(settings, run_id).run
    with reader(settings.ledger) as ledger:
        queries = _QUERIES | comparison.QUERIES
        parts = {name: records(ledger, query, {"run": run_id}) for name, query in queries.items()}
    steps = sorted(stage_of(settings, run_id).read(tables.STEP_COUNTS), key=lambda count: STEPS.index(count.step))
    return write_page(settings.reports / f"{run_id}.html", "report.html", run=run, steps=steps, **parts)


def write_checks(settings: Settings, run_id: str, verdict: Verdict) -> Path:
    """Write `data/reports/<run_id>.checks.json`, every check with its outcome, and return where it lies."""
    settings.reports.mkdir(parents=True, exist_ok=True)
    path = settings.reports / f"{run_id}.checks.json"
    path.write_text(verdict.to_json() + "\n", "utf-8")
    return path
