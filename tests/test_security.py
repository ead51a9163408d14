"""docs/security.md names tests that exist."""

import re
from pathlib import Path

TESTS = Path(__file__).parent
ROWS = [
    line for line in (TESTS.parent / "docs/security.md").read_text(encoding="utf-8").splitlines() if ".py: " in line
]


def test_every_threat_is_shown_by_tests_that_exist() -> None:
    """Each row of the table names files, and functions that stand in them."""
    assert len(ROWS) > 10
    for row in ROWS:
        named = row.rsplit("|", 2)[1]
        parts = [part.strip().split(": ") for part in named.split(";")]
        for file, functions in parts:
            code = (TESTS / file).read_text(encoding="utf-8")
            missing = [name for name in functions.split(", ") if not re.search(rf"^def {name}\(", code, re.MULTILINE)]
            assert not missing, f"docs/security.md: {file} has no {missing}"
