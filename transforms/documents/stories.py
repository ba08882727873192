"""Find documents that tell the same story in their own words: names, numbers and rare words that they share."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from transforms.lexicon.function_words import FUNCTION_WORDS

_DAYS = 4  # a story that nobody told for so long is over; what follows is a new one
_MIN_SIMILARITY = 0.12  # groups the sample feed without error and leaves real pages of other stories apart
_CONFIRMED_BY = 2  # the mean over so many nearest documents of a story decides, so that one odd link does not join two
_IMAGINED_TEXTS = 200  # in a small batch, what all stories share must not look common
_NAME_WEIGHT = 4.0  # a capitalised word that the text nowhere has in lower case
_TITLE_WEIGHT = 3.0
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
    """Weigh names, numbers and other words by their kind and how often they occur; the headline counts again."""
    tokens = _TOKEN.findall(text)
    common = {token for token in tokens if token[0].islower()}
    counts: dict[str, float] = defaultdict(float)
    for token in tokens:
        counts[token.lower()] += _NAME_WEIGHT if token[0].isupper() and token.lower() not in common else 1.0
    for token in _TOKEN.findall(title or ""):
        counts[token.lower()] += _TITLE_WEIGHT
    return {term: math.log1p(count) for term, count in counts.items() if term not in FUNCTION_WORDS}
