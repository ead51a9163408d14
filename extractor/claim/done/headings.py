"""What the heading, lead-in or unmarked line above a sentence says of its figures: goals, or results."""

from __future__ import annotations

from dataclasses import replace

from extractor.claim.done.details import LISTED, wish
from extractor.claim.done.goals import EXCESS, of_past, tells_result
from extractor.claim.done.verbs import past
from extractor.claim.habits import habits
from extractor.claim.scene import GOALS, MOVED, WISHES, Scene, Unit, once
from extractor.claim.when.clock import ahead, over
from extractor.claim.when.datelines import statistics
from extractor.records import Figure, FigureKind, Term

# So many sentences below a line that names goals may still tell them.
FAR, LONGEST_LINE = 16, 60
# The verb stands among so many words behind `has`: `it has already met`.
VERB = 2
# So near the beginning of a sentence stands the day that it opens with.
OPENED = 16


@once
def word_above(unit: Unit, view: Scene) -> Term | None:
    """The wish or norm of the heading or lead-in that the sentence stands under; none under one of results."""
    if own := _own_lead(unit, view):
        return own
    heading = _list_heading(view, unit)
    for above in (*view.heads(unit), *([heading] if heading else [])):
        if _reports(above, view):
            return None
        if word := wish(above) or _names_goals(above):
            return None if word.rule.endswith(GOALS[-1]) and _behind_results(above, view) else word
    return None


def _own_lead(unit: Unit, view: Scene) -> Term | None:
    """The goals that a sentence opens with before a colon, in a text that has told of a time or of wishes ahead and of
    no result since: `Các chỉ tiêu chủ yếu: GRDP tăng 9%; …`."""
    words = [word for word in unit.of("status", GOALS[-1]) if word.end < unit.figures[0].start]
    colon = view.text.find(":", words[-1].end, unit.figures[0].start) if words else -1
    results = (*unit.of("status", "achieved", "report"), *unit.of("statement", "level", EXCESS, *MOVED))
    if colon < 0 or any(one.start < colon for one in results):
        return None
    return replace(words[-1], id="target") if _told_last(unit, view) is False else None


def _behind_results(head: Unit, view: Scene) -> bool:
    """Whether results were told last before a heading that names what is measured, and no time of its own is ahead."""
    coming = any(ahead(_last(one), view.article.published) for one in head.others)
    return not coming and bool(_told_last(head, view))


def _told_last(unit: Unit, view: Scene) -> bool | None:
    """Whether results were told last before a sentence; False where it was what is to come, None where nothing was."""
    for earlier in reversed(view.units[max(0, unit.index - FAR) : unit.index]):
        coming = any(ahead(_last(one), view.article.published) for one in earlier.others)
        if coming or earlier.of("status", *WISHES, GOALS[0]):
            return False
        if earlier.figures and (tells_result(earlier, view) or reached(earlier, view)):
            return True
    return None


@once
def reached(unit: Unit, view: Scene) -> bool:
    """Whether a sentence tells what was achieved, or is so by an estimate; what somebody `has` may be wanted.

    So may what is told as if it were over, where the sentence opens with a day to come: `By 2030, we reached 9%`.
    """
    words, first = unit.of("status", "achieved", "estimate"), unit.others[0] if unit.others else None
    if first is not None and first.start - unit.start < OPENED and ahead(_last(first), view.article.published):
        return False
    owned = [word for word in words if view.text[word.start : word.end].lower() in habits(unit.language).having]
    return bool(words) and (len(owned) < len(words) or past(unit, view.text))


def _list_heading(view: Scene, unit: Unit) -> Unit | None:
    heading = view.heading(unit)
    return heading if heading is not None and heading.kind == "heading" else _line_above(view, unit)


def _line_above(view: Scene, unit: Unit) -> Unit | None:
    """The short line that names goals in a text whose headings are not marked, where nothing since tells a result."""
    if tells_result(unit, view):
        return None
    for above in reversed(view.units[max(1, unit.index - FAR) : unit.index]):
        if _bare_line(above, view):
            return above if _names_goals(above) else None
        if reached(above, view) or of_past(above):
            return None
    return None


def _bare_line(unit: Unit, view: Scene) -> bool:
    """Whether a sentence is a paragraph of its own that counts nothing and has no stop: an unmarked heading."""
    text = view.text[unit.start : unit.end].rstrip()
    following = view.units[unit.index + 1 : unit.index + 2]
    alone = unit.index == unit.first and not any(one.block == unit.block for one in following)
    return alone and not unit.figures and text[-1:].isalnum() and len(text) <= LONGEST_LINE


def _reports(head: Unit, view: Scene) -> bool:
    """Whether a heading or lead-in opens a list of results: by its words, a time that is over, or those of a page of
    statistics, whose `chỉ tiêu` are what is measured."""
    told = any(_tells(word, head, view.text) for word in head.of("status", "achieved"))
    if statistics(view) or told or head.of("status", "report") or head.of("statement", EXCESS):
        return True
    return not head.of("status", *LISTED) and any(over(_last(one), view.article.published) for one in head.others)


def _tells(word: Term, head: Unit, text: str) -> bool:
    """Whether a word of a lead-in says that something was reached; `has` only before a verb of meeting goals: not `it
    has issued a plan with the targets:`."""
    using = habits(head.language)
    having = text[word.start : word.end].lower() in using.having
    return not having or not using.met.isdisjoint(text[word.end : head.end].split()[:VERB])


def _last(figure: Figure) -> str | None:
    """The last day of a date or period, as partial as it is told; none of a document or a clock time."""
    if figure.kind is FigureKind.PERIOD:
        return figure.value_max if isinstance(figure.value_max, str) else None
    return figure.value if figure.kind is FigureKind.DATE and isinstance(figure.value, str) else None


def _names_goals(head: Unit) -> Term | None:
    """The word of a heading that names goals and counts nothing else: `Các chỉ tiêu chủ yếu`."""
    words = head.of("status", *GOALS) if not head.of("statement", "level", "compared", *MOVED) else []
    counted = {word.start - 1 for word in words}
    words = words if all(figure.end in counted for figure in head.figures) else []  # `8 chỉ tiêu xã hội gồm:`
    return replace(words[-1], id="target") if words else None
