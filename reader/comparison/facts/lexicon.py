"""The word lists that reports are compared by, read once from ``reader/comparison/lexicon/``."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def _entries(name: str) -> dict[str, str]:
    """The lines "key: value" of a lexicon file; comments and empty lines left out."""
    content = (Path(__file__).parents[1] / "lexicon" / name).read_text(encoding="utf-8")
    rows = (line.partition(":") for line in content.splitlines() if line.strip() and not line.startswith("#"))
    return {key.strip(): value.strip() for key, _, value in rows}


@cache
def words_of(group: str) -> frozenset[str]:
    """The words of one class of ``fact_words.txt``."""
    return frozenset(_entries("fact_words.txt")[group].split())


@cache
def countries() -> dict[str, str]:
    """The country that a nationality or a country's short name says, by folded form."""
    return _entries("demonyms.txt")
