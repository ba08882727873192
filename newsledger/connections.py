"""Connect to machines that may be asked: names resolved once, every address vetted, one pool for each host."""

import asyncio
import socket
import ssl
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Iterable
from functools import cache
from typing import Any

import httpcore2 as httpcore
import httpx2 as httpx

from schemas.faults import Rejected, Transient
from transforms.documents.addresses import is_of_this_network, is_public

_KEEP_OPEN = 30.0  # seconds; longer than most hosts' pace, so that one connection serves all requests to a host
_MAX_POOLS = 256  # hosts whose connections are kept open; far more than are asked at once
Resolve = Callable[[str, int], Awaitable[list[str]]]


class VettedTransport(httpx.AsyncHTTPTransport):
    """The usual transport over pools and a network of our own."""

    def __init__(self, *, is_local: bool, resolve: Resolve) -> None:
        """Let a local source ask this network's machines too. `resolve` turns a name into addresses."""
        super().__init__(verify=_trusted())
        self._pool = _Pools(_VettedNetwork(is_local=is_local, resolve=resolve))  # type: ignore[assignment]


class _Pools:
    """A pool of connections per host.

    One for all would look at every connection at every request: with fifty hosts, half of all processor time.
    """

    def __init__(self, network: httpcore.AsyncNetworkBackend) -> None:
        self._network = network
        self._pools: OrderedDict[bytes, httpcore.AsyncConnectionPool] = OrderedDict()

    async def handle_async_request(self, request: httpcore.Request) -> httpcore.Response:
        host = request.url.host
        if host not in self._pools:
            self._pools[host] = httpcore.AsyncConnectionPool(
                ssl_context=_trusted(),
                network_backend=self._network,
                max_connections=None,  # whoever asks bounds them, by host
                keepalive_expiry=_KEEP_OPEN,
            )
        self._pools.move_to_end(host)
        await self._close_old()
        return await self._pools[host].handle_async_request(request)

    async def aclose(self) -> None:
        for pool in self._pools.values():
            await pool.aclose()

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()

    async def _close_old(self) -> None:
        """Close the connections of the host that was asked longest ago, if there are many and it is at rest."""
        if len(self._pools) <= _MAX_POOLS:
            return
        host, pool = next(iter(self._pools.items()))
        if all(connection.is_idle() for connection in pool.connections):
            del self._pools[host]
            await pool.aclose()


@cache
def _trusted() -> ssl.SSLContext:
    """Return the certificates that the system trusts: read once, as it takes a tenth of a second, for all sources."""
    return httpx.create_ssl_context(trust_env=False)


class _VettedNetwork(httpcore.AsyncNetworkBackend):
    """Resolve a name once, vet every address it has, and connect to a vetted one, so that no second look-up differs.

    Every connection comes this way: the first, those of redirects, and those opened anew.
    """

    def __init__(self, *, is_local: bool, resolve: Resolve) -> None:
        self._is_local = is_local
        self._resolve = resolve
        self._backend = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109  (the interface of httpcore)
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        try:
            addresses = await asyncio.wait_for(self._resolve(host, port), timeout)
        except (OSError, UnicodeError, TimeoutError) as error:
            raise Transient(f"{host} has no address now: {error}") from None
        for address in addresses:
            if not (is_public(address) or (self._is_local and is_of_this_network(address))):
                raise Rejected("private_address", f"{host} is {address}, no public machine")
        refusal: Exception = Transient(f"{host} has no address")
        for address in addresses:
            try:
                return await self._backend.connect_tcp(address, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                refusal = error
        raise refusal


async def resolve_name(host: str, port: int) -> list[str]:
    """Return the addresses of a machine, each once, as the system knows them."""
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))
