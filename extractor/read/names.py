"""Numbers that name something: quận 7, mức độ 4, Nghị quyết số 57, 2 cấp; and when they count after all."""

from __future__ import annotations

from extractor.read.draft import Refusal
from extractor.read.grammar import Line
from extractor.read.lexicon import Hit
from extractor.read.numerals import GROUPS

LONGEST_NAME = 5
# So many words apart stand the numbers of places that are told one by one.
IN_TURN = 6
# Behind these words a number may stand behind the name.
NAMED = ("name", "short", "unit")
# A place has so many digits; what is called behind its sign has more: `ہیلپ لائن نمبر 1022 پر`.
PLACES = 2
PARTING = (",", ";", "(", ":")


def windy(line: Line, index: int) -> Hit | None:
    """The word for level of a wind force, `gió giật cấp 8`: a measure and no name."""
    hit = line.before(index, "name_before")
    start = hit.start if hit else index
    if hit is None or line.before(index, "number_sign"):
        return None
    return hit if any(line.before(position, "wind") for position in range(start, max(start - 4, 0), -1)) else None


def named(line: Line, index: int) -> Refusal | None:
    """A number after a word that it names: quận 7, mức độ 4, Nghị quyết số 57."""
    sign = line.before(index, "number_sign")
    hit = line.before(sign.start if sign else index, "name_before", "word_of_document")
    if sign and hit is None:
        hit = line.before(index, "name_before", "word_of_document")
    if hit is not None and hit.entry.only == "unit":
        hit = None  # only behind its name: `mỗi xã 4 nhà`, but `xã Tân Hòa 2`
    if hit is not None:
        if _counts(line, index, hit, sign):
            return None
        end = names_end(line, index)
        named_by = (hit.start, f"{hit.entry.value} {line.word(index)}") if hit.entry.value else None
        return Refusal(index, end, hit.entry.rule, reference=named_by)
    if sign is None or line.before(index, "whole", "out_of") or _decimal_of_a_noun(line, index):
        return None
    named = not line.at(index + 1, "noun", "measure", "money", "percent", "scale", "time", "score", "age", "times")
    if (sign.entry.only != "soft" or named) and not _ranked(line, index, sign):
        return Refusal(index, names_end(line, index), sign.entry.rule)
    return None


def _decimal_of_a_noun(line: Line, index: int) -> bool:
    """Whether the sign is the end of a noun and a decimal follows, which names nothing: `kinh tế số 0,72`."""
    return line.before(index, "joined") is not None and not line.word(index).isdecimal()


def _ranked(line: Line, index: int, sign: Hit) -> bool:
    head = line.before(index, "rank")
    nth = None if line.glued(index + 1) else line.at(index + 1, "nth")
    called = nth is not None and nth.entry.only == "numbered" and len(line.word(index)) > PLACES
    placed = line.word(index + 1) == "/" or (nth and not called)
    return bool(placed) or (head is not None and head.start < sign.start)


def _counts(line: Line, index: int, hit: Hit, sign: Hit | None) -> bool:
    """Whether a number counts although a name word stands before it: `loại 50 kg`, `xếp hạng 09/63`, `gió cấp 8`."""
    if hit.entry.only == "short" and len(line.word(index)) > 2:
        return True
    if not sign and GROUPS.fullmatch(line.word(index)):
        return True  # `kế hoạch 130.000 người`: no paper has such a number
    if not sign and line.at(_range_end(line, index), "measure", "money", "percent", "scale", "score"):
        return True
    if line.at(_range_end(line, index), "noun") and (hit.entry.only == "name" or _has_name(line, hit)):
        return True
    longer = line.before(index, "rank", "lasting", "joined", "year_word")
    if longer is not None and (longer.start < hit.start or (longer.entry.only == "of" and line.word(index + 1) == "/")):
        return longer.entry.only != "of" or line.word(index + 1) == "/"
    return windy(line, index) is not None


