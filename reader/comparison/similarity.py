"""How alike two claims are, in numbers: what the trained weights are applied to.

All evidence is relative to the story: rare words of the story weigh, what every sentence has does not.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter, defaultdict
from itertools import combinations
from operator import mul

from reader.analysis.figures.compare import FIT, Compatibility, compatible
from reader.comparison.figure_rules import alike, telling
from reader.comparison.material import Material, Sentence, Statement
from reader.comparison.words import windows

FEATURES = (
    "cover_more", "cover_less", "cosine", "sentence_jaccard", "sentence_cover_more", "sentence_cover_less",
    "rarest", "shared", "word_pairs", "names", "sentence_names",
    "figure_equal", "figure_fits", "figure_other", "figure_one",
    "date_same", "date_other", "speaker_same", "speaker_other", "negation", "distance", "across_less", "across_more",
    "neighbours", "quoted_one", "quoted_both", "size", "plain_jaccard", "plain_sentence_jaccard", "best", "hub",
    "said_shared", "said_cover", "tiny", "action_same", "action_other", "verbatim", "verbatim_share",
)  # fmt: skip
"""The names of the features of a first look, in the order in which ``Similarity.features`` gives them."""
CLOSER = (
    "run", "only_less", "place_less", "place_more", "known_rarest", "known_shared", "known_cover", "action_weight",
    "documents", "articles", "length",
)  # fmt: skip
"""The names of the features of a closer look, in the order in which ``Similarity.closer`` gives them."""

_WIDE = 400
"""Stories with more sentences than this are searched through their rarer words only."""
_WORK = 120_000
"""The longest list of sentences with one word times the sentences: keeps the work linear for texts of any length."""
_RUN = 4
"""Words in a row that say that one sentence may repeat another."""
_OFTEN, _MOST = 1.5, 12
"""A run that more sentences have than this for each article, or than this in all, is a phrase and no repetition."""
_RUN_WITHIN = 120
"""Runs of shared words are looked for in this many words of a sentence."""


class Similarity:
    """Compares the claims of one story.

    ``near`` holds, for every sentence, the sentences that share a word with it, and the weighted Jaccard index of both.
    ``verbatim`` are the pairs of sentences of different articles that share a run of words, light ones too, which few
    sentences have.
    """

    def __init__(self, material: Material) -> None:
        self.material = material
        self.near: list[dict[int, float]] = [{} for _ in material.sentences]
        self._weigh()
        self.verbatim = _verbatim(material)
        self._best: list[dict[int, float]] = []
        self._hub: list[float] = []
        self._documents = _Documents(material)
        self._runs: dict[tuple[int, int], int] = {}
        self._threes = [frozenset(windows(s.tokens, 3)) for s in material.sentences]
        self._lengths = [math.log(max(1, len(r.article.sentences))) for r in material.readings]
        self._articles = math.log(max(1, len(material.readings)))
        count = max(1, len(material.sentences))
        for sentence, found in zip(material.sentences, self.near, strict=True):
            best: dict[int, float] = {}
            for other, value in found.items():
                article = material.sentences[other].article
                if value > best.get(article, 0.0):
                    best[article] = value
            self._best.append(best)
            away = sum(v for other, v in found.items() if material.sentences[other].article != sentence.article)
            self._hub.append(away / count)

    def _weigh(self) -> None:
        """Fills ``near`` through an inverted index."""
        sentences, weights = self.material.sentences, self.material.weights
        postings: dict[int, list[int]] = defaultdict(list)
        for s in sentences:
            for key in s.keys:
                postings[key].append(s.index)
        if len(sentences) > _WIDE:
            limit = max(8, min(len(sentences) // 12, _WORK // len(sentences)))
            postings = defaultdict(list, {k: p for k, p in postings.items() if len(p) <= limit})
        for s in sentences:
            beyond = s.index + 1
            shared: dict[int, float] = {}
            for key in s.keys:
                found = postings[key]
                if len(found) > 1:
                    weight = weights[key]
                    for other in found[bisect_left(found, beyond) :]:
                        shared[other] = shared.get(other, 0.0) + weight
            mine, own = self.near[s.index], s.weight
            for other, weight in shared.items():
                value = weight / (own + sentences[other].weight - weight)
                mine[other] = value
                self.near[other][s.index] = value

    def features(self, a: Statement, b: Statement, context: tuple[float, ...]) -> list[float]:
        """The features of two claims of different sentences; ``context`` is what ``between`` gives."""
        weight_of, name_weights = self.material.weights.__getitem__, self.material.name_weights
        common = a.keys & b.keys
        found = list(map(weight_of, common))
        weight, less, more = sum(found), a.weight, b.weight
        if less > more:
            less, more = more, less
        acting, doing = bool(a.actions) and bool(b.actions), bool(a.actions & b.actions)
        said = self.material.said(a, b)
        said_weight = sum(map(weight_of, said))
        equal, fits, other, one = _figures(a, b)
        dates = a.dates & b.dates
        across = self._across(a, b)
        speakers = bool(a.speaker) and bool(b.speaker)
        union = len(a.keys) + len(b.keys) - len(common)
        verbatim = len(a.runs & b.runs)
        (jaccard, cover_more, cover_less, names, distance, neighbours, plain, best, hub) = context
        return [
            weight / less, weight / more, sum(map(mul, found, found)) / math.sqrt(a.square * b.square),
            jaccard, cover_more, cover_less, max(found, default=0.0), math.log1p(len(common)),
            math.log1p(len(a.pairs & b.pairs)),
            sum(map(name_weights.__getitem__, a.names & b.names)), names,
            equal, fits, other, one, max(map(self.material.date_weights.__getitem__, dates), default=0.0),
            float(bool(a.dates and b.dates and not dates)), float(speakers and a.speaker == b.speaker),
            float(speakers and a.speaker != b.speaker), float(a.negated != b.negated), distance,
            min(across), max(across), neighbours, float(a.quoted != b.quoted), float(a.quoted and b.quoted),
            math.log1p(min(len(a.keys), len(b.keys))), len(common) / union if union else 0.0, plain, best, hub,
            math.log1p(len(said)), said_weight / less, float(min(len(a.keys), len(b.keys)) < 3),
            float(acting and doing), float(acting and not doing),
            math.log1p(verbatim), verbatim / (3 + min(len(a.runs), len(b.runs))),
        ]  # fmt: skip

    def closer(self, a: Statement, b: Statement) -> list[float]:
        """What takes longer to find out of two claims, or tells only once it is known that they are near."""
        material = self.material
        one, two = material.sentences[a.sentence], material.sentences[b.sentence]
        weight_of = material.weights.__getitem__
        found = list(map(material.known.__getitem__, a.keys & b.keys))
        run = self._run(one, two)
        alone = (
            max(map(weight_of, a.keys - two.keys), default=0.0), max(map(weight_of, b.keys - one.keys), default=0.0),
        )  # fmt: skip
        less, more = sorted((one.number, two.number))
        return [
            math.log1p(max(0, run - 2)), min(alone), math.log1p(less), math.log1p(more),
            max(found, default=0.0), math.log1p(sum(found)), sum(found) / min(a.known, b.known),
            max(map(weight_of, a.actions & b.actions), default=0.0),
            self._documents.near(a.article, b.article), self._articles,
            (self._lengths[a.article] + self._lengths[b.article]) / 2,
        ]  # fmt: skip

    def _run(self, a: Sentence, b: Sentence) -> int:
        """The longest run of words that two sentences share, looked for once; 0 where no three words are shared."""
        pair = (a.index, b.index)
        if pair not in self._runs:
            near = not self._threes[a.index].isdisjoint(self._threes[b.index])
            self._runs[pair] = longest_run(a.tokens[:_RUN_WITHIN], b.tokens[:_RUN_WITHIN]) if near else 0
        return self._runs[pair]

    def _across(self, a: Statement, b: Statement) -> tuple[float, float]:
        """How much of each claim the other's whole sentence covers."""
        weight_of, sentences = self.material.weights.__getitem__, self.material.sentences
        one = sum(map(weight_of, a.keys & sentences[b.sentence].keys)) / a.weight
        two = sum(map(weight_of, b.keys & sentences[a.sentence].keys)) / b.weight
        return one, two

    def between(self, a: Sentence, b: Sentence) -> tuple[float, ...]:
        """What two sentences have in common, for the claims in them."""
        jaccard = self.near[a.index].get(b.index, 0.0)
        common = a.keys & b.keys
        weight = sum(map(self.material.weights.__getitem__, common))
        names = sum(map(self.material.name_weights.__getitem__, a.names & b.names))
        around = 0.0
        for step in (-1, 1):
            i, j = a.index + step, b.index + step
            if 0 <= i < len(self.near) and 0 <= j < len(self.near):
                around += self.near[i].get(j, 0.0)
        to, back = self._best[a.index].get(b.article, 0.0), self._best[b.index].get(a.article, 0.0)
        best = min(jaccard / to, jaccard / back) if to and back else 0.0
        union = len(a.keys) + len(b.keys) - len(common)
        return (
            jaccard, weight / min(a.weight, b.weight), weight / max(a.weight, b.weight), names,
            abs(a.position - b.position), around, len(common) / union if union else 0.0, best,
            math.log(1e-3 + self._hub[a.index] + self._hub[b.index]),
        )  # fmt: skip


