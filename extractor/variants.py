"""Letters that keyboards write in more than one way: one form of each, for reading and for searching alike."""

LETTERS = {
    "ð": "đ",
    **dict.fromkeys("يى", "ی"),
    **dict.fromkeys("كڪ", "ک"),
    **dict.fromkeys("هةۃە", "ہ"),
    "ٱ": "ا",
}
