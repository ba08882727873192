"""Measure what a daily run costs, by its size and by what the ledger already holds.

    python -m bench.scale [--archives 0 1 5] [--runs 1000 10000 50000] [--compactions 1 5] [--pages 400]

Archives and compactions are in millions of claims, runs in documents; an option without a value (--pages 0) leaves that
part as it was measured before. Every step is measured in a process of its own: CPU seconds (its children's too), the
most memory it held, what it left on disk. Fetching, cleaning and reading cost the same for each page whatever else
there is: they are measured on pages made from the samples and multiplied. The other steps work on made-up rows
(bench.synthetic) at their full number. Writes bench/scale.json, from which bench.plot_scale draws.
"""

import argparse
import json
import multiprocessing
import os
import re
import resource
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path

from bench import synthetic
from newsledger import steps, warehouse
from newsledger.database import opened
from newsledger.retention import compact
from newsledger.settings import CHECKOUT, Settings

RESULTS = Path(__file__).with_name("scale.json")
ON_ARCHIVE = ("follow", "check", "publish", "report")
REPEATS = 1  # runs on an archive, after a first one that brings the snapshots to what they are every day
_SOURCE = """
sources:
{entries}
"""
_ENTRY = """
  - {{name: {name}, kind: folder, location: {folder}, outlet: Outlet, country: GBR, language: en, licence: ours,
     cadence: daily, expected_min: 0, expected_max: 100000}}
"""


@dataclass(frozen=True)
class Cost:
    """What a step cost: CPU and wall seconds, peak memory in MB, bytes left on disk in MB."""

    cpu: float
    wall: float
    memory: float
    disk: float


def settings_in(folder: Path, pages: Path | None = None) -> Settings:
    """Return the settings of an installation in a folder, with one source of pages or those of the made-up rows."""
    config = folder / "config"
    config.mkdir(parents=True, exist_ok=True)
    named = {"pages": pages} if pages else {f"source_{number}": folder for number in range(20)}
    entries = "".join(_ENTRY.format(name=name, folder=place) for name, place in named.items())
    (config / "sources.yml").write_text(_SOURCE.format(entries=entries), "utf-8")
    shutil.copy(CHECKOUT / "config" / "alerts.yml", config)
    given = Settings.from_environment()
    return Settings(
        data=folder, config=config, engine=given.engine, processes=given.processes, memory_limit="2GB", snapshots=2
    )


def measured(step: Callable[[Settings, str], object], settings: Settings, run_id: str) -> Cost:
    """Call a step in a fresh process and return what it cost."""
    before = _size(settings.data)
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        cpu, wall, memory = pool.submit(_call, step, settings, run_id).result()
    return Cost(cpu, wall, memory, (_size(settings.data) - before) / 1e6)


def _call(step: Callable[[Settings, str], object], settings: Settings, run_id: str) -> tuple[float, float, float]:
    started, cpu = time.monotonic(), _cpu()
    step(settings, run_id)
    memory = max(_peak_memory(), resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
    return _cpu() - cpu, time.monotonic() - started, memory / 1024


def _peak_memory() -> int:
    """Return the most memory (kB) that this process has held; its `ru_maxrss` would begin with that of its parent."""
    found = re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text("ascii"))
    return int(found[1]) if found else 0


def _cpu() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in used)


