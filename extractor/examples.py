"""Runs the `yes` and `no` examples of every rule: what `doichieu patterns check` prints and the tests assert."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from difflib import get_close_matches
from functools import cache
from typing import Any

from extractor.records import Claim, Figure, FigureKind
from extractor.rules import Patterns, Rule, patterns

WORD_KINDS = {"scope", "body", "status", "statement", "time", "link", "reference", "concept", "mask"}
TEMPORAL = {FigureKind.DATE, FigureKind.PERIOD, FigureKind.TIME}
Example = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Fault:
    """An example that its rule does not meet: what was wrong with which sentence."""

    rule: str
    what: str
    text: str


@dataclass(frozen=True, slots=True)
class Case:
    """A rule that has examples: `kind` is figure, term, indicator, site or line; `language` its folder, if any."""

    kind: str
    language: str
    rule: Rule

    def faults(self) -> Iterator[Fault]:
        """Every example that is not met, and every phrase that no example uses."""
        met, left_alone = CHECKS[self.kind]
        for example in self.rule.yes:
            if not met(self, example):
                yield Fault(self.rule.name, "does not give what its example says", example["text"])
        for example in self.rule.no:
            if not left_alone(self, example):
                yield Fault(self.rule.name, "takes what its counter-example leaves alone", example["text"])
        for phrase in UNUSED.get(self.kind, unused)(self.rule):
            yield Fault(self.rule.name, "has a phrase that no example uses", phrase)
        yield from misnamed(self)


def cases() -> Iterator[Case]:
    """Every rule of patterns/: of figures, terms and indicators, of sites and of the lines of a page.

    What they stand on, tables and clauses.toml, is looked at first: RuleError where it is wrong.
    """
    from extractor.claim.habits import habits
    from extractor.claim.what.rulebook import FILE, rulebook
    from extractor.claim.what.rulebook import SCHEMA as INDICATORS
    from extractor.claim.whose.called import companies
    from extractor.claim.whose.places import gazetteer
    from extractor.parse import examples as pages
    from extractor.read.grammar import FILES, SCHEMA
    from extractor.read.terms import TERMS, term_files

    rules = patterns()
    rulebook()
    gazetteer()
    companies()
    for language in rules.languages():
        if (rules.root / language / "clauses.toml").exists():
            habits(language)
        for name in FILES:
            yield from (Case("figure", language, rule) for rule in rules.rules(f"{language}/{name}.toml", SCHEMA))
        for file in term_files(rules, language):
            yield from (Case("term", language, rule) for rule in rules.rules(file, TERMS))
    yield from (Case("indicator", "", rule) for rule in rules.rules(FILE, INDICATORS))
    yield from (Case(kind, "", rule) for kind, rule in pages.cases())


def misnamed(case: Case) -> Iterator[Fault]:
    """Words of an indicator's rule that no word list holds, and a word list of a kind that nothing reads."""
    if case.kind == "term" and case.rule["kind"] not in WORD_KINDS:
        what = f"field 'kind' is {case.rule['kind']!r}: use one of {', '.join(sorted(WORD_KINDS))}"
        yield Fault(case.rule.name, what, "")
    if case.kind != "indicator":
        return
    for field in ("needs", "noun", "topic", "forbids"):
        for word in (one for item in case.rule.get(field, ()) for one in item.split("|")):
            if word.removeprefix("whole:") not in named_words():
                near = get_close_matches(word, named_words(), 1)
                advice = f"did you mean {near[0]!r}?" if near else "add it to <language>/terms/indicators.toml"
                yield Fault(case.rule.name, f"field {field!r} has {word!r}, which no word list holds: {advice}", "")


def named_words() -> frozenset[str]:
    """What rules may name: ids of concepts, and ids of other word lists behind their kind."""
    return _named_words(patterns())


@cache
def _named_words(source: Patterns) -> frozenset[str]:
    from extractor.read.terms import TERMS, term_files

    files = [file for language in source.languages() for file in term_files(source, language)]
    rules = [rule for file in files for rule in source.rules(file, TERMS)]
    return frozenset(rule.id if rule["kind"] == "concept" else f"{rule['kind']}:{rule.id}" for rule in rules)


def unused(rule: Rule) -> list[str]:
    """The phrases that stand in none of the rule's `yes` examples."""
    from extractor.read.words import split

    texts = [f" {' '.join(split(example['text']))} " for example in rule.yes]
    return [phrase for phrase in rule.phrases if not any(f" {' '.join(split(phrase))} " in text for text in texts)]


def _figure_met(case: Case, example: Example) -> bool:
    from extractor.read.explain import explain

    figures = explain(example["text"], case.language, example.get("published")).figures
    if "refused" in example:
        return not any(example["refused"] in one.surface for one in figures if one.kind not in TEMPORAL)
    return set(example) <= {"text", "published"} or any(fits(one, example) for one in figures)


def fits(figure: Figure, example: Example) -> bool:
    """Whether a figure is what the example names: value, kind, unit, comparator and so on."""
    for field in ("value", "value_max", "denominator"):
        if field in example and _text(getattr(figure, field)) != example[field]:
            return False
    names = [name for name in ("kind", "unit", "comparator", "per") if name in example]
    return all(str(getattr(figure, name)) == example[name] for name in names)


def _text(value: Decimal | str | None) -> str | None:
    return format(value, "f") if isinstance(value, Decimal) else value


def _figure_left_alone(case: Case, example: Example) -> bool:
    from extractor.read.explain import explain

    trace = explain(example["text"], case.language, example.get("published"))
    used = {name for figure in trace.figures for name in figure.rule.split()}
    return case.rule.name not in used | {refusal.reason for refusal in trace.refusals}


def _term_met(case: Case, example: Example) -> bool:
    from extractor.read import read

    return case.rule.name in {term.rule for term in read(example["text"], case.language).terms}


def _term_left_alone(case: Case, example: Example) -> bool:
    return not _term_met(case, example)


def _claims(example: Example) -> list[Claim]:
    from extractor.files import Known
    from extractor.pipeline import plain_article, understand

    return understand(plain_article(example["text"], Known(language=example["lang"], published="2025-10-15")))[1]


def _indicator_met(case: Case, example: Example) -> bool:
    named = {claim.figure.value for claim in _claims(example) if claim.indicator == case.rule["indicator"]}
    return Decimal(example["value"]) in named


def _indicator_left_alone(case: Case, example: Example) -> bool:
    return case.rule["indicator"] not in {claim.indicator for claim in _claims(example)}


def _page_met(case: Case, example: Example) -> bool:
    from extractor.parse.examples import is_met

    return is_met(case.kind, case.rule, example)


def _page_left_alone(case: Case, example: Example) -> bool:
    from extractor.parse.examples import is_left_alone

    return is_left_alone(case.kind, case.rule, example)


def _unused_line(rule: Rule) -> list[str]:
    from extractor.parse.examples import unused as lines

    return lines("line", rule)


UNUSED = {"line": _unused_line}
CHECKS = {
    "figure": (_figure_met, _figure_left_alone),
    "term": (_term_met, _term_left_alone),
    "indicator": (_indicator_met, _indicator_left_alone),
    "site": (_page_met, _page_left_alone),
    "line": (_page_met, _page_left_alone),
}