class _Documents:
    """How much two articles have in common: the weighted Jaccard index of their words, rare ones of the story first."""

    def __init__(self, material: Material) -> None:
        self._held = [set[int]() for _ in material.readings]
        for sentence in material.sentences:
            self._held[sentence.article] |= sentence.keys
        counts = Counter(key for keys in self._held for key in keys)
        self._weights = {key: math.log((len(self._held) + 1) / (n + 0.5)) for key, n in counts.items()}
        self._totals = [sum(self._weights[k] for k in keys) for keys in self._held]
        self._near: dict[tuple[int, int], float] = {}

    def near(self, i: int, j: int) -> float:
        """The index of two articles, counted once they are asked for."""
        pair = (i, j) if i < j else (j, i)
        value = self._near.get(pair)
        if value is None:
            common = sum(self._weights[k] for k in self._held[i] & self._held[j])
            value = self._near[pair] = common / max(1e-9, self._totals[i] + self._totals[j] - common)
        return value


def _figures(a: Statement, b: Statement) -> tuple[float, float, float, float]:
    """Do two claims give the same telling figure, figures that fit, only others, or does just one give any?"""
    if not a.figures or not b.figures:
        return 0.0, 0.0, 0.0, float(bool(a.figures) != bool(b.figures))
    fits = False
    for f in a.figures:
        for g in b.figures:
            if alike(f, g):
                how = compatible(f.figure, g.figure)
                if how is Compatibility.EQUAL and telling(f.figure):
                    return 1.0, 0.0, 0.0, 0.0
                fits = fits or how in FIT
    return 0.0, float(fits), float(not fits), 0.0


def _verbatim(material: Material) -> set[tuple[int, int]]:
    """What ``Similarity.verbatim`` holds, through an inverted index of runs."""
    sentences = material.sentences
    postings: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for s in sentences:
        for run in set(windows(s.tokens[:_RUN_WITHIN], _RUN)):
            postings[run].append(s.index)
    most = min(_OFTEN * len(material.readings), _MOST)
    return {
        (i, j)
        for found in postings.values() if 1 < len(found) <= most
        for i, j in combinations(found, 2) if sentences[i].article != sentences[j].article
    }  # fmt: skip


def longest_run(a: list[str], b: list[str]) -> int:
    """The length of the longest run of tokens that two sentences share."""
    places: dict[str, list[int]] = defaultdict(list)
    for n, word in enumerate(b):
        places[word].append(n)
    best = 0
    before: dict[int, int] = {}
    for word in a:
        now: dict[int, int] = {}
        for n in places.get(word, ()):
            length = before.get(n - 1, 0) + 1
            now[n] = length
            best = max(best, length)
        before = now
    return best
