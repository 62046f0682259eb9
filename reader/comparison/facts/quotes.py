"""One quotation in several sources: which words one of them left out or changed."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

from reader.analysis.reading import Quote
from reader.comparison.facts.words import Word, stem, words
from reader.comparison.words import windows
from reader.document.span import Span

SHARED = 5
"""Quotations that share so many words in a row are one quotation."""
NEGATIONS = frozenset({"not", "never", "no", "none", "nobody", "nothing"})
LONG = 300
"""Words of a quotation that are compared; what lies behind is left alone."""


class QuoteDiff(NamedTuple):
    """Two printings of one quotation: what only the first has, what only the second has, and what was changed."""

    only_a: tuple[Span, ...]
    only_b: tuple[Span, ...]
    changed_a: tuple[Span, ...]
    changed_b: tuple[Span, ...]
    """Names, numbers and negations of either that the other replaces by another."""


def compare(a: Quote, a_text: str, b: Quote, b_text: str) -> QuoteDiff | None:
    """The words that differ between two quotations, or None if they are not the same quotation.

    Changed is a name, a number or a "not" that was replaced inside the shared part. Words left out before, between or
    behind it are a cut, and other words are another hearing or translation.
    """
    if runs(a, a_text).isdisjoint(runs(b, b_text)):
        return None
    x, y = words(a_text, a.words)[:LONG], words(b_text, b.words)[:LONG]
    matcher = SequenceMatcher(None, [w.key for w in x], [w.key for w in y], autojunk=False)
    blocks = [m for m in matcher.get_matching_blocks() if m.size]
    shared = sum(m.size for m in blocks)
    if 2 * shared < min(len(x), len(y)):
        return None
    only_a: list[Span] = []
    only_b: list[Span] = []
    changed: list[tuple[Span, Span]] = []
    codes = matcher.get_opcodes()
    for n, (how, i, j, k, m) in enumerate(codes):
        if how == "equal":
            continue
        if j > i:
            only_a.append(_span(x[i:j]))
        if m > k:
            only_b.append(_span(y[k:m]))
        inside = how == "replace" and 0 < n < len(codes) - 1
        other = {stem(w.key) for w in x[i:j]} != {stem(w.key) for w in y[k:m]}
        if inside and other and _weighty(x[i:j], a_text) and _weighty(y[k:m], b_text):
            changed.append((_span(x[i:j]), _span(y[k:m])))
    return QuoteDiff(tuple(only_a), tuple(only_b), tuple(c for c, _ in changed), tuple(c for _, c in changed))


@lru_cache(2048)
def runs(quote: Quote, text: str) -> frozenset[tuple[str, ...]]:
    """Every run of so many words that two printings of one quotation share one."""
    return frozenset(windows([w.key for w in words(text, quote.words)[:LONG]], SHARED))


def _weighty(run: Sequence[Word], text: str) -> bool:
    """Is it one or two words of a name or number, or a negation?"""
    if len(run) > 2:
        return False
    return all(text[w.start].isupper() or text[w.start].isdigit() for w in run) or any(w.key in NEGATIONS for w in run)


def _span(run: Sequence[Word]) -> Span:
    return Span(run[0].start, run[-1].end)
