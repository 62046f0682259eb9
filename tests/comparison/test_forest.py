"""Trees walked all at once give what walking each of them gives."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.comparison.weights.forest import Trees

FEATURES = 4
numbers = st.floats(-5, 5, allow_nan=False).map(lambda x: round(x, 1))


@st.composite
def trees(draw: st.DrawFn, leaves: int = 8) -> Any:
    """A tree of so many leaves at most."""
    if leaves == 1 or draw(st.booleans()):
        return draw(numbers)
    left = draw(st.integers(1, leaves - 1))
    lower, upper = draw(trees(left)), draw(trees(leaves - left))
    return [draw(st.integers(0, FEATURES - 1)), draw(numbers), lower, upper]


def leaf(tree: Any, row: list[float]) -> float:
    while isinstance(tree, list):
        tree = tree[2] if row[tree[0]] <= tree[1] else tree[3]
    return float(tree)


@given(st.lists(trees(), min_size=1, max_size=12), st.lists(numbers, min_size=FEATURES, max_size=FEATURES), numbers)
def test_the_leaves_are_those_of_a_walk(forest: list[Any], row: list[float], bias: float) -> None:
    odds = bias + sum(leaf(tree, row) for tree in forest)
    found = Trees([str(n) for n in range(FEATURES)], forest, bias)(row)
    assert found == pytest.approx(1 / (1 + math.exp(-odds)), abs=1e-9)


def test_a_value_at_the_limit_goes_to_the_lower_side() -> None:
    trees = Trees(["x"], [[0, 1.5, -20.0, 20.0]], 0.0)
    assert trees([1.5]) < 0.01
    assert trees([1.5000001]) > 0.99


def test_a_tree_with_too_many_leaves_is_refused() -> None:
    tree: Any = 1.0
    for n in range(8):
        tree = [0, float(n), tree, 1.0]
    with pytest.raises(ValueError, match="9 leaves"):
        Trees(["x"], [tree], 0.0)
