"""Nominals → actors: who a noun phrase names, of which country and PLOVER sector.

A phrase is read from its names (countries, peoples, organisations, leaders) and from the nouns that
tell a role. Short forms ("the president", "he", "Blinken") take what the document said of the full name
before. What nothing tells stays null: nobody is guessed.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from schemas.event import Participant
from transforms.assertions.attribute import Speakers
from transforms.assertions.mentions import Mentions
from transforms.assertions.place import Places
from transforms.events.arguments import RELATIVES, antecedent, prepositions, subjects
from transforms.events.datelines import find_datelines
from transforms.events.names import Named, find_names
from transforms.lexicon.roles import (
    FIRM_HEADS,
    GENERAL_TITLES,
    OFFICE_COUNTRY,
    OFFICES,
    PARTITIVES,
    RELATIONAL,
    SECTOR_OF,
    SHORT_FORMS,
    STANDING,
    TRANSPARENT_HEADS,
)

INSIDE = frozenset({"compound", "flat", "amod", "nmod:poss", "nmod:desc", "nummod", "appos", "goeswith", "fixed"})
PROMINENT = frozenset({"nsubj", "root", "conj", "appos"})  # where "it" looks for its organisation
OWNERS = frozenset({"of", "from", "in", "for", "at"})
PERSONS = frozenset({"he", "she", "him", "her"})
REACH = 60  # tokens back in which "it" looks for its organisation: about two sentences


@dataclass(frozen=True, slots=True)
class Person:
    """Someone named, with all that the document has said of them so far."""

    token: int
    surname: str
    office: str
    participant: Participant


@dataclass(slots=True)
class Cast:
    """Everybody a document names, found once and asked by token."""

    doc: Doc
    speakers: Speakers
    places: Places
    datelines: frozenset[int]
    mentions: Mentions
    names: dict[int, Named] = field(default_factory=dict)
    people: list[Person] = field(default_factory=list)
    organisations: list[tuple[int, Participant]] = field(default_factory=list)
    only_country: str | None = None  # of a text that speaks of one only
    answers: dict[int, Participant | None] = field(default_factory=dict)

    def of(self, head: Token) -> Participant | None:
        """Return who the nominal headed by `head` is, or null if it is nobody who acts."""
        if head.i not in self.answers:
            self.answers[head.i] = self._of(head)
        return self.answers[head.i]

    def _of(self, head: Token) -> Participant | None:
        if head.pos_ in {"PRON", "DET"} or head.lower_ in RELATIVES:
            return self._pronoun(head)
        if head.i in self.datelines:
            return None
        named = self.names.get(head.i)
        country, sector = _identify(head, self.names)
        if country is None and head.lemma_.lower() not in RELATIONAL and (owner := self._owner(head)):
            country = owner.country
        if country is None and (toponym := self.places.at(head)):
            country, sector = toponym.site.country, "CVL" if sector == "UNK" else sector
        if country is None and head.lemma_.lower() not in RELATIONAL:
            country = self._of_town(head) or self._shared(head)
        person = self._known(head)
        if person and not (named and named.name.kind == "leader" and country):
            country, sector = country or person.country, person.sector if sector == "UNK" else sector
        if country is None and (whole := self._short_form(head)):
            return whole
        if country is None and sector == "UNK" and head.ent_type_ not in {"PERSON", "ORG"}:
            return None
        if country is None and head.lemma_.lower() in OFFICES and head.pos_ == "NOUN":
            holder = self._holder(head)
            if holder:
                return holder
        return self._participant(head, country, sector, named)

    def all_of(self, head: Token) -> list[Participant]:
        """Return who the nominal names, each people of "Hungarian and Romanian officials" by itself."""
        first = self.of(head)
        if first is None:
            return []
        peoples = [
            word
            for child in head.children
            if child.dep_ in {"amod", "compound"}
            for word in child.rights
            if word.dep_ == "conj"
        ]
        named = [(word, self.names[word.i]) for word in peoples if word.i in self.names]
        others = [
            self._participant(word, one.name.country, first.sector, one) for word, one in named if one.name.country
        ]
        return [first, *others]

    def _participant(self, head: Token, country: str | None, sector: str, named: Named | None) -> Participant:
        """Write the mention: from its first modifier to its last name, determiners and datelines left out."""
        words = [word.i for word in phrase(head, INSIDE - {"appos"}) if self._is_named(word)]
        first, last = min(words, default=head.i), max(words, default=head.i)
        if named:
            first, last = min(first, named.start), max(head.i, named.end - 1)
        span = head.doc[first : max(last, head.i) + 1]
        return Participant(text=span.text, start=span.start_char, end=span.end_char, country=country, sector=sector)

    def _is_named(self, word: Token) -> bool:
        return word.i not in self.datelines and word.ent_type_ not in {"DATE", "TIME"}

    def _short_form(self, head: Token) -> Participant | None:
        """Return the body or country last named, for a short form of it: "the alliance", "the country"."""
        wanted = SHORT_FORMS.get(head.lemma_.lower())
        words = [child.lower_ for child in head.children if child.dep_ in {"det", "amod", "compound", "nmod", "nummod"}]
        if wanted is None or words != ["the"]:
            return None
        near = (one for place, one in reversed(self.organisations) if head.i - REACH < place < head.i)
        return next((one for one in near if (one.sector == "GOV") == (wanted == "country")), None)

    def _of_town(self, head: Token) -> str | None:
        """Return the country of a town or region that modifies a nominal: "Ohio farmers", "the mayor of Odesa"."""
        words = [*phrase(head, INSIDE - {"appos"}), *_owners(head)]
        return next((one.site.country for word in reversed(words) if (one := self.places.at(word))), None)

    def _shared(self, head: Token) -> str | None:
        """Return the country that a bare nominal shares with the one before it: "Kenyan jets and tanks"."""
        if head.dep_ != "conj" or any(child.dep_ not in {"cc", "punct"} for child in head.lefts):
            return None
        first = head.head
        return _country(first, self.names) if any(child.dep_ == "amod" for child in first.lefts) else None

    def _known(self, head: Token) -> Participant | None:
        """Return the person of the same surname that the document introduced before."""
        if head.ent_type_ != "PERSON":
            return None
        surname = _surname(head)
        return next(
            (one.participant for one in reversed(self.people) if one.token < head.i and one.surname == surname), None
        )

    def _holder(self, head: Token) -> Participant | None:
        """Return the person last named with this office: "the president" after "French President X"."""
        office = head.lemma_.lower()
        return next(
            (one.participant for one in reversed(self.people) if one.token < head.i and one.office == office), None
        )

    def _pronoun(self, head: Token) -> Participant | None:
        word = head.lower_
        if word in RELATIVES:
            noun = antecedent(head)
            return self.of(noun) if noun.pos_ not in {"PRON", "DET", "SCONJ"} else None
        if word in {"we", "i", "us", "me"} and (voice := self.speakers.of(head)):
            named = self.doc.char_span(voice.start, voice.end, alignment_mode="expand")
            return self.of(named.root) if named is not None and named.root.pos_ != "PRON" else None
        if word in {"he", "she", "it", "they"} and (speaker := self._governing(head)):
            return speaker
        if word in PERSONS:
            span = self.mentions.source(head)
            return self.of(span.root) if span is not None and span.root.pos_ != "PRON" else None
        if word == "it":
            return next((one for place, one in reversed(self.organisations) if head.i - REACH < place < head.i), None)
        return None

    def _governing(self, head: Token) -> Participant | None:
        """Return the subject of the clause that reports this one: "Iraq said it would allow"."""
        clause = next((one for one in head.ancestors if one.dep_ in {"ccomp", "advcl", "acl:relcl"}), None)
        if clause is None or head.dep_ not in {"nsubj", "nsubj:pass"} or clause.head.pos_ != "VERB":
            return None
        holders = [one for one in subjects(clause.head) if one.pos_ != "PRON" and one.i != head.i]
        if not holders or (head.lower_ in PERSONS and not _is_human(holders[0])):
            return None
        return self.of(holders[0])

    def _owner(self, head: Token) -> Participant | None:
        """Who a possessive pronoun on `head` stands for: the subject of its clause ("withdrew its troops")."""
        if not any(child.dep_ == "nmod:poss" and child.pos_ == "PRON" for child in head.children):
            return None
        verbs = [one for one in head.ancestors if one.pos_ == "VERB"]
        holders = (holder for verb in verbs for holder in subjects(verb) if holder.i < head.i)
        return next((one for holder in holders if (one := self.of(holder))), None)


def find_cast(doc: Doc, speakers: Speakers, places: Places) -> Cast:
    """Find everybody `doc` names, in text order, so that short forms know the full ones before them."""
    cast = Cast(doc, speakers, places, find_datelines(doc), Mentions(doc))
    for named in find_names(doc):
        cast.names.update(dict.fromkeys(range(named.start, named.end), named))
    for token in doc:
        if token.dep_ in INSIDE or token.dep_ == "case":
            continue
        _introduce(token, cast)
    cast.only_country = _only_country(cast)
    cast.answers.clear()  # by now everybody is known
    return cast


def _only_country(cast: Cast) -> str | None:
    named = {one.name.country for one in cast.names.values() if one.name.country} | set(cast.places.countries)
    countries = named - {"IGO", "NGO"}
    return countries.pop() if len(countries) == 1 else None


def _introduce(head: Token, cast: Cast) -> None:
    words = list(phrase(head, INSIDE - {"nmod:poss"}))
    if any(word.ent_type_ == "PERSON" for word in words) and head.pos_ in {"PROPN", "NOUN"}:
        participant = cast.of(head)
        if participant is None:
            return
        office = next((word.lemma_.lower() for word in words if word.lemma_.lower() in OFFICES), "")
        cast.people.append(Person(head.i, _surname(head), office, participant))
        return
    named = cast.names.get(head.i)
    if named and named.name.kind in {"country", "organisation"} and head.dep_.split(":")[0] in PROMINENT:
        participant = cast.of(head)
        if participant:
            cast.organisations.append((head.i, participant))


def _surname(head: Token) -> str:
    """Return the last word of the person's name that `head` belongs to, or that stands beside it."""
    inside = INSIDE - {"nmod:poss"}
    for words in (phrase(head, inside - {"appos"}), phrase(head, inside)):
        named = [word for word in words if word.ent_type_ == "PERSON"]
        if named:
            first = named[0]
            last = next((word.i for word in first.doc[first.i + 1 :] if word.ent_iob_ != "I"), len(first.doc))
            return str(first.doc[last - 1].text)
    return str(head.text)


