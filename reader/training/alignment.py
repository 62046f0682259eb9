"""Makes ``reader/comparison/weights/alignment.json`` from stories whose claims are linked by hand.

``python -m reader.training alignment --panel DIR --align DIR [--out FILE] [--left-out DIR]``. ``--panel`` holds
``gold/EVENT.json`` and ``EVENT/*.txt``; ``--align`` holds ``ecb_dev_docs.jsonl``, the articles of ``annotations/``.

A regression takes a first look at each pair of claims; boosted trees take a second one, also at what the first says of
all other pairs, and learn from first looks by weights that never saw the story. Prints how well stories are told that
were left out of the learning. ``--left-out`` writes the weights learnt without each story of the panel and without each
of ``FOLDS`` parts of the topics of ECB+, for ``python -m reader.training with_weights``. Needs the extra ``train``;
seven minutes of one core.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np

from reader.comparison import second_look, similarity
from reader.comparison.candidates import closer
from reader.comparison.second_look import SecondLook
from reader.training._aligned import Aligned, of_chains, of_facts
from reader.training._gold import annotated, panel
from reader.training._regression import Fitted, fit
from reader.training.with_weights import INDEX

PANEL, ANNOTATED, CHAINS = 1.0, 1.0, 0.05
"""How much a row of each set counts."""
FOLDS = 4
INNER = 3
PENALTY = 20.0
FOREST: dict[str, Any] = {
    "n_estimators": 90, "num_leaves": 8, "learning_rate": 0.13, "min_child_samples": 40, "subsample": 0.7,
    "subsample_freq": 1, "colsample_bytree": 0.3, "reg_lambda": 5.0, "n_jobs": 1,
    "deterministic": True, "force_row_wise": True, "verbose": -1,
}  # fmt: skip
BAGS = 4
"""Forests of which the mean is taken: one alone changes much with little in what it learns from."""
SECOND = similarity.FEATURES + similarity.CLOSER + second_look.FEATURES


class Weights:
    """The first and the second model, fitted."""

    def __init__(self, first: Fitted, second: Sequence[lightgbm.LGBMClassifier]) -> None:
        self.first, self.second = first, second

    def probability(self, story: Aligned) -> Any:
        """The probability of each pair of a story."""
        rows = _second(story, self.first.probability(story.features))
        odds = np.mean([forest.predict(rows, raw_score=True) for forest in self.second], axis=0)
        return 1 / (1 + np.exp(-odds))

    def as_json(self) -> dict[str, Any]:
        """Both models as ``reader.comparison.weights`` reads them."""
        shown = [tree for forest in self.second for tree in forest.booster_.dump_model()["tree_info"]]
        trees = [_tree(tree["tree_structure"], 1 / len(self.second)) for tree in shown]
        second = {"names": list(SECOND), "bias": 0.0, "trees": trees}
        return {"models": {"first": self.first.as_json(similarity.FEATURES), "second": second}}


def _tree(node: dict[str, Any], share: float) -> Any:
    """A tree as ``reader.comparison.weights`` reads it, each leaf ``share`` of what it was."""
    if "leaf_value" in node:
        return round(share * node["leaf_value"], 5)
    left, right = _tree(node["left_child"], share), _tree(node["right_child"], share)
    return [node["split_feature"], float(f"{node['threshold']:.6g}"), left, right]


def _second(story: Aligned, p: Any) -> Any:
    """The features of the second look at every pair of a story."""
    look = SecondLook(story.material, {k: float(v) for k, v in zip(story.pairs, p, strict=True)})
    rows = zip(story.pairs, story.features, strict=True)
    return np.array([closer(story.similarity, look, pair, list(row)) for pair, row in rows])


def _rows(stories: Sequence[Aligned], features: Callable[[Aligned], Any]) -> tuple[Any, Any, Any]:
    """Features, labels and shares to learn from; a row with an open label counts partly as one, partly as the other."""
    x, y, w = [], [], []
    for story in stories:
        use = story.shares > 0
        rows, labels, shares = features(story)[use], story.labels[use], story.shares[use]
        open_ = (labels > 0) & (labels < 1)
        x += [rows, rows[open_]]
        y += [np.where(open_, 1.0, labels), np.zeros(open_.sum())]
        w += [np.where(open_, shares * labels, shares), shares[open_] * (1 - labels[open_])]
    return np.vstack(x), np.concatenate(y), np.concatenate(w)


def _first(stories: Sequence[Aligned]) -> Fitted:
    return fit(*_rows(stories, lambda s: s.features), penalty=PENALTY)


def train(stories: Sequence[Aligned]) -> Weights:
    """Both models; the second learns from first looks by weights of other topics."""
    topics = sorted({s.topic for s in stories})
    part = {topic: n % INNER for n, topic in enumerate(topics)}
    second: dict[str, Any] = {}
    for n in range(INNER):
        unseen = _first([s for s in stories if part[s.topic] != n])
        second |= {_key(s): _second(s, unseen.probability(s.features)) for s in stories if part[s.topic] == n}
    x, y, w = _rows(stories, lambda s: second[_key(s)])
    forests = [lightgbm.LGBMClassifier(**FOREST, random_state=n) for n in range(BAGS)]
    return Weights(_first(stories), [forest.fit(x, y, sample_weight=w) for forest in forests])


def _key(story: Aligned) -> str:
    return f"{story.topic} {story.name} {len(story.pairs)}"


def report(stories: Sequence[Aligned], p: Sequence[Any]) -> str:
    """How well the pairs of claims of some stories are ranked."""
    labels = np.concatenate([s.labels[s.shares > 0] for s in stories])
    found = np.concatenate([q[s.shares > 0] for s, q in zip(stories, p, strict=True)])
    ranked = labels[np.argsort(-found, kind="stable")]
    precision = np.cumsum(ranked) / np.arange(1, len(ranked) + 1)
    recalls = []
    for least in (0.8, 0.75, 0.5):
        reached = np.flatnonzero(precision >= least)
        recall = np.cumsum(ranked)[reached[-1]] / ranked.sum() if len(reached) else 0.0
        recalls.append(f"recall {recall:.3f} at precision {least}")
    return f"average precision {(precision * ranked).sum() / ranked.sum():.3f}, {', '.join(recalls)}"


def _write(weights: Weights, path: Path) -> None:
    path.write_text(json.dumps(weights.as_json(), separators=(",", ":")) + "\n", encoding="utf-8")


def left_out(stories: Sequence[Aligned], panels: Sequence[Aligned], folder: Path | None) -> None:
    """Measures each story of the panel by weights that never saw it, and writes those and the parts' of ECB+."""
    p, index = [], {}
    for story in panels:
        weights = train([s for s in stories if s.topic != story.topic])
        p.append(weights.probability(story))
        if folder:
            name = index[f"{story.name}/"] = f"panel-{story.name}.json"
            _write(weights, folder / name)
    print(f"{len(panels)} stories, each left out: {report(panels, p)}")
    if not folder:
        return
    topics = sorted({s.topic for s in stories} - {s.topic for s in panels}, key=int)
    for n in range(FOLDS):
        part = topics[n::FOLDS]
        _write(train([s for s in stories if s.topic not in part]), folder / f"ecb-{n}.json")
        for story in stories:
            if story.topic in part:
                index[story.topic] = index[story.name] = f"ecb-{n}.json"
    (folder / INDEX).write_text(json.dumps(index, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def main(argv: Sequence[str]) -> int:
    """Learns, measures, writes."""
    parser = argparse.ArgumentParser(prog="python -m reader.training alignment", description=__doc__.split("\n")[0])
    parser.add_argument("--panel", type=Path, required=True)
    parser.add_argument("--align", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("reader/comparison/weights/alignment.json"))
    parser.add_argument("--left-out", type=Path)
    args = parser.parse_args(argv)
    docs = args.align / "ecb_dev_docs.jsonl"
    panels = [of_facts(s, PANEL) for s in panel(args.panel)]
    stories = [*panels, *(of_facts(s, ANNOTATED) for s in annotated(docs)), *of_chains(docs, CHAINS)]
    if args.left_out:
        args.left_out.mkdir(parents=True, exist_ok=True)
    left_out(stories, panels, args.left_out)
    _write(train(stories), args.out)
    return 0
