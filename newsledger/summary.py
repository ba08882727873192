"""Say in a few lines what a run fetched, cleaned, extracted, rejected, checked and published, and where it lies."""

from collections import Counter

from newsledger.runs import read_plan, stage_of
from newsledger.settings import Settings
from schemas import stage as tables
from schemas.run import STEPS


def plural(noun: str) -> str:
    """Return the plural of a noun of ours, such as page, document or story."""
    return f"{noun.removesuffix('y')}ies" if noun.endswith("y") else f"{noun}s"


def summary(settings: Settings, run_id: str) -> str:
    """Return the summary of a run, from its stage files: one line per step, then the files to look at."""
    run = read_plan(settings, run_id).run
    stage = stage_of(settings, run_id)
    lines = [f"Run {run_id} for {run.partition_on}: {run.status}"]
    for step in sorted(stage.read(tables.STEP_COUNTS), key=lambda count: STEPS.index(count.step)):
        parts = [f"{step.in_count} in", f"{step.out_count} out"]
        parts += [f"{step.rejected_count} rejected"] if step.rejected_count else []
        parts += [f"{step.quarantined_count} quarantined"] if step.quarantined_count else []
        lines.append(f"  {step.step:8} {plural(step.noun):10} {', '.join(parts)}")
    reasons = Counter(f"{r.step}: {r.reason}" for r in stage.read(tables.REJECTIONS))
    lines += [f"  rejected {reason}: {count}" for reason, count in sorted(reasons.items())]
    lines += [f"Ledger: {settings.ledger}", f"Report: {settings.reports / f'{run_id}.html'}"]
    lines += [f"Health: {settings.reports / 'health.html'}"]
    return "\n".join(lines)
