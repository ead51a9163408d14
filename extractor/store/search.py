"""Finds words however they are typed: without tone marks, with other Arabic letters, with other digits."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any

from extractor.errors import InputError
from extractor.signs import LETTERS

if TYPE_CHECKING:
    import numpy
    from sqlite_utils import Database

# Stands for a sign inside a word that no one types; the index's tokenizer drops it, so words stay whole.
_MARK = "\u0301"
_LETTERS = {**LETTERS, **dict.fromkeys("đð", "d")}
_SILENT = {"\u200b", "\u200c", "\u200d", "\u0640", "\u00ad"}
_TOKEN = re.compile(rf"[\w{_MARK}]+")
_PIECE = re.compile(rf"[^_{_MARK}][^_]*")
_PART = re.compile(r'"([^"]*)"|(\S+)')
_SNIPPET = 240
_MOST_WORDS = 40


def _fold_letter(letter: str) -> str:
    """One code point for one: base letter in lower case, ASCII digit, one form of each Arabic letter."""
    if letter in _SILENT or unicodedata.category(letter) == "Mn":
        return _MARK
    digit = unicodedata.decimal(letter, None)
    if digit is not None:
        return str(digit)
    parts = unicodedata.normalize("NFD", letter)
    if any(unicodedata.category(mark) != "Mn" for mark in parts[1:]):
        return letter
    lower = parts[0].lower()
    return _LETTERS.get(lower, lower) if len(lower) == 1 else parts[0]


@cache
def _folded() -> numpy.ndarray[Any, Any]:
    """For each code point the one it is searched as; 0 where nobody asked yet."""
    import numpy

    return numpy.zeros(sys.maxunicode + 1, "<u4")


def fold(text: str) -> str:
    """The text as it is searched; position by position the same length, so a find maps back to the words as written."""
    import numpy

    # A tenth of the time that str.translate takes.
    table, codes = _folded(), numpy.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")
    found = table[codes]
    if not found.all():
        for code in set(codes[found == 0].tolist()):
            table[code] = ord(_fold_letter(chr(code)))
        found = table[codes]
    written: str = found.tobytes().decode("utf-32-le", "surrogatepass")
    return written


def index(db: Database, version_id: int, title: str, text: str) -> str:
    """Adds a version's words to the index; the folded text."""
    row = (version_id, fold(title), fold(text))
    db.conn.execute("INSERT INTO version_fts (rowid, title, text) VALUES (?, ?, ?)", row)
    return row[2]


def unindex(db: Database, version_id: int, title: str, text: str) -> None:
    """Takes a version's words out again; title and text must be those it was added with."""
    row = ("delete", version_id, fold(title), fold(text))
    db.conn.execute("INSERT INTO version_fts (version_fts, rowid, title, text) VALUES (?, ?, ?, ?)", row)


@dataclass(frozen=True, slots=True)
class Hit:
    """An article, or a claim in it, that holds the words; `marks` are spans of them in `snippet`, as it was written."""

    article_id: str
    claim_id: int | None
    title: str
    published: str | None
    publisher: str | None
    url: str | None
    snippet: str
    marks: tuple[tuple[int, int], ...]


# Ranking takes 40 microseconds a find, and first counts every text that has a word: of more finds than this the newest
# come first, those with all the words in their title before the others.
_RANKED = 500
_FOUND = "SELECT rowid FROM version_fts WHERE version_fts MATCH ? ORDER BY rowid DESC LIMIT ?"
_BEST = "SELECT rowid FROM version_fts WHERE version_fts MATCH ? ORDER BY rank"
_ARTICLE = """
SELECT version.id, version.article_id, version.title, version.published, source.publisher, article.url, version.text
FROM version JOIN article ON article.version_id = version.id
JOIN work ON work.article_id = article.id LEFT JOIN source ON source.id = article.source_id
WHERE version.id = ?
"""
_CLAIMS = "SELECT id, start, stop, sentence_start, sentence_stop FROM claim WHERE version_id = ? AND current = 1"


def articles(db: Database, words: str, limit: int = 20) -> list[Hit]:
    """Articles with all the words, best first; `"in quotes"` is a phrase, `begin*` a beginning. InputError for none."""
    phrases = parse(words)
    return [_hit(row, None, *clip(row[6], phrases)) for row in islice(_articles(db, phrases), limit)]


def claims(db: Database, words: str, limit: int = 20) -> list[Hit]:
    """Claims whose sentence has all the words, those of the best articles first."""
    phrases = parse(words)
    return list(islice(_claims(db, phrases), limit))


