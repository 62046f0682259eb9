"""Makes the weights of the grouping into stories: ``python -m reader.training stories --data DIR [--out FILE]``.

DIR holds ``align/ecb_dev_docs.jsonl`` (ECB+, Cybulska and Vossen, "Using a sledgehammer to crack a nut?", LREC 2014):
articles of 33 topics, each with two look-alike events. A logistic regression learns from pairs of articles, whole and
cut after a few sentences, so that short texts are known too. What is printed is measured on topics that were not learnt
from: B-cubed over all articles at once, for a grid of limits. Two minutes on one core; needs numpy.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, product
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

import reader.comparison
from reader.analysis.chain import read
from reader.comparison.stories.evidence import FEATURES, features
from reader.comparison.stories.index import Index
from reader.comparison.stories.model import Model
from reader.comparison.stories.profile import Profile, Weighed, profile, weigh
from reader.comparison.weights import Logistic
from reader.document.article import RawDocument
from reader.document.metadata import article_of

Array = NDArray[np.float64]

FOLDS = 8
LEAST, JOINED, RATIO = 0.05, 0.25, 0.7
"""What is shipped: in the middle of a wide plain of equal scores, not at its highest point."""
GRID_JOINED, GRID_RATIO = (0.15, 0.2, 0.25, 0.3, 0.4), (0.0, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8)
SPREAD = 3.0
"""Strength of the ridge, in pairs."""
NEAR = 0.05
"""Pairs of whole articles whose cosine is smaller teach nothing."""


@dataclass(frozen=True, slots=True)
class Example:
    """An article, whole and cut short, with its topic and story."""

    topic: str
    story: str
    whole: Profile
    short: Profile


def examples(path: Path) -> list[Example]:
    """The articles of a file, in the order of their texts."""
    out = []
    for n, line in enumerate(path.read_text("utf-8").splitlines()):
        row = json.loads(line)
        text = "\n".join(s["text"] for s in row["sents"])
        reading = read(article_of(RawDocument(text, "-", id=row["doc"]), str(n)))
        sentences = reading.article.sentences
        keep = random.Random(text).randint(1, 5)
        end = sentences[min(keep, len(sentences)) - 1].span.end if sentences else 0
        out.append(Example(str(row["topic"]), str(row["story"]), profile(reading), profile(reading, end)))
    return sorted(out, key=lambda e: e.whole.digest)


@dataclass(frozen=True, slots=True)
class Pairs:
    """Rows of features, whether each is one event, and the topics of both sides."""

    rows: Array
    right: Array
    topics: list[tuple[str, str]]

    def without(self, topics: set[str]) -> tuple[Array, Array]:
        """Rows and answers of the pairs that touch none of these topics."""
        keep = np.array([a not in topics and b not in topics for a, b in self.topics])
        return self.rows[keep], self.right[keep]


def pairs(data: Sequence[Example]) -> Pairs:
    """Pairs of whole articles, of short ones, and of one and the other."""
    whole, short = [weigh(e.whole) for e in data], [weigh(e.short) for e in data]
    rows, right, topics = [], [], []
    for i, j in combinations(range(len(data)), 2):
        if _cosine(whole[i], whole[j]) < NEAR:
            continue
        mixed = (short[i], whole[j]) if (i + j) % 2 else (whole[i], short[j])
        for a, b in ((whole[i], whole[j]), (short[i], short[j]), mixed):
            rows.append(features(a, b))
            right.append(float(data[i].story == data[j].story))
            topics.append((data[i].topic, data[j].topic))
    return Pairs(np.array(rows), np.array(right), topics)


def _cosine(a: Weighed, b: Weighed) -> float:
    return sum(x * b.all[s] for s, x in a.all.items() if s in b.all)


def learn(rows: Array, right: Array) -> Logistic:
    """Logistic regression by Newton's method, with a ridge on weights of features of equal spread."""
    mean, spread = rows.mean(0), rows.std(0) + 1e-9
    x = np.hstack([(rows - mean) / spread, np.ones((len(rows), 1))])
    ridge = np.diag([SPREAD] * rows.shape[1] + [0.0])
    w = np.zeros(x.shape[1])
    for _ in range(12):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        slope = x.T @ (right - p) - ridge @ w
        w += np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + ridge, slope)
    plain = w[:-1] / spread
    return Logistic(FEATURES, tuple(float(v) for v in plain), float(w[-1] - plain @ mean))


def bcubed(found: Sequence[Sequence[int]], data: Sequence[Example]) -> tuple[float, float, float]:
    """Precision, recall and F1 of a grouping (Bagga and Baldwin, "Entity-based cross-document coreferencing", 1998)."""
    sizes = Counter(e.story for e in data)
    precision = recall = 0.0
    for members in found:
        for story, n in Counter(data[m].story for m in members).items():
            precision += n * n / len(members)
            recall += n * n / sizes[story]
    p, r = precision / len(data), recall / len(data)
    return p, r, 2 * p * r / (p + r)


