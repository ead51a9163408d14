"""Whose a figure is: the area it belongs to, and the body."""
