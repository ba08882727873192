"""Find documents that tell the same story in their own words: names, numbers and rare words that they share."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from transforms.lexicon.function_words import FUNCTION_WORDS

_DAYS = 4  # a story that nobody told for so long is over; what follows is a new one
_MIN_SIMILARITY = 0.2  # calibrated on the sample feed and on real pages, which are all of different stories
_CONFIRMED_BY = 3  # the mean over so many nearest documents of a story decides, so that one odd link does not join two
_IMAGINED_TEXTS = 200  # in a small batch, what all stories share must not look common
_NAME_WEIGHT = 2.0
_TITLE_WEIGHT = 2.0
_NUMBER_WEIGHT = 1.0
_TOKEN = re.compile(r"\d[\d.,]*\d|[^\W\d_]{3,}")

Vector = Mapping[str, float]


class StoryFinder:
    """Remember documents with their stories, and find the story that a new document tells.

    Rarity of words is measured once, over the texts given at the start. A question costs in proportion to the
    documents that share a rare word with it.
    """

    def __init__(self, texts: Sequence[tuple[str | None, str]]) -> None:
        """Weigh the words of these (title, text) pairs: the rarer, the heavier."""
        seen = Counter(term for title, text in texts for term in _terms(title, text))
        self._rarity = {term: math.log((len(texts) + _IMAGINED_TEXTS) / (count + 1)) for term, count in seen.items()}
        self._told: list[tuple[str, datetime, Vector]] = []
        self._places: dict[str, list[int]] = defaultdict(list)

    def vector(self, title: str | None, text: str) -> Vector:
        """Return the weights of a document's terms, scaled to length 1."""
        weights = {
            term: (1 + math.log(count)) * self._rarity.get(term, 0) for term, count in _terms(title, text).items()
        }
        length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1
        return {term: weight / length for term, weight in weights.items()}

    def find(self, vector: Vector, time: datetime) -> str | None:
        """Return the id of the story that the document tells, or None if it is a new one."""
        similarities: dict[str, list[float]] = defaultdict(list)
        for place in self._candidates(vector):
            story, told_at, other = self._told[place]
            if abs(told_at - time) <= timedelta(days=_DAYS):
                similarities[story].append(_cosine(vector, other))
        scores = {story: _score(values) for story, values in similarities.items()}
        best = max(scores, key=lambda story: (scores[story], story), default=None)
        return best if best is not None and scores[best] >= _MIN_SIMILARITY else None

    def add(self, story: str, time: datetime, vector: Vector) -> None:
        """Remember that a document tells this story."""
        for term in _heaviest(vector):
            self._places[term].append(len(self._told))
        self._told.append((story, time, vector))

    def _candidates(self, vector: Vector) -> Iterable[int]:
        return sorted({place for term in _heaviest(vector) for place in self._places.get(term, ())})


def _score(similarities: list[float]) -> float:
    nearest = sorted(similarities, reverse=True)[:_CONFIRMED_BY]
    return sum(nearest) / len(nearest)


def _heaviest(vector: Vector) -> list[str]:
    """Return the 25 terms that say most about a document; two of one story share at least one of them."""
    return sorted(vector, key=lambda term: (-vector[term], term))[:25]


def _cosine(one: Vector, other: Vector) -> float:
    small, large = sorted((one, other), key=len)
    return sum(weight * large.get(term, 0) for term, weight in small.items())


def _terms(title: str | None, text: str) -> dict[str, float]:
    """Count names, numbers and other words; names weigh double, and so does what the headline says."""
    counts: dict[str, float] = defaultdict(float)
    for term in _tokens(text):
        counts[term] += _weight(term)
    for term in _tokens(title or ""):
        counts[term] += _TITLE_WEIGHT
    return {term.lower(): count for term, count in _folded(counts).items()}


def _folded(counts: Mapping[str, float]) -> dict[str, float]:
    folded: dict[str, float] = defaultdict(float)
    for term, count in counts.items():
        folded[term.lower()] += count
    return folded


def _tokens(text: str) -> list[str]:
    return [token for token in _TOKEN.findall(text) if token.lower() not in FUNCTION_WORDS]


def _weight(token: str) -> float:
    if token[0].isdigit():
        return _NUMBER_WEIGHT
    return _NAME_WEIGHT if token[0].isupper() else 1.0
