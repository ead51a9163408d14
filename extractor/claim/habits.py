"""How words belong to figures in one language, as its clauses.toml says."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from extractor.claim.signs import any_word
from extractor.errors import RuleError
from extractor.rules import Patterns, patterns


@dataclass(frozen=True, slots=True)
class Habits:
    """How words belong to figures in one language."""

    before: float
    after: float
    signs: Mapping[str, int]
    joiner: int
    joiners: frozenset[str]
    noun_words: int
    strange: int
    status_side: str
    tenses: bool
    past: frozenset[str]
    whole_side: str
    time_side: str
    placing: frozenset[str]
    source_side: str
    giving: frozenset[str]
    function: frozenset[str]
    plan_words: frozenset[str]
    articles: frozenset[str]
    equals: frozenset[str]
    setting: frozenset[str]
    plan_nouns: frozenset[str]
    plan_heads: frozenset[str]
    year: frozenset[str]
    base: frozenset[str]
    within: frozenset[str]
    members: re.Pattern[str] | None
    when: re.Pattern[str] | None
    sharing: re.Pattern[str] | None
    about: re.Pattern[str] | None
    purpose: re.Pattern[str] | None
    unit_name: str
    no_name: frozenset[str]
    organisations: frozenset[str]
    syllables: frozenset[str]
    held: frozenset[str]
    short_paragraphs: bool
    pointers: tuple[str, ...]
    ranges: tuple[str, ...]
    owners: frozenset[str]
    inside: frozenset[str]
    plural: frozenset[str]
    leading: frozenset[str]
    agents: frozenset[str]
    copula: frozenset[str]
    share_of: frozenset[str]
    share_of_name: frozenset[str]
    share_between: frozenset[str]
    share_total: frozenset[str]
    joining: re.Pattern[str] | None = None
    finite: frozenset[str] = frozenset()
    participles: frozenset[str] = frozenset()
    opening: frozenset[str] = frozenset()
    that: frozenset[str] = frozenset()
    which: frozenset[str] = frozenset()
    accord: tuple[str, ...] = ()
    parts: frozenset[str] = frozenset()
    neutral: frozenset[str] = frozenset()
    among: tuple[str, ...] = ()
    wholes: frozenset[str] = frozenset()
    letters: bool = False


def habits(language: str) -> Habits:
    """The habits of a language from its clauses.toml."""
    return _habits(patterns(), language)


@cache
def _habits(source: Patterns, language: str) -> Habits:
    document = source.document(f"{language}/clauses.toml")
    try:
        attach = document["attach"]
        comma, stop, bracket = attach["comma"], attach["stop"], attach["bracket"]
        signs = dict.fromkeys(",،、–", comma) | dict.fromkeys(";؛。۔", stop) | dict.fromkeys("()[]", bracket)
        return Habits(
            before=attach["before"],
            after=attach["after"],
            signs=signs,
            joiner=attach["joiner"],
            joiners=frozenset(attach["joiners"]),
            noun_words=attach["noun_words"],
            strange=attach["strange"],
            status_side=document["status"]["side"],
            tenses=document["status"]["tenses"],
            past=frozenset(document["status"].get("past", ())),
            whole_side=document["whole"]["side"],
            time_side=document["time"]["side"],
            placing=frozenset(document["time"].get("placing", ())),
            source_side=document["source"]["side"],
            giving=frozenset(document["source"].get("giving", ())),
            function=frozenset(document["words"]["function"]),
            plan_words=frozenset(document["words"]["plan"]),
            articles=frozenset(document["words"].get("articles", ())),
            equals=frozenset(document["words"].get("equals", ())),
            plan_nouns=frozenset(document["words"].get("plan_nouns", ())),
            plan_heads=frozenset(document["words"].get("plan_heads", ())),
            setting=frozenset(document["words"].get("setting", ())),
            year=frozenset(document["words"]["year"]),
            base=frozenset(document["words"]["base"]),
            within=frozenset(document["words"]["within"]),
            members=any_word(document["words"]["members"]),
            when=any_word(document["words"]["when"]),
            sharing=any_word(document["words"]["sharing"]),
            about=any_word(document["words"].get("about", ())),
            purpose=any_word(document["words"].get("purpose", ())),
            unit_name=document["units"]["name"],
            no_name=frozenset(document["units"].get("no_name", ())),
            organisations=frozenset(document["units"].get("organisations", ())),
            syllables=frozenset(document["units"].get("syllables", ())),
            held=frozenset(document["units"].get("held", ())),
            short_paragraphs=document["units"].get("short_paragraphs", False),
            pointers=tuple(document["units"]["pointers"]),
            ranges=tuple(document["units"]["ranges"]),
            owners=frozenset(document["units"]["owners"]),
            inside=frozenset(document["units"].get("inside", ())),
            plural=frozenset(document["words"].get("plural", ())),
            leading=frozenset(document["units"].get("leading", ())),
            copula=frozenset(document["units"].get("copula", ())),
            agents=frozenset(document["units"].get("agents", ())),
            share_of=frozenset(document.get("shares", {}).get("of", ())),
            share_of_name=frozenset(document.get("shares", {}).get("of_name", ())),
            share_between=frozenset(document.get("shares", {}).get("between", ())),
            share_total=frozenset(document.get("shares", {}).get("total", ())),
            joining=any_word(attach["joiners"]),
            finite=frozenset(document["status"].get("verbs", ())),
            participles=frozenset(document["status"].get("participles", ())),
            opening=_opening(document),
            that=frozenset(document["status"].get("that", ())),
            which=frozenset(document["status"].get("which", ())),
            accord=tuple(document["status"].get("accord", ())),
            parts=frozenset(document.get("parts", {}).get("of", ())),
            neutral=frozenset(document.get("parts", {}).get("neutral", ())),
            among=tuple(document["status"].get("among", ())),
            wholes=frozenset(document.get("parts", {}).get("wholes", ())),
            letters=(source.root / language / "letters.csv").exists(),
        )
    except (KeyError, TypeError) as error:
        raise RuleError(f"{language}/clauses.toml lacks {error}", "copy the field from vi/clauses.toml") from error


def _opening(document: Mapping[str, Mapping[str, Any]]) -> frozenset[str]:
    """The words behind which a verb has ended its clause: verbs, joiners and what opens a clause."""
    status = document["status"]
    lists = (status.get(name, ()) for name in ("verbs", "that", "which", "opens"))
    return frozenset(document["attach"]["joiners"]).union(*lists)