def _has_name(line: Line, hit: Hit) -> bool:
    """Whether a place's word has its name before it, so that the number counts what follows: `کم سون ضلع 10 گھر`.

    That name is a word with a capital or one that is in no list.
    """
    if not line.grammar.style.numbered or hit.entry.only != "short" or line.gap(hit.start) != " ":
        return False
    known = line.grammar.common | line.grammar.style.ends | line.grammar.style.modifiers | line.grammar.style.genitives
    word, plain = line.raw(hit.start - 1), line.word(hit.start - 1)
    strange = plain not in known and not line.before(hit.start, "noun", "name_before", "name_after", "ordinal", "nth")
    return word.isalpha() and (word[:1].isupper() or (strange and not plain.isascii()))


def _range_end(line: Line, index: int) -> int:
    """The word after the number, or after the range that begins with it: `95 - 100%`."""
    joined = line.word(index + 1) == "-" or line.at(index + 1, "to") is not None
    return index + 3 if joined and line.word(index + 2)[:1].isdecimal() else index + 1


def names_end(line: Line, index: int) -> int:
    """The number with what hangs on it: `57/2025`, `7 và 8`, `4, 5`."""
    end = chunk_end(line, index)
    while line.word(end) in ("/", "-", ".", ":") and line.word(end + 1)[:1].isdecimal() and line.glued(end):
        if line.word(end) in (".", ":") and not line.glued(end + 1):
            break  # `… theo Nghị quyết 57. 12 nhiệm vụ …` begins a sentence
        end = chunk_end(line, end + 1)
    while further := _listed(line, end):
        end = further
    return end


def _listed(line: Line, index: int) -> int | None:
    """Where one more number of the same name ends: `Điều 69, 70 và 72`, `گریڈ 1 سے 16`, `quốc lộ 1, 9B`."""
    position = index + 1 if line.word(index) in (",", "،") else index
    if link := line.at(position, "and", "link", "to"):
        position = link.end
    word = line.word(position)
    if position == index or not word.isdecimal() or len(word) > 3 or line.word(position + 1) in ("%", "/"):
        return None
    if line.word(position + 1) == "." and line.glued(position + 2):
        return None
    if (end := chunk_end(line, position)) > position + 1:
        letter = line.raw(position + 1)
        return end if end == position + 2 and len(letter) == 1 and letter.isupper() else None
    if line.word(position + 1)[:1].isalpha() and not line.at(position + 1, "and", "link", "to", "after"):
        return None if line.word(position + 1) not in line.grammar.common else position + 1
    return position + 1


def commune(line: Line, index: int) -> Refusal | None:
    """The number of a commune: before its word, behind two capitals or two words that are none of the language, or
    behind its word and a name: `Phu Hoa 2 Commune`, `کمیون Phu Hoa 2 میں`."""
    style = line.grammar.style
    if not style.numbered or len(line.text[index]) > 1 or index < 2 or line.gap(index - 1) != " ":
        return None
    capitals = all(_capital(line, place) for place in (index - 2, index - 1))
    if line.word(index + 1) in style.numbered:
        refused = not _in_turn(line, index) if capitals else _strange(line, index)
    else:
        ended = not line.word(index + 1).isalnum() or line.word(index + 1) in line.grammar.common | style.ends
        headed = any(line.word(place) in style.numbered for place in (index - 3, index - 4) if place >= 0)
        refused = capitals and headed and ended and line.word(index + 1) != "%"
    return Refusal(index, index + 1, "part of a name") if refused else None


def _capital(line: Line, place: int) -> bool:
    """Whether a word has a capital, and is none of the language: not the `Has` of a title."""
    return line.raw(place)[:1].isupper() and line.word(place).isalpha() and line.word(place) not in line.grammar.common


