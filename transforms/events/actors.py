"""Nominals → actors: who a noun phrase names, of which country and PLOVER sector.

A phrase is read from its names (countries, peoples, organisations, leaders) and from the nouns that
tell a role. Short forms ("the president", "he", "Blinken") take what the document said of the full name
before. What nothing tells stays null: nobody is guessed.
"""

from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Doc, Token

from schemas.event import Participant
from transforms.assertions.attribute import Speakers
from transforms.assertions.mentions import Mentions
from transforms.assertions.place import Places
from transforms.events.arguments import RELATIVES, children, expand, obliques
from transforms.events.countries import count_countries
from transforms.events.datelines import find_datelines
from transforms.events.identify import INSIDE, country_of, identify, owners_of, phrase
from transforms.events.introduced import Introduced
from transforms.events.names import Named, find_names
from transforms.events.pronouns import meaning_of, owner_of
from transforms.lexicon.roles import (
    BEFALLING,
    CHARGED,
    COUNTING,
    RELATIONAL,
    SECTOR_OF,
    SHORT_FORMS,
    TRANSPARENT_HEADS,
)


class Cast:
    """Everybody a document names, found once and asked by token."""

    def __init__(self, doc: Doc, speakers: Speakers, places: Places) -> None:
        """Find everybody `doc` names, in text order, so that short forms know the full ones before them."""
        self.doc = doc
        self.speakers = speakers
        self.places = places
        self.mentions = Mentions(doc)
        self.names = {place: named for named in find_names(doc) for place in range(named.start, named.end)}
        self.countries = count_countries(self.names, places)
        self.introduced = Introduced(self.names)
        self.open: dict[int, tuple[str, ...]] = {}  # candidates by the first character of a mention
        self.owned: set[int] = set()  # first characters of mentions that belong to nobody known
        self._datelines = find_datelines(doc)
        self._answers: dict[int, Participant | None] = {}
        for token in doc:
            if token.dep_ not in INSIDE and token.dep_ != "case":
                self.introduced.add(token, self.of)
        self._answers.clear()  # by now everybody is known

    def of(self, head: Token) -> Participant | None:
        """Return who the nominal headed by `head` is, or null if it is nobody who acts."""
        if head.i not in self._answers:
            # Who depends on themselves is nobody: "two of his men" as the subject of the clause of "his".
            self._answers[head.i] = None
            self._answers[head.i] = self._of(head)
        return self._answers[head.i]

    def _of(self, head: Token) -> Participant | None:
        if head.pos_ in {"PRON", "DET"} or head.lower_ in RELATIVES:
            return meaning_of(head, self)
        if head.i in self._datelines:
            return None
        is_count = head.lemma_.lower() in COUNTING or head.pos_ == "NUM"
        if is_count and (counted := list(obliques(head, ("of",)))):
            return self.of(counted[0])
        if head.i not in self.names and (full := self.introduced.by_acronym(head)):
            return self._participant(head, full.country, full.sector, None)
        named = self._nominal(head)
        if _counts_people(head) and (named is None or named.sector == "UNK"):
            by_name = next((child for child in head.children if child.ent_type_ == "PERSON"), None)
            known = named or (self.of(by_name) if by_name is not None else None)
            country, sector = (known.country, known.sector) if known else (None, "UNK")
            return self._participant(head, country, "CVL" if sector == "UNK" else sector, None)
        return named

    def _nominal(self, head: Token) -> Participant | None:
        named = self.names.get(head.i)
        country, sector = identify(head, self.names)
        is_owned = any(child.dep_ == "nmod:poss" and child.pos_ == "PRON" for child in head.children)
        if country is None and head.lemma_.lower() not in RELATIONAL and (owner := owner_of(head, self)):
            country = owner.country
            sector = "REB" if owner.sector == "REB" and sector == "MIL" else sector
        if country is None and (toponym := self.places.at(head)):
            country, sector = toponym.site.country, "CVL" if sector == "UNK" else sector
        if country is None and head.lemma_.lower() not in RELATIONAL:
            country = self._of_town(head) or self._shared(head)
        person = self.introduced.by_surname(head)
        if person and not (named and named.name.kind == "leader" and country):
            country, sector = country or person.country, person.sector if sector == "UNK" else sector
        if country is None and (body := self._short_form(head)):
            return body
        if country is None and sector == "UNK" and head.ent_type_ not in {"PERSON", "ORG"}:
            return None
        if country is None and head.pos_ == "NOUN" and (holder := self.introduced.by_office(head)):
            return holder
        found = self._participant(head, country, sector, named)
        if found.country is None and is_owned:
            self.owned.add(found.start)
        return found if found.country or is_owned else self._of_bearers(head, found)

    def _of_bearers(self, head: Token, found: Participant) -> Participant:
        """Give a role or a name that several countries have the country of the text's own, or leave it open."""
        named = self.names.get(head.i)
        countries = list(named.name.candidates) if named else []
        spoken_of = [one for one in countries if one in self.places.countries]
        if not countries:
            countries = spoken_of = self.introduced.countries_of_role(head)
        if len(spoken_of) == 1:
            return replace(found, country=spoken_of[0])
        if len(countries) > 1:
            self.open[found.start] = tuple(countries)
        return found

    def all_of(self, head: Token) -> list[Participant]:
        """Return who the nominal names, each people of "Hungarian and Romanian officials" by itself."""
        first = self.of(head)
        if first is None:
            return []
        members = (one for one in obliques(head, ("including",)) if one.ent_type_ or one.i in self.names)
        included = [one for member in members for one in self.all_of(member)]
        modifiers = children(head, "amod", "compound")
        peoples = (word for one in modifiers for word in one.rights if word.dep_ == "conj")
        others = self._of_countries(peoples, first.sector, None)
        owners = self._of_countries(self._shared_owners(head), first.sector, first.country)
        return [first, *others, *owners, *included]

    def _shared_owners(self, head: Token) -> list[Token]:
        """Return the other countries that share a head: "the ministers of Japan and Kenya"."""
        if head.tag_ not in {"NNS", "NNPS"} or head.i in self.names:
            return []
        return [other for owner in owners_of(head) if owner.i in self.names for other in expand([owner])[1:]]

    def _of_countries(self, words: Iterable[Token], sector: str, known: str | None) -> list[Participant]:
        """Return those of a sector whose countries `words` name, but for the country that is known already."""
        named = ((word, self.names[word.i]) for word in words if word.i in self.names)
        return [
            self._participant(word, one.name.country, sector, one)
            for word, one in named
            if one.name.country not in {None, known}
        ]

    def _participant(self, head: Token, country: str | None, sector: str, named: Named | None) -> Participant:
        """Write the mention: from its first modifier to its last name, determiners and datelines left out."""
        inside = [word for word in phrase(head, INSIDE - {"appos"}) if self._is_named(word)]
        words = [word.i for word in inside if not _is_parted(word, head)]
        first, last = min(words, default=head.i), max(words, default=head.i)
        if named:
            first, last = min(first, named.start), max(head.i, named.end - 1)
        span = head.doc[first : max(last, head.i) + 1]
        return Participant(text=span.text, start=span.start_char, end=span.end_char, country=country, sector=sector)

    def _is_named(self, word: Token) -> bool:
        return word.i not in self._datelines and word.ent_type_ not in {"DATE", "TIME"}

    def _short_form(self, head: Token) -> Participant | None:
        """Return the body or country last named, for a short form of it: "the alliance", "the country"."""
        wanted = SHORT_FORMS.get(head.lemma_.lower())
        words = [child.lower_ for child in head.children if child.dep_ in {"det", "amod", "compound", "nummod"}]
        if wanted is None or words != ["the"] or any(obliques(head, ("of", "for", "between"))):
            return None
        if wanted == "body":
            return self._body_before(head)
        near = self.introduced.organisations_before(head)
        return next((one for one in near if one.sector == "GOV"), None)

    def _body_before(self, head: Token) -> Participant | None:
        """Return the international body last named, for "the alliance"."""
        named = self.introduced.body_before(head)
        if named is None:
            return None
        return self._participant(head.doc[named.end - 1], named.name.country, named.name.sector, named)

    def _of_town(self, head: Token) -> str | None:
        """Return the country of a town or region that modifies a nominal: "Ohio farmers", "the mayor of Odesa"."""
        words = [*phrase(head, INSIDE - {"appos"}), *(word for owner in owners_of(head) for word in phrase(owner))]
        return next((one.site.country for word in reversed(words) if (one := self.places.at(word))), None)

    def _shared(self, head: Token) -> str | None:
        """Return the country that a bare nominal shares with the one before it: "Kenyan jets and tanks"."""
        is_bare = all(child.dep_ in {"cc", "punct"} for child in head.lefts)
        if head.dep_ != "conj" or head.ent_type_ == "PERSON" or not is_bare:
            return None
        first = head.head
        return country_of(first, self.names) if any(child.dep_ == "amod" for child in first.lefts) else None


