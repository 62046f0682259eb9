"""The second look at pairs of claims: what all the other pairs of the story say about one pair.

Two claims that a third source's claim is near to are likelier the same fact; a claim that has a better partner in the
other article is less likely to be this one's.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping

from reader.comparison.material import Material

Pair = tuple[int, int]

FEATURES = (
    "first", "first_probability", "third_sum", "third_best", "rival_near", "rival_far", "sentences", "rival_sentence_a",
    "rival_sentence_b", "neighbour_sentences", "elsewhere_more", "elsewhere_less",
)  # fmt: skip
"""The names of the features that ``SecondLook.features`` gives, in their order."""

_FAINT = 0.02
"""Pairs less probable than this are no witnesses."""
_LEAST = 1e-3


def logit(p: float) -> float:
    """The log odds of a probability kept within 0.001 and 0.999999."""
    p = min(max(p, _LEAST), 1 - 1e-6)
    return math.log(p / (1 - p))


class SecondLook:
    """Reads the first probabilities of all pairs of a story at once."""

    def __init__(self, material: Material, p: Mapping[Pair, float]) -> None:
        self._p = p
        self._statements = material.statements
        self._rows: dict[int, dict[int, float]] = defaultdict(dict)
        self._best: dict[tuple[int, int], list[float]] = defaultdict(lambda: [0.0, 0.0])
        self._sentences: dict[Pair, float] = defaultdict(float)
        for (i, j), value in p.items():
            a, b = self._statements[i], self._statements[j]
            if value >= _FAINT and a.article != b.article:
                self._rows[i][j] = self._rows[j][i] = value
            _rank(self._best[i, b.article], value)
            _rank(self._best[j, a.article], value)
            pair = (a.sentence, b.sentence)
            if value > self._sentences[pair]:
                self._sentences[pair] = self._sentences[b.sentence, a.sentence] = value
        self._sentence_best: dict[tuple[int, int], list[float]] = defaultdict(lambda: [0.0, 0.0])
        for (one, two), value in self._sentences.items():
            _rank(self._sentence_best[one, material.sentences[two].article], value)
        self._total: dict[int, float] = defaultdict(float)
        for (i, article), found in self._best.items():
            if article != self._statements[i].article:
                self._total[i] += found[0]

    def features(self, pair: Pair) -> list[float]:
        """What the other pairs say of one pair; the order of its two claims does not matter."""
        i, j = pair
        p = self._p[pair]
        a, b = self._statements[i], self._statements[j]
        third, best = self._witnesses(i, j)
        one, two = _rival(self._best[i, b.article], p), _rival(self._best[j, a.article], p)
        sentences = self._sentences[a.sentence, b.sentence]
        rivals = sorted((
            _rival(self._sentence_best[a.sentence, b.article], sentences),
            _rival(self._sentence_best[b.sentence, a.article], sentences),
        ))  # fmt: skip
        around = max(self._sentences.get((a.sentence + s, b.sentence + s), 0.0) for s in (-1, 1))
        elsewhere = sorted((
            self._elsewhere(i, b.article), self._elsewhere(j, a.article),
        ))  # fmt: skip
        return [
            logit(p), p, math.log1p(10 * third), best, logit(max(one, two)), logit(min(one, two)), logit(sentences),
            logit(rivals[1]), logit(rivals[0]), logit(around), math.log1p(elsewhere[1]), math.log1p(elsewhere[0]),
        ]  # fmt: skip

    def _elsewhere(self, i: int, article: int) -> float:
        """How much of a claim's partners stand in other articles than this one and its own."""
        own = self._statements[i].article
        return self._total[i] - (self._best[i, article][0] if article != own else 0.0)

    def _witnesses(self, i: int, j: int) -> tuple[float, float]:
        """Claims of third articles that are near to both: the sum of the products, and the best weaker half."""
        few, many = self._rows.get(i, {}), self._rows.get(j, {})
        if len(few) > len(many):
            few, many = many, few
        total, best = 0.0, 0.0
        for k, x in few.items():
            if k in many:  # then it is of a third article: partners are never of a claim's own
                y = many[k]
                total += x * y
                best = max(best, min(x, y))
        return total, best


def _rank(best: list[float], value: float) -> None:
    """Keeps the two largest values."""
    if value > best[0]:
        best[:] = [value, best[0]]
    elif value > best[1]:
        best[1] = value


def _rival(best: list[float], own: float) -> float:
    """The best value but one's own."""
    return best[1] if own >= best[0] else best[0]
