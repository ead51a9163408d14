"""Quotes with their figures marked: what extractor.marking gives to the report."""

from extractor.marking import Mark, direction, fragment_link, marked, safe_url, sentence_around

__all__ = ["Mark", "direction", "fragment_link", "marked", "safe_url", "sentence_around"]
