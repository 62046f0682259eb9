"""Words of a passage as they are compared: case, quote marks, dashes, dots of initials and spelling folded."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

from reader.comparison.facts.lexicon import words_of
from reader.document.span import Span

_WORD = re.compile(r"(?:[^\W\d_]\.){2,6}(?:['’]s\b)?|[^\W_]+(?:[.,](?=\d)[^\W_]+|['’](?=[^\W_])[^\W_]+)*")
KEPT, KEPT_LENGTH = 64, 200_000
"""So many texts of so many characters are kept cut into words: every passage of a story is looked at many times."""
_DIGITS = re.compile(r"(?<=\d),(?=\d)")


class Word(NamedTuple):
    """``text[start:end]`` and the form it is compared by."""

    start: int
    end: int
    key: str


def words(text: str, span: Span | None = None) -> list[Word]:
    """The words of a passage with their offsets in the whole text; linear in its length."""
    start, end = (span.start, span.end) if span else (0, len(text))
    if len(text) > KEPT_LENGTH or not span:
        return _cut(text, start, end)
    listed, starts = _all(text)
    first, last = bisect_left(starts, start), bisect_left(starts, end)
    if (first < last and listed[last - 1].end > end) or (first and listed[first - 1].end > start):
        return _cut(text, start, end)  # the passage begins or ends inside of a word
    return listed[first:last]


def _cut(text: str, start: int, end: int) -> list[Word]:
    return [Word(m.start(), m.end(), _key(m.group())) for m in _WORD.finditer(text, start, end)]


@lru_cache(KEPT)
def _all(text: str) -> tuple[list[Word], list[int]]:
    """The words of a whole text, and where they start."""
    listed = _cut(text, 0, len(text))
    return listed, [w.start for w in listed]


@lru_cache(20_000)
def _key(word: str) -> str:
    """One spelling for "U.S." and "US", "totalling" and "totaling", "don’t" and "don't"."""
    folded = word.replace("’", "'").casefold()
    if folded.endswith("'s"):
        folded = folded[:-2]
    if folded[0].isdigit():
        return _DIGITS.sub("", folded)
    if "." in folded:
        folded = folded.replace(".", "")
    for british, american in (("lling", "ling"), ("lled", "led"), ("ise", "ize"), ("ised", "ized"), ("ising", "izing")):
        if len(folded) > 6 and folded.endswith(british):
            return folded[: -len(british)] + american
    return folded


@lru_cache(20_000)
def stem(key: str) -> str:
    """A light stem of a folded word: enough to match "evacuations" with "evacuation", and never to show."""
    for ending, least, put in (
        ("ies", 5, "y"), ("ions", 7, ""), ("ion", 6, ""), ("ings", 7, ""), ("ing", 6, ""), ("ed", 5, ""), ("es", 5, ""),
        ("ly", 6, ""), ("ss", 3, "ss"), ("us", 3, "us"), ("s", 4, ""), ("e", 5, ""),
    ):  # fmt: skip
        if key.endswith(ending) and len(key) >= least:
            key = key[: -len(ending)] + put
            break
    return key[:-1] if len(key) > 4 and key[-1] == "e" else key


@lru_cache(8192)
def stems(text: str, span: Span | None = None) -> frozenset[str]:
    """The stems of the content words of a passage."""
    empty = words_of("function")
    return frozenset(stem(w.key) for w in words(text, span) if w.key not in empty)


def coverage(part: frozenset[str], whole: frozenset[str]) -> float:
    """Which share of one passage's stems another has; 0 for a passage without content."""
    return len(part & whole) / len(part) if part else 0.0


def jaccard(a: frozenset[str], b: frozenset[str]) -> float:
    """Stems shared over all stems of both."""
    return len(a & b) / len(a | b) if a and b else 0.0


def clean(text: str, start: int, end: int) -> Span:
    """A span without the spaces at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
