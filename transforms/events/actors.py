"""Nominals → actors: who a noun phrase names, of which country and PLOVER sector.

A phrase is read from its names (countries, peoples, organisations, leaders) and from the nouns that
tell a role. Short forms ("the president", "he", "Blinken") take what the document said of the full name
before. What nothing tells stays null: nobody is guessed.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc, Token

from schemas.event import Participant
from transforms.assertions.attribute import Speaker, Speakers
from transforms.assertions.mentions import Mentions
from transforms.assertions.place import Places
from transforms.events.arguments import RELATIVES, antecedent, expand, obliques, subjects
from transforms.events.datelines import find_datelines
from transforms.events.identify import INSIDE, country_of, identify, owners_of, phrase
from transforms.events.names import Named, find_names
from transforms.lexicon.roles import (
    BEFALLING,
    CHARGED,
    COUNTING,
    OFFICES,
    RELATIONAL,
    SECTOR_OF,
    SHORT_FORMS,
    TRANSPARENT_HEADS,
)

PROMINENT = frozenset({"nsubj", "root", "conj", "appos"})  # where "it" looks for its organisation
PERSONS = frozenset({"he", "she", "him", "her"})
REACH = 60  # tokens back in which "it" looks for its organisation: about two sentences


@dataclass(frozen=True, slots=True)
class Person:
    """Someone named, with all that the document has said of them so far."""

    token: int
    surname: str
    office: str
    participant: Participant


@dataclass(frozen=True, slots=True)
class Role:
    """A role that the document has told the country of: "Kenya's defence minister"."""

    token: int
    words: tuple[str, ...]
    country: str


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
    roles: list[Role] = field(default_factory=list)
    aliases: dict[str, Participant] = field(default_factory=dict)  # by the acronym that the text gives in parentheses
    only_country: str | None = None  # of a text that speaks of one only
    spoken_of: Counter[str] = field(default_factory=Counter)
    most_spoken_of: str | None = None  # the country that a text names most, if one
    open: dict[int, tuple[str, ...]] = field(default_factory=dict)  # candidates by the first character of a mention
    owned: set[int] = field(default_factory=set)  # first characters of mentions that belong to nobody known
    answers: dict[int, Participant | None] = field(default_factory=dict)

    def of(self, head: Token) -> Participant | None:
        """Return who the nominal headed by `head` is, or null if it is nobody who acts."""
        if head.i not in self.answers:
            self.answers[head.i] = (
                None  # who depends on themselves is nobody: "two of his men" as subject of "his" clause
            )
            self.answers[head.i] = self._of(head)
        return self.answers[head.i]

    def _of(self, head: Token) -> Participant | None:
        if head.pos_ in {"PRON", "DET"} or head.lower_ in RELATIVES:
            return self._pronoun(head)
        if head.i in self.datelines:
            return None
        is_count = head.lemma_.lower() in COUNTING or head.pos_ == "NUM"
        if is_count and (counted := list(obliques(head, ("of",)))):
            return self.of(counted[0])
        if head.i not in self.names and (full := self.aliases.get(head.text)):
            return self._participant(head, full.country, full.sector, None)
        named = self._nominal(head)
        if counts_people(head) and (named is None or named.sector == "UNK"):
            by_name = next((child for child in head.children if child.ent_type_ == "PERSON"), None)
            known = named or (self.of(by_name) if by_name is not None else None)
            country, sector = (known.country, known.sector) if known else (None, "UNK")
            return self._participant(head, country, "CVL" if sector == "UNK" else sector, None)
        return named

    def _nominal(self, head: Token) -> Participant | None:
        named = self.names.get(head.i)
        country, sector = identify(head, self.names)
        is_owned = any(child.dep_ == "nmod:poss" and child.pos_ == "PRON" for child in head.children)
        if country is None and head.lemma_.lower() not in RELATIONAL and (owner := self._owner(head)):
            country = owner.country
            sector = "REB" if owner.sector == "REB" and sector == "MIL" else sector
        if country is None and (toponym := self.places.at(head)):
            country, sector = toponym.site.country, "CVL" if sector == "UNK" else sector
        if country is None and head.lemma_.lower() not in RELATIONAL:
            country = self._of_town(head) or self._shared(head)
        person = self._known(head)
        if person and not (named and named.name.kind == "leader" and country):
            country, sector = country or person.country, person.sector if sector == "UNK" else sector
        if country is None and (body := self._short_form(head)):
            return body
        if country is None and sector == "UNK" and head.ent_type_ not in {"PERSON", "ORG"}:
            return None
        if country is None and head.lemma_.lower() in OFFICES and head.pos_ == "NOUN":
            holder = self._holder(head)
            if holder:
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
            countries = spoken_of = self._told_before(head)
        if len(spoken_of) == 1:
            return replace(found, country=spoken_of[0])
        if len(countries) > 1:
            self.open[found.start] = tuple(countries)
        return found

    def _told_before(self, head: Token) -> list[str]:
        """Return the countries of which the text has told this role before, the latest first, if it stands alone.

        "The prosecutor" after "the head prosecutor of Peru"; "Defence Minister X" after "Kenya's defence minister".
        """
        words = role_words(head, self.names)
        is_alone = any(child.lower_ == "the" for child in head.children) or head.ent_type_ == "PERSON"
        if not words or not is_alone:
            return []
        told = [one for one in reversed(self.roles) if one.token < head.i and one.words[-len(words) :] == words]
        near = [one for one in told if head.i - one.token < REACH]
        return list(dict.fromkeys(one.country for one in near[:1] or told))

    def voice(self, speaker: Speaker | None) -> Participant | None:
        """Return who a speaker is, or null if it is nobody named."""
        head = speaker.name.root if speaker else None
        return self.of(head) if head is not None and head.pos_ != "PRON" else None

    def all_of(self, head: Token) -> list[Participant]:
        """Return who the nominal names, each people of "Hungarian and Romanian officials" by itself."""
        first = self.of(head)
        if first is None:
            return []
        members = (one for one in obliques(head, ("including",)) if one.ent_type_ or one.i in self.names)
        included = [one for member in members for one in self.all_of(member)]
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
        return [first, *others, *self._of_owners(head, first), *included]

    def _of_owners(self, head: Token, first: Participant) -> list[Participant]:
        """Return those of the other countries that share a head: "the ministers of Japan and Kenya"."""
        if head.tag_ not in {"NNS", "NNPS"} or head.i in self.names:
            return []
        owners = [other for owner in owners_of(head) if owner.i in self.names for other in expand([owner])[1:]]
        named = [(word, self.names[word.i]) for word in owners if word.i in self.names]
        return [
            self._participant(word, one.name.country, first.sector, one)
            for word, one in named
            if one.name.country not in {None, first.country}
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
        return word.i not in self.datelines and word.ent_type_ not in {"DATE", "TIME"}

    def _short_form(self, head: Token) -> Participant | None:
        """Return the body or country last named, for a short form of it: "the alliance", "the country"."""
        wanted = SHORT_FORMS.get(head.lemma_.lower())
        words = [child.lower_ for child in head.children if child.dep_ in {"det", "amod", "compound", "nummod"}]
        if wanted is None or words != ["the"] or any(obliques(head, ("of", "for", "between"))):
            return None
        if wanted == "body":
            return self._body_before(head)
        near = (one for place, one in reversed(self.organisations) if head.i - REACH < place < head.i)
        return next((one for one in near if one.sector == "GOV"), None)

    def _body_before(self, head: Token) -> Participant | None:
        """Return the international body last named, by itself or inside another name ("Nato allies")."""
        before = (one for place, one in reversed(self.names.items()) if place < head.i and one.name.sector == "IGO")
        named = next(before, None)
        if named is None:
            return None
        return self._participant(head.doc[named.end - 1], named.name.country, named.name.sector, named)

    def _of_town(self, head: Token) -> str | None:
        """Return the country of a town or region that modifies a nominal: "Ohio farmers", "the mayor of Odesa"."""
        words = [*phrase(head, INSIDE - {"appos"}), *(word for owner in owners_of(head) for word in phrase(owner))]
        return next((one.site.country for word in reversed(words) if (one := self.places.at(word))), None)

    def _shared(self, head: Token) -> str | None:
        """Return the country that a bare nominal shares with the one before it: "Kenyan jets and tanks"."""
        if (
            head.dep_ != "conj"
            or head.ent_type_ == "PERSON"
            or any(child.dep_ not in {"cc", "punct"} for child in head.lefts)
        ):
            return None
        first = head.head
        return country_of(first, self.names) if any(child.dep_ == "amod" for child in first.lefts) else None

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
        if word in {"we", "i", "us", "me"}:
            return self.voice(self.speakers.of(head))
        if head.dep_ == "nmod:poss":
            return self._other_owner(head)
        if word in {"he", "she", "it", "they"} and (speaker := self._governing(head)):
            return speaker
        if word in PERSONS:
            return self._named_by(head)
        bodies = (one for place, one in reversed(self.organisations) if head.i - REACH < place < head.i)
        return next(bodies, None) if word == "it" else None

    def _named_by(self, pronoun: Token) -> Participant | None:
        """Return the person or body last named that a pronoun fits."""
        span = self.mentions.source(pronoun)
        return self.of(span.root) if span is not None and span.root.pos_ != "PRON" else None

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
        pronouns = [child.lower_ for child in head.children if child.dep_ == "nmod:poss" and child.pos_ == "PRON"]
        if not pronouns:
            return None
        if pronouns[0] in {"our", "my"}:  # one of ours is of the speaker's country; "our countries" are several
            return self.voice(self.speakers.of(head)) if "Plur" not in head.morph.get("Number", []) else None
        subject = self._subject_above(head, [one for one in head.ancestors if one.pos_ == "VERB"])
        return subject or self._named_by(next(child for child in head.children if child.lower_ == pronouns[0]))

    def _other_owner(self, pronoun: Token) -> Participant | None:
        """Who a possessive stands for if not for the subject of its own clause: "X left as Mr Y seized its assets"."""
        verbs = [one for one in pronoun.ancestors if one.pos_ == "VERB"]
        nearest = subjects(verbs[0]) if verbs else []
        is_personal = pronoun.lower_ in {"his", "her"}
        if not nearest or any(_is_human(one) == is_personal for one in nearest):
            return None
        return self._subject_above(pronoun, verbs[1:]) or (self._named_by(pronoun) if is_personal else None)

    def _subject_above(self, head: Token, verbs: list[Token]) -> Participant | None:
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
    cast.spoken_of = _spoken_of(cast)
    cast.most_spoken_of = _most_spoken_of(cast)
    cast.answers.clear()  # by now everybody is known
    return cast


def is_actor(head: Token, cast: Cast) -> bool:
    """Tell whether a nominal itself names someone, rather than a thing that belongs to someone."""
    if (
        head.pos_ == "PRON"
        or head.i in cast.names
        or cast.places.at(head)
        or head.text in cast.aliases
        or counts_people(head)
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


def counts_people(head: Token) -> bool:
    """Tell a number or a noun that must be people: "killed 13", "14 others", "arrested two developers"."""
    if head.lower_ == "others":
        return any(child.dep_ == "nummod" for child in head.children)
    lemma = head.head.lemma_.lower()
    if head.pos_ == "NOUN" and head.dep_ in {"obj", "nsubj:pass"} and lemma in CHARGED:
        return lemma != "charge" or any(word.lower_ == "with" for one in head.head.rights for word in one.lefts)
    return head.pos_ == "NUM" and head.dep_ in {"obj", "nsubj:pass"} and lemma in BEFALLING


def _only_country(cast: Cast) -> str | None:
    named = {one.name.country for one in cast.names.values() if one.name.country} | set(cast.places.countries)
    countries = named - {"IGO", "NGO"}
    return countries.pop() if len(countries) == 1 else None


def _spoken_of(cast: Cast) -> Counter[str]:
    """Count how often names and towns speak of each country."""
    towns = {one.start: one.site.country for one in cast.places.by_token.values()}
    named: dict[int, str | None] = {**towns, **{one.start: one.name.country for one in cast.names.values()}}
    return Counter(country for country in named.values() if country and country not in {"IGO", "NGO"})


def _most_spoken_of(cast: Cast) -> str | None:
    """Return the country that names speak of most: a scene elsewhere does not tell whose officials are meant."""
    ranked = cast.spoken_of.most_common(2)
    is_plain = bool(ranked) and (len(ranked) == 1 or ranked[0][1] > ranked[1][1])
    return ranked[0][0] if is_plain else None


def role_words(head: Token, names: Mapping[int, Named]) -> tuple[str, ...]:
    """Return the words of the role that a nominal tells, lower-case, without names: "defence minister"; else none."""
    words = [
        word
        for word in phrase(head, frozenset({"compound", "amod", "nmod:desc"}))
        if word.i not in names and word.ent_type_ != "PERSON" and word.pos_ in {"NOUN", "PROPN", "ADJ"}
    ]
    lemmas = tuple(word.lemma_.lower() for word in words)
    return lemmas if lemmas and lemmas[-1] in SECTOR_OF else ()


def _introduce(head: Token, cast: Cast) -> None:
    _introduce_alias(head, cast)
    words = list(phrase(head, INSIDE - {"nmod:poss"}))
    if any(word.ent_type_ == "PERSON" for word in words) and head.pos_ in {"PROPN", "NOUN"}:
        participant = cast.of(head)
        if participant is None:
            return
        office = next((word.lemma_.lower() for word in words if word.lemma_.lower() in OFFICES), "")
        cast.people.append(Person(head.i, _surname(head), office, participant))
        return
    role = role_words(head, cast.names)
    if role and (participant := cast.of(head)) and participant.country:
        cast.roles.append(Role(head.i, role, participant.country))
    named = cast.names.get(head.i)
    if named and named.name.kind in {"country", "organisation"} and head.dep_.split(":")[0] in PROMINENT:
        participant = cast.of(head)
        if participant:
            cast.organisations.append((head.i, participant))


def _introduce_alias(head: Token, cast: Cast) -> None:
    """Remember the acronym that follows a name in parentheses: "the Norland Fishers' Union (NFU)"."""
    if head.pos_ != "PROPN" or head.i in cast.names:
        return
    short = [one for one in head.rights if one.dep_ == "appos" and one.text.isupper() and one.nbor(-1).text == "("]
    if short and short[0].i not in cast.names and (participant := cast.of(head)):
        cast.aliases[short[0].text] = participant


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


def _is_human(head: Token) -> bool:
    return head.ent_type_ == "PERSON" or head.lemma_.lower() in OFFICES
