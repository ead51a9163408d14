"""The names of the rules that read a claim, as its columns `rule` and `figure_rule` string them together."""

from __future__ import annotations

from extractor.rules import patterns

# A condition on claims with one value: the rule's name.
READ_BY = "instr(' ' || replace(claim.rule || ' ' || claim.figure_rule, ';', '') || ' ', ' ' || ? || ' ') > 0"


def rule_names(*written: str) -> list[str]:
    """Each name once: `indicators:completed; vi/numbers:percent vi/qualifiers:nearly` names three rules."""
    return list(dict.fromkeys(name for names in written for name in names.replace(";", " ").split()))


def known_rules() -> list[str]:
    """The names of the rules that give figures their indicators."""
    return [f"indicators:{rule['id']}" for rule in patterns().document("indicators.toml")["rule"]]
