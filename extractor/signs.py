"""Signs that are written in more than one way, or that no file can hold: one form of each."""

# Letters that keyboards write in several ways, for reading and for searching alike.
LETTERS = {
    "ð": "đ",
    "Ð": "Đ",
    **dict.fromkeys("يى", "ی"),
    **dict.fromkeys("كڪ", "ک"),
    **dict.fromkeys("هةۃە", "ہ"),
    "ٱ": "ا",
}


def encodable(text: str) -> str:
    """The text with ? for half surrogate pairs, which JSON can spell and UTF-8 cannot."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")
