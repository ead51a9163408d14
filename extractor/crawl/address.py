"""Which addresses a crawl may connect to. It judges the address used, however it was written."""

from __future__ import annotations

import ipaddress
import socket
from dataclasses import dataclass
from typing import Any, NamedTuple

from extractor.crawl.options import CrawlOptions, split_address
from extractor.crawl.waits import RetryableError
from extractor.errors import FetchError

# Networks whose last 32 bits are an IPv4 address: NAT64 and the translated addresses of RFC 2765.
_CARRIERS = tuple(map(ipaddress.ip_network, ("64:ff9b::/96", "::ffff:0:0:0/96")))
# No place on the open internet, although Python 3.11 takes them for one.
_CLOSED = tuple(
    map(
        ipaddress.ip_network,
        ("192.0.0.0/24", "192.88.99.0/24", "64:ff9b:1::/48", "3fff::/20", "5f00::/16", "fec0::/10"),
    )
)
_ISATAP = {0x0000_5EFE, 0x0200_5EFE}


class PrivateAddressError(FetchError):
    """The host's address belongs to this machine or its network."""


class Endpoint(NamedTuple):
    """One address to connect to: socket family and socket address."""

    family: int
    sockaddr: Any


@dataclass(frozen=True, slots=True)
class Resolver:
    """Turns a host into addresses that may be connected to."""

    options: CrawlOptions

    def __call__(self, host: str, port: int) -> list[Endpoint]:
        """Permitted endpoints; FetchError where the host does not resolve, PrivateAddressError where none is public."""
        mapped = self.options.resolve.get(host)
        if mapped:
            return look_up(*split_address(mapped))
        found = look_up(host.strip("[]"), port)
        if self.options.allow_private:
            return found
        public = [end for end in found if is_public(str(end.sockaddr[0]))]
        if not public:
            raise PrivateAddressError(
                f"{host} leads to the private address {found[0].sockaddr[0]}",
                "use --allow-private where this is meant, or --resolve HOST:ADDRESS:PORT",
            )
        return public


def look_up(host: str, port: int) -> list[Endpoint]:
    """The endpoints the system's resolver gives; FetchError where it gives none, a retryable one where it is down."""
    repair = "check its spelling and this machine's network"
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except socket.gaierror as error:
        kind = RetryableError if error.errno == socket.EAI_AGAIN else FetchError
        raise kind(f"the host {host} does not resolve", repair) from error
    except UnicodeError as error:
        raise FetchError(f"the host {host} does not resolve", repair) from error
    return [Endpoint(family, sockaddr) for family, _, _, _, sockaddr in found]


def is_public(text: str) -> bool:
    """Whether an address is one of the open internet, also when it is an IPv4 address inside an IPv6 one."""
    address = ipaddress.ip_address(text.split("%", 1)[0])
    if isinstance(address, ipaddress.IPv6Address):
        inner = _embedded(address)
        if inner is not None:
            return is_public(str(inner))
    closed = any(address in network for network in _CLOSED)
    return address.is_global and not address.is_multicast and not closed


def _embedded(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address that an IPv6 address stands for: mapped, translated, 6to4, Teredo, ISATAP or NAT64."""
    if address.teredo:
        return address.teredo[1]
    number = int(address)
    if number >> 32 == 0 or number >> 32 & 0xFFFF_FFFF in _ISATAP or any(address in net for net in _CARRIERS):
        return ipaddress.IPv4Address(number & 0xFFFF_FFFF)
    return address.ipv4_mapped or address.sixtofour
