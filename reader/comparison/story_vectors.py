"""Articles as weighted bags of stems, and how near two of them are: what the grouping into stories looks at."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reader.analysis.reading import Reading
from reader.comparison import words
from reader.document.article import Section

FEATURES = ("often", "once", "names", "numbers", "lead")
"""Cosines of: all stems by how often they stand, all stems counted once, capitalised words, numbers, the lead."""

_NAME = re.compile(r"(?<=[^\W\d_,;] )[A-Z][^\W_]{1,40}")
_NUMBER = re.compile(r"\d[\d.,]{0,20}")
_LEAD = 3
_PRIOR = 60.0
"""A word is weighed as if this many articles on other events were there too; keeps weights sane for three articles."""
_ENOUGH = 20_000
"""Characters of an article that are looked at: the event is told in them."""

Vector = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Bags:
    """What one article counts, before it is weighed against others; one bag for each of ``FEATURES``."""

    counts: tuple[Mapping[str, int], ...]


def bags(reading: Reading) -> Bags:
    """The bags of one article; credit lines are left out."""
    article = reading.article
    all_words: Counter[str] = Counter()
    names: Counter[str] = Counter()
    numbers: Counter[str] = Counter()
    lead: Counter[str] = Counter()
    used = 0
    for sentence in article.sentences:
        if sentence.section is Section.CREDIT or sentence.span.start > _ENOUGH:
            continue
        text = sentence.span.of(article.text)[:_ENOUGH]
        found = [words.meaning(s) for s in words.stems(words.tokens(text))]
        all_words.update(found)
        if used < _LEAD:
            lead.update(found)
        used += 1
        for name in _NAME.findall(text):
            names.update(words.meaning(s) for s in words.stems(words.tokens(name)))
        numbers.update(n.rstrip(".,") for n in _NUMBER.findall(text))
    return Bags((all_words, all_words, names, numbers, lead))


class Weighed:
    """Many articles' bags as unit vectors, weighed by how rare each word is among them."""

    def __init__(self, found: Sequence[Bags]) -> None:
        self.size = len(found)
        self.frequency = tuple(_frequency(b.counts[n] for b in found) for n in range(len(FEATURES)))
        self.vectors = [tuple(self._vector(n, b.counts[n]) for n in range(len(FEATURES))) for b in found]

    def _vector(self, kind: int, counts: Mapping[str, int]) -> Vector:
        frequency, often = self.frequency[kind], FEATURES[kind] in ("often", "names")
        vector = {
            w: (1 + math.log(c) if often else 1.0) * self.rarity(frequency[w]) for w, c in sorted(counts.items())
        }
        norm = math.sqrt(sum(x * x for x in vector.values())) or 1.0
        return {w: x / norm for w, x in vector.items()}

    def rarity(self, count: int) -> float:
        """The weight of a word that stands in so many articles."""
        return math.log((self.size + _PRIOR) / (count + 0.5 + _PRIOR * 0.005))

    def features(self, a: int, b: int) -> list[float]:
        """The cosines of two articles, in the order of ``FEATURES``."""
        return [_dot(x, y) for x, y in zip(self.vectors[a], self.vectors[b], strict=True)]

    def candidates(self, few: int, best: int) -> set[tuple[int, int]]:
        """Pairs worth a look, smaller number first: all of them among ``few`` articles, else those that share rare
        words, at most about ``best`` for one article."""
        if self.size <= few:
            return {(i, j) for j in range(self.size) for i in range(j)}
        frequency = self.frequency[1]
        keep = max(_RARE, _WORK // self.size)
        postings: dict[str, list[int]] = defaultdict(list)
        chosen = []
        for n, vectors in enumerate(self.vectors):
            rare = sorted((w for w in vectors[1] if 2 <= frequency[w] <= _COMMON), key=lambda w: (frequency[w], w))
            chosen.append(rare[:keep])
            for word in chosen[-1]:
                postings[word].append(n)
        pairs: set[tuple[int, int]] = set()
        for n, rare in enumerate(chosen):
            shared: dict[int, float] = {}
            for word in rare:
                weight = self.rarity(frequency[word])
                for other in postings[word]:
                    shared[other] = shared.get(other, 0.0) + weight
            shared.pop(n, None)
            nearest = sorted(shared, key=lambda other: (-round(shared[other], 6), other))[:best]
            pairs.update((min(n, other), max(n, other)) for other in nearest)
        return pairs


_COMMON = 150
"""A word in more articles than this does not find candidates."""
_RARE = 40
"""So many of an article's rarest shared words find its candidates at least, more where the articles are few."""
_WORK = 200_000
"""Articles times words that find candidates."""


def _frequency(found: Iterable[Mapping[str, int]]) -> Counter[str]:
    out: Counter[str] = Counter()
    for counts in found:
        out.update(counts.keys())
    return out


def _dot(a: Vector, b: Vector) -> float:
    if len(a) > len(b):
        a, b = b, a
    return sum(x * b[w] for w, x in a.items() if w in b)
