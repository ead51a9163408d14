"""Makes a misreading into rule data: a counter-example of its rule, and words that are to be left alone from now on.

What the mended rules would change in a database is looked at before anything is written.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from extractor.errors import DoichieuError, InputError, RuleError
from extractor.normal import nfc
from extractor.rules import data_folder, patterns, use

if TYPE_CHECKING:
    from extractor.examples import Fault
    from extractor.store import Store
    from extractor.store.history import Change

# Where words go that are to be left alone: those that hold a number which is no figure, and those without a meaning.
HOMES = {"number": ("{}/traps", "phrases"), "meaning": ("{}/terms/indicators", "mask")}
MOST_ARTICLES = 2_000


@dataclass(frozen=True, slots=True)
class Mend:
    """`rule` (file:id) misread `surface` in `example`; the `words` around it go to the list that `home` names."""

    rule: str
    language: str
    example: str
    words: str
    surface: str
    home: str

    def __post_init__(self) -> None:
        if self.home not in HOMES:
            raise InputError(f"unknown list {self.home!r}", f"use {' or '.join(HOMES)}")
        if not self.words.strip() or self.words.casefold() not in self.example.casefold():
            raise InputError("the words do not stand in the sentence", "take them from the sentence as it is written")
        if self.home == "number" and self.surface not in self.words:
            raise InputError(f"the words do not hold {self.surface}", "add the number to them")

    @property
    def list_name(self) -> str:
        """The rule (file:id) whose phrases the words join."""
        file, identity = HOMES[self.home]
        return f"{file.format(self.language)}:{identity}"


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What a mend would do: examples it would break, claims it would change, how many articles were read for it, and
    whether more hold its words than were read."""

    faults: tuple[Fault, ...]
    changes: tuple[Change, ...]
    articles: int
    more: bool = False
    saved: bool = False


def foresee(root: Path, database: Path, mend: Mend, *, save: bool = False) -> Foreseen:
    """Tries the mend on a copy of the rules and the articles with its words; `save` writes it if no example breaks.

    Uses other rules than the caller's: call it in a process of its own.
    """
    from extractor.pipeline import foresee as changes
    from extractor.store import open_database

    files = mended(root, mend)
    with _copied(root) as copy, open_database(database, create=False) as store:
        _write(copy, files)
        use(copy)
        faults = tuple(_faults({mend.rule, mend.list_name}))
        holding = _holding(store, mend.words)
        articles = holding[:MOST_ARTICLES]
        found = tuple(changes(store, articles))
    if save and not faults:
        _write(root, files)
    return Foreseen(faults, found, len(articles), len(holding) > len(articles), saved=save and not faults)


@contextmanager
def _copied(root: Path) -> Iterator[Path]:
    """A copy of the rules for as long as it is needed; DoichieuError where it cannot be made."""
    with ExitStack() as stack:
        try:
            copy = Path(stack.enter_context(TemporaryDirectory(prefix="doichieu-"))) / "patterns"
            shutil.copytree(root, copy)
        except OSError as error:  # shutil.Error, which gathers the faults of a copy, is one
            raise DoichieuError(f"{root} cannot be copied", "make room where temporary files go") from error
        yield copy


def _holding(store: Store, words: str) -> list[str]:
    """Ids of the articles that hold the words, one more than are read at most; of every article where the words hold
    nothing that is searched for."""
    from extractor.store.search import articles

    try:
        return [hit.article_id for hit in articles(store.db, '"' + words.replace('"', " ") + '"', MOST_ARTICLES + 1)]
    except InputError:
        return [row[0] for row in store.db.execute("SELECT id FROM article LIMIT ?", [MOST_ARTICLES + 1])]


def _faults(names: set[str]) -> Iterable[Fault]:
    from extractor.examples import cases

    return (fault for case in cases() if case.rule.name in names for fault in case.faults())


def mended(root: Path, mend: Mend) -> dict[str, str]:
    """The rule files that the mend changes, with their new texts; comments and layout stay."""
    texts: dict[str, str] = {}
    list_file, list_id = _place(mend.list_name)
    example = {"text": mend.example, "refused": mend.surface} if mend.home == "number" else mend.example
    texts[list_file] = _with(root, list_file, list_id, {"phrases": mend.words, "yes": example}, texts)
    file, identity = _place(mend.rule)
    if identity and (root / file).is_file():
        counter = {"lang": mend.language, "text": mend.example} if file == "indicators.toml" else mend.example
        texts[file] = _with(root, file, identity, {"no": counter}, texts)
    return texts


def _place(name: str) -> tuple[str, str]:
    file, _, identity = name.partition(":")
    return f"{file}.toml", identity


def _with(root: Path, file: str, identity: str, added: Mapping[str, Any], texts: Mapping[str, str]) -> str:
    """The file's text with something added to lists of one of its rules; what stands there already stays as it is."""
    import tomlkit

    path = root / file
    if not path.resolve().is_relative_to(root.resolve()):
        raise RuleError(f"{file} is not among the rules", "name a rule by its file and id")
    try:
        document = tomlkit.parse(texts.get(file) or nfc(path.read_text(encoding="utf-8")))
    except (OSError, ValueError) as error:
        raise RuleError(f"{file} cannot be read", f"mend or restore the file ({error})") from error
    rule = next((table for table in document.get("rule", ()) if table.get("id") == identity), None)
    if rule is None:
        raise RuleError(f"{file} has no rule {identity!r}", "name a rule by its file and id")
    for field, value in added.items():
        item = tomlkit.inline_table() if isinstance(value, dict) else value
        if isinstance(value, dict):
            item.update(value)
        if value not in rule[field].unwrap():
            rule[field].add_line(item, indent="  ")
    return tomlkit.dumps(document)


def _write(root: Path, files: Mapping[str, str]) -> None:
    """Writes each file aside and renames it, so that a rule file is never half written."""
    for name, text in files.items():
        aside = root / f"{name}.new"
        try:
            aside.write_text(text, encoding="utf-8")
            os.replace(aside, root / name)
        except OSError as error:
            raise DoichieuError(f"{root / name} cannot be written", f"make it writable ({error.strerror})") from error


def own_folder() -> Path | None:
    """The folder of rules that may be written to: one that --patterns named, never the package's own."""
    root = patterns().root
    return None if root.resolve() == data_folder("patterns").resolve() else root
