"""Figures → Claims: `what` each figure measures, `whose` it is, for `when`, and whether it was `done` or planned."""

from extractor.claim.assemble import Explained, Outlook, claims, explain, outlook

__all__ = ["Explained", "Outlook", "claims", "explain", "outlook"]
