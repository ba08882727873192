"""Describe the DAGs on one page, from what they say of themselves."""

import inspect

from newsledger.airflow_home import DAGS, IN_PROCESS, use_airflow

use_airflow(IN_PROCESS, log_level="ERROR")  # else Airflow, once imported, would make itself a home elsewhere

from airflow.dag_processing.dagbag import DagBag  # noqa: E402
from airflow.sdk import (  # noqa: E402
    DAG,
    Asset,
    BaseOperator,
    CronPartitionTimetable,
    CronTriggerTimetable,
    PartitionedAssetTimetable,
)
from airflow.sdk.definitions.mappedoperator import MappedOperator  # noqa: E402

_ORDER = ("ingest", "extract", "publish", "report", "alarms", "maintenance")


def describe_dags() -> str:
    """Return the page of DAGs: when each runs, what it does, its tasks in order, and the assets that join them.

    Raises RuntimeError if a DAG cannot be read or one has no place in the order of the page.
    """
    bag = DagBag(DAGS)
    if bag.import_errors or set(bag.dags) != set(_ORDER):
        raise RuntimeError(f"dags/ holds {sorted(bag.dags)}, not {sorted(_ORDER)}; errors: {bag.import_errors}")
    head = (
        "# DAGs\n\nDAGs are joined by assets: the task that makes one starts the DAG that waits for it,\n"
        "once for each run, with the run's id as the partition key.\n"
    )
    return "\n".join([head, *(_describe(bag.dags[name]) for name in _ORDER)])


def _describe(dag: DAG) -> str:
    lines = [
        f"## {dag.dag_id}\n",
        inspect.cleandoc(dag.doc_md or "") + "\n",
        f"Starts with: {_starter(dag.timetable)}\n",
    ]
    lines += ["| task | what | pool | makes |", "| --- | --- | --- | --- |"]
    lines += [_row(task) for task in dag.tasks]
    return "\n".join(lines) + "\n"


def _starter(timetable: object) -> str:
    match timetable:
        case (
            CronPartitionTimetable(expression=cron, timezone=zone)
            | CronTriggerTimetable(expression=cron, timezone=zone)
        ):
            return f"the clock, `{cron}` {zone}"
        case PartitionedAssetTimetable(asset_condition=Asset(name=name)):
            return f"the asset `{name}`"
    raise RuntimeError(f"no words for {timetable!r}")


def _row(task: object) -> str:
    if isinstance(task, MappedOperator):  # which has lost its documentation on the way
        return _line(task, inspect.getdoc(getattr(task, "python_callable", None)))
    if isinstance(task, BaseOperator):
        return _line(task, task.doc_md)
    raise TypeError(f"no words for {task!r}")


def _line(task: BaseOperator | MappedOperator, words: str | None) -> str:
    makes = ", ".join(f"`{asset.name}`" for asset in task.outlets or ())
    return f"| {task.task_id} | {words} | {task.pool} | {makes} |"
