"""Document → whose money a shared name means: "$" in Canada, "pesos" in Chile; and whether pounds are money at all."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Token

from schemas.context import Context
from transforms.claims.number import DASHES
from transforms.claims.quantities import Quantity
from transforms.claims.words import Word
from transforms.lexicon.countries import COUNTRIES
from transforms.lexicon.currencies import (
    BODY_WEIGHT,
    CODE_ALIASES,
    CODES,
    EARNING,
    LETTER_SIGNS,
    PAYING,
    PLACES,
    PRICED_IN_DOLLARS,
    SETTLED,
    SHARED,
    SYMBOLS,
    VALUED,
    WEIGHING,
)
from transforms.lexicon.regions import REGIONS

_LETTERS_AND_CODES = LETTER_SIGNS | {code: CODE_ALIASES.get(code, code) for code in CODES if code.isupper()}
LEAST = 2  # mentions of a country before a story's dollars are its own
LONGEST = 3  # words of a name
NEAR = 8  # words around a number of pounds that tell weight from money
LEAST_MONEY = 1e6  # "thousands" alone are as well people
HEAVIEST = 1e5  # "a 5-pound note", "a 10-million-pound house": more is money if nothing else is told


@dataclass(frozen=True, slots=True)
class Home:
    """What a document tells of its countries: mentions of each, the money that it writes most, whether bodies weigh."""

    mentions: Mapping[str, int]
    outlet: str | None
    has_sterling: bool
    has_weight: bool = False
    written: str | None = None  # ISO code of the sign or code that is written most; None if that is a bare dollar's

    def money(self, family: str) -> tuple[str, bool]:
        """Return the ISO code that a shared name means here, and whether the text settles it."""
        countries = SHARED[family]
        first, *others = countries
        counts = {country: self.mentions.get(country, 0) for country in countries}
        if self.outlet in countries and counts[first] <= counts[self.outlet]:
            return countries[self.outlet], True
        best = max(others, key=lambda country: counts[country])
        needed = LEAST if family in SETTLED else 1
        if counts[best] >= needed and counts[best] > counts[first]:
            return countries[best], sum(count == counts[best] for count in counts.values()) == 1
        return countries[first], family in SETTLED or counts[first] > 0

    @property
    def has_pounds(self) -> bool:
        """Tell whether the story is set where pounds are money."""
        return self.has_sterling or any(self.mentions.get(country, 0) for country in SHARED["pound"])


def read_home(words: list[Word], context: Context) -> Home:
    """Count the countries that the words name, with the outlet's own country."""
    names, counts, i = _names(), Counter[str](), 0
    while i < len(words):
        found = _name_at(words, i, names) if words[i].text[0].isupper() else None
        if found:
            counts[found[0]] += 1
        i += found[1] if found else 1
    is_weighed = any(word.lower in BODY_WEIGHT for word in words)
    signs = Counter(sign for word in words if (sign := SYMBOLS.get(word.text) or _LETTERS_AND_CODES.get(word.text)))
    written = signs.most_common(1)[0][0] if signs else "USD"
    has_sterling = any(word.text == "£" for word in words)
    return Home(counts, context.country, has_sterling, is_weighed, None if written == "USD" else written)


def _name_at(words: list[Word], i: int, names: Mapping[tuple[str, ...], str]) -> tuple[str, int] | None:
    for length in range(min(LONGEST, len(words) - i), 0, -1):
        country = names.get(tuple(word.text for word in words[i : i + length]))
        if country:
            return country, length
    return None


@cache
def _names() -> Mapping[tuple[str, ...], str]:
    """Index what names the countries whose money shares a name; plurals of their people included."""
    countries = {country for family in SHARED.values() for country in family}
    names: dict[tuple[str, ...], str] = {}
    for country in sorted(countries):
        own, people, capitals = COUNTRIES.get(country, ("", "", ""))
        plurals = [f"{name}s" for name in people.split(";")]
        listed = ";".join((own, people, capitals, REGIONS.get(country, ""), PLACES.get(country, ""))).split(";")
        names |= {tuple(name.split()): country for name in (*listed, *plurals) if len(name) > 1}
    return names


