"""Which words begin and end a statement."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.comparison.facts.edges import KINDS, edges, features
from reader.comparison.facts.words import words
from reader.document.span import Span


def likely(text: str) -> tuple[list[str], list[str]]:
    """The words that begin and that end a statement more likely than one in five."""
    span = Span(0, len(text))
    listed, (begins, ends) = words(text, span), edges(text, span)
    least = -1.6
    return (
        [w.key for w, p in zip(listed, begins, strict=True) if p > least],
        [w.key for w, p in zip(listed, ends, strict=True) if p > least],
    )


@pytest.mark.parametrize(
    ("text", "begins", "ends"),
    [
        (
            "The ferry sank within minutes, and its passengers were saved by fishermen.",
            {"the", "its"}, {"minutes", "fishermen"},
        ),
        (
            "Nine miners were killed and more than 40 were injured when the roof fell.",
            {"nine", "more"}, {"killed", "injured", "fell"},
        ),
    ],
)  # fmt: skip
def test_each_statement_of_a_sentence_has_its_edges(text: str, begins: set[str], ends: set[str]) -> None:
    found = likely(text)
    assert begins <= set(found[0]) and ends <= set(found[1])
    assert len(found[0]) <= len(begins) + 2 and len(found[1]) <= len(ends) + 2


def test_what_stands_around_a_sentence_changes_nothing() -> None:
    sentence = "The dam broke on Friday, flooding two villages, and the army was called."
    text = f"Rain fell. {sentence} Nobody was hurt."
    assert edges(text, Span(11, 11 + len(sentence))) == edges(sentence, Span(0, len(sentence)))


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300))
def test_every_word_of_any_text_has_both_probabilities(text: str) -> None:
    span = Span(0, len(text))
    listed = words(text, span)
    begins, ends = edges(text, span)
    assert len(begins) == len(ends) == len(listed)
    assert all(p <= 0 for p in (*begins, *ends))
    assert all(len(row) == len(KINDS) for row in features(text, listed))
    assert all(a.end <= b.start for a, b in pairwise(listed))
