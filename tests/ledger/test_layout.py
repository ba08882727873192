"""A ledger that an older version wrote is read as it is, and written once it has what it lacked."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import duckdb
import pytest

from newsledger import __version__, decisions, layout, retention, snapshot, views, warehouse
from newsledger.backup import backup, restore
from newsledger.past import past_of_stories, recent_documents
from newsledger.settings import Settings
from schemas.faults import Permanent
from schemas.ledger import HISTORY, TABLES
from tests.ledger.ledgers import ask, put
from tests.ledger.rows import DAY, SENTENCE, Staged, document, run, settings

NEXT_DAY = DAY + timedelta(days=1)
FLOOD, FIRE = document(section="Weather"), document("fire", SENTENCE.replace("300", "450"), NEXT_DAY, section="Towns")
LACKING = ("main.documents.section", "main.claims.place", "ops.decisions", "ops.migrations")


@pytest.fixture
def older(tmp_path: Path) -> Settings:
    """Return a ledger of a version that knew no sections, places, decisions and migrations."""
    here = settings(tmp_path / "data")
    put(here, Staged.of(FLOOD), run())
    changed(
        here,
        *(f"drop view current_{table.name}" for table in HISTORY),
        "alter table main.documents drop column section",
        "alter table main.claims drop column place",
        "drop table ops.decisions",
        "drop table ops.migrations",
    )
    return here


def changed(here: Settings, *statements: str) -> None:
    """Do to the warehouse what no version does, and show it."""
    with duckdb.connect(str(here.warehouse)) as connection:
        for statement in statements:
            connection.execute(statement)
    snapshot.take(here.warehouse, here.ledger, here.snapshots)


def shape(here: Settings) -> set[tuple[str, ...]]:
    found = "select schema_name || '.' || table_name, column_name, data_type, comment from duckdb_columns()"
    return {*ask(here, f"{found} where not internal")}


def test_a_run_brings_it_to_the_shape_of_a_new_one(older: Settings, tmp_path: Path) -> None:
    put(older, Staged.of(FIRE), run(NEXT_DAY))
    assert ask(older, "select section from documents order by published_at") == [(None,), ("Towns",)]
    assert ask(older, "select place.text from current_claims order by low") == [(None,), ("Millford",)]
    assert ask(older, "select changes, version from ops.migrations") == [([*LACKING], __version__)]
    new = settings(tmp_path / "new")
    put(new, Staged.of(FLOOD), run())
    assert shape(older) == shape(new)


def test_it_is_brought_there_once(older: Settings) -> None:
    for number in (1, 2):
        put(older, Staged.of(FIRE), run(NEXT_DAY, number))
    assert ask(older, "select count(*) from ops.migrations") == [(1,)]


def test_it_is_read_as_it_is_until_a_run_publishes(older: Settings) -> None:
    before = older.ledger.read_bytes()
    known = replace(FLOOD, section=None)
    assert list(recent_documents(older.ledger, NEXT_DAY, 10)) == [known]
    told = past_of_stories(older.ledger, [FLOOD.story_id])
    assert (told.documents, [claim.place for claim in told.claims]) == ([known], [None])
    assert ask(older, "select place, low from current_claims") == [(None, 300)]
    assert ask(older, "select place from claims_as_of('9999-01-01')") == [(None,)]
    assert decisions.open_rows(older) == []
    assert ask(older, "select count(*) from ops.migrations") == [(0,)]
    assert older.ledger.read_bytes() == before


def test_a_reading_that_goes_on_keeps_its_snapshot(older: Settings) -> None:
    with warehouse.reader(older.ledger) as connection:
        put(older, Staged.of(FIRE), run(NEXT_DAY))
        assert connection.execute("select count(*) from current_documents").fetchall() == [(1,)]
    assert ask(older, "select count(*) from current_documents") == [(2,)]


def test_a_view_that_reads_otherwise_now_is_made_anew(older: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    put(older, Staged.of(FIRE), run(NEXT_DAY))
    more = [*views.statements(), "create or replace view main.outlets as select distinct outlet from main.documents"]
    monkeypatch.setattr(layout.views, "statements", lambda: more)
    monkeypatch.setattr(layout, "digest", lambda: "with a view of outlets")
    assert ask(older, "from outlets") == [("Courier",)]
    with warehouse.writer(older):
        pass
    assert ask(older, "from outlets") == [("Courier",)]
    assert ask(older, "select changes from ops.migrations order by migrated_at") == [([*LACKING],), ([],)]


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        ("alter table main.claims alter column low type varchar", "low is VARCHAR, not DOUBLE"),
        ("alter table main.claims add column mood varchar", "mood is VARCHAR, not known"),
        ("alter table main.claims drop column kind", "kind is new and may not be null"),
    ],
)
def test_what_cannot_be_brought_there_is_refused_and_left_as_it_is(older: Settings, statement: str, fault: str) -> None:
    changed(older, statement)
    with duckdb.connect(str(older.warehouse), read_only=True) as connection:
        before = connection.execute("select table_name, column_name from duckdb_columns()").fetchall()
    with pytest.raises(Permanent, match=f"{fault}.*move warehouse.duckdb"), warehouse.writer(older):
        pass
    with pytest.raises(Permanent, match=fault), warehouse.reader(older.ledger):
        pass
    with duckdb.connect(str(older.warehouse), read_only=True) as connection:
        assert connection.execute("select table_name, column_name from duckdb_columns()").fetchall() == before


def test_it_can_be_compacted(older: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retention, "_waste", lambda _: 0.9)
    retention.compact(older)
    assert ask(older, "select low, place from current_claims") == [(300, None)]
    assert len(ask(older, "from duckdb_tables() where not internal")) == len(TABLES)


def test_a_backup_of_it_can_be_restored(older: Settings, tmp_path: Path) -> None:
    saved = backup(older, tmp_path / "backups", datetime(2026, 3, 3, 4, 30, tzinfo=UTC), keep=7)
    again = settings(tmp_path / "again")
    restore(again, saved)
    assert ask(again, "select section from current_documents") == [(None,)]
    put(again, Staged.of(FIRE), run(NEXT_DAY))
    assert ask(again, "select section from documents order by published_at") == [(None,), ("Towns",)]
