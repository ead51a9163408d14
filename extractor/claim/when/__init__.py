"""For when a figure holds: its reference period."""
