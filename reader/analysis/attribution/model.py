"""Chooses speaker and content of a cue, or that it is none: a log-linear model over the candidates.

Score of a frame = speaker + content + pair; score of "no attribution" = the cue's own; a softmax over all frames of one
cue and the one empty frame. Trained by ``reader.training.attribution``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from math import exp
from pathlib import Path
from typing import NamedTuple

from reader.analysis import packed
from reader.analysis.attribution import features
from reader.analysis.attribution.frames import Content, Cue, Source, contents, sources
from reader.analysis.attribution.regions import Region

ACCEPT = {"report": 0.45, "according": 0.45, "say": 0.25}
"""Least probability, by verb or group, that a word is a cue; ``ACCEPT_OTHER`` for thinking, judging, asking."""
ACCEPT_OTHER = 0.6
HOPELESS = 3.0
"""Score of "no attribution" over which hardly a frame has ever won (1 in 400)."""
FAR = 4.0
"""Pairs so far under the best speaker and the best content have no part in the sum."""


class Frame(NamedTuple):
    """A chosen reading of a cue, with the probability that it is a cue at all."""

    cue: Cue
    source: Source
    content: Content
    certainty: float


@cache
def weights() -> packed.Weights:
    """The shipped weights of the features of ``cue``, ``speaker``, ``content`` and ``pair``."""
    raw = json.loads(Path(__file__).with_name("weights.json").read_text(encoding="utf-8"))
    return packed.unpack(raw["weights"])


def possible(cue: Cue, source: Source, content: Content) -> bool:
    """Do speaker and content leave one another, and the cue, alone?"""
    if source.first >= 0:
        start, end = cue.region.starts[source.first], cue.region.ends[source.stop - 1]
        if content.gap:
            gap = cue.region.starts[content.gap[0]]
            if not (start >= gap and source.stop <= content.gap[1]):
                return source.pattern in ("same", "first") and end <= content.start
        elif start < content.end and content.start < end:
            return False
    return True


def best(cue: Cue, row: Sequence[Region], index: int, before: Source | None, weight: packed.Weights) -> Frame | None:
    """The best frame of a cue, or None where "no attribution" is likelier."""
    null = _sum(weight["cue"], features.of_cue(cue))
    what = contents(cue, row, index) if null < HOPELESS else []
    if not what:
        return None
    said = [(_sum(weight["content"], features.of_content(cue, c)), c) for c in what]
    spoke = [(_sum(weight["speaker"], features.of_source(cue, s)), s) for s in sources(cue, before)]
    least = max(a for a, _ in spoke) + max(b for b, _ in said) - FAR
    top, chosen, total = -1e9, None, 0.0
    for a, source in spoke:
        for b, content in said:
            if a + b > least and possible(cue, source, content):
                score = a + b + _sum(weight["pair"], features.of_pair(cue, source, content))
                total += exp(min(50.0, score - null))
                if score > top:
                    top, chosen = score, (source, content)
    certainty = total / (1.0 + total)
    if chosen is None or certainty < ACCEPT.get(cue.lemma, ACCEPT.get(cue.kind, ACCEPT_OTHER)):
        return None
    return Frame(cue, *chosen, certainty)


def _sum(table: Mapping[str, float], names: Sequence[str]) -> float:
    """The weights of some features together."""
    total = 0.0
    get = table.get
    for name in names:
        total += get(name, 0.0)
    return total
