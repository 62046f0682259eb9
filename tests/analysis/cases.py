"""Reads case files of texts (``> ``) with what is to be found in them (``- ``) and what follows from it (``= ``)."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "cases"


@dataclass
class Case:
    """One text; ``expected`` holds the lines with ``- ``, ``outcome`` those with ``= ``."""

    text: str
    expected: list[str] = field(default_factory=list)
    outcome: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return self.text[:60].replace("\n", " ")


def read_cases(name: str) -> list[Case]:
    """Every case of a file; a case without an expectation is a mistake in the file."""
    found: list[Case] = []
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("> "):
            found.append(Case(line[2:].replace("\\n", "\n")))
        elif line.startswith("- ") and found:
            found[-1].expected.append(line[2:])
        elif line.startswith("= ") and found:
            found[-1].outcome.append(line[2:])
    for case in found:
        assert case.expected, f"{name}: nothing is expected of {case.text!r}"
        if case.expected == ["none"]:
            case.expected = []
    return found
