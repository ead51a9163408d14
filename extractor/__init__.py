"""Đối chiếu: reads what Vietnamese government news claims in figures, says whose figure it is, and checks it."""

__version__ = "0.1.0"
