"""The project file doichieu.toml: what a crawl from its folder starts with, who may be written to, and the pauses."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from extractor.errors import InputError

NAME = "doichieu.toml"
_TEMPLATE = Path(__file__).with_name("project.toml")
_LARGEST = 1_000_000


@dataclass(frozen=True, slots=True)
class Project:
    """sources: as `crawl` takes them; contact: sent with each request; delay and delays (by host): seconds."""

    sources: tuple[str, ...] = ()
    contact: str | None = None
    delay: float | None = None
    delays: Mapping[str, float] = field(default_factory=dict)

    def settings(self) -> dict[str, Any]:
        """What the file says of how to crawl, by the names of the crawler's options."""
        said = {"contact": self.contact, "delay": self.delay, "delays": self.delays}
        return {name: value for name, value in said.items() if value is not None}


def init(folder: Path) -> Path:
    """Writes a project file to be filled in; InputError where one is there already or the folder takes none."""
    path = folder / NAME
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(_TEMPLATE.read_text(encoding="utf-8"))
    except FileExistsError:
        raise InputError(f"{path} is there already", "edit it, or name another folder") from None
    except OSError as error:
        raise InputError(f"{path} cannot be written", (error.strerror or "check the folder").lower()) from None
    return path


def load(folder: Path) -> Project:
    """The folder's project; one without settings where there is no file. InputError names what cannot be used."""
    path = folder / NAME
    try:
        with path.open("rb") as file:
            text = file.read(_LARGEST + 1)
    except FileNotFoundError:
        return Project()
    except OSError as error:
        raise InputError(f"{path} cannot be read", (error.strerror or "check the path").lower()) from None
    if len(text) > _LARGEST:
        raise InputError(f"{path} is larger than a project file can be", "put long lists of URLs into a file of theirs")
    try:
        return _checked(path, tomllib.loads(text.decode("utf-8-sig")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise InputError(f"{path} is no TOML", f"mend it ({error})") from None


def _checked(path: Path, given: Mapping[str, Any]) -> Project:
    for name, value in given.items():
        if name not in _FIELDS:
            raise InputError(f"{path} has no setting `{name}`", f"there are {', '.join(_FIELDS)}")
        right, repair = _FIELDS[name]
        if not right(value):
            raise InputError(f"{path}: `{name}` cannot be used", repair)
    sources = tuple(given.get("sources", ()))
    return Project(sources, given.get("contact"), given.get("delay"), given.get("delays", {}))


def _seconds(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 86_400


def _text(value: object) -> bool:
    return isinstance(value, str)


_FIELDS: dict[str, tuple[Callable[[Any], bool], str]] = {
    "contact": (_text, 'write a mail address or URL in quotes: contact = "you@example.org"'),
    "delay": (_seconds, "write seconds as a number: delay = 2.0"),
    "sources": (
        lambda value: isinstance(value, list) and all(map(_text, value)),
        'write a list: sources = ["https://…", "urls.txt"]',
    ),
    "delays": (
        lambda value: isinstance(value, dict) and all(map(_seconds, value.values())),
        'write one host a line under [delays]: "baoquangninh.vn" = 5.0',
    ),
}
