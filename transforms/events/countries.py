"""Names and places of a text → the countries that it speaks of, and how often."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from transforms.assertions.place import Places
from transforms.events.names import Named

BODIES = frozenset({"IGO", "NGO"})  # in the place of a country where a name is of none


@dataclass(frozen=True, slots=True)
class Countries:
    """The countries that a text speaks of."""

    mentions: Counter[str]  # names and towns of each
    only: str | None  # if it is one
    foremost: str | None  # the one that it names most, if one: officials are its own, wherever a scene is set
    rivals: tuple[str, ...]  # those that it names at least half as often as that one, if it has rivals


def count_countries(names: Mapping[int, Named], places: Places) -> Countries:
    """Count how often names and towns speak of each country."""
    towns = {one.start: one.site.country for one in places.by_token.values()}
    named = {one.start: one.name.country for one in names.values()}
    mentions = Counter(one for one in {**towns, **named}.values() if one and one not in BODIES)
    told = {one for one in (*named.values(), *places.countries) if one} - BODIES
    ranked = mentions.most_common(2)
    is_plain = bool(ranked) and (len(ranked) == 1 or ranked[0][1] > ranked[1][1])
    rivals = tuple(one for one, count in mentions.most_common() if 2 * count >= ranked[0][1])
    return Countries(
        mentions,
        only=told.pop() if len(told) == 1 else None,
        foremost=ranked[0][0] if is_plain else None,
        rivals=rivals if len(rivals) > 1 else (),
    )
