"""Numbers, dates and findings as people read them, in Vietnamese or English."""

from __future__ import annotations

import re
from decimal import Decimal

from extractor.catalog import area_name, indicator, texts
from extractor.records import Claim, Figure, FigureKind, Finding

NUMBER = re.compile(r"(?<![\w.])-?[0-9]{1,40}(?:\.[0-9]{1,40})?(?![\w.])")
SIGNS = {"=": "", ">": "> ", ">=": "≥ ", "<": "< ", "<=": "≤ ", "~": "≈ ", "<~": "≲ "}
SCALES = ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))


def plain(value: Decimal) -> str:
    """The value as a decimal string without exponent or needless zeros: 1.50 gives 1.5, 1E+3 gives 1000."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def localise(text: str, language: str) -> str:
    """Every plain number in the text grouped and pointed as the language does: 1234.5 is 1.234,5 in Vietnamese."""
    return NUMBER.sub(lambda found: _grouped(found.group(), language), text)


def _grouped(number: str, language: str) -> str:
    scaled, word = scale(Decimal(number), language)
    whole, _, part = scaled.partition(".")
    sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    grouped = f"{int(digits):,}" if len(digits) > 3 else digits
    if language == "vi":
        return sign + grouped.replace(",", ".") + ("," + part if part else "") + word
    return sign + grouped + ("." + part if part else "") + word


def quantity(figure: Figure, language: str) -> str:
    """A figure's value for a table cell: comparator, number, scale word for long ones, percent or currency sign."""
    if figure.value is None:
        return str(texts(language)["area"]["vague"])
    if not isinstance(figure.value, Decimal):
        return figure.value
    ends = [figure.value, *([figure.value_max] if isinstance(figure.value_max, Decimal) else [])]
    number = "–".join(localise(plain(end), language) for end in ends)
    unit = {FigureKind.PERCENT: " %", FigureKind.MONEY: f" {figure.unit or ''}"}.get(figure.kind, "")
    whole = f"/{localise(plain(figure.rank_of), language)}" if figure.rank_of else ""
    return SIGNS[figure.comparator.value] + number + whole + unit.rstrip()


def scale(value: Decimal, language: str) -> tuple[str, str]:
    """A round number of millions or more as digits and a scale word (`1.5`, ` trillion`); any other as it is."""
    words = texts(language)["scale"]
    for size, word in SCALES:
        if word in words and abs(value) >= size and value % (size / 1000) == 0:
            return plain(value / size), f" {words[word]}"
    return format(value, "f"), ""


def date_text(iso: str, language: str) -> str:
    """A date, as partial as it is, the way people write it: 2025-10-08 is 8/10/2025 in Vietnamese."""
    parts = iso.split("-")
    if language != "vi" or not all(part.isdigit() for part in parts):
        return iso
    return "/".join(str(int(part)) for part in reversed(parts))


def claim_name(claim: Claim, language: str) -> str:
    """What the claim measures: the indicator's name, else its subject as written."""
    return indicator(claim.indicator).name(language) if claim.indicator else claim.subject


def check_name(kind: str, language: str) -> str:
    """The name of a check."""
    return str(texts(language)["check"][kind]["name"])


def message(finding: Finding, language: str = "en") -> str:
    """The finding as a sentence with its numbers, and what may have caused it."""
    words = texts(language)
    values = {key: _value(key, value, language) for key, value in finding.detail.items()}
    template = finding.detail.get("form") or "message"
    sentence = str(words["check"][finding.kind][template]).format_map(values)
    causes = [str(words["cause"][cause]).format_map(values) for cause in finding.detail.get("causes", "").split()]
    return " ".join([sentence, *causes])


def _value(key: str, value: str, language: str) -> str:
    if key.startswith("indicator"):
        return indicator(value).name(language) if value else ""
    if key.startswith("area"):
        return area_name(value or None, language)
    if key.startswith("status"):
        return str(texts(language)["status"][value])
    if key.startswith("date"):
        return " – ".join(date_text(end, language) for end in value.split(" – "))
    return value if key.startswith(("text", "form", "causes")) else localise(value, language)
