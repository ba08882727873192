"""Measure the speed of extraction: the engine alone, the engine with claims, and another extractor beside them.

    python -m bench.extract TEXTS.jsonl [--peer "COMMAND"]

TEXTS is JSON Lines with a field `text`. Prints characters and sentences a second on one core, and
what a text of twice the length costs. `--peer` is a command of another extractor that reads one
text on standard input, for instance quantulum3 in its own environment; its start is taken off by
running it on an empty text.
"""

import argparse
import json
import shlex
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from newsledger.engine import load_engine
from schemas.context import Context
from transforms.claims.find import find_claims

NOWHERE = Context()


def seconds_of(work: Callable[[], object]) -> float:
    """Return the wall-clock seconds that `work` takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def peer_seconds(command: str, text: str) -> float:
    """Return the seconds that another extractor takes for a text, its start taken off."""

    def run(given: str) -> None:
        subprocess.run(shlex.split(command), input=given, text=True, check=True, capture_output=True)

    start = seconds_of(lambda: run(""))
    return seconds_of(lambda: run(text)) - start


def show(name: str, seconds: float, characters: int, sentences: int) -> None:
    """Print one line of the table."""
    pace = f"{characters / seconds:12,.0f} characters/s {sentences / seconds:10,.0f} sentences/s"
    print(f"{name:16} {seconds:8.2f} s {pace}")


def main() -> None:
    """Read the command line and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", type=Path)
    parser.add_argument("--peer")
    arguments = parser.parse_args()
    texts = [json.loads(line)["text"] for line in arguments.texts.read_text(encoding="utf-8").splitlines()]
    nlp = load_engine()
    began = time.perf_counter()
    docs = list(nlp.pipe(texts))
    engine = time.perf_counter() - began
    claims = seconds_of(lambda: [find_claims(doc, NOWHERE) for doc in docs])
    size, sentences = sum(map(len, texts)), sum(len(list(doc.sents)) for doc in docs)
    show("engine", engine, size, sentences)
    show("claims on top", claims, size, sentences)
    show("both", engine + claims, size, sentences)
    longest = max(texts, key=len)
    once, twice = (nlp(longest), nlp(f"{longest}\n\n{longest}"))
    ratio = seconds_of(lambda: find_claims(twice, NOWHERE)) / seconds_of(lambda: find_claims(once, NOWHERE))
    print(f"{'twice the length':16} {ratio:8.2f} times the cost of claims")
    if arguments.peer:
        show("peer", peer_seconds(arguments.peer, "\n".join(texts)), size, sentences)


if __name__ == "__main__":
    main()
