"""Measure the speed of extraction on one core: the bare engine, the whole, and quantulum3, in one run.

    python -m bench.extract TEXTS.jsonl ... [--peer PYTHON]

TEXTS are JSON Lines with a field `text`. Seconds are of the processor, so that other work on the machine counts less.
The whole is the engine with claims and events on top, as `newsledger extract` runs it. The last lines show that
what is ours costs the same for each character of a long text: of a megabyte, and of one line without a break.

PYTHON is the interpreter of an environment that holds quantulum3, which is nothing of ours:

    python -m venv /tmp/quantulum3 && /tmp/quantulum3/bin/pip install quantulum3
    python -m bench.extract TEXTS.jsonl --peer /tmp/quantulum3/bin/python
"""

import argparse
import json
import subprocess
import time
from collections.abc import Callable
from itertools import chain
from pathlib import Path
from typing import TypeVar

from spacy.language import Language
from spacy.tokens import Doc

from newsledger.engine import load_engine
from schemas.context import Context
from transforms.assertions.read import read_assertions
from transforms.claims.find import find_claims
from transforms.events.find import find_events

NOWHERE = Context()
Result = TypeVar("Result")
MEGABYTE, LINE = 1_000_000, 100_000  # characters
PEER = """
import json, sys, time
from quantulum3 import parser
texts = [json.loads(line) for line in sys.stdin]
parser.parse("It weighs 3 kg.")  # loads its tables
began = time.process_time()
for text in texts:
    parser.parse(text)
print(time.process_time() - began)
"""


def seconds_of(work: Callable[[], Result]) -> tuple[float, Result]:
    """Return the processor's seconds that `work` takes, and what it returns."""
    began = time.process_time()
    result = work()
    return time.process_time() - began, result


def peer_seconds(python: str, texts: list[str]) -> float:
    """Return the processor's seconds that quantulum3 takes for texts, its start left out."""
    given = "".join(json.dumps(text) + "\n" for text in texts)
    done = subprocess.run([python, "-c", PEER], input=given, text=True, check=True, stdout=subprocess.PIPE)
    return float(done.stdout)


def extraction_seconds(docs: list[Doc]) -> tuple[float, float, float]:
    """Return the seconds that speakers, times and places, then claims, then events take on parsed texts."""
    read_time, read = seconds_of(lambda: [read_assertions(doc, None) for doc in docs])
    pairs = list(zip(docs, read, strict=True))
    claims_time, claims = seconds_of(lambda: [find_claims(*pair, NOWHERE) for pair in pairs])
    triples = [(*pair, found) for pair, found in zip(pairs, claims, strict=True)]
    events_time, _ = seconds_of(lambda: [find_events(*triple) for triple in triples])
    return read_time, claims_time, events_time


def show(name: str, seconds: float, characters: int, sentences: int) -> None:
    """Print one line of the table."""
    print(
        f"{name:24} {seconds:8.2f} s {characters / seconds:11,.0f} characters/s {sentences / seconds:8,.0f} sentences/s"
    )


def measure(nlp: Language, texts: list[str], peer: str | None) -> None:
    """Print the table of speeds."""
    engine, docs = seconds_of(lambda: list(nlp.pipe(texts)))
    ours = extraction_seconds(docs)
    size, sentences = sum(map(len, texts)), sum(len(list(doc.sents)) for doc in docs)
    show("engine", engine, size, sentences)
    for name, seconds in zip(("speakers, times, places", "claims on top", "events on top"), ours, strict=True):
        show(name, seconds, size, sentences)
    show("whole", engine + sum(ours), size, sentences)
    if peer:
        show("quantulum3", peer_seconds(peer, texts), size, sentences)
    print(f"ours against the engine: {sum(ours) / engine:.2f}")


def measure_long(nlp: Language, text: str) -> None:
    """Print what ours costs for long texts, made of the same words."""
    whole = (text * (MEGABYTE // len(text) + 1))[:MEGABYTE]
    for name, long in (("a tenth of it", whole[:LINE]), ("a megabyte", whole), ("one line", _line(whole[:LINE]))):
        seconds = sum(extraction_seconds([nlp(long)]))
        print(f"ours on {name:14} {seconds / len(long) * 1e6:8.2f} s for a million characters")


def _line(text: str) -> str:
    """Return a text without breaks and full stops."""
    return text.translate(str.maketrans("\n\r.?!", "     "))


def main() -> None:
    """Read the command line and print both tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path, nargs="+")
    parser.add_argument("--peer", help="an interpreter whose environment holds quantulum3")
    arguments = parser.parse_args()
    lines = chain.from_iterable(path.read_text(encoding="utf-8").splitlines() for path in arguments.texts)
    texts = [json.loads(line)["text"] for line in lines]
    nlp = load_engine()
    extraction_seconds([nlp(texts[0])])  # loads the tables
    measure(nlp, texts, arguments.peer)
    measure_long(nlp, "\n\n".join(texts))


if __name__ == "__main__":
    main()
