"""Tables of verbs and nouns → frames: which words, in which company, tell which type of event."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from transforms.lexicon.event_nouns import EVENT_NOUNS, MODIFIERS
from transforms.lexicon.event_verbs import EVENT_VERBS, OBJECTS


@dataclass(frozen=True, slots=True)
class Frame:
    """One entry of the tables; empty strings ask for nothing."""

    lemma: str
    type: str
    cameo: str
    particle: str = ""
    preposition: str = ""
    company: str = ""  # class of the object (verbs) or of the modifier (nouns)
    is_loose: bool = False  # the word has everyday senses; actors of politics must stand on its sides

    @property
    def demand(self) -> int:
        """How much the frame asks for: the most demanding that fits is the best reading."""
        return 2 * bool(self.company) + 2 * bool(self.particle) + bool(self.preposition)

    @property
    def entry(self) -> str:
        """The word as the tables write it, with its particle or preposition."""
        parts = [self.lemma, self.particle and f"_{self.particle}", self.preposition and f"+{self.preposition}"]
        return "".join(parts)

    @property
    def name(self) -> str:
        """The rule's name as rows bear it: the type and the entry as the table writes it."""
        return f"{self.type.lower()}:{self.entry}{self.company and f'~{self.company}'}"


def _read(entry: str, kind: str, cameo: str) -> Frame:
    is_loose = entry.endswith("!")
    word, _, company = entry.rstrip("!").partition("~")
    word, _, preposition = word.partition("+")
    lemma, _, particle = word.partition("_")
    return Frame(lemma, kind, cameo, particle, preposition, company, is_loose)


def _index(tables: Mapping[str, Mapping[str, str]]) -> Mapping[str, tuple[Frame, ...]]:
    frames: dict[str, list[Frame]] = {}
    for kind, rows in tables.items():
        for cameo, entries in rows.items():
            for entry in entries.split():
                frame = _read(entry, kind, cameo)
                frames.setdefault(frame.lemma, []).append(frame)
    return {lemma: tuple(sorted(found, key=lambda one: -one.demand)) for lemma, found in frames.items()}


@cache
def verb_frames() -> Mapping[str, tuple[Frame, ...]]:
    """Frames of verbs by lemma, the most demanding first."""
    return _index(EVENT_VERBS)


@cache
def noun_frames() -> Mapping[str, tuple[Frame, ...]]:
    """Frames of nouns by lemma, the most demanding first."""
    return _index(EVENT_NOUNS)


def types_of(noun: Token) -> frozenset[str]:
    """Return the types of events that a noun may tell, whatever its company."""
    return frozenset(frame.type for frame in noun_frames().get(noun.lemma_.lower(), ()))


@cache
def _classes() -> Mapping[str, frozenset[str]]:
    return {name: frozenset(words.split()) for name, words in {**OBJECTS, **MODIFIERS}.items()}


def in_class(words: Iterable[str], company: str) -> bool:
    """Tell whether one of `words` is of the class `company`."""
    return not _classes()[company].isdisjoint(words)
