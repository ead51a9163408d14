"""Which bodies act in a sentence: not those it cites, that a title names, that give, or that have no name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.claim.habits import habits
from extractor.claim.scene import PLANS, Unit
from extractor.claim.whose.latin import of_syllables
from extractor.records import FigureKind, Term

COMPANY = "company"
# Bodies that a whole article may be about, and whose figures are not told for the province.
INSTITUTION_IDS = (COMPANY, "enterprise", "institution")
# So near behind a verb of telling stands what means the company that tells.
OWN_REACH = 40
WORD = re.compile(r"[^\W\d_]+")
# A kind of department, which needs its name right behind its word: `Sở TN&MT`.
BUREAU = "bureau"
# An organ of power: its figures are the province's but where it is an item of a list.
ORGAN = "organ"
ITEM_REACH = 6
NAMED_WITHIN = 40
NAME_REACH = 45
# From the word of a project at most to its name: `dự án thứ hai là Nhà máy A`.
PROJECT_NAMED = 20
VERBS = ("status", "statement", "time")
# Words for a plan, in which may stand who set it.
SETTING = ("assigned", *PLANS)
SOURCE_REACH = 40
# Signs that may stand right behind a word.
ENDS = "،۔,.:;؛()"
# From the word of a source at most to its name: `theo số liệu mới nhất của Bộ Công Thương`.
TOLD_BY = 30
# The next word.
FOLLOWING = re.compile(r" ([^\W\d_]+)")


def cited(term: Term, unit: Unit, text: str) -> bool:
    """Whether the body is a source (`theo Sở …`, `… said`), a partner, the office of a person, or a thing built."""
    if term.id == COMPANY and not with_name(term, unit, text):
        return True
    if term.id == BUREAU and not text[term.end + 1 : term.end + 2].isupper():
        return True
    # `đạt 51% dự toán Bộ Tài chính giao`: who set a plan does nothing else.
    if any(one.start <= term.start and term.end <= one.end for one in unit.of("statement", *SETTING)):
        return True
    side, using = unit.of("link", "source", "partner"), habits(unit.language)
    after = [other for other in unit.of("link", "said") if _close(term.end, other.start, unit, text)]
    if term.id in INSTITUTION_IDS and _of_its_own(term, after, unit, text):
        return False
    if using.papers and not using.papers.isdisjoint(text[term.end : term.end + SOURCE_REACH].split()[:1]):
        return True
    if using.source_side == "after":
        following = FOLLOWING.match(text, term.end, unit.end)
        titled = any(one.start == term.end + 1 for one in unit.of("link", "office"))
        given = following is not None and following[1] in using.giving
        far = any(_apart(term.end, other.start, unit, text) for other in (*side, *unit.of("link", "said")))
        return titled or given or bool(after) or far or any(_close(term.end, other.start, unit, text) for other in side)
    before = text[max(unit.start, term.start - SOURCE_REACH) : term.start]
    near = any(_close(other.end, term.start, unit, text) for other in side)
    titles = unit.of("link", "office", "plural")
    office = any(one.end <= term.start and _titles(one, term, unit, text) for one in titles)
    aside = before.rstrip().endswith(("(", "/")) and not _led_to(term, unit, text)
    return bool(after) or near or office or aside


def _of_its_own(term: Term, said: Sequence[Term], unit: Unit, text: str) -> bool:
    """Whether a company tells what is its own: `it reported a profit of 9`, `it said that its sales rose by 9%`,
    `according to the bank, it has 9 branches`; not where a place that is named may be meant."""
    using = habits(unit.language)
    if not using.own:
        return False
    telling = [one for one in said if text[one.start : one.end] in using.results]
    if any(using.relative.isdisjoint(text[one.end : unit.end].split(maxsplit=1)[:1]) for one in telling):
        return True
    start = said[0].end if said else term.end
    near = WORD.finditer(text, start, min(unit.end, start + OWN_REACH))
    at = next((found.start() for found in near if found.group().lower() in using.own), None)
    if at is None or (not said and not text.startswith(", ", at - 2)):
        return False
    return not any(start <= one.start < at for kind in ("place", "scope", "body") for one in unit.of(kind))


def _titles(title: Term, body: Term, unit: Unit, text: str) -> bool:
    """Whether nothing stands between a title and its body, but for small words and a place where articles stand there:
    `Director of the provincial Department`, `Director of Hue Department`."""
    gap, using = text[title.end : body.start], habits(unit.language)
    for place in unit.of("place") if using.articles else ():
        if title.end <= place.start and place.end <= body.start:
            gap = gap.replace(text[place.start : place.end], "")
    words = gap.removesuffix("'s ").removesuffix("’s ").split()
    small = len(gap) < SOURCE_REACH and using.joiners.isdisjoint(words) and all(word.islower() for word in words)
    return not words or (bool(using.articles) and title.id == "office" and small and gap.replace(" ", "").isalpha())


def of_unit(body: tuple[int, int], named: tuple[int, int], unit: Unit, text: str) -> bool:
    """Whether a body is one of the unit that is named right beside it: `X وارڈ کے سینٹر`, `VBSP Tan Hoa District`."""
    using, (start, end), (first, last) = habits(unit.language), body, named
    if using.unit_name != "before":
        return False
    beside = last <= start and text[last:start].strip() in ("", *using.share_of, *using.branches)
    return beside or (not using.letters and end < first and not text[end:first].strip())


def heads_item(term: Term, unit: Unit, text: str) -> bool:
    """Whether nothing stands between a body and its figure, as in a list of several: `(Council 9%; Front: 8%)`."""
    heads = {one.end for one in unit.of("body") if _led_to(one, unit, text)}
    return term.end in heads and len(heads) > 1


def invests(start: int, unit: Unit, text: str) -> bool:
    """Whether a company is told as whose project it is, or a works as the project: those figures are of its place.

    `dự án … do Công ty A đầu tư`, `dự án … của Công ty A có vốn 9 tỷ đồng`, `dự án Nhà máy A rộng 9 ha`,
    `the project … invested by Hoa Mai Company`
    """
    using = habits(unit.language)
    told = [one.end for one in unit.figures if one.end <= start and one.kind is not FigureKind.RANK]
    between = max(told, default=unit.start)
    projects = [one for one in unit.of("concept", "project") if between <= one.start < start]
    if not projects or not using.investors:
        return False
    gap = text[projects[-1].end : start]
    named = len(gap) < PROJECT_NAMED and not any(sign in gap for sign in ",;:.()")
    words = gap.split()
    while words and using.unit_name == "before" and not words[-1][0].islower():
        words.pop()  # the company's own name
    return named or not using.investors.isdisjoint(words[-1:])


def _led_to(term: Term, unit: Unit, text: str) -> bool:
    """Whether no more than a sign or a preposition stands between a body and a figure behind it."""
    gaps = (text[term.end : one.start] for one in unit.figures if 0 < one.start - term.end <= ITEM_REACH)
    plain = ("", *habits(unit.language).inside)
    return any(gap.strip(" :–-").lower() in plain for gap in gaps)


def with_name(term: Term, unit: Unit, text: str) -> bool:
    """Whether a name stands behind a kind of company: a capital before the next sign or number.

    Before it where names stand before their words: any word that may be part of one, and behind it a word of grammar.
    """
    if habits(unit.language).unit_name == "before":
        return _named_before(term, unit, text)
    words = re.split(r"[,;:.()\d]", text[term.end : min(unit.end, term.end + NAMED_WITHIN)])[0]
    return any(word[0].isupper() or word[0] in "\"“«‘'" for word in words.split())


def _named_before(term: Term, unit: Unit, text: str) -> bool:
    """Whether a place or a capital stands right before a kind of company, or a word that sounds like a part of a name,
    and no noun behind it goes on: `تان فو ہسپتال نے`, but not `پروگرام پرائمری اسکول میں`, `بینک کھاتوں`.

    Any word may be of the name before one for a legal form (`… لمیٹڈ`).
    """
    using = habits(unit.language)
    following = FOLLOWING.match(text, term.end, unit.end)
    if following is not None and following[1] in using.naming:
        return True  # `بینک آف …`
    before = text[max(unit.start, term.start - NAMED_WITHIN) : term.start].split()[-1:]
    if not before or any(one.end == term.start - 1 for one in unit.figures):
        return False
    names = (*unit.of("place"), *unit.of("scope", "nation_name"))
    if before[0][0].isupper() or any(one.end == term.start - 1 for one in names):
        return True
    placed = any(one.start == term.end + 1 for one in unit.of("place"))
    goes_on = following is not None and following[1] not in using.function and not placed
    plain = before[0].isalpha() and before[0] not in using.function and before[0] not in using.no_name
    legal = not using.legal.isdisjoint(text[term.start : term.end].split())
    named = before[0] in using.only or (plain and (legal or of_syllables(before, unit.language)))
    return named and not goes_on


def _apart(start: int, end: int, unit: Unit, text: str) -> bool:
    """Whether what was told stands far behind a dash or a genitive, and nobody acts and nothing is counted between:
    `وزارت داخلہ - دفتر کے مطابق`, `وزارت داخلہ کی سال کی دوسری پریس کانفرنس میں بتایا گیا`."""
    gap = text[start:end]
    if not 0 <= end - start < 2 * SOURCE_REACH or any(sign in ",،" for sign in gap):
        return False
    owns = not habits(unit.language).share_of.isdisjoint(gap.split(maxsplit=1)[:1])
    acts = any(start <= word.start < end for word in unit.of("link", "agent"))
    acts = acts or any(start <= one.start < end for one in unit.figures)
    return (" - " in gap[:4] or owns) and not acts


def _close(start: int, end: int, unit: Unit, text: str) -> bool:
    """Whether nothing but a few words stands between: no comma, no figure; but a time (`theo báo cáo tháng 5 của`)."""
    if not 0 <= end - start < SOURCE_REACH or any(sign in ",،" for sign in text[start:end]):
        return False
    return not any(start <= one.start < end for one in unit.figures)


def goes_on_as_name(term: Term, unit: Unit, text: str) -> bool:
    """Whether the nation's name is part of another name: by a noun of organisations behind it (`ویتنام کمپنی`), one of
    its own behind a genitive (`ویتنام کے فادر لینڈ فرنٹ`), or a foreign `of` before it (`بینک آف ویتنام`)."""
    using = habits(unit.language)
    following, before = text[term.end : unit.end].split(maxsplit=2), text[unit.start : term.start].split()[-1:]
    if not text[term.end : term.end + 1].isspace():
        following = []
    own = following[1:] if using.letters and following and following[0] in using.share_of else []
    plain = bool(following) and following[0].strip(ENDS) in using.organisations
    return plain or not using.own_organs.isdisjoint(own[:1]) or not using.naming.isdisjoint(before)


def ends_a_body(term: Term, unit: Unit) -> bool:
    """Whether a region's name stands right behind the word of a body, as a part of its name: `Đại học Tây Bắc`."""
    return any(body.end + 1 == term.start for body in unit.of("body"))


