"""Boosted decision trees, all walked at once.

QuickScorer (Lucchese et al., SIGIR 2015): a fork whose limit is exceeded rules out the leaves of its lower side. One
integer holds a bit for every leaf of every tree, a byte a tree. For each feature the leaves left below, between
and beyond its limits are known beforehand, so a row costs one search and one ``&`` a feature instead of a walk
through every tree. The lowest bit that is left in each byte is the leaf.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from operator import getitem
from typing import Any

LEAVES = 8
"""The most leaves that a tree may have."""
_LOWEST = tuple((byte & -byte).bit_length() - 1 for byte in range(1 << LEAVES))
"""Byte -> the number of its lowest bit; no byte is ever left without one."""


class Trees:
    """The sum of one leaf of each tree is the log odds.

    A tree is a number (a leaf) or ``[feature, limit, up to the limit, beyond it]``.

    :raises ValueError: a tree has more leaves than ``LEAVES``.
    """

    def __init__(self, names: Sequence[str], trees: Sequence[Any], bias: float) -> None:
        self.names = tuple(names)
        self._bias = bias
        self._size = len(trees)
        self._leaves: list[list[float]] = []
        forks: dict[int, list[tuple[float, int]]] = defaultdict(list)
        for n, tree in enumerate(trees):
            leaves: list[float] = []
            _number(tree, LEAVES * n, leaves, forks)
            if len(leaves) > LEAVES:
                raise ValueError(f"a tree has {len(leaves)} leaves, {LEAVES} are the most")
            leaves += [0.0] * (LEAVES - len(leaves))
            self._leaves.append([leaves[lowest] for lowest in _LOWEST])
        self._all = (1 << (LEAVES * len(trees))) - 1
        self._features = [(f, *_left(sorted(found), self._all)) for f, found in sorted(forks.items())]

    def __call__(self, features: Sequence[float]) -> float:
        """The probability for one row of features, in the order of ``names``."""
        left = self._all
        for feature, limits, masks in self._features:
            left &= masks[bisect_left(limits, features[feature])]
        return probability(self._bias + sum(map(getitem, self._leaves, left.to_bytes(self._size, "little"))))


def probability(odds: float) -> float:
    """The probability of some log odds."""
    return 1.0 / (1.0 + math.exp(-odds)) if odds > -700 else 0.0


def _number(node: Any, base: int, leaves: list[float], forks: dict[int, list[tuple[float, int]]]) -> None:
    """Numbers the leaves of a tree from the left; a fork is kept as its limit and the bits of its lower side."""
    if not isinstance(node, list):
        leaves.append(float(node))
        return
    feature, limit, lower, upper = node
    first = len(leaves)
    _number(lower, base, leaves, forks)
    bits = (1 << (len(leaves) - first)) - 1
    forks[int(feature)].append((float(limit), bits << (base + first)))
    _number(upper, base, leaves, forks)


def _left(forks: Sequence[tuple[float, int]], everything: int) -> tuple[list[float], list[int]]:
    """The limits of a feature in order, and the leaves that are left once so many of them are exceeded."""
    masks = [everything]
    for _, bits in forks:
        masks.append(masks[-1] & ~bits)
    return [limit for limit, _ in forks], masks
