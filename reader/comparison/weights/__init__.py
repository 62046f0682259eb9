"""The trained weights of the comparison, as JSON, with where they come from."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from operator import mul
from pathlib import Path
from typing import Any

from reader.comparison.weights.forest import Trees, probability


@dataclass(frozen=True, slots=True)
class Logistic:
    """A logistic regression over named features: ``1 / (1 + exp(-(bias + sum(weight * feature))))``."""

    names: tuple[str, ...]
    weights: tuple[float, ...]
    bias: float

    def __call__(self, features: Sequence[float]) -> float:
        """The probability for one row of features, in the order of ``names``."""
        return probability(self.bias + sum(map(mul, self.weights, features)))


Model = Logistic | Trees


@cache
def load(name: str) -> dict[str, Model]:
    """The models of ``weights/NAME.json`` by name."""
    return read(json.loads((Path(__file__).parent / f"{name}.json").read_text("utf-8")))


def read(raw: Mapping[str, Any]) -> dict[str, Model]:
    """The models of a file's content by name: regressions have ``weights``, forests ``names`` and ``trees``."""
    return {key: _model(m) for key, m in raw["models"].items()}


def _model(raw: Mapping[str, Any]) -> Model:
    if "trees" in raw:
        return Trees(raw["names"], raw["trees"], raw["bias"])
    return Logistic(tuple(raw["weights"]), tuple(raw["weights"].values()), raw["bias"])
