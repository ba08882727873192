"""Show why a claim, an event or a mention of one is in the ledger."""

from collections.abc import Iterator
from typing import Any

from newsledger.database import records
from newsledger.evidence import around
from newsledger.settings import Settings
from newsledger.warehouse import reader
from schemas.faults import Permanent

_CLAIM_FIELDS = (
    "low", "high", "qualifier", "unit", "kind", "dimension", "si_low", "si_high", "si_unit", "concept", "predicate",
    "speaker", "factuality", "trend", "change_role", "time", "place", "rule", "confidence",
)  # fmt: skip
_MEASURES = frozenset({"dimension", "si_low", "si_high", "si_unit"})  # of physical claims; ledgers of old have none
_EVENT_FIELDS = (
    "type", "cameo", "sources", "targets", "candidates", "factuality", "speaker", "date", "place", "claim_ids", "rule",
    "confidence",
)  # fmt: skip
_EXPLAINED = (
    ("claims", "claim", "claim_id", _CLAIM_FIELDS),
    ("events", "event", "event_id", (*_EVENT_FIELDS, "mention_count", "document_count", "outlet_count")),
    ("event_mentions", "mention", "mention_id", (*_EVENT_FIELDS, "event_id")),
)
_RECORD_FIELDS = ("run_id", "recorded_at", "superseded_at", "made_by")
_SHOWN_ELSEWHERE = frozenset({"text", "start", "end"})
_NEAR = 40  # characters of context on each side of what a decision rests on


def explain_row(settings: Settings, row_id: str) -> str:
    """Return evidence, decisions and history of the claim or event with this id; raise Permanent if there is none."""
    for table, noun, key, fields in _EXPLAINED:
        versions = _versions(settings, table, key, row_id)
        if versions:
            return "\n".join([*_explained(versions, noun, row_id, fields), *_mentions(settings, versions[0])])
    raise Permanent(f"no claim or event {row_id} in {settings.ledger}; see `newsledger sql 'from current_claims'`")


def _versions(settings: Settings, table: str, key: str, row_id: str) -> list[dict[str, Any]]:
    query = f"""
        select r.*, d.text as document_text, d.outlet, d.title, d.url, d.published_at, d.warc_path, d.warc_offset
        from {table} r join documents d using (document_id)
        where r.{key} = $id order by r.recorded_at desc, d.recorded_at desc
    """
    with reader(settings.ledger) as ledger:
        rows = records(ledger, query, {"id": row_id})
    return list({row["recorded_at"]: row for row in rows}.values())


def _explained(versions: list[dict[str, Any]], noun: str, row_id: str, fields: tuple[str, ...]) -> list[str]:
    row = versions[0]
    return [
        f"{noun} {row_id}",
        f"{row['outlet']}: {row['title'] or '(no title)'} ({row['published_at'] or 'undated'})",
        f"{row['url']}",
        "",
        _evidence(row),
        "",
        *(f"{name:12} {_shown(row.get(name))}" for name in fields if name not in _MEASURES or row.get("dimension")),
        f"{'span':12} {row['start']}-{row['end']} of document {row['document_id']}",
        f"{'raw page':12} {row['warc_path']} at byte {row['warc_offset']}",
        "",
        "Read from:",
        *(f"  {name:10} {_marked(row['document_text'], *span)}" for name, span in _spans(row)),
        "",
        "History, newest first:",
        *("  " + ", ".join(f"{name} {_shown(version[name])}" for name in _RECORD_FIELDS) for version in versions),
    ]


def _mentions(settings: Settings, row: dict[str, Any]) -> Iterator[str]:
    """Yield where an event is told, earliest first; nothing of another row."""
    if "mention_ids" not in row:
        return
    query = """
        select m.mention_id, d.outlet, d.title, m.text, m.sentence
        from event_mentions m join documents d using (document_id)
        where list_contains($ids, m.mention_id)
        qualify row_number() over (partition by m.mention_id order by m.recorded_at desc, d.recorded_at desc) = 1
        order by list_position($ids, m.mention_id)
    """
    with reader(settings.ledger) as ledger:
        mentions = records(ledger, query, {"ids": row["mention_ids"]})
    yield from ("", "Told by:")
    for one in mentions:
        sentence = " ".join(one["sentence"].split())
        yield f"  {one['mention_id']} {one['outlet']}: {one['title'] or '(no title)'}: {sentence}"


def _spans(row: dict[str, Any]) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield the stretches of the document that the decisions rest on, by what they are evidence of."""
    yield "text", (row["start"], row["end"])
    for name in ("concept", "speaker"):
        if row.get(name) is not None:
            yield name, (row[f"{name}_start"], row[f"{name}_end"])
    for name in ("sources", "targets"):
        for actor in row.get(name) or ():
            yield name.removesuffix("s"), (actor["start"], actor["end"])


def _evidence(row: dict[str, Any]) -> str:
    before, found, after = around(row)
    return f"{before}>>>{found}<<<{after}"


def _marked(text: str, start: int, end: int) -> str:
    """Return a stretch of a text between marks, with what stands near it, in one line."""
    before, after = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    return " ".join(f"{before}>>>{text[start:end]}<<<{after}".split())


def _shown(value: object) -> str:
    """Write a value in one line; of a period, a place or an actor its words, then what they were resolved to."""
    if value is None or value == []:
        return "-"
    if isinstance(value, list):
        return "; ".join(map(_shown, value))
    if isinstance(value, dict):
        resolved = (str(part) for name, part in value.items() if name not in _SHOWN_ELSEWHERE and part is not None)
        return f"{value['text']} ({', '.join(resolved)})"
    return str(value)
