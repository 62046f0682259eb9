"""The files of ``reader/comparison/lexicon/``: one entry a line; from ``#`` on, and empty lines, are left out."""

from __future__ import annotations

from pathlib import Path

_FOLDER = Path(__file__).parent / "lexicon"


def lines(name: str) -> list[str]:
    """The entries of ``NAME.txt`` in their order."""
    text = (_FOLDER / f"{name}.txt").read_text("utf-8")
    return [line for raw in text.splitlines() if (line := raw.split("#", 1)[0].strip())]


def words(name: str) -> frozenset[str]:
    """All words of ``NAME.txt``, however they are spread over its lines."""
    return frozenset(word for line in lines(name) for word in line.split())


def table(name: str) -> dict[str, str]:
    """The lines ``key: value`` of ``NAME.txt``."""
    rows = (line.partition(":") for line in lines(name))
    return {key.strip(): value.strip() for key, _, value in rows}
