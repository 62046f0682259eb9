"""Makes ``reader/comparison/weights/alignment.json`` from stories whose claims or sentences are linked by hand.

``python -m reader.training alignment --panel DIR [--align DIR] [--out FILE]``. ``--panel`` holds ``gold/EVENT.json``
and ``EVENT/*.txt``; ``--align`` may hold ``abcd_news_synth_docs.jsonl``, ``abcd_news_synth_links.jsonl`` and
``superpal_mn_dev.jsonl``. Two regressions are learnt: the first looks at one pair of claims, the second also at what
the first says of all other pairs; it learns from first looks by weights that never saw the story. Sets that link whole
sentences teach through the likeliest pair of claims of each linked pair. Prints how well unseen stories are linked,
one left out at a time. A minute of one core; needs numpy.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from reader.comparison import second_look, similarity
from reader.training._aligned import Aligned, abcd, panel, superpal
from reader.training._regression import Fitted, fit

SHARES = {"abcd": 0.5, "superpal": 1.0}
"""How much a row of each further set counts beside one of the panel."""
ABCD = 150
"""So many document pairs of ABCD-Link are used."""


def _second(story: Aligned, p: Any) -> Any:
    look = second_look.SecondLook(story.material, {k: float(v) for k, v in zip(story.pairs, p, strict=True)})
    return np.hstack([story.features, np.array([look.features(k) for k in story.pairs])])


def _likeliest(story: Aligned, p: Any) -> Any:
    """Which rows to learn from where only sentences are linked: of each linked pair the likeliest claims, and all of
    the others."""
    best: dict[tuple[int, int], int] = {}
    for n, (i, j) in enumerate(story.pairs):
        key = (story.material.statements[i].sentence, story.material.statements[j].sentence)
        if story.linked[n] and (key not in best or p[n] > p[best[key]]):
            best[key] = n
    chosen = set(best.values())
    return story.learn & np.array([not story.linked[n] or n in chosen for n in range(len(story.pairs))])


def _first(stories: Sequence[Aligned], further: Sequence[tuple[float, Aligned]]) -> Fitted:
    features = [s.features[s.learn] for s in stories]
    labels = [s.labels[s.learn] for s in stories]
    shares = [np.ones(len(y)) for y in labels]
    base = fit(np.vstack(features), np.concatenate(labels))
    for share, story in further:
        keep = _likeliest(story, base.probability(story.features))
        features.append(story.features[keep])
        labels.append(story.labels[keep])
        shares.append(np.full(int(keep.sum()), share))
    return fit(np.vstack(features), np.concatenate(labels), np.concatenate(shares))


def train(stories: Sequence[Aligned], further: Sequence[tuple[float, Aligned]]) -> tuple[Fitted, Fitted]:
    """The first and the second regression."""
    features, labels, shares = [], [], []
    for story in stories:
        unseen = _first([s for s in stories if s is not story], further)
        features.append(_second(story, unseen.probability(story.features))[story.learn])
        labels.append(story.labels[story.learn])
        shares.append(np.ones(int(story.learn.sum())))
    first = _first(stories, further)
    for share, story in further:
        p = first.probability(story.features)
        keep = _likeliest(story, p)
        features.append(_second(story, p)[keep])
        labels.append(story.labels[keep])
        shares.append(np.full(int(keep.sum()), share))
    return first, fit(np.vstack(features), np.concatenate(labels), np.concatenate(shares))


def measure(stories: Sequence[Aligned], further: Sequence[tuple[float, Aligned]]) -> str:
    """Average precision of pairs of claims, each story by weights that never saw it."""
    p: list[float] = []
    y: list[float] = []
    for story in stories:
        first, second = train([s for s in stories if s is not story], further)
        found = second.probability(_second(story, first.probability(story.features)))
        p += list(found[story.learn])
        y += list(story.labels[story.learn])
    ranked = np.array(y)[np.argsort(-np.array(p), kind="stable")]
    precision = np.cumsum(ranked) / np.arange(1, len(ranked) + 1)
    at = {t: max((np.cumsum(ranked)[n] for n in np.flatnonzero(precision >= t)), default=0) for t in (0.8, 0.75, 0.5)}
    recalls = ", ".join(f"recall {at[t] / ranked.sum():.3f} at precision {t}" for t in at)
    average = (precision * ranked).sum() / ranked.sum()
    return f"{len(stories)} stories, one left out: average precision {average:.3f}, {recalls}"


def main(argv: Sequence[str]) -> int:
    """Learns, measures, writes."""
    parser = argparse.ArgumentParser(prog="python -m reader.training alignment", description=__doc__.split("\n")[0])
    parser.add_argument("--panel", type=Path, required=True)
    parser.add_argument("--align", type=Path)
    parser.add_argument("--out", type=Path, default=Path("reader/comparison/weights/alignment.json"))
    args = parser.parse_args(argv)
    stories = list(panel(args.panel / "gold", args.panel))
    further: list[tuple[float, Aligned]] = []
    if args.align:
        docs, links = (args.align / f"abcd_news_synth_{kind}.jsonl" for kind in ("docs", "links"))
        further += [(SHARES["abcd"], s) for s in abcd(docs, links, ABCD)]
        further += [(SHARES["superpal"], s) for s in superpal(args.align / "superpal_mn_dev.jsonl")]
    print(measure(stories, further))
    first, second = train(stories, further)
    models = {
        "first": first.as_json(similarity.FEATURES),
        "second": second.as_json(similarity.FEATURES + second_look.FEATURES),
    }
    args.out.write_text(json.dumps({"models": models}, indent=1) + "\n", encoding="utf-8")
    return 0
