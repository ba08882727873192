"""Open DuckDB files, and move rows in and out of them."""

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from schemas.faults import Permanent, Transient
from schemas.table import Table

# DuckDB would fetch extensions from the network, though what we need is in the wheel, and take most of the memory.
CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "memory_limit": "2GB",
}

_UNWRITABLE = ("Could not write", "No space left", "File too large", "Read-only file system", "Permission denied")


@contextmanager
def opened(
    path: Path, *, read_only: bool = False, limits: Mapping[str, str] | None = None
) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open a file with our configuration and `limits` (such as memory_limit); times come out as UTC.

    Raises Transient if another program has it open, and Permanent if the disk does not take what is written.
    """
    with _told(path):
        connection = duckdb.connect(str(path), read_only=read_only, config=CONFIG | dict(limits or {}))
        try:
            connection.execute("set TimeZone = 'UTC'; set enable_progress_bar = false")
            connection.execute("set python_enable_replacements = false")  # no table is a variable of that name
            yield connection
        finally:
            connection.close()


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Tell the world's faults, which DuckDB raises under several names, from ours."""
    try:
        yield
    except duckdb.Error as error:
        message = str(error).partition("\n")[0]
        if "Could not set lock" in message:
            raise Transient(f"{path} is open in another program; let it close the file ({message})") from error
        if any(words in message for words in _UNWRITABLE):
            raise Permanent(f"{path} cannot be written; make room, or give another folder ({message})") from error
        raise


@contextmanager
def attached(connection: duckdb.DuckDBPyConnection, path: Path, name: str) -> Iterator[None]:
    """Attach a file read-only under a name, whatever link leads to it."""
    literal = os.path.realpath(path).replace("'", "''")  # ATTACH takes no bound values
    connection.execute(f"attach '{literal}' as {name} (read_only)")
    try:
        yield
    finally:
        connection.execute(f"detach {name}")


@contextmanager
def transaction(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """Commit what is done inside, all of it or nothing."""
    connection.begin()
    try:
        yield
    except BaseException:
        connection.rollback()
        raise
    connection.commit()


def insert(connection: duckdb.DuckDBPyConnection, table: Table, rows: Iterable[Any]) -> None:
    """Insert rows of the table's row type."""
    insert_arrow(connection, table, table.to_arrow(rows))


def insert_arrow(connection: duckdb.DuckDBPyConnection, table: Table, rows: pa.Table) -> None:
    """Insert rows that have the table's columns."""
    connection.register("arriving", rows)
    connection.execute(f"insert into {table.qualified_name} by name select * from arriving")
    connection.unregister("arriving")


def records(
    connection: duckdb.DuckDBPyConnection, query: str, given: Mapping[str, Any] | None = None
) -> list[dict[str, Any]]:
    """Return the rows of a query, each as a dict by column name."""
    cursor = connection.execute(query, given)
    names = [column[0] for column in cursor.description or ()]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
