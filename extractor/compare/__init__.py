"""Claims → Comparisons: which provinces' figures may stand side by side, and why the others may not."""

from extractor.compare.changes import changes
from extractor.compare.comparable import CompareOptions, compare
from extractor.compare.derived import derived_shares, ranks
from extractor.compare.provenance import traces
from extractor.compare.tables import rows, rows_left_out, wide

__all__ = ["CompareOptions", "changes", "compare", "derived_shares", "ranks", "rows", "rows_left_out", "traces", "wide"]
