"""What axe-core finds serious or critical on the page that a browser shows; DOICHIEU_AXE names its axe.min.js."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

AXE = os.environ.get("DOICHIEU_AXE", "")
needs_axe = pytest.mark.skipif(not AXE, reason="DOICHIEU_AXE does not name axe.min.js")
# The size of targets is a rule of WCAG 2.2, which axe leaves out unless asked.
_RUN = """
const done = arguments[0];
axe.run(document, { resultTypes: ["violations"], rules: { "target-size": { enabled: true } } })
  .then((found) => done(found.violations.map((one) => [one.id, one.impact, one.nodes[0].html])));
"""


def serious(browser: Any) -> list[tuple[str, str, str]]:
    """Rule, impact and first element of each serious or critical violation."""
    browser.set_script_timeout(60)
    browser.execute_script(Path(AXE).read_text(encoding="utf-8"))
    found = browser.execute_async_script(_RUN)
    return [(rule, impact, element) for rule, impact, element in found if impact in ("serious", "critical")]


def look_as(browser: Any, width: int, scheme: str) -> None:
    """The browser as a phone or a desk has it, in the light or the dark scheme, without colours on their way."""
    screen = {"width": width, "height": 844, "deviceScaleFactor": 1, "mobile": width < 600}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", screen)
    features = [
        {"name": "prefers-color-scheme", "value": scheme},
        {"name": "prefers-reduced-motion", "value": "reduce"},
    ]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})


def look_as_before(browser: Any) -> None:
    """Takes back what `look_as` set."""
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
