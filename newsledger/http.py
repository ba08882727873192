"""Ask one web address once: to a vetted machine only, and within limits of size and time."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from http.cookiejar import CookieJar, DefaultCookiePolicy
from pathlib import Path

import httpx2 as httpx

from newsledger import __version__
from newsledger.connections import Resolve, VettedTransport, resolve_name
from schemas.faults import Rejected, Transient
from schemas.response import Response

PRODUCT = "newsledger"
_ENCODINGS = ("gzip", "br", "identity", "")
_PARTIAL = 206
_NO_SUCH_RANGE = 416


@dataclass(frozen=True)
class Limits:
    """What one answer may take; seconds and bytes."""

    connect: float = 10.0
    silence: float = 20.0  # to the first byte, and between two pieces
    total: float = 60.0
    body: int = 20 * 1024 * 1024  # decoded; the longest of 439 real news pages had 4 MB
    download: float = 3600.0  # seconds for a file
    file: int = 4 * 1024 * 1024 * 1024  # of a file; those of CC-NEWS have 1 GB


class Client:
    """Connections to servers, kept open while it is; follows no redirect, keeps no cookie, knows no proxy."""

    def __init__(
        self, *, is_local: bool, contact: str, limits: Limits | None = None, resolve: Resolve | None = None
    ) -> None:
        """Serve a source: a local one may ask this network's machines too. `resolve` turns a name into addresses."""
        self.limits = limits or Limits()
        self._client = httpx.AsyncClient(
            transport=VettedTransport(is_local=is_local, resolve=resolve or resolve_name),
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
        async with self._answer(url, headers, self.limits.total) as response:
            return await self._read(url, response, tuple(types))

    async def download(self, url: str, path: Path) -> Response:
        """Write what a server answers to a file, and return the answer without it.

        Goes on where the file ends if it is there and the server can (Range). The file is kept when the answer breaks
        off, for the next try. Raise as `ask` does.
        """
        start = _size(path)
        headers = {"Accept-Encoding": "identity"} | ({"Range": f"bytes={start}-"} if start else {})
        async with self._answer(url, headers, self.limits.download) as response:
            if response.status_code == _NO_SUCH_RANGE:
                _empty(path)
                raise Transient(f"{url} is shorter than what we have of it; asked for anew")
            if response.is_success:
                await self._write(url, response, path, start if response.status_code == _PARTIAL else 0)
            return _response(url, response, b"")

    async def aclose(self) -> None:
        """Close all connections."""
        await self._client.aclose()

    async def _read(self, url: str, response: httpx.Response, types: tuple[str, ...]) -> Response:
        kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
        if types and kind and response.is_success and kind not in types:
            raise Rejected("wrong_content_type", f"{url}: {kind}")
        if (encoding := response.headers.get("content-encoding", "").strip().lower()) not in _ENCODINGS:
            raise Rejected("broken_encoding", f"{url}: {encoding}, which was not asked for")
        stated = response.headers.get("content-length", "")
        if stated.isdecimal() and int(stated) > self.limits.body:
            raise Rejected("too_large", f"{url}: {stated} bytes")
        body = bytearray()
        async for piece in response.aiter_bytes():
            body += piece
            if len(body) > self.limits.body:
                raise Rejected("too_large", f"{url}: more than {self.limits.body} bytes when unpacked")
        return _response(url, response, bytes(body))

    async def _write(self, url: str, response: httpx.Response, path: Path, start: int) -> None:
        with path.open("ab") as file:
            file.truncate(start)
            async for piece in response.aiter_raw():
                file.write(piece)
                if file.tell() > self.limits.file:
                    raise Rejected("too_large", f"{url}: more than {self.limits.file} bytes")

    @asynccontextmanager
    async def _answer(self, url: str, headers: dict[str, str], seconds: float) -> AsyncIterator[httpx.Response]:
        """Open an answer; turn the faults of opening and of reading it into ours."""
        try:
            async with asyncio.timeout(seconds), self._client.stream("GET", url, headers=headers) as response:
                yield response
        except TimeoutError:
            raise Transient(f"{url}: no whole answer in {seconds:g} seconds") from None
        except (httpx.InvalidURL, httpx.UnsupportedProtocol) as error:
            raise Rejected("unsafe_address", f"{url}: {error}") from None
        except httpx.DecodingError as error:
            raise Rejected("broken_encoding", f"{url}: {error}") from None
        except httpx.HTTPError as error:
            raise Transient(f"{url}: {type(error).__name__} {error}".rstrip()) from None


def _response(url: str, response: httpx.Response, body: bytes) -> Response:
    return Response(url, body, response.status_code, dict(response.headers), _head(response.request))


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _head(request: httpx.Request) -> bytes:
    lines = [b"%s %s HTTP/1.1" % (request.method.encode(), request.url.raw_path)]
    return b"\r\n".join([*lines, *(b"%s: %s" % header for header in request.headers.raw), b"", b""])
