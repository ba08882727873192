"""Look at a site to be added as a source: its robots.txt, the feeds it announces, its news sitemaps."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from urllib.parse import urljoin, urlsplit

import yaml

from newsledger.archive import Archive
from newsledger.crawler import Crawler
from newsledger.manners import Hosts, Manners
from newsledger.robots import Robots
from newsledger.settings import Settings, utc_now
from newsledger.sources import read_sources
from schemas.faults import Permanent, Rejected, Transient
from schemas.response import Response
from schemas.source import Source
from transforms.documents.feeds import announced_feeds, article_links, article_times, read_sitemap
from transforms.documents.sites import Listing, best_listing, propose, read_site

_USUAL_FEEDS = ("/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml")  # asked for where none is announced
_USUAL_SITEMAPS = ("/news-sitemap.xml", "/sitemap-news.xml")
_MOST = 5  # feeds or sitemaps looked at
_NAME = "sources.probes"  # no source can bear it: their names hold no dot


@dataclass(frozen=True)
class Proposal:
    """The entry that a site suggests, and what was seen."""

    source: Source
    listings: tuple[Listing, ...]

    def entry(self) -> str:
        """Return the entry as it stands in `sources.yml`."""
        fields = {name: value for name, value in vars(self.source).items() if value is not False}
        text = yaml.safe_dump([fields], sort_keys=False, allow_unicode=True, width=10_000)
        return "".join(f"  {line}" for line in text.splitlines(keepends=True))

    def seen(self) -> Iterable[str]:
        """Yield a line for each feed or sitemap that was found."""
        for listing in self.listings:
            yield f"{listing.kind} {listing.address}: {listing.count} articles, about {listing.per_day():.0f} a day"


def probe(settings: Settings, manners: Manners, url: str, *, country: str = "", is_local: bool = False) -> Proposal:
    """Return the entry that a site's own words suggest.

    `url` is any page of the site, its feed or its sitemap. Raise Permanent if it cannot be asked or announces nothing.
    """
    address = url if "://" in url else f"https://{url}"
    if not (manners.contact or is_local):
        raise Permanent("set NEWSLEDGER_CONTACT to a mail address or page where the people of the site can reach you")
    proposal = asyncio.run(_probe(settings, address, manners, is_local=is_local))
    source = proposal.source
    return replace(proposal, source=replace(source, country=country or source.country))


def add(settings: Settings, proposal: Proposal) -> None:
    """Append the entry to `sources.yml`; raise Permanent, leaving the file as it was, if it does not fit there."""
    path = settings.config / "sources.yml"
    if not proposal.source.country:
        raise Permanent("nothing on the site says which country it is of; say it: --country KEN")
    before = path.read_text("utf-8") if path.exists() else "sources:\n"
    trial = path.with_suffix(".trial.yml")
    trial.write_text(f"{before.rstrip()}\n{proposal.entry()}", "utf-8")
    try:
        read_sources(trial)
        trial.replace(path)
    except Permanent as fault:
        raise Permanent(str(fault).replace(str(trial), str(path))) from None
    finally:
        trial.unlink(missing_ok=True)


async def _probe(settings: Settings, address: str, manners: Manners, *, is_local: bool) -> Proposal:
    now = utc_now()
    archive = Archive(settings.raw)
    record = partial(archive.record, _NAME, now.date(), fetched_at=now)
    robots = Robots(archive, now.date(), now)
    crawler = Crawler(manners, Hosts(manners), robots, record, is_local=is_local)
    try:
        look = _Look(crawler, record, now)
        page = await look.get(address)
        itself = await look.read(page)
        listings = [itself] if itself else [listing async for listing in look.listings(page)]
        front = await look.get(urljoin(page.url, "/")) if itself else page
    except (Rejected, Transient) as fault:
        raise Permanent(f"{address} cannot be asked: {fault}") from None
    finally:
        await crawler.aclose()
    best = best_listing(listings)
    if best is None:
        raise Permanent(
            f"{address} announces no feed and no news sitemap; give the address of one, or add a list of addresses"
        )
    return Proposal(propose(read_site(front.body, front.url), best, page.url, is_local=is_local), tuple(listings))


class _Look:
    """One look at a site; everything that it answers is recorded first."""

    def __init__(self, crawler: Crawler, record: Callable[[Response], object], now: datetime) -> None:
        self._crawler = crawler
        self._record = record
        self._now = now

    async def get(self, address: str) -> Response:
        answer = await self._crawler.get(address)
        self._record(answer)
        return answer

    async def listings(self, page: Response) -> AsyncIterator[Listing]:
        """Yield the feeds that a page announces and the news sitemaps of its site that can be read and list something.

        Where none is announced, the usual addresses are tried.
        """
        feeds = [feed for feed in announced_feeds(page.body, page.url) if "comment" not in feed.lower()]
        stated = list((await self._crawler.robots(page.url)).sitemaps)
        sitemaps = [sitemap for sitemap in stated if "news" in urlsplit(sitemap).path.lower()]
        usual = [*(_USUAL_FEEDS if not feeds else ()), *(_USUAL_SITEMAPS if not sitemaps else ())]
        addresses = [*feeds[:_MOST], *sitemaps[:_MOST], *(urljoin(page.url, path) for path in usual)]
        for address in dict.fromkeys(addresses):
            with suppress(Rejected, Transient):
                if listing := await self.read(await self.get(address)):
                    yield listing

    async def read(self, answer: Response) -> Listing | None:
        """Return what a feed or sitemap lists, an index what its first sitemap does; None if it is none or is empty."""
        with suppress(Rejected):
            links = article_links(answer.body, answer.url)
            return Listing("feed", answer.url, len(links), tuple(article_times(answer.body))) if links else None
        with suppress(Rejected):
            listed = read_sitemap(answer.body, answer.url, self._now.date())
            if listed.sitemaps:
                first = await self.get(listed.sitemaps[0])
                listed = read_sitemap(first.body, first.url, self._now.date())
            if listed.articles:
                return Listing("sitemap", answer.url, len(listed.articles), listed.times)
        return None
