"""Row types give DDL, Arrow and JSON alike."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Annotated

import duckdb
import pytest

from schemas.claim import Period
from schemas.ledger import TABLES
from schemas.table import Table, as_record, columns_of


@dataclass(frozen=True, kw_only=True)
class Visit:
    """A visit. Someone's."""

    visit_id: Annotated[str, "Key."]
    seen_at: Annotated[datetime | None, "When, it's said."]
    period: Annotated[Period | None, "How long."]
    words: Annotated[tuple[str, ...], "What was said."]


VISITS = Table(Visit, "main", "visits", ("visit_id",))
ROW = Visit(
    visit_id="v1",
    seen_at=datetime(2026, 10, 5, 12, tzinfo=UTC),
    period=Period(text="this week", from_=date(2026, 10, 5), to=date(2026, 10, 11)),
    words=("hello", "again"),
)


def test_arrow_gives_back_the_row() -> None:
    assert VISITS.from_record(VISITS.to_arrow([ROW]).to_pylist()[0]) == ROW


def test_a_record_of_an_older_version_may_lack_what_may_be_null() -> None:
    record = as_record(ROW)
    assert VISITS.from_record({k: v for k, v in record.items() if k != "seen_at"}) == replace(ROW, seen_at=None)
    with pytest.raises(KeyError, match="words"):
        VISITS.from_record({k: v for k, v in record.items() if k != "words"})


def test_an_underscore_that_python_needs_is_not_in_the_record() -> None:
    assert as_record(ROW)["period"] == {"text": "this week", "from": date(2026, 10, 5), "to": date(2026, 10, 11)}


@pytest.mark.parametrize("table", [*TABLES, VISITS], ids=lambda t: t.qualified_name)
def test_duckdb_accepts_ddl_and_comments_and_gives_them_back(table: Table) -> None:
    with duckdb.connect() as connection:
        connection.execute(f"create schema if not exists {table.schema}")
        connection.execute(table.create_sql())
        for statement in table.comment_sql():
            connection.execute(statement)
        found = connection.execute(
            "select column_name, comment, is_nullable from duckdb_columns() where not internal"
        ).fetchall()
    assert found == [(c.name, c.comment, c.is_nullable) for c in table.columns]


def test_arrow_rows_fit_the_table_that_the_ddl_makes() -> None:
    with duckdb.connect() as connection:
        connection.execute(VISITS.create_sql())
        rows = VISITS.to_arrow([ROW])  # noqa: F841  (DuckDB finds it by name)
        connection.execute("insert into visits by name select * from rows")
        assert connection.execute("select words[2], period.to from visits").fetchone() == ("again", date(2026, 10, 11))


def test_a_field_without_a_comment_is_refused() -> None:
    @dataclass(frozen=True)
    class Bare:
        name: str

    with pytest.raises(TypeError, match="name needs Annotated"):
        columns_of(Bare)