def is_actor(head: Token, cast: Cast) -> bool:
    """Tell whether a nominal itself names someone, rather than a thing that belongs to someone."""
    if (
        head.pos_ == "PRON"
        or head.i in cast.names
        or cast.places.at(head)
        or cast.introduced.by_acronym(head)
        or _counts_people(head)
        or head.ent_type_ in {"PERSON", "ORG", "NORP"}
    ):
        return True
    if head.lemma_.lower() in SECTOR_OF or head.lower_ in SECTOR_OF:
        return True
    if head.lemma_.lower() not in TRANSPARENT_HEADS | COUNTING or head.pos_ != "NOUN":
        return False
    participant = cast.of(head)  # "army positions", "a refugee camp", "dozens of activists"
    return participant is not None and participant.sector not in {"UNK", "GOV"}


def _is_parted(word: Token, head: Token) -> bool:
    """Tell a word that a parse hangs on a nominal across a verb, where it cannot belong."""
    return any(one.pos_ == "AUX" for one in head.doc[word.i : head.i])


def _counts_people(head: Token) -> bool:
    """Tell a number or a noun that must be people: "killed 13", "14 others", "arrested two developers"."""
    if head.lower_ == "others":
        return any(child.dep_ == "nummod" for child in head.children)
    lemma = head.head.lemma_.lower()
    if head.pos_ == "NOUN" and head.dep_ in {"obj", "nsubj:pass"} and lemma in CHARGED:
        return lemma != "charge" or any(word.lower_ == "with" for one in head.head.rights for word in one.lefts)
    return head.pos_ == "NUM" and head.dep_ in {"obj", "nsubj:pass"} and lemma in BEFALLING
