"""The word lists that reports are compared by, read once from ``reader/comparison/lexicon/``."""

from __future__ import annotations

from functools import cache

from reader.comparison import word_lists


@cache
def _classes() -> dict[str, str]:
    return word_lists.table("fact_words")


@cache
def words_of(group: str) -> frozenset[str]:
    """The words of one class of ``fact_words.txt``."""
    return frozenset(_classes()[group].split())


def is_verb(key: str) -> bool:
    """Is a folded word a finite verb by the look of it?"""
    return key in words_of("verb") or (len(key) > 4 and key.endswith("ed"))


@cache
def countries() -> dict[str, str]:
    """The country that a nationality or a country's short name says, by folded form."""
    return word_lists.table("demonyms")
