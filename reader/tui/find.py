"""Finding words in a text the way a reader types them. Pure."""

from __future__ import annotations

import re

from reader.document.span import Span

_QUOTES, _APOSTROPHES, _DASHES = "“”„‟«»″", "‘’‚‛′`´", "‐‑‒–—―−"
_FOLD = str.maketrans(
    {**dict.fromkeys(_QUOTES, '"'), **dict.fromkeys(_APOSTROPHES, "'"), **dict.fromkeys(_DASHES, "-"),
     "\u00a0": " ", "\u202f": " "}
)  # fmt: skip


def fold(text: str) -> str:
    """Curly quotes as straight ones, every dash as a hyphen; one character for one, so that offsets hold."""
    return text.translate(_FOLD)


def find(text: str, query: str) -> tuple[Span, ...]:
    """Every place where the query's words stand, in order, not overlapping.

    Quotes and dashes of any shape find each other, a space finds any white space (also a line's end), and case counts
    only where the query has a capital.
    """
    words = fold(query).split()
    if not words:
        return ()
    flags = re.IGNORECASE if query == query.lower() else 0
    pattern = re.compile(r"\s+".join(re.escape(word) for word in words), flags)
    return tuple(Span(*match.span()) for match in pattern.finditer(fold(text)))


def nearest(matches: tuple[Span, ...], offset: int) -> int:
    """Index of the first match at or after an offset; the first of all where there is none."""
    return next((n for n, span in enumerate(matches) if span.end > offset), 0)
