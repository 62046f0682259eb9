"""The trained weights of the comparison, as JSON, with where they come from."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from operator import mul
from pathlib import Path
from typing import Any

Node = float | tuple[int, float, Any, Any]
"""A leaf's share of the log odds; or the number of a feature, a limit, the node up to the limit, the node beyond it."""


@dataclass(frozen=True, slots=True)
class Logistic:
    """A logistic regression over named features: ``1 / (1 + exp(-(bias + sum(weight * feature))))``."""

    names: tuple[str, ...]
    weights: tuple[float, ...]
    bias: float

    def __call__(self, features: Sequence[float]) -> float:
        """The probability for one row of features, in the order of ``names``."""
        return probability(self.bias + sum(map(mul, self.weights, features)))


@dataclass(frozen=True, slots=True)
class Trees:
    """Boosted decision trees over named features: the log odds are the sum of one leaf of each tree."""

    names: tuple[str, ...]
    trees: tuple[Node, ...]
    bias: float

    def __call__(self, features: Sequence[float]) -> float:
        """The probability for one row of features, in the order of ``names``."""
        total = self.bias
        for tree in self.trees:
            node: Any = tree
            while node.__class__ is tuple:
                node = node[2] if features[node[0]] <= node[1] else node[3]
            total += node
        return probability(total)


Model = Logistic | Trees


def probability(odds: float) -> float:
    """The probability of some log odds."""
    return 1.0 / (1.0 + math.exp(-odds)) if odds > -700 else 0.0


@cache
def load(name: str) -> dict[str, Model]:
    """The models of ``weights/NAME.json`` by name."""
    return read(json.loads((Path(__file__).parent / f"{name}.json").read_text("utf-8")))


def read(raw: Mapping[str, Any]) -> dict[str, Model]:
    """The models of a file's content by name: regressions have ``weights``, forests ``names`` and ``trees``."""
    return {key: _model(m) for key, m in raw["models"].items()}


def _model(raw: Mapping[str, Any]) -> Model:
    if "trees" in raw:
        return Trees(tuple(raw["names"]), tuple(map(_node, raw["trees"])), raw["bias"])
    return Logistic(tuple(raw["weights"]), tuple(raw["weights"].values()), raw["bias"])


def _node(raw: Any) -> Node:
    """A tree as nested lists: a number is a leaf, ``[feature, limit, up to, beyond]`` a fork."""
    if isinstance(raw, list):
        return int(raw[0]), float(raw[1]), _node(raw[2]), _node(raw[3])
    return float(raw)
