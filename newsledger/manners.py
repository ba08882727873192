"""How hosts are treated: the pace of requests to each, and how long one is left alone that asks for it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from newsledger.connections import Resolve
from newsledger.http import Limits
from schemas.faults import Transient


@dataclass(frozen=True)
class Manners:
    """What we allow ourselves, in seconds and counts; who asks."""

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


class Host:
    """The pace of one host."""

    def __init__(self, manners: Manners) -> None:
        """Begin without a wait."""
        self.delay = manners.delay
        self._patience = manners.patience
        self._next_at = 0.0
        self._slots = asyncio.Semaphore(manners.per_host)
        self._line = asyncio.Lock()

    @asynccontextmanager
    async def turn(self, url: str) -> AsyncIterator[None]:
        """Wait for the turn of a request; raise Busy if the host asked to be left alone for too long."""
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


class Hosts:
    """All hosts that a run asks, for whatever source: two sources of one host share its pace."""

    def __init__(self, manners: Manners) -> None:
        """Know none yet."""
        self._manners = manners
        self._hosts: dict[str, Host] = {}
        self._slots = asyncio.Semaphore(manners.at_once)

    def host(self, url: str) -> Host:
        """Return the host of an address."""
        name = urlsplit(url).hostname or ""
        if name not in self._hosts:
            self._hosts[name] = Host(self._manners)
        return self._hosts[name]

    @asynccontextmanager
    async def turn(self, url: str) -> AsyncIterator[None]:
        """Wait for the turn of a request, at its host and among all; raise Busy as a host does."""
        async with self.host(url).turn(url), self._slots:
            yield
