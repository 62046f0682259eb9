"""Makes ``reader/analysis/attribution/weights.json`` from texts whose attributions are marked.

``python -m reader.training attribution TRAIN.jsonl [--out FILE] [--rounds N]``. A line of the data is ``{"id",
"text", "a": [{"src", "cue", "con": [[start, end], ...]}]}`` as in PolNeAR (Newell, Margolin and Ruths, "An
Attribution Relations Corpus for Political News", LREC 2018). Learning is online conditional likelihood over the
frames of a cue, all right frames together, with FTRL-proximal steps (McMahan et al., "Ad click prediction: a view
from the trenches", KDD 2013), whose L1 term leaves few weights. One core, two minutes.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import exp, sqrt
from pathlib import Path
from typing import Any

from reader.analysis import packed, quotes
from reader.analysis.attribution import features
from reader.analysis.attribution.cues import candidates
from reader.analysis.attribution.frames import Content, Source, contents, sources
from reader.analysis.attribution.model import possible
from reader.analysis.attribution.regions import Region, regions
from reader.analysis.reading import Reading
from reader.document.article import Article
from reader.document.sentences import split

ALPHA, BETA, L1, L2 = 0.05, 1.0, 0.6, 2.0
RARE = 3
"""A feature seen in fewer cues than this is left out."""

LEAST = 0.03
"""Weights nearer to nothing than this are not shipped: they change no figure and fill half the file."""

Gold = dict[str, Any]


@dataclass(slots=True)
class Example:
    """One cue: feature ids of the empty frame, the speakers, the contents and the pairs; which pairs are right."""

    null: list[int]
    who: list[list[int]]
    what: list[list[int]]
    pairs: list[tuple[int, int, list[int]]]
    right: list[bool]


class Names:
    """Feature name → number."""

    def __init__(self) -> None:
        self.ids: dict[str, int] = {}
        self.counts: Counter[int] = Counter()

    def all(self, prefix: str, names: Sequence[str]) -> list[int]:
        """Numbers of some names."""
        out = [self.ids.setdefault(prefix + name, len(self.ids)) for name in names]
        self.counts.update(out)
        return out


def reading_of(text: str) -> Reading:
    """A text with its sentences and quotations."""
    reading = Reading(Article("", "", "", "", text, "", "lead", split(text)))
    return replace(reading, quotes=quotes.find(reading))


def _overlap(a: tuple[int, int], b: tuple[int, int]) -> int:
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def _iou(a: tuple[int, int], b: tuple[int, int]) -> float:
    shared = _overlap(a, b)
    return shared / (max(a[1], b[1]) - min(a[0], b[0])) if shared else 0.0


def links(row: Sequence[Region], gold: Sequence[Gold]) -> dict[tuple[int, int], Gold]:
    """Which cue (region, item) carries which attribution: the last verb of saying within the marked cue."""
    out: dict[int, tuple[int, int, int]] = {}
    marks = sorted((s, e, n) for n, a in enumerate(gold) for s, e in a["cue"])
    for r, region in enumerate(row):
        low, high = region.starts[0], region.ends[-1]
        near = [m for m in marks if m[0] < high and m[1] > low]
        for cue in candidates(region) if near else ():
            place = (region.starts[cue.at], region.ends[cue.at])
            for start, end, n in near:
                if _overlap(place, (start, end)):
                    rank = 1 if cue.kind == "report" else 0
                    if n not in out or rank >= out[n][0]:
                        out[n] = rank, r, cue.at
    return {(r, at): gold[n] for n, (_, r, at) in out.items()}


def right_contents(options: Sequence[Content], gold: Gold) -> set[int]:
    """Contents as near to the marked one as any."""
    hull = (min(s for s, _ in gold["con"]), max(e for _, e in gold["con"]))
    near = [_iou((c.start, c.end), hull) for c in options]
    top = max(near, default=0.0)
    return {n for n, value in enumerate(near) if value >= max(0.3, top - 0.03)}


def right_sources(options: Sequence[Source], region: Region, gold: Gold) -> set[int]:
    """Speakers that lie within the marked one; all of them where none does, nobody where nobody is marked."""
    if not gold["src"]:
        return {n for n, s in enumerate(options) if s.first < 0}
    out = set()
    for n, source in enumerate(options):
        if source.first >= 0:
            place = (region.starts[source.first], region.ends[source.stop - 1])
            if any(2 * _overlap(place, (s, e)) > place[1] - place[0] for s, e in gold["src"]):
                out.add(n)
    return out or set(range(len(options)))


def examples(text: str, gold: Sequence[Gold], names: Names) -> Iterator[Example]:
    """Every candidate cue of a text."""
    row = regions(reading_of(text))
    linked = links(row, gold)
    for index, region in enumerate(row):
        before: Source | None = None
        for cue in candidates(region):
            what = contents(cue, row, index)
            if not what:
                continue
            who = sources(cue, before)
            answer = linked.get((index, cue.at))
            good_what = right_contents(what, answer) if answer else set()
            if answer and not good_what:
                continue
            good_who = right_sources(who, region, answer) if answer else set()
            if len(good_who) < len(who) and good_who:
                before = who[min(good_who)]
            pairs = [
                (i, k, names.all("pair:", features.of_pair(cue, s, c)))
                for i, s in enumerate(who)
                for k, c in enumerate(what)
                if possible(cue, s, c)
            ]
            right = [i in good_who and k in good_what for i, k, _ in pairs]
            if answer and not any(right):
                continue
            yield Example(
                names.all("cue:", features.of_cue(cue)),
                [names.all("speaker:", features.of_source(cue, s)) for s in who],
                [names.all("content:", features.of_content(cue, c)) for c in what],
                pairs,
                right,
            )


class Learner:
    """FTRL-proximal over feature numbers."""

    def __init__(self, size: int) -> None:
        self.z = [0.0] * size
        self.n = [0.0] * size
        self.w = [0.0] * size

    def step(self, gradient: dict[int, float]) -> None:
        """One update along a sparse gradient."""
        z, n, w = self.z, self.n, self.w
        for i, g in gradient.items():
            if -1e-6 < g < 1e-6:
                continue
            squared = n[i] + g * g
            z[i] += g - (sqrt(squared) - sqrt(n[i])) / ALPHA * w[i]
            n[i] = squared
            if abs(z[i]) <= L1:
                w[i] = 0.0
            else:
                w[i] = -(z[i] - (L1 if z[i] > 0 else -L1)) / ((BETA + sqrt(squared)) / ALPHA + L2)

    def learn(self, example: Example) -> float:
        """One example; its loss before the step."""
        w = self.w
        null = sum(w[i] for i in example.null)
        who = [sum(w[i] for i in ids) for ids in example.who]
        what = [sum(w[i] for i in ids) for ids in example.what]
        scores = [who[i] + what[k] + sum(w[f] for f in ids) for i, k, ids in example.pairs]
        top = max([null, *scores])
        masses = [exp(s - top) for s in scores]
        empty = exp(null - top)
        total = empty + sum(masses)
        good = sum(m for m, ok in zip(masses, example.right, strict=True) if ok)
        found = good > 0 or any(example.right)
        target = good if found else empty
        gradient: dict[int, float] = {}
        self._spread(gradient, example.null, empty / total - (0.0 if found else 1.0))
        by_who, by_what = [0.0] * len(who), [0.0] * len(what)
        for (i, k, ids), mass, ok in zip(example.pairs, masses, example.right, strict=True):
            delta = mass / total - (mass / good if ok and good else 0.0)
            by_who[i] += delta
            by_what[k] += delta
            self._spread(gradient, ids, delta)
        for delta, ids in zip(by_who + by_what, example.who + example.what, strict=True):
            self._spread(gradient, ids, delta)
        self.step(gradient)
        return total / target if target else 1e9

    @staticmethod
    def _spread(gradient: dict[int, float], ids: Sequence[int], delta: float) -> None:
        if -1e-4 < delta < 1e-4:
            return
        for i in ids:
            gradient[i] = gradient.get(i, 0.0) + delta


def prune(example: Example, keep: Sequence[bool]) -> Example:
    """An example without rare features."""
    return Example(
        [i for i in example.null if keep[i]],
        [[i for i in ids if keep[i]] for ids in example.who],
        [[i for i in ids if keep[i]] for ids in example.what],
        [(a, b, [i for i in ids if keep[i]]) for a, b, ids in example.pairs],
        example.right,
    )


def train(rows: Sequence[Gold], rounds: int) -> dict[str, float]:
    """Weights by feature name."""
    names = Names()
    data = [example for row in rows for example in examples(row["text"], row["a"], names)]
    keep = [names.counts[i] >= RARE for i in range(len(names.ids))]
    data = [prune(example, keep) for example in data]
    learner = Learner(len(keep))
    order = random.Random(11)
    for n in range(rounds):
        order.shuffle(data)
        for example in data:
            learner.learn(example)
        used = sum(1 for value in learner.w if value)
        print(f"round {n + 1}: {len(data)} cues, {used} of {len(keep)} features", file=sys.stderr, flush=True)
    return {name: round(learner.w[i], 2) for name, i in names.ids.items() if abs(learner.w[i]) >= LEAST}


def main(argv: Sequence[str] | None = None) -> int:
    """Trains and writes the file."""
    parser = argparse.ArgumentParser(prog="python -m reader.training attribution", description=__doc__)
    parser.add_argument("data", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, default=Path(__file__).parents[1] / "analysis/attribution/weights.json")
    parser.add_argument("--rounds", type=int, default=6)
    args = parser.parse_args(argv)
    rows = [json.loads(line) for path in args.data for line in path.read_text(encoding="utf-8").splitlines() if line]
    weights = train(rows, args.rounds)
    tables: dict[str, dict[str, float]] = {"cue": {}, "speaker": {}, "content": {}, "pair": {}}
    for name, value in sorted(weights.items()):
        table, feature = name.split(":", 1)
        tables[table][feature] = value
    made = {"version": 2, "weights": packed.pack(tables)}
    args.out.write_text(packed.text(made), encoding="utf-8")
    print(f"{len(weights)} weights, {args.out.stat().st_size} bytes: {args.out}", file=sys.stderr)
    return 0
