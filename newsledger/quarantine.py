"""Set rows aside: those that break a row rule, and what depends on them, so that nothing published leads nowhere."""

from datetime import datetime

import duckdb

from expectations.rule import RowRule
from schemas import stage as tables

KEYS = {
    table.name: table.key[0]
    for table in (
        tables.DOCUMENTS, tables.STORIES, tables.CLAIMS, tables.EVENT_MENTIONS, tables.EVENTS,
        tables.ACTORS, tables.FIGURES,
    )
}  # fmt: skip

_DOCUMENTS = "(select record_id from ops.quarantine where noun = 'documents')"
_MENTIONS = "(select record_id from ops.quarantine where noun = 'event_mentions')"
_CLAIMS = "(select record_id from ops.quarantine where noun = 'claims')"

# What a person decided to keep out stays out, as long as it reads the same.
DROPPED = tuple(
    (
        noun,
        RowRule(
            "row_dropped",
            "row",
            f"""
                exists (
                    select 1 from past.decisions x
                    where x.verdict = 'dropped' and x.noun = '{noun}' and x.record_id = this.{key}
                    and x.row_json = cast(to_json(this) as varchar)
                )
            """,
            "nobody decided to keep it out",
        ),
    )
    for noun, key in KEYS.items()
)

# In this order, as each looks at those before it.
DEPENDENTS = (
    ("documents", RowRule("document_original_quarantined", "row", f"copy_of in {_DOCUMENTS}", "its original holds")),
    ("claims", RowRule("claim_document_quarantined", "row", f"document_id in {_DOCUMENTS}", "its document holds")),
    (
        "event_mentions",
        RowRule("mention_document_quarantined", "row", f"document_id in {_DOCUMENTS}", "its document holds"),
    ),
    (
        "events",
        RowRule(
            "event_mention_quarantined",
            "row",
            f"exists (select 1 from (select unnest(mention_ids) as id) u where u.id in {_MENTIONS})",
            "all its mentions hold",
        ),
    ),
    (
        "event_mentions",
        RowRule(
            "mention_event_quarantined",
            "row",
            "event_id in (select record_id from ops.quarantine where noun = 'events')",
            "the other mentions of its event hold",
        ),
    ),
    (
        "figures",
        RowRule(
            "figure_claim_quarantined",
            "row",
            f"exists (select 1 from (select unnest(claim_ids) as claim_id) u where u.claim_id in {_CLAIMS})",
            "all its claims hold",
        ),
    ),
    (
        "stories",
        RowRule(
            "story_documents_quarantined",
            "row",
            f"""
                not exists (
                    select 1 from stage.documents d
                    where d.story_id = this.story_id and d.document_id not in {_DOCUMENTS}
                )
            """,
            "one of its documents holds",
        ),
    ),
    (
        "events",
        RowRule(
            "event_story_quarantined",
            "row",
            "story_id in (select record_id from ops.quarantine where noun = 'stories')",
            "its story holds",
        ),
    ),
    (
        "figures",
        RowRule(
            "figure_story_quarantined",
            "row",
            "story_id in (select record_id from ops.quarantine where noun = 'stories')",
            "its story holds",
        ),
    ),
)


def mark(connection: duckdb.DuckDBPyConnection, run_id: str, noun: str, rule: RowRule, now: datetime) -> int:
    """Copy the rows of a staged table that break a rule into `ops.quarantine`; return how many there are."""
    key = KEYS[noun]
    marked = connection.execute(
        f"""
        insert into ops.quarantine
        select $run_id, $rule_id, $noun, bad.{key}, to_json(bad), $now from ({rule.query(f"stage.{noun}")}) bad
        """,
        {"run_id": run_id, "rule_id": rule.rule_id, "noun": noun, "now": now},
    ).fetchone()
    return int(marked[0]) if marked else 0


def set_aside(connection: duckdb.DuckDBPyConnection, run_id: str, now: datetime) -> dict[str, int]:
    """Take the marked rows and their dependents out of the staged tables; return how many rows each table lost.

    An event that a quarantined claim measures stays, without the reference: what happened does not hang on the number.
    """
    for noun, rule in (*DROPPED, *DEPENDENTS):
        mark(connection, run_id, noun, rule, now)
    for table in ("event_mentions", "events"):
        connection.execute(
            f"""
            update stage.{table} set claim_ids = list_filter(claim_ids, lambda c: not list_contains(gone, c))
            from (select list(record_id) as gone from ops.quarantine where noun = 'claims')
            where list_has_any(claim_ids, gone)
            """
        )
    lost = {}
    for noun, key in KEYS.items():
        deleted = connection.execute(
            f"delete from stage.{noun} where {key} in (select record_id from ops.quarantine where noun = ?)", [noun]
        ).fetchone()
        lost[noun] = int(deleted[0]) if deleted else 0
    return lost
