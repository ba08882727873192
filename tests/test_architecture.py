"""The house keeps its rules: names, comments and rooms."""

import ast
import re
from pathlib import Path

import pytest

from schemas.ledger import TABLES
from schemas.table import Column

ROOT = Path(__file__).parents[1]
ROOMS = ("schemas", "transforms", "expectations", "newsledger", "dags")
MODULES = sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))
COLUMNS = [(table.qualified_name, column) for table in TABLES for column in table.columns]
SUFFIX_TYPES = {"_at": "TIMESTAMPTZ", "_on": "DATE", "_count": "BIGINT", "_id": "VARCHAR"}


def test_the_rooms_are_there_and_not_empty() -> None:
    for room in ROOMS:
        assert len(list((ROOT / room).glob("*.py"))) > 1, room


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_modules_say_what_they_are_and_bear_honest_names(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text("utf-8"))), "no module docstring"
    assert path.stem not in {"utils", "util", "helpers", "common", "misc", "base"}


def test_no_dag_file_hides_a_package() -> None:
    assert not {path.stem for path in (ROOT / "dags").glob("*.py")} & set(ROOMS)


@pytest.mark.parametrize(("table", "column"), COLUMNS, ids=lambda v: v.name if isinstance(v, Column) else v)
def test_columns_are_named_by_the_convention(table: str, column: Column) -> None:
    assert re.fullmatch(r"[a-z][a-z0-9_]*", column.name)
    assert column.comment.strip()
    for suffix, sql_type in SUFFIX_TYPES.items():
        if column.name.endswith(suffix):
            assert column.sql_type == sql_type, f"{table}.{column.name}"
    assert column.name.startswith("is_") == (column.sql_type == "BOOLEAN")


@pytest.mark.parametrize("table", TABLES, ids=lambda t: t.qualified_name)
def test_tables_have_a_comment_and_a_key(table) -> None:
    assert table.comment.endswith(".")
    assert set(table.key) <= {column.name for column in table.columns}


def test_only_settings_reads_the_environment_and_the_clock() -> None:
    allowed = {
        "settings.py", "embedded.py", "airflow_home.py", "airflow_metadata.py", "airflow_connections.py", "routes.py",
        "redaction.py", "__init__.py",
    }  # fmt: skip
    for path in MODULES:
        if path.name in allowed:
            continue
        text = path.read_text("utf-8")
        assert "os.environ" not in text, path
        assert "datetime.now(" not in text, path
