"""URLs as identities: one spelling for one address, with nothing dropped that could name an article."""

from __future__ import annotations

import ipaddress
import re
from functools import lru_cache
from urllib.parse import quote, unquote, urljoin, urlsplit, urlunsplit

from extractor.errors import FetchError
from extractor.rules import Patterns, Schema, patterns

_PORTS = {"http": 80, "https": 443}
_LONGEST = 4096
_HOST = re.compile(r"(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)*[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
_UNUSABLE = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")
_BROKEN_LINE = re.compile(r"[\t\r\n]")
_PORT = re.compile(r":\d+$")
_USER = re.compile(r"//[^/?#]*@")
_REPAIR = "write it with http:// or https:// and a host, such as https://baoquangninh.vn/"


def canonical(url: str) -> str:
    """The URL without fragment, tracking parameters and default port, host in ASCII; FetchError where it is none."""
    text = url.strip()
    if not text or len(text) > _LONGEST or _UNUSABLE.search(text):
        raise FetchError(f"{shown(url)} is no URL", _REPAIR)
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError as error:
        raise FetchError(f"{shown(url)} is no URL ({error})", _REPAIR) from error
    if parts.scheme not in _PORTS or not parts.hostname or port == 0:
        raise FetchError(f"{shown(url)} is no URL", _REPAIR)
    if parts.username or parts.password:
        raise FetchError(f"{shown(url)} carries a user name", "give the URL without it")
    host = ascii_host(f"[{parts.hostname}]" if "[" in parts.netloc else parts.hostname)
    netloc = host if port in (None, _PORTS[parts.scheme]) else f"{host}:{port}"
    made = urlunsplit((parts.scheme, netloc, _path(parts.path), _query(parts.query), ""))
    if len(made) > _LONGEST:
        raise FetchError(f"{shown(url)} is no URL", f"{_LONGEST:,} signs are the longest that is taken")
    return made


def absolute(base: str, link: str) -> str | None:
    """The canonical URL that a link on the page `base` leads to; None where it leads to no web page."""
    try:
        return canonical(urljoin(base, _BROKEN_LINE.sub("", link.strip())))
    except (FetchError, ValueError):
        return None


def ascii_host(host: str) -> str:
    """A host name in lower-case ASCII (IDNA), an IPv6 address in brackets; FetchError where it can be no host."""
    host = host.lower().rstrip(".")
    if host[:1] == "[":
        return _ipv6(host)
    try:
        plain = host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        plain = ""
    if not plain or len(plain) > 253 or not _HOST.fullmatch(plain):
        raise FetchError(f"{shown(host)} is no host name", "check the spelling of the URL")
    return plain


def _ipv6(host: str) -> str:
    """An IPv6 address in its one spelling; one with a zone is of this machine's network and no place on the web."""
    try:
        return f"[{ipaddress.IPv6Address(host.strip('[]').replace('%', 'zone'))}]"
    except ValueError as error:
        raise FetchError(f"{shown(host)} is no address", "check the spelling of the URL") from error


def authority(url: str) -> str:
    """Host, with its port where it is not the default one, of a canonical URL."""
    return urlsplit(url).netloc


def host_of(url: str) -> str:
    """Host of a canonical URL without its port."""
    return _PORT.sub("", authority(url))


def shown(url: str) -> str:
    """A URL in a message: quoted, not too long, without the password that it may hold."""
    url = _USER.sub("//...@", url)
    return repr(url if len(url) <= 120 else url[:120] + "...")


def _path(path: str) -> str:
    """Percent-encoding in one spelling, dot segments resolved, `/` for nothing; a backslash is a slash to browsers."""
    encoded = _encoded(path.replace("\\", "/"), "/%:@!$&'()*+,;=~-._")
    kept: list[str] = []
    segments = encoded.split("/")
    for segment in segments:
        if segment == "..":
            kept[1:] = kept[1:-1]
        elif segment != ".":
            kept.append(segment)
    if segments[-1] in (".", ".."):
        kept.append("")
    joined = "/".join(kept)
    return joined if joined.startswith("/") else "/" + joined


def _encoded(text: str, safe: str) -> str:
    # A percent sign that escapes nothing is escaped itself: the letter after it may come out of the next escape.
    whole = re.sub(r"%(?![0-9a-fA-F]{2})", "%25", quote(text, safe=safe))
    return re.sub(r"%[0-9a-fA-F]{2}", lambda found: _octet(found.group()), whole)


def _octet(code: str) -> str:
    """An escaped letter, digit, - . _ ~ is itself (RFC 3986); other escapes are upper case."""
    sign = unquote(code, encoding="latin-1")
    return sign if re.fullmatch(r"[A-Za-z0-9._~-]", sign) else code.upper()


def _query(query: str) -> str:
    kept = [part for part in query.split("&") if part and not _is_tracking(part.split("=", 1)[0].lower())]
    return _encoded("&".join(kept), "=&%:@!$'()*+,;/?~-._")


def _is_tracking(name: str) -> bool:
    names, starts = _tracking(patterns())
    return name in names or name.startswith(starts)


@lru_cache(maxsize=4)
def _tracking(rules: Patterns) -> tuple[frozenset[str], tuple[str, ...]]:
    phrases = [phrase for rule in rules.rules("urls.toml", Schema({})) for phrase in rule.phrases]
    return frozenset(p for p in phrases if p[-1] != "*"), tuple(p[:-1] for p in phrases if p[-1] == "*")
