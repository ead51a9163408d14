"""Figures → Claims: what each figure measures, whose it is, for when, done or planned."""

from extractor.claim.assemble import Explained, claims, explain

__all__ = ["Explained", "claims", "explain"]
