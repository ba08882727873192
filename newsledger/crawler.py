"""Get web addresses as a good guest: by each host's robots.txt and pace, with patience, and through few redirects."""

import asyncio
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

import stamina
import stamina.instrumentation
from protego import Protego

from newsledger.http import PRODUCT, Client, Limits, Resolve
from newsledger.settings import utc_now
from schemas.faults import Rejected, Transient
from schemas.response import Response
from transforms.documents.addresses import web_address

stamina.instrumentation.set_on_retry_hooks([])  # what is retried is no news; what fails in the end is told

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_GONE = frozenset({404, 410, 451})
_LATER = frozenset({408, 425, 429, 500, 502, 503, 504})
_NOT_MODIFIED = 304
_MAX_REDIRECTS = 5
_ROBOTS_BYTES = 512 * 1024  # RFC 9309 asks for 500 KiB at least


@dataclass(frozen=True)
class Manners:
    """How hosts are treated, in seconds and counts; who asks."""

    contact: str = ""  # where the people of a site reach us
    delay: float = 1.0  # between the starts of two requests to one host; more if its robots.txt asks for it
    longest_delay: float = 60.0  # a host that asks for more is left alone
    per_host: int = 2  # requests to one host at once
    at_once: int = 64  # requests to all hosts at once
    patience: float = 60.0  # the longest that Retry-After is waited for
    tries: int = 3
    first_backoff: float = 1.0  # doubled with each try, with jitter
    limits: Limits = field(default_factory=Limits)
    resolve: Resolve | None = None


class Busy(Transient):
    """A server that asks to be left alone for some seconds."""

    def __init__(self, message: str, seconds: float | None) -> None:
        """Keep how long it asks for, if it says."""
        super().__init__(message)
        self.seconds = seconds


class Crawler:
    """Gets addresses for one source; hosts' robots.txt and pace are known as long as it lives."""

    def __init__(self, manners: Manners, *, is_local: bool) -> None:
        """Open no connection yet."""
        self._manners = manners
        self._client = Client(
            is_local=is_local, contact=manners.contact, limits=manners.limits, resolve=manners.resolve
        )
        self._hosts: dict[str, _Host] = {}
        self._robots: dict[str, asyncio.Task[Protego]] = {}
        self._slots = asyncio.Semaphore(manners.at_once)

    async def get(
        self, address: str, validators: Mapping[str, str] | None = None, types: Iterable[str] = ()
    ) -> Response:
        """Return a good answer (2xx, or 304 to validators), whose `url` is where redirects led.

        Raise Rejected for what may not be asked or holds no page, Transient for what a later try may mend.
        """
        url = first = web_address(address)
        for _ in range(_MAX_REDIRECTS + 1):
            is_same_host = urlsplit(url).netloc == urlsplit(first).netloc
            await self._check_robots(url)
            answer = await self._ask(url, dict(validators or {}) if is_same_host else {}, types)
            if answer.status not in _REDIRECTS:
                return _good(answer)
            url = web_address(answer.headers.get("location", ""), url)
        raise Rejected("redirect_loop", f"{first}: more than {_MAX_REDIRECTS} redirects")

    async def aclose(self) -> None:
        """Close all connections."""
        await self._client.aclose()

    async def _ask(self, url: str, headers: dict[str, str], types: Iterable[str] = ()) -> Response:
        """Ask until there is an answer other than "later", as often as manners allow."""
        async for attempt in stamina.retry_context(
            on=self._waits, attempts=self._manners.tries, timeout=None, wait_initial=self._manners.first_backoff,
            wait_max=self._manners.patience, wait_jitter=self._manners.first_backoff,
        ):  # fmt: skip
            with attempt:
                host = self._host(url)
                async with host.turn(url), self._slots:
                    answer = await self._client.ask(url, headers, types)
                if answer.status in _LATER:
                    seconds = _retry_after(answer, utc_now())
                    host.leave_alone(seconds or 0)
                    raise Busy(f"{url}: {answer.status}", seconds)
        return answer

    def _waits(self, error: Exception) -> bool | float:
        """Return whether an error is worth another try, or after how many seconds it is."""
        if isinstance(error, Busy) and error.seconds is not None:
            return error.seconds if error.seconds <= self._manners.patience else False
        return isinstance(error, Transient)

    async def _check_robots(self, url: str) -> None:
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._robots:
            self._robots[origin] = asyncio.create_task(self._read_robots(origin))
        robots = await self._robots[origin]
        if not robots.can_fetch(url, PRODUCT):
            raise Rejected("disallowed_by_robots", url)
        host = self._host(url)
        if host.delay > self._manners.longest_delay:
            raise Rejected("crawl_delay_too_long", f"{origin} asks for {host.delay:g} seconds between two requests")

    async def _read_robots(self, origin: str) -> Protego:
        """Return a host's rules and note its pace; a host that cannot say them now is not asked for anything else."""
        url = f"{origin}/robots.txt"
        try:
            answer = await self._ask(url, {})
            for _ in range(_MAX_REDIRECTS):
                if answer.status in _REDIRECTS:
                    url = web_address(answer.headers.get("location", ""), url)
                    answer = await self._ask(url, {})
        except Transient as error:
            raise Rejected("robots_unreachable", str(error)) from None
        is_there = 200 <= answer.status < 300  # noqa: PLR2004  (RFC 9309: 4xx says that there are no rules)
        robots = Protego.parse(answer.body[:_ROBOTS_BYTES].decode("utf-8", "replace") if is_there else "")
        rate = robots.request_rate(PRODUCT)
        asked = (robots.crawl_delay(PRODUCT) or 0, rate.seconds / rate.requests if rate and rate.requests else 0)
        host = self._host(origin)
        host.delay = max(host.delay, *asked)
        return robots

    def _host(self, url: str) -> "_Host":
        name = urlsplit(url).hostname or ""
        if name not in self._hosts:
            self._hosts[name] = _Host(self._manners)
        return self._hosts[name]


