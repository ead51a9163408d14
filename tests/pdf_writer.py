"""Writes small PDF files for tests: lines of any text at given places, rules, a font's name, several pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 595, 842
SIZE = 10


@dataclass(frozen=True)
class Text:
    """A line of text, its left and its distance from the page's top in points."""

    text: str
    left: float = 60
    top: float = 100


@dataclass(frozen=True)
class Rule:
    """A stroked line between two points, from the page's top left."""

    x0: float
    y0: float
    x1: float
    y1: float


def grid(lefts: Sequence[float], tops: Sequence[float]) -> list[Rule]:
    """The ruling lines of a table."""
    across = [Rule(lefts[0], top, lefts[-1], top) for top in tops]
    return across + [Rule(left, tops[0], left, tops[-1]) for left in lefts]


def write(pages: Sequence[Sequence[Text | Rule]], font: str = "Sans", shown: tuple[str, str] = ("", "")) -> bytes:
    """A PDF whose text has a ToUnicode map; each sign is half its size wide.

    shown: entries of every page, such as its rotation, and a matrix that its content is drawn through.
    """
    signs = sorted({sign for page in pages for item in page if isinstance(item, Text) for sign in item.text})
    codes = {sign: number for number, sign in enumerate(signs, 1)}
    kids = " ".join(f"{6 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>",
        f"<</Type/Font/Subtype/Type0/BaseFont/{font}/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 5 0 R>>",
        f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{font}/DW 500"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        f"/FontDescriptor<</Type/FontDescriptor/FontName/{font}/Flags 4/Ascent 800/Descent -200/CapHeight 700"
        "/ItalicAngle 0/StemV 80/FontBBox[0 -200 1000 800]>>>>",
        _stream(_unicode_map(codes)),
    ]
    for number, page in enumerate(pages):
        box, content = shown[0] or f"/MediaBox[0 0 {WIDTH} {HEIGHT}]", f"/Contents {7 + 2 * number} 0 R"
        objects.append(f"<</Type/Page/Parent 2 0 R{box}/Resources<</Font<</F 3 0 R>>>>{content}>>")
        objects.append(_stream("\n".join([shown[1], *(_operator(item, codes) for item in page)])))
    return _file(objects)


def _operator(item: Text | Rule, codes: dict[str, int]) -> str:
    if isinstance(item, Rule):
        return f"{item.x0} {HEIGHT - item.y0} m {item.x1} {HEIGHT - item.y1} l S"
    coded = "".join(f"{codes[sign]:04x}" for sign in item.text)
    return f"BT /F {SIZE} Tf 1 0 0 1 {item.left} {HEIGHT - item.top} Tm <{coded}> Tj ET"


def _unicode_map(codes: dict[str, int]) -> str:
    lines = "\n".join(f"<{code:04x}> <{sign.encode('utf-16-be').hex()}>" for sign, code in codes.items())
    head = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def\n"
    space = "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
    return f"{head}{space}{len(codes)} beginbfchar\n{lines}\nendbfchar\nendcmap end end"


def _stream(text: str) -> str:
    return f"<</Length {len(text)}>>\nstream\n{text}\nendstream"


def _file(objects: Sequence[str]) -> bytes:
    out = b"%PDF-1.7\n"
    places = []
    for number, text in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{text}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    tail = f"trailer\n<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{tail}".encode()
