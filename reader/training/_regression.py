"""Logistic regression by Newton steps, with numpy: for making weights, never at run time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

Array = Any
"""A numpy array of floats."""


@dataclass(frozen=True)
class Fitted:
    """Weights for features as they come (not standardised), and the bias."""

    weights: Array
    bias: float

    def probability(self, features: Array) -> Array:
        """The probability of each row."""
        return 1 / (1 + np.exp(-np.clip(features @ self.weights + self.bias, -500, 500)))

    def as_json(self, names: Sequence[str]) -> dict[str, Any]:
        """Bias and weights by name, rounded."""
        return {
            "bias": round(self.bias, 5),
            "weights": {n: round(float(w), 5) for n, w in zip(names, self.weights, strict=True)},
        }


def fit(features: Array, labels: Array, shares: Array | None = None, penalty: float = 30.0, steps: int = 30) -> Fitted:
    """Minimises the log loss of the rows (each counted by its share) plus ``penalty / 2`` times the squared weights of
    the standardised features."""
    share = np.ones(len(labels)) if shares is None else shares
    mean, spread = features.mean(axis=0), features.std(axis=0)
    spread = np.where(spread > 0, spread, 1.0)
    x = np.hstack([(features - mean) / spread, np.ones((len(features), 1))])
    ridge = np.full(x.shape[1], penalty)
    ridge[-1] = 1e-6
    w = np.zeros(x.shape[1])
    for _ in range(steps):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -500, 500)))
        gradient = x.T @ (share * (p - labels)) + ridge * w
        curve = (x * (share * p * (1 - p))[:, None]).T @ x + np.diag(ridge)
        step = np.linalg.solve(curve, gradient)
        w = w - step
        if np.abs(step).max() < 1e-7:
            break
    weights = w[:-1] / spread
    return Fitted(weights, float(w[-1] - weights @ mean))