def phrase(head: Token, inside: frozenset[str] = INSIDE) -> Iterator[Token]:
    """Yield the words of a nominal around `head`, without clauses and without coordinated nominals."""
    for child in head.lefts:
        if child.dep_ in inside:
            yield from phrase(child, inside)
    yield head
    for child in head.rights:
        if child.dep_ in inside:
            yield from phrase(child, inside)


def _owners(head: Token) -> Iterator[Token]:
    """Nominals that own or hold `head`: "the president of France", "security forces in Guinea"."""
    for child in head.rights:
        if child.dep_ == "nmod" and any(word.dep_ == "case" and word.lower_ in OWNERS for word in child.lefts):
            yield child


def _identify(head: Token, names: dict[int, Named]) -> tuple[str | None, str]:
    """Read country and sector from the names and roles of a phrase."""
    own = names.get(head.i)
    if own and own.name.kind == "leader":  # what the text calls him here outweighs the table
        return _country(head, names), _standing(head) or _rank(head) or own.name.sector
    if own and own.name.kind != "people":
        is_town = own.name.kind == "capital" and "in" in prepositions(head)
        return own.name.country or _country(head, names), "CVL" if is_town else own.name.sector
    sector = _standing(head) or _sector(head, names)
    if head.lemma_.lower() in RELATIONAL:
        return None, sector
    country = _country(head, names) or _office_country(head)
    return country, sector


