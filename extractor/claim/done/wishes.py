"""The words of status that say something of a figure, without goals that are only counted, compared with or a whole."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractor.claim.done.plans import CALLED, NAMED_REACH, PARTED, measured, met
from extractor.claim.done.verbs import MEASURED
from extractor.claim.habits import habits
from extractor.claim.scene import GOALS, PARTS, PLANS, Unit, is_headline, once
from extractor.records import Comparator, Figure, FigureKind, Term

# What a headline tells as to come: `Health insurance to cover 9 million people`.
HEADLINE = "headline"
# What can count a word of status that stands behind it; behind an amount of money in Urdu stands the verb.
COUNTING = (FigureKind.COUNT, FigureKind.PERCENT)
# Words of status that a number can count where the verb stands behind: `15 اہداف`.
NOUNS = (*MEASURED, "norm")
FUTURE = "future"
# What a sentence is for, up to its comma.
PURPOSE = "purpose"
# So many adverbs may stand between a verb of what is to come and its own.
ADVERBS = 2
BESIDE, NEAR = 2, 10
# Words of what becomes of those at fault.
AT_FAULT = "at_fault"
AGE = ":age"
# An age that only says who is counted: `5 سالہ بچوں کے لیے`.
AGE_GROUP = ":age_group"
# The reader's rule for a bound behind its number: `từ 15 m trở lên`; before it (`at least 15 m`) it is a value.
OR_MORE = ":after_more"
BOUNDS = (Comparator.MORE, Comparator.LESS, Comparator.AT_LEAST, Comparator.AT_MOST)
CLAUSE_SIGNS = ";؛.۔:"
# So many words say of which kind or time goals are.
QUALIFIED = 8
# So near behind a count stands what it counts.
TASK_REACH = 24
# So many words before a count may hold the verb by which goals are set: `There are 19 targets`.
SETTING_WORDS = 2
LETTERS = re.compile(r"[^\W\d_ ]*(?: [^\W\d_ ]*)*")


@once
def status_words(unit: Unit, text: str) -> Sequence[Term]:
    """The sentence's words of status but for what is counted (15 chỉ tiêu) or compared with (`95% so với chỉ tiêu`)."""
    if not unit.of("status"):
        return ()
    after = habits(unit.language).status_side == "after"
    headline = is_headline(unit, text)
    found = [term for term in unit.of("status") if term.id != HEADLINE or headline]
    found = [replace(term, id=FUTURE) if term.id == HEADLINE else term for term in found]
    if PURPOSE in unit.ids:
        opens = {term.start for term in unit.of("status", PURPOSE)}
        found = [term for term in found if term.start not in opens]
    if AT_FAULT in unit.ids:
        asked = {term.start for term in unit.of("link", "proposal")}  # by inspectors: `proposed that 9 be disciplined`
        found = [term for term in found if term.start not in asked]
    found = [term for term in found if term.id == "achieved" or not _counted(term, after, unit, text)]
    found = [term for term in found if term.id != "achieved" or not _infinitive(term, found, unit, text)]
    if after:
        ends_at = {other.start - 1 for other in unit.of("statement", "compared")}
        plans = unit.of("statement", *PLANS)
        found = [term for term in found if not any(in_plan(term, plan, unit, text) for plan in plans)]
        found = [term for term in found if not _describes_whole(term, unit, text)]
        return [term for term in found if term.id not in MEASURED or term.end not in ends_at]
    found = [term for term in found if term.id not in MEASURED or not measured(term, unit, text)]
    if listed := _goals_listed(unit, text):
        found = sorted([*found, listed], key=lambda one: one.start)
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


def _infinitive(term: Term, found: Sequence[Term], unit: Unit, text: str) -> bool:
    """Whether a verb of having goes with one of what is to come, an adverb between: `will also have 9 parks`."""
    using = habits(unit.language)
    if text[term.start : term.end].lower() not in using.having:
        return False
    for word in found:
        gap = text[word.end : term.start].split() if word.id == FUTURE and word.end < term.start else [","]
        plain = len(gap) <= ADVERBS and all(one.isalpha() and one.islower() for one in gap)
        if plain and not _relative(word, unit, text):
            return True
    return False


def _relative(word: Term, unit: Unit, text: str) -> bool:
    """Whether a verb is that of a clause about what stands before it: `the firms that will come`."""
    return not habits(unit.language).relative.isdisjoint(text[unit.start : word.start].lower().split()[-1:])