def _strange(line: Line, index: int) -> bool:
    """Whether two words that are none of the language stand before the number, and no noun behind its word."""
    style, behind = line.grammar.style, line.raw(index + 2)
    known = style.ends | style.modifiers | style.genitives | style.joiners | line.grammar.common
    strange = all(word.isalpha() and word not in known for word in (line.word(index - 2), line.word(index - 1)))
    return bool(style.ends) and strange and not line.hits(index - 1) and behind in line.grammar.common | style.genitives


def _in_turn(line: Line, index: int) -> bool:
    """Whether places are told one by one, each with its number: `Tay Hoa 2 کمیون، Dong Hoa 3 کمیون`."""
    units = line.grammar.style.numbered
    near = (place for place in range(max(index - IN_TURN, 2), index + IN_TURN + 1) if place != index)
    others = (place for place in near if line.word(place).isdecimal() and line.word(place + 1) in units)
    return any(line.slice(place - 2, place) != line.slice(index - 2, index) for place in others)


def plant(line: Line, index: int) -> Refusal | None:
    """`Vũng Áng 2 đã ...`: one digit behind a name of two capitals, with no noun after it."""
    if len(line.text[index]) > 2 or index < 2 or not line.raw(index - 1)[:1].isupper():
        return None
    if line.glued(index + 1) and line.word(index + 1).isalnum():
        return None
    capitals = all(line.raw(place)[:1].isupper() and line.word(place).isalpha() for place in (index - 2, index - 1))
    following = line.word(index + 1)
    known = len(line.word(index)) == 1 and following.isalpha() and following in line.grammar.common
    latin = following.isascii() and line.raw(index + 1).islower()
    owned = latin or following in line.grammar.style.genitives
    if capitals and line.grammar.style.ends and len(line.text[index]) == 1 and owned:
        return Refusal(index, index + 1, "part of a name")  # `Phu Hoa 2 hamlet`, `Phu Hoa 2 کے لوگ`
    if capitals and _of_institution(line, index + 1):
        return Refusal(index, index + 1, "part of a name")
    joined = line.at(index + 1, "and") is not None
    verb = following in line.grammar.style.verbs and len(line.word(index)) == 1
    twin = f"{line.word(index - 2)} {line.word(index - 1)}" in line.grammar.twins
    # `xã Vị Thanh 1 báo cáo`, although reports are counted too.
    twin = twin and (verb or not line.hits(index + 1))
    goes_on = joined or verb or twin or not following.isalpha()
    if not capitals or (line.hits(index + 1) and not goes_on):
        return None
    firm = goes_on and _named_firm(line, index)
    known = known and not (joined and _row(line, index))
    return Refusal(index, index + 1, "part of a name") if known or firm else None


def _row(line: Line, index: int) -> bool:
    """Whether another place has its own number behind a joiner: `Tân Hòa 5 và Tân Lập 3`."""
    size = next((size for size in range(LONGEST_NAME) if not line.raw(index + 2 + size)[:1].isupper()), 0)
    name = line.slice(index + 2, index + 2 + size)
    return bool(name) and line.word(index + 2 + size).isdecimal() and name != line.slice(max(0, index - size), index)


def _of_institution(line: Line, index: int) -> bool:
    """Whether a name goes on behind its number: `Quy Hop 3 High School`, not `Hue Opens 3 High Schools`."""
    plurals = line.grammar.style.plurals
    first, second = line.raw(index), line.raw(index + 1)
    named = all(word.istitle() and word.isalpha() for word in (first, second)) and line.gap(index + 1) == " "
    return bool(plurals) and named and not first.endswith(plurals) and not second.endswith(plurals)


def _named_firm(line: Line, index: int) -> bool:
    """Whether a word for plants, firms or units stands before the name: `Thủy điện Sơn La 2`, `xã Tân Hòa 2`."""
    for place in range(index - 1, max(index - LONGEST_NAME, 0), -1):
        head = line.before(place, "name_before")
        if head is not None and head.entry.only in NAMED:
            # `(Huế 2, Bến Tre 4)`: behind a sign with a capital it is the name's own.
            return not (line.raw(head.start)[:1].isupper() and line.word(head.start - 1) in PARTING)
        if not line.raw(place - 1)[:1].isupper():
            return False
    return False


