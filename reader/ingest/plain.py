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


MAGIC = (b"\x7fELF", b"\x1f\x8b", b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"SQLite format 3\0")


def decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The text of some bytes and notes on what was assumed; never fails.

    A byte order mark decides; else UTF-8; else UTF-16 where every other byte is NUL; else Windows-1252 where all bytes
    have a meaning in it; else UTF-8 with replacement characters.
    """
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return data.decode(encoding, "replace").removeprefix("\ufeff"), ()
    if wide := _without_mark(data):
        return data.decode(wide, "replace"), (f"no byte order mark: read as {wide.upper()}",)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("cp1252"), ("not UTF-8: read as Windows-1252",)
    except UnicodeDecodeError:
        return data.decode("utf-8", "replace"), ("not UTF-8: unreadable bytes are shown as �",)


def _without_mark(data: bytes) -> str | None:
    """UTF-16 that says nothing of itself: ASCII letters leave a NUL in every other byte."""
    head = data[:4096]
    if len(head) < 4 or len(data) % 2:
        return None
    even, odd = head[::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if odd * 2 > half and not even:
        return "utf-16-le"
    return "utf-16-be" if even * 2 > half and not odd else None


def is_binary(data: bytes) -> bool:
    """Is this no text at all? A known signature, or a third of the first 8 kB are control bytes."""
    if data.startswith(MAGIC):
        return True
    head = data[:8192]
    if not head or any(head.startswith(mark) for mark, _ in BOMS) or _without_mark(data):
        return False
    control = sum(b < 32 and b not in (9, 10, 12, 13, 27) for b in head)
    unreadable = head.decode("utf-8", "replace").count("\ufffd") if control else 0
    return (control + unreadable) * 3 > len(head)
