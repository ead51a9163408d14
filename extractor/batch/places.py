"""Local paths and fsspec URLs alike: listing, reading, writing aside and renaming."""

from __future__ import annotations

import glob
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from extractor.batch.options import ExtraError
from extractor.errors import InputError


def is_remote(place: str) -> bool:
    """Whether the place is a URL such as s3://bucket/folder, and no local path."""
    return "://" in place


def system(place: str) -> tuple[Any, str]:
    """The file system of a URL, and the path in it; InputError where it cannot be reached."""
    try:
        import fsspec
    except ImportError as error:
        raise ExtraError("URLs as inputs need fsspec", 'pip install "doichieu[batch]"') from error
    try:
        found: tuple[Any, str] = fsspec.core.url_to_fs(place)
    except (ImportError, ValueError) as error:
        raise InputError(f"{place} cannot be opened", f"install what the protocol needs ({error})") from error
    return found


def walk(place: str) -> list[tuple[str, int]]:
    """Every file at or under a place with its size, in a fixed order; InputError where there is none."""
    if is_remote(place):
        return _walk_remote(place)
    path = Path(place)
    if path.is_dir():
        found = sorted(file for file in path.rglob("*") if file.is_file())
    elif path.is_file():
        found = [path]
    else:
        raise InputError(f"{place} does not exist", "give a file or a folder that is there")
    return [(str(file), file.stat().st_size) for file in found]


def _walk_remote(place: str) -> list[tuple[str, int]]:
    files, path = system(place)
    try:
        found = files.glob(path, detail=True) if any(sign in path for sign in "*?[") else files.find(path, detail=True)
    except OSError as error:
        raise InputError(f"{place} cannot be listed", f"check the URL and the access rights ({error})") from error
    if not found:
        raise InputError(f"{place} holds no file", "check the URL")
    return [(files.unstrip_protocol(name), int(info.get("size") or 0)) for name, info in sorted(found.items())]


@contextmanager
def local(place: str) -> Iterator[Path]:
    """The file as a local path; a remote one is fetched for as long as it is used."""
    if not is_remote(place):
        yield Path(place)
        return
    files, path = system(place)
    with tempfile.TemporaryDirectory(prefix="doichieu-") as folder:
        copy = Path(folder) / path.rsplit("/", 1)[-1]
        files.get(path, str(copy))
        yield copy


def join(folder: str, name: str) -> str:
    """A name in a folder."""
    return f"{folder.rstrip('/')}/{name}" if is_remote(folder) else str(Path(folder) / name)


def names(folder: str) -> set[str]:
    """The names of the files in a folder; none where there is no folder."""
    if is_remote(folder):
        files, path = system(folder)
        found = files.ls(path, detail=False) if files.exists(path) else []
        return {name.rstrip("/").rsplit("/", 1)[-1] for name in found}
    return {entry.name for entry in os.scandir(folder)} if Path(folder).is_dir() else set()


def make(folder: str) -> None:
    """Makes the folder where there is none; InputError where that cannot be."""
    if is_remote(folder):
        files, path = system(folder)
        files.makedirs(path, exist_ok=True)
        return
    try:
        Path(folder).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"{folder} is no folder to write to", f"choose another ({error.strerror})") from error


def put(made: Path, place: str) -> None:
    """Moves a finished local file to its place: written aside there, then renamed, so that no reader sees half."""
    if not is_remote(place):
        made.replace(place)
        return
    files, path = system(place)
    # The local name is of this attempt alone, on whatever machine it is.
    aside = f"{path}{made.name}"
    files.put(str(made), aside)
    files.mv(aside, path)


@contextmanager
def aside(place: str) -> Iterator[Path]:
    """A local file to write; put in its place at the end, thrown away where writing failed.

    Each that writes has a file of its own, so one that was given up for lost and comes after all harms none.
    """
    folder, target = None if is_remote(place) else Path(place).parent, place.rsplit("/", 1)[-1]
    handle, name = tempfile.mkstemp(prefix=f".{target}.", suffix=".part", dir=folder)
    made = Path(name)
    try:
        _hold(handle)
        yield made
        made.chmod(0o644)
        put(made, place)
    finally:
        made.unlink(missing_ok=True)
        os.close(handle)
    for left in folder.glob(f".{glob.escape(target)}.*.part") if folder else ():
        _clear(left)


def _hold(handle: int) -> bool:
    """Whether this process alone holds the open file from now on; the system ends that with the process."""
    if sys.platform == "win32":
        return False
    import fcntl

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:  # another one holds it, or it lies where nothing can be held
        return False
    return True


def _clear(left: Path) -> None:
    """Takes away what a worker that is gone had begun; what is still written to stays."""
    try:
        handle = os.open(left, os.O_RDWR)
    except OSError:  # it is gone already, or another user's
        return
    try:
        if _hold(handle):
            left.unlink(missing_ok=True)
    finally:
        os.close(handle)
