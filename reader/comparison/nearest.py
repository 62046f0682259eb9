"""For every sentence, the passages of each other source that are nearest to it, the same fact or not."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence

from reader.comparison.material import Material, Sentence
from reader.comparison.model import Nearest, Passage

Pair = tuple[int, int]


def nearest(
    material: Material, pairs: Sequence[Pair], p: Mapping[Pair, float], count: int
) -> tuple[Nearest, ...]:
    """The ``count`` nearest passages of each other source, best first, for every sentence of every article.

    A passage is as probable as the best pair of claims in the two sentences. A sentence without a claim (a question, a
    credit line) has the passages of the one after it, or else before it; a source that shares no word with a sentence
    gives the passage at the same place of the text, with probability 0.
    """
    found: list[dict[int, list[tuple[float, int]]]] = [defaultdict(list) for _ in material.sentences]
    for i, j in pairs:
        a, b = material.sentences[i], material.sentences[j]
        if a.article != b.article:
            best = round(max(p[x, y] for x in a.statements for y in b.statements), 4)
            found[i][b.article].append((-best, j))
            found[j][a.article].append((-best, i))
    by_article: list[list[Sentence]] = [[] for _ in material.readings]
    for sentence in material.sentences:
        by_article[sentence.article].append(sentence)
    out = []
    for place, reading in enumerate(material.readings):
        own = by_article[place]
        numbers = [s.number for s in own]
        passages = [_passages(material, s, found[s.index], by_article, count) for s in own]
        for number, printed in enumerate(reading.article.sentences):
            at = min(bisect_left(numbers, number), len(own) - 1)
            out.append(Nearest(reading.article.id, printed.span, passages[at] if own else {}))
    return tuple(out)


def _passages(
    material: Material,
    sentence: Sentence,
    found: Mapping[int, Sequence[tuple[float, int]]],
    by_article: Sequence[Sequence[Sentence]],
    count: int,
) -> dict[str, tuple[Passage, ...]]:
    """The passages for one sentence by article id, articles in the order of their ids."""
    out: dict[str, tuple[Passage, ...]] = {}
    for place, reading in enumerate(material.readings):
        if place == sentence.article or not by_article[place]:
            continue
        ranked = sorted(found.get(place, ()))[:count]
        if not ranked:
            same_place = min(by_article[place], key=lambda s: (abs(s.position - sentence.position), s.index))
            ranked = [(-0.0, same_place.index)]
        out[reading.article.id] = tuple(
            Passage(reading.article.id, material.sentences[n].span, abs(value)) for value, n in ranked
        )
    return dict(sorted(out.items()))
