"""A misreading on a rule's page turned into rule data: tried in a process of its own, since it uses other rules."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any

from extractor.errors import InputError
from extractor.mend import Foreseen, Mend, foresee, own_folder
from extractor.review.context import Passage, passage
from extractor.rules import patterns
from extractor.store import Store

if TYPE_CHECKING:
    from extractor.review.visit import Visit

LONGEST = 2_000
MOST = 50
_FIELDS = ("rule", "language", "example", "words", "surface", "home")
# One at a time: two mends of one file at once would lose one of them.
_TURN = asyncio.Lock()


@dataclass(frozen=True, slots=True)
class Shown:
    """One claim that a mend would change: gained, lost or changed, and the fields that would differ."""

    kind: str
    passage: Passage
    fields: tuple[str, ...]


async def tried(visit: Visit, post: Mapping[str, Any]) -> Foreseen:
    """What the posted mend would do to this database; it is saved where the post says so and no example breaks."""
    save = bool(post.get("save"))
    mend = _mend(post)
    root = own_folder() if save else patterns().root
    if root is None:
        raise InputError("the rules that come with the program are not written to",
            "copy them and start with `doichieu --patterns MY_FOLDER review`")  # fmt: skip
    async with _TURN:
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
            work = pool.submit(foresee, root, visit.stores.path, mend, save=save)
            return await asyncio.wrap_future(work)


def _mend(post: Mapping[str, Any]) -> Mend:
    given = {name: post.get(name, "") for name in _FIELDS}
    for name, value in given.items():
        if not isinstance(value, str) or len(value) > LONGEST:
            raise InputError(f"the field {name} is no text, or too long", "load the page again")
    if given["language"] not in patterns().languages():
        raise InputError(f"language {given['language']!r} has no rules", "name another sentence")
    return Mend(**{name: " ".join(value.split()) for name, value in given.items()})


def shown(store: Store, foreseen: Foreseen, language: str) -> list[Shown]:
    """The claims that would change, each in its sentence; the first so many."""
    found = []
    for change in foreseen.changes[:MOST]:
        claim = change.before or change.after
        if claim is not None:
            article = store.article(change.article_id)
            found.append(Shown(change.kind, passage(article, claim, language), change.fields))
    return found