def at_home(quantity: Quantity, home: Home) -> Quantity:
    """Return an amount under a shared name as the money that it means here; any other quantity as it is."""
    if not quantity.family:
        return quantity
    if quantity.unit.partition(" per ")[2] in PRICED_IN_DOLLARS:
        return quantity
    code, is_settled = home.money(quantity.family)
    unit = quantity.unit.replace(quantity.unit.split(" ")[0], code, 1)
    return replace(quantity, unit=unit, is_guess=quantity.is_guess or not is_settled)


def as_money(words: list[Word], quantity: Quantity, home: Home) -> Quantity:
    """Return "made billions", "millions in aid" as the money that the text writes most; other counts as they are."""
    if quantity.form != "vague" or quantity.unit != "count" or (quantity.low or 0) < LEAST_MONEY:
        return quantity
    token = quantity.anchor
    is_owed = any(child.tag_ == "VBN" and child.lemma_.lower() in EARNING for child in token.children)
    is_paid = is_owed or (token.dep_ in {"obj", "nsubj:pass"} and token.head.lemma_.lower() in EARNING)
    nouns = [child for child in token.children if child.dep_ == "nmod"]
    after = [word.lower for word in words[quantity.core_end : quantity.core_end + 3]]
    is_value = (after[:1] == ["in"] and bool(VALUED & set(after))) or any(
        child.lower_ in VALUED and _is_in(child) for child in nouns
    )
    is_counting = any(not _is_in(child) for child in nouns)
    if is_counting or not (is_paid or is_value):
        return quantity
    unit, family = (home.written, "") if home.written else ("USD", "dollar")
    return replace(quantity, unit=unit, kind="money", family=family, rule="vague_money", is_guess=True)


def _is_in(noun: Token) -> bool:
    return any(child.dep_ == "case" and child.lower_ == "in" for child in noun.children)


def as_mass(words: list[Word], quantity: Quantity, home: Home) -> Quantity:
    """Return pounds that weigh as a mass; pounds that pay, and any other quantity, as they are."""
    if quantity.family != "pound":
        return quantity
    weighs = _weighs(words, quantity) or (home.has_weight and _changes_body(quantity))
    pays = _pays(words, quantity)
    if pays == weighs and (home.has_pounds or (quantity.high or quantity.low or 0) >= HEAVIEST):
        return replace(quantity, is_guess=not home.has_sterling)
    if pays and not weighs:
        return quantity
    unit = quantity.unit.replace("GBP", "pound", 1)
    kind = "rate" if " per " in unit else "measure"
    return replace(quantity, unit=unit, kind=kind, family="", rule=kind, is_guess=weighs == pays)


def _weighs(words: list[Word], quantity: Quantity) -> bool:
    core, end = words[quantity.core : quantity.core_end], quantity.core_end
    near = {word.lower for word in words[max(0, quantity.first - NEAR) : end + NEAR]}
    if near & WEIGHING or {"ounce", "ounces"} & {word.lower for word in core}:
        return True
    is_hyphenated = any(word.text in DASHES for word in core) and (quantity.low or 0) < HEAVIEST
    follows = [word.lower for word in words[end : end + 3]]
    return (is_hyphenated and "note" not in follows) or (follows[:1] == ["of"] and not set(follows) & VALUED)


def _changes_body(quantity: Quantity) -> bool:
    """Tell whether somebody lost or gained so many pounds, where the text is about weight."""
    token = quantity.anchor
    return token.dep_ == "obj" and token.head.lemma_.lower() in {"lose", "gain", "shed", "drop", "put"}


def _pays(words: list[Word], quantity: Quantity) -> bool:
    near = words[max(0, quantity.first - NEAR) : quantity.core_end + NEAR]
    return any(word.token.lemma_.lower() in PAYING or word.lower in PAYING for word in near)
