"""Find documents that repeat another's text: agency copies, light edits, cut versions."""

import re
from collections.abc import Iterable

from rensa import RMinHash, RMinHashLSH  # type: ignore[attr-defined]

_SHINGLE_WORDS = 4
_PERMUTATIONS = 128
# Two rows a band: texts that share 30% of their shingles meet with a chance of 0.998. Unrelated news shares under 1%,
# so what is looked at in vain stays little.
_BANDS = 64
_MIN_SHARED = 0.5  # of the shorter text's shingles; real follow-ups of one outlet share up to a third
_MIN_SHINGLES = 30  # below that a quotation alone makes two texts alike
_WORD = re.compile(r"\w+")


class CopyFinder:
    """Remember texts in the order they are given, and find among them the one that a new text repeats.

    A candidate from the MinHash index counts only if the shared shingles, counted exactly, are half of the shorter
    text's. Cost of a question: proportional to the text, not to what is remembered.
    """

    def __init__(self) -> None:
        """Start with nothing remembered."""
        self._index = RMinHashLSH(threshold=0.3, num_perm=_PERMUTATIONS, num_bands=_BANDS)
        self._shingles: list[frozenset[str]] = []

    def find(self, text: str) -> int | None:
        """Return the place (0, 1, …, in the order of adding) of the earliest text that this one repeats."""
        shingles = shingles_of(text)
        candidates = sorted(self._index.query(_signature(shingles)))
        return next((place for place in candidates if _are_copies(shingles, self._shingles[place])), None)

    def add(self, text: str) -> None:
        """Remember a text."""
        shingles = shingles_of(text)
        self._index.insert(len(self._shingles), _signature(shingles))
        self._shingles.append(shingles)


def shingles_of(text: str) -> frozenset[str]:
    """Return the sets of four words that follow each other; case and punctuation do not count."""
    words = _WORD.findall(text.lower())
    return frozenset(
        " ".join(words[place : place + _SHINGLE_WORDS]) for place in range(len(words) - _SHINGLE_WORDS + 1)
    )


def _are_copies(one: frozenset[str], other: frozenset[str]) -> bool:
    shorter = min(len(one), len(other))
    return shorter >= _MIN_SHINGLES and len(one & other) >= _MIN_SHARED * shorter


def _signature(shingles: Iterable[str]) -> RMinHash:
    signature = RMinHash(num_perm=_PERMUTATIONS, seed=1)
    signature.update(sorted(shingles))
    return signature
