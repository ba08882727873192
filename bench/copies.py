"""Measure how surely copies are found: `python -m bench.copies [FOLDER]`.

FOLDER holds texts (.txt, one paragraph a line; default: those of the sample feed). Each text is changed as agencies'
customers and editors change it, and looked for among all originals. Recall is the share of changed texts that lead to
their own original, precision the share of those that lead to any.
"""

import argparse
import re
from collections.abc import Callable, Sequence
from pathlib import Path

from newsledger.cleaning import clean_pages, pages_of
from newsledger.settings import CHECKOUT
from transforms.documents.copies import CopyFinder, fingerprint_of

Lines = Sequence[str]
CHANGES: dict[str, Callable[[Lines], Lines]] = {
    "cut to 60%": lambda lines: lines[: max(2, len(lines) * 6 // 10)],
    "cut to 35%": lambda lines: lines[: max(2, len(lines) * 35 // 100)],
    "another first line": lambda lines: ["Quite another first line stands here.", *lines[1:]],
    "other figures": lambda lines: [re.sub(r"\d+", lambda found: f"{int(found[0]) + 7}", line) for line in lines],
    "reordered": lambda lines: [*lines[1::2], *lines[::2]],
    "4% of words lost": lambda lines: [re.sub(r"((?:\S+ ){24})\S+ ", r"\1", line) for line in lines],
}


def changed(lines: Lines) -> dict[str, Lines]:
    """Return a text with each of the changes, and with all but the deepest cut at once."""
    several = lines
    for name, change in CHANGES.items():
        several = several if name == "cut to 35%" else change(several)
    return {**{name: change(lines) for name, change in CHANGES.items()}, "all of these": several}


def _texts(folder: Path | None) -> list[str]:
    if folder:
        return [path.read_text("utf-8") for path in sorted(folder.rglob("*.txt"))]
    pages = pages_of([str(path) for path in sorted((CHECKOUT / "samples").glob("*/*/*.html"))], print)
    return [document["text"] for document in clean_pages(pages, 1) if document["text"]]


def _found(texts: Sequence[str]) -> list[int | None]:
    """Return what each text repeats among those before it."""
    finder = CopyFinder([fingerprint_of(text) for text in texts])
    return [finder.find(place) for place in range(len(texts))]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?")
    texts = _texts(parser.parse_args().folder)
    repeated = _found(texts)  # a copy among the originals would be taken for its own original
    originals = [text for text, place in zip(texts, repeated, strict=True) if place is None]
    lines = [[line for line in text.splitlines() if line.strip()] for text in originals]
    results: dict[str, list[tuple[int, int | None]]] = {}
    for name in changed([]):
        perturbed = ["\n".join(changed(text)[name]) for text in lines]
        results[name] = list(enumerate(_found([*originals, *perturbed])[len(originals) :]))
    results["together"] = [pair for pairs in results.values() for pair in pairs]
    print(f"{len(originals)} texts\n| change | precision | recall |\n| --- | --- | --- |")
    for name, pairs in results.items():
        right, found = sum(own == place for own, place in pairs), sum(place is not None for _, place in pairs)
        print(f"| {name} | {right / max(1, found):.3f} | {right / len(pairs):.3f} |")


if __name__ == "__main__":
    main()
