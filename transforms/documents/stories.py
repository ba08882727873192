"""Find documents that tell the same story in their own words: names, numbers and rare words that they share."""

import math
import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from heapq import nlargest

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


class StoryFinder:
    """Know texts by their numbers, remember the stories that some of them tell, and find the story of another.

    First all texts are read, then weighed, as rarity of words is measured over all of them; then stories are asked for
    and added. A question costs no more, however many are remembered. Holds some 6 KB for a text of 450 words.
    """

    def __init__(self) -> None:
        """Know no text."""
        self._numbers: dict[str, int] = {}  # of the terms
        self._read_terms, self._read_weights, self._ends = array("i"), array("f"), array("q", [0])
        self._times: dict[int, float] = {}
        self._stories: dict[int, str] = {}
        self._places: dict[int, list[tuple[int, float]]] = defaultdict(list)

    def read(self, title: str | None, text: str) -> None:
        """Take in another text."""
        counts = _terms(title, text)
        self._read_terms.extend(self._numbers.setdefault(term, len(self._numbers)) for term in counts)
        self._read_weights.extend(counts.values())
        self._ends.append(len(self._read_terms))

    def weigh(self, order: Sequence[int]) -> None:
        """Weigh the words of all texts, the rarer, the heavier, and scale those of each to length 1.

        Texts are known from then on by their places in `order`, which has the number of each as it was read. Of equally
        heavy words the one comes first that this order meets first, so that it does not matter how they were read.
        """
        self._order = order
        self._terms = np.frombuffer(self._read_terms, np.int32) if self._read_terms else np.empty(0, np.int32)
        self._weights = np.frombuffer(self._read_weights, np.float32) if self._read_terms else np.empty(0, np.float32)
        seen = np.bincount(self._terms, minlength=len(self._numbers))
        rarity = np.log((len(order) + _IMAGINED_TEXTS) / (seen + 1)).astype(np.float32)
        self._asked = np.zeros(len(self._numbers), np.float32)  # the text in question, spread over all terms
        met = np.full(len(self._numbers), -1, np.int32)
        count = 0
        for text in range(len(order)):
            terms, weights = self._vector(text)
            new = terms[met[terms] < 0]
            met[new] = np.arange(count, count + len(new))
            count += len(new)
            weights[:] = (1 + np.log(weights)) * rarity[terms]
            heaviest_first = np.lexsort((met[terms], -weights))
            weights[:] = weights[heaviest_first] / (np.linalg.norm(weights) or 1)
            terms[:] = terms[heaviest_first]
        self._numbers.clear()

    def find(self, text: int, time: datetime) -> str | None:
        """Return the id of the story that a text of this time tells, or None if it is a new one."""
        similarities: dict[str, list[float]] = defaultdict(list)
        terms, weights = self._vector(text)
        self._asked[terms] = weights
        for other in self._candidates(text, time.timestamp()):
            its_terms, its_weights = self._vector(other)
            similarities[self._stories[other]].append(float(self._asked[its_terms] @ its_weights))
        self._asked[terms] = 0
        scores = {story: _score(values) for story, values in similarities.items()}
        best = max(scores, key=lambda story: (scores[story], story), default=None)
        return best if best is not None and scores[best] >= _MIN_SIMILARITY else None

    def add(self, text: int, time: datetime, story: str) -> None:
        """Remember that a text of this time tells this story."""
        self._stories[text] = story
        self._times[text] = time.timestamp()
        for term, weight in self._heaviest(text):
            self._places[term].append((text, weight))

    def _candidates(self, text: int, time: float) -> Sequence[int]:
        """Return the texts of these days that share most of the heaviest terms' weight with a text."""
        earliest, latest = time - _LASTS, time + _LASTS
        shared: dict[int, float] = defaultdict(float)
        for term, weight in self._heaviest(text):
            for other, its_weight in self._places.get(term, ())[-_LATEST:]:
                if earliest <= self._times[other] <= latest:
                    shared[other] += weight * its_weight
        return nlargest(_LIKELIEST, shared, key=lambda other: (shared[other], other))

    def _heaviest(self, text: int) -> Iterable[tuple[int, float]]:
        terms, weights = self._vector(text)
        return zip(terms[:_HEAVIEST].tolist(), weights[:_HEAVIEST].tolist(), strict=True)

    def _vector(self, text: int) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
        """Return a text's terms, by number, and their weights; once weighed, the heaviest first."""
        number = self._order[text]
        start, end = self._ends[number], self._ends[number + 1]
        return self._terms[start:end], self._weights[start:end]


def _score(similarities: list[float]) -> float:
    nearest = sorted(similarities, reverse=True)[:_CONFIRMED_BY]
    return sum(nearest) / len(nearest)


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
