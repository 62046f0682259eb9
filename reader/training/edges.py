"""Makes ``reader/comparison/weights/edges.json``: which words begin and end a statement.

``python -m reader.training edges --panel DIR --align DIR [--out FILE]``, with the same folders as ``alignment``. Learns
from the sentences that hold statements marked by hand, by logistic regression with an L1 penalty: most features get no
weight. What few topics have is left out, as it tells of the topic. Prints how well the edges are ranked in topics that
were left out of the learning. Needs the extra ``train``; a minute of one core.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score

from reader.analysis import packed
from reader.comparison.facts.edges import KINDS, features
from reader.comparison.facts.words import words
from reader.training._gold import GoldStory, annotated, panel

TOPICS = 8
"""A feature is learnt if so many topics have it."""
FREEDOM = 0.3
"""The inverse of the penalty."""
LEAST = 0.01
"""A smaller weight is none."""
FOLDS = 4
EDGES = ("begin", "end")


@dataclass(frozen=True)
class Sample:
    """A word of a sentence that holds statements: its topic, its features, and whether it begins or ends one."""

    topic: str
    features: list[str]
    begin: bool
    end: bool


def samples(story: GoldStory) -> Iterator[Sample]:
    """What a story with statements marked by hand teaches."""
    for reading in story.readings:
        source = reading.article.source
        shift = story.shift[source]
        gold = [(a - shift, b - shift) for fact in story.gold["facts"] for a, b in fact["claims"].get(source, ())]
        for sentence in (s.span for s in reading.article.sentences):
            listed = words(reading.text, sentence)
            held = [[n for n, w in enumerate(listed) if a <= w.start and w.end <= b] for a, b in gold]
            begins, ends = {h[0] for h in held if h}, {h[-1] for h in held if h}
            if begins and len(listed) > 1:
                for n, row in enumerate(features(reading.text, listed)):
                    named = [f"{kind}\t{feature}" for kind, feature in zip(KINDS, row, strict=True)]
                    yield Sample(story.topic, named, n in begins, n in ends)


class Table:
    """Samples as a sparse matrix of their features."""

    def __init__(self, rows: Sequence[Sample]) -> None:
        topics = defaultdict(set)
        for row in rows:
            for feature in row.features:
                topics[feature].add(row.topic)
        self.names = sorted(f for f, having in topics.items() if len(having) >= TOPICS)
        number = {f: n for n, f in enumerate(self.names)}
        known = [[number[f] for f in row.features if f in number] for row in rows]
        ends = np.cumsum([0, *map(len, known)], dtype=np.int32)
        columns = np.array([i for row in known for i in row], dtype=np.int32)
        self.matrix = csr_matrix((np.ones(len(columns), np.float32), columns, ends), shape=(len(rows), len(self.names)))
        self.topics = np.array([row.topic for row in rows])
        self.labels = {name: np.array([getattr(row, name) for row in rows]) for name in EDGES}

    def fit(self, edge: str, use: Any) -> LogisticRegression:
        """The regression of one edge, learnt from some of the samples."""
        model = LogisticRegression(l1_ratio=1, C=FREEDOM, solver="liblinear", tol=1e-3, max_iter=25, random_state=0)
        return model.fit(self.matrix[use], self.labels[edge][use])


def ranked(table: Table, edge: str) -> float:
    """The average precision of an edge, each topic ranked by weights learnt without it."""
    topics = sorted(set(table.topics))
    odds = np.zeros(len(table.topics))
    for n in range(FOLDS):
        part = np.isin(table.topics, topics[n::FOLDS])
        odds[part] = table.fit(edge, ~part).decision_function(table.matrix[part])
    return float(average_precision_score(table.labels[edge], odds))


def weights(table: Table, edge: str, use: Any) -> dict[str, Any]:
    """The weights of one edge as ``reader.comparison.facts.edges`` reads them."""
    model = table.fit(edge, use)
    tables: dict[str, dict[str, float]] = {}
    for name, weight in zip(table.names, model.coef_[0], strict=True):
        if abs(weight) >= LEAST:
            kind, feature = name.split("\t", 1)
            tables.setdefault(kind, {})[feature] = round(float(weight), 2)
    return {"bias": round(float(model.intercept_[0]), 3), "weights": packed.pack(tables)}


def main(argv: Sequence[str]) -> int:
    """Learns, measures, writes."""
    parser = argparse.ArgumentParser(prog="python -m reader.training edges", description=__doc__.split("\n")[0])
    parser.add_argument("--panel", type=Path, required=True)
    parser.add_argument("--align", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("reader/comparison/weights/edges.json"))
    args = parser.parse_args(argv)
    gold = [*panel(args.panel), *annotated(args.align / "ecb_dev_docs.jsonl")]
    table = Table([sample for story in gold for sample in samples(story)])
    for edge in EDGES:
        print(f"{edge}: average precision {ranked(table, edge):.3f}, topics left out")
    everything = np.ones(len(table.topics), dtype=bool)
    made = {edge: weights(table, edge, everything) for edge in EDGES}
    args.out.write_text(packed.text(made), encoding="utf-8")
    return 0
