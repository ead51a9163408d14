"""Figures that no rule names, grouped by what they count, as TOML rules to read, mend and add."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from extractor.claim.habits import habits
from extractor.records import Article, Claim, Statement
from extractor.rules import Patterns, patterns

EXAMPLES = 2
LONGEST_EXAMPLE = 240
WORD = re.compile(r"[^\W_]+(?:[&/-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A subject that articles count without a rule: how often, in how many provinces, and a rule to start from."""

    language: str
    subject: str
    kind: str
    claims: int
    articles: int
    provinces: int
    rule: str


def suggest(claims: Iterable[Claim], articles: Mapping[str, Article], most: int = 20) -> list[Suggestion]:
    """What rules are missing for, most articles first; claims carry article_id, articles are by id.

    Changes are left out (they measure what an amount does), and so are subjects that the word lists know already.
    """
    groups: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        language = claim.language or "vi"
        subject = " ".join(WORD.findall(claim.subject)[: habits(language).subject_words * 2 // 3])
        told = claim.indicator is not None or claim.statement is not Statement.LEVEL
        if not told and subject and claim.article_id in articles and subject not in known_phrases(patterns(), language):
            groups[(language, subject, claim.figure.kind.value)].append(claim)
    ranked = sorted(groups.items(), key=lambda item: (-_spread(item[1])[0], -len(item[1]), item[0]))
    return [_suggestion(key, found, articles) for key, found in ranked[:most]]


@cache
def known_phrases(source: Patterns, language: str) -> frozenset[str]:
    """The phrases of a language's word lists, in small letters."""
    files = sorted((source.root / language / "terms").glob("*.toml"))
    rules = [rule for file in files for rule in source.document(f"{language}/terms/{file.name}")["rule"]]
    return frozenset(phrase.lower() for rule in rules for phrase in rule["phrases"])


def _spread(found: Sequence[Claim]) -> tuple[int, int]:
    return len({claim.article_id for claim in found}), len({claim.province for claim in found if claim.province})


def _suggestion(key: tuple[str, str, str], found: Sequence[Claim], articles: Mapping[str, Article]) -> Suggestion:
    language, subject, kind = key
    in_articles, in_provinces = _spread(found)
    rule = "\n".join(_rule(language, subject, kind, list(_examples(found, articles))))
    return Suggestion(language, subject, kind, len(found), in_articles, in_provinces, rule)


def _rule(language: str, subject: str, kind: str, examples: Sequence[tuple[str, str]]) -> Iterator[str]:
    name = "_".join(WORD.findall(subject.lower())) or "new"
    yield f"# {language}/terms/indicators.toml: the word"
    yield "[[rule]]"
    yield f"id = {quoted(name)}"
    yield "kind = 'concept'"
    yield f"phrases = [{quoted(subject)}]"
    yield f"yes = [{', '.join(quoted(text) for text, _ in examples)}]"
    yield "no = ['']  # a sentence without the word"
    yield ""
    yield "# indicators.toml: what it measures"
    yield "[[rule]]"
    yield f"id = {quoted(name)}"
    yield "indicator = ''  # an id of indicators.csv"
    yield f"kinds = [{quoted(kind)}]"
    yield f"noun = [{quoted(name)}]" if kind == "count" else f"needs = [{quoted(name)}]"
    for text, value in examples:
        yield f"yes = [{{ lang = {quoted(language)}, value = {quoted(value)}, text = {quoted(text)} }}]"
        break
    yield f"no = [{{ lang = {quoted(language)}, text = '' }}]  # a sentence that must not be named so"


def _examples(found: Sequence[Claim], articles: Mapping[str, Article]) -> Iterator[tuple[str, str]]:
    seen: set[str] = set()
    for claim in found:
        text = " ".join(articles[claim.article_id or ""].text[claim.sentence[0] : claim.sentence[1]].split())
        if text and len(text) <= LONGEST_EXAMPLE and text not in seen and len(seen) < EXAMPLES:
            seen.add(text)
            yield text, "" if claim.figure.value is None else str(claim.figure.value)


def quoted(text: str) -> str:
    """The text as a TOML string on one line."""
    plain = "".join(sign if sign.isprintable() else " " for sign in text)
    if "'" not in plain:
        return f"'{plain}'"
    return '"' + plain.replace("\\", "\\\\").replace('"', '\\"') + '"'
