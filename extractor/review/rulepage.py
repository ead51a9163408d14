"""A rule's page: what it reads, what of that was misread, and the counter-example that each misreading makes."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.marking import sentence_around
from extractor.review.accuracy import Share
from extractor.review.context import Passage, RuleShown, passage, rule
from extractor.store import Store
from extractor.store.reader import rows
from extractor.store.verdicts import standings

MOST = 100
_CLAIMS = """
SELECT id FROM claim WHERE current = 1
AND instr('; ' || rule || '; ' || figure_rule || ';', '; ' || ? || ';') > 0 ORDER BY id LIMIT 5000
"""


@dataclass(frozen=True, slots=True)
class Misread:
    """One misreading: the sentence, the reason given, and a line for the rule's `no` list."""

    passage: Passage
    reason: str
    example: str


@dataclass(frozen=True, slots=True)
class RulePage:
    """A rule with what reviewers said of its readings, and what else it reads."""

    rule: RuleShown
    reads: int
    share: Share
    misread: tuple[Misread, ...]
    others: tuple[Passage, ...]


def rule_page(store: Store, name: str, language: str) -> RulePage:
    """The page of a rule by its name, such as `indicators:completed`."""
    known = standings(store.db)
    ids = [row["id"] for row in rows(store.db, _CLAIMS, [name])]
    decided = [claim for claim in ids if claim in known and known[claim].state != "disputed"]
    wrong = [claim for claim in decided if known[claim].state == "misread"]
    others = [claim for claim in ids if claim not in wrong][:MOST]
    return RulePage(
        rule=rule(name),
        reads=len(ids),
        share=Share(len(decided) - len(wrong), len(decided)),
        misread=tuple(_misread(store, claim, known[claim].reason, language) for claim in wrong[:MOST]),
        others=tuple(_passage(store, claim, language) for claim in others),
    )


def _passage(store: Store, claim_id: int, language: str) -> Passage:
    claim = store.claim(claim_id)
    return passage(store.article(claim.article_id or ""), claim, language)


def _misread(store: Store, claim_id: int, reason: str, language: str) -> Misread:
    claim = store.claim(claim_id)
    article = store.article(claim.article_id or "")
    start, end = sentence_around(article.text, claim.figure.start, claim.figure.end, claim.sentence)
    return Misread(passage(article, claim, language), reason, counter_example(article.text[start:end]))


def counter_example(sentence: str) -> str:
    """A line for a rule's `no` list in TOML: the sentence on one line, quoted so that nothing in it ends the string."""
    plain = " ".join(sentence.split()).replace("\\", "\\\\").replace('"', '\\"')
    shown = "".join(f"\\u{ord(sign):04x}" if ord(sign) < 32 or ord(sign) == 127 else sign for sign in plain)
    return f'{{ text = "{shown}" }},'