def followed(line: Line, index: int) -> Refusal | None:
    """A number before a word that makes it a name: 2 cấp, 03 nhà, 5 sao."""
    if "name_after" not in line.roles:
        return None
    position = index + 1
    if (ordinal := line.at(position, "nth")) and line.glued(position):
        position = ordinal.end
    if line.word(position) == "-" and line.at(position + 1, "to"):
        position += 1
    if (line.word(position) == "-" or line.at(position, "to")) and line.word(position + 1).isdecimal():
        position += 2
    hit = names_behind(line, index, position)
    return Refusal(index, hit.end, hit.entry.rule) if hit else None


def names_behind(line: Line, index: int, position: int) -> Hit | None:
    """The word at a position that makes the number at the index a name; some do in quotation marks only."""
    hit = line.at(position, "name_after")
    if hit is not None and numbered_behind(line, hit):
        return None
    noun = line.at(position, "noun") if hit is not None else None
    if noun is not None and hit is not None and noun.end > hit.end:
        return None  # `5 cấp ủy viên` are members
    if hit is not None and hit.entry.only == "quoted" and line.word(index - 1) not in ('"', "'"):
        return None
    return hit


def numbered_behind(line: Line, hit: Hit) -> int:
    """Behind the number that the word names itself, or 0: `620 level-4 services`, `900 level 2 accounts`.

    Without a hyphen it has one digit; `100 انڈیکس 500 پوائنٹس بڑھا` tells how far something named 100 moved.
    """
    hyphen = line.word(hit.end) == "-"
    number = line.word(hit.end + hyphen)
    return hit.end + hyphen + 1 if number[:1].isdecimal() and (hyphen or len(number) == 1) else 0


def chunk_end(line: Line, index: int) -> int:
    position = index + 1
    while line.glued(position) and (line.word(position)[:1].isalnum() or line.word(position) == "+"):
        position += 1
    return position


def enumerator(line: Line, index: int) -> Refusal | None:
    """`1.`, `2)`, `(3)` before the words they count, in a running text too (`đạt 5%. 2. Thu nhập …`); `[4]` behind what
    its note is about."""
    word = line.word(index)
    if not word.isdecimal() or len(word) > 2:
        return None
    after = line.word(index + 1)
    starts = index == 0 or line.word(index - 1) == "\n"
    ended = line.word(index - 1) in (".", ")") or (word == "1" and line.word(index - 1) == ":")
    if ended and after == "." and line.glued(index + 1):
        starts = line.raw(index + 2)[:1].isupper()
    if starts and after in (".", ")", "/") and line.glued(index + 1) and not line.word(index + 2)[:1].isdecimal():
        return Refusal(index, index + 2, "enumerator")
    if after == ")" and line.glued(index + 1) and line.word(index - 1) in (":", ";", "؛", "،", ",", "."):
        return Refusal(index, index + 2, "enumerator")
    if line.word(index - 1) == "(" and after == ")" and int(word) <= 20:
        return Refusal(index, index + 2, "enumerator")
    if end := _numbers_alone(line, index):
        return Refusal(index, end, "enumerator")
    if line.word(index - 1) == "[" and after == "]":
        return Refusal(index, index + 2, "footnote")
    return None


def _numbers_alone(line: Line, index: int) -> int | None:
    """Where a bracket closes in which only several whole numbers stand, those of criteria: `(10, 11, 13)`."""
    position = index
    if line.word(index - 1) != "(":
        return None
    while line.word(position).isdecimal() and len(line.word(position)) <= 2:
        if line.word(position + 1) == ")":
            return position + 1 if position > index else None
        if line.word(position + 1) not in (",", "،"):
            return None
        position += 2
    return None
