"""The rules of claims as they stand in patterns/: indicators, programmes, tables of places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from extractor.claim.what.families import families
from extractor.errors import RuleError
from extractor.records import FigureKind, Statement
from extractor.rules import Patterns, Rule, Schema, patterns

FILE = "indicators.toml"
TABLE = "indicators.csv"
# What the cells of some of its columns may be.
CELLS = {
    "higher_is_better": ("", "yes", "no"),
    "over": ("", "year", "edition", "standing", "fixed", "plan"),
    "whose": ("", "area", "sector"),
}
SCHEMA = Schema(
    {
        "indicator": str,
        "kinds": list,
        "needs": list,
        "noun": list,
        "topic": list,
        "forbids": list,
        "units": list,
        "statements": list,
        "ratio": bool,
        "alone": bool,
        "says": str,
        "planned": bool,
        "not_about": list,
        "note": str,
    },
    required=("indicator", "kinds"),
    phrases=False,
)
SCALED = {FigureKind.RANK, FigureKind.SCORE}  # an index has both
# Words that tell nothing of what a figure measures: this rate, given, including, the target, منصوبے, a locality.
NEUTRAL = {"this_figure", "target_item", "project", "therein", "assigned", "rate", "locality"}
# Any word for ranking, which says nothing of what is ranked.
INDEX_WORD = "index_word"
# Kinds of those that shares are told of: `ministries averaged 47%, while localities averaged 57%`.
WHO = frozenset(("locality", "ministry_unit"))
Choice = tuple[str, ...]

# They report and plan what their whole sector does.
ADMINISTRATIONS = ("department", "ministry")


@dataclass(frozen=True, slots=True, eq=False)
class IndicatorRule:
    """When a figure measures an indicator: its own concepts (`needs`), what is counted, the topic, what must not be.

    Each item of needs and topic is a choice of concepts (`a|b`); `noun` is one choice.
    """

    name: str
    indicator: str
    kinds: frozenset[FigureKind]
    needs: tuple[Choice, ...]
    noun: Choice
    topic: tuple[Choice, ...]
    forbids: frozenset[str]
    units: frozenset[str] = frozenset()
    ratio: bool = True
    alone: bool = False
    statements: frozenset[Statement] = frozenset(Statement)
    says: Statement | None = None
    planned: bool = False
    not_about: frozenset[str] = frozenset()
    yearly: bool = False
    summed: bool = False

    @property
    def weight(self) -> int:
        """How much a figure must show to meet the rule; the heavier rule wins."""
        return 3 * len(self.needs) + (3 if self.noun else 0) + 2 * len(self.topic)

    @property
    def uses(self) -> frozenset[str]:
        """Every concept that helps a figure to meet the rule."""
        return frozenset(self.noun).union(*self.needs, *self.topic)

    @property
    def heads(self) -> frozenset[str]:
        """The concepts that meet the rule alone; none where it asks for more than one."""
        alone = [*self.needs, *([self.noun] if self.noun else [])]
        return frozenset(alone[0]) if len(alone) == 1 and not self.topic else frozenset()


@dataclass(frozen=True, slots=True)
class Rulebook:
    """Every rule of claims; `by_concept` finds the rules that a concept can meet, `named_by` what a rule is met by."""

    rules: tuple[IndicatorRule, ...]
    by_concept: Mapping[str, tuple[IndicatorRule, ...]]
    nouns: frozenset[str]
    states: frozenset[str]
    table: Mapping[str, Mapping[str, str]]
    programmes: Mapping[str, str]
    families: Mapping[str, tuple[str, str]]
    says: Mapping[str, Statement]
    planned: frozenset[str]
    plans: Mapping[str, str]
    wholes: Mapping[str, str]
    parts: Mapping[str, str]
    heads: Mapping[FigureKind, frozenset[str]]
    bare: frozenset[str]
    others: frozenset[str]
    indices: frozenset[str]
    named_by: Mapping[str, frozenset[str]]

    def adds_up(self, indicator: str | None) -> bool:
        """Whether the indicator grows over a year and starts again: `over` is `year` in indicators.csv."""
        return indicator is not None and self.table[indicator].get("over") == "year"

    def is_national(self, indicator: str | None) -> bool:
        """Whether the indicator is a rank or has ranks, which are told within the nation."""
        return indicator is not None and "rank" in self.table[indicator]["unit"]

    def bodiless(self, indicator: str | None, rule: str) -> bool:
        """Whether the area has the indicator and not the body by that rule: no body has it where `whose` is `area` in
        indicators.csv, no department or ministry where it is `sector`."""
        whose = self.table[indicator].get("whose") if indicator is not None else None
        return whose == "area" or (whose == "sector" and rule.rpartition(":")[2] in ADMINISTRATIONS)


def rulebook() -> Rulebook:
    """The rules in use; RuleError names the file, the rule and the field that is wrong."""
    return _rulebook(patterns())


@cache
def _rulebook(source: Patterns) -> Rulebook:
    table = _table(source)
    rules = tuple(_rule(rule, table) for rule in source.rules(FILE, SCHEMA))
    index: dict[str, list[IndicatorRule]] = defaultdict(list)
    for rule in rules:
        for concept in rule.needs[0] if rule.needs else rule.noun:
            index[concept].append(rule)
    nouns = frozenset(noun for rule in rules for noun in rule.noun)
    states = frozenset(concept for rule in rules for choice in rule.needs for concept in choice) - nouns
    programmes = {row["reference"]: row["programme"] for row in source.table("programmes.csv")}
    shares = [row["share_of"].partition("/") for row in table.values() if "/" in row["share_of"]]
    used = frozenset[str]().union(*(rule.uses for rule in rules))
    return Rulebook(
        rules=rules,
        by_concept={key: tuple(found) for key, found in index.items()},
        nouns=nouns,
        states=states,
        table=table,
        programmes=programmes,
        families=families(table),
        says={rule.name: rule.says for rule in rules if rule.says},
        planned=frozenset(rule.name for rule in rules if rule.planned),
        plans={part: whole for part, _, whole in shares},
        wholes={name: row["share_of"].partition("/")[2] for name, row in table.items() if "/" in row["share_of"]},
        parts={name: row["share_of"].partition("/")[0] for name, row in table.items() if "/" in row["share_of"]},
        heads={
            kind: frozenset[str]().union(*(rule.heads for rule in rules if kind in rule.kinds)) for kind in FigureKind
        },
        bare=frozenset(one for rule in rules if rule.alone and not rule.noun for one in rule.needs[0]),
        others=frozenset[str]().union(*(rule.forbids for rule in rules)) - used - NEUTRAL,
        indices=frozenset[str]().union(*(rule.heads for rule in rules if rule.kinds >= SCALED)),
        named_by={rule.name: rule.uses for rule in rules},
    )


def _table(source: Patterns) -> dict[str, dict[str, str]]:
    """indicators.csv by its ids; RuleError names the row and the cell that say nothing."""
    table = {row["id"]: row for row in source.table(TABLE, ("id", *CELLS, "part_of", "share_of"))}
    for name, row in table.items():
        for column, known in CELLS.items():
            if row[column] not in known:
                raise RuleError(
                    f"{TABLE}, {name}: {column!r} is {row[column]!r}", f"write {', '.join(known[1:])} or nothing"
                )
        for column in ("part_of", "share_of"):
            for other in row[column].split("/"):
                if other and other not in table:
                    raise RuleError(
                        f"{TABLE}, {name}: {column!r} names an unknown indicator {other!r}", "use an id of it"
                    )
    return table


def _rule(rule: Rule, table: Mapping[str, Any]) -> IndicatorRule:
    if rule["indicator"] not in table:
        raise RuleError(f"{rule.name} names an unknown indicator {rule['indicator']!r}", "add it to indicators.csv")
    if not rule.get("needs") and not rule.get("noun"):
        raise RuleError(f"{rule.name} has neither needs nor noun", "name at least one concept")
    return IndicatorRule(
        name=rule.name,
        indicator=rule["indicator"],
        kinds=frozenset(_kind(rule, kind) for kind in rule["kinds"]),
        needs=tuple(tuple(item.split("|")) for item in rule.get("needs", ())),
        noun=tuple(rule.get("noun", ())),
        topic=tuple(tuple(item.split("|")) for item in rule.get("topic", ())),
        forbids=frozenset(rule.get("forbids", ())),
        units=frozenset(rule.get("units", ())),
        ratio=rule.get("ratio", True),
        alone=rule.get("alone", False),
        statements=frozenset(_statement(rule, name) for name in rule.get("statements", tuple(Statement))),
        says=_statement(rule, rule["says"], "says") if rule.get("says") else None,
        planned=rule.get("planned", False),
        not_about=frozenset(rule.get("not_about", ())),
        yearly=table[rule["indicator"]]["unit"].endswith("a year"),
        summed=table[rule["indicator"]].get("over") == "year",
    )


def _kind(rule: Rule, name: str) -> FigureKind:
    try:
        return FigureKind(name)
    except ValueError:
        known = ", ".join(kind.value for kind in FigureKind)
        raise RuleError(f"{rule.name}, field 'kinds' has {name!r}", f"use some of {known}") from None


def _statement(rule: Rule, name: str, where: str = "statements") -> Statement:
    try:
        return Statement(name)
    except ValueError:
        known = ", ".join(statement.value for statement in Statement)
        raise RuleError(f"{rule.name}, field {where!r} has {name!r}", f"use some of {known}") from None
