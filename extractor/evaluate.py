"""Measures the rules on annotated texts: precision, recall and F1 of figures, and how many fields of claims are right.

A figure is right when it overlaps an annotated one of its group and its value and value_max are equal; a vague one
must have no value. A number annotated as a name must not be read at all.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from extractor.errors import InputError
from extractor.normal import nfc

GROUPS = {
    "quantity": frozenset({"count", "percent", "money", "measure", "rate", "rank", "duration", "score"}),
    "temporal": frozenset({"date", "period", "time"}),
    "document": frozenset({"document"}),
}
FIELDS = ("kind", "unit", "comparator", "status", "statement", "area", "area_basis", "period_end", "programme")
CLAIM = ("indicator", "area", "status")
Row = dict[str, Any]


@dataclass(slots=True)
class Tally:
    """Counts of one group: annotated, found, right; and for each field how many were annotated and right."""

    gold: int = 0
    found: int = 0
    right: int = 0
    fields: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    @property
    def precision(self) -> float:
        """Share of what was found that is right."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Share of what was annotated that was found right."""
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Miss:
    """An annotated figure that was not read right, or a read one that is none; either may be missing."""

    text: str
    group: str
    gold: Row | None
    found: Row | None


@dataclass(slots=True)
class Scores:
    """Tallies by (language, group or kind), and every miss."""

    tallies: dict[tuple[str, str], Tally] = field(default_factory=lambda: defaultdict(Tally))
    misses: list[Miss] = field(default_factory=list)

    def rows(self) -> Iterator[Row]:
        """One row a language and group, then one a kind."""
        for (language, name), tally in sorted(self.tallies.items()):
            fields = {key: f"{count['right']}/{count['gold']}" for key, count in tally.fields.items() if count["gold"]}
            numbers = {"gold": tally.gold, "found": tally.found, "right": tally.right}
            shares = {"precision": tally.precision, "recall": tally.recall, "f1": tally.f1}
            yield {"lang": language, "of": name} | numbers | {key: f"{v:.3f}" for key, v in shares.items()} | fields


def load(path: Path) -> list[Row]:
    """Annotated texts of a JSON Lines file, or of every such file of a folder."""
    files = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    try:
        rows = [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines() if line]
    except (OSError, ValueError) as error:
        raise InputError(
            f"{path} holds no annotated texts", f"give JSON Lines as corpus/README.md says ({error})"
        ) from None
    if not rows:
        raise InputError(f"{path} holds no annotated texts", "give a folder with .jsonl files, or one such file")
    for row in rows:
        row["text"] = nfc(row["text"] if "text" in row else _beside(path, row["path"]))
    return rows


def _beside(path: Path, name: str) -> str:
    """The text of an annotation that names its file, relative to its own folder or the one above."""
    for folder in (path.parent, path.parent.parent):
        if (folder / name).is_file():
            return (folder / name).read_text(encoding="utf-8")
    raise InputError(f"{name} is not beside {path}", "put the annotated text where the annotation names it")


def digest(path: Path) -> str:
    """SHA-256 of the annotated texts: floors hold for these only."""
    files = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


def evaluate(rows: Iterable[Row]) -> Scores:
    """Reads every text by today's rules and sets what was found beside the annotation."""
    from extractor.files import Known
    from extractor.pipeline import extract, plain_article

    scores = Scores()
    for row in rows:
        known = Known(published=row.get("published"), language=row["lang"], publisher=row.get("publisher"))
        found = extract(plain_article(row["text"], known))
        for group, kinds in GROUPS.items():
            gold = [figure for figure in row["figures"] if figure["kind"] in kinds]
            _count(scores, (row["id"], row["lang"], group), gold, [one for one in found if one["kind"] in kinds])
    return scores


def _count(scores: Scores, where: tuple[str, str, str], gold: list[Row], found: list[Row]) -> None:
    text, language, group = where
    for wanted, read in pairs(gold, found):
        names = (group, f"  {(wanted or read or {})['kind']}")
        right = wanted is not None and read is not None and right_value(wanted, read)
        for tally in (scores.tallies[(language, name)] for name in names):
            tally.gold += wanted is not None
            tally.found += read is not None
            tally.right += right
        if not right:
            scores.misses.append(Miss(text, group, wanted, read))
        elif wanted is not None and read is not None:
            _fields(scores.tallies[(language, group)], wanted, read)


def pairs(gold: list[Row], found: list[Row]) -> Iterator[tuple[Row | None, Row | None]]:
    """Each annotated figure with the overlapping one of equal value, else with any that overlaps; then the rest."""
    free = list(found)
    for wanted in gold:
        near = [one for one in free if one["start"] < wanted["end"] and wanted["start"] < one["end"]]
        best = next((one for one in near if right_value(wanted, one)), near[0] if near else None)
        if best is not None:
            free.remove(best)
        yield wanted, best
    yield from ((None, one) for one in free)


def right_value(gold: Mapping[str, Any], found: Mapping[str, Any]) -> bool:
    """Whether value and value_max are equal; a fraction in words may be rounded."""
    loose = gold["kind"] == "percent" and not any(char.isdigit() for char in gold["surface"])
    return all(_equal(gold.get(name), found.get(name), loose) for name in ("value", "value_max"))


def _equal(gold: str | None, found: str | None, loose: bool) -> bool:
    if gold is None or found is None:
        return gold is found
    try:
        first, second = Decimal(gold), Decimal(found)
    except InvalidOperation:
        return gold.casefold() == found.casefold()
    return abs(first - second) <= (abs(first) / 10000 if loose else 0)


def _fields(tally: Tally, gold: Row, found: Row) -> None:
    for name in FIELDS:
        if gold.get(name):
            tally.fields[name].update(gold=1, right=gold[name] == found.get(name))
    body = bool(gold.get("body")) == bool(found.get("body"))
    if gold.get("area"):
        tally.fields["body"].update(gold=1, right=body)
    if gold.get("indicator"):
        tally.fields["indicator"].update(gold=1, right=gold["indicator"] == found.get("indicator"))
        whole = all(gold.get(name) == found.get(name) for name in CLAIM if gold.get(name)) and body
        tally.fields["claim"].update(gold=1, right=whole)
    elif gold["kind"] in GROUPS["quantity"] and gold.get("area"):
        tally.fields["no_indicator"].update(gold=1, right=not found.get("indicator"))
