"""Ask the web for one address at a time, within limits of size and time."""

from dataclasses import dataclass

import httpx2 as httpx

from newsledger import __version__
from schemas.faults import Permanent, Rejected, Transient

USER_AGENT = f"newsledger/{__version__} (news archive; contact: the operator of this installation)"
_TIMEOUT = httpx.Timeout(20.0, connect=10.0)
_MAX_BYTES = 20 * 1024 * 1024
_GONE = frozenset({404, 410, 451})
_LATER = frozenset({408, 425, 429, 500, 502, 503, 504})


@dataclass(frozen=True)
class Response:
    """What a server answered, decoded and within limits."""

    url: str
    status: int
    content_type: str | None
    body: bytes


def get(address: str) -> Response:
    """Return the answer of a server.

    Raise Rejected for an answer that holds no page (gone, too large), Transient for one that a later try may mend
    (time-outs, 429, 5xx), Permanent for one that a person must look at (refused, wrong address).
    """
    try:
        with (
            httpx.Client(timeout=_TIMEOUT, follow_redirects=True, max_redirects=5, trust_env=False) as client,
            client.stream("GET", address, headers={"User-Agent": USER_AGENT}) as response,
        ):
            body = b""
            for chunk in response.iter_bytes():
                body += chunk
                if len(body) > _MAX_BYTES:
                    raise Rejected("too_large", f"{address}: more than {_MAX_BYTES} bytes")
    except httpx.TooManyRedirects:
        raise Rejected("redirect_loop", address) from None
    except (httpx.InvalidURL, httpx.UnsupportedProtocol) as error:
        raise Permanent(f"{address} is no address to fetch: {error}") from None
    except httpx.HTTPError as error:
        raise Transient(f"{address}: {type(error).__name__} {error}") from None
    _judge(address, response.status_code)
    return Response(str(response.url), response.status_code, response.headers.get("content-type"), body)


def _judge(address: str, status: int) -> None:
    if status in _GONE:
        raise Rejected("gone", f"{address}: {status}")
    if status in _LATER:
        raise Transient(f"{address}: {status}")
    if status >= 400:  # noqa: PLR2004
        raise Permanent(f"{address}: {status}; the server does not let us in")
