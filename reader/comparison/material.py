"""A story's claims made ready for comparison: stems, weights within the story, who speaks, what is counted.

Everything is put into an order that depends on the texts alone, so that neither letters nor the order of the input can
decide a tie.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from reader.analysis.reading import Figure, Reading
from reader.comparison import words
from reader.comparison.model import Claim
from reader.document.span import Span


@dataclass(slots=True)
class Sentence:
    """One sentence: its stems in order and as a set of numbers, what it weighs, and what it names."""

    index: int
    article: int
    number: int
    span: Span
    position: float
    tokens: list[str]
    keys: frozenset[int]
    weight: float
    names: frozenset[str]
    statements: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Statement:
    """One claim, ready for comparison; ``sentence`` is the index of its sentence in the material."""

    index: int
    article: int
    sentence: int
    claim: Claim
    keys: frozenset[int]
    pairs: frozenset[tuple[int, int]]
    weight: float
    square: float
    names: frozenset[str]
    figures: tuple[Figure, ...]
    dates: frozenset[str]
    speaker: str
    negated: bool
    quoted: bool


class Material:
    """All sentences and statements of a story, with the story's own weight of every word.

    A word weighs ``log((sentences + 1) / (sentences with it + 0.5))``: what every sentence of the story has says
    nothing about which of them tell the same.
    """

    def __init__(self, readings: Sequence[Reading], claims: Sequence[Claim]) -> None:
        order = sorted(range(len(readings)), key=lambda n: (readings[n].article.digest, n))
        self.readings = [readings[n] for n in order]
        self.where = {r.article.id: n for n, r in enumerate(self.readings)}
        """Article id -> its place in this material."""
        self._words: dict[tuple[int, int], tuple[list[str], list[str]]] = {}
        ordered = sorted(claims, key=lambda c: (self.where[c.article], c.sentence, c.span))
        held: dict[tuple[int, int], list[Claim]] = defaultdict(list)
        for claim in ordered:
            held[self.where[claim.article], claim.sentence].append(claim)
        sentences = {key: self._sentence_words(key, found[0].evidence) for key, found in held.items()}
        self.number = {s: n for n, s in enumerate(sorted({s for _, stems in sentences.values() for s in stems}))}
        keyed = {key: frozenset(self.number[s] for s in stems) for key, (_, stems) in sentences.items()}
        self.weights = story_weights(keyed.values(), len(self.number))
        names = {key: _names(self.readings[key[0]], found[0].evidence) for key, found in held.items()}
        counts = Counter(name for found in names.values() for name in found)
        self.name_weights = {n: math.log((len(names) + 1) / (c + 0.5)) for n, c in counts.items()}
        self.sentences: list[Sentence] = []
        self.statements: list[Statement] = []
        for key, found in held.items():
            self._add(key, found, sentences[key][0], keyed[key], names[key])
        dated = Counter(iso for s in self.statements for iso in s.dates)
        self.date_weights = {d: math.log((len(self.statements) + 1) / (c + 0.5)) for d, c in dated.items()}

    def _sentence_words(self, key: tuple[int, int], span: Span) -> tuple[list[str], list[str]]:
        tokens = words.tokens(self.readings[key[0]].text, span.start, span.end)
        return tokens, [words.meaning(s) for s in words.stems(tokens)]

    def _add(
        self, key: tuple[int, int], claims: list[Claim], tokens: list[str], keys: frozenset[int], names: frozenset[str]
    ) -> None:
        reading = self.readings[key[0]]
        index, count = len(self.sentences), max(1, len(reading.article.sentences))
        weight = sum(self.weights[k] for k in keys) or 1e-9
        span = claims[0].evidence
        sentence = Sentence(index, key[0], key[1], span, key[1] / count, tokens, keys, weight, names)
        self.sentences.append(sentence)
        quotes = [q.words for q in reading.quotes if q.words.overlaps(span)] if reading.quotes else []
        for claim in claims:
            sentence.statements.append(len(self.statements))
            self.statements.append(self._statement(sentence, claim, reading, quotes, len(claims) == 1))

    def _statement(
        self, sentence: Sentence, claim: Claim, reading: Reading, quotes: list[Span], whole: bool
    ) -> Statement:
        tokens = sentence.tokens if whole and claim.span == sentence.span else words.tokens(
            reading.text, claim.span.start, claim.span.end
        )  # fmt: skip
        numbers = [self.number[s] for t in words.stems(tokens) if (s := words.meaning(t)) in self.number]
        keys = frozenset(numbers)
        said = claim.attribution.speaker if claim.attribution else None
        names = sentence.names if whole else _names(reading, claim.span)
        return Statement(
            len(self.statements), sentence.article, sentence.index, claim, keys,
            frozenset(zip(numbers, numbers[1:], strict=False)),
            sum(self.weights[k] for k in keys) or 1e-9, sum(self.weights[k] ** 2 for k in keys) or 1e-9, names,
            tuple(f for f in claim.figures if f.value is not None or f.low is not None or f.high is not None),
            frozenset(d.iso for d in claim.dates if d.iso),
            (said.entity or said.span.of(reading.text).casefold()) if said else "",
            not words.NEGATIONS.isdisjoint(tokens),
            any(2 * q.overlap(claim.span) >= len(claim.span) for q in quotes),
        )  # fmt: skip


def story_weights(sentences: Iterable[frozenset[int]], size: int) -> list[float]:
    """The weight of each key within the story (see ``Material``)."""
    counts = [0] * size
    total = 0
    for keys in sentences:
        total += 1
        for key in keys:
            counts[key] += 1
    return [math.log((total + 1) / (c + 0.5)) for c in counts]


def _names(reading: Reading, span: Span) -> frozenset[str]:
    return frozenset(
        m.entity or m.name.of(reading.text).casefold() for m in reading.entities if span.overlaps(m.span)
    )
