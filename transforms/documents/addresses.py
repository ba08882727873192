"""Which addresses may be asked: web addresses without secrets, and machines of the public internet."""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import urldefrag, urljoin, urlsplit

from schemas.faults import Rejected

# What `is_global` of Python 3.11 lets pass though it leads to machines that are not public, or to none.
_NOT_PUBLIC = tuple(
    ip_network(block)
    for block in (
        "64:ff9b::/96",  # NAT64: an IPv4 address in its last four bytes, private ones too
        "64:ff9b:1::/48",  # local NAT64
        "2002::/16",  # 6to4: an IPv4 address inside
        "2001::/32",  # Teredo: likewise
        "::/96",  # IPv4-compatible, among them ::127.0.0.1
        "fec0::/10",  # site-local, of old
        "192.0.0.0/24",  # protocol assignments
        "192.88.99.0/24",  # 6to4 relays
        "168.63.129.16/32",  # a cloud's platform services, metadata among them
    )
)
_OF_THIS_NETWORK = tuple(
    ip_network(block) for block in ("127.0.0.0/8", "::1", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7")
)
_METADATA_OF_CLOUDS = ip_address("fd00:ec2::254")  # the one that hides among private addresses
_MAX_LENGTH = 2048  # of an address; the sitemap protocol's own limit


def is_public(address: str) -> bool:
    """Return whether an IP address (no name) belongs to a machine of the public internet."""
    ip = _ip(address)
    is_blocked = any(ip.version == block.version and ip in block for block in _NOT_PUBLIC)
    return ip.is_global and not ip.is_multicast and not is_blocked


def is_of_this_network(address: str) -> bool:
    """Return whether an IP address is a loopback or private one, as a local source may use.

    Link-local addresses, where clouds keep their metadata and credentials, are not among them.
    """
    ip = _ip(address)
    return any(ip.version == block.version and ip in block for block in _OF_THIS_NETWORK) and ip != _METADATA_OF_CLOUDS


def web_address(link: str, page: str = "") -> str:
    """Return a link of a page as the absolute address to ask for, without its fragment.

    Raise Rejected("unsafe_address") for schemes other than http and https, for user names and passwords within, for
    control characters, and for what is no address.
    """
    try:
        address = urldefrag(urljoin(page, link.strip())).url
        parts = urlsplit(address)
        is_whole = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError as error:
        raise Rejected("unsafe_address", f"{link[:80]!r}: {error}") from None
    if "@" in parts.netloc:
        raise Rejected("unsafe_address", f"{parts.scheme}://…@{parts.hostname}: names a user")
    if not is_whole or len(address) > _MAX_LENGTH or not address.isprintable() or " " in address:
        raise Rejected("unsafe_address", f"{link[:80]!r} is no http(s) address")
    return address


def _ip(address: str) -> IPv4Address | IPv6Address:
    ip = ip_address(address.partition("%")[0])
    return ip.ipv4_mapped or ip if isinstance(ip, IPv6Address) else ip
