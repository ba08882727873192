"""Find documents that repeat another's text: agency copies, light edits, cut versions."""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from rensa import RMinHash  # type: ignore[attr-defined]

_SHINGLE_WORDS = 4
_PERMUTATIONS = 128
# Two rows a band: texts that share 30% of their shingles meet with a chance of 0.998. Unrelated news shares under 1%,
# so what is looked at in vain stays little.
_BANDS = 64
_MIN_LIKENESS = 0.08  # of the signatures; texts made by one template share 2 or 3%, a tenth of a long text still passes
_MIN_SHARED = 0.5  # of the shorter text's shingles; real follow-ups of one outlet share up to a third
_MIN_SHINGLES = 30  # below that a quotation alone makes two texts alike
# Thousands of texts may be made by one template: of them the latest are looked at, and the likeliest compared exactly.
_LATEST = 4096
_MOST = 32
_WORD = re.compile(r"\w+")


class Fingerprint(NamedTuple):
    """What a text is looked up and compared by: its MinHash and its hashed shingles, in order."""

    digest: NDArray[np.uint32]
    shingles: NDArray[np.uint64]


class CopyFinder:
    """Know texts by their numbers, and find among those before a text the one that it repeats.

    A candidate with which it shares a band of its MinHash counts only if the shared shingles, counted exactly, are half
    of the shorter text's. Cost of a question: proportional to the text, not to how many are known. Holds some 5 KB for
    a text of 500 words.
    """

    def __init__(self, texts: Sequence[Fingerprint]) -> None:
        """Know these texts by their places in the sequence."""
        self._shingles = [text.shingles for text in texts]
        self._digests = np.array([text.digest for text in texts], np.uint32).reshape(-1, _PERMUTATIONS)
        size = (_BANDS, len(texts))
        self._sorted = np.empty(size, np.int32)  # of each band the texts, those alike side by side in their order
        self._rank = np.empty(size, np.int32)  # where among these a text stands,
        self._first = np.empty(size, np.int32)  # and where the first that is like it
        self._sort()

    def find(self, text: int) -> int | None:
        """Return the earliest of the likeliest texts before this one that it repeats; None if it repeats none."""
        first, rank = self._first[:, text], self._rank[:, text]
        met = [
            self._sorted[band, max(first[band], rank[band] - _LATEST) : rank[band]]
            for band in np.flatnonzero(first < rank)
        ]
        if not met:
            return None
        candidates = np.unique(np.concatenate(met))[-_LATEST:]
        likeness = (self._digests[candidates] == self._digests[text]).mean(axis=1)
        likeliest = np.argsort(-likeness, kind="stable")[:_MOST]
        earlier = np.sort(candidates[likeliest[likeness[likeliest] >= _MIN_LIKENESS]])
        own = self._shingles[text]
        return next((int(other) for other in earlier if _are_copies(own, self._shingles[other])), None)

    def _sort(self) -> None:
        places = np.arange(len(self._shingles), dtype=np.int32)
        for band, keys in enumerate(self._digests.view(np.uint64).T):
            order = np.argsort(keys, kind="stable")
            in_order = keys[order]
            is_first = np.ones(len(order), bool)
            is_first[1:] = in_order[1:] != in_order[:-1]
            self._sorted[band] = order
            self._rank[band, order] = places
            self._first[band, order] = np.maximum.accumulate(np.where(is_first, places, 0))


def fingerprint_of(text: str) -> Fingerprint:
    """Return what a text is looked up and compared by."""
    shingles = shingles_of(text)
    signature = RMinHash(num_perm=_PERMUTATIONS, seed=1)
    signature.update(shingles)
    hashes: list[list[int]] = RMinHash.hash_token_sets([shingles])
    digest = np.array(signature.digest(), dtype=np.uint32)
    return Fingerprint(digest, np.sort(np.array(hashes[0], dtype=np.uint64)))


def shingles_of(text: str) -> frozenset[str]:
    """Return the sets of four words that follow each other; case and punctuation do not count."""
    words = _WORD.findall(text.lower())
    return frozenset(map(" ".join, zip(*(words[start:] for start in range(_SHINGLE_WORDS)), strict=False)))


def _are_copies(one: NDArray[np.uint64], other: NDArray[np.uint64]) -> bool:
    shorter = min(len(one), len(other))
    if shorter < _MIN_SHINGLES:
        return False
    shared: NDArray[Any] = np.intersect1d(one, other, assume_unique=True)
    return len(shared) >= _MIN_SHARED * shorter
