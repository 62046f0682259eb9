"""Certainty: which words limit what a text says, and how sure it is in the end."""

from __future__ import annotations

from time import perf_counter

import pytest

from reader.analysis import certainty
from reader.analysis.chain import read
from reader.analysis.reading import Certainty, Reading
from reader.document.span import Span
from reader.ingest.sources import article_from_text
from tests.analysis.cases import Case, read_cases


@pytest.mark.parametrize("case", read_cases("certainty.md"), ids=str)
def test_marks_and_outcome_of_a_case(case: Case) -> None:
    reading = read(article_from_text(case.text))
    found = [f"{m.certainty} | {m.cue.of(case.text)} | {m.scope.of(case.text)}" for m in reading.certainties]
    assert found == case.expected
    assert [str(reading.certainty_of(s.span)) for s in reading.article.sentences] == case.outcome


def test_a_hedge_in_one_half_leaves_the_other_half_alone() -> None:
    text = "The storm has passed the islands, but it may reach the coast on Friday."
    reading = read(article_from_text(text))
    assert reading.certainty_of(Span(0, text.index(","))) is Certainty.ASSERTED
    assert reading.certainty_of(Span(text.index("it may"), len(text) - 1)) is Certainty.HEDGED


def test_a_denial_bears_on_what_is_denied_only() -> None:
    text = "The club says it obeyed the law, denying accusations of fraud."
    reading = read(article_from_text(text))
    assert reading.certainty_of(Span(text.index("it obeyed"), text.index(","))) is Certainty.REPORTED
    assert reading.certainty_of(Span(text.index("accusations"), len(text) - 1)) is Certainty.DENIED


def test_a_long_line_of_hedges_costs_what_its_length_costs() -> None:
    def seconds(size: int) -> float:
        reading = Reading(article_from_text("it may will deny " * (size // 17)))
        start = perf_counter()
        certainty.find(reading)
        return perf_counter() - start

    seconds(1_000)
    assert seconds(100_000) < 60 * seconds(10_000) + 0.1
