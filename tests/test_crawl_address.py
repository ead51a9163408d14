"""The address guard: judged is what is connected to, however it is written."""

from __future__ import annotations

import math
import socket
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.crawl.address import PrivateAddressError, Resolver, is_public
from extractor.crawl.options import CrawlOptions, split_address
from extractor.errors import FetchError

PRIVATE = [
    "127.0.0.1",
    "127.9.9.9",
    "10.0.0.1",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "224.0.0.1",
    "255.255.255.255",
    "::1",
    "::",
    "fe80::1",
    "fe80::1%eth0",
    "fc00::1",
    "fd12::1",
    "ff02::1",
    "::ffff:127.0.0.1",
    "::ffff:169.254.169.254",
    "::127.0.0.1",
    "2002:7f00:1::",
    "64:ff9b::7f00:1",
    "2001:0:4136:e378:8000:63bf:80ff:fffe",
    "192.0.0.200",
    "192.88.99.1",
    "198.18.0.1",
    "::ffff:0:127.0.0.1",
    "64:ff9b:1::7f00:1",
    "fec0::1",
    "3fff::1",
    "2606:4700::5efe:7f00:1",
]


@pytest.mark.parametrize("address", PRIVATE)
def test_private_addresses(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "203.162.0.1", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_public_addresses(address: str) -> None:
    assert is_public(address)


@given(st.integers(0, 2**24 - 1))
def test_the_whole_loopback_net_is_private(rest: int) -> None:
    assert not is_public(socket.inet_ntoa((0x7F000000 + rest).to_bytes(4, "big")))


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "127.1", "2130706433", "0x7f000001", "0177.0.0.1", "[::1]", "[::ffff:7f00:1]"]
)
def test_every_spelling_of_loopback_is_refused(host: str) -> None:
    with pytest.raises(PrivateAddressError, match="private address"):
        Resolver(CrawlOptions())(host, 80)


def test_a_name_is_judged_by_its_answer_and_only_public_ones_are_used(monkeypatch: pytest.MonkeyPatch) -> None:
    def answer(*_: Any, **__: Any) -> list[Any]:
        return [(2, 1, 6, "", ("10.0.0.1", 80)), (2, 1, 6, "", ("8.8.8.8", 80))]

    monkeypatch.setattr(socket, "getaddrinfo", answer)
    assert [end.sockaddr for end in Resolver(CrawlOptions())("two.test", 80)] == [("8.8.8.8", 80)]
    both = Resolver(CrawlOptions(allow_private=True))("two.test", 80)
    assert [end.sockaddr[0] for end in both] == ["10.0.0.1", "8.8.8.8"]


def test_a_mapped_host_goes_where_the_map_says() -> None:
    ends = Resolver(CrawlOptions(resolve={"a.test": "127.0.0.1:99"}))("a.test", 80)
    assert [end.sockaddr for end in ends] == [("127.0.0.1", 99)]


def test_addresses_and_options_that_cannot_be_used() -> None:
    assert split_address("[::1]:80") == ("::1", 80)
    for bad in ("127.0.0.1", ":80", "a:0", "a:b", "a:70000"):
        with pytest.raises(FetchError):
            split_address(bad)
    options: list[dict[str, Any]] = [
        *({"since": date} for date in ("soon", "", "2025-13", "2025-02-31", "٢٠٢٥")),
        *({"delay": delay} for delay in (-1.0, math.nan, math.inf)),
        *({"max_seconds": math.nan}, {"timeout": 0.0}, {"contact": "a\r\nb"}, {"resolve": {"a": "b"}}),
        *({"resolve": {"": "127.0.0.1:80"}}, {"insecure_hosts": {""}}),
    ]
    for option in options:
        with pytest.raises(FetchError):
            CrawlOptions(**option)


def test_hosts_in_options_are_those_of_urls() -> None:
    options = CrawlOptions(resolve={"BÁO.Test.": "127.0.0.1:80"}, insecure_hosts=frozenset({"Báo.test:8443", "B.test"}))
    assert list(options.resolve) == ["xn--bo-mia.test"]
    assert options.insecure_hosts == {"xn--bo-mia.test:8443", "b.test"}
