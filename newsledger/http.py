"""Ask one web address once: to a vetted machine only, and within limits of size and time."""

import asyncio
import socket
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import Any

import httpcore2 as httpcore
import httpx2 as httpx

from newsledger import __version__
from schemas.faults import Rejected, Transient
from schemas.response import Response
from transforms.documents.addresses import is_of_this_network, is_public

PRODUCT = "newsledger"
_KEEP_OPEN = 30.0  # seconds; longer than most hosts' pace, so that one connection serves all requests to a host
Resolve = Callable[[str, int], Awaitable[list[str]]]


@dataclass(frozen=True)
class Limits:
    """What one answer may take; seconds and bytes."""

    connect: float = 10.0
    silence: float = 20.0  # to the first byte, and between two pieces
    total: float = 60.0
    body: int = 20 * 1024 * 1024  # decoded; the longest of 439 real news pages had 4 MB


class Client:
    """Connections to servers, kept open while it is; follows no redirect, keeps no cookie, knows no proxy."""

    def __init__(
        self, *, is_local: bool, contact: str, limits: Limits | None = None, resolve: Resolve | None = None
    ) -> None:
        """Serve a source: a local one may ask this network's machines too. `resolve` turns a name into addresses."""
        self.limits = limits or Limits()
        self._client = httpx.AsyncClient(
            transport=_VettedTransport(_VettedNetwork(is_local=is_local, resolve=resolve or _resolve)),
            timeout=httpx.Timeout(self.limits.silence, connect=self.limits.connect),
            headers={"User-Agent": f"{PRODUCT}/{__version__} (news archive; {contact})", "Accept-Encoding": "gzip, br"},
            cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
            trust_env=False,
        )

    async def ask(self, url: str, headers: dict[str, str], types: Iterable[str] = ()) -> Response:
        """Return the answer of a server, whatever its status.

        `types` are the content types whose body is read (all if empty). Raise Rejected for a machine that may not be
        asked and for an answer that is too large or of another type; Transient for what a later try may mend.
        """
        try:
            async with asyncio.timeout(self.limits.total), self._client.stream("GET", url, headers=headers) as response:
                return await self._read(url, response, tuple(types))
        except TimeoutError:
            raise Transient(f"{url}: no whole answer in {self.limits.total:g} seconds") from None
        except (httpx.InvalidURL, httpx.UnsupportedProtocol) as error:
            raise Rejected("unsafe_address", f"{url}: {error}") from None
        except httpx.DecodingError as error:
            raise Rejected("broken_encoding", f"{url}: {error}") from None
        except httpx.HTTPError as error:
            raise Transient(f"{url}: {type(error).__name__} {error}".rstrip()) from None

    async def aclose(self) -> None:
        """Close all connections."""
        await self._client.aclose()

    async def _read(self, url: str, response: httpx.Response, types: tuple[str, ...]) -> Response:
        kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
        if types and kind and response.is_success and kind not in types:
            raise Rejected("wrong_content_type", f"{url}: {kind}")
        stated = response.headers.get("content-length", "")
        if stated.isdecimal() and int(stated) > self.limits.body:
            raise Rejected("too_large", f"{url}: {stated} bytes")
        body = bytearray()
        async for piece in response.aiter_bytes():
            body += piece
            if len(body) > self.limits.body:
                raise Rejected("too_large", f"{url}: more than {self.limits.body} bytes when unpacked")
        return Response(url, bytes(body), response.status_code, dict(response.headers), _head(response.request))


class _VettedTransport(httpx.AsyncHTTPTransport):
    """The usual transport over a network of our own."""

    def __init__(self, network: httpcore.AsyncNetworkBackend) -> None:
        super().__init__(trust_env=False)
        context = httpx.create_ssl_context(trust_env=False)
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=context,
            network_backend=network,
            max_connections=None,  # whoever asks bounds them, by host
            keepalive_expiry=_KEEP_OPEN,
        )


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


def _head(request: httpx.Request) -> bytes:
    lines = [b"%s %s HTTP/1.1" % (request.method.encode(), request.url.raw_path)]
    return b"\r\n".join([*lines, *(b"%s: %s" % header for header in request.headers.raw), b"", b""])


async def _resolve(host: str, port: int) -> list[str]:
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))
