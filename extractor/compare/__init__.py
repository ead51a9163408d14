"""Claims → Comparisons: which provinces' figures may stand side by side, and why the others may not."""

from extractor.compare.changes import changes
from extractor.compare.comparable import CompareOptions, compare
from extractor.compare.provenance import traces
from extractor.compare.tables import rows, wide

__all__ = ["CompareOptions", "changes", "compare", "rows", "traces", "wide"]
