"""The built wheel, installed away from the checkout, starts and compares the sample."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    # The build tools are part of the test environment, so that the build needs no network.
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(ROOT)],
        check=True, capture_output=True,
    )  # fmt: skip
    (built,) = out.glob("*.whl")
    return built


def test_the_wheel_holds_the_sample_and_every_data_file(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for seed in (ROOT / "seeds").glob("*.txt"):
        assert f"reader/seeds/{seed.name}" in names
        assert zipfile.ZipFile(wheel).read(f"reader/seeds/{seed.name}") == seed.read_bytes()
    here = {
        str(p.relative_to(ROOT)) for p in (ROOT / "reader").rglob("*") if p.is_file() and "__pycache__" not in p.parts
    }
    notes = {n for n in here if n.startswith("reader/training/annotations/")}
    assert here - names == notes, "all but the annotations, which only training reads"
    assert not any(n.startswith(("tests/", "screenshots/")) for n in names)


def test_it_runs_in_a_clean_environment_away_from_the_checkout(wheel: Path, tmp_path: Path) -> None:
    env = tmp_path / "env"
    subprocess.run([sys.executable, "-m", "venv", str(env)], check=True)
    # Dependencies come from this environment; the program itself only from the wheel.
    packages = next(p for p in sys.path if p.endswith("site-packages"))
    subprocess.run([str(env / "bin/pip"), "install", "-q", "--no-deps", "--no-index", str(wheel)], check=True)
    site = next((env / "lib").glob("python*/site-packages"))
    (site / "dependencies.pth").write_text(packages + "\n")
    clean = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")} | {"HOME": str(tmp_path)}
    where = subprocess.run(
        [str(env / "bin/python"), "-c", "import reader; print(reader.__file__)"],
        capture_output=True, text=True, check=True, cwd=tmp_path, env=clean,
    )  # fmt: skip
    assert where.stdout.startswith(str(site))
    done = subprocess.run(
        [str(env / "bin/reader"), "compare", "--json"],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
        env=clean,
    )
    result = json.loads(done.stdout)
    assert [len(s["articles"]) for s in result["stories"]] == [3]
    assert len(result["stories"][0]["facts"]) > 20
