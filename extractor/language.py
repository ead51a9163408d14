"""Which of the languages in patterns/ a text is in: script first, then letters of its own, then common words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from extractor.rules import Patterns, patterns

SAMPLE = 4000
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]++")
ARABIC = re.compile(r"[\u0620-\u065f\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]++")
# Below this share of its words a text in Latin letters is in none of our languages (a list of names, another language).
LEAST_SHARE = 0.08
# And below this one it is in none with letters of its own: names have those too (`Huế and Đà Nẵng spent less`).
LEAST_LETTERED = 0.25
OWN_LETTER_WEIGHT = 0.8


@dataclass(frozen=True, slots=True)
class Profile:
    """What sets one language apart from others of its script."""

    language: str
    script: str
    letters: frozenset[str]
    words: frozenset[str]


_profiles: dict[str, tuple[Profile, ...]] = {}


def detect(text: str) -> str | None:
    """The language code, or None where that cannot be told; reads 4,000 characters at most."""
    sample = unicodedata.normalize("NFC", text[:SAMPLE])
    latin, arabic = LATIN.findall(sample), ARABIC.findall(sample)
    script = "arabic" if sum(map(len, arabic)) * 1.5 >= sum(map(len, latin)) and arabic else "latin"
    words = [word.lower() for word in (arabic if script == "arabic" else latin)]
    if not words:
        return None
    shares = {profile: share(words, profile) for profile in profiles() if profile.script == script}
    return best(shares)


def best(shares: Mapping[Profile, float]) -> str | None:
    """The language with the highest share, of those with a share that is high enough."""
    enough = {one for one, found in shares.items() if found >= (LEAST_LETTERED if one.letters else LEAST_SHARE)}
    found = max(enough, key=lambda one: (shares[one], one.language), default=None)
    return found.language if found else None


def share(words: list[str], profile: Profile) -> float:
    """How much of the words speaks for the language, 0 to 1: its common words, and words with letters of its own."""
    total = 0.0
    for word in words:
        if word in profile.words:
            total += 1.0
        elif not profile.letters.isdisjoint(word):
            total += OWN_LETTER_WEIGHT
    return total / len(words)


def profiles(rules: Patterns | None = None) -> tuple[Profile, ...]:
    """The profiles of every language in patterns/, from its language.toml."""
    rules = rules or patterns()
    if rules.digest not in _profiles:
        _profiles[rules.digest] = tuple(_profile(rules, language) for language in rules.languages())
    return _profiles[rules.digest]


def _profile(rules: Patterns, language: str) -> Profile:
    table = rules.language(language)
    return Profile(language, table["script"], frozenset(table["letters"]), frozenset(table["words"]))
