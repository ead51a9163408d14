"""Numbers that are no figure: parts of names, codes, phones, addresses, enumerators; each refused by a named reason."""

from __future__ import annotations

from decimal import Decimal

from extractor.read.draft import Draft, Refusal
from extractor.read.grammar import Line
from extractor.read.lexicon import Hit
from extractor.read.names import chunk_end, commune, enumerator, followed, named, names_behind, names_end, plant
from extractor.read.parts import numeric_part, whole_day
from extractor.records import Comparator, FigureKind

LINKS = ("://", "www.", ".html", ".htm", ".vn/", ".com/", "@", ".vn", ".gov", ".com", ".org")
# Letters that may be a name grown onto a number: pm2.5.
NAME_LETTERS = 3
CHUNK = 200
GLUED_UNITS = ("hour", "measure", "scale", "money", "percent", "nth", "half_day", "time", "times", "noun", "month_word")


def refuse(line: Line, index: int) -> Refusal | None:
    """Why the words from here are no figure whatever they look like; None when nothing speaks against them."""
    if (hit := line.at(index, "phrase")) and not _dated(line, hit) and not _counted(line, hit):
        return Refusal(index, hit.end, hit.entry.rule)
    if not line.text[index][0].isdecimal():
        return None
    return _raised(line, index) or _code(line, index) or _address(line, index)


def _raised(line: Line, index: int) -> Refusal | None:
    """The digit of a unit that once was raised: `4,100 کلومیٹر 2`."""
    unit = line.before(index + 1, "measure")
    return Refusal(index, index + 1, unit.entry.rule) if unit is not None and unit.start < index else None


def _dated(line: Line, hit: Hit) -> bool:
    """Whether `24/7` is a day after all: `ngày 24/7`, `24/7/2025`."""
    if not line.text[hit.start][0].isdecimal():
        return False
    return line.word(hit.end) in ("/", "-") or line.before(hit.start, "day_word") is not None


def _counted(line: Line, hit: Hit) -> bool:
    """Whether a name that is a number counts after all: `Chín tháng năm 2025`, `4.0 to 5.2%`."""
    if line.text[hit.start][0].isdecimal() and line.text[hit.end - 1][0].isdecimal():
        link = line.at(hit.end, "to")
        return (
            line.word(link.end if link else hit.end + 1)[:1].isdecimal() if link or line.word(hit.end) == "-" else False
        )
    # `mỗi năm tỷ lệ hộ nghèo`: the scale word is part of the name.
    if line.at(hit.start + 1, "scale") is not None:
        return False
    return line.at(hit.start, "cardinal") is not None and line.at(hit.end, "time", "noun", "scale") is not None


def _address(line: Line, index: int) -> Refusal | None:
    """A street named after a day (đường 30/4), a house number; not a road's length."""
    if "street_after" in line.roles and (found := _street_number(line, index)):
        return found
    hit = line.before(index, "street")
    if hit is None or line.at(index + 1, "measure", "money", "percent", "scale", "noun"):
        return None
    end = names_end(line, index)
    if month := line.at(end, "month", "month_word"):
        end = month.end + (1 if line.word(month.end).isdecimal() else 0)
    return Refusal(index, end, hit.entry.rule)


def _street_number(line: Line, index: int) -> Refusal | None:
    """`657 Lac Long Quan Street`, `31 تران فو اسٹریٹ`: names between a number and the street."""
    for position in range(index + 1, min(index + 5, line.size)):
        if hit := line.at(position, "street_after"):
            return Refusal(index, hit.end, hit.entry.rule) if position > index + 1 else None
        word = line.raw(position)
        counted = line.at(position, "noun", "measure", "percent", "scale") and not word.istitle()
        if not word.isalpha() or counted or word[0].islower():
            return None
    return None


def firstly(line: Line, head: Hit, end: int) -> bool:
    """`Thứ nhất, ...` opens a point of a list, it ranks nothing."""
    if head.entry.only != "digits":
        return False
    opens = head.start == 0 or not line.word(head.start - 1)[:1].isalpha()
    return (opens and line.raw(head.start)[:1].isupper()) or (line.word(end) in (",", ":") and opens)


def refuse_number(line: Line, index: int) -> Refusal | None:
    """Why a number that is no date and no document is no quantity."""
    for test in (_weekday_number, named, _phone, _version, enumerator, _milestone, followed, commune, plant):
        if found := test(line, index):
            return found
    return None


