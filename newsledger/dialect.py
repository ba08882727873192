"""Let SQLAlchemy, and through it Great Expectations, read DuckDB: `duckdb+newsledger:///file`.

duckdb-engine alone loses results: Great Expectations fetches rows after it has given the connection back to the
pool, giving back rolls back, and DuckDB drops a pending result at rollback. Rows are therefore taken at once, when
the statement is executed. Columns are read from DuckDB's own catalogue, as the PostgreSQL one that duckdb-engine
asks for is gone in DuckDB 2.
"""

from collections.abc import Sequence
from typing import Any

import duckdb_engine
from sqlalchemy import text
from sqlalchemy.dialects import registry
from sqlalchemy.engine import Connection

NAME = "duckdb+newsledger"


class BufferedCursor(duckdb_engine.CursorWrapper):
    """A cursor that holds all rows of a result from the moment it is executed."""

    def __init__(self, *arguments: Any) -> None:
        """Start without a result."""
        super().__init__(*arguments)
        self._rows: list[Any] = []
        self.description: Sequence[Any] | None = None

    def execute(self, *arguments: Any, **options: Any) -> None:
        """Execute a statement and take all its rows."""
        super().execute(*arguments, **options)
        self.description = super().__getattr__("description")
        self._rows = super().__getattr__("fetchall")() if self.description else []

    def fetchone(self) -> Any:
        """Return the next row, or None."""
        return self._rows.pop(0) if self._rows else None

    def fetchmany(self, size: int | None = None) -> list[Any]:
        """Return the next `size` rows (one, if not given)."""
        count = 1 if size is None else size
        taken, self._rows = self._rows[:count], self._rows[count:]
        return taken

    def fetchall(self) -> list[Any]:
        """Return the rows that are left."""
        taken, self._rows = self._rows, []
        return taken


class _BufferedConnection(duckdb_engine.ConnectionWrapper):
    def cursor(self) -> BufferedCursor:
        return BufferedCursor(self._ConnectionWrapper__c, self)


class BufferedDialect(duckdb_engine.Dialect):
    """duckdb-engine's dialect with buffered cursors and DuckDB's own catalogue."""

    driver = "newsledger"
    supports_statement_cache = False

    def connect(self, *arguments: Any, **options: Any) -> Any:
        """Open a connection whose cursors buffer."""
        return _BufferedConnection(super().connect(*arguments, **options)._ConnectionWrapper__c)  # noqa: SLF001

    def get_columns(self, connection: Connection, table_name: str, schema: str | None = None, **_: Any) -> Any:
        """Return name, type and nullability of a table's columns."""
        rows = connection.execute(
            text(
                "select column_name, data_type, is_nullable, column_default from duckdb_columns()"
                " where table_name = :name and schema_name = :schema order by column_index"
            ),
            {"name": table_name, "schema": schema or "main"},
        ).fetchall()
        return [
            {"name": name, "type": self._type(data_type), "nullable": bool(is_nullable), "default": default}
            for name, data_type, is_nullable, default in rows
        ]

    def _type(self, data_type: str) -> Any:
        kind = self.ischema_names.get(data_type.partition("(")[0].lower())
        return (kind or self.ischema_names["text"])()


registry.register("duckdb.newsledger", __name__, "BufferedDialect")
