"""Claims into facts: what one article repeats counts once, then average-link clustering under constraints."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from heapq import heapify, heappop, heappush

Pair = tuple[int, int]

REPEATED = 0.85
"""Two claims of one article say the same from this probability on."""
MANY = 0.1
"""How much nearer two groups are for a mean over many pairs, which is surer than the same mean over one."""
STRANGERS = 0.2
"""No more than this part of the pairs of claims that a join puts together may be unrelated."""
AGAIN = 0.5
"""Groups that an article stands in both of are joined from this mean probability on: its second claim must be surer."""


def cluster(
    articles: Sequence[int],
    pairs: Mapping[Pair, float],
    threshold: float,
    apart: Callable[[int, int], bool],
    together: Iterable[Pair] = (),
) -> list[list[int]]:
    """Groups the claims ``range(len(articles))``; ``pairs[i, j]`` (i < j) is the probability that two are one fact.

    Claims that one article repeats are one unit, which is as near to others as the nearest of its claims. The nearest
    groups of units are joined first; how near two groups are is the mean over all pairs of their units, an unknown pair
    counting 0, raised a little where there are many pairs. Groups are not joined below ``threshold``, nor where
    ``apart(i, j)`` holds for any two of their claims, nor where too many of their claims are unrelated (a claim that
    tells two facts would join both), nor below ``AGAIN`` where one article stands in both, nor where all of both is
    from one; ``together`` are joined before all else. Ties are broken by number.
    """
    units = _units(articles, pairs, apart)
    home = {n: u for u, members in enumerate(units) for n in members}
    grouping = _Grouping(units, articles, pairs, home, threshold, apart)
    for i, j in together:
        grouping.force(home[i], home[j])
    return grouping.run()


def _units(articles: Sequence[int], pairs: Mapping[Pair, float], apart: Callable[[int, int], bool]) -> list[list[int]]:
    """Claims that their own article repeats, joined; every other claim alone."""
    members = {n: [n] for n in range(len(articles))}
    home = list(members)
    inside = [(-round(p, 6), i, j) for (i, j), p in pairs.items() if p >= REPEATED and articles[i] == articles[j]]
    for _, i, j in sorted(inside):
        a, b = sorted((home[i], home[j]))
        if a != b and not any(apart(x, y) for x in members[a] for y in members[b]):
            for n in members[b]:
                home[n] = a
            members[a] += members.pop(b)
    return [sorted(found) for found in members.values()]


def _between(pairs: Mapping[Pair, float], home: Mapping[int, int]) -> dict[Pair, float]:
    """The nearest claims of two units."""
    out: dict[Pair, float] = {}
    for (i, j), p in pairs.items():
        a, b = home[i], home[j]
        if a != b:
            key = (a, b) if a < b else (b, a)
            out[key] = max(p, out.get(key, 0.0))
    return out


class _Grouping:
    """Groups of units while they are being joined; a group is named by its first unit."""

    def __init__(
        self,
        units: Sequence[list[int]],
        articles: Sequence[int],
        pairs: Mapping[Pair, float],
        home: Mapping[int, int],
        threshold: float,
        apart: Callable[[int, int], bool],
    ) -> None:
        self.articles = articles
        self.pairs = pairs
        self.claims = {u: list(members) for u, members in enumerate(units)}
        self.size = dict.fromkeys(self.claims, 1)
        self.sources = {u: {articles[n] for n in members} for u, members in self.claims.items()}
        self.links: dict[int, dict[int, float]] = defaultdict(dict)
        for (i, j), p in _between(pairs, home).items():
            self.links[i][j] = self.links[j][i] = p
        self.home = {u: u for u in self.claims}
        self.threshold = threshold
        self.apart = apart

    def force(self, i: int, j: int) -> None:
        """Joins the groups of two units whatever stands between them."""
        a, b = sorted((self._root(i), self._root(j)))
        if a != b:
            self._merge(a, b)

    def run(self) -> list[list[int]]:
        """Joins what is near enough; the claims of each group in the end."""
        heap = [(-self._mean(i, j), i, j) for i in self.claims for j in self.links[i] if i < j]
        heap = [entry for entry in heap if -entry[0] >= self.threshold]
        heapify(heap)
        while heap:
            p, i, j = heappop(heap)
            if i not in self.claims or j not in self.claims or j not in self.links[i] or -p != self._mean(i, j):
                continue
            if self._barred(i, j, -p):
                del self.links[i][j], self.links[j][i]
                continue
            self._merge(i, j)
            for other in self.links[i]:
                near = self._mean(i, other)
                if near >= self.threshold:
                    heappush(heap, (-near, min(i, other), max(i, other)))
        return sorted(sorted(members) for members in self.claims.values())

    def _root(self, unit: int) -> int:
        while self.home[unit] != unit:
            unit = self.home[unit]
        return unit

    def _mean(self, i: int, j: int) -> float:
        pairs = self.size[i] * self.size[j]
        return round(self.links[i].get(j, 0.0) / pairs + MANY * (1 - 1 / pairs), 6)

    def _barred(self, i: int, j: int, near: float) -> bool:
        if len(self.sources[i] | self.sources[j]) == 1:
            return True
        if near < AGAIN and self.sources[i] & self.sources[j]:
            return True
        one, two = self.claims[i], self.claims[j]
        across = [(x, y) if x < y else (y, x) for x in one for y in two if self.articles[x] != self.articles[y]]
        if sum(pair not in self.pairs for pair in across) > STRANGERS * len(across):
            return True
        return any(self.apart(x, y) for x in one for y in two)

    def _merge(self, i: int, j: int) -> None:
        for other, p in self.links.pop(j, {}).items():
            del self.links[other][j]
            if other != i:
                self.links[i][other] = self.links[other][i] = self.links[i].get(other, 0.0) + p
        self.claims[i] += self.claims.pop(j)
        self.size[i] += self.size.pop(j)
        self.sources[i] |= self.sources.pop(j)
        self.home[j] = i
