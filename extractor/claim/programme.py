"""The resolution, project or plan a claim is about; bare references (Nghị quyết 57) resolve to the full number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractor.claim.scene import Unit, once
from extractor.claim.what.rulebook import Rulebook
from extractor.records import FigureKind

TOPICS = {"tasks"}


@dataclass(slots=True)
class Agenda:
    """The programme last named in the paragraph, else the one that the article names first."""

    book: Rulebook
    block: int = -1
    here: str | None = None
    first: str | None = None

    def read(self, unit: Unit) -> None:
        """Takes in the references of a sentence."""
        if unit.block != self.block:
            self.block, self.here = unit.block, None
        for name in named(unit, self.book):
            self.here = name

    def of(self, indicator: str | None, counts_tasks: bool) -> str | None:
        """The programme of a claim on tasks; other quantities hold whatever the programme."""
        if not counts_tasks and (indicator is None or indicator.partition(".")[0] not in TOPICS):
            return None
        return self.here or self.first


@once
def named(unit: Unit, book: Rulebook) -> Sequence[str]:
    """Programmes that a sentence names, in order."""
    if not unit.others and not unit.of("reference"):
        return ()
    found = [(term.start, term.id) for term in unit.of("reference")]
    found += [(f.start, str(f.value)) for f in unit.others if f.kind is FigureKind.DOCUMENT and f.value]
    return [book.programmes[name] for _, name in sorted(found) if name in book.programmes]
