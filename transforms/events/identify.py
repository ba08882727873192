"""Nominal → country and sector: what its own words tell, names first, then the nouns of a role."""

from collections.abc import Iterator, Mapping

from spacy.tokens import Doc, Token

from transforms.events.arguments import prepositions
from transforms.events.frames import noun_frames
from transforms.events.names import Named
from transforms.lexicon.regions import DIVIDED
from transforms.lexicon.roles import (
    FIRM_HEADS,
    GENERAL_TITLES,
    LEAVING,
    OFFICE_COUNTRY,
    PARTITIVES,
    PERSONAL,
    PUBLIC,
    RELATIONAL,
    SECTOR_OF,
    STANDING,
    STATES,
    TRANSPARENT_HEADS,
)

INSIDE = frozenset({"compound", "flat", "amod", "nmod:poss", "nmod:desc", "nummod", "appos", "goeswith", "fixed"})
MODIFIERS = frozenset({"amod", "compound"})
OWNERS = frozenset({"of", "from", "in", "for", "at"})


def phrase(head: Token, inside: frozenset[str] = INSIDE) -> Iterator[Token]:
    """Yield the words of a nominal around `head`, without clauses and without coordinated nominals."""
    for child in head.lefts:
        if child.dep_ in inside:
            yield from phrase(child, inside)
    yield head
    for child in head.rights:
        if child.dep_ in inside:
            yield from phrase(child, inside)


def owners_of(head: Token) -> Iterator[Token]:
    """Nominals that own or hold `head`: "the president of France", "security forces in Guinea"."""
    owning = OWNERS - {"from"} if head.head.lemma_.lower() in LEAVING else OWNERS
    for child in head.rights:
        if child.dep_ == "nmod" and any(word.dep_ == "case" and word.lower_ in owning for word in child.lefts):
            yield child


def identify(head: Token, names: Mapping[int, Named]) -> tuple[str | None, str]:
    """Read country and sector from the names and roles of a phrase."""
    own = names.get(head.i)
    if own and (own.name.kind != "people" or head.dep_ in MODIFIERS):
        return _of_name(head, own, names)
    sector = _standing(head, names) or _sector(head, names)
    if head.lemma_.lower() in RELATIONAL:
        return None, sector
    return country_of(head, names) or _office_country(head), sector


def _of_name(head: Token, own: Named, names: Mapping[int, Named]) -> tuple[str | None, str]:
    """Read a phrase whose head is itself a known name; what the text calls a leader here outweighs the table."""
    country = _administrator(own, names, head.doc) or own.name.country
    if own.name.kind == "leader":
        sector = own.name.sector if own.name.sector != "GOV" else _rank(head) or "GOV"
        return country_of(head, names), _standing(head, names) or sector
    if own.name.kind == "people":
        return country, _adjective_sector(head.head)
    if own.name.kind == "country" and _is_of_body(head, own):
        return country, _standing(head, names) or _sector_of_words(head) or "UNK"
    is_town = own.name.kind == "capital" and "in" in prepositions(head)
    return country or country_of(head, names), "CVL" if is_town else own.name.sector


def _is_of_body(head: Token, own: Named) -> bool:
    """Tell a country's name that ends a body's: "Harvest Trust Kenya"."""
    before = (word for word in head.lefts if word.i < own.start and word.dep_ in {"compound", "flat"})
    return head.ent_type_ == "ORG" and any(word.ent_type_ == "ORG" for word in before)


def _sector_of_words(head: Token) -> str:
    return next((role for word in phrase(head, MODIFIERS) if (role := _role(word))), "")


def _administrator(area: Named, names: Mapping[int, Named], doc: Doc) -> str | None:
    """Return whose part of a divided area is meant: Pakistan of "Pakistan-held Kashmir"."""
    bearers = DIVIDED.get(doc[area.start : area.end].text)
    before = names.get(area.start - 3)
    if not bearers or before is None or doc[area.start - 2].text != "-":
        return None
    return before.name.country if before.name.country in bearers else None


def country_of(head: Token, names: Mapping[int, Named]) -> str | None:
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
    for owner in owners_of(head):
        inner = names.get(owner.i)
        if inner and inner.name.country:
            return _administrator(inner, names, head.doc) or inner.name.country
        deeper = country_of(owner, names)
        if deeper:
            return deeper
    return None


def _adjective_sector(noun: Token) -> str:
    """Return who a people's adjective on a thing stands for: the state ("Mexican steel"), but who riots is people."""
    frames = noun_frames().get(noun.lemma_.lower(), ())
    return _role(noun) or ("CVL" if any(frame.type == "PROTEST" and not frame.company for frame in frames) else "GOV")


def _office_country(head: Token) -> str | None:
    text = " ".join(word.lower_ for word in phrase(head))
    return next((country for office, country in OFFICE_COUNTRY.items() if office in text), None)


def _role(word: Token) -> str:
    if word.lower_ == "general" and any(one.lower_ in GENERAL_TITLES for one in word.doc[max(word.i - 2, 0) : word.i]):
        return "GOV"
    lemma, is_modifier = word.lemma_.lower(), word.dep_ in {*MODIFIERS, "nmod:desc"}
    if is_modifier and (lemma == "executive" or (lemma in STATES and word.head.ent_type_ in {"PERSON", "ORG"})):
        return ""  # "an executive director", "his business partner X", "Royal Dutch Shell"
    if lemma in PERSONAL and any(child.lower_ in {"his", "her", "my"} for child in word.lefts):
        return "CVL"
    if lemma == "bank" and any(child.lower_ in PUBLIC for child in word.lefts):
        return "GOV"
    if word.lower_ == "media" and word.i and word.nbor(-1).lower_ == "social":  # a means, nobody
        return ""
    return SECTOR_OF.get(word.lemma_.lower()) or SECTOR_OF.get(word.lower_) or ""


def _standing(head: Token, names: Mapping[int, Named]) -> str:
    """Return the sector of a modifier that decides for any head: "opposition lawmakers", "a union president"."""
    inside = phrase(head, INSIDE - {"appos", "nmod:poss"})
    words = (word.lemma_.lower() for word in inside if word != head and word.i not in names)
    return next((STANDING[word] for word in words if word in STANDING), "")


def _rank(head: Token) -> str:
    """Return MIL for a soldier's title before a name: "General X", not "Secretary General X"."""
    titles = (_role(word) for word in phrase(head, INSIDE - {"appos", "nmod:poss"}) if word != head)
    return "MIL" if "MIL" in titles else ""


def _sector(head: Token, names: Mapping[int, Named]) -> str:
    """Return the sector of the head noun, or of what modifies a head that says little ("rebel leader")."""
    lemma = head.lemma_.lower()
    if lemma in PARTITIVES and (parts := [one for one in owners_of(head) if (lemma != "leader" or one.i not in names)]):
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
    known = (roles[0] if roles else "") or bearing or _role(head)
    return known or ("CVL" if head.i in names and names[head.i].name.kind == "people" else "UNK")
