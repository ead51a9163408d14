"""A word that sets an area in its sentence."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """`key` is a province's key, VN, foreign, a unit's slug, a body's name, or None for the province itself."""

    start: int
    end: int
    level: str
    key: str | None
    rule: str = ""
    bracket: tuple[int, int] | None = None
    # Another is only compared with it: it owns the figure right behind it and no other.
    aside: bool = False
    # It says by itself that it is the place of what stands before it: `trên cả nước`.
    across: bool = False
    # Whose a body is by its name alone: the nation's, or a province's.
    home: str | None = None
