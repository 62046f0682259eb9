"""Runs of identical words in several sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from reader.comparison.facts.words import Word, words
from reader.comparison.model import Report, SameWording
from reader.comparison.words import windows
from reader.document.span import Span

RUN = 8
"""So many identical words in a row are no accident."""
LONGER = 1.5
"""A run of fewer sources inside a run of more is told too if it is so much longer."""


def shared_runs(
    reports: Sequence[Report], texts: Mapping[str, str], copied: frozenset[frozenset[str]]
) -> tuple[SameWording, ...]:
    """The longest runs of identical words in the evidence of two and more reports, widest first."""
    best = [r for r in reports if not r.silent]
    listed = {r.article: _told(r, texts[r.article]) for r in best}
    found: dict[tuple[str, ...], dict[str, tuple[int, int]]] = {}
    sharing = _sharing(listed, copied)
    for n, a in enumerate(best):
        for b in best[n + 1 :]:
            if frozenset((a.article, b.article)) not in sharing:
                continue
            least = 1 if frozenset((a.article, b.article)) in copied else RUN
            for i, j, length in _runs(listed[a.article], listed[b.article], least):
                key = tuple(w.key for w in listed[a.article][i : i + length])
                at = found.setdefault(key, {})
                at.setdefault(a.article, (i, length))
                at.setdefault(b.article, (j, length))
    _widen(found, listed)
    return _listed(found, listed, [r.article for r in best])


def _sharing(listed: Mapping[str, Sequence[Word]], copied: frozenset[frozenset[str]]) -> set[frozenset[str]]:
    """The pairs of articles that have a run of words in common, or are copies."""
    holders: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for article, own in listed.items():
        for window in windows([w.key for w in own], RUN):
            holders[window].add(article)
    shared = {frozenset(articles) for articles in holders.values() if len(articles) > 1}
    pairs = {frozenset(pair) for articles in shared for pair in combinations(sorted(articles), 2)}
    return pairs | {pair for pair in copied if pair <= set(listed)}


def _told(report: Report, text: str) -> list[Word]:
    """The words of all evidence, with a word between two sentences that no other source has."""
    out: list[Word] = []
    for e in report.evidence:
        out += [*words(text, e.span), Word(e.span.end, e.span.end, f"\0{report.article} {e.span.end}")]
    return out[:-1]


def _runs(a: Sequence[Word], b: Sequence[Word], least: int) -> list[tuple[int, int, int]]:
    """Longest common runs of at least ``least`` words, not overlapping in ``a``: start in a, start in b, length."""
    if least < RUN:
        whole = [w.key for w in a] == [w.key for w in b] and len(a) > 0
        return [(0, 0, len(a))] if whole else _runs(a, b, RUN)
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for j, key in enumerate(windows([w.key for w in b], least)):
        if len(places[key]) < 4:
            places[key].append(j)
    out, i = [], 0
    keys = list(windows([w.key for w in a], least))
    while i < len(keys):
        length, at = 0, 0
        for j in places.get(keys[i], ()):
            n = least
            while i + n < len(a) and j + n < len(b) and a[i + n].key == b[j + n].key:
                n += 1
            if n > length:
                length, at = n, j
        if length:
            out.append((i, at, length))
        i += max(1, length)
    return out


def _widen(found: dict[tuple[str, ...], dict[str, tuple[int, int]]], listed: Mapping[str, Sequence[Word]]) -> None:
    """Adds to each run the other sources that have all of its words."""
    for key, at in found.items():
        for article, own in listed.items():
            if article not in at:
                keys = [w.key for w in own]
                for i, window in enumerate(windows(keys, len(key))):
                    if window == key:
                        at[article] = (i, len(key))
                        break


def _listed(
    found: Mapping[tuple[str, ...], Mapping[str, tuple[int, int]]],
    listed: Mapping[str, Sequence[Word]],
    order: Sequence[str],
) -> tuple[SameWording, ...]:
    """The runs as values: of runs that overlap in a source, the one of more sources, or a much longer one."""
    made: list[SameWording] = []
    for key, at in sorted(found.items(), key=lambda x: (-len(x[1]), -len(x[0]), x[0])):
        spans = {}
        for article in order:
            if article in at:
                i, length = at[article]
                spans[article] = Span(listed[article][i].start, listed[article][i + length - 1].end)
        hidden = any(
            len(key) < LONGER * m.words and all(a in m.spans and m.spans[a].overlaps(s) for a, s in spans.items())
            for m in made
        )
        if not hidden:
            made.append(SameWording(tuple(spans), len(key), spans))
    return tuple(made)
