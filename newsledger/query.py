"""Answer SQL from the newest snapshot of the ledger."""

import csv
import io
import json
from collections.abc import Iterator

import duckdb
from rich.console import Console
from rich.table import Table

from newsledger.settings import Settings
from newsledger.warehouse import reader
from schemas.faults import Permanent

_PAGE = 1000


def run_query(settings: Settings, query: str, form: str) -> Iterator[str]:
    """Yield a result as lines of a table, of CSV or of JSON; raise Permanent with DuckDB's words for a wrong query."""
    with reader(settings.ledger) as ledger:
        try:
            result: duckdb.DuckDBPyRelation | None = ledger.sql(query)
            if result is not None:  # a statement that returns no rows
                yield from _lines(result, form)
        except duckdb.Error as error:
            raise Permanent(str(error)) from None


def list_tables(settings: Settings) -> str:
    """Return the tables and views of the ledger, each with the comment that says what it holds."""
    query = """
        select schema_name || '.' || table_name as name, comment from duckdb_tables() where not internal
        union all
        select schema_name || '.' || view_name, comment from duckdb_views() where not internal
        order by 1
    """
    with reader(settings.ledger) as ledger:
        rows = ledger.execute(query).fetchall()
    return "\n".join(f"{name:32} {comment or ''}" for name, comment in rows)


def _lines(result: duckdb.DuckDBPyRelation, form: str) -> Iterator[str]:
    if form == "table":
        yield _as_table(result)
        return
    if form == "csv":
        yield _csv_line(result.columns)
    while rows := result.fetchmany(_PAGE):
        for row in rows:
            record = dict(zip(result.columns, row, strict=True))
            yield _csv_line(row) if form == "csv" else json.dumps(record, ensure_ascii=False, default=str)


def _as_table(result: duckdb.DuckDBPyRelation) -> str:
    table = Table(*result.columns)
    rows = result.fetchmany(_PAGE)
    for row in rows:
        table.add_row(*("" if value is None else str(value) for value in row))
    if len(rows) == _PAGE:
        table.caption = f"first {_PAGE} rows; use --format csv or jsonl for all"
    out = io.StringIO()
    Console(file=out, width=None if Console().is_terminal else 200, markup=False, highlight=False).print(table)
    return out.getvalue().rstrip()


def _csv_line(values: object) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow(values)  # type: ignore[arg-type]
    return out.getvalue()
