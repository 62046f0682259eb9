"""The trained weights of the comparison, as JSON, with where they come from."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from operator import mul
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Logistic:
    """A logistic regression over named features: ``1 / (1 + exp(-(bias + sum(weight * feature))))``."""

    names: tuple[str, ...]
    weights: tuple[float, ...]
    bias: float

    def __call__(self, features: Sequence[float]) -> float:
        """The probability for one row of features, in the order of ``names``."""
        total = self.bias + sum(map(mul, self.weights, features))
        return 1.0 / (1.0 + math.exp(-total)) if total > -700 else 0.0


@cache
def load(name: str) -> dict[str, Logistic]:
    """The regressions of ``weights/NAME.json`` by name."""
    raw = json.loads((Path(__file__).parent / f"{name}.json").read_text("utf-8"))
    return {
        key: Logistic(tuple(m["weights"]), tuple(m["weights"].values()), m["bias"]) for key, m in raw["models"].items()
    }
