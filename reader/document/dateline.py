"""The dateline of a report: where it was filed, when, and by which agency ("TEL AVIV, Nov 5 (Reuters) - …")."""

from __future__ import annotations

import re

from reader.document.span import Span

_OPENING = 5
"""A dateline stands in one of so many first sentences: titles, standfirsts and captions may come before it."""
MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DATELINE = re.compile(
    rf"""
    (?=[^a-z]{{4}}) [A-Z][A-Z'’.-]+ (?:[ /][A-Z][A-Z'’.-]*){{0,3}}
    (?: ,\s* (?!{MONTH}\s\d) [A-Z][\w.]* (?:\s[A-Z][\w.]*)? ){{0,2}}
    (?: ,?\s* \(? (?:{MONTH}\s\d{{1,2}} | \d{{1,2}}\s{MONTH}) (?:,?\s\d{{4}})? \)? )?
    (?: \s* \( [A-Z][\w ./&-]{{1,40}} \) )?
    \s* (?: -- | [-–—] ) \s* (?=["“‘'A-Z0-9])
    """,
    re.VERBOSE,
)


def after(text: str, start: int, end: int) -> int:
    """Where the sentence ``text[start:end]`` begins once its dateline is left out; ``start`` if it has none.

    The place must be in capitals, as agencies print it; a headline in capitals goes on in capitals and has none.
    """
    match = _DATELINE.match(text, start, end)
    if not match or text[match.end() : match.end() + 12].isupper():
        return start
    place = match.group().split("(")[0].split(",")[0]
    return match.end() if sum(c.isalpha() for c in place) >= 4 else start


def begin(text: str, number: int, sentence: Span) -> int:
    """Where the words of an article's sentence begin, by its number; a dateline stands in one of the first few only."""
    return after(text, sentence.start, sentence.end) if number < _OPENING else sentence.start
