"""Refuses a PDF whose packed streams swell: PDFium unpacks whatever it is given, and keeps a record of each letter."""

from __future__ import annotations

import re
import zlib

from extractor.errors import ParseError

MOST_UNPACKED = 20_000_000
_STREAM = re.compile(rb"stream\r?\n")
_PACKED = re.compile(rb"/Fl(?:ateDecode)?\b")
# The dictionary before a stream is looked for within so many bytes.
_DICTIONARY = 2_000


def require_modest(body: bytes) -> None:
    """ParseError where a stream other than an image unpacks to more than MOST_UNPACKED bytes."""
    whole = memoryview(body)
    for found in _STREAM.finditer(body):
        start = max(0, found.start() - _DICTIONARY)
        dictionary = body[body.rfind(b" obj", start, found.start()) + 1 or start : found.start()]
        times = len(_PACKED.findall(dictionary))
        if times and b"/Image" not in dictionary:
            _require_modest(whole[found.end() :], times)


def _require_modest(packed: memoryview | bytes, times: int) -> None:
    """Unpacks the stream as often as it says it is packed."""
    for _ in range(times):
        unpacker = zlib.decompressobj()
        try:
            packed = unpacker.decompress(packed, MOST_UNPACKED)
        except zlib.error:
            return  # damaged, or packed in another way first: PDFium says what it makes of it
        if unpacker.unconsumed_tail and not unpacker.eof:
            raise ParseError("the PDF is too large when unpacked", f"streams of up to {MOST_UNPACKED:,} bytes are read")
