"""What each step read and wrote is recorded as OpenLineage events, and logged with run and step."""

import json
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
import structlog
from structlog.testing import LogCapture

from newsledger import lineage, runs
from newsledger.airflow_home import DAGS
from newsledger.lineage import observed
from newsledger.runs import stage_of, start_run
from newsledger.settings import Settings
from schemas import stage as tables
from tests.ledger.rows import DAY, document, settings


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setattr(runs, "made_by", lambda _: "test")
    return settings(tmp_path)


def events(here: Settings) -> list[dict]:
    return [json.loads(line) for line in (here.data / "lineage" / f"{DAY}.jsonl").read_text("utf-8").splitlines()]


def test_a_step_that_ends_well_leaves_two_events_of_one_run(here: Settings) -> None:
    run_id = start_run(here, DAY)
    with observed(here, run_id, "group"):
        stage_of(here, run_id).write_shards(tables.DOCUMENTS, [document("a"), document("b"), document("c")], 2)
    began, ended = events(here)
    assert (began["eventType"], ended["eventType"]) == ("START", "COMPLETE")
    assert began["run"]["runId"] == ended["run"]["runId"]
    assert UUID(ended["run"]["runId"]).version == 5
    assert began["eventTime"] <= ended["eventTime"]
    outputs = {dataset["name"]: dataset for dataset in ended["outputs"]}
    written = outputs[f"stage/{run_id}/documents"]
    statistics = written["outputFacets"]["outputStatistics"]
    assert (statistics["rowCount"], statistics["fileCount"]) == (3, 2)
    assert statistics["size"] > 0
    assert [f["name"] for f in written["facets"]["schema"]["fields"]] == [c.name for c in tables.DOCUMENTS.columns]
    assert {dataset["name"] for dataset in ended["inputs"]} == {f"stage/{run_id}/cleaned", "ledger.main.documents"}


def test_a_step_that_fails_says_so_and_not_what_it_was_given(here: Settings) -> None:
    run_id = start_run(here, DAY)
    with pytest.raises(ZeroDivisionError), observed(here, run_id, "collect"):
        raise ZeroDivisionError("swordfish")
    failed = events(here)[-1]
    assert failed["eventType"] == "FAIL"
    assert failed["run"]["facets"]["errorMessage"]["message"] == "ZeroDivisionError"
    assert "swordfish" not in json.dumps(failed["run"]["facets"]["errorMessage"]["message"])


def test_a_step_is_logged_with_its_run(here: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = LogCapture()
    logger = structlog.wrap_logger(None, processors=[seen], wrapper_class=structlog.make_filtering_bound_logger(0))
    monkeypatch.setattr(structlog, "get_logger", lambda _: logger)
    run_id = start_run(here, DAY)
    with observed(here, run_id, "extract_shard", "00003"):
        pass
    assert [line["event"] for line in seen.entries] == ["step begins", "step is done"]
    for line in seen.entries:
        assert (line["run"], line["step"], line["arguments"]) == (run_id, "extract_shard", ("00003",))


def test_events_can_be_switched_off(here: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENLINEAGE_DISABLED", "true")
    here = replace(here, tells_lineage=Settings.from_environment().tells_lineage)
    with observed(here, start_run(here, DAY), "collect"):
        pass
    assert not (here.data / "lineage").exists()


def test_every_step_that_makes_rows_has_its_flow() -> None:
    from airflow.dag_processing.dagbag import DagBag  # noqa: PLC0415

    dags = DagBag(DAGS).dags
    names = {task.task_id for name in ("ingest", "extract", "publish") for task in dags[name].tasks} - {"start"}
    assert {f"{n}_shard" if n in ("clean", "extract") else n for n in names} == set(lineage._FLOW)
