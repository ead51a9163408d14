"""What the tables in patterns/ say of indicators and areas, and the texts shown to people in their language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from typing import Any

from extractor.errors import LanguageError, RuleError
from extractor.rules import Patterns, patterns

NATION = "VN"


@dataclass(frozen=True, slots=True)
class Indicator:
    """One row of indicators.csv. A share is `numerator` of `denominator`; a part belongs to the whole `part_of`."""

    id: str
    unit: str
    names: Mapping[str, str]
    definitions: Mapping[str, str]
    higher_is_better: bool | None = None
    part_of: str | None = None
    numerator: str | None = None
    denominator: str | None = None
    topic: str = ""

    def name(self, language: str) -> str:
        """The name in this language, else the id."""
        return self.names.get(language) or self.id

    @property
    def is_share(self) -> bool:
        """True where the value is a percentage of a whole and so lies between 0 and 100."""
        return self.unit.startswith("%") and (self.denominator is not None or self.id.endswith("_share"))

    @property
    def is_change(self) -> bool:
        """True where the indicator itself is a change or a share of a plan, such as growth."""
        return "growth" in self.id or "share_of" in self.id or "of plan" in self.unit


@dataclass(frozen=True, slots=True)
class Area:
    """A province as it is now (territory 34) or was until 30 June 2025 (63).

    `merged_from` names the older units, `facts` holds its official numbers.
    """

    key: str
    territory: int
    names: Mapping[str, str]
    merged_from: tuple[str, ...] = ()
    facts: Mapping[str, Decimal] = field(default_factory=dict)

    @property
    def unchanged(self) -> bool:
        """True for the units that the reform of 1 July 2025 left as they were."""
        return len(self.merged_from) == 1


def indicators() -> Mapping[str, Indicator]:
    """All indicators by id."""
    return _indicators(patterns())


def indicator(name: str) -> Indicator:
    """The indicator; one that the table does not know gets its id as a name."""
    return indicators().get(name) or Indicator(name, "", {}, {})


@cache
def _indicators(source: Patterns) -> Mapping[str, Indicator]:
    rows = source.table("indicators.csv")
    parents = {row["id"]: row.get("part_of") or None for row in rows}
    return {row["id"]: _indicator(row, parents) for row in rows}


def _indicator(row: Mapping[str, str], parents: Mapping[str, str | None]) -> Indicator:
    numerator, denominator = _share(row, parents)
    return Indicator(
        id=row["id"],
        unit=row.get("unit", ""),
        names={code: row.get(f"name_{code}", "") for code in ("vi", "en")},
        definitions={code: row.get(f"definition_{code}", "") for code in ("vi", "en")},
        higher_is_better={"1": True, "yes": True, "true": True, "0": False, "no": False, "false": False}.get(
            row.get("higher_is_better", "").lower()
        ),
        part_of=row.get("part_of") or None,
        numerator=numerator,
        denominator=denominator,
        topic=row.get("topic") or row["id"].partition(".")[0],
    )


def _share(row: Mapping[str, str], parents: Mapping[str, str | None]) -> tuple[str | None, str | None]:
    """What a share divides: `share_of` names the whole, or `part/whole`; the part is what `_share` is taken from."""
    named, _, whole = row.get("share_of", "").partition("/")
    base = row["id"].removesuffix("_share")
    base_known = base if base != row["id"] and base in parents else None
    if whole:
        return named, whole
    if named == base_known and named:
        return named, parents.get(named)
    return base_known, named or (parents.get(base_known) if base_known else None)


@dataclass(frozen=True, slots=True)
class Partition:
    """Parts of a whole that exclude each other; `complete` where together they are all of it."""

    whole: str
    parts: frozenset[str]
    complete: bool


def partitions() -> tuple[Partition, ...]:
    """The known ways to divide a whole into parts."""
    return _partitions(patterns())


@cache
def _partitions(source: Patterns) -> tuple[Partition, ...]:
    rows = source.table("partitions.csv")
    return tuple(Partition(row["whole"], frozenset(row["parts"].split(";")), row["complete"] == "yes") for row in rows)


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """How an indicator's numbers relate: provinces add up, it only grows, it is a rate of another one, a reference."""

    sums_to_nation: bool = False
    only_grows: bool = False
    rate_of: str | None = None
    per: int | None = None
    reference: str | None = None
    tolerance_percent: int = 0


def arithmetic(name: str | None) -> Arithmetic:
    """The row of arithmetic.csv; nothing is known of an indicator without one."""
    return _arithmetic(patterns()).get(name or "", Arithmetic())


@cache
def _arithmetic(source: Patterns) -> Mapping[str, Arithmetic]:
    return {
        row["indicator"]: Arithmetic(
            sums_to_nation=row["sums_to_nation"] == "yes",
            only_grows=row["only_grows"] == "yes",
            rate_of=row["rate_of"] or None,
            per=int(row["per"]) if row["per"] else None,
            reference=row["reference"] or None,
            tolerance_percent=int(row["tolerance_percent"] or 0),
        )
        for row in source.table("arithmetic.csv")
    }


def areas() -> Mapping[str, Area]:
    """Provinces by key: the 34 of today, and those of the older 63 whose names are gone."""
    return _areas(patterns())


@cache
def _areas(source: Patterns) -> Mapping[str, Area]:
    found = {row["key"]: _area(row, 63) for row in source.table("provinces_before_2025.csv")}
    return found | {row["key"]: _area(row, 34) for row in source.table("provinces.csv")}


def _area(row: Mapping[str, str], territory: int) -> Area:
    numbers = {name: value for name, value in row.items() if name in ("population", "area_km2", "units_2025_07")}
    return Area(
        key=row["key"],
        territory=territory,
        names={"vi": row["name_vi"], "en": row.get("name_en") or row["name_vi"]},
        merged_from=tuple(part for part in row.get("merged_from", "").split(";") if part),
        facts={name: Decimal(value) for name, value in numbers.items() if value},
    )


def area_name(area: str | None, language: str) -> str:
    """The name people know: a province's, `unit, province` below it, the nation's, or the word for an unknown area."""
    words = texts(language)["area"]
    if area is None:
        return str(words["none"])
    if area in words:
        return str(words[area])
    province, _, unit = area.partition("/")
    known = areas().get(province)
    name = known.names[language] if known else province
    return f"{unit.replace('-', ' ').title()}, {name}" if unit else name


def texts(language: str) -> Mapping[str, Any]:
    """The table of one language in texts.toml; LanguageError when it has none."""
    document = _texts(patterns())
    if language not in document:
        raise LanguageError(f"no texts in language {language!r}", f"use one of {', '.join(sorted(document))}")
    table: Mapping[str, Any] = document[language]
    return table


@cache
def _texts(source: Patterns) -> Mapping[str, Mapping[str, Any]]:
    document = source.document("texts.toml")
    if not document:
        raise RuleError("texts.toml is empty", "restore the file")
    return document
