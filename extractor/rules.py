"""Rules as data: finds patterns/, reads its TOML rules and CSV tables, and says which file, rule and field is wrong."""

from __future__ import annotations

import csv
import hashlib
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any, ParamSpec, TypeVar, cast

from extractor.errors import LanguageError, RuleError
from extractor.normal import nfc

Given = ParamSpec("Given")
Made = TypeVar("Made")


def data_folder(name: str) -> Path:
    """The folder `patterns` or `corpus`: inside the installed package, else at the top of the checkout."""
    inside = Path(__file__).parent / name
    return inside if inside.is_dir() else Path(__file__).parent.parent / name


@dataclass(frozen=True, slots=True)
class Rule:
    """One `[[rule]]` table: `name` is file:id, `fields` what its file's schema allows beyond the common ones."""

    name: str
    id: str
    phrases: tuple[str, ...]
    yes: tuple[Mapping[str, Any], ...]
    no: tuple[Mapping[str, Any], ...]
    fields: Mapping[str, Any]

    def __getitem__(self, field: str) -> Any:
        return self.fields[field]

    def get(self, field: str, default: Any = None) -> Any:
        """The field's value, or the default where the rule leaves it out."""
        return self.fields.get(field, default)


@dataclass(frozen=True, slots=True)
class Schema:
    """What a rule of one file may hold (field to type), which fields it must, and whether it has phrases."""

    fields: Mapping[str, type]
    required: Sequence[str] = ()
    phrases: bool = True


# What language.toml may hold; the settings of NEEDED must be there.
LANGUAGE: dict[str, type] = {
    **dict.fromkeys(("script", "letters", "decimal", "group"), str),
    **dict.fromkeys(("words", "abbreviations"), list),
    **dict.fromkeys(("ends", "modifiers", "manner", "numbered", "verbs", "genitives", "joiners"), list),
    **dict.fromkeys(("participles", "plurals", "adverbs"), list),
    "move_reach": int,
    **dict.fromkeys(("space_groups", "pair_groups", "month_first", "adjectives_first"), bool),
}
NEEDED = ("script", "letters", "decimal", "group", "words")
EXAMPLES: dict[type, str] = {str: '"..."', list: '["..."]', bool: "true", int: "4"}


