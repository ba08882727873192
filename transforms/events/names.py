"""Words → known names: countries, peoples, capitals, organisations, leaders, longest match first."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc

from transforms.lexicon.countries import BORNE, COUNTRIES, NOT_COUNTRIES, WEAK_METONYMS
from transforms.lexicon.leaders import LEADER_SECTORS, LEADERS
from transforms.lexicon.organisations import ORGANISATIONS, OUTLETS, SHARED_NAMES
from transforms.lexicon.roles import OFFICES

LONGEST = 7  # words in a name; "International Committee of the Red Cross" has six
HYPHENS = frozenset({"-", "‑"})
LED = frozenset({"administration", "government", "cabinet", "regime", "aide", "allies"})  # "the Biden administration"
JUNIOR = frozenset({"Jr", "Jr.", "Junior"})


@dataclass(frozen=True, slots=True)
class Name:
    """What a name stands for; `kind` is country, people, capital, organisation, leader or outlet."""

    kind: str
    country: str | None
    sector: str
    candidates: tuple[str, ...] = ()  # countries that have something of this name each


@dataclass(frozen=True, slots=True)
class Named:
    """A known name at tokens `start` up to `end` of a document."""

    start: int
    end: int
    name: Name


@cache
def _names() -> Mapping[str, Name]:
    """Index all tables; where a name stands in several, the more telling kind wins."""
    names: dict[str, Name] = {}
    for country, (own, people, capitals) in COUNTRIES.items():
        names.update(dict.fromkeys(own.split(";"), Name("country", country, "GOV")))
        for one in filter(None, people.split(";")):
            names.update(dict.fromkeys((one, f"{one}s"), Name("people", country, "CVL")))
        strong = [capital for capital in capitals.split(";") if capital and capital not in WEAK_METONYMS]
        names.update(dict.fromkeys(strong, Name("capital", country, "GOV")))
    for country, listed in LEADERS.items():
        for one in listed.split(";"):
            default = "IGO" if country == "IGO" else "GOV"
            names[one] = Name("leader", country, LEADER_SECTORS.get(one, default))
    names.update(dict.fromkeys(OUTLETS, Name("outlet", None, "MED")))
    for country, sector, listed in ORGANISATIONS:
        for one in listed.split(";"):
            names.update(dict.fromkeys((one, f"{one}s"), Name("organisation", country or None, sector)))
    for sector, listed, countries in SHARED_NAMES:
        names.update(dict.fromkeys(listed.split(";"), Name("organisation", None, sector, tuple(countries.split(";")))))
    names.update(dict.fromkeys(NOT_COUNTRIES, Name("place", None, "UNK")))
    return names


@cache
def _first_words() -> frozenset[str]:
    return frozenset(name.split()[0].split("-")[0].split("'")[0] for name in _names())


def find_names(doc: Doc) -> Iterator[Named]:
    """Yield the known names of `doc` in text order, none inside another."""
    borne = BORNE | _borne(doc)
    position = 0
    while position < len(doc):
        found = _match(doc, position, borne)
        if found and found.name.kind != "place":  # "New Mexico" names nobody, and hides "Mexico"
            yield found
        position = found.end if found else position + 1


def _borne(doc: Doc) -> frozenset[str]:
    """Return the words of full names of persons, where a country's name is somebody's: "Jordan" of "Ana Jordan"."""
    full = (one.text for one in doc.ents if one.label_ == "PERSON" and len(one) > 1)
    return frozenset(word for name in full for word in name.split())


def _match(doc: Doc, start: int, borne: frozenset[str]) -> Named | None:
    first = doc[start].text
    if first.split("-")[0].split("'")[0] not in _first_words():
        return None
    for end in range(min(start + LONGEST, len(doc)), start, -1):
        name = _names().get(doc[start:end].text)
        if name and _fits(doc, start, end, name, borne):
            return Named(start, end, name)
    return None


def _fits(doc: Doc, start: int, end: int, name: Name, borne: frozenset[str]) -> bool:
    """Refuse a country's name worn by a person, a leader's worn by a place, a firm or another, and "an IRA" of many.

    A country's name that nobody bears is one that the engine misread as a person's: "Mali agreed".
    """
    entity = doc[end - 1].ent_type_
    if name.kind in {"leader", "organisation"} and any(one.lower_ in {"a", "an"} for one in doc[end - 1].children):
        return False
    if name.kind in {"country", "capital", "people"}:
        return entity != "PERSON" or end - start > 1 or doc[start].text not in borne
    if name.kind == "leader":
        is_leading = end < len(doc) and doc[end].lower_ in LED
        is_theirs = not _goes_on(doc, end) and not _is_namesake(doc, start, end)
        return (is_leading or entity not in {"LOC", "ORG", "NORP"}) and is_theirs
    return start == 0 or doc[start].text[0].isupper() or end - start > 1 or name.kind == "organisation"


def _is_namesake(doc: Doc, start: int, end: int) -> bool:
    """Tell a surname that follows another's given name: "Ivanka Trump"; an initial or a title may be anyone's."""
    if end - start > 1 or doc[start].ent_iob_ != "I":
        return False
    first = next(word for word in reversed(doc[:start]) if word.ent_iob_ != "I")
    given = _given_names().get(doc[start].text, frozenset())
    is_name = first.text.isalpha() and first.lower_ not in OFFICES and len(first) > 1
    return (
        bool(given) and is_name and not any(first.text.startswith(one) or one.startswith(first.text) for one in given)
    )


@cache
def _given_names() -> Mapping[str, frozenset[str]]:
    """Return the first names of leaders by their surnames."""
    full = [one.split() for listed in LEADERS.values() for one in listed.split(";") if " " in one]
    return {words[-1]: frozenset(one[0] for one in full if one[-1] == words[-1]) for words in full}


def _goes_on(doc: Doc, end: int) -> bool:
    """Tell a name that is another's: "Merkel-Ohm", "Donald Trump Jr"; "Trump-Putin" are two."""
    after = [one.text for one in doc[end : end + 2]]
    if after and after[0] in JUNIOR:
        return True
    is_joined = len(after) > 1 and after[0] in HYPHENS and not doc[end - 1].whitespace_ and not doc[end].whitespace_
    return is_joined and after[1].istitle() and after[1] not in _names()
