"""The words of status that say something of a figure, without goals that are only counted, compared with or a whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractor.claim.done.plans import CALLED, NAMED_REACH, PARTED, PLANS, measured, met
from extractor.claim.done.verbs import MEASURED
from extractor.claim.habits import habits
from extractor.claim.scene import Unit, is_headline, once
from extractor.records import FigureKind, Term

# What a headline tells as to come: `Health insurance to cover 9 million people`.
HEADLINE = "headline"
# What can count a word of status that stands behind it; behind an amount of money in Urdu stands the verb.
COUNTING = (FigureKind.COUNT, FigureKind.PERCENT)
# Words of status that a number can count where the verb stands behind: `15 اہداف`.
NOUNS = (*MEASURED, "norm")


@once
def status_words(unit: Unit, text: str) -> Sequence[Term]:
    """The sentence's words of status but for what is counted (15 chỉ tiêu) or compared with (`95% so với chỉ tiêu`)."""
    if not unit.of("status"):
        return ()
    after = habits(unit.language).status_side == "after"
    headline = is_headline(unit, text)
    found = [term for term in unit.of("status") if term.id != HEADLINE or headline]
    found = [replace(term, id="future") if term.id == HEADLINE else term for term in found]
    found = [term for term in found if term.id == "achieved" or not _counted(term, after, unit, text)]
    if after:
        ends_at = {other.start - 1 for other in unit.of("statement", "compared")}
        plans = unit.of("statement", *PLANS)
        found = [term for term in found if not any(in_plan(term, plan, unit, text) for plan in plans)]
        found = [term for term in found if not _describes_whole(term, unit, text)]
        return [term for term in found if term.id not in MEASURED or term.end not in ends_at]
    found = [term for term in found if term.id not in MEASURED or not measured(term, unit, text)]
    return [term for term in found if term.id not in MEASURED or not met(term, unit, text)]


def _counted(term: Term, after: bool, unit: Unit, text: str) -> bool:
    """Whether a goal is only counted, right before its word or its adjectives: `12 of 15 socio-economic targets`.

    What was set and is listed behind stays one: `It set 15 targets, including growth of 9%`.
    """
    using = habits(unit.language)
    # `19 chỉ tiêu đề ra` begins with a word that elsewhere names nothing; `15 to reach …` is no noun.
    verbal = using.tenses and text[term.start : term.end].split(maxsplit=1)[0] in using.function
    if verbal or term.id not in (NOUNS if after else MEASURED):
        return False
    counts = [one for one in unit.figures if one.end < term.start and (not after or one.kind in COUNTING)]
    gap = text[counts[-1].end : term.start].split(" ") if counts else ["", "", ""]
    adjectives = gap[1:-1]
    if gap[0] or not (len(gap) == 2 or (using.setting and len(gap) <= CALLED and _plain(adjectives, using.function))):
        return False
    start = max((one.end for one in unit.figures if one.end <= counts[-1].start), default=unit.start)
    return using.setting.isdisjoint(text[start : counts[-1].start].lower().split()) or not _lists(term, unit, text)


def _plain(words: Sequence[str], function: frozenset[str]) -> bool:
    return all(word.replace("-", "").isalpha() for word in words) and function.isdisjoint(words)


def _lists(term: Term, unit: Unit, text: str) -> bool:
    """Whether what is counted is listed behind: `targets, including …`, `targets: …`."""
    following = next((one.start for one in unit.figures if one.start >= term.end), unit.end)
    listed = any(term.end <= word.start < following for word in unit.of("link", "of_which"))
    return listed or ":" in text[term.end : following]


def in_plan(term: Term, plan: Term, unit: Unit, text: str) -> bool:
    """Whether a word of status is that of a plan; a goal's only where a percentage is its share: `ہدف کے 97%`."""
    inside = plan.start <= term.start < plan.end
    return inside and (term.id != "target" or owned_share(plan, unit, text))


def owned_share(whole: Term, unit: Unit, text: str) -> bool:
    """Whether a percentage right behind a word is a share of it, or by how much it is exceeded: `منصوبے کے 48%`."""
    using = habits(unit.language)
    share = next((one for one in unit.figures if one.start > whole.end), None)
    if share is None or share.kind is not FigureKind.PERCENT or share.start - whole.end > NAMED_REACH:
        return False
    between = text[whole.end : share.start].split()
    owning = {*text[whole.start : whole.end].split()[-1:], *between[:1]}
    owned = not (using.share_of | using.giving).isdisjoint(owning)
    return owned and (using.share_between | using.share_of).issuperset(between)


def _describes_whole(term: Term, unit: Unit, text: str) -> bool:
    """Whether an adjective only tells which whole a share is of: `منصوبہ بند سرمائے کا 49%`."""
    using = habits(unit.language)
    if text[term.start : term.end] not in using.describing:
        return False
    share = next((one for one in unit.figures if one.start > term.end), None)
    between = text[term.end : share.start] if share and share.kind is FigureKind.PERCENT else ","
    leading = [word for word in between.split() if word not in using.share_between]
    ended = PARTED.search(between) or not using.finite.isdisjoint(leading)
    return not ended and leading[-1:] != [] and leading[-1] in using.share_of
