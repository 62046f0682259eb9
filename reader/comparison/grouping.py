"""Claims into facts: average-link clustering over the probabilities of pairs, under constraints."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from heapq import heapify, heappop, heappush

Pair = tuple[int, int]


def cluster(
    size: int,
    sentences: list[int],
    pairs: Mapping[Pair, float],
    threshold: float,
    apart: Callable[[int, int], bool],
    together: Iterable[Pair] = (),
) -> list[list[int]]:
    """Groups ``range(size)``; ``pairs[i, j]`` (i < j) is the probability that two items are one fact.

    The nearest groups are joined first; how near two groups are is the mean over all pairs of different sentences, an
    unknown pair counting 0. Groups are not joined below ``threshold`` nor where ``apart(i, j)`` holds for any two of
    their members; ``together`` are joined before all else. Ties are broken by the items' numbers.
    """
    members: dict[int, list[int]] = {n: [n] for n in range(size)}
    links: dict[int, dict[int, float]] = defaultdict(dict)
    for (i, j), p in pairs.items():
        links[i][j] = links[j][i] = p
    home = list(range(size))
    held: dict[int, Counter[int]] = {n: Counter({sentences[n]: 1}) for n in range(size)}

    def merge(i: int, j: int) -> None:
        for other, p in links.pop(j, {}).items():
            del links[other][j]
            if other != i:
                links[i][other] = links[other][i] = links[i].get(other, 0.0) + p
        members[i] = sorted(members[i] + members.pop(j))
        held[i] += held.pop(j)
        for n in members[i]:
            home[n] = i

    def mean(i: int, j: int) -> float:
        few, many = (held[i], held[j]) if len(held[i]) < len(held[j]) else (held[j], held[i])
        counts = len(members[i]) * len(members[j]) - sum(c * many[s] for s, c in few.items())
        return round(links[i].get(j, 0.0) / counts, 6) if counts else 0.0

    for i, j in together:
        if home[i] != home[j]:
            merge(min(home[i], home[j]), max(home[i], home[j]))
    heap = [(-mean(i, j), i, j) for i in members for j in links[i] if i < j and mean(i, j) >= threshold]
    heapify(heap)
    while heap:
        p, i, j = heappop(heap)
        if i not in members or j not in members or -p != mean(i, j):
            continue
        if any(apart(x, y) for x in members[i] for y in members[j]):
            del links[i][j], links[j][i]
            continue
        merge(i, j)
        for other in links[i]:
            near = mean(i, other)
            if near >= threshold:
                heappush(heap, (-near, min(i, other), max(i, other)))
    return [members[n] for n in sorted(members)]
