"""The gate: foreign text made harmless for a terminal, character by character, so that every offset still holds."""

from __future__ import annotations

import re

REPLACEMENT = "\ufffd"
_LIMIT_OF_MARKS = 4

# C0 but line feed, DEL, C1, Arabic letter mark, zero-width and bidi controls, line and paragraph separators,
# invisible operators, interlinear annotation, byte order mark, lone surrogates, tags, variation selectors supplement.
_UNSAFE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e0fff]"
)
_COMBINING = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)
_MARKS = re.compile(f"[{_COMBINING}]{{{_LIMIT_OF_MARKS + 1},}}")


def safe(text: str) -> str:
    """The text with every character that a terminal could act on replaced, one for one: same length, same offsets.

    Control pictures stand for C0 ("␛"), a space for tabs and line ends other than line feed, U+FFFD for the rest.
    Idempotent. Zero-width joiners inside emoji become U+FFFD too: a terminal's idea of their width cannot be known.
    """
    if text.isascii() and text.isprintable():
        return text
    text = _UNSAFE.sub(_replace, text)
    return _MARKS.sub(lambda m: m.group()[:_LIMIT_OF_MARKS] + REPLACEMENT * (len(m.group()) - _LIMIT_OF_MARKS), text)


def _replace(match: re.Match[str]) -> str:
    char = match.group()
    if char in "\t\r\x0b\x0c\u2028\u2029\x85":
        return " "
    code = ord(char)
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else REPLACEMENT


def one_line(text: str) -> str:
    """Safe text on one line: line feeds become spaces, length unchanged."""
    return safe(text).replace("\n", " ")
