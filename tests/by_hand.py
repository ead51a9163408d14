"""Claims and articles made by hand, and a small table of indicators, for the tests of checks, comparison and report."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from extractor.records import Article, Block, Claim, Comparator, Figure, FigureKind
from extractor.rules import data_folder

TABLE = """id,unit,name_vi,name_en,definition_vi,definition_en,higher_is_better,part_of,share_of,topic
tasks.assigned,tasks,Nhiệm vụ được giao,Tasks assigned,,,,,,tasks
tasks.completed,tasks,Nhiệm vụ hoàn thành,Tasks completed,,,1,tasks.assigned,,tasks
tasks.completed_share,%,Tỷ lệ hoàn thành,Share completed,,,1,,tasks.completed,tasks
tasks.in_progress,tasks,Nhiệm vụ đang làm,Tasks in progress,,,,tasks.assigned,,tasks
tasks.on_schedule_share,%,Tỷ lệ đúng tiến độ,Share on schedule,,,1,,tasks.on_schedule,tasks
tasks.in_progress_share,%,Tỷ lệ đang làm,Share in progress,,,,,tasks.in_progress,tasks
tasks.on_schedule,tasks,Nhiệm vụ đúng tiến độ,Tasks on schedule,,,1,tasks.assigned,,tasks
tasks.behind,tasks,Nhiệm vụ chậm,Tasks behind,,,0,tasks.assigned,,tasks
tasks.not_started,tasks,Nhiệm vụ chưa làm,Tasks not started,,,0,tasks.assigned,,tasks
services.on_time_share,%,Tỷ lệ đúng hạn,Share on time,,,1,,services.records,services
services.records,records,Hồ sơ,Records,,,,,,services
area.population,people,Dân số,Population,,,,,,area
science.rd_personnel,people,Nhân lực R&D,R&D personnel,,,1,,,science
science.rd_personnel_per_10k,per 10k,Nhân lực R&D trên một vạn dân,R&D personnel per 10k,,,1,,,science
identity.cards_issued,cards,Thẻ căn cước,Cards issued,,,1,,,identity
economy.grdp_growth,%,Tăng trưởng GRDP,GRDP growth,,,1,,,economy
budget.revenue,VND,Thu ngân sách,Budget revenue,,,1,,,budget
"""
COPIED = (
    "texts.toml", "provinces.csv", "provinces_before_2025.csv", "partitions.csv", "arithmetic.csv", "province_tiles.csv"
)  # fmt: skip


def small_tables(folder: Path) -> Path:
    """A rules folder with the table above beside the real texts and provinces."""
    for name in COPIED:
        shutil.copy(data_folder("patterns") / name, folder / name)
    (folder / "indicators.csv").write_text(TABLE, encoding="utf-8")
    return folder


def article(text: str = "", **fields: Any) -> Article:
    """An article of one paragraph, unless blocks are given."""
    blocks: Sequence[Block] = fields.pop("blocks", (Block("paragraph", 0, max(len(text), 100_000)),))
    digest = hashlib.sha256(text.encode()).hexdigest()
    known = {"id": "a1", "url": "https://bao.test/1", "title": "Bài viết", "published": "2025-10-15", "language": "vi"}
    known |= {"publisher": "bao.test", "original_url": None, "parser": "test"}
    return Article(text=text, blocks=tuple(blocks), text_sha256=digest, **(known | fields))  # type: ignore[arg-type]


def figure(written: str, start: int = 0, **fields: Any) -> Figure:
    """A figure as written in plain form: `32%`, `>600`, `1.5`; other fields as given."""
    sign = next((s for s in ("<~", ">=", "<=", ">", "<", "~") if written.startswith(s)), "=")
    digits = written.removeprefix(sign) if sign != "=" else written
    value = Decimal(digits.rstrip("%"))
    kind = FigureKind.PERCENT if digits.endswith("%") else FigureKind.COUNT
    known = {
        "kind": kind,
        "value": value,
        "comparator": Comparator(sign),
        "end": start + len(digits),
        "surface": digits,
    }
    known["unit"] = "%" if kind is FigureKind.PERCENT else None
    return Figure(start=start, **(known | fields))


def claim(indicator: str | None, written: str, start: int = 0, **fields: Any) -> Claim:
    """A claim of Quảng Ninh under 57-NQ/TW unless fields say otherwise; `figure_...` fields go to the figure."""
    own = {key.removeprefix("figure_"): fields.pop(key) for key in list(fields) if key.startswith("figure_")}
    known = {
        "area": "quang-ninh",
        "province": "quang-ninh",
        "area_level": "province",
        "programme": "57-NQ/TW",
        "area_basis": "sentence",
    }
    known |= {"article_id": "a1", "sentence": (start - start % 100, start - start % 100 + 100), "territory": 34}
    return replace(Claim(figure(written, start, **own)), indicator=indicator, **(known | fields))  # type: ignore[arg-type]