def _goals_listed(unit: Unit, text: str) -> Term | None:
    """The goals that a sentence sets, counts and lists: `Đại hội xác định 12 chỉ tiêu cụ thể, gồm: tăng trưởng 9%`."""
    if habits(unit.language).tenses or not unit.of("status", "sets"):
        return None
    goals = goals_set(unit, text)
    if goals is None:
        return None
    ends = [one.start for one in unit.of("link", *PARTS) if one.start >= goals.end]
    colon = text.find(":", goals.end, unit.end)
    ends += [colon] if colon >= 0 else []
    opens = min(ends, default=unit.end)
    starts = [one.start for one in unit.figures]
    starts += [one.start for one in (*unit.of("status"), *unit.of("statement"))]
    told = any(goals.end <= start < opens for start in starts)
    return None if told or not ends or len(text[goals.end : opens].split()) > QUALIFIED else goals


def goals_set(unit: Unit, text: str) -> Term | None:
    """The goals that a sentence counts, from the verb by which they are set to their word."""
    for goals in unit.of("status", *GOALS):
        for count in (one.start for one in unit.figures if 0 < goals.start - one.end <= BESIDE):
            for word in unit.of("status", "sets", "target"):
                if 0 < count - word.end <= NEAR and LETTERS.fullmatch(text, word.end, count):
                    return replace(goals, start=word.start, id="target")
    return _set_by_verb(unit, text)


def _set_by_verb(unit: Unit, text: str) -> Term | None:
    """The goals that are counted right behind a verb by which they are set: `sets 19 main targets for 2026`."""
    using = habits(unit.language)
    for goals in unit.of("status", "target") if using.setting else ():
        for count in (one for one in unit.figures if one.end < goals.start):
            adjectives = text[count.end : goals.start].split()
            start = max(unit.start, count.start - NEAR)
            verbs = text[start : count.start].lower().split()[-SETTING_WORDS:]
            if len(adjectives) < CALLED and _plain(adjectives, using.function) and not using.setting.isdisjoint(verbs):
                return replace(goals, start=start, id="target")
    return None


def counts_goals(figure: Figure, unit: Unit, text: str) -> bool:
    """Whether a figure counts the goals that are set, which are those of a time to come."""
    goals = goals_set(unit, text) if not unit.ids.isdisjoint((*GOALS, "target")) else None
    return goals is not None and goals.start < figure.start < goals.end


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


def bounds_group(figure: Figure, unit: Unit, text: str) -> bool:
    """Whether the figure is the bound that a group was chosen by: `12 xã giải ngân dưới 30%`, `trẻ dưới 6 tuổi`, `trẻ
    12-17 tuổi`; not what was reached, `tuổi thọ đạt 74-75 tuổi`."""
    if AGE_GROUP in figure.rule:
        return True
    if AGE in figure.rule and figure.value_max is not None:
        return not any(0 < figure.start - word.end <= BESIDE for word in unit.of("statement", "level"))
    if figure.comparator not in BOUNDS:
        return False
    if figure.kind is not FigureKind.PERCENT:
        return AGE in figure.rule or (figure.kind is FigureKind.MEASURE and OR_MORE in figure.rule)
    counted = next((one for one in reversed(unit.figures) if one.end <= figure.start), None)
    if counted is None or counted.kind is not FigureKind.COUNT:
        return False
    gap, members = text[counted.end : figure.start].lstrip(), habits(unit.language).members
    chosen = members.match(gap) if members else None
    rest = gap[chosen.end() :].removeprefix(")") if chosen else ","
    return not any(sign in rest for sign in ",،()" + CLAUSE_SIGNS)


def only_set(word: Term, figure: Figure, unit: Unit, text: str) -> bool:
    """Whether a word only says that goals and tasks were set, which the figure counts: `Đại hội đề ra 9 chỉ tiêu chủ
    yếu, 3 nhiệm vụ và 2 khâu đột phá`."""
    using = habits(unit.language)
    if word.id != "target" or figure.kind is not FigureKind.COUNT or using.tenses:
        return False
    if using.set_out.isdisjoint([text[word.start : word.end].lower()]):
        return False
    counted = [one for one in unit.figures if word.end <= one.start <= figure.start]
    return all(one.kind is FigureKind.COUNT and _counts_task(one, using.task_nouns, text) for one in counted)


def _counts_task(figure: Figure, nouns: frozenset[str], text: str) -> bool:
    """Whether a count is of tasks, goals or the like, by the first words behind it."""
    words = text[figure.end : figure.end + TASK_REACH].lower().split()[:2]
    return not nouns.isdisjoint((words[0], " ".join(words))) if words else False


def first_told(words: Sequence[Term], unit: Unit, text: str) -> int:
    """Where the first figure stands, but for one that counts goals that are listed: `19 main targets, including`."""
    first = unit.figures[0]
    gaps = [text[first.end : word.start].split() for word in words if word.id == "target" and word.start > first.end]
    counted = any(len(gap) < CALLED and all(map(str.isalpha, gap)) for gap in gaps)
    return unit.figures[1].start if counted and len(unit.figures) > 1 else first.start
