"""What a figure measures: its words, what it counts, its indicator."""