def _code(line: Line, index: int) -> Refusal | None:
    """Letters grown onto a number (QL27C, 5G, VTV1), and everything in a URL or file name."""
    if line.glued(index):
        before = line.word(index - 1)
        grown = before.isalpha() and before.replace("đ", "d").isascii() and not _lost_space(line, index)
        if grown and not _glues(line, index) and not whole_day(line, index):
            return Refusal(index, chunk_end(line, index), "glued to letters")
        if before in "-/_.=&?#:@" and (end := _link(line, index)):
            return Refusal(index, end, "part of a link")
        if before == "." and line.glued(index - 1) and line.raw(index - 2).isupper():
            return Refusal(index, chunk_end(line, index), "part of a name")
        if before in "-" and (_hyphen_name(line, index) or line.before(index - 1, "name_before")):
            return Refusal(index, chunk_end(line, index), "part of a name")
    following = line.word(index + 1)
    if line.glued(index + 1) and following.isalpha() and following.isascii() and not _unit_glues(line, index + 1):
        end = names_end(line, index) if line.before(index, "name_before") else chunk_end(line, index)
        return Refusal(index, end, "glued to letters")
    return None


def _lost_space(line: Line, index: int) -> bool:
    """Whether a small word, or a longer one before a decimal, lost its space: `to401 firms`, `down8.7 points`."""
    word, number = line.raw(index - 1), line.word(index)
    whole = len(word) > NAME_LETTERS and word.isascii() and any(sign in number for sign in ".,")
    small = len(word) > 1 and word in line.grammar.common
    return (small or whole) and word.islower() and not line.glued(index - 1)


def _glues(line: Line, index: int) -> bool:
    """Currencies and heads (Q3, VND55, S$5) may be glued before a number."""
    clock = line.before(index, "hour", "minute", "half_day")
    if clock is not None and line.word(clock.start - 1)[:1].isdecimal() and line.glued(clock.start):
        return True
    return line.before(index, "money", "quarter_word", "rank", "word_of_document") is not None


def _unit_glues(line: Line, index: int) -> bool:
    """Units, scale words and ordinals may be glued after a number, if the word ends there."""
    hit = line.at(index, *GLUED_UNITS)
    if hit is None:
        return False
    grown = line.glued(hit.end) and line.word(hit.end)[:1].isalnum() and not line.words.parted
    return not grown or hit.entry.role in ("hour", "scale", "money")


def _link(line: Line, index: int) -> int | None:
    """Where the link ends that this number is part of."""
    text = line.words.folded.text
    here = line.words.starts[index]
    start = max((text.rfind(blank, max(0, here - CHUNK), here) for blank in " \n\t"), default=-1) + 1
    end = here
    while end < len(text) and end < here + CHUNK and not text[end].isspace():
        end += 1
    if not any(mark in text[max(start, here - CHUNK) : end] for mark in LINKS):
        return None
    while end < len(text) and not text[end].isspace():
        end += 1
    position = index
    while position < line.size and line.words.starts[position] < end:
        position += 1
    return position


def _hyphen_name(line: Line, index: int) -> bool:
    """COVID-19, F-16, QL-279D: capitals before the hyphen, glued."""
    name = line.raw(index - 2)
    return (
        index > 1
        and line.glued(index - 1)
        and name.isalpha()
        and name[:1].isupper()
        and not line.at(index - 2, "money")
    )


def _phone(line: Line, index: int) -> Refusal | None:
    """A phone number: after a word for phone, or a leading zero with nine digits and more, or 1900xxxx."""
    sign, word = line.word(index - 1), line.text[index]
    head = line.before(index, "phone") or (line.before(index - 1, "phone") if sign == ":" else None)
    if head is None and sign != "+" and word[0] != "0" and len(word) < 8:
        return None
    end, total = index, ""
    while line.word(end)[:1].isdecimal() and (end == index or line.gap(end) in ("", " ")) and len(total) < 16:
        total += line.word(end).replace(".", "").replace(",", "")
        end += 1
        if line.word(end) in ("-", ".", ")") and line.word(end + 1)[:1].isdecimal() and line.glued(end):
            end += 1
    if sign == "+" and line.glued(index) and len(total) >= 9:
        return Refusal(index, end, "phone number")
    if head is not None and len(total) >= 3:
        return Refusal(index, names_end(line, end - 1), head.entry.rule)
    bare = word.replace(".", "").replace(",", "")
    if word.startswith("0") and 9 <= len(total) <= 12 and ("," not in word) and (len(bare) > 4 or end > index + 1):
        return Refusal(index, end, "phone number")
    if word.isdecimal() and len(word) == 8 and word[:4] in ("1900", "1800"):
        return Refusal(index, end, "phone number")
    return Refusal(index, index + 1, "too many digits") if len(bare) > 15 else None


def _version(line: Line, index: int) -> Refusal | None:
    """4.0, VILIS 2.0: a zero after the point behind a name."""
    word = line.word(index)
    if not (word.endswith((".0", ".1", ".2")) and len(word) <= 4):
        return None
    name = line.raw(index - 1)
    if line.at(index + 1, "scale", "percent", "measure", "money", "noun", "times") or line.before(index, "before"):
        return None
    ranged = line.word(index + 1) == "-" and line.word(index + 2)[:1].isdecimal()
    if line.grammar.style.decimal == "." and (ranged or line.word(index - 1) in line.grammar.common):
        return None
    if line.grammar.style.decimal == "," or (name[:1].isupper() and name.isascii() and line.gap(index) == " "):
        return Refusal(index, index + 1, "version")
    return None


