"""The house keeps its rule: everything points down, and each core room loads nothing it must not know."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib

import pytest

from tests.conftest import ROOT

CORE = ("document", "analysis.chain", "comparison", "ingest", "library.state", "workspace")
FORBIDDEN = ("textual", "rich", "asyncio", "http", "urllib.request", "reader.training", "reader.tui", "reader.cli")


def loaded(code: str) -> set[str]:
    """The modules that a fresh interpreter has loaded after running some code."""
    after = "import json\nprint(json.dumps(sorted(set(sys.modules) - before)))"
    script = f"import sys\nbefore = set(sys.modules)\n{code}\n{after}"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)
    return set(json.loads(done.stdout.splitlines()[-1]))


def within(modules: set[str], name: str) -> list[str]:
    return sorted(m for m in modules if m == name or m.startswith(name + "."))


def test_import_contracts_are_kept() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"],
        capture_output=True, text=True, check=False, cwd=ROOT,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("room", CORE)
def test_a_core_room_loads_no_screen_and_no_network(room: str) -> None:
    modules = loaded(f"import reader.{room}")
    assert {name: within(modules, name) for name in FORBIDDEN if within(modules, name)} == {}


def test_the_document_room_needs_only_the_standard_library() -> None:
    modules = loaded("import reader.document.metadata, reader.document.sentences")
    outside = {m.split(".")[0] for m in modules} - set(sys.stdlib_module_names) - {"reader"}
    assert {m for m in outside if not m.startswith("_")} == set()


def test_comparing_on_the_command_line_loads_no_textual() -> None:
    code = (
        "import sys, io\nsys.stdout, keep = io.StringIO(), sys.stdout\n"
        "from reader.cli.main import run\ncode = run(['compare', 'seeds', '--json'])\n"
        "sys.stdout = keep\nassert code == 0"
    )
    modules = loaded(code)
    assert within(modules, "textual") == []
    assert within(modules, "rich") == []


def test_importing_the_package_costs_nothing() -> None:
    assert {m for m in loaded("import reader") if m.startswith("reader.")} == set()


def test_the_public_names_are_there() -> None:
    import reader  # noqa: PLC0415

    for name in reader.__all__:
        assert getattr(reader, name) is not None


def test_every_room_is_in_the_contract() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    named = {part.strip() for c in contracts if c["id"] == "layers" for row in c["layers"] for part in row.split("|")}
    rooms = {f"reader.{p.name}" for p in (ROOT / "reader").iterdir() if p.is_dir() and p.name[0] not in "_."}
    assert rooms - named == {"reader.training"}
    assert {"reader.settings", "reader.__main__"} <= named


def test_only_the_library_opens_a_database() -> None:
    users = [
        str(p.relative_to(ROOT))
        for p in (ROOT / "reader").rglob("*.py")
        if "import sqlite3" in p.read_text(encoding="utf-8") and "library" not in p.parts
    ]
    assert users == []
