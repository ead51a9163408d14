"""What is measured of a stage, and how."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Measure:
    """A stage on its input: documents, bytes, CPU seconds; a peer's seconds for the same, or a limit to reach."""

    stage: str
    given: str
    count: int
    size: int
    seconds: float
    peer: str = ""
    peer_seconds: float = 0.0
    note: str = ""
    unit: str = "page"


def cpu(act: Callable[[], Any], rounds: int = ROUNDS) -> float:
    """The least CPU seconds of a few rounds, for other programs slow some of them down."""
    least = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        act()
        least = min(least, time.process_time() - start)
    return least
