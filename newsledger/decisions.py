"""Let people work through the quarantine: list what was set aside, look at a row, release it or drop it for good.

A decision is kept in `ops.decisions` with its reason, author and time. It takes effect when the run is replayed: a
released row then passes all other checks again and is published; a dropped one stays out without further word.
"""

import json
from collections.abc import Iterable
from typing import Any

from expectations.catalogue import SUITES
from expectations.rule import RowRule
from newsledger.database import insert, records, transaction
from newsledger.quarantine import DEPENDENTS, DROPPED, KEYS
from newsledger.settings import Settings, utc_now
from newsledger.warehouse import reader, writer
from schemas.decision import DECISIONS, Decision
from schemas.faults import Permanent
from schemas.keys import key_of

_RULES = {rule.rule_id: rule for rules in SUITES.values() for rule in rules if isinstance(rule, RowRule)}
_OF_DEPENDENTS = {rule.rule_id: rule for _, rule in DEPENDENTS}
_OF_DROPPED = {rule.rule_id for _, rule in DROPPED}
_PUBLISHED = " union all ".join(
    f"select '{noun}' as noun, {key} as record_id from current_{noun}" for noun, key in KEYS.items()
)

# What no later replay has looked at again, and is not published by now; of several runs of a day, the latest word.
_LATEST = """
    select q.*, d.verdict, d.reason, d.author, d.decided_at
    from ops.quarantine q
    left join ops.decisions d using (noun, record_id, rule_id, row_json)
    where not list_contains($aside, q.rule_id)
    qualify row_number() over (
        partition by noun, record_id, rule_id order by quarantined_at desc, decided_at desc nulls last
    ) = 1
"""
_OPEN = f"""
    with latest as ({_LATEST})
    from latest l anti join ({_PUBLISHED}) p using (noun, record_id)
    where ($run is null or l.run_id = $run)
    and not exists (select 1 from ops.runs r where r.replay_of = l.run_id and r.status in ('published', 'held'))
    and l.verdict is distinct from 'dropped'
    order by l.run_id, l.rule_id, l.record_id
"""


def open_rows(settings: Settings, run_id: str | None = None) -> list[str]:
    """Return a line for each row in quarantine that waits for a decision or a replay, of one run or of all."""
    aside = [*_OF_DEPENDENTS, *_OF_DROPPED]
    with reader(settings.ledger) as ledger:
        found = records(ledger, _OPEN, {"run": run_id, "aside": aside})
    return [_line(row) for row in found]


def shown(settings: Settings, record_id: str) -> str:
    """Return all there is to know of a quarantined row: the rules it broke, who decided what, and the row itself."""
    found = _found(settings, record_id)
    lines = [f"{found[0]['noun'].removesuffix('s')} {record_id}, set aside by run {found[0]['run_id']}"]
    for row in found:
        lines += [f"broke {row['rule_id']}: {_words(row['rule_id'])}"]
        if row["verdict"]:
            lines += [f"  {row['verdict']} by {row['author']} at {row['decided_at']:%Y-%m-%d %H:%M}: {row['reason']}"]
        elif reason := _refusal(row["rule_id"]):
            lines += [f"  cannot be released: {reason}"]
    return "\n".join([*lines, json.dumps(json.loads(found[0]["row_json"]), ensure_ascii=False, indent=1)])


def release(settings: Settings, record_ids: Iterable[str], reason: str, author: str) -> list[str]:
    """Decide that rows are right in spite of the rules they broke; return the runs to replay, so that they go out.

    Raise Permanent, and decide nothing, for a row that broke a rule which is no matter of judgement.
    """
    found = [row for record_id in record_ids for row in _found(settings, record_id)]
    for row in found:
        if refusal := _refusal(row["rule_id"]):
            raise Permanent(f"{row['record_id']} cannot be released: {refusal}")
    _decide(settings, found, "released", reason, author)
    return sorted({row["run_id"] for row in found})


def drop(settings: Settings, record_ids: Iterable[str], reason: str, author: str) -> None:
    """Decide that rows stay out for good, as long as they read as they do now."""
    found = [row for record_id in record_ids for row in _found(settings, record_id)]
    _decide(settings, found, "dropped", reason, author)


def _decide(settings: Settings, found: Iterable[dict[str, Any]], verdict: str, reason: str, author: str) -> None:
    if not reason.strip() or not author.strip():
        raise Permanent("a decision needs a --reason and an --author")
    now = utc_now()
    decisions = [
        Decision(
            decision_id=key_of(row["noun"], row["record_id"], row["rule_id"], now.isoformat()),
            **{name: row[name] for name in ("run_id", "rule_id", "noun", "record_id", "row_json")},
            verdict=verdict,
            reason=reason,
            author=author,
            decided_at=now,
        )
        for row in found
    ]
    with writer(settings) as warehouse, transaction(warehouse):
        insert(warehouse, DECISIONS, decisions)


def _found(settings: Settings, record_id: str) -> list[dict[str, Any]]:
    """Return the latest word on each rule that a row broke itself, with what was decided; raise Permanent if none."""
    query = f"with latest as ({_LATEST}) from latest where record_id = $record order by rule_id"
    with reader(settings.ledger) as ledger:
        found = records(ledger, query, {"record": record_id, "aside": [*_OF_DROPPED]})
    if not found:
        raise Permanent(f"no row {record_id} in quarantine; see `newsledger quarantine list`")
    return found


def _refusal(rule_id: str) -> str | None:
    """Return why a row that broke this rule may not be released, or None if it may."""
    if rule_id in _OF_DEPENDENTS:
        return f"{rule_id}: release what it depends on, and it comes with it"
    rule = _RULES.get(rule_id)
    if rule is None or rule.is_judgement:
        return None
    return (
        f"{rule_id} is no matter of judgement ({rule.words}); mend its cause, or correct the claim in"
        " config/corrections.yml, then `newsledger replay` the run"
    )


def _words(rule_id: str) -> str:
    rule = _RULES.get(rule_id) or _OF_DEPENDENTS.get(rule_id)
    return rule.words if rule else "a rule of an earlier version"


def _line(row: dict[str, Any]) -> str:
    content = json.loads(row["row_json"])
    shown = content.get("sentence") or content.get("title") or content.get("concept") or content.get("name") or ""
    waits = "released, waits for a replay" if row["verdict"] else ""
    return "  ".join(
        part for part in (row["run_id"], f"{row['rule_id']:28}", row["record_id"], waits, shown[:100]) if part
    )