def _country(head: Token, names: dict[int, Named]) -> str | None:
    """Return the country of the name nearest to the head; owners come after modifiers.

    "Ethnic Albanians" live somewhere else, and where they act tells it.
    """
    if any(child.lower_ == "ethnic" for child in head.children):
        return None
    words = [word for word in phrase(head) if word != head]
    found = [names[word.i].name for word in [head, *reversed(words)] if word.i in names]
    first = next((name.country for name in found if name.country and name.kind != "leader"), None)
    first = first or next((name.country for name in found if name.country), None)
    if first:
        return first
    for owner in _owners(head):
        inner = names.get(owner.i)
        if inner and inner.name.country:
            return inner.name.country
        deeper = _country(owner, names)
        if deeper:
            return deeper
    return None


def _office_country(head: Token) -> str | None:
    text = " ".join(word.lower_ for word in phrase(head))
    return next((country for office, country in OFFICE_COUNTRY.items() if office in text), None)


def _is_human(head: Token) -> bool:
    return head.ent_type_ == "PERSON" or head.lemma_.lower() in OFFICES


def _role(word: Token) -> str:
    if word.lower_ == "general" and any(one.lower_ in GENERAL_TITLES for one in word.doc[max(word.i - 2, 0) : word.i]):
        return "GOV"
    return SECTOR_OF.get(word.lemma_.lower()) or SECTOR_OF.get(word.lower_) or ""


def _standing(head: Token) -> str:
    """Return the sector of a modifier that decides for any head: "opposition lawmakers", "civilian advisers"."""
    words = (word.lemma_.lower() for word in phrase(head, INSIDE - {"appos", "nmod:poss"}) if word != head)
    return next((STANDING[word] for word in words if word in STANDING), "")


def _rank(head: Token) -> str:
    """Return MIL for a soldier's title before a name: "General X", not "Secretary General X"."""
    titles = (_role(word) for word in phrase(head, INSIDE - {"appos", "nmod:poss"}) if word != head)
    return "MIL" if "MIL" in titles else ""


def _sector(head: Token, names: dict[int, Named]) -> str:
    """Return the sector of the head noun, or of what modifies a head that says little ("rebel leader")."""
    lemma = head.lemma_.lower()
    if lemma in PARTITIVES and (parts := [one for one in _owners(head) if (lemma != "leader" or one.i not in names)]):
        inner = names[parts[0].i].name.sector if parts[0].i in names else _sector(parts[0], names)
        if inner != "UNK":
            return inner
    words = [word for word in phrase(head) if word != head]
    words.sort(key=lambda word: (word.i < head.i, word.i))  # those before the head are asked first, the nearest first
    if head.ent_type_ != "PERSON" and lemma not in TRANSPARENT_HEADS and _role(head):
        return _role(head)
    bearers = [names[word.i].name for word in words if word.i in names]
    bearing = next((name.sector for name in bearers if name.kind == "organisation"), "")
    if bearing and lemma in TRANSPARENT_HEADS:
        return bearing
    roles = [_role(word) for word in reversed(words) if _role(word) and (lemma not in FIRM_HEADS)]
    if roles:
        return roles[0]
    if bearing:
        return bearing
    if _role(head):
        return _role(head)
    return "CVL" if head.i in names and names[head.i].name.kind == "people" else "UNK"
