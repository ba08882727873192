"""Read words as sentences: cut long texts into windows, decode what the network says of them.

A text is read segment by segment (a blank line ends one). A segment that is longer than a
window is read in steps, which end at a full stop where there is one; else a step keeps its whole
sentences and the next begins where the last, perhaps unfinished, one began. So no sentence is
torn unless it alone fills a window.
"""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from newsledger.engine.network import PIECES_A_WINDOW, Network, Scores, Window, Word
from transforms.lexicon.irregular import IRREGULAR
from transforms.parses.entities import best_tags, transitions
from transforms.parses.features import Gap
from transforms.parses.lemmas import apply_lemma_rule, known_lemma
from transforms.parses.trees import best_heads
from transforms.parses.values import tag_values

WORDS_A_WINDOW = 160  # training windows fill 120 words, single sentences more
STOPS = frozenset(".?!")
PIECES_A_BATCH = 640  # padded; larger batches leave the cache: a quarter slower at 2,500
PADDING_A_BATCH = 16  # pieces: what a call of the network costs by itself, so that more is better read by another


@dataclass(slots=True)
class Parse:
    """Parallel columns over the words of one text; `heads` are positions, roots their own.

    `entities` are IOB2 tags.
    """

    heads: list[int] = field(default_factory=list)
    relations: list[str] = field(default_factory=list)
    upos: list[str] = field(default_factory=list)
    xpos: list[str] = field(default_factory=list)
    feats: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    entities: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Segment:
    """Words still to be read of one stretch of a text, and the parses of those read."""

    text: int
    forms: list[str]
    words: list[Word]
    gaps: list[int]
    starts: Sequence[int] | None  # given sentence starts, or None to find them
    read: int = 0
    parts: list[tuple[int, Parse]] = field(default_factory=list)

    def window(self) -> Window:
        """Return the words of the next step: as many as fit, at least one, up to a stop if there is one."""
        end, size = self.read, 2
        most = min(len(self.words), self.read + WORDS_A_WINDOW)
        while end < most and size + len(self.words[end].pieces) <= PIECES_A_WINDOW:
            size += len(self.words[end].pieces)
            end += 1
        end = next((at for at in range(end, (self.read + end) // 2, -1) if self.stops_at(at)), end)
        gaps = [int(Gap.BREAK), *self.gaps[self.read + 1 : end]]
        return Window(self.words[self.read : end], gaps)

    def stops_at(self, at: int) -> bool:
        """Tell whether a sentence surely ends before word `at`: a full stop, then a capital or the end.

        The stops of abbreviations are part of their words, so a stop alone is one of a sentence.
        """
        if at >= len(self.forms):
            return True
        if self.starts is not None:
            return at in self.starts
        return self.forms[at - 1] in STOPS and self.forms[at][0].isupper()


@dataclass(frozen=True, slots=True)
class _Step:
    """A segment and the window of it that is read next."""

    segment: _Segment
    window: Window


class Reader:
    """Parse texts that are already cut into words."""

    def __init__(self, network: Network) -> None:
        """Read with `network`."""
        self._network = network
        self._allowed = transitions(network.labels["entity"])

    def read(
        self,
        texts: Sequence[tuple[list[str], list[int], list[int]]],
        sentence_starts: Sequence[Sequence[int]] | None = None,
    ) -> list[Parse]:
        """Parse texts given as (forms, gaps, segment starts), each a list; order is kept.

        `sentence_starts` gives each text's sentence boundaries instead of having them found.
        """
        segments = [
            segment
            for number, (forms, gaps, cuts) in enumerate(texts)
            for segment in self._segments(number, forms, gaps, cuts, sentence_starts)
        ]
        waiting = segments
        while waiting:
            for batch in _batches([_Step(segment, segment.window()) for segment in waiting]):
                self._read_batch(batch)
            waiting = [segment for segment in waiting if segment.read < len(segment.words)]
        return _join(segments, len(texts))

    def _segments(
        self,
        number: int,
        forms: list[str],
        gaps: list[int],
        cuts: list[int],
        sentence_starts: Sequence[Sequence[int]] | None,
    ) -> Iterator[_Segment]:
        words = self._network.words(forms)
        for start, end in itertools.pairwise([*cuts, len(forms)] if forms else []):
            known = sentence_starts and {at - start for at in sentence_starts[number] if start <= at < end}
            yield _Segment(
                number,
                forms[start:end],
                words[start:end],
                gaps[start:end],
                sorted(known) if known else None,
            )

    def _read_batch(self, batch: list[_Step]) -> None:
        """Read the windows of a batch, keep their whole sentences, move on."""
        scores = self._network.score([step.window for step in batch])
        spans = [_sentences(step, boundary) for step, boundary in zip(batch, scores["boundary"], strict=True)]
        heads = np.zeros(scores["upos"].shape, np.int64)
        for row, sentences in enumerate(spans):
            for start, end in sentences:
                heads[row, start:end] = _heads(scores["arc"][row], start, end)
        relations = self._network.relations(scores, heads)
        for row, (step, sentences) in enumerate(zip(batch, spans, strict=True)):
            segment, end = step.segment, sentences[-1][1]
            part = self._decode(segment, row, sentences, scores, heads[row], relations[row])
            segment.parts.append((segment.read, part))
            segment.read += end

    def _decode(
        self,
        segment: _Segment,
        row: int,
        sentences: list[tuple[int, int]],
        scores: Scores,
        heads: NDArray[np.int64],
        relations: NDArray[np.int64],
    ) -> Parse:
        """Name the choices of one window's kept words; a root's head is itself."""
        labels, end = self._network.labels, sentences[-1][1]
        forms = segment.forms[segment.read : segment.read + end]
        named = {
            name: [labels[name][value] for value in scores[name][row, :end].tolist()]
            for name in ("upos", "xpos", "feats", "lemma")
        }
        tags = [
            labels["entity"][tag]
            for start, stop in sentences
            for tag in best_tags(scores["entity"][row, start:stop], self._allowed).tolist()
        ]
        return Parse(
            heads=[head - 1 if head else word for word, head in enumerate(heads[:end].tolist())],
            relations=self._relation_names(heads[:end], relations[:end]),
            upos=named["upos"],
            xpos=named["xpos"],
            feats=named["feats"],
            lemmas=[self._lemma(*word) for word in zip(forms, named["xpos"], named["lemma"], strict=True)],
            entities=tag_values(tags, forms),
        )

    def _lemma(self, form: str, tag: str, rule: str) -> str:
        """Look the word up; else take the network's rule, if it makes a word."""
        network, small = self._network, form.lower()
        looked_up = IRREGULAR.get(tag, {}).get(small) or network.lemmas.get(tag, {}).get(small)
        return looked_up or known_lemma(form, tag, apply_lemma_rule(form, rule), network.known)

    def _relation_names(self, heads: NDArray[np.int64], relations: NDArray[np.int64]) -> list[str]:
        """Name relations; `root` stands where the head is the root and nowhere else."""
        names = self._network.labels["relation"]
        pairs = zip(heads.tolist(), relations.tolist(), strict=True)
        return ["root" if not head else _unless_root(names[relation]) for head, relation in pairs]


def _unless_root(name: str) -> str:
    return "dep" if name == "root" else name


def _heads(arcs: NDArray[np.float32], start: int, end: int) -> list[int]:
    """Return the heads of one sentence of a window, counted within the window from 1."""
    columns = np.concatenate([arcs[start:end, :1], arcs[start:end, start + 1 : end + 1]], axis=1)
    return [head + start if head else 0 for head in best_heads(columns)]


def _sentences(step: _Step, boundary: NDArray[np.float32]) -> list[tuple[int, int]]:
    """Return the spans of a window's sentences, but for a last one that may go on after it."""
    segment, count = step.segment, len(step.window.words)
    if segment.starts is None:
        inner = (np.flatnonzero(boundary[1:count] > 0) + 1).tolist()
    else:
        inner = [at - segment.read for at in segment.starts if 0 < at - segment.read < count]
    edges = [0, *inner, count]
    if inner and not segment.stops_at(segment.read + count):
        edges.pop()
    return list(itertools.pairwise(edges))


def _batches(steps: list[_Step]) -> Iterator[list[_Step]]:
    """Group windows of like length, up to a padded size and to a little padding."""
    batch: list[_Step] = []
    padding = 0
    for step in sorted(steps, key=lambda step: step.window.size, reverse=True):
        longest = (batch or [step])[0].window.size
        padding += longest - step.window.size
        if batch and (padding > PADDING_A_BATCH or longest * (len(batch) + 1) > PIECES_A_BATCH):
            yield batch
            batch, padding = [], 0
        batch.append(step)
    if batch:
        yield batch


def _join(segments: list[_Segment], count: int) -> list[Parse]:
    """Put the parts of each text together, heads counted from its first word."""
    parses = [Parse() for _ in range(count)]
    for segment in segments:
        whole = parses[segment.text]
        for _, part in segment.parts:
            offset = len(whole.heads)
            whole.heads.extend(head + offset for head in part.heads)
            for name in ("relations", "upos", "xpos", "feats", "lemmas", "entities"):
                getattr(whole, name).extend(getattr(part, name))
    return parses
