"""The levels of areas: units below the province, provinces, regions, the nation, and what is none of them."""

from __future__ import annotations

SIZES = ("village", "commune", "district", "province")
SIZE = {level: number for number, level in enumerate(SIZES)}
# Those that a list may name one after another.
LISTED = ("province", "commune", "district", "village")
SMALL = LISTED[1:]
NATION = "VN"
REGION = "region"
# Its bare word, which means the one that the text is about: `GRDP của vùng đạt`.
REGION_NAME = "region_name"
# Provinces by where they lie: `các tỉnh phía Bắc`.
PART = "part"
FOREIGN = "foreign"
HOUSEHOLD = "household"
