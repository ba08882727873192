"""Decode the bytes of a page into characters."""

import re

from resiliparse.parse.encoding import bytes_to_str, detect_encoding, map_encoding_to_html5

from schemas.faults import Rejected

_MAX_BYTES = 12_000_000  # the largest article page seen in 439 was 6 MB; parsing takes about ten times that in memory
_HEADER_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_MAGIC_OF_OTHERS = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"\x1f\x8b", b"\x00\x00\x00")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f]")
_MAX_CONTROL_SHARE = 0.01


def decode(body: bytes, content_type: str | None) -> str:
    """Return the characters of a page; raise Rejected for empty, too_large and not_text.

    Bytes that are UTF-8 throughout are, whatever is said of them: servers often state a charset of old that any byte
    fits. Then the charset that the server states is tried, and kept if every byte fits it; then what the page states
    or what its bytes look like (resiliparse follows the WHATWG encoding standard).
    """
    if len(body) > _MAX_BYTES:
        raise Rejected("too_large", f"{len(body)} bytes, the most is {_MAX_BYTES}")
    if not body.strip():
        raise Rejected("empty", f"{len(body)} bytes of nothing")
    if body.startswith(_MAGIC_OF_OTHERS):
        raise Rejected("not_text", f"starts with {body[:4]!r}")
    text = _in(body, "utf-8") if not body.isascii() else None
    text = _stated(body, content_type) if text is None else text
    if text is None:
        text = bytes_to_str(body, detect_encoding(body[:200_000], html5_compatible=True) or "utf-8", errors="replace")
    if len(_CONTROL.findall(text[:20_000])) > _MAX_CONTROL_SHARE * len(text[:20_000]):
        raise Rejected("not_text", "control characters throughout")
    return text


def _stated(body: bytes, content_type: str | None) -> str | None:
    stated = _HEADER_CHARSET.search(content_type or "")
    charset = map_encoding_to_html5(stated[1], fallback_utf8=False) if stated else "utf-8"
    return _in(body, charset) if charset else None


def _in(body: bytes, charset: str) -> str | None:
    try:
        return body.decode(charset)
    except (LookupError, UnicodeDecodeError):
        return None
