"""Comparisons and findings → one self-contained HTML page."""

from extractor.report.model import Capture, ReportOptions
from extractor.report.page import render

__all__ = ["Capture", "ReportOptions", "render"]
