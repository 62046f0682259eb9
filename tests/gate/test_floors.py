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
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT

pytestmark = [pytest.mark.shared, pytest.mark.slow]

GATES: list[dict[str, Any]] = tomllib.loads((ROOT / "tests/gate/floors.toml").read_text(encoding="utf-8"))["gate"]


def digest(paths: list[Path]) -> str:
    whole = hashlib.sha256()
    for path in paths:
        whole.update(path.read_bytes())
    return whole.hexdigest()[:16]


@pytest.mark.parametrize("gate", GATES, ids=lambda g: g["name"])
def test_no_figure_is_below_its_floor(gate: dict[str, Any], shared: Path) -> None:
    data = [shared / p for p in gate["data"]]
    assert digest(data) == gate["digest"], "the data has changed: measure anew and write down the new digest"
    arguments = [str(p) for p in data]
    if "folder" in gate:
        arguments.append(str(ROOT / gate["folder"]))
    arguments += [str(shared / a[1:]) if a.startswith("@") else a for a in gate.get("options", [])]
    done = subprocess.run(
        [sys.executable, str(shared / "tools/score.py"), gate["task"], *arguments, "--json",
         "--reader", f"{sys.executable} -m reader"],
        capture_output=True, text=True, check=False, cwd=ROOT, timeout=900,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    figures = json.loads(done.stdout)["figures"]
    below = {k: (figures[k], floor) for k, floor in gate.get("least", {}).items() if figures[k] < floor}
    above = {k: (figures[k], top) for k, top in gate.get("most", {}).items() if figures[k] > top}
    assert not below and not above, f"below the floor: {below}; above the top: {above}"
