"""Which addresses may be asked, and which lead to machines that are not public."""

import pytest

from schemas.faults import Rejected
from transforms.documents.addresses import is_of_this_network, is_public, web_address


@pytest.mark.parametrize("address", ["93.184.215.14", "1.1.1.1", "2606:4700:4700::1111", "::ffff:1.1.1.1"])
def test_public_machines(address: str) -> None:
    assert is_public(address)
    assert not is_of_this_network(address)


@pytest.mark.parametrize(
    "address", ["127.0.0.1", "127.9.9.9", "::1", "10.0.0.1", "172.16.0.1", "192.168.1.1", "fd00::1", "::ffff:10.0.0.1"]
)
def test_machines_of_this_network(address: str) -> None:
    assert not is_public(address)
    assert is_of_this_network(address)


@pytest.mark.parametrize(
    "address",
    [
        "169.254.169.254",  # metadata of most clouds
        "::ffff:169.254.169.254",
        "fe80::1",
        "fe80::1%eth0",
        "fd00:ec2::254",
        "168.63.129.16",
        "100.100.100.200",
        "0.0.0.0",  # noqa: S104
        "::",
        "224.0.0.1",
        "ff02::1",
        "255.255.255.255",
        "192.0.0.8",
        "192.88.99.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "2001:0:7f00:1::",
        "::7f00:1",
    ],
)
def test_machines_that_nobody_may_ask(address: str) -> None:
    assert not is_public(address)
    assert not is_of_this_network(address)


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("/a?b=1#c", "https://courier.example/a?b=1"),
        ("a.html", "https://courier.example/news/a.html"),
        ("//other.example/x", "https://other.example/x"),
        (" http://other.example/x\n", "http://other.example/x"),
        ("https://münchen.example/straße", "https://münchen.example/straße"),
    ],
)
def test_links_become_addresses(link: str, address: str) -> None:
    assert web_address(link, "https://courier.example/news/") == address


@pytest.mark.parametrize(
    "link",
    [
        "ftp://courier.example/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "data:text/html,x",
        "gopher://courier.example/",
        "https://user:secret@courier.example/",
        "https://courier.example@evil.example/",
        "http://",
        "http://[::1",
        "http://courier.example:99999/",
        "http://courier.example/a b",
        "http://courier.example/a\x00b",
        "http://courier.example/" + "a" * 3000,
    ],
)
def test_links_that_are_no_safe_address_are_rejected(link: str) -> None:
    with pytest.raises(Rejected, match="unsafe_address") as rejected:
        web_address(link)
    assert "secret" not in str(rejected.value)
