"""Learn the weights of an event's features: `python -m training.events GOLD`.

GOLD is a folder of annotated texts, `articles_*.jsonl` and `events_*.jsonl`: each line a JSON object
with `text` and either `events` (whole articles: `start`, `end`, `type`, `optional`) or `gold` (sentences:
`event_type`, a list; `tolerated_types`; `exhaustive`, `none_ok`). A reading is right if the annotation has
an event of its type (in articles: at its place). Logistic regression with an L2 prior, by Newton's method;
sentences that are not annotated exhaustively count little where they contradict. Writes
`transforms/lexicon/event_weights.py`, and into `docs/accuracy.md` how reliable the confidence is, over ten
folds by text.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from bench.pages import rewrite
from newsledger.engine import load_engine
from transforms.assertions.read import read_assertions
from transforms.events.find import LEAST, trigger_span
from transforms.events.read import Reading, find_readings
from transforms.events.weigh import describe

TARGET = Path("transforms/lexicon/event_weights.py")
MARKS = ("<!-- reliability: python -m training.events GOLD -->", "<!-- /reliability -->")
FOLDS = 10
PRIOR = 4.0  # strength of the pull to zero; best of 1, 4, 16 by log loss over the folds
RARE = 8  # a feature of fewer readings learns nothing
DOUBT = 0.3  # weight of a reading that an annotation of one event a sentence does not confirm


def judge(reading: Reading, row: dict[str, Any]) -> tuple[float, float] | None:
    """Return whether a reading is right and how much that counts, or None where the annotation does not care."""
    if "events" in row:
        start, end = trigger_span(reading.trigger)
        here = [one for one in row["events"] if one["start"] < end and start < one["end"]]
        if any(one.get("optional") for one in here):
            return None
        return float(any(one["type"] == reading.trigger.type for one in here)), 1.0
    if any(reading.trigger.type in one["event_type"] for one in row["gold"]):
        return 1.0, 1.0
    if reading.trigger.type in row.get("tolerated_types", ()):
        return None
    return 0.0, 1.0 if row.get("exhaustive") or row.get("none_ok") else DOUBT


def collect(paths: list[Path]) -> Iterator[tuple[int, tuple[str, ...], float, float]]:
    """Yield text number, features, right or wrong, and weight of every reading in the files."""
    rows = [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines()]
    docs = load_engine().pipe(row["text"] for row in rows)
    for number, (row, doc) in enumerate(zip(rows, docs, strict=True)):
        for reading in find_readings(doc, read_assertions(doc, None)):
            verdict = judge(reading, row)
            if verdict:
                yield number, describe(reading), *verdict


def fit(matrix: np.ndarray, right: np.ndarray, weight: np.ndarray) -> np.ndarray:
    """Return the weights of a penalised logistic regression (iteratively reweighted least squares)."""
    weights = np.zeros(matrix.shape[1])
    for _ in range(25):
        chance = 1 / (1 + np.exp(-matrix @ weights))
        slope = matrix.T @ (weight * (right - chance)) - PRIOR * weights
        curve = (matrix * (weight * chance * (1 - chance))[:, None]).T @ matrix + PRIOR * np.eye(len(weights))
        weights += np.linalg.solve(curve, slope)
    return weights


def reliability(chance: np.ndarray, right: np.ndarray, weight: np.ndarray) -> str:
    """Return, for each tenth of confidence, how many readings bear it and how many of them are right, as Markdown."""
    lines = ["| confidence | readings | right |", "| --- | --- | --- |"]
    for tenth in range(10):
        chosen = (chance >= tenth / 10) & (chance < (tenth + 1) / 10)
        if chosen.any():
            share = np.average(right[chosen], weights=weight[chosen])
            lines.append(f"| {tenth / 10:.1f}–{(tenth + 1) / 10:.1f} | {chosen.sum()} | {100 * share:.0f}% |")
    loss = -np.average(np.where(right == 1, np.log(chance), np.log(1 - chance)), weights=weight)
    return "\n".join([*lines, "", f"Log loss {loss:.3f}; {LEAST} and more is told."])


def main() -> None:
    """Read the command line, learn, report and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path)
    folder = parser.parse_args().gold
    paths = sorted(path for kind in ("articles", "events") for path in folder.glob(f"{kind}_*.jsonl"))
    texts, features, right, weight = (list(column) for column in zip(*collect(paths), strict=True))
    seen = Counter(name for one in features for name in one)
    names = sorted(name for name, count in seen.items() if count >= RARE)
    matrix = np.array([[name in one for name in names] for one in map(set, features)], dtype=float)
    rights, weights, folds = np.array(right), np.array(weight), np.array(texts) % FOLDS
    chance = np.zeros(len(rights))
    for fold in range(FOLDS):
        kept = folds != fold
        of_rest = fit(matrix[kept], rights[kept], weights[kept])
        chance[~kept] = 1 / (1 + np.exp(-matrix[~kept] @ of_rest))
    table = reliability(chance, rights, weights)
    print(table)
    rewrite(MARKS, table)
    learnt = zip(names, fit(matrix, rights, weights), strict=True)
    lines = "".join(f'    "{name}": {value:.2f},\n' for name, value in learnt if abs(value) >= 0.01)
    head = '"""Weights of an event\'s features, written by `python -m training.events GOLD`; not by hand."""\n\n'
    TARGET.write_text(f"{head}WEIGHTS: dict[str, float] = {{\n{lines}}}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