def _weekday_number(line: Line, index: int) -> Refusal | None:
    """`ngày thứ 7`, `Thứ 7, 30/9`: the name of a day."""
    head = line.before(index, "rank")
    if head is None or head.entry.only != "digits" or line.word(index) not in tuple("234567"):
        return None
    day = line.at(index + 1, "day_word")
    beside = numeric_part(line, day.end if day else index + 2) if day or line.word(index + 1) in (",", "(") else None
    named = line.before(head.start, "day_word") or (beside is not None and beside.day)
    return Refusal(index, index + 1, head.entry.rule) if named else None


def _milestone(line: Line, index: int) -> Refusal | None:
    """`Km12+300`: a place on a road."""
    metres = line.word(index + 2)
    joined = line.word(index + 1) == "+" and line.glued(index + 1) and line.glued(index + 2)
    return Refusal(index, index + 3, "milestone") if joined and metres.isdecimal() and len(metres) == 3 else None


def article(line: Line, index: int) -> bool:
    """Whether `một`, `ایک` stands before a word that is no phrase: then it counts nothing, and has no time or unit."""
    hit = line.at(index, "cardinal")
    if hit is None or hit.entry.only != "never" or len(line.hits(index)) > 1:
        return False
    end = hit.end
    return line.word(end).isalpha() and not line.hits(end) and line.at(end + 1, "time") is None


def spelled_stands(line: Line, index: int, draft: Draft) -> bool:
    """Whether a number in words is meant as one: not `một`, not `năm` (year), not part of a name."""
    if line.before(index, "name_before", "word_of_document", "street", "number_sign"):
        return False
    if names_behind(line, index, draft.end) or line.at(index, "plain_noun") or _weekday(line, index, draft):
        return False
    hit = line.at(index, "cardinal", "tens", "quarter_more")
    if hit is None or (hit.end < draft.end and draft.kind is not FigureKind.DURATION):
        return True
    value = draft.value if isinstance(draft.value, Decimal) else Decimal(0)
    if hit.entry.only == "unit" and draft.kind is FigureKind.COUNT:
        return False
    only = hit.entry.only
    if only in ("never", "year") and _counts_few(line, index, draft, only):
        return True
    if value == 1 or (only == "never" and draft.kind is FigureKind.DURATION):
        counted = only == "noun" and draft.kind is FigureKind.COUNT and _noun_follows(line, draft)
        return counted or _one(line, index, draft)
    if value <= 1 or only in ("never", "year"):
        return False
    if only == "noun":
        return draft.kind is not FigureKind.COUNT or (bool(draft.rules) and _noun_follows(line, draft))
    if value > 10 and only == "" and not line.word(draft.end)[:1].isalpha():
        return True
    return line.word(draft.end)[:1].isalpha() or draft.kind is not FigureKind.COUNT


def _counts_few(line: Line, index: int, draft: Draft, only: str) -> bool:
    """Whether `một` or `năm` counts after all: `trao năm suất`, `ít nhất một huyện`, `dưới năm tiêu chí`."""
    if line.at(draft.end, "noun") is None or draft.kind is not FigureKind.COUNT or draft.value == 0:
        return False
    if draft.comparator in (Comparator.AT_LEAST, Comparator.AT_MOST):
        return True
    return only == "year" and (draft.comparator is not Comparator.EQUAL or line.before(index, "counting") is not None)


def _weekday(line: Line, index: int, draft: Draft) -> bool:
    """Whether the number is the end of a day's name: `thứ ba tuần sau`."""
    day = line.before(index + 1, "day_word")
    return day is not None and day.start < index and draft.kind is not FigureKind.RANK


def _one(line: Line, index: int, draft: Draft) -> bool:
    """`one` counts in `down one place`, `the past one year`, `48 communes, 16 wards and one special zone`."""
    if draft.kind is FigureKind.DURATION:
        return draft.value != 1 or line.before(index, "lasting") is not None
    if line.at(draft.end, "times"):
        return line.grammar.language == "en" or line.before(index, "move") is not None
    listed = line.at(index - 1, "and", "link") is not None and line.at(draft.end, "noun") is not None
    return listed and any(line.word(position)[:1].isdecimal() for position in range(max(index - 5, 0), index - 1))


def _noun_follows(line: Line, draft: Draft) -> bool:
    if line.at(draft.end, "noun", "times") is None:
        return False
    opens = line.word(draft.start - 1) in ("", "\n", ".", "!", "?", ":", '"') and line.raw(draft.end)[:1].islower()
    return opens or not line.raw(draft.start)[:1].isupper()
