"""Measure extraction on annotated sets, beside others' results, and write what it reached into docs/accuracy.md.

    python -m bench.accuracy EVALUATE GOLD [--write]

EVALUATE is the program that runs an extractor over the sets and prints what their scorers say; the scorers lie beside
it, the sets in GOLD. None is part of the repository, since the texts belong to others. Every score is in percent, F1 if
not named otherwise, on the development sets; "best other" is the best open extractor run on the same set, or the best
published result.
"""

import argparse
import re
import shlex
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from bench.claim_errors import FIELDS, attribution_errors, field_errors, quantity_errors
from bench.pages import rewrite

MARKS = ("<!-- reached: python -m bench.accuracy EVALUATE GOLD --write -->", "<!-- /reached -->")
COMMAND = f"{shlex.quote(sys.executable)} -m newsledger extract -"
LAST = r".*?([\d.]+)\s*$"  # the last number of a line: strict F1 beside official, F1 after P and R
FIRST = r"\s+([\d.]+)"  # the first: a share before its interval


@dataclass(frozen=True)
class Measure:
    """One line of a scorer: in which set, where on the line, and what others reach there."""

    part: str
    line: str
    at: str
    name: str
    other: str = "–"
    human: str = "–"
    goal: str = "–"

    def read(self, printed: dict[str, str]) -> float:
        """Return the score in percent from what the scorers printed; raise KeyError if it is not there."""
        match = re.search(rf"^\s*{re.escape(self.line)}{self.at}", printed[self.part], re.MULTILINE)
        if match is None:
            raise KeyError(f"{self.line} in {self.part}")
        score = float(match[1])
        return 100 * score if self.part.startswith("events") else score


CLAIMS = (
    Measure("articles_dev", "value", LAST, "articles: value", "62", "99", "92"),
    Measure("articles_dev", "value+unit", LAST, "articles: value and unit", "48", "98", "88"),
    Measure("articles_dev", "value+concept", LAST, "articles: value and concept", "1", "95", "74"),
    Measure("articles_dev", "value+speaker", LAST, "articles: value and speaker", "–", "93", "76"),
    Measure("articles_dev", "value+factuality", LAST, "articles: value and factuality", "–", "97", "82"),
    Measure("articles_dev", "value+trend", LAST, "articles: value and trend", "–", "98", "85"),
    Measure("articles_dev", "whole claim", LAST, "articles: whole claim", "0.5", "88", "58"),
    Measure("newsquant_dev", "value", LAST, "NewsQuant, strict: value", "73", "96", "90"),
    Measure("newsquant_dev", "value+unit", LAST, "NewsQuant, strict: value and unit", "49", "92", "78"),
    Measure("newsquant_dev", "value+change", LAST, "NewsQuant, strict: value and change", "56", "90", "82"),
    Measure("currency-model", "value", LAST, "Recognizers, currency: value", "84", "–", "84"),
    Measure("currency-model", "value+unit", LAST, "Recognizers, currency: value and unit", "80", "–", "80"),
    Measure("dimension-model", "value", LAST, "Recognizers, dimension: value", "87", "–", "87"),
    Measure("dimension-model", "value+unit", LAST, "Recognizers, dimension: value and unit", "79", "–", "79"),
    Measure("temperature-model", "value", LAST, "Recognizers, temperature: value", "96", "–", "96"),
    Measure("temperature-model", "value+unit", LAST, "Recognizers, temperature: value and unit", "93", "–", "93"),
    Measure("age-model", "value", LAST, "Recognizers, age: value", "93", "–", "93"),
    Measure("age-model", "value+unit", LAST, "Recognizers, age: value and unit", "93", "–", "93"),
    Measure("numattr_dev", "attributed", LAST, "PolNeAR numbers: attributed", "69", "93", "80"),
    Measure("numattr_dev", "with right source", LAST, "PolNeAR numbers: with the right source", "44", "90", "64"),
    Measure("moves_dev", "number+role+direction", LAST, "CrudeOilNews: number, role and direction", "67", "–", "78"),
)
EVENTS = (
    Measure("events_dev gsr", "type acc (aligned)", FIRST, "GSR: type accuracy", "50", "86", "75"),
    Measure("events_dev gsr", "TRIPLE", FIRST, "GSR: type, source and target country", "31", "–", "48"),
    Measure("events_dev gsr", "src country F1", FIRST, "GSR: source country", "76", "–", "82"),
    Measure("events_dev gsr", "tgt country F1", FIRST, "GSR: target country", "68", "–", "75"),
    Measure("events_dev gsr", "sector strict, all", FIRST, "GSR: sector, accuracy", "51", "–", "60"),
    Measure("events_dev plv", "type macro-F1 (15)", FIRST, "PLV: type, macro F1", "82-87", "–", "68"),
    Measure("events_dev none", "false alarm (none_ok)", FIRST, "no event: false alarms", "13", "–", "≤ 15"),
    Measure("events_exh_dev", "exhaustive F1", FIRST, "real news", "40-71", "–", "38"),
    Measure("events_exh_dev", "false alarm (none_ok)", FIRST, "real news: false alarms", "5-14", "–", "≤ 20"),
    Measure("articles_dev", "type", LAST, "articles: type", "–", "86", "45"),
    Measure("articles_dev", "whole event", LAST, "articles: whole event", "–", "83", "32"),
)
KINDS = ("none", "gsr", "plv")  # of sentences in the set of events, in the order in which they are scored


