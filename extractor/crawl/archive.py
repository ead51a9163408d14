"""The archive on disk: WARC files in a folder, written to by one crawl at a time, cut tails trimmed."""

from __future__ import annotations

import errno
import os
import sys
import zlib
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from extractor.crawl.transport import Answer
from extractor.crawl.warc import Original, exchange, info_record
from extractor.errors import StoreError

LARGEST = 1_000_000_000
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Place:
    """Where a response record lies: file name within the archive's folder, offset and length in bytes."""

    file: str
    offset: int
    length: int


@dataclass(slots=True)
class Archive:
    """A folder of WARC files. Each write is on disk when it returns."""

    folder: Path
    largest: int = LARGEST
    _file: BinaryIO | None = field(default=None, init=False)

    def write(self, answer: Answer, original: Original | None = None) -> Place:
        """Add an answer; StoreError where the disk does not take it, the file is then as it was before."""
        response, request = exchange(answer, original)
        try:
            file = self._open()
            start = file.seek(0, os.SEEK_END)
            self._append(file, response + request, start)
        except OSError as error:
            full = error.errno in (errno.ENOSPC, errno.EDQUOT)
            repair = "make room and run the command again" if full else f"check the folder ({error.strerror})"
            what = "cannot be written: the disk is full" if full else "cannot be written"
            raise StoreError(f"the archive {self.folder} {what}", repair) from error
        return Place(Path(file.name).name, start, len(response))

    def close(self) -> None:
        """Close the file being written."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def _append(self, file: BinaryIO, data: bytes, start: int) -> None:
        try:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        except OSError:
            file.truncate(start)
            raise

    def _open(self) -> BinaryIO:
        """The file to write to: the one open, the newest of an earlier crawl, or a new one."""
        if self._file is not None and self._file.tell() < self.largest:
            return self._file
        previous = self._file
        self.close()
        self.folder.mkdir(parents=True, exist_ok=True)
        newest = max(self.folder.glob("doichieu-*.warc.gz"), default=None)
        if previous is None and newest is not None:
            self._file = _resume(newest, self.largest)
        if self._file is None:
            self._file = self._new()
        return self._file

    def _new(self) -> BinaryIO:
        stamp = datetime.now(UTC).strftime("%Y%m%d%H%M%S%f")
        path = self.folder / f"doichieu-{stamp}-{os.getpid()}.warc.gz"
        file = path.open("xb", buffering=0)
        _lock(file)
        self._append(file, info_record(path.name), 0)
        return file


def _resume(path: Path, largest: int) -> BinaryIO | None:
    """The file, its cut tail trimmed; None where another crawl writes to it or it is large enough."""
    if path.stat().st_size >= largest:
        return None
    file = path.open("r+b", buffering=0)
    if not _lock(file):
        file.close()
        return None
    file.truncate(whole_length(file))
    file.seek(0, os.SEEK_END)
    return file


def whole_length(file: BinaryIO) -> int:
    """Bytes up to the end of the last gzip member that is whole."""
    file.seek(0)
    good = read = 0
    stream = zlib.decompressobj(31)
    while data := file.read(_CHUNK):
        read += len(data)
        while data:
            try:
                stream.decompress(data)
            except zlib.error:
                return good
            data = stream.unused_data
            if stream.eof:
                good = read - len(data)
                stream = zlib.decompressobj(31)
    return good


def _lock(file: BinaryIO) -> bool:
    """Whether this process may write to the file; the lock goes with the process, however it ends."""
    if sys.platform == "win32":
        return False  # no lock that a killed process gives back at once: each crawl writes a file of its own
    import fcntl

    try:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
