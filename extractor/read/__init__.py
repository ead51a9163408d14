"""Text → Reading: every figure a text states, the words around it that later stages need, and its sentences."""

from extractor.read.pipeline import read, read_article

__all__ = ["read", "read_article"]
