"""Define what analysts see besides the tables: what holds now, what was known when, and how figures went."""

from schemas.ledger import HISTORY
from schemas.table import Table


def statements() -> list[str]:
    """Return the SQL that makes views and macros anew, each with its comments."""
    return [line for table in HISTORY for line in (*_current(table), *_as_of(table))] + _figure_history()


def _current(table: Table) -> list[str]:
    view = f"main.current_{table.name}"
    columns = [column for column in table.columns if column.name != "superseded_at"]
    return [
        f"""
        create or replace view {view} as
            select * exclude superseded_at from {table.qualified_name} where superseded_at is null
        """,
        f"comment on view {view} is {_quoted(f'What holds now of {table.name}: {table.comment}')}",
        *(f'comment on column {view}."{column.name}" is {_quoted(column.comment)}' for column in columns),
    ]


def _as_of(table: Table) -> list[str]:
    macro = f"main.{table.name}_as_of"
    return [
        f"""
        create or replace macro {macro}(moment) as table
            select * from {table.qualified_name}
            where recorded_at <= moment::timestamptz
            and (superseded_at is null or superseded_at > moment::timestamptz)
        """,
        f"comment on macro table {macro} is {_quoted(f'What was known of {table.name} at a moment (UTC).')}",
    ]


def _figure_history() -> list[str]:
    return [
        """
        create or replace macro main.figure_history(figure) as table
            select d.published_at, d.outlet, c.low, c.high, c.qualifier, c.unit, c.speaker, c.factuality, c.text,
                c.sentence, c.claim_id, c.document_id, c.recorded_at, c.superseded_at
            from main.figures f
            join main.claims c on list_contains(f.claim_ids, c.claim_id)
            join main.documents d on d.document_id = c.document_id
            where f.figure_id = figure and f.superseded_at is null
            qualify row_number() over (
                partition by c.claim_id order by c.superseded_at is null desc, c.recorded_at desc,
                d.superseded_at is null desc, d.recorded_at desc
            ) = 1
            order by d.published_at, c.claim_id
        """,
        "comment on macro table main.figure_history is "
        + _quoted(
            "The claims behind a figure, earliest first: who stated which value when, and whether it still stands."
        ),
    ]


def _quoted(text: str) -> str:
    """Quote a comment of ours: COMMENT ON takes no bound values."""
    return "'" + text.replace("'", "''") + "'"
