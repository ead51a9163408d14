"""Content codings undone under a limit: a small body that unpacks to gigabytes is stopped where the limit is."""

from __future__ import annotations

import zlib

from extractor.errors import FetchError

ACCEPTED = "gzip, deflate"


class BrokenBodyError(FetchError):
    """The body is cut or damaged; a later try may bring it whole."""


_GZIP = b"\x1f\x8b"
# Codings that exist and were not asked for; what is no coding at all ("none", "utf-8") says nothing of the body.
_OTHERS = frozenset(
    ("br", "zstd", "compress", "x-compress", "bzip2", "xz", "lzma", "exi", "pack200-gzip", "dcb", "dcz")
)
_DEEPEST = 3
_MOST_MEMBERS = 1000


def unpack(body: bytes, coding: str, limit: int) -> bytes:
    """The body without its content coding, and a gzip file (as sitemaps are) without its packing.

    FetchError where it is too large, cut or of a coding not asked for.
    """
    codings = [name for name in (part.strip().lower() for part in coding.split(",")) if name not in ("", "identity")]
    if len(codings) > _DEEPEST:
        raise FetchError(f"packed {len(codings)} times", "no server does that for a reason; the page is left")
    for name in reversed(codings):
        if name in ("gzip", "x-gzip"):  # some servers say so of what is plain
            body = _inflate(body, 31, limit) if body.startswith(_GZIP) else body
        elif name == "deflate":
            body = _inflate(body, 15 if body[:1] == b"\x78" else -15, limit)
        elif name in _OTHERS and not _is_text(body):
            raise FetchError(f"packed as {name}, which was not asked for", "the server must be mended")
    return _opened(body, limit)


def _is_text(body: bytes) -> bool:
    """Whether a body is markup already, as archives hold it that were filled by a browser."""
    head = body[:1000].decode("utf-8", "replace")[:-3]  # the last sign may be cut
    return "<" in head[:100] and "\ufffd" not in head


def _opened(body: bytes, limit: int) -> bytes:
    """A gzip file without its packing, as it stands where that cannot be undone."""
    try:
        return _inflate(body, 31, limit) if body.startswith(_GZIP) else body
    except FetchError:
        return body


def _inflate(body: bytes, window: int, limit: int) -> bytes:
    """Each member of a gzip stream, or the one deflate stream."""
    out = bytearray()
    rest = body
    members = 0
    while rest and members < _MOST_MEMBERS:  # the rest is copied once a member
        members += 1
        stream = zlib.decompressobj(window)
        try:
            out += stream.decompress(rest, limit + 1 - len(out))
        except zlib.error as error:
            if out and window == 31:  # padding after the last member
                break
            raise BrokenBodyError("the packed body is broken", "try again later") from error
        if len(out) > limit:
            raise FetchError(f"unpacks to more than {limit:,} bytes", "raise the size limit if the page is worth it")
        if not stream.eof:
            raise BrokenBodyError("the packed body ends in the middle", "try again later")
        rest = stream.unused_data
    return bytes(out)