def brought_in(term: Term, unit: Unit, text: str) -> bool:
    """Whether the nation is only where something came from abroad: `9 kg ma túy từ Lào vào Việt Nam`."""
    using = habits(unit.language)
    before, _, word = text[unit.start : term.start].rstrip().rpartition(" ")
    return word in using.entering and before.endswith(using.abroad)


def named_after(end: int, start: int, unit: Unit, text: str) -> bool:
    """Whether a place only ends a body's name: `Bệnh viện Đa khoa Hà Tĩnh`, `Ngân hàng Phát triển Việt Nam`."""
    gap = text[end:start]
    if not 0 < len(gap) <= NAME_REACH or any(sign in gap for sign in ",;،؛().") or any(s.isdigit() for s in gap):
        return False
    verbs = any(end <= other.start < start for kind in VERBS for other in unit.of(kind))
    return not verbs and (not gap.strip() or gap.lstrip()[:1].isupper())


def told_by_ministry(unit: Unit) -> bool:
    """Whether a sentence opens with what a ministry or another body of the nation tells: `theo Bộ Công Thương`, `VASEP
    کے مطابق`."""
    words, ministries = unit.of("link", "source"), [*unit.of("body", "ministry"), *unit.of("scope", "national_body")]
    if habits(unit.language).source_side == "after":
        opening = [one for one in ministries if one.start - unit.start <= NAMED_WITHIN]
        return any(0 <= word.start - one.end <= TOLD_BY for one in opening for word in words)
    told = [word.end for word in words if word.start - unit.start <= 1]
    return any(0 <= one.start - end <= TOLD_BY for end in told for one in ministries)


def in_a_name(term: Term, unit: Unit, text: str) -> bool:
    """Whether the nation's name is part of a longer one or of a body's, or where something was brought in."""
    owners = (named_after(body.end, term.start, unit, text) for body in unit.of("body"))
    return goes_on_as_name(term, unit, text) or brought_in(term, unit, text) or any(owners)
