"""Cut documents into windows of whole sentences, disturb some, and pack them into batches."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace

import torch
from tokenizers import Tokenizer
from torch import Tensor

from training.corpus import Document, Sentence
from training.labels import rules_of
from transforms.parses.features import Gap, Shape, shape

IGNORED = -100
PIECES_A_WORD = 8
POSITIONS = 512
LENGTHS = (1, 30, 60, 120)  # words a window may fill before it closes, drawn at random
CLASSIFIED = ("upos", "xpos", "feats", "lemma", "relation", "entity")


@dataclass
class Noise:
    """Shares of windows and sentences to disturb; see `config.toml`."""

    lower: float = 0.0
    upper: float = 0.0
    title: float = 0.0
    no_final_stop: float = 0.0
    line_per_sentence: float = 0.0
    wrapped_lines: float = 0.0


def cut_windows(documents: list[Document], chance: random.Random) -> Iterator[list[Sentence]]:
    """Yield runs of sentences; half the time a new paragraph closes the run."""
    for document in documents:
        window: list[Sentence] = []
        filled, limit, keeps_paragraphs = 0, chance.choice(LENGTHS), chance.random() < 0.5
        for sentence in document:
            full = filled + len(sentence.forms) > limit
            if window and (full or (sentence.starts_paragraph and keeps_paragraphs)):
                yield window
                window, filled = [], 0
                limit, keeps_paragraphs = chance.choice(LENGTHS), chance.random() < 0.5
            window.append(sentence)
            filled += len(sentence.forms)
        if window:
            yield window


def disturb(window: list[Sentence], noise: Noise, chance: random.Random) -> list[Sentence]:
    """Return the window as another outlet might have set it: case, stops and line breaks."""
    by_line = chance.random() < noise.line_per_sentence
    window = [_disturb_sentence(s, noise, chance, by_line=by_line) for s in window]
    draw = chance.random()
    if draw < noise.lower:
        return [replace(s, forms=[form.lower() for form in s.forms]) for s in window]
    if draw < noise.lower + noise.upper:
        return [replace(s, forms=[form.upper() for form in s.forms]) for s in window]
    if draw < noise.lower + noise.upper + noise.title:
        return [replace(s, forms=[form[:1].upper() + form[1:] for form in s.forms]) for s in window]
    return window


def _disturb_sentence(sentence: Sentence, noise: Noise, chance: random.Random, *, by_line: bool) -> Sentence:
    gaps = list(sentence.gaps)
    paragraph_shows = sentence.starts_paragraph and chance.random() < 0.6
    if by_line or paragraph_shows:
        gaps[0] = int(Gap.BREAK)
    if chance.random() < noise.wrapped_lines:
        width = chance.randint(8, 14)
        for index in range(chance.randint(1, width), len(gaps), width):
            gaps[index] = int(Gap.BREAK) if gaps[index] == Gap.SPACE else gaps[index]
    sentence = replace(sentence, gaps=gaps)
    if chance.random() < noise.no_final_stop:
        return _drop_final_stop(sentence)
    return sentence


def _drop_final_stop(sentence: Sentence) -> Sentence:
    """Take off the last full stop, unless a word hangs on it; headlines have none."""
    last = len(sentence.forms)
    if last < 2 or sentence.forms[-1] != "." or (sentence.heads and last in sentence.heads):
        return sentence
    names = ("forms", "gaps", "upos", "xpos", "feats", "lemmas", "heads", "relations", "entities")
    columns = {name: getattr(sentence, name) for name in names}
    return replace(sentence, **{name: column[:-1] for name, column in columns.items() if column})


class Packer:
    """Turn windows into tensors: pieces with their features, and the answers of each word."""

    def __init__(self, tokenizer: Tokenizer, labels: dict[str, list[str]]) -> None:
        """Pack with the label values numbered as `labels` lists them."""
        self._tokenizer = tokenizer
        self._pieces: dict[str, list[int]] = {}
        self._index = {name: {value: index for index, value in enumerate(labels[name])} for name in CLASSIFIED}
        self._start, self._end = (tokenizer.token_to_id(mark) for mark in ("[CLS]", "[SEP]"))
        self._unknown = tokenizer.token_to_id("[UNK]")

    def pieces(self, form: str) -> list[int]:
        """Return the pieces of a word, at least one and at most eight."""
        if form not in self._pieces:
            ids = self._tokenizer.encode(form, add_special_tokens=False).ids
            self._pieces[form] = ids[:PIECES_A_WORD] or [self._unknown]
        return self._pieces[form]

    def size(self, window: list[Sentence]) -> int:
        """Count the pieces of a window; the encoder has `POSITIONS` places for them."""
        return 2 + sum(len(self.pieces(form)) for sentence in window for form in sentence.forms)

    def pack(self, windows: list[list[Sentence]]) -> dict[str, Tensor]:
        """Pad the windows to one length and return inputs and answers by name."""
        rows = [self._row(window) for window in windows]
        return {
            name: torch.nn.utils.rnn.pad_sequence(
                [torch.tensor(row[name]) for row in rows],
                batch_first=True,
                padding_value=IGNORED if name in _ANSWERS else 0,
            )
            for name in rows[0]
        }

    def _row(self, window: list[Sentence]) -> dict[str, list[int]]:
        row: dict[str, list[int]] = {name: [] for name in (*_INPUTS, *_ANSWERS)}
        row["pieces"], row["shapes"], row["gaps"] = [self._start], [int(Shape.SPECIAL)], [0]
        for number, sentence in enumerate(window):
            self._add_inputs(row, sentence, is_first=not number)
            self._add_answers(row, sentence, number)
        row["pieces"].append(self._end)
        row["shapes"].append(int(Shape.SPECIAL))
        row["gaps"].append(0)
        return row

    def _add_inputs(self, row: dict[str, list[int]], sentence: Sentence, *, is_first: bool) -> None:
        for index, (form, gap) in enumerate(zip(sentence.forms, sentence.gaps, strict=True)):
            ids = self.pieces(form)
            row["first"].append(len(row["pieces"]))
            row["pieces"].extend(ids)
            row["last"].append(len(row["pieces"]) - 1)
            row["shapes"].extend([int(shape(form))] * len(ids))
            before = Gap.BREAK if is_first and not index else gap
            row["gaps"].extend([int(before)] + [int(Gap.INSIDE_WORD)] * (len(ids) - 1))

    def _add_answers(self, row: dict[str, list[int]], sentence: Sentence, number: int) -> None:
        count, offset = len(sentence.forms), len(row["sentence"])
        row["sentence"].extend([number + 1] * count)
        row["entity"].extend(self._known("entity", sentence.entities or ["_"] * count))
        if sentence.heads is None:
            for name in ("head", "boundary", "relation", "upos", "xpos", "feats", "lemma"):
                row[name].extend([IGNORED] * count)
            return
        row["head"].extend(head + offset if head else 0 for head in sentence.heads)
        # The first word of a window is a start whatever it is: nothing to learn there.
        row["boundary"].extend([1 if number else IGNORED] + [0] * (count - 1))
        row["relation"].extend(self._known("relation", sentence.relations))
        row["upos"].extend(self._known("upos", sentence.upos))
        row["xpos"].extend(self._known("xpos", sentence.xpos))
        row["feats"].extend(self._known("feats", sentence.feats))
        row["lemma"].extend(self._known("lemma", rules_of(sentence)))

    def _known(self, name: str, values: list[str]) -> list[int]:
        return [self._index[name].get(value, IGNORED) for value in values]


_INPUTS = ("pieces", "shapes", "gaps", "first", "last", "sentence")
_ANSWERS = ("head", "boundary", *CLASSIFIED)


def batches(
    windows: list[list[Sentence]], packer: Packer, pieces_per_batch: int, chance: random.Random
) -> list[list[list[Sentence]]]:
    """Group windows of like length into batches of about so many pieces, in random order."""
    sized = [(packer.size(window) * chance.uniform(0.9, 1.1), window) for window in windows]
    sized.sort(key=lambda pair: pair[0])
    grouped: list[list[list[Sentence]]] = [[]]
    for size, window in sized:
        if size * (len(grouped[-1]) + 1) > pieces_per_batch and grouped[-1]:
            grouped.append([])
        grouped[-1].append(window)
    chance.shuffle(grouped)
    return grouped
