"""Prints each `_name.html` below corpus/site to the `name.pdf` beside it with a local Chromium."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

SITE = Path(__file__).parent / "site"
DATE = re.compile(rb"\(D:\d{14}\+")
PRINTED = b"(D:20251015080000+"  # the day on the report, so that printing again gives the same file


def print_pdf(source: Path, browser: str) -> Path:
    """The PDF printed from one HTML file, with the fonts it uses inside and the report's own date."""
    target = source.with_name(source.name.removeprefix("_")).with_suffix(".pdf")
    flags = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    command = [browser, *flags, f"--print-to-pdf={target}", source.as_uri()]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603  the files are the project's own
    target.write_bytes(DATE.sub(PRINTED, target.read_bytes()))
    return target


def main() -> int:
    """Prints all of them; 1 where no Chromium is installed."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if browser is None:
        print("no Chromium found: install the package chromium", file=sys.stderr)
        return 1
    for source in sorted(SITE.rglob("_*.html")):
        print(print_pdf(source.resolve(), browser))
    return 0


if __name__ == "__main__":
    sys.exit(main())
