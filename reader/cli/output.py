"""What is printed and how: results on stdout, narration on stderr, nothing foreign unfiltered."""

from __future__ import annotations

import json
import re
import sys
from typing import Any

# JSON escapes C0 itself; these are the other characters that a terminal may act on.
_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff\U000e0000-\U000e007f]")


def print_json(value: Any) -> None:
    """One JSON value on one line, control characters and lone surrogates escaped: safe to see, same to parse."""
    text = json.dumps(value, ensure_ascii=False, separators=(", ", ": "))
    sys.stdout.write(_UNSAFE.sub(_escape, text) + "\n")
    sys.stdout.flush()


def _escape(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x10000:
        return f"\\u{code:04x}"
    code -= 0x10000
    return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"


def narrate(sentence: str) -> None:
    """A plain sentence for the user, on stderr."""
    from reader.workspace.gate import safe  # noqa: PLC0415

    print(f"reader: {safe(sentence)}", file=sys.stderr)


def prepare_streams() -> None:
    """stdout in UTF-8 whatever the locale (JSON is UTF-8), and never an encoding error."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="replace")
