"""Which indicators are parts, shares and wholes of one another, by their table."""

from __future__ import annotations

from collections.abc import Mapping

DEEPEST = 6


def families(table: Mapping[str, Mapping[str, str]]) -> dict[str, tuple[str, str]]:
    """For each indicator that has a whole, parts or a share: the whole and its role there."""
    found = {indicator: _family(indicator, table) for indicator in table}
    return {indicator: family for indicator, family in found.items() if family}


def _family(indicator: str, table: Mapping[str, Mapping[str, str]]) -> tuple[str, str] | None:
    row = table[indicator]
    if "/" in row["share_of"]:
        return row["share_of"].partition("/")[2], "share"
    if row["part_of"]:
        return whole_of(indicator, table), "part"
    numerators = {part for other in table.values() for part in other["share_of"].split("/") if part}
    if any(other["part_of"] == indicator for other in table.values()) or indicator in numerators:
        shares = [other["share_of"].partition("/") for other in table.values() if "/" in other["share_of"]]
        above = next((whole for part, _, whole in shares if part == indicator), None)
        return (above, "numerator") if above else (indicator, "total")
    return None


def whole_of(indicator: str, table: Mapping[str, Mapping[str, str]]) -> str:
    """The whole of wholes that an indicator is a part of; empty when it is no part."""
    whole = ""
    for _ in range(DEEPEST):
        indicator = table[indicator]["part_of"]
        if not indicator:
            break
        whole = indicator
    return whole
