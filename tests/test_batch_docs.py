"""The pages that are computed are those that their script computes."""

import json
from pathlib import Path

from benchmarks import scale
from benchmarks.__main__ import INTRO, markdown


def test_scale_page_is_computed() -> None:
    """docs/scale.md is what results.json gives."""
    results = json.loads((scale.FOLDER / "results.json").read_text(encoding="utf-8"))
    assert scale.TARGET.read_text(encoding="utf-8") == scale.text(results)


def test_benchmark_page_is_computed() -> None:
    """benchmarks/README.md is the table of results.json."""
    results = json.loads((scale.FOLDER / "results.json").read_text(encoding="utf-8"))
    page = Path(scale.FOLDER / "README.md").read_text(encoding="utf-8")
    assert page == INTRO + "\n" + markdown(results["rows"], results["machine"])


def test_no_part_of_a_core_is_counted() -> None:
    """3.19 cores are 4, and what they cost is the cost of 4."""
    seconds = 3.19 * scale.SECONDS * scale.value("use") / scale.A_DAY
    cores, dollars = scale.cost(seconds)[:2]
    assert "| cores | 4 |" in cores
    assert f"| {4 * 24 * scale.value('core_price'):,.0f} |" in dollars
