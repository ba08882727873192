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
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Fingerprint:
    """What is remembered of a text: its MinHash signature and the hashes of its shingles, in order."""

    signature: RMinHash
    shingles: NDArray[np.uint64]


class CopyFinder:
    """Remember texts in the order they are given, and find among them the one that a new text repeats.

    A candidate from the MinHash index counts only if the shared shingles, counted exactly, are half of the shorter
    text's. Cost of a question: proportional to the text, not to what is remembered.
    """

    def __init__(self) -> None:
        """Start with nothing remembered."""
        self._index = RMinHashLSH(threshold=0.3, num_perm=_PERMUTATIONS, num_bands=_BANDS)
        self._remembered: list[Fingerprint] = []

    def find(self, text: Fingerprint) -> int | None:
        """Return the place (0, 1, …, in the order of adding) of the earliest text that this one repeats."""
        candidates = sorted(self._index.query(text.signature))
        return next((place for place in candidates if _are_copies(text, self._remembered[place])), None)

    def add(self, text: Fingerprint) -> None:
        """Remember a text."""
        self._index.insert(len(self._remembered), text.signature)
        self._remembered.append(text)


def fingerprint_of(text: str) -> Fingerprint:
    """Return what is to be remembered of a text: some 4 KB for 500 words."""
    shingles = shingles_of(text)
    signature = RMinHash(num_perm=_PERMUTATIONS, seed=1)
    signature.update(shingles)
    hashes: list[list[int]] = RMinHash.hash_token_sets([shingles])
    return Fingerprint(signature, np.sort(np.array(hashes[0], dtype=np.uint64)))


def shingles_of(text: str) -> frozenset[str]:
    """Return the sets of four words that follow each other; case and punctuation do not count."""
    words = _WORD.findall(text.lower())
    return frozenset(map(" ".join, zip(*(words[start:] for start in range(_SHINGLE_WORDS)), strict=False)))


def _are_copies(one: Fingerprint, other: Fingerprint) -> bool:
    shorter = min(len(one.shingles), len(other.shingles))
    if shorter < _MIN_SHINGLES or one.signature.jaccard(other.signature) < _MIN_LIKENESS:
        return False
    shared: NDArray[Any] = np.intersect1d(one.shingles, other.shingles, assume_unique=True)
    return len(shared) >= _MIN_SHARED * shorter
