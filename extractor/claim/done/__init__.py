"""Whether a figure was reached, planned, wished for or demanded, and what it is stated against."""
