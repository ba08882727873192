"""Get web addresses as a good guest: by each host's robots.txt and pace, with patience, and through few redirects."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping
from datetime import datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from urllib.parse import urlsplit

import stamina
import stamina.instrumentation
from protego import Protego

from newsledger.http import PRODUCT, Client
from newsledger.manners import Busy, Hosts, Manners
from newsledger.robots import Robots
from newsledger.settings import utc_now
from schemas.faults import Rejected, Transient
from schemas.response import Response
from transforms.documents.addresses import web_address

stamina.instrumentation.set_on_retry_hooks([])  # what is retried is no news; what fails in the end is told

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_GONE = frozenset({404, 410, 451})
_LATER = frozenset({408, 425, 429})  # and every fault of the server's own, 500 and above
_SERVER_FAULT = 500
_NOT_MODIFIED = 304
_MAX_REDIRECTS = 5
_ROBOTS_BYTES = 512 * 1024  # RFC 9309 asks for 500 KiB at least

Ask = Callable[[str, dict[str, str]], Awaitable[Response]]
Aside = Callable[[Response], object]


class Crawler:
    """Gets addresses for one source, at the pace of hosts that all sources share."""

    def __init__(self, manners: Manners, hosts: Hosts, robots: Robots, aside: Aside, *, is_local: bool) -> None:
        """Open no connection yet. `aside` is given each answer that is not returned: redirects, refusals, "later"."""
        self._manners = manners
        self._hosts = hosts
        self._kept = robots
        self._aside = aside
        self._client = Client(
            is_local=is_local, contact=manners.contact, limits=manners.limits, resolve=manners.resolve
        )
        self._robots: dict[str, asyncio.Task[Protego]] = {}

    async def get(
        self, address: str, validators: Mapping[str, str] | None = None, types: Iterable[str] = ()
    ) -> Response:
        """Return a good answer (2xx, or 304 to validators), whose `url` is where redirects led.

        Raise Rejected for what may not be asked or holds no page, Transient for what a later try may mend.
        """
        return await self._follow(
            address, dict(validators or {}), lambda url, headers: self._client.ask(url, headers, types)
        )

    async def download(self, address: str, path: Path) -> Response:
        """Write what an address holds to a file, going on where an earlier try broke off; raise as `get` does."""
        return await self._follow(address, {}, lambda url, _: self._client.download(url, path))

    async def robots(self, address: str) -> Protego:
        """Return the rules of the host of an address; raise Rejected if it cannot say them now."""
        parts = urlsplit(address)
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._robots:
            self._robots[origin] = asyncio.create_task(self._read_robots(origin))
        return await self._robots[origin]

    async def aclose(self) -> None:
        """Close all connections."""
        await self._client.aclose()

    async def _follow(self, address: str, headers: dict[str, str], ask: Ask) -> Response:
        url = first = web_address(address)
        for _ in range(_MAX_REDIRECTS + 1):
            is_same_host = urlsplit(url).netloc == urlsplit(first).netloc
            await self._check_robots(url)
            answer = await self._ask(url, headers if is_same_host else {}, ask)
            if answer.status not in _REDIRECTS:
                return self._good(answer)
            self._aside(answer)
            url = web_address(answer.headers.get("location", ""), url)
        raise Rejected("redirect_loop", f"{first}: more than {_MAX_REDIRECTS} redirects")

    async def _ask(self, url: str, headers: dict[str, str], ask: Ask) -> Response:
        """Ask until there is an answer other than "later", as often as manners allow."""
        async for attempt in stamina.retry_context(
            on=self._waits, attempts=self._manners.tries, timeout=None, wait_initial=self._manners.first_backoff,
            wait_max=self._manners.patience, wait_jitter=self._manners.first_backoff,
        ):  # fmt: skip
            with attempt:
                async with self._hosts.turn(url):
                    answer = await ask(url, headers)
                if answer.status in _LATER or answer.status >= _SERVER_FAULT:
                    self._aside(answer)
                    seconds = _retry_after(answer, utc_now())
                    self._hosts.host(url).leave_alone(seconds or 0)
                    raise Busy(f"{url}: {answer.status}", seconds)
        return answer

    def _waits(self, error: Exception) -> bool | float:
        """Return whether an error is worth another try, or after how many seconds it is."""
        if isinstance(error, Busy) and error.seconds is not None:
            return error.seconds if error.seconds <= self._manners.patience else False
        return isinstance(error, Transient)

    def _good(self, answer: Response) -> Response:
        if 200 <= answer.status < 300 or answer.status == _NOT_MODIFIED:  # noqa: PLR2004
            return answer
        self._aside(answer)
        reason = "gone" if answer.status in _GONE else "not_let_in"
        raise Rejected(reason, f"{answer.url}: {answer.status}")

    async def _check_robots(self, url: str) -> None:
        if not (await self.robots(url)).can_fetch(url, PRODUCT):
            raise Rejected("disallowed_by_robots", url)
        delay = self._hosts.host(url).delay
        if delay > self._manners.longest_delay:
            raise Rejected("crawl_delay_too_long", f"{url}: its host asks for {delay:g} seconds between two requests")

    async def _read_robots(self, origin: str) -> Protego:
        """Return a host's rules and note its pace; a host that cannot say them now is not asked for anything else."""
        url = f"{origin}/robots.txt"
        answer = self._kept.kept(url)
        if answer is None:
            answer = await self._ask_robots(url)
            self._kept.keep(url, answer)
        is_there = 200 <= answer.status < 300  # noqa: PLR2004  (RFC 9309: 4xx says that there are no rules)
        robots = Protego.parse(answer.body[:_ROBOTS_BYTES].decode("utf-8", "replace") if is_there else "")
        rate = robots.request_rate(PRODUCT)
        asked = (robots.crawl_delay(PRODUCT) or 0, rate.seconds / rate.requests if rate and rate.requests else 0)
        host = self._hosts.host(origin)
        host.delay = max(host.delay, *asked)
        return robots

    async def _ask_robots(self, url: str) -> Response:
        """Return the answer of a robots.txt, through redirects; after too many of them, the last one."""
        try:
            answer = await self._ask(url, {}, self._client.ask)
            for _ in range(_MAX_REDIRECTS):
                if answer.status in _REDIRECTS:
                    url = web_address(answer.headers.get("location", ""), url)
                    answer = await self._ask(url, {}, self._client.ask)
        except Transient as error:
            raise Rejected("robots_unreachable", str(error)) from None
        return answer


def _retry_after(answer: Response, now: datetime) -> float | None:
    """Return the seconds that a server asks to wait, said in seconds or as a date; None if it does not say."""
    stated = answer.headers.get("retry-after", "").strip()
    if stated.isdecimal():
        return float(stated)
    try:
        return max(0.0, (parsedate_to_datetime(stated) - now).total_seconds())
    except (ValueError, TypeError):
        return None
