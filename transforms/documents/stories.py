"""Find documents that tell the same story in their own words: names, numbers and rare words that they share."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from heapq import nlargest
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from transforms.lexicon.function_words import FUNCTION_WORDS

_LASTS = timedelta(days=4).total_seconds()  # a story that nobody told for so long is over; what follows is a new one
_MIN_SIMILARITY = 0.12  # groups the sample feed without error and leaves real pages of other stories apart
_CONFIRMED_BY = 2  # the mean over so many nearest documents of a story decides, so that one odd link does not join two
_IMAGINED_TEXTS = 200  # in a small batch, what all stories share must not look common
_NAME_WEIGHT = 4.0  # a capitalised word that the text nowhere has in lower case
_TITLE_WEIGHT = 3.0
_HEAVIEST = 25  # terms that say most about a document; two of one story share at least one of them
# Bounds on a question, so that a day ten times as large costs ten times as much: what a term's latest documents do not
# tell, its earlier ones hardly do, and a story needs but _CONFIRMED_BY documents to be found.
_LATEST = 100  # documents that are looked up by a term
_LIKELIEST = 128  # documents that are compared as a whole
_TOKEN = re.compile(r"\d[\d.,]*\d|[^\W\d_]{3,}")


class _Vector(NamedTuple):
    """A document's terms, by number, the heaviest first, and their weights, scaled to length 1."""

    terms: NDArray[np.int32]
    weights: NDArray[np.float32]


class StoryFinder:
    """Know texts by their numbers, remember the stories that some of them tell, and find the story of another.

    Rarity of words is measured over all texts. A question costs no more, however many documents are remembered.
    """

    def __init__(self, texts: Iterable[tuple[str | None, str]]) -> None:
        """Weigh the words of these (title, text) pairs, known from then on as 0, 1, …: the rarer, the heavier."""
        self._vectors, term_count = _weigh(texts)
        self._asked = np.zeros(term_count, np.float32)  # the text in question, spread over all terms
        self._stories: dict[int, str] = {}
        self._places: dict[int, list[tuple[int, float, float]]] = defaultdict(list)

    def find(self, text: int, time: datetime) -> str | None:
        """Return the id of the story that a text of this time tells, or None if it is a new one."""
        similarities: dict[str, list[float]] = defaultdict(list)
        vector = self._vectors[text]
        self._asked[vector.terms] = vector.weights
        for other in self._candidates(vector, time.timestamp()):
            terms, weights = self._vectors[other]
            similarities[self._stories[other]].append(float(self._asked[terms] @ weights))
        self._asked[vector.terms] = 0
        scores = {story: _score(values) for story, values in similarities.items()}
        best = max(scores, key=lambda story: (scores[story], story), default=None)
        return best if best is not None and scores[best] >= _MIN_SIMILARITY else None

    def add(self, text: int, time: datetime, story: str) -> None:
        """Remember that a text of this time tells this story."""
        self._stories[text] = story
        for term, weight in _heaviest(self._vectors[text]):
            self._places[term].append((text, time.timestamp(), weight))

    def _candidates(self, vector: _Vector, time: float) -> Sequence[int]:
        """Return the texts of these days that share most of the heaviest terms' weight with a text."""
        earliest, latest = time - _LASTS, time + _LASTS
        shared: dict[int, float] = defaultdict(float)
        for term, weight in _heaviest(vector):
            for other, its_time, its_weight in self._places.get(term, ())[-_LATEST:]:
                if earliest <= its_time <= latest:
                    shared[other] += weight * its_weight
        return nlargest(_LIKELIEST, shared, key=lambda other: (shared[other], other))


def _score(similarities: list[float]) -> float:
    nearest = sorted(similarities, reverse=True)[:_CONFIRMED_BY]
    return sum(nearest) / len(nearest)


def _heaviest(vector: _Vector) -> Iterable[tuple[int, float]]:
    return zip(vector.terms[:_HEAVIEST].tolist(), vector.weights[:_HEAVIEST].tolist(), strict=True)


def _weigh(texts: Iterable[tuple[str | None, str]]) -> tuple[list[_Vector], int]:
    """Return the vectors of (title, text) pairs and how many terms there are in all."""
    numbers: dict[str, int] = {}
    counted: list[_Vector] = []
    for title, text in texts:
        counts = _terms(title, text)
        terms = np.fromiter((numbers.setdefault(term, len(numbers)) for term in counts), np.int32, len(counts))
        counted.append(_Vector(terms, np.fromiter(counts.values(), np.float32, len(counts))))
    seen = np.zeros(len(numbers), np.int32)
    for terms, _ in counted:
        seen[terms] += 1
    rarity = np.log((len(counted) + _IMAGINED_TEXTS) / (seen + 1)).astype(np.float32)
    return [_scaled(terms, (1 + np.log(counts)) * rarity[terms]) for terms, counts in counted], len(numbers)


def _scaled(terms: NDArray[np.int32], weights: NDArray[np.float32]) -> _Vector:
    order = np.lexsort((terms, -weights))
    return _Vector(terms[order], weights[order] / (np.linalg.norm(weights) or 1))


def _terms(title: str | None, text: str) -> dict[str, float]:
    """Weigh names, numbers and other words by their kind and how often they occur; the headline counts again."""
    tokens = Counter(_TOKEN.findall(text))
    counts: dict[str, float] = defaultdict(float)
    for token, count in tokens.items():
        is_name = token[0].isupper() and token.lower() not in tokens
        counts[token.lower()] += count * (_NAME_WEIGHT if is_name else 1.0)
    for token in _TOKEN.findall(title or ""):
        counts[token.lower()] += _TITLE_WEIGHT
    return {term: math.log1p(count) for term, count in counts.items() if term not in FUNCTION_WORDS}
