"""Signs that part what a sentence says, in every script; patterns are searched between two places of a text."""

from __future__ import annotations

import re

# What `str.isdigit` takes for a digit, as far as texts have it: those of m² and m³ too.
DIGIT = r"\d²³¹"
LIST = re.compile("[,;،؛]")
SEMICOLON = re.compile("[;؛]")
CLAUSE = re.compile("[,;،؛:()]")
LIST_OR_DIGIT = re.compile(rf"[,;،؛{DIGIT}]")
# Where a stretch of words ends at the latest.
STOP = re.compile(rf"[,;.،؛۔()\[\]:\n{DIGIT}]")
