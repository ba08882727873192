"""Write the page of the ledger's tables: every table, view and macro with its columns, from the row types."""

from schemas.ledger import HISTORY, OPERATIONS
from schemas.recorded import Recorded
from schemas.table import Column, Table, columns_of

_HEAD = """# The ledger's tables

Open `data/ledger.duckdb` read-only with any DuckDB client, or ask `newsledger sql`. The file says all of this itself:
`from duckdb_columns() where not internal`.

Start with schema `main`. Each of its tables holds history; what holds now is in the view `current_<table>`, and
`from <table>_as_of('2026-01-31 12:00')` gives what was known at a moment (UTC). `from figure_history('<figure_id>')`
lists the claims behind a figure. Every row of `main` ends with the same columns:
"""


def describe_tables() -> str:
    """Return the page as Markdown."""
    recorded = columns_of(Recorded)
    names = {column.name for column in recorded}
    parts = [_HEAD, _listed(recorded), "## Schema main: start here\n"]
    parts += [_described(table, [c for c in table.columns if c.name not in names]) for table in HISTORY]
    parts += ["## Schema ops: how it came about\n"]
    parts += [_described(table, list(table.columns)) for table in OPERATIONS]
    return "\n".join(parts)


def _described(table: Table, columns: list[Column]) -> str:
    key = ", ".join(f"`{name}`" for name in table.key)
    return f"### {table.qualified_name}\n\n{table.comment} Key: {key}.\n\n{_listed(columns)}"


def _listed(columns: tuple[Column, ...] | list[Column]) -> str:
    rows = [
        f"| `{c.name}` | {_typed(c)} | {'yes' if c.is_nullable else ''} | {c.comment.replace('|', chr(92) + '|')} |"
        for c in columns
    ]
    return "\n".join(["| column | type | null | meaning |", "| --- | --- | --- | --- |", *rows]) + "\n"


def _typed(column: Column) -> str:
    return column.sql_type.replace('"', "")
