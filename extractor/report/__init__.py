"""Comparisons and findings → one self-contained HTML page."""

from extractor.report.model import ReportOptions
from extractor.report.page import render

__all__ = ["ReportOptions", "render"]
