"""Run the engine's network: words in, choices and scores out, on one core in bounded memory."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from onnxruntime import InferenceSession, SessionOptions  # type: ignore[attr-defined]  # re-exported without __all__
from tokenizers import Tokenizer

from transforms.parses.features import Gap, Shape, shape

PIECES_A_WORD = 8  # as in training; the rest of a longer word says nothing more
PIECES_A_WINDOW = 400  # of the encoder's 512 positions; longer runs are slower for each word
WORDS_KEPT = 100_000  # words whose pieces are remembered, about 20 MB

Inputs = dict[str, NDArray[np.int64]]
Scores = dict[str, NDArray[Any]]


class BrokenModelError(Exception):
    """A file of the model is missing or is not the one that was published."""


@dataclass(frozen=True, slots=True)
class Word:
    """What the network is told of a word: its pieces and its look."""

    pieces: tuple[int, ...]
    shape: int


@dataclass(frozen=True, slots=True)
class Window:
    """A run of words to be read together, each with the gap before it."""

    words: Sequence[Word]
    gaps: Sequence[int]

    @property
    def size(self) -> int:
        """Count the pieces, with the two marks around them."""
        return 2 + sum(len(word.pieces) for word in self.words)


def check_digests(folder: Path) -> None:
    """Compare every file of the model with `digests.json`; raise `BrokenModelError`."""
    listing = folder / "digests.json"
    if not listing.exists():
        raise BrokenModelError(f"no language model in {folder}: restore it with `git checkout -- models`")
    for name, digest in json.loads(listing.read_text("utf-8")).items():
        path = folder / name
        if not path.exists() or hashlib.sha256(path.read_bytes()).hexdigest() != digest:
            raise BrokenModelError(f"{path} is not the published file: restore it with `git checkout -- models`")


def _session(path: Path) -> InferenceSession:
    options = SessionOptions()
    options.intra_op_num_threads = 1  # processes use the cores
    options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False  # no faster with it, and it keeps the largest batch for ever
    options.log_severity_level = 3
    # The sum before a norm and the norm are faster apart: onnxruntime has no vector instructions for both in one.
    return InferenceSession(
        path, options, providers=["CPUExecutionProvider"], disabled_optimizers=["SkipLayerNormFusion"]
    )


class Network:
    """The parser's network and its vocabulary."""

    def __init__(self, folder: Path) -> None:
        """Load the model of `folder` after checking its digests."""
        check_digests(folder)
        self.labels: dict[str, list[str]] = json.loads((folder / "labels.json").read_text("utf-8"))
        self.lemmas: dict[str, dict[str, str]] = json.loads((folder / "lemmas.json").read_text("utf-8"))
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._network = _session(folder / "network.onnx")
        self._relations = _session(folder / "relations.onnx")
        self._outputs = [output.name for output in self._network.get_outputs()]
        vocabulary = self._tokenizer.get_vocab()
        self.known = frozenset(vocabulary).union(*(table.values() for table in self.lemmas.values()))
        self._start, self._end, self._unknown = (vocabulary[mark] for mark in ("[CLS]", "[SEP]", "[UNK]"))
        self._words: dict[str, Word] = {}

    def words(self, forms: Sequence[str]) -> list[Word]:
        """Return what the network is told of each form."""
        known = self._words
        if len(known) > WORDS_KEPT:
            known.clear()
        new = [form for form in dict.fromkeys(forms) if form not in known]
        for form, encoded in zip(new, self._tokenizer.encode_batch(new, add_special_tokens=False), strict=True):
            pieces = tuple(encoded.ids[:PIECES_A_WORD]) or (self._unknown,)
            known[form] = Word(pieces, int(shape(form)))
        return [known[form] for form in forms]

    def score(self, windows: Sequence[Window]) -> Scores:
        """Return the network's outputs for a batch of windows, padded to the longest."""
        values = self._network.run(self._outputs, self._pack(windows))
        return dict(zip(self._outputs, values, strict=True))

    def relations(self, scores: Scores, heads: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return the number of the best relation of each word to its head, (windows, words)."""
        inputs = {
            "dependents": scores["relation_dependents"],
            "heads": scores["relation_heads"],
            "chosen": heads,
        }
        return np.asarray(self._relations.run(["relation"], inputs)[0], dtype=np.int64)

    def _pack(self, windows: Sequence[Window]) -> Inputs:
        longest = max(window.size for window in windows)
        most = max(len(window.words) for window in windows)
        inputs = {name: np.zeros((len(windows), longest), np.int64) for name in ("pieces", "shapes", "gaps")}
        inputs |= {name: np.zeros((len(windows), most), np.int64) for name in ("first", "last")}
        for row, window in enumerate(windows):
            for name, values in self._row(window).items():
                inputs[name][row, : len(values)] = values
        return inputs

    def _row(self, window: Window) -> dict[str, list[int]]:
        pieces, shapes, gaps = [self._start], [int(Shape.SPECIAL)], [0]
        first, last = [], []
        for word, gap in zip(window.words, window.gaps, strict=True):
            count = len(word.pieces)
            first.append(len(pieces))
            pieces.extend(word.pieces)
            last.append(len(pieces) - 1)
            shapes.extend([word.shape] * count)
            gaps.append(gap)
            gaps.extend([int(Gap.INSIDE_WORD)] * (count - 1))
        pieces.append(self._end)
        shapes.append(int(Shape.SPECIAL))
        gaps.append(0)
        return {"pieces": pieces, "shapes": shapes, "gaps": gaps, "first": first, "last": last}
