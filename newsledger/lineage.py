"""Tell what each step read and wrote: as OpenLineage events for catalogues, and as log lines that bear run and step.

Events lie as JSON Lines in `data/lineage/<news day>.jsonl`, one RunEvent when a step begins and one when it ends, with
the columns of each table and the rows and bytes that were written (https://openlineage.io/spec/2-0-2/OpenLineage.json).
Any OpenLineage backend reads them. OPENLINEAGE_DISABLED=true switches them off.
"""

import json
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import structlog

from newsledger import __version__
from newsledger.runs import read_plan, stage_of
from newsledger.settings import Settings, utc_now
from newsledger.stage import Stage
from schemas import stage
from schemas.check import CHECKS, QUARANTINE
from schemas.claim import CLAIMS
from schemas.document import DOCUMENTS
from schemas.ledger import HISTORY
from schemas.table import Table

NAMESPACE = "newsledger"
_SPEC = "https://openlineage.io/spec"
_RUN_EVENT = f"{_SPEC}/2-0-2/OpenLineage.json#/$defs/RunEvent"
_PRODUCER = f"urn:newsledger:{__version__}"
_READ = (stage.EXTRACTED, stage.TOLD, stage.MENTIONED)
_FOLLOWED = (stage.CLAIMS, stage.EVENT_MENTIONS, stage.EVENTS, stage.FIGURES)
_CHECKED = (stage.DOCUMENTS, stage.STORIES, stage.ACTORS, *_FOLLOWED)

# What each step reads and writes.
_FLOW: dict[str, tuple[tuple[Table, ...], tuple[Table, ...]]] = {
    "fetch": ((), (stage.PAGES,)),
    "clean_shard": ((stage.PAGES,), (stage.TIDIED, stage.UNFIT)),
    "collect": ((stage.TIDIED, stage.UNFIT), (stage.CLEANED,)),
    "group": ((stage.CLEANED, DOCUMENTS), (stage.DOCUMENTS, stage.STORIES)),
    "extract_shard": ((stage.DOCUMENTS,), _READ),
    "gather": (_READ, (stage.ACTORS,)),
    "follow": ((stage.DOCUMENTS, stage.EXTRACTED, stage.TOLD, CLAIMS), _FOLLOWED),
    "check": (_CHECKED, (CHECKS, QUARANTINE)),
    "publish": (_CHECKED, HISTORY),
}


@contextmanager
def observed(settings: Settings, run_id: str, step: str, *arguments: str) -> Iterator[None]:
    """Log and record that a step of a run begins and how it ends, whatever it raises."""
    log = structlog.get_logger("newsledger").bind(run=run_id, step=step, arguments=arguments)
    began, started = utc_now(), time.monotonic()
    record = _Recorder(settings, run_id, step, began)
    log.info("step begins")
    record("START", began)
    try:
        yield
    except BaseException as error:
        log.exception("step failed", seconds=round(time.monotonic() - started, 3))
        record("FAIL", utc_now(), error)
        raise
    log.info("step is done", seconds=round(time.monotonic() - started, 3))
    record("COMPLETE", utc_now())


class _Recorder:
    """Appends the events of one step's run to the news day's file."""

    def __init__(self, settings: Settings, run_id: str, step: str, began: datetime) -> None:
        self._stage, self._run_id, self._step = stage_of(settings, run_id), run_id, step
        self._uuid = str(uuid5(NAMESPACE_URL, f"{NAMESPACE}:{run_id}:{step}:{began.isoformat()}"))
        self._path = settings.data / "lineage" / f"{read_plan(settings, run_id).run.partition_on}.jsonl"
        self._is_off = not settings.tells_lineage or step not in _FLOW

    def __call__(self, kind: str, at: datetime, error: BaseException | None = None) -> None:
        if self._is_off:
            return
        reads, writes = _FLOW[self._step]
        is_done = kind == "COMPLETE"
        event = {
            "eventType": kind,
            "eventTime": at.isoformat(),
            "producer": _PRODUCER,
            "schemaURL": _RUN_EVENT,
            "run": {"runId": self._uuid, "facets": self._run_facets(error)},
            "job": {"namespace": NAMESPACE, "name": self._step},
            "inputs": [self._dataset(table) for table in reads],
            "outputs": [self._dataset(table) | (self._written(table) if is_done else {}) for table in writes],
        }
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._path.open("ab") as file:  # one write to the end, so that shards at once do not mix
            file.write(json.dumps(event).encode() + b"\n")

    def _run_facets(self, error: BaseException | None) -> dict[str, Any]:
        whole = {"runId": str(uuid5(NAMESPACE_URL, f"{NAMESPACE}:{self._run_id}"))}
        facets = {"parent": _facet("ParentRunFacet/1-0-1", run=whole, job={"namespace": NAMESPACE, "name": "run"})}
        if error is not None:
            where = "".join(traceback.format_tb(error.__traceback__))
            facets["errorMessage"] = _facet(
                "ErrorMessageRunFacet/1-0-1",
                message=type(error).__name__,
                programmingLanguage="python",
                stackTrace=where,
            )
        return facets

    def _dataset(self, table: Table) -> dict[str, Any]:
        fields = [{"name": c.name, "type": c.sql_type, "description": c.comment} for c in table.columns]
        is_staged = table.schema == "stage"
        name = f"stage/{self._run_id}/{table.name}" if is_staged else f"ledger.{table.qualified_name}"
        facets = {"schema": _facet("SchemaDatasetFacet/1-1-1", fields=fields)}
        return {"namespace": NAMESPACE, "name": name, "facets": facets}

    def _written(self, table: Table) -> dict[str, Any]:
        if table.schema != "stage":
            return {}
        return {
            "outputFacets": {
                "outputStatistics": _facet("OutputStatisticsOutputDatasetFacet/1-0-2", **_sums(self._stage, table))
            }
        }


def _sums(staged: Stage, table: Table) -> dict[str, int]:
    shards = staged.shards(table)
    return {
        "rowCount": sum(staged.count(table, shard) for shard in shards),
        "size": staged.size(table),
        "fileCount": len(shards),
    }


def _facet(kind: str, **content: Any) -> dict[str, Any]:
    name, version = kind.split("/")
    return {"_producer": _PRODUCER, "_schemaURL": f"{_SPEC}/facets/{version}/{name}.json#/$defs/{name}", **content}
