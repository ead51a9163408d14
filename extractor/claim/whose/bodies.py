"""Which bodies of a sentence act, by their name or by the bare word of their kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractor.claim.habits import habits
from extractor.claim.scene import Unit
from extractor.claim.whose.acting import COMPANY, INSTITUTION_IDS, ORGAN, cited, heads_item, with_name
from extractor.claim.whose.bare import subject
from extractor.claim.whose.called import COMPANIES
from extractor.records import Term

SAME = "same"
# A body by the bare word of its kind, or by one of any: the one named before.
BARE_KIND, ANY_KIND = "again", "again_any"
BARE_RULE = f"kind:{BARE_KIND}"
# So near behind it a word says that a body was only cited.
CLOSE = 5


def acting_bodies(terms: Sequence[Term], unit: Unit, text: str) -> list[Term]:
    """The bodies that act in the sentence, not those it cites or that a title names."""
    acting = [term for term in terms if term.kind == "body" and _named_or_bare(term, unit, text)]
    acting = [term for term in acting if not _only_a_kind(term, unit, text)]
    counted = {one.end + 1 for one in unit.figures} if acting else frozenset[int]()
    acting = [term for term in acting if term.start not in counted]  # `It has 2 Universities`
    if not acting:
        return []
    # `X کی وزارت نے` names the ministry, so its end points at none named before.
    acting = [a for a in acting if a.id != SAME or not any(b.start < a.start < b.end for b in acting)]
    acting = [one for one in acting if one.id not in (BARE_KIND, ANY_KIND) or _means_again(one, unit, text)]
    acting = [one for one in acting if one.id != ORGAN or heads_item(one, unit, text)]
    return [replace(a, id=BARE_KIND, rule=BARE_RULE) if _bare(a, unit, text) else a for a in acting]


def _only_a_kind(term: Term, unit: Unit, text: str) -> bool:
    """Whether a kind's word has its capital only because it opens its sentence, and no name or place behind it:
    `Preschool has 900 pupils`."""
    if term.id not in INSTITUTION_IDS or term.start > unit.start or term.rule.startswith(COMPANIES):
        return False
    follows = text[term.end : term.end + 2]
    return bool(habits(unit.language).articles) and follows[:1] == " " and follows[1:].islower()


def _named_or_bare(term: Term, unit: Unit, text: str) -> bool:
    return not cited(term, unit, text) or _bare(term, unit, text)


def _bare(term: Term, unit: Unit, text: str) -> bool:
    """Whether a kind of company has no name where names stand before it, and is a subject: `اس بینک نے 9 قرضے دیے`."""
    if term.id != COMPANY or habits(unit.language).unit_name != "before" or with_name(term, unit, text):
        return False
    told = unit.of("link", "source", "said", "partner")
    return subject(term, unit, text) and not any(0 <= one.start - term.end <= CLOSE for one in told)


def _means_again(term: Term, unit: Unit, text: str) -> bool:
    """Whether the bare word of a body's kind is a subject, or has a capital within it: `Năm 2025, Bệnh viện khám …`."""
    large = term.id == BARE_KIND and term.start > unit.start and text[term.start].isupper()
    return (large and not with_name(term, unit, text)) or subject(term, unit, text)


def without_subject(unit: Unit, text: str) -> bool:
    """Whether a sentence opens with what a body does and so goes on about the one before: `Tiếp nhận 9 đơn.`"""
    doing = habits(unit.language).doing
    if doing is None or habits(unit.language).unit_name == "before":
        return False
    done = [one.end + 1 for one in unit.of("status", "achieved") if one.start == unit.start]
    verb = doing.match(text, (done or [unit.start])[0], unit.end)
    if verb is None:
        return False
    # `Tổ chức và doanh nghiệp đã nộp 9 hồ sơ`: there it is a noun.
    following = text[verb.end() : unit.end].split(" ", 2)[:2]
    return following[0] == "" and habits(unit.language).joiners.isdisjoint(following)


def of_kind(body: str, kind: str) -> bool:
    """Whether a body is of a kind: its word opens the name or ends one of its words (`سکول` in `ہائی اسکول`)."""
    body, kind = body.lower(), kind.lower()
    return body.startswith(kind) or any(word.endswith(kind) for word in body.split())
