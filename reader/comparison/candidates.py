"""Which pairs of claims are worth a look, and how probable it is that each pair tells the same fact."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from reader.comparison.second_look import SecondLook
from reader.comparison.similarity import Similarity
from reader.comparison.weights import Model

Pair = tuple[int, int]

NEAREST = 5
"""Sentences of each other source that a sentence is compared with, nearest first, in a story of few sources."""
FAINT = 0.07
"""Pairs less probable than this at first look get no second."""
LEAST = 0.12
"""Claims that share less than this part of the lighter one's weight are not looked at."""
AT_MOST = 120
"""Sentences that one sentence is compared with in all."""


def sentence_pairs(similarity: Similarity, wanted: int = 0) -> list[Pair]:
    """Pairs of sentences of different articles that are near enough to be compared claim by claim.

    ``wanted`` is how many a sentence needs in each other source at least, where that many share a word with it.
    """
    sentences = similarity.material.sentences
    count = len({s.article for s in sentences})
    keep = max(1, wanted, min(NEAREST, AT_MOST // max(1, count)))
    pairs: set[Pair] = set()
    for index, near in enumerate(similarity.near):
        by_article: dict[int, list[tuple[float, int]]] = defaultdict(list)
        for other, value in near.items():
            by_article[sentences[other].article].append((-round(value, 9), other))
        for found in by_article.values():
            found.sort()
            pairs.update((min(index, other), max(index, other)) for _, other in found[:keep])
    return sorted(pairs)


def rows(similarity: Similarity, pairs: Sequence[Pair]) -> tuple[list[Pair], list[list[float]], dict[Pair, float]]:
    """Pairs of claims in some pairs of sentences with the features of each; and the pairs that share too little to be
    looked at, with a faint probability that keeps them in the order of their sentences' nearness."""
    material = similarity.material
    statements, weights = material.statements, material.weights
    out: list[Pair] = []
    features: list[list[float]] = []
    faint: dict[Pair, float] = {}
    for i, j in pairs:
        one, two = material.sentences[i], material.sentences[j]
        context: tuple[float, ...] | None = None
        for x in one.statements:
            a = statements[x]
            for y in two.statements:
                b = statements[y]
                shared = a.keys & b.keys
                if not shared or sum([weights[k] for k in shared]) < LEAST * min(a.weight, b.weight):
                    faint[x, y] = FAINT / 2 * similarity.near[i][j]
                    continue
                context = context or similarity.between(one, two)
                out.append((x, y))
                features.append(similarity.features(a, b, context))
    return out, features, faint


def probabilities(similarity: Similarity, pairs: Sequence[Pair], models: Mapping[str, Model]) -> dict[Pair, float]:
    """The probability of each pair of claims in some pairs of sentences: a first look at each, then one at all."""
    found, features, out = rows(similarity, pairs)
    first = {pair: models["first"](row) for pair, row in zip(found, features, strict=True)}
    look = SecondLook(similarity.material, first)
    second = models["second"]
    for (pair, p), row in zip(first.items(), features, strict=True):
        out[pair] = second(closer(similarity, look, pair, row)) if p >= FAINT else p
    return out


def closer(similarity: Similarity, look: SecondLook, pair: Pair, row: Sequence[float]) -> list[float]:
    """The features of a second look at a pair: those of the first, of a closer look, and of all other pairs."""
    a, b = (similarity.material.statements[n] for n in pair)
    return [*row, *similarity.closer(a, b), *look.features(pair)]
