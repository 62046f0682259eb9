"""Which pairs of claims are worth a look, and how probable it is that each pair tells the same fact."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import product

from reader.comparison.second_look import SecondLook
from reader.comparison.similarity import Similarity
from reader.comparison.weights import Model

Pair = tuple[int, int]

NEAREST = 8
"""Sentences of each other source that a sentence is compared with, nearest first, in a story of few sources."""
FAINT = 0.07
"""Pairs less probable than this at first look get no second."""
LEAST = 0.024
"""Claims are looked at if the weight of what they share, times how near their sentences are, is this at least, ..."""
REPEATED = 3
"""... or if they share so many pairs of neighbours and their sentences a run ("should never have been made")."""
AT_MOST = 120
"""Sentences that one sentence is compared with in all."""


def sentence_pairs(similarity: Similarity, wanted: int = 0) -> list[Pair]:
    """Pairs of sentences that are near enough to be compared claim by claim, or share a run of words of any kind.

    ``wanted`` is how many a sentence needs in each other source at least, where that many share a word with it.
    """
    sentences = similarity.material.sentences
    count = len({s.article for s in sentences})
    keep = max(1, wanted, min(NEAREST, AT_MOST // max(1, count)))
    pairs = set(similarity.verbatim)
    for index, near in enumerate(similarity.near):
        by_article: dict[int, list[int]] = defaultdict(list)
        for other in near:
            by_article[sentences[other].article].append(other)
        for found in by_article.values():
            best = found if len(found) <= keep else _best(found, near, keep)
            pairs.update([(index, n) if index < n else (n, index) for n in best])
    return sorted(pairs)


def _best(found: Sequence[int], near: Mapping[int, float], count: int) -> list[int]:
    """The nearest of some sentences, ties by number."""
    return [n for _, n in sorted([(-round(near[n], 9), n) for n in found])[:count]]


def rows(similarity: Similarity, pairs: Sequence[Pair]) -> tuple[list[Pair], list[list[float]], dict[Pair, float]]:
    """Pairs of claims in some pairs of sentences with the features of each; and the pairs that share too little to be
    looked at, with a faint probability that keeps them in the order of their sentences' nearness."""
    material = similarity.material
    statements, weight_of = material.statements, material.weights.__getitem__
    out: list[Pair] = []
    features: list[list[float]] = []
    faint: dict[Pair, float] = {}
    for i, j in pairs:
        one, two = material.sentences[i], material.sentences[j]
        near, repeats = similarity.near[i].get(j, 0.0), (i, j) in similarity.verbatim
        shared_at_most = near * (one.weight + two.weight) / (1 + near)
        if near * shared_at_most < LEAST and not repeats:
            faint.update(dict.fromkeys(product(one.statements, two.statements), FAINT / 2 * near))
            continue
        context: tuple[float, ...] | None = None
        for x in one.statements:
            a = statements[x]
            for y in two.statements:
                b = statements[y]
                shared = a.keys & b.keys
                few = near * sum(map(weight_of, shared)) < LEAST
                if few and not (repeats and len(a.runs & b.runs) >= REPEATED):
                    faint[x, y] = FAINT / 2 * near
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
