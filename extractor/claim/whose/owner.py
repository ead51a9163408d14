"""Whose a figure is: an area with its level and province, what told it, and the body it belongs to."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.claim.whose.latin import of_province
from extractor.claim.whose.levels import FOREIGN, HOUSEHOLD, REGION
from extractor.claim.whose.mark import Mark
from extractor.claim.whose.places import gazetteer


@dataclass(frozen=True, slots=True)
class Area:
    """Area, its level and province, what named it (`basis`) and what set its level, and the body it belongs to."""

    area: str | None = None
    province: str | None = None
    level: str | None = None
    basis: str | None = None
    level_basis: str | None = None
    body: str | None = None
    rule: str = ""

    def by(self, basis: str, level_basis: str) -> Area:
        """The same area, told by something else."""
        return Area(self.area, self.province, self.level, basis, level_basis, self.body, self.rule)

    @property
    def named(self) -> bool:
        """Whether the sentence itself told the area, and not the text around it."""
        return self.level_basis != "context"

    @property
    def stated(self) -> bool:
        """Whether the sentence itself set the level, and no list or bracket did."""
        return self.level_basis == "sentence"


def of_mark(mark: Mark, basis: str, level_basis: str, province: str | None) -> Area:
    """The area of a mark under a province."""
    if mark.level in (REGION, HOUSEHOLD):
        return Area(None, None, mark.level, basis, level_basis, rule=mark.rule)
    if mark.level in ("nation", FOREIGN):
        return Area(mark.key, None, mark.level, basis, level_basis, rule=mark.rule)
    if mark.level == "province":
        return Area(mark.key, mark.key, "province", basis, level_basis, rule=mark.rule)
    key = of_province(mark.key, province) if mark.key else None
    area = f"{province}/{key}" if province and key else key or province
    return Area(area, province, mark.level, basis, level_basis, rule=mark.rule)


def is_part(area: Area, home: Area) -> bool:
    """Whether it is a former province that went into the text's own: `Bắc Kạn (cũ) góp 1%. Tỉnh có 9 khu.`"""
    if home.level != "province" or area.level != "province" or area.area in (home.area, None):
        return False
    return gazetteer().into.get(area.area or "") == home.area
