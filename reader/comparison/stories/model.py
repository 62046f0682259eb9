"""The trained weights of the grouping, and how sure it must be."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reader.comparison.stories.evidence import FEATURES
from reader.comparison.weights import Logistic


@dataclass(frozen=True, slots=True)
class Model:
    """``pair`` gives the probability that two articles tell one event; pairs below ``least`` count as nothing.

    Groups are joined from the mean probability ``joined`` on, if that is at least ``ratio`` of the mean within them.
    """

    pair: Logistic
    least: float
    joined: float
    ratio: float


@cache
def shipped() -> Model:
    """The weights that come with the program."""
    return parse((Path(__file__).parents[1] / "weights" / "stories.json").read_text("utf-8"))


def parse(text: str) -> Model:
    """A model from the JSON that ``python -m reader.training stories`` writes.

    :raises ValueError: its features are not those of this version.
    """
    raw = json.loads(text)
    pair, limits = raw["models"]["pair"], raw["limits"]
    if tuple(pair["weights"]) != FEATURES:
        raise ValueError("the weights are for other features; train them again")
    logistic = Logistic(tuple(pair["weights"]), tuple(pair["weights"].values()), pair["bias"])
    return Model(logistic, limits["least"], limits["joined"], limits["ratio"])
