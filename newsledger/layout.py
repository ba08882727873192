"""Give a ledger the shape that this version of newsledger knows, whatever version wrote it.

The shape follows from the row types (schemas.ledger) and the views (newsledger.views). The writer adds to the warehouse
what it lacks: tables, columns (null in older rows), views, macros and comments. Snapshots are never written again; who
reads one that an older version left sees it through views that add the same. What was there before is never changed:
a column that has another type, or that this version does not know, is refused.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from functools import cache
from pathlib import Path

import duckdb

from newsledger import __version__, views
from newsledger.database import attached, insert, opened, transaction
from schemas.faults import Permanent
from schemas.keys import key_of
from schemas.ledger import TABLES
from schemas.migration import MIGRATIONS, Migration
from schemas.table import Column, Table


def migrate(connection: duckdb.DuckDBPyConnection, now: datetime) -> None:
    """Bring the warehouse to the shape of this version in one transaction, and record that; do nothing if it has it.

    Raises Permanent, changing nothing, if a column has another type or is not known, or if older rows cannot be null
    in a new one.
    """
    if _is_current(connection, MIGRATIONS.qualified_name):
        return
    with transaction(connection):
        connection.execute("create schema if not exists ops")
        changes = tuple(change for table in TABLES for change in _complete(connection, table))
        for statement in (*(line for table in TABLES for line in table.comment_sql()), *views.statements()):
            connection.execute(statement)
        done = Migration(layout=digest(), version=__version__, migrated_at=now, changes=changes)
        insert(connection, MIGRATIONS, [done])


@contextmanager
def shown(snapshot: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open a snapshot read-only in the shape of this version; raise Permanent if it cannot be shown so."""
    with opened(snapshot, read_only=True) as connection:
        if _is_current(connection, MIGRATIONS.qualified_name):
            yield connection
            return
    with opened(Path(":memory:")) as connection, attached_ledger(connection, snapshot):
        connection.execute("use ledger")
        for statement in views.statements():
            connection.execute(statement)
        yield connection
        connection.execute("use memory")


@contextmanager
def attached_ledger(connection: duckdb.DuckDBPyConnection, path: Path | None) -> Iterator[None]:
    """Attach a ledger's tables read-only as `ledger`, in the shape of this version; if there is no file, empty ones.

    Raises Permanent if they cannot be shown so.
    """
    if path is None or not path.exists():
        with _overlaid(connection):
            yield
        return
    with attached(connection, path, "ledger"):
        if _is_current(connection, f"ledger.{MIGRATIONS.qualified_name}"):
            yield
            return
    with attached(connection, path, "older"), _overlaid(connection):
        yield


@contextmanager
def _overlaid(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """Make `ledger`: views of the tables in `older` with the columns that they lack, tables where it has none."""
    connection.execute("attach ':memory:' as ledger")
    connection.execute("create schema ledger.ops")
    for table in TABLES:
        found = _columns(connection, table, "older")
        name = f"ledger.{table.qualified_name}"
        if found:
            lacking = "".join(f', null::{c.sql_type} as "{c.name}"' for c in _lacking(connection, found, table))
            connection.execute(f"create view {name} as select rowid, *{lacking} from older.{table.qualified_name}")
        else:
            connection.execute(replace(table, schema=f"ledger.{table.schema}").create_sql())
    yield
    connection.execute("detach ledger")


def _complete(connection: duckdb.DuckDBPyConnection, table: Table) -> Iterator[str]:
    """Make a table, or the columns that it lacks; yield what was added."""
    found = _columns(connection, table)
    if not found:
        connection.execute(table.create_sql())
        yield table.qualified_name
        return
    for column in _lacking(connection, found, table):
        connection.execute(f'alter table {table.qualified_name} add column "{column.name}" {column.sql_type}')
        yield f"{table.qualified_name}.{column.name}"


def _columns(connection: duckdb.DuckDBPyConnection, table: Table, database: str | None = None) -> dict[str, str]:
    """Return the type of each column that a table has, by name; empty if there is no such table."""
    query = """
        select column_name, data_type from duckdb_columns()
        where database_name = coalesce(?, current_database()) and schema_name = ? and table_name = ?
    """
    return dict(connection.execute(query, [database, table.schema, table.name]).fetchall())


def _lacking(connection: duckdb.DuckDBPyConnection, found: Mapping[str, str], table: Table) -> list[Column]:
    """Return the columns that a table lacks; raise Permanent if adding them would not make it one of this version."""
    wanted = {column.name: str(connection.type(column.sql_type)) for column in table.columns}
    lacking = [column for column in table.columns if column.name not in found]
    faults = [
        f"{name} is {was}, not {wanted.get(name, 'known')}" for name, was in found.items() if was != wanted.get(name)
    ]
    faults += [f"{column.name} is new and may not be null" for column in lacking if not column.is_nullable]
    if faults:
        raise Permanent(
            f"table {table.qualified_name} of the ledger cannot be brought to version {__version__}"
            f" (column {', column '.join(faults)}); go on with the version that wrote it, or move"
            " warehouse.duckdb, ledger.duckdb and snapshots/ away and replay the runs from the raw archive"
        )
    return lacking


def _is_current(connection: duckdb.DuckDBPyConnection, migrations: str) -> bool:
    """Return whether the latest migration of a ledger brought it to this version's shape."""
    try:
        latest = connection.execute(f"select layout from {migrations} order by rowid desc limit 1").fetchall()
    except duckdb.CatalogException:
        return False
    return latest == [(digest(),)]


@cache
def digest() -> str:
    """Return the digest of all that makes a ledger of this version."""
    tables = (line for table in TABLES for line in (table.create_sql(), *table.comment_sql()))
    return key_of(*tables, *views.statements())
