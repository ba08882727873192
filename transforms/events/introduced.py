"""Full names and roles → whom the short forms after them mean: a surname, an office, a role, an acronym, "it".

Filled once, in text order, and asked for what stands before a token, the latest first. What is asked for is looked up,
so that an answer costs the same in a text of any length.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import Generic, TypeVar

from spacy.tokens import Token

from schemas.event import Participant
from transforms.events.identify import INSIDE, phrase
from transforms.events.names import Named
from transforms.lexicon.roles import OFFICES, SECTOR_OF

ACTING = frozenset({"country", "organisation"})  # kinds of names
PROMINENT = frozenset({"nsubj", "root", "conj", "appos"})  # where "it" looks for its organisation
REACH = 60  # tokens back in which "it" looks for its organisation: about two sentences
Told = TypeVar("Told")


class Past(Generic[Told]):
    """What a text tells of one kind, asked for the latest before a token."""

    def __init__(self) -> None:
        """Begin with nothing told."""
        self._places: list[int] = []
        self._told: list[Told] = []

    def add(self, place: int, told: Told) -> None:
        """Remember what the token at `place` tells, which is after all that was told before."""
        self._places.append(place)
        self._told.append(told)

    def before(self, place: int) -> Iterator[tuple[int, Told]]:
        """Yield what was told before `place`, with where, the latest first."""
        for index in reversed(range(bisect_left(self._places, place))):
            yield self._places[index], self._told[index]

    def last(self, place: int) -> Told | None:
        """Return what was told last before `place`."""
        return next((told for _, told in self.before(place)), None)


class Introduced:
    """Everybody whom a document has introduced so far."""

    def __init__(self, names: Mapping[int, Named]) -> None:
        """Know the international bodies among `names`; all others are added one by one."""
        self._names = names
        self._by_surname: dict[str, Past[Participant]] = defaultdict(Past)
        self._by_office: dict[str, Past[Participant]] = defaultdict(Past)
        self._by_acronym: dict[str, Participant] = {}
        self._organisations: Past[Participant] = Past()
        self._bodies: Past[Named] = Past()
        self._tellings: dict[tuple[str, ...], dict[str, list[int]]] = {}  # of a role, where each country is told
        for place, named in names.items():
            if named.name.sector == "IGO":
                self._bodies.add(place, named)

    def add(self, head: Token, who: Callable[[Token], Participant | None]) -> None:
        """Remember what a nominal tells for the first time; `who` tells who a nominal is by what is known so far."""
        self._add_acronym(head, who)
        words = list(phrase(head, INSIDE - {"nmod:poss"}))
        if any(word.ent_type_ == "PERSON" for word in words) and head.pos_ in {"PROPN", "NOUN"}:
            if person := who(head):
                self._by_surname[_surname(head)].add(head.i, person)
                office = next((lemma for word in words if (lemma := word.lemma_.lower()) in OFFICES), None)
                if office:
                    self._by_office[office].add(head.i, person)
            return
        role = self._role_words(head)
        if role and (bearer := who(head)) and bearer.country:
            for first in range(len(role)):
                self._tellings.setdefault(role[first:], {}).setdefault(bearer.country, []).append(head.i)
        named = self._names.get(head.i)
        if named and named.name.kind in ACTING and head.dep_.split(":")[0] in PROMINENT and (acting := who(head)):
            self._organisations.add(head.i, acting)

    def _add_acronym(self, head: Token, who: Callable[[Token], Participant | None]) -> None:
        """Remember the acronym that follows a name in parentheses: "the Norland Fishers' Union (NFU)"."""
        if head.pos_ != "PROPN" or head.i in self._names:
            return
        short = [one for one in head.rights if one.dep_ == "appos" and one.text.isupper() and one.nbor(-1).text == "("]
        if short and short[0].i not in self._names and (full := who(head)):
            self._by_acronym[short[0].text] = full

    def by_acronym(self, head: Token) -> Participant | None:
        """Return who has an acronym that the text gives in parentheses, wherever it does."""
        return self._by_acronym.get(head.text)

    def by_surname(self, head: Token) -> Participant | None:
        """Return the person last introduced who bears the surname of the person that `head` names."""
        past = self._by_surname.get(_surname(head)) if head.ent_type_ == "PERSON" else None
        return past.last(head.i) if past else None

    def by_office(self, head: Token) -> Participant | None:
        """Return the person last named with this office: "the president" after "French President X"."""
        past = self._by_office.get(head.lemma_.lower())
        return past.last(head.i) if past else None

    def body_before(self, head: Token) -> Named | None:
        """Return the international body last named, by itself or inside another name ("Nato allies")."""
        return self._bodies.last(head.i)

    def organisations_before(self, head: Token) -> Iterator[Participant]:
        """Yield the countries and organisations named within reach before `head`, the latest first."""
        for place, one in self._organisations.before(head.i):
            if head.i - place >= REACH:
                return
            yield one

    def countries_of_role(self, head: Token) -> list[str]:
        """Return the countries of which the text has told this role before, the latest first, if it stands alone.

        "The prosecutor" after "the head prosecutor of Peru"; "Defence Minister X" after "Kenya's defence minister". One
        within reach is the only one.
        """
        words = self._role_words(head)
        is_alone = any(child.lower_ == "the" for child in head.children) or head.ent_type_ == "PERSON"
        if not words or not is_alone:
            return []
        tellings = self._tellings.get(words, {}).items()
        last = {country: places[now - 1] for country, places in tellings if (now := bisect_left(places, head.i))}
        latest = sorted(last, key=last.__getitem__, reverse=True)
        return latest[:1] if latest and head.i - last[latest[0]] < REACH else latest

    def _role_words(self, head: Token) -> tuple[str, ...]:
        """Return the words of the role that a nominal tells, lower-case: "defence minister"; names are none of them."""
        words = [
            word.lemma_.lower()
            for word in phrase(head, frozenset({"compound", "amod", "nmod:desc"}))
            if word.i not in self._names and word.ent_type_ != "PERSON" and word.pos_ in {"NOUN", "PROPN", "ADJ"}
        ]
        return tuple(words) if words and words[-1] in SECTOR_OF else ()


def _surname(head: Token) -> str:
    """Return the last word of the person's name that `head` belongs to, or that stands beside it."""
    inside = INSIDE - {"nmod:poss"}
    for words in (phrase(head, inside - {"appos"}), phrase(head, inside)):
        first = next((word for word in words if word.ent_type_ == "PERSON"), None)
        if first is not None:
            last = next((word.i for word in first.doc[first.i + 1 :] if word.ent_iob_ != "I"), len(first.doc))
            return str(first.doc[last - 1].text)
    return str(head.text)
