"""A story's claims made ready for comparison: stems, weights within the story, who speaks, what is counted.

Everything is put into an order that depends on the texts alone, so that neither letters nor the order of the input can
decide a tie.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from reader.analysis.entities.gazetteer import word_list
from reader.analysis.reading import EntityType, Figure, Reading
from reader.comparison import clauses, fates, words
from reader.comparison.marks import Near
from reader.comparison.model import Claim
from reader.comparison.stories import background
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


@dataclass(frozen=True, slots=True)
class Count:
    """A figure with a value; the meanings of the words that say what is counted; what happened to them (``fates``)."""

    figure: Figure
    counted: frozenset[str]
    fate: str = ""


@dataclass(slots=True)
class Statement:
    """One claim, ready for comparison; ``sentence`` is the index of its sentence in the material.

    ``pairs`` are its neighbouring words of content, ``runs`` its neighbouring words of any kind. ``weight`` and
    ``square`` are the sums of its words' weights in the story and of their squares, ``known`` the sum of how rare they
    are in news of any kind. ``quoting`` are the neighbouring words of what it has in quotation marks.
    """

    index: int
    article: int
    sentence: int
    claim: Claim
    keys: frozenset[int]
    naming: frozenset[int]
    actions: frozenset[int]
    pairs: frozenset[tuple[int, int]]
    runs: frozenset[tuple[str, str]]
    weight: float
    square: float
    known: float
    names: frozenset[str]
    figures: tuple[Count, ...]
    dates: frozenset[str]
    speaker: str
    negated: bool
    quoted: bool
    quoting: frozenset[tuple[str, str]]


class Material:
    """All sentences and statements of a story, with the story's own weight of every word.

    A word weighs by ``rarity``: what every sentence of the story has says nothing about which of them tell the same.
    """

    def __init__(self, readings: Sequence[Reading], claims: Sequence[Claim]) -> None:
        order = sorted(range(len(readings)), key=lambda n: (readings[n].article.digest, n))
        self.readings = [readings[n] for n in order]
        self.where = {r.article.id: n for n, r in enumerate(self.readings)}
        """Article id -> its place in this material."""
        ordered = sorted(claims, key=lambda c: (self.where[c.article], c.sentence, c.span))
        held: dict[tuple[int, int], list[Claim]] = defaultdict(list)
        for claim in ordered:
            held[self.where[claim.article], claim.sentence].append(claim)
        self._mentions = [Near(r.entities, lambda m: m.span) for r in self.readings]
        self._quotes = [Near(r.quotes, lambda q: q.words) for r in self.readings]
        sentences = {key: self._words(key[0], found[0].evidence) for key, found in held.items()}
        self.number = {s: n for n, s in enumerate(sorted({s for _, stems, _ in sentences.values() for s in stems}))}
        keyed = {key: frozenset(self.number[s] for s in stems) for key, (_, stems, _) in sentences.items()}
        self.weights = story_weights(keyed.values(), len(self.number))
        self.known = _known(self.number)
        """How rare the word of each key is in news of any kind, 0..1."""
        names = {key: self._names(key[0], found[0].evidence) for key, found in held.items()}
        counts = Counter(name for found in names.values() for name in found)
        self.roles = frozenset(self.number[r] for r in _roles() if r in self.number)
        """Words of offices, which name persons where they stand beside them."""
        self.name_weights = {n: rarity(c, len(names)) for n, c in counts.items()}
        self.sentences: list[Sentence] = []
        self.statements: list[Statement] = []
        for key, found in held.items():
            self._add(key, found, sentences[key][0], keyed[key], names[key])
        dated = Counter(iso for s in self.statements for iso in s.dates)
        self.date_weights = {d: rarity(c, len(self.statements)) for d, c in dated.items()}

    def _words(self, article: int, span: Span) -> tuple[list[str], list[str], set[str]]:
        """The tokens of a span, the meanings of those that carry content, and which of these only name a person."""
        text, tokens, found, at = self.readings[article].text, list[str](), list[str](), span.start
        naming: set[str] = set()
        for mention in self._mentions[article].overlapping(span):
            if mention.type is not EntityType.PERSON or mention.pronoun:
                continue
            start, end = max(at, mention.span.start), min(span.end, mention.span.end)
            if start >= end:
                continue
            between, name = words.tokens(text, at, start), words.tokens(text, start, end)
            tokens += between + name
            found += [words.meaning(s) for s in words.stems(between)]
            named = [words.meaning(s) for s in words.stems(name)]
            naming.update(named)
            found += named
            at = end
        rest = words.tokens(text, at, span.end)
        return tokens + rest, found + [words.meaning(s) for s in words.stems(rest)], naming

    def _names(self, article: int, span: Span) -> frozenset[str]:
        text = self.readings[article].text
        return frozenset(m.entity or m.name.of(text).casefold() for m in self._mentions[article].overlapping(span))

    def _add(
        self, key: tuple[int, int], claims: list[Claim], tokens: list[str], keys: frozenset[int], names: frozenset[str]
    ) -> None:
        reading = self.readings[key[0]]
        index, count = len(self.sentences), max(1, len(reading.article.sentences))
        weight = sum(self.weights[k] for k in keys) or 1e-9
        span = claims[0].evidence
        sentence = Sentence(index, key[0], key[1], span, key[1] / count, tokens, keys, weight, names)
        self.sentences.append(sentence)
        quotes = [q.words for q in self._quotes[key[0]].overlapping(span)]
        for claim in claims:
            sentence.statements.append(len(self.statements))
            self.statements.append(self._statement(sentence, claim, reading, quotes, len(claims) == 1))

    def said(self, a: Statement, b: Statement) -> frozenset[int]:
        """The words that two claims share but for names of persons, and for offices where they share a person."""
        common = (a.keys & b.keys) - a.naming - b.naming
        return common if a.naming.isdisjoint(b.naming) else common - self.roles

    def _action_keys(self, tokens: list[str]) -> Iterable[int]:
        for stemmed in words.stems(clauses.actions(tokens)):
            key = self.number.get(words.meaning(stemmed))
            if key is not None:
                yield key

    def _statement(
        self, sentence: Sentence, claim: Claim, reading: Reading, quotes: list[Span], whole: bool
    ) -> Statement:
        tokens, found, naming = self._words(sentence.article, claim.span)
        numbers = [self.number[f] for f in found if f in self.number]
        keys = frozenset(numbers)
        said = claim.attribution.speaker if claim.attribution else None
        names = sentence.names if whole else self._names(sentence.article, claim.span)
        return Statement(
            len(self.statements), sentence.article, sentence.index, claim, keys,
            frozenset(self.number[f] for f in naming if f in self.number),
            frozenset(self._action_keys(tokens)),
            frozenset(pairwise(numbers)), frozenset(pairwise(tokens)),
            sum(self.weights[k] for k in keys) or 1e-9, sum(self.weights[k] ** 2 for k in keys) or 1e-9,
            sum(self.known[k] for k in keys) or 1.0, names,
            _counts(claim, reading.text),
            frozenset(d.iso for d in claim.dates if d.iso),
            (said.entity or said.span.of(reading.text).casefold()) if said else "",
            not words.NEGATIONS.isdisjoint(tokens),
            any(2 * q.overlap(claim.span) >= len(claim.span) for q in quotes),
            frozenset(run for q in quotes for run in _runs(reading.text, q, claim.span)),
        )  # fmt: skip


def _runs(text: str, quote: Span, claim: Span) -> Iterable[tuple[str, str]]:
    """The neighbouring words of the part of a quotation that stands in a claim."""
    start, end = max(quote.start, claim.start), min(quote.end, claim.end)
    return pairwise(words.tokens(text, start, end)) if start < end else ()


def _known(numbers: Mapping[str, int]) -> list[float]:
    """How much each key tells in articles of any kind, from the sample that ``stories`` weighs words by."""
    listed, unknown = background.weights()
    out = [1.0] * len(numbers)
    for word, number in numbers.items():
        out[number] = listed.get(word.removeprefix("="), unknown) / unknown
    return out


@cache
def _roles() -> frozenset[str]:
    """The meanings of words that are said of a person's office ("deputy", "foreign", "minister")."""
    listed = (*word_list("role_heads"), *word_list("role_words"), *word_list("honorifics"))
    return frozenset(words.meaning(s) for s in words.stems([w.lower() for w in listed]))


def story_weights(sentences: Iterable[frozenset[int]], size: int) -> list[float]:
    """The weight of each key within the story (see ``Material``)."""
    counts = [0] * size
    total = 0
    for keys in sentences:
        total += 1
        for key in keys:
            counts[key] += 1
    return [rarity(c, total) for c in counts]


def rarity(count: int, total: int) -> float:
    """``log((total + 1) / (count + 0.5))`` over its largest value, 0..1: alike in stories of all sizes."""
    return math.log((total + 1) / (count + 0.5)) / math.log((total + 1) / 1.5) if total > 1 else 1.0


def _counts(claim: Claim, text: str) -> tuple[Count, ...]:
    """The claim's figures that have a value or a bound."""
    out = []
    for figure in claim.figures:
        if figure.value is None and figure.low is None and figure.high is None:
            continue
        counted = words.stems(words.tokens(text, figure.counted.start, figure.counted.end)) if figure.counted else []
        fate = "" if figure.unit else fates.of(text, figure, claim.span)
        out.append(Count(figure, frozenset(words.meaning(s) for s in counted), fate))
    return tuple(out)
