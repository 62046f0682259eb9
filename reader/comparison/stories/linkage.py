"""Articles into groups: average link over a sparse graph of probabilities, with look-alike events kept apart.

Two events of one kind in one place share many words; what gives them away is that the articles on each are nearer to
one another than to those on the other. Groups of two articles and more are therefore only joined if the mean link
between them is not much weaker than the mean links within them.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from heapq import heapify, heappop, heappush

Pair = tuple[int, int]

DOUBT = 0.5
"""How much less a group of one would prove by its closeness than a large one."""
COMPARED = 60
"""So many articles is one linked to at most when it comes; in groups beyond that, missing links are no evidence."""


class Linkage:
    """One run over items ``0..size-1``; ``pairs[i, j]`` (i < j) is how probable it is that two are one event."""

    def __init__(
        self, size: int, pairs: Mapping[Pair, float], joined: float, apart: Iterable[Pair], ratio: float
    ) -> None:
        self._joined, self._ratio = joined, ratio
        self._members = {n: [n] for n in range(size)}
        self._home = list(range(size))
        self._within = dict.fromkeys(range(size), 0.0)
        self._links: dict[int, dict[int, float]] = {n: {} for n in range(size)}
        self._apart: dict[int, set[int]] = {n: set() for n in range(size)}
        for (i, j), p in sorted(pairs.items()):
            self._links[i][j] = self._links[j][i] = p
        for i, j in apart:
            self._keep_apart(i, j)

    def run(self, together: Iterable[Pair] = ()) -> list[list[int]]:
        """The groups, each sorted, in the order of their first items; ``together`` are joined before all else."""
        for i, j in together:
            one, other = sorted((self._find(i), self._find(j)))
            if one != other and other not in self._apart[one]:
                self._merge(one, other)
        heap = [e for i in self._members for j in self._links[i] if i < j for e in self._entry(i, j)]
        heapify(heap)
        while heap:
            p, i, j = heappop(heap)
            if i not in self._members or j not in self._members or [(p, i, j)] != self._entry(i, j):
                continue
            if self._look_alike(i, j, -p):
                self._keep_apart(i, j)
                continue
            self._merge(i, j)
            for other in self._links[i]:
                for entry in self._entry(*sorted((i, other))):
                    heappush(heap, entry)
        return [sorted(self._members[n]) for n in sorted(self._members)]

    def _entry(self, i: int, j: int) -> list[tuple[float, int, int]]:
        """What the heap holds of two groups: nothing if they may not be joined."""
        if j in self._apart[i]:
            return []
        mean = round(self._links[i].get(j, 0.0) / _links_of(len(self._members[i]), len(self._members[j])), 6)
        return [(-mean, i, j)] if mean >= self._joined else []

    def _look_alike(self, i: int, j: int, between: float) -> bool:
        sizes = len(self._members[i]), len(self._members[j])
        if min(sizes) < 2:
            return False
        one, other = (
            self._within[n] / min(math.comb(size, 2), size * COMPARED) for n, size in zip((i, j), sizes, strict=True)
        )
        return between < round(self._ratio * (1 - DOUBT / min(sizes)) * math.sqrt(one * other), 6)

    def _keep_apart(self, i: int, j: int) -> None:
        self._apart[i].add(j)
        self._apart[j].add(i)

    def _merge(self, i: int, j: int) -> None:
        """Puts group j into group i."""
        self._within[i] += self._within.pop(j) + self._links[i].pop(j, 0.0)
        self._links[j].pop(i, None)
        for other, p in self._links.pop(j).items():
            del self._links[other][j]
            self._links[i][other] = self._links[other][i] = self._links[i].get(other, 0.0) + p
        for other in self._apart.pop(j):
            self._apart[other].discard(j)
            self._keep_apart(i, other)
        self._members[i] += self._members.pop(j)
        self._home[j] = i

    def _find(self, n: int) -> int:
        while self._home[n] != n:
            n = self._home[n]
        return n


def _links_of(one: int, other: int) -> int:
    """How many links there can be between two groups."""
    return min(one * other, min(one, other) * COMPARED)
