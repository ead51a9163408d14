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
