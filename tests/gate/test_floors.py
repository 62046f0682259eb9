"""No score falls below its floor.

``floors.toml`` pins, for every task of the black-box scorer, the data's digest and the least that each figure may be.
The scorer and its data are not part of this project; without them these tests are left out.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT

pytestmark = [pytest.mark.shared, pytest.mark.slow]

TABLE: dict[str, list[dict[str, Any]]] = tomllib.loads((ROOT / "tests/gate/floors.toml").read_text(encoding="utf-8"))


def digest(paths: list[Path]) -> str:
    whole = hashlib.sha256()
    for path in paths:
        whole.update(path.read_bytes())
    return whole.hexdigest()[:16]


@cache
def scored(*command: str) -> dict[str, float]:
    """The figures that the scorer prints, for each command once: a floor and a goal may ask for the same."""
    done = subprocess.run(
        [sys.executable, *command], capture_output=True, text=True, check=False, cwd=ROOT, timeout=900
    )
    assert done.returncode == 0, done.stderr
    figures: dict[str, float] = json.loads(done.stdout)["figures"]
    return figures


def outside(gate: dict[str, Any], shared: Path) -> dict[str, tuple[float, float]]:
    """The figures that are under their least or over their most, with that limit."""
    data = [shared / p for p in gate["data"]]
    assert digest(data) == gate["digest"], "the data has changed: measure anew and write down the new digest"
    arguments = [str(p) for p in data]
    if "folder" in gate:
        arguments.append(str(ROOT / gate["folder"]))
    arguments += [str(shared / a[1:]) if a.startswith("@") else a for a in gate.get("options", [])]
    program = f"{sys.executable} -m reader"
    if "weights" in gate:
        program += f".training with_weights {ROOT / gate['weights']}"
    figures = scored(str(shared / "tools/score.py"), gate["task"], *arguments, "--json", "--reader", program)
    below = {k: (figures[k], floor) for k, floor in gate.get("least", {}).items() if figures[k] < floor}
    return below | {k: (figures[k], top) for k, top in gate.get("most", {}).items() if figures[k] > top}


@pytest.mark.parametrize("gate", TABLE["gate"], ids=lambda g: g["name"])
def test_no_figure_is_below_its_floor(gate: dict[str, Any], shared: Path) -> None:
    assert outside(gate, shared) == {}


@pytest.mark.parametrize(
    "goal",
    [pytest.param(g, id=g["name"], marks=pytest.mark.xfail(reason=g["measured"], strict=True)) for g in TABLE["goal"]],
)
def test_a_goal_is_not_reached_yet(goal: dict[str, Any], shared: Path) -> None:
    assert outside(goal, shared) == {}