class Held:
    """Groups articles with probabilities from models that did not learn from the articles' topics."""

    def __init__(self, data: Sequence[Example], all_pairs: Pairs, seed: int) -> None:
        self.data = data
        topics = sorted({e.topic for e in data})
        random.Random(seed).shuffle(topics)
        self.fold = {t: n % FOLDS for n, t in enumerate(topics)}
        self._models = [
            learn(*all_pairs.without({t for t, n in self.fold.items() if n == fold})) for fold in range(FOLDS)
        ]
        self._topic = {e.whole.digest: e.topic for e in data}
        self._linked = self._link()

    def _link(self) -> Index:
        held = self

        class HeldOut(Index):
            def _probability(self, i: int, j: int) -> float:
                a, b = sorted((self.weighed(i), self.weighed(j)), key=lambda w: w.profile.digest)
                row = features(a, b)
                folds = {held.fold[held._topic[w.profile.digest]] for w in (a, b)}
                return round(sum(held._models[f](row) for f in folds) / len(folds), 6)

        index = HeldOut(Model(self._models[0], LEAST, JOINED, RATIO))
        for example in self.data:
            index.add(example.whole)
        return index

    def groups(self, joined: float, ratio: float) -> list[list[int]]:
        """The groups at these limits."""
        return self._linked.regrouped(joined, ratio)


def measure(data: Sequence[Example], all_pairs: Pairs, seeds: Sequence[int] = (0, 1, 2)) -> dict[str, Any]:
    """B-cubed on topics not learnt from, at the shipped limits and over the grid, means of several ways to fold."""
    table: dict[tuple[float, float], list[tuple[float, float, float]]] = defaultdict(list)
    chosen = []
    for seed in seeds:
        held = Held(data, all_pairs, seed)
        for limits in product(GRID_JOINED, GRID_RATIO):
            table[limits].append(bcubed(held.groups(*limits), data))
        chosen.append(_nested(held))
    for ratio in GRID_RATIO:
        cells = (f"{np.mean([s[2] for s in table[joined, ratio]]):.3f}" for joined in GRID_JOINED)
        print(f"ratio {ratio:.2f}:", *cells)
    at = np.mean(table[JOINED, RATIO], axis=0)
    return {
        "bcubed_precision": round(float(at[0]), 3), "bcubed_recall": round(float(at[1]), 3),
        "bcubed_f1": round(float(at[2]), 3),
        "bcubed_f1_limits_chosen_on_other_topics": round(float(np.mean(chosen)), 3),
    }  # fmt: skip


def _nested(held: Held) -> float:
    """Mean B-cubed F1 of folds, each at the limits that are best on the other folds."""
    scores: list[dict[tuple[float, float], tuple[float, int]]] = []
    for fold in range(FOLDS):
        mine = [n for n, e in enumerate(held.data) if held.fold[e.topic] == fold]
        place = {n: at for at, n in enumerate(mine)}
        part = [held.data[n] for n in mine]
        row = {}
        for limits in product(GRID_JOINED, GRID_RATIO):
            groups = [[place[n] for n in g if n in place] for g in held.groups(*limits)]
            row[limits] = (bcubed([g for g in groups if g], part)[2], len(mine))
        scores.append(row)
    total = 0.0
    for fold, row in enumerate(scores):
        others = [r for n, r in enumerate(scores) if n != fold]
        best = max(row, key=lambda limits: sum(r[limits][0] * r[limits][1] for r in others))
        total += row[best][0] * row[best][1]
    return total / len(held.data)


def main(argv: list[str]) -> int:
    """Measures, learns from everything, and writes the weights with their card."""
    parser = argparse.ArgumentParser(prog="python -m reader.training stories", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, metavar="DIR", help="the folder that holds align/")
    home = Path(reader.comparison.__file__).parent
    parser.add_argument("--out", type=Path, default=home / "weights" / "stories.json", metavar="FILE")
    args = parser.parse_args(argv)
    data = examples(args.data / "align" / "ecb_dev_docs.jsonl")
    taught = pairs(data)
    figures = measure(data, taught)
    model = learn(taught.rows, taught.right)
    card = {
        "made_by": "python -m reader.training stories",
        "learnt_from": f"{len(taught.right)} pairs of {len(data)} articles, whole and cut short, of ECB+ (CC BY 3.0)",
        "on_topics_not_learnt_from": figures,
    }
    weights = {name: round(value, 5) for name, value in zip(model.names, model.weights, strict=True)}
    limits = {"least": LEAST, "joined": JOINED, "ratio": RATIO}
    made = {"card": card, "limits": limits, "models": {"pair": {"bias": round(model.bias, 5), "weights": weights}}}
    args.out.write_text(json.dumps(made, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(figures))
    return 0
