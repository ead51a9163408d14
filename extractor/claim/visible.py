"""Which of the words that a reading found count: not those inside a longer one, nor the syllables of a name."""

from __future__ import annotations

from collections.abc import Iterable

from extractor.claim.habits import habits
from extractor.records import Term

# A longer term hides the terms inside it: every kind of word behind a mask, a concept or a body, else its own kind.
HIDES_ALL = {"mask", "concept", "body", "place", "reference"}
# A wish stays one inside a concept, but not in Cần Thơ.
HIDES_WISH = {"mask", "status", "place", "body"}
NEVER_HIDDEN = {"place", "reference", "mask"}
# What says that somebody acts does so within `وزارت نے` too.
AGENT = "agent"
# So much of a line on each side tells whether it has capitals throughout.
LINE = 60


def visible(terms: Iterable[Term], text: str, language: str) -> tuple[Term, ...]:
    """The terms, sorted, without those that a longer one hides (`hoàn thành` inside `chưa hoàn thành`) or a name has.

    Of terms of the same words those come first that hide every kind.
    """
    kept: list[Term] = []
    over: list[Term] = []  # those so far of which one reaches the next
    farthest = 0
    for term in terms:
        kind = term.kind
        if term.start >= farthest:
            over, farthest = [term], term.end
            if kind != "mask":
                kept.append(term)
            continue
        if kind != "mask" and (term.end > farthest or kind in NEVER_HIDDEN or not _hidden(term, over)):
            place = len(kept)
            while kind in HIDES_ALL and place and _same_words(kept[place - 1], term):
                place -= 1
            kept.insert(place, term)
        over.append(term)
        farthest = max(farthest, term.end)
    return tuple([term for term in kept if not _of_a_name(term, text, language)])


def _same_words(one: Term, other: Term) -> bool:
    """Whether a term stands for the same words as one that hides every kind, and does not."""
    return one.start == other.start and one.end == other.end and one.kind not in HIDES_ALL


def _hidden(term: Term, over: Iterable[Term]) -> bool:
    """Whether one of the longer terms before it goes on to its end."""
    if term.id == AGENT:
        return False
    wish = term.kind == "status" and term.id != "demand"
    for one in over:
        hides = one.kind in HIDES_WISH if wish else (one.kind == term.kind or one.kind in HIDES_ALL)
        if hides and one.end >= term.end and (one.start < term.start or one.end > term.end):
            return True
    return False


def _of_a_name(term: Term, text: str, language: str) -> bool:
    """Whether a word of status is a syllable of a name, by its capital within a sentence: `xã Nậm Cần`, `xã Ước Lễ`.

    Only where sentences have no other capitals; in a line of capitals it stays what it is.
    """
    if term.kind != "status" or not text[term.start].isupper() or habits(language).unit_name != "after":
        return False
    if not all(word[0].isupper() for word in text[term.start : term.end].split()):
        return False  # `Đề án`
    if not text[term.start - 2 : term.start - 1].isalpha() or text[term.start - 1] != " ":
        return False
    before = text[max(0, term.start - LINE) : term.start].rpartition("\n")[2]
    words = (before + text[term.start : term.end + LINE].partition("\n")[0]).split()
    return 2 * sum(word[0].isupper() for word in words) <= len(words)
