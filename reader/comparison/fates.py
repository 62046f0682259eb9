"""What happened to people who are counted: killed, injured, arrested and their like are never one count."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from reader.analysis.reading import Figure
from reader.comparison import word_lists
from reader.document.span import Span

_NEAR = 6
"""So many words before or after a figure may tell its fate."""
_WORD = re.compile(r"[^\W\d_]+|[,;]")


@cache
def _fates() -> dict[str, str]:
    """Words -> the fate that they tell."""
    return {word: fate for fate, words in word_lists.table("fates").items() for word in words.split()}


def of(text: str, figure: Figure, claim: Span) -> str:
    """The fate that the claim tells nearest to a figure ("killed 12 people", "12 people were hurt"), or nothing.

    A comma counts as three words: what stands behind it is seldom said of the figure.
    """
    behind = _first(_WORD.findall(text, figure.number.end, max(figure.number.end, claim.end)))
    before = _first(reversed(_WORD.findall(text, claim.start, max(claim.start, figure.number.start))))
    return min(behind, before, key=lambda found: found[0])[1]


def _first(words: Iterable[str]) -> tuple[int, str]:
    """How far the first word that tells a fate is, and the fate; far and nothing if there is none."""
    distance = 0
    for word in words:
        distance += 3 if word in ",;" else 1
        if distance > _NEAR:
            break
        if fate := _fates().get(word.lower()):
            return distance, fate
    return _NEAR + 1, ""