class Patterns:
    """The rules under one folder, each file read once."""

    def __init__(self, root: Path) -> None:
        if not root.is_dir():
            raise RuleError(f"no rules at {root}", "give --patterns a folder laid out like patterns/")
        self.root = root
        self._rules: dict[tuple[str, str], tuple[Rule, ...]] = {}

    def languages(self) -> tuple[str, ...]:
        """Codes of the languages that have a folder with numbers in it, sorted."""
        return self._languages

    @cached_property
    def _languages(self) -> tuple[str, ...]:
        return tuple(sorted(path.parent.name for path in self.root.glob("*/numbers.toml")))

    def require(self, language: str) -> str:
        """The language, if it can be read; LanguageError names the ones that can."""
        if language not in self.languages():
            raise LanguageError(f"language {language!r} has no rules", f"use one of {', '.join(self.languages())}")
        return language

    def rules(self, file: str, schema: Schema) -> tuple[Rule, ...]:
        """The rules of a file such as `vi/numbers.toml`; empty where the file is not there."""
        key = (file, repr(schema))
        if key not in self._rules:
            self._rules[key] = tuple(read_rules(self.root / file, file, schema))
        return self._rules[key]

    def language(self, code: str) -> dict[str, Any]:
        """The settings of a language, from its language.toml; RuleError names the one that is missing or wrong."""
        name = f"{code}/language.toml"
        settings = self.document(name)
        for field, expected in LANGUAGE.items():
            found = settings.get(field, None if field in NEEDED else expected())
            if not isinstance(found, expected):
                example = f"{field} = {EXAMPLES[expected]}"
                raise RuleError(f"{name} has no {field!r} that is a {expected.__name__}", f"write {example}")
        return settings

    def table(self, name: str, columns: Sequence[str] = ()) -> tuple[dict[str, str], ...]:
        """The rows of a CSV file such as `provinces.csv`; RuleError where one of the columns is missing."""
        path = self.root / name
        try:
            with path.open(encoding="utf-8-sig", newline="") as lines:
                reader = csv.DictReader(lines)
                if lost := [column for column in columns if column not in (reader.fieldnames or ())]:
                    raise RuleError(
                        f"{name} has no column {lost[0]!r}", f"name it in the first line: {','.join(columns)}"
                    )
                return tuple({key: nfc(value or "") for key, value in row.items() if key} for row in reader)
        except OSError as error:
            raise RuleError(f"{name} cannot be read", f"restore the table ({error.strerror})") from error

    def document(self, name: str) -> dict[str, Any]:
        """A whole TOML file that is not a list of rules, such as `texts.toml`."""
        return read_toml(self.root / name, name)

    @cached_property
    def digest(self) -> str:
        """SHA-256 over names and bytes of every rule file: two runs with one digest used the same rules."""
        total = hashlib.sha256()
        for path in sorted(p for p in self.root.rglob("*") if p.suffix in {".toml", ".csv"}):
            total.update(path.relative_to(self.root).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
        return total.hexdigest()


@cache
def _at(root: Path) -> Patterns:
    return Patterns(root)


_active: list[Patterns] = []
# What forgets what was worked out from the rules in use.
_kept: list[Callable[[], None]] = []


def use(root: Path) -> None:
    """Read rules from this folder from now on (`--patterns DIR`); RuleError when it holds none."""
    if root.is_dir() and not any(root.glob("*/numbers.toml")) and not (root / "texts.toml").is_file():
        raise RuleError(f"{root} holds no rules", "give --patterns a folder laid out like patterns/")
    _active[:] = [_at(root.resolve())]
    for forget in _kept:
        forget()


def patterns() -> Patterns:
    """The rules in use: those that come with the package unless `use` named others."""
    # Asked for many times a figure, so the package's own folder is looked for once.
    if not _active:
        _active.append(_at(data_folder("patterns")))
    return _active[0]


def while_in_use(work: Callable[Given, Made]) -> Callable[Given, Made]:
    """Keeps what is worked out from the rules in use until `use` names others: it is asked for many times a figure."""
    kept = cache(work)
    _kept.append(kept.cache_clear)
    return cast("Callable[Given, Made]", kept)


def read_toml(path: Path, name: str) -> dict[str, Any]:
    """A TOML file with its strings in NFC; RuleError with line and column where it is malformed."""
    try:
        return tomllib.loads(nfc(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise RuleError(f"{name} cannot be read", f"restore the file ({error.strerror})") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RuleError(f"{name} is not valid TOML", str(error)) from error


def read_rules(path: Path, name: str, schema: Schema) -> Iterator[Rule]:
    """The `[[rule]]` tables of a file, each checked against the schema; nothing where there is no file."""
    if not path.exists():
        return
    seen: set[str] = set()
    for number, table in enumerate(read_toml(path, name).get("rule", []), start=1):
        rule = check_rule(table, f"{name} rule {table.get('id', f'number {number}')}", name, schema)
        if rule.id in seen:
            raise RuleError(f"{name} has two rules {rule.id!r}", "give one of them another id")
        seen.add(rule.id)
        yield rule


def check_rule(table: Mapping[str, Any], where: str, file: str, schema: Schema) -> Rule:
    """One table as a Rule; RuleError names the field that is missing, unknown or of another type."""
    common: dict[str, type] = {"id": str, "yes": list, "no": list}
    if schema.phrases:
        common["phrases"] = list
    for field in (*common, *schema.required):
        if field not in table:
            raise RuleError(f"{where} has no field {field!r}", f"add {field} = ...")
    for field, value in table.items():
        expected = common.get(field) or schema.fields.get(field)
        if expected is None:
            raise RuleError(
                f"{where} has an unknown field {field!r}", f"use one of {', '.join([*common, *schema.fields])}"
            )
        if not isinstance(value, expected):
            raise RuleError(f"{where}, field {field!r} is {type(value).__name__}", f"write a {expected.__name__}")
    for field in ("yes", "no"):
        if not table[field]:
            raise RuleError(f"{where} has no example in {field!r}", "add a sentence in braces: { text = '...' }")
    return Rule(
        name=f"{file.removesuffix('.toml')}:{table['id']}",
        id=table["id"],
        phrases=tuple(table.get("phrases", ())),
        yes=tuple(example(item, where) for item in table["yes"]),
        no=tuple(example(item, where) for item in table["no"]),
        fields={key: value for key, value in table.items() if key not in common},
    )


def example(item: Any, where: str) -> Mapping[str, Any]:
    """An example as a table with `text`; a bare string is one without expectations."""
    if isinstance(item, str):
        return {"text": item}
    if isinstance(item, dict) and isinstance(item.get("text"), str):
        return item
    raise RuleError(f"{where} has an example without text", "write { text = '...', value = '...' }")
