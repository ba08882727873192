"""A source: an outlet's feed, folder or archive, as `config/sources.yml` declares it."""

from dataclasses import dataclass
from typing import Annotated

from schemas.table import Table

KINDS = ("folder", "warc", "feed", "sitemap", "urls")


@dataclass(frozen=True, kw_only=True)
class Source:
    """One place that pages come from, with what is expected of it."""

    name: Annotated[str, "Key: short lower_snake name, unique in the configuration."]
    kind: Annotated[str, "How pages are found: folder, warc, feed, sitemap, urls (a list of addresses)."]
    location: Annotated[str, "Path (relative to the checkout) or URL; {day} stands for the news day, YYYY-MM-DD."]
    outlet: Annotated[str, "Name of the publisher as readers know it."]
    country: Annotated[str, "Home country of the outlet, ISO 3166 alpha-3."]
    language: Annotated[str, "Language it writes in, ISO 639-1."]
    licence: Annotated[str, "What its terms allow, in a sentence."]
    cadence: Annotated[str, "How often new pages appear: hourly, daily, weekly."]
    expected_min: Annotated[int, "Fewest pages a day; fewer holds the run."]
    expected_max: Annotated[int, "Most pages a day; more warns."]
    is_local: Annotated[bool, "Whether it may ask machines of this network; others are refused."] = False

    @property
    def is_of_web(self) -> bool:
        """Whether its location is a web address, not a path."""
        return self.location.startswith(("http://", "https://"))


SOURCES = Table(Source, "ops", "sources", ("name",))