def _size(folder: Path) -> int:
    return sum(path.stat().st_blocks * 512 for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def write_pages(folder: Path, count: int) -> None:
    """Write pages made from the samples, each with other digits in its text."""
    folder.mkdir(parents=True)
    samples = [path.read_bytes() for path in sorted((CHECKOUT / "samples").glob("*/*/*.html"))]
    for number, page in enumerate(islice(cycle(samples), count)):
        varied = re.sub(rb"(?<=[ $])[1-9](?=\d* )", lambda digit, n=number: b"%d" % (1 + (int(digit[0]) + n) % 9), page)
        varied = re.sub(rb"https://([^/\"]+)/", rb"https://\1/%d/" % number, varied)
        (folder / f"{number:06}.html").write_bytes(varied)


def cost_of_reading(folder: Path, pages: int) -> dict[str, Cost]:
    """Return what fetching, cleaning and reading cost for so many pages."""
    write_pages(folder / "pages", pages)
    settings = settings_in(folder / "data", folder / "pages")
    run_id = steps.start(settings, synthetic.NEWS_DAY)
    costs = {}
    for step in (steps.fetch, steps.clean, steps.group, steps.extract):
        costs[step.__name__] = measured(step, settings, run_id)
    return {name: cost for name, cost in costs.items() if name != "group"}


def cost_of_grouping(folder: Path, documents: int) -> dict[str, Cost]:
    """Return what grouping costs, in a run of its own: it finds other stories than those of the rows made up."""
    settings = settings_in(folder)
    return {"group": measured(steps.group, settings, synthetic.stage(settings, 0, documents))}


def cost_after_reading(folder: Path, archived: int, documents: int, repeats: int) -> dict[str, Cost]:
    """Return what the steps after reading cost on an archive of so many documents: the median of `repeats` runs."""
    settings = settings_in(folder)
    synthetic.fill(settings, archived)
    with warehouse.writer(settings):
        pass  # as many snapshots as there are on any other day
    costs = []
    for number in range(repeats):
        run_id = synthetic.stage(settings, archived, documents, skip=number * documents)
        costs.append({name: measured(getattr(steps, name), settings, run_id) for name in ON_ARCHIVE})
    measures = ("cpu", "wall", "memory", "disk")
    return {
        name: Cost(
            *(statistics.median(getattr(cost[name], measure) for cost in costs[-REPEATS:]) for measure in measures)
        )
        for name in ON_ARCHIVE
    }


def cost_of_compacting(folder: Path, archived: int) -> dict[str, Cost]:
    """Return what it costs to write an archive of so many documents anew, a third of whose file is unused."""
    settings = settings_in(folder)
    synthetic.fill(settings, archived)
    with opened(settings.warehouse) as connection:
        connection.execute("create table waste as select * from main.documents; insert into waste from waste")
        connection.execute("checkpoint; drop table waste; checkpoint")
    return {"compact": measured(_compact, settings, "")}


def _compact(settings: Settings, _: str) -> None:
    if not compact(settings):
        raise RuntimeError("there was too little waste to compact")


def main() -> None:
    """Read the command line, measure, and keep the results beside those of parts that are not measured now."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "newsledger-scale")
    parser.add_argument("--archives", nargs="*", default=["0", "1", "5"], help="millions of claims")
    parser.add_argument("--runs", nargs="*", default=["1000", "10000", "50000"], help="documents")
    parser.add_argument("--compactions", nargs="*", default=["1", "5"], help="millions of claims")
    parser.add_argument("--pages", type=int, default=400, help="0: reading is not measured")
    arguments = parser.parse_args()
    results = json.loads(RESULTS.read_text("utf-8")) if RESULTS.exists() else {}
    results["processes"] = os.cpu_count()

    def keep(name: str, measure: Callable[..., dict[str, Cost]], *given: int) -> None:
        shutil.rmtree(arguments.folder, ignore_errors=True)
        costs = measure(arguments.folder, *given)
        results[name] = results.get(name, {}) | {step: vars(cost) for step, cost in costs.items()}
        RESULTS.write_text(json.dumps(results, indent=1) + "\n", "utf-8")
        print(name, {step: f"{cost.cpu:.1f} s, {cost.memory:.0f} MB" for step, cost in costs.items()}, flush=True)
        shutil.rmtree(arguments.folder)

    for millions in arguments.archives:
        keep(f"archive {millions}", cost_after_reading, _documents(millions), 1000, REPEATS + 1)
    for documents in map(int, arguments.runs):
        keep(f"run {documents}", cost_of_grouping, documents)
        keep(f"run {documents}", cost_after_reading, 0, documents, 1)
    for millions in arguments.compactions:
        keep(f"compaction {millions}", cost_of_compacting, _documents(millions))
    if arguments.pages:
        results["pages"] = arguments.pages
        keep("reading", cost_of_reading, arguments.pages)


def _documents(millions: str) -> int:
    """Return how many documents have so many million claims."""
    return int(float(millions) * 1_000_000) // synthetic.CLAIMS_A_DOCUMENT


if __name__ == "__main__":
    main()
