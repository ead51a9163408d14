"""Raised figures, which without their markup would read as digits of the figure before them, or as figures."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

_RAISED = re.compile(r"<sup(?:\s[^<>]{0,200})?>\s{0,9}([0-9()]{1,6})\s{0,9}</sup\s{0,9}>", re.IGNORECASE)
_FIGURE = re.compile(r"\s*([0-9()]{1,6})\s*")
_SIGNS = str.maketrans("0123456789()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾")


def raise_figures(*nodes: LexborNode | None) -> None:
    """Puts raised signs in place of such figures: 10<sup>6</sup> is no 106, and the number of a note counts nothing."""
    for node in nodes:
        for sup in node.css("sup") if node is not None else ():
            found = _FIGURE.fullmatch(sup.text())
            if found:
                sup.replace_with(found[1].translate(_SIGNS))


def with_raised_signs(source: str) -> str:
    """The same in markup."""
    return _RAISED.sub(lambda found: found[1].translate(_SIGNS), source)
