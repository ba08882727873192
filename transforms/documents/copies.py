"""Find documents that repeat another's text: agency copies, light edits, cut versions."""

import re
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rensa import RMinHash, RMinHashLSH  # type: ignore[attr-defined]

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
_FIRST_ROOM = 1024  # signatures
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Fingerprint:
    """What a text is looked up and compared by: its MinHash, as numbers too, and its hashed shingles, in order."""

    signature: RMinHash
    digest: NDArray[np.uint32]
    shingles: NDArray[np.uint64]


class CopyFinder:
    """Remember texts in the order they are given, and find among them the one that a new text repeats.

    A candidate from the MinHash index counts only if the shared shingles, counted exactly, are half of the shorter
    text's. Cost of a question: proportional to the text, not to what is remembered.
    """

    def __init__(self) -> None:
        """Start with nothing remembered."""
        self._index = RMinHashLSH(threshold=0.3, num_perm=_PERMUTATIONS, num_bands=_BANDS)
        self._shingles: list[NDArray[np.uint64]] = []
        self._digests = np.zeros((_FIRST_ROOM, _PERMUTATIONS), np.uint32)  # of those remembered, with room to grow

    def find(self, text: Fingerprint) -> int | None:
        """Return the place (0, 1, …, in the order of adding) of the earliest of the likeliest that this one repeats."""
        candidates = np.sort(np.array(self._index.query(text.signature), dtype=np.int64))[-_LATEST:]
        likeness = (self._digests[candidates] == text.digest).mean(axis=1)
        likeliest = np.argsort(-likeness, kind="stable")[:_MOST]
        places = np.sort(candidates[likeliest[likeness[likeliest] >= _MIN_LIKENESS]])
        return next((int(place) for place in places if _are_copies(text.shingles, self._shingles[place])), None)

    def add(self, text: Fingerprint) -> None:
        """Remember a text."""
        place = len(self._shingles)
        if place == len(self._digests):
            self._digests = np.concatenate([self._digests, np.zeros_like(self._digests)])
        self._digests[place] = text.digest
        self._index.insert(place, text.signature)
        self._shingles.append(text.shingles)


def fingerprint_of(text: str) -> Fingerprint:
    """Return what a text is looked up and compared by: some 5 KB for 500 words."""
    shingles = shingles_of(text)
    signature = RMinHash(num_perm=_PERMUTATIONS, seed=1)
    signature.update(shingles)
    hashes: list[list[int]] = RMinHash.hash_token_sets([shingles])
    digest = np.array(signature.digest(), dtype=np.uint32)
    return Fingerprint(signature, digest, np.sort(np.array(hashes[0], dtype=np.uint64)))


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
