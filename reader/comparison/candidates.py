"""Which pairs of claims are worth a look, and how probable it is that each pair tells the same fact."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from reader.comparison.second_look import SecondLook
from reader.comparison.similarity import Similarity
from reader.comparison.weights import Logistic

Pair = tuple[int, int]

NEAREST = 5
"""Sentences of each other source that a sentence is compared with, nearest first, in a story of few sources."""
FAINT = 0.003
"""Pairs less probable than this at first look get no second."""
AT_MOST = 60
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


def rows(similarity: Similarity, pairs: list[Pair]) -> tuple[list[Pair], list[list[float]]]:
    """Pairs of claims in some pairs of sentences, and the features of each."""
    material = similarity.material
    out: list[Pair] = []
    features: list[list[float]] = []
    for i, j in pairs:
        a, b = material.sentences[i], material.sentences[j]
        context = similarity.between(a, b)
        for x in a.statements:
            for y in b.statements:
                out.append((x, y))
                features.append(similarity.features(material.statements[x], material.statements[y], context))
    return out, features


def probabilities(similarity: Similarity, pairs: list[Pair], models: Mapping[str, Logistic]) -> dict[Pair, float]:
    """The probability of each pair of claims in some pairs of sentences: a first look at each, then one at all."""
    found, features = rows(similarity, pairs)
    first = {pair: models["first"](row) for pair, row in zip(found, features, strict=True)}
    look = SecondLook(similarity.material, first)
    second = models["second"]
    return {
        pair: second([*row, *look.features(pair)]) if first[pair] >= FAINT else first[pair]
        for pair, row in zip(found, features, strict=True)
    }
