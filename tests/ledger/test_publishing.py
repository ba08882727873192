from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, strategies
from hypothesis import settings as properties

from newsledger import warehouse
from newsledger.settings import Settings
from schemas.ledger import HISTORY
from tests.ledger.ledgers import ask, history, put
from tests.ledger.rows import DAY, SENTENCE, Staged, claim, document, run, settings

NEXT_DAY = DAY + timedelta(days=1)
UPDATED = SENTENCE.replace("300", "450")


@pytest.fixture
def here(tmp_path: Path) -> Settings:
    return settings(tmp_path)


def version_two() -> Staged:
    newer = document(text=UPDATED, day=NEXT_DAY, version=2)
    return Staged.of(newer)


def test_published_rows_say_who_wrote_them(here: Settings) -> None:
    published = put(here, Staged.of(document()), run())
    assert {name: change.inserted for name, change in published.changes.items()} == dict.fromkeys(
        ("documents", "stories", "claims", "event_mentions", "events", "actors", "figures"), 1
    )
    for table in HISTORY:
        ((run_id, superseded_at, made_by),) = ask(here, f"select run_id, superseded_at, made_by from {table.name}")
        assert (run_id, superseded_at, made_by) == ("2026-03-02.1", None, "newsledger test")
    assert ask(here, "select run_id, status from ops.runs") == [("2026-03-02.1", "published")]
    assert ask(here, "select name, outlet from ops.sources") == [("courier", "Courier")]


def test_a_replay_writes_nothing_anew(here: Settings) -> None:
    staged = Staged.of(document(), document("fire", UPDATED))
    put(here, staged, run())
    once = history(here)
    put(here, staged, run())
    put(here, staged, run(number=2, replay_of="2026-03-02.1"))
    assert history(here) == once
    assert len(ask(here, "from ops.runs")) == 2


def test_the_same_text_met_again_is_the_same_document(here: Settings) -> None:
    put(here, Staged.of(document()), run())
    once = history(here)
    again = document(page_id="another", url="https://courier.example/flood?from=feed", warc_offset=77)
    put(here, Staged.of(again), run(NEXT_DAY))
    assert history(here) == once


def test_a_changed_claim_supersedes_the_old_one(here: Settings) -> None:
    staged = Staged.of(document())
    put(here, staged, run())
    staged.claims = [replace(staged.claims[0], speaker="Brook")]
    put(here, staged, run(number=2))
    old, new = ask(here, "select speaker, recorded_at, superseded_at, run_id from claims order by recorded_at")
    assert (old[0], new[0], new[2], new[3]) == ("Ada Brook", "Brook", None, "2026-03-02.2")
    assert old[2] == new[1]
    assert ask(here, "select speaker from current_claims") == [("Brook",)]
    assert ask(here, "select speaker from claims_as_of(?)", old[1]) == [("Ada Brook",)]
    assert ask(here, "select speaker from claims_as_of(?)", new[1]) == [("Brook",)]
    assert ask(here, "select speaker from claims_as_of(?)", old[1] - timedelta(seconds=1)) == []
    assert len(ask(here, "from documents")) == len(ask(here, "from events")) == 1


def test_a_claim_that_a_new_reading_does_not_find_ends(here: Settings) -> None:
    staged = Staged.of(document())
    put(here, staged, run())
    staged.claims, staged.figures = [], []
    staged.events = [replace(staged.events[0], claim_ids=())]
    put(here, staged, run(number=2))
    assert ask(here, "from current_claims") == ask(here, "from current_figures") == []
    assert len(ask(here, "from claims")) == 1


def test_a_document_that_its_page_no_longer_gives_ends_with_all_that_hangs_on_it(here: Settings) -> None:
    staged = Staged.of(document(), document("fire", UPDATED))
    put(here, staged, run())
    fewer = Staged.of(document())
    fewer.pages = staged.pages
    put(here, fewer, run(number=2))
    for name in ("documents", "claims", "events", "stories", "figures"):
        assert len(ask(here, f"from current_{name}")) == 1, name
        assert len(ask(here, f"from {name} where superseded_at is not null")) >= 1, name


def test_documents_of_other_pages_stay(here: Settings) -> None:
    put(here, Staged.of(document()), run())
    put(here, Staged.of(document("fire", UPDATED, NEXT_DAY)), run(NEXT_DAY))
    for name in ("documents", "claims", "events", "stories", "figures"):
        assert len(ask(here, f"from current_{name}")) == 2, name


def test_a_newer_version_supersedes_the_older_with_its_claims_and_events(here: Settings) -> None:
    put(here, Staged.of(document()), run())
    put(here, version_two(), run(NEXT_DAY))
    assert ask(here, "select version from current_documents") == [(2,)]
    assert ask(here, "select low from current_claims") == [(450.0,)]
    assert ask(here, "select low from claims where superseded_at is not null") == [(300.0,)]
    assert len(ask(here, "from current_events")) == 1


def test_a_late_replay_of_an_old_day_does_not_turn_back_the_clock(here: Settings) -> None:
    put(here, Staged.of(document()), run())
    put(here, version_two(), run(NEXT_DAY))
    both = history(here)
    put(here, Staged.of(document()), run(number=2))
    after = history(here)
    assert after["documents"] == both["documents"]
    assert after["claims"] == both["claims"]
    assert after["event_mentions"] == both["event_mentions"]