def parts(output: str) -> dict[str, str]:
    """Cut what was printed into the sets, and the sentences with events into their kinds."""
    blocks = re.split(r"^== (\S+?)\.jsonl?: ", output, flags=re.MULTILINE)
    printed = dict(zip(blocks[1::2], blocks[2::2], strict=True))
    for kind, block in zip(KINDS, printed.get("events_dev", "").split("\ngold ")[1:], strict=True):
        printed[f"events_dev {kind}"] = block
    return printed


def table(title: str, measures: tuple[Measure, ...], printed: dict[str, str]) -> list[str]:
    """Return a table of measures and scores as lines of Markdown."""
    rows = [f"| {m.name} | {m.other} | {m.human} | {m.goal} | {m.read(printed):.1f} |" for m in measures]
    return [f"| {title} | best other | second person | goal | reached |", "| --- | --- | --- | --- | --- |", *rows]


def error_tables(scorers: Path, gold: Path, found: Path) -> list[str]:
    """Return what is wrong with claims, counted, as lines of Markdown."""
    name = "articles_dev"
    fields = field_errors(scorers / "score_articles.py", gold / f"{name}.jsonl", found / f"{name}.pred.jsonl")
    kinds = sorted({kind for _, kind in fields})
    rows = [
        f"| {field} | {' | '.join(str(fields[field, kind] or '') for kind in kinds)} |"
        for field in ("missed", "invented", *FIELDS)
    ]
    sentences = gold / "newsquant_dev.json", found / "newsquant_dev.pred.jsonl"
    missed, agreed = quantity_errors(scorers / "score_quant.py", *sentences)
    causes = attribution_errors(gold / "numattr_dev.jsonl", found / "numattr_dev.pred.jsonl")
    return [
        f"| wrong in articles | {' | '.join(kinds)} |",
        "| --- " * (len(kinds) + 1) + "|",
        *rows,
        "",
        *_counted("missed in NewsQuant | values", missed),
        "",
        "Without what a convention explains, F1 in NewsQuant: "
        + ", ".join(f"{measure.replace('+', ' and ')} {score:.1f}" for measure, score in agreed.items())
        + ".",
        "",
        *_counted("wrong in PolNeAR | numbers", causes),
    ]


def _counted(title: str, causes: Counter[str]) -> list[str]:
    return [f"| {title} |", "| --- | --- |", *(f"| {cause} | {count} |" for cause, count in causes.most_common())]


def main() -> None:
    """Read the command line, run the program, print the tables and write them if asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("evaluate", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as kept:
        inputs = ["--gold", str(arguments.gold), "--command", COMMAND, "--keep", kept]
        command = [sys.executable, str(arguments.evaluate), *inputs]
        printed = parts(subprocess.run(command, text=True, check=True, stdout=subprocess.PIPE).stdout)
        errors = error_tables(arguments.evaluate.parent, arguments.gold, Path(kept))
    tables = "\n".join([*table("claims", CLAIMS, printed), "", *table("events", EVENTS, printed), "", *errors])
    print(tables)
    if arguments.write:
        rewrite(MARKS, tables)


if __name__ == "__main__":
    main()