class _Host:
    """The pace of one host."""

    def __init__(self, manners: Manners) -> None:
        self.delay = manners.delay
        self._patience = manners.patience
        self._next_at = 0.0
        self._slots = asyncio.Semaphore(manners.per_host)
        self._line = asyncio.Lock()

    @asynccontextmanager
    async def turn(self, url: str) -> AsyncIterator[None]:
        """Wait for the turn of a request; raise Transient if the host asked to be left alone for too long."""
        async with self._slots:
            async with self._line:
                clock = asyncio.get_running_loop().time
                starts_at = max(self._next_at, clock())
                if starts_at - clock() > self._patience + self.delay:
                    raise Busy(f"{url}: its host asks to be left alone", starts_at - clock())
                await asyncio.sleep(starts_at - clock())
                self._next_at = max(self._next_at, starts_at + self.delay)
            yield

    def leave_alone(self, seconds: float) -> None:
        """Let nobody ask this host for some seconds."""
        self._next_at = max(self._next_at, asyncio.get_running_loop().time() + seconds)


def _good(answer: Response) -> Response:
    if 200 <= answer.status < 300 or answer.status == _NOT_MODIFIED:  # noqa: PLR2004
        return answer
    if answer.status in _GONE:
        raise Rejected("gone", f"{answer.url}: {answer.status}")
    raise Rejected("not_let_in", f"{answer.url}: {answer.status}")


def _retry_after(answer: Response, now: datetime) -> float | None:
    """Return the seconds that a server asks to wait, said in seconds or as a date; None if it does not say."""
    stated = answer.headers.get("retry-after", "").strip()
    if stated.isdecimal():
        return float(stated)
    try:
        return max(0.0, (parsedate_to_datetime(stated) - now).total_seconds())
    except (ValueError, TypeError):
        return None
