"""Pages are cleaned in shards, by as many as there are, and come together as if one had cleaned them all."""

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml

from newsledger import steps
from newsledger.runs import stage_of
from newsledger.settings import CHECKOUT, Settings
from schemas import stage as tables

DAY = date(2026, 10, 5)
PAGES = sorted((CHECKOUT / "samples" / str(DAY) / "meridian_wire").glob("*.html"))


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Return an installation with two sources of one outlet, whose first page is the same; shards are of two pages."""
    monkeypatch.setattr(steps, "SHARD_PAGES", 2)
    sources = []
    for name, pages in (("front", PAGES[:3]), ("world", PAGES[:1])):
        (tmp_path / name).mkdir()
        for path in pages:
            shutil.copy(path, tmp_path / name)
        sources.append(
            {"name": name, "kind": "folder", "location": str(tmp_path / name), "outlet": "Wire", "country": "CHE"}
            | {"language": "en", "licence": "ours", "cadence": "daily", "expected_min": 1, "expected_max": 9}
        )
    (tmp_path / "world" / "empty.html").write_text("<html></html>", "utf-8")
    (tmp_path / "sources.yml").write_text(yaml.safe_dump({"sources": sources}), "utf-8")
    (tmp_path / "alerts.yml").write_text("routes: []\n", "utf-8")
    return replace(Settings.from_environment(), data=tmp_path / "data", config=tmp_path)


def fetched(here: Settings) -> str:
    run_id = steps.start(here, DAY)
    steps.fetch(here, run_id)
    return run_id


def left(here: Settings, run_id: str) -> tuple:
    """Return the documents, the rejections and the sum that cleaning left."""
    stage = stage_of(here, run_id)
    [count] = [c for c in stage.read(tables.STEP_COUNTS) if c.step == "clean"]
    rejected = {(r.source, r.reason, r.detail) for r in stage.read(tables.REJECTIONS)}
    return list(stage.read(tables.CLEANED)), rejected, (count.in_count, count.out_count, count.rejected_count)


def test_a_document_of_two_shards_is_kept_once_and_sums_hold(here: Settings) -> None:
    run_id = fetched(here)
    assert len(stage_of(here, run_id).shards(tables.PAGES)) == 3
    steps.clean(here, run_id)
    documents, rejected, count = left(here, run_id)
    assert [d.source for d in documents] == ["front"] * 3
    [same] = [reason for reason in rejected if reason[1] == "same_document"]
    assert same == ("world", "same_document", documents[0].url)
    assert len(rejected) == 2
    assert count == (5, 3, 2)


def test_shards_may_be_cleaned_in_any_order_and_again(here: Settings) -> None:
    run_id = fetched(here)
    steps.clean(here, run_id)
    before = left(here, run_id)
    for shard in ("00002", "00000", "00001", "00002"):
        steps.clean_shard(here, run_id, shard)
    steps.collect(here, run_id)
    assert left(here, run_id) == before


def test_a_shard_that_is_missing_is_said(here: Settings) -> None:
    run_id = fetched(here)
    steps.clean_shard(here, run_id, "00001")
    with pytest.raises(RuntimeError, match="clean: 2 of 3 shards are not done: 00000, 00002"):
        steps.collect(here, run_id)
