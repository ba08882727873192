"""Derive DDL, column comments, Arrow schema and JSON from a row type, so that no field is defined twice.

A row type is a frozen dataclass whose fields are annotated ``Annotated[type, "what it means"]``. Types that
map: ``str int float bool bytes datetime date``, an optional of these (``X | None``), a nested frozen
dataclass (STRUCT), and ``tuple[X, ...]`` (LIST). A field name that ends in an underscore stands for the
same name without it (``from_`` is ``from``, which Python keeps for itself).
"""

import dataclasses
import types
from collections.abc import Callable, Iterable
from datetime import date, datetime
from functools import cache, partial
from operator import getitem
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

import pyarrow as pa

_SCALARS: dict[type, tuple[str, pa.DataType]] = {
    str: ("VARCHAR", pa.string()),
    int: ("BIGINT", pa.int64()),
    float: ("DOUBLE", pa.float64()),
    bool: ("BOOLEAN", pa.bool_()),
    bytes: ("BLOB", pa.binary()),
    datetime: ("TIMESTAMPTZ", pa.timestamp("us", tz="UTC")),
    date: ("DATE", pa.date32()),
}


_Field = tuple[str, str, Callable[..., Any], Callable[[Any], Any]]  # its name, its column's, how to take and build it


@dataclasses.dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, SQL and Arrow type, whether it may be null, and what it means."""

    name: str
    sql_type: str
    arrow_type: pa.DataType
    is_nullable: bool
    comment: str


@dataclasses.dataclass(frozen=True, slots=True)
class Table:
    """A table of the ledger or of the stage: its rows' type, its place and its key."""

    row_type: type
    schema: str
    name: str
    key: tuple[str, ...]

    @property
    def qualified_name(self) -> str:
        """Return ``schema.name``, as SQL writes it."""
        return f"{self.schema}.{self.name}"

    @property
    def comment(self) -> str:
        """Return the first paragraph of the row type's docstring on one line."""
        paragraph = (self.row_type.__doc__ or "").strip().split("\n\n")[0]
        return " ".join(paragraph.split())

    @property
    def columns(self) -> tuple[Column, ...]:
        """Return the columns in the order of the row type's fields."""
        return columns_of(self.row_type)

    @property
    def arrow_schema(self) -> pa.Schema:
        """Return the Arrow schema with column comments as field metadata."""
        return pa.schema(pa.field(c.name, c.arrow_type, c.is_nullable, {"comment": c.comment}) for c in self.columns)

    def create_sql(self) -> str:
        """Return ``CREATE TABLE IF NOT EXISTS``; no primary key, as MERGE on key-less tables is faster and safer."""
        lines = (f'"{c.name}" {c.sql_type}{"" if c.is_nullable else " NOT NULL"}' for c in self.columns)
        return f"CREATE TABLE IF NOT EXISTS {self.qualified_name} (\n  " + ",\n  ".join(lines) + "\n)"

    def comment_sql(self) -> list[str]:
        """Return the ``COMMENT ON`` statements of the table and of each of its columns."""
        table = f"COMMENT ON TABLE {self.qualified_name} IS {_literal(self.comment)}"
        columns = [f'COMMENT ON COLUMN {self.qualified_name}."{c.name}" IS {_literal(c.comment)}' for c in self.columns]
        return [table, *columns]

    def to_arrow(self, rows: Iterable[Any]) -> pa.Table:
        """Return rows of this table's type as one Arrow table."""
        return pa.Table.from_pylist([as_record(row) for row in rows], schema=self.arrow_schema)

    def from_record(self, record: dict[str, Any]) -> Any:
        """Return the row that a record (as `as_record` makes it) stands for."""
        return _builder(self.row_type)(record)


@cache
def columns_of(row_type: type) -> tuple[Column, ...]:
    """Return the columns that a row type defines; raise TypeError for a field without type or comment."""
    hints = get_type_hints(row_type, include_extras=True)
    return tuple(_column(field.name, hints[field.name]) for field in dataclasses.fields(row_type))


def as_record(value: Any) -> Any:
    """Return a row as plain dicts, lists and scalars, named as the columns are."""
    names = _names_of(value.__class__)
    if names is not None:
        return {column: as_record(getattr(value, name)) for name, column in names}
    if isinstance(value, tuple | list):
        return [as_record(item) for item in value]
    return value


@cache
def _names_of(kind: type) -> tuple[tuple[str, str], ...] | None:
    """Return the name of each field of a row type with that of its column; None if it is no row type."""
    if not dataclasses.is_dataclass(kind):
        return None
    return tuple((field.name, field.name.rstrip("_")) for field in dataclasses.fields(kind))


def _column(name: str, hint: Any) -> Column:
    if get_origin(hint) is not Annotated:
        raise TypeError(f"field {name} needs Annotated[type, comment]")
    inner, comment = get_args(hint)[:2]
    bare, is_nullable = _without_none(inner)
    sql_type, arrow_type = _types(bare)
    return Column(name.rstrip("_"), sql_type, arrow_type, is_nullable, comment)


def _without_none(hint: Any) -> tuple[Any, bool]:
    if get_origin(hint) in (Union, types.UnionType):
        kept = [a for a in get_args(hint) if a is not type(None)]
        if len(kept) != 1:
            raise TypeError(f"{hint}: only X | None maps to a column")
        return kept[0], True
    return hint, False


def _types(hint: Any) -> tuple[str, pa.DataType]:
    if hint in _SCALARS:
        return _SCALARS[hint]
    if get_origin(hint) is tuple:
        sql_type, arrow_type = _types(get_args(hint)[0])
        return f"{sql_type}[]", pa.list_(arrow_type)
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        columns = columns_of(hint)
        inner = ", ".join(f'"{c.name}" {c.sql_type}' for c in columns)
        return f"STRUCT({inner})", pa.struct([(c.name, c.arrow_type) for c in columns])
    raise TypeError(f"{hint!r} maps to no column type")


@cache
def _builder(hint: Any) -> Callable[[Any], Any]:
    """Return what makes a value of a type from plain dicts, lists and scalars.

    A record may lack a field that may be null, as those of older versions do.
    """
    hint = get_args(hint)[0] if get_origin(hint) is Annotated else hint
    hint, _ = _without_none(hint)
    if get_origin(hint) is tuple:
        item = _builder(get_args(hint)[0])
        return lambda values: None if values is None else tuple(map(item, values))
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return partial(_built, hint, _fields_of(hint))
    return lambda value: value


def _fields_of(row_type: type) -> tuple[_Field, ...]:
    hints = get_type_hints(row_type, include_extras=True)
    takes = {column.name: dict.get if column.is_nullable else getitem for column in columns_of(row_type)}
    return tuple((name, column, takes[column], _builder(hints[name])) for name, column in _names_of(row_type) or ())


def _built(row_type: type, fields: Iterable[_Field], record: Any) -> Any:
    if record is None:
        return None
    return row_type(**{name: build(take(record, column)) for name, column, take, build in fields})


def _literal(text: str) -> str:
    """Quote a comment of ours: COMMENT ON takes no bound values."""
    return "'" + text.replace("'", "''") + "'"