def test_a_mended_reading_of_an_old_version_enters_the_history_only(here: Settings) -> None:
    put(here, Staged.of(document()), run())
    put(here, version_two(), run(NEXT_DAY))
    mended = Staged.of(document())
    mended.claims = [replace(mended.claims[0], speaker="Brook")]
    put(here, mended, run(number=2))
    once = history(here)
    put(here, mended, run(number=3))
    assert history(here) == once
    assert ask(here, "select low from current_claims") == [(450.0,)]
    ((recorded_at, superseded_at),) = ask(here, "select recorded_at, superseded_at from claims where speaker = 'Brook'")
    assert recorded_at == superseded_at


def test_an_article_that_returns_to_its_old_text_holds_that_text(here: Settings) -> None:
    put(here, Staged.of(document()), run())
    put(here, version_two(), run(NEXT_DAY))
    put(here, Staged.of(document()), run(NEXT_DAY + timedelta(days=1)))
    assert ask(here, "select version from current_documents") == [(1,)]
    assert ask(here, "select low from current_claims") == [(300.0,)]


def test_two_versions_in_one_run_leave_the_newer(here: Settings) -> None:
    both = Staged.of(document(), document(text=UPDATED, version=2))
    both.stories, both.figures = both.stories[:1], both.figures[:1]
    put(here, both, run())
    assert ask(here, "select version from current_documents") == [(2,)]
    assert len(ask(here, "from documents")) == 2


def test_a_clock_set_back_does_not_reorder_history(here: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    staged = Staged.of(document())
    put(here, staged, run())
    monkeypatch.setattr(warehouse, "utc_now", lambda: datetime(2001, 1, 1, tzinfo=UTC))
    staged.claims = [replace(staged.claims[0], speaker="Brook")]
    put(here, staged, run(number=2))
    old, new = ask(here, "select speaker, recorded_at from claims order by recorded_at")
    assert (old[0], new[0]) == ("Ada Brook", "Brook")


def test_the_history_of_a_figure_keeps_what_no_longer_stands(here: Settings) -> None:
    put(here, Staged.of(document()), run())
    newer = version_two()
    (figure,) = newer.figures
    newer.figures = [replace(figure, claim_ids=(claim(document()).claim_id, *figure.claim_ids), claim_count=2)]
    put(here, newer, run(NEXT_DAY))
    rows = ask(here, "select low, superseded_at is null from figure_history(?)", figure.figure_id)
    assert rows == [(300.0, False), (450.0, True)]


def test_a_publish_that_breaks_leaves_no_trace(here: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    put(here, Staged.of(document()), run())
    before, snapshot = history(here), here.ledger.resolve()

    def broken(*_: object) -> None:
        raise RuntimeError("broken on purpose")

    monkeypatch.setattr(warehouse, "_step", broken)
    with pytest.raises(RuntimeError, match="on purpose"):
        put(here, version_two(), run(NEXT_DAY))
    monkeypatch.undo()
    assert here.ledger.resolve() == snapshot
    assert history(here) == before
    put(here, version_two(), run(NEXT_DAY))
    assert ask(here, "select version from current_documents") == [(2,)]


def test_everything_is_described(here: Settings) -> None:
    put(here, Staged.of(document()), run())
    mute = ask(
        here,
        """
        select table_name || '.' || column_name from duckdb_columns() where not internal and comment is null
        union all select table_name from duckdb_tables() where not internal and comment is null
        union all select view_name from duckdb_views() where not internal and comment is null
        union all select function_name from duckdb_functions() where not internal and comment is null
        """,
    )
    assert mute == []
    assert len(ask(here, "from duckdb_views() where not internal")) == len(HISTORY)


@pytest.mark.slow
@properties(max_examples=5, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(
    days=strategies.lists(
        strategies.dictionaries(strategies.sampled_from(["flood", "fire"]), strategies.sampled_from([300, 450, 500])),
        min_size=2,
        max_size=4,
    )
)
def test_whatever_comes_the_periods_of_a_row_do_not_overlap(
    days: list[dict[str, int]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    here = settings(tmp_path_factory.mktemp("ledger"))
    runs = []
    for number, articles in enumerate(days):
        documents = [
            document(slug, SENTENCE.replace("300", str(count)), version=1 + number) for slug, count in articles.items()
        ]
        runs.append((Staged.of(*documents), run(DAY + timedelta(days=number))))
        put(here, *runs[-1])
    for table in HISTORY:
        key = table.key[0]
        overlaps = f"""
            select 1 from {table.name} a join {table.name} b using ({key})
            where a.rowid <> b.rowid and a.recorded_at < coalesce(b.superseded_at, timestamptz '9999-01-01')
            and b.recorded_at < coalesce(a.superseded_at, timestamptz '9999-01-01')
            and a.recorded_at is distinct from a.superseded_at and b.recorded_at is distinct from b.superseded_at
        """
        assert ask(here, overlaps) == [], table.name
    once = history(here)
    put(here, *runs[-1])
    assert history(here) == once
    assert ask(here, "select article_id from current_documents group by all having count(*) > 1") == []
