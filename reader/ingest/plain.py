"""Bytes to text: the encoding is found or guessed, and a guess is said."""

from __future__ import annotations

import codecs

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The text of some bytes and notes on what was assumed; never fails.

    A byte order mark decides; else UTF-8; else Windows-1252 where all bytes have a meaning in it; else UTF-8 with
    replacement characters.
    """
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return data.decode(encoding, "replace").removeprefix("\ufeff"), ()
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("cp1252"), ("not UTF-8: read as Windows-1252",)
    except UnicodeDecodeError:
        return data.decode("utf-8", "replace"), ("not UTF-8: unreadable bytes are shown as �",)


def is_binary(data: bytes) -> bool:
    """Is this no text at all? Many NUL or control bytes in the first 8 kB that no UTF-16/32 mark explains."""
    head = data[:8192]
    if not head or any(head.startswith(mark) for mark, _ in BOMS):
        return False
    control = sum(b < 32 and b not in (9, 10, 12, 13, 27) for b in head)
    return control * 10 > len(head)
