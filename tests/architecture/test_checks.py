"""Types, lint and the size of things: what a reviewer should not have to look for."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

LONG_FILE = 500
LONG_FUNCTION = 60
LONG_CLASS = 320


def check(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", *command], capture_output=True, text=True, check=False, cwd=ROOT)


@pytest.mark.slow
def test_types_hold() -> None:
    done = check("mypy")
    assert done.returncode == 0, done.stdout + done.stderr


def test_lint_finds_nothing() -> None:
    done = check("ruff", "check", "reader", "tests", "screenshots")
    assert done.returncode == 0, done.stdout + done.stderr


def sources() -> list[Path]:
    return sorted((ROOT / "reader").rglob("*.py"))


def test_no_file_function_or_class_outgrows_its_room() -> None:
    long = []
    for path in sources():
        text = path.read_text(encoding="utf-8")
        name = path.relative_to(ROOT)
        if text.count("\n") > LONG_FILE:
            long.append(f"{name}: {text.count(chr(10))} lines")
        for node in ast.walk(ast.parse(text)):
            size = getattr(node, "end_lineno", 0) - getattr(node, "lineno", 0) + 1
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and size > LONG_FUNCTION:
                long.append(f"{name}: {node.name} has {size} lines")
            if isinstance(node, ast.ClassDef) and size > LONG_CLASS:
                long.append(f"{name}: class {node.name} has {size} lines")
    assert long == []


def test_no_string_reaches_a_widget_as_markup() -> None:
    """Framework widgets parse square brackets: none of them is given text but through the gate."""
    parsing = ("notify(", "Static(", "Label(", "from_markup(", "OptionList(", "ListView(", "RichLog(", "Markdown(")
    found = [
        f"{path.relative_to(ROOT)}: {call}"
        for path in (ROOT / "reader/tui").rglob("*.py")
        for call in parsing
        if call in path.read_text(encoding="utf-8")
    ]
    assert found == []
