"""What a user asks of a comparison, checked: area, date, indicator, programme."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import TYPE_CHECKING

import click

from extractor.errors import InputError

if TYPE_CHECKING:
    from extractor.store import Store

NEAR = 3
ALIKE = 0.5
INDICATORS = "SELECT DISTINCT indicator AS name FROM claim WHERE indicator IS NOT NULL"
PROGRAMMES = "SELECT DISTINCT programme AS name FROM claim WHERE programme IS NOT NULL"


def area_key(area: str | None) -> str | None:
    """The key of a province written as a key (ha-noi) or by name, with or without marks; BadParameter for none."""
    from extractor.catalog import NATION, areas

    if area is None or area == NATION or area in areas():
        return area
    names = _area_names()
    wanted = _folded(area)
    keys = names.get(wanted, set())
    if len(keys) == 1:
        return next(iter(keys))
    near = get_close_matches(wanted, names, NEAR, ALIKE)
    found = sorted(keys) or list(dict.fromkeys(key for name in near for key in sorted(names[name])))
    hint = f"near: {', '.join(found[:NEAR])}" if found else "write its name, as in Hà Nội or ha-noi"
    raise click.BadParameter(f"{area!r} is no province; {hint}", param_hint="--area")


def _area_names() -> dict[str, set[str]]:
    """Keys by folded name; a province's own name goes before another's alias."""
    from extractor.catalog import NATION, area_name, areas
    from extractor.rules import patterns
    from extractor.spellings import spellings

    rules = patterns()
    written = [(row["alias"], row["key"]) for row in rules.table("province_aliases.csv")]
    written += [pair for language in rules.languages() for pair in spellings(rules, language)]
    names: dict[str, set[str]] = {}
    for name, key in written:
        names.setdefault(_folded(name), set()).add(key)
    names |= {_folded(area_name(NATION, language)): {NATION} for language in ("vi", "en")}
    return names | {_folded(name): {key} for key, area in areas().items() for name in (key, *area.names.values())}


def _folded(name: str) -> str:
    from extractor.normal import nfc
    from extractor.store.search import fold

    return " ".join(fold(nfc(name)).lower().replace("-", " ").split())


def require_day(day: str | None) -> None:
    """BadParameter where the day is no date."""
    from extractor.files import is_partial_date

    if day is not None and not is_partial_date(day):
        raise click.BadParameter(f"{day!r} is no date; write 2025-10-15, 2025-10 or 2025", param_hint="--as-of")


def require_known(store: Store, indicator: str | None, programme: str | None) -> None:
    """InputError with near names where neither the rules nor the database know the indicator or the programme."""
    from extractor.catalog import indicators
    from extractor.rules import patterns

    names = {*indicators(), *_in_database(store, INDICATORS)}
    prefix = (indicator or "").rstrip("*").rstrip(".")
    if prefix and not any(name == prefix or name.startswith((prefix + ".", prefix + "_")) for name in names):
        raise _unknown("indicator", prefix, names)
    programmes = {row["programme"] for row in patterns().table("programmes.csv")} | _in_database(store, PROGRAMMES)
    if programme is not None and programme not in programmes:
        raise _unknown("programme", programme, programmes)


def _in_database(store: Store, query: str) -> set[str]:
    return {str(row["name"]) for row in store.db.query(query)}


def _unknown(what: str, name: str, known: Iterable[str]) -> InputError:
    listed = sorted(known)
    topic = name.partition(".")[0]
    near = get_close_matches(name, listed, NEAR, ALIKE) or [one for one in listed if one.startswith(f"{topic}.")]
    hint = f"near: {', '.join(near[:NEAR])}" if near else f"one of {', '.join(listed[:NEAR])} and others"
    return InputError(f"no {what} {name!r}", hint)
