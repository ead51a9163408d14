"""The noun that a number counts where adjectives and a genitive stand before it: `12 نئے دیہی معیارات`."""

from __future__ import annotations

from extractor.read.grammar import Line
from extractor.read.lexicon import Hit

# How many words behind the number may hold the noun, and how many behind a modifier that is a noun by itself.
REACH, COMPOUND = 9, 2
# And how many behind a participle.
DESCRIBED = 3


def head(line: Line, index: int) -> str | None:
    """What is counted by the words from here on, or nothing: rather none than an adjective or a verb.

    The first noun of the word lists, else the first plural, else the last word before the phrase ends.
    """
    style, named, last = line.grammar.style, True, None
    index = _past_level(line, index)
    for position in range(index, min(index + REACH, line.size)):
        word = line.word(position)
        noun = line.at(position, "noun")
        if noun is not None and line.word(noun.end) not in style.participles:
            return compound(line, noun)
        if word in style.modifiers or _manner(line, position):
            continue
        if word in style.genitives or word in style.joiners:
            named = False
            if position == index:
                break
        elif _ends(line, position):
            break
        elif named:
            last = line.raw(position).lower()
            if word.endswith(style.plurals):
                break
    return last


def _manner(line: Line, index: int) -> bool:
    """Whether a word is one of an adverb, which says how: `102 قدرتی طور پر اگنے والے درخت`."""
    return not line.grammar.style.manner.isdisjoint(line.word(index + step) for step in (-1, 0, 1))


def _past_level(line: Line, index: int) -> int:
    """Behind a level that only says more of what is counted: `812 لیول 2 اکاؤنٹس`."""
    level = line.at(index, "name_before")
    levelled = level is not None and level.entry.only == "short" and line.word(level.end).isdecimal()
    return level.end + 1 if level is not None and levelled else index


def _ends(line: Line, index: int) -> bool:
    """Whether what is counted ends here: a sign, a verb, a postposition, or a word that means something else."""
    word, style = line.word(index), line.grammar.style
    if not style.participles.isdisjoint((word, line.word(index + 1))):
        return not _noun_before_sign(line, index + 1)
    if not word.isalpha() or word in style.ends or word in line.grammar.common:
        return True
    return line.gap(index) not in ("", " ") or not {"noun", "per"}.issuperset(line.hits(index))


def _noun_before_sign(line: Line, index: int) -> bool:
    """Whether a noun stands among the next words before any sign, so that a verb before it only describes it."""
    for position in range(index, min(index + DESCRIBED, line.size)):
        if not line.word(position).isalnum():
            return False
        if line.at(position, "noun"):
            return True
    return False


def compound(line: Line, noun: Hit) -> str:
    """The noun, or the one that it only says more of: `5 کمیون ہیلتھ اسٹیشن` are stations."""
    style = line.grammar.style
    if noun.end == noun.start + 1 and line.word(noun.start) in style.modifiers:
        for position in range(noun.end, min(noun.end + COMPOUND, line.size)):
            other = line.at(position, "noun")
            if other is not None and (other.end > position + 1 or line.word(position) not in style.modifiers):
                return line.slice(other.start, other.end).lower()
            if line.word(position) in style.modifiers | style.joiners or _ends(line, position):
                break
    return line.slice(noun.start, noun.end).lower()