def _articles(db: Database, phrases: Sequence[Phrase]) -> Iterator[tuple[Any, ...]]:
    """Rows of the articles that hold the phrases in their newest text, best first."""
    for version_id in _versions(db, query(phrases)):
        yield from db.conn.execute(_ARTICLE, [version_id])


def _versions(db: Database, words: str) -> list[int]:
    """Ids of versions that have the words, best first."""
    newest = [row[0] for row in db.conn.execute(_FOUND, [words, _RANKED + 1])]
    if len(newest) <= _RANKED:
        return [row[0] for row in db.conn.execute(_BEST, [words])]
    titles = [row[0] for row in db.conn.execute(_FOUND, [f"title : ({words})", _RANKED])]
    return list(dict.fromkeys([*titles, *newest]))


def _claims(db: Database, phrases: Sequence[Phrase]) -> Iterator[Hit]:
    for row in _articles(db, phrases):
        for claim_id, start, stop, *sentence in db.conn.execute(f"{_CLAIMS} ORDER BY start", [row[0]]):
            around = (max(0, start - _SNIPPET // 2), stop + _SNIPPET // 2)
            first, last = sentence if sentence[1] > sentence[0] else around
            marks = find(row[6][first:last], phrases)
            if marks:
                yield _hit(row, claim_id, row[6][first:last], marks)


def _hit(row: Sequence[Any], claim_id: int | None, snippet: str, marks: tuple[tuple[int, int], ...]) -> Hit:
    return Hit(row[1], claim_id, row[2], row[3], row[4], row[5], snippet, marks)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Folded words that stand together; the last may be a beginning."""

    words: tuple[str, ...]
    open: bool = False


def parse(words: str) -> list[Phrase]:
    """What is searched for; InputError where no word is left."""
    phrases = []
    for quoted, single in _PART.findall(words):
        part = quoted or single
        tokens = tuple(_tokens(fold(part)))
        if tokens:
            phrases.append(Phrase(tuple(token for token, _, _ in tokens), part.endswith("*")))
    if not phrases or sum(len(phrase.words) for phrase in phrases) > _MOST_WORDS:
        raise InputError("nothing to search for", f"give between 1 and {_MOST_WORDS} words")
    return phrases


def query(phrases: Sequence[Phrase]) -> str:
    """The phrases in the index's own language."""
    return " AND ".join(f'"{" ".join(phrase.words)}"{"*" if phrase.open else ""}' for phrase in phrases)


def _tokens(folded: str) -> Iterator[tuple[str, int, int]]:
    for found in _TOKEN.finditer(folded):
        word, start = found.group(), found.start()
        if "_" not in word and _MARK not in word:
            yield word, start, found.end()
            continue
        for piece in _PIECE.finditer(word):
            yield piece.group().replace(_MARK, ""), start + piece.start(), start + piece.end()


def find(text: str, phrases: Sequence[Phrase]) -> tuple[tuple[int, int], ...]:
    """Spans of the phrases in the text, sorted; none where one of them is missing."""
    tokens = list(_tokens(fold(text)))
    spans: set[tuple[int, int]] = set()
    for phrase in phrases:
        first = phrase.words[0]
        starts = [number for number, token in enumerate(tokens) if token[0].startswith(first)]
        found = [span for number in starts if (span := _match(tokens, number, phrase))]
        if not found:
            return ()
        spans.update(found)
    return tuple(sorted(spans))


def _match(tokens: Sequence[tuple[str, int, int]], number: int, phrase: Phrase) -> tuple[int, int] | None:
    part = tokens[number : number + len(phrase.words)]
    if len(part) < len(phrase.words):
        return None
    *firsts, last = ((token[0], word) for token, word in zip(part, phrase.words, strict=True))
    same = last[0].startswith(last[1]) if phrase.open else last[0] == last[1]
    return (part[0][1], part[-1][2]) if same and all(a == b for a, b in firsts) else None


def clip(text: str, phrases: Sequence[Phrase]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The stretch of the text that holds most finds, cut at spaces, and where they are in it."""
    spans = find(text, phrases) or tuple(span for phrase in phrases for span in find(text, [phrase]))
    best = max(spans, key=lambda span: sum(span[0] <= s[0] < span[0] + _SNIPPET // 2 for s in spans), default=(0, 0))
    start = max(0, best[0] - _SNIPPET // 4)
    start = 0 if start == 0 else text.find(" ", start, best[0]) + 1 or start
    end = min(len(text), start + _SNIPPET)
    end = end if end == len(text) else max(text.rfind(" ", best[1], end), best[1])
    inside = tuple((a - start, b - start) for a, b in sorted(spans) if a >= start and b <= end)
    return text[start:end], inside
