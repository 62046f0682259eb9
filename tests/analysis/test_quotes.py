"""Quotations: which marks are found, and what no mark is."""

from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis import quotes
from reader.analysis.reading import Reading
from reader.ingest.sources import article_from_text
from tests.analysis.cases import Case, read_cases


@pytest.mark.parametrize("case", read_cases("quotes.md"), ids=str)
def test_every_quotation_of_a_case_is_found(case: Case) -> None:
    found = [quote.span.of(case.text) for quote in quotes.find(Reading(article_from_text(case.text)))]
    assert found == case.expected


def test_words_are_what_stands_between_the_marks() -> None:
    text = "She called it “odd” and ''very odd''."
    found = quotes.find(Reading(article_from_text(text)))
    assert [quote.words.of(text) for quote in found] == ["odd", "very odd"]


@given(st.text(alphabet="ab “”\"'‘’«»\n,.", max_size=200))
def test_any_row_of_marks_gives_quotations_in_order_within_the_text(text: str) -> None:
    article = article_from_text(text)
    found = quotes.find(Reading(article))
    assert [quote.span for quote in found] == sorted((q.span for q in found), key=lambda s: (s.start, -s.end))
    assert all(quote.span.contains(quote.words) and quote.span.end <= len(article.text) for quote in found)


@pytest.mark.parametrize("unit", ['"', "“", "' ", "a's ", '" "', "“‘"])
def test_a_line_of_marks_costs_what_its_length_costs(unit: str) -> None:
    def seconds(size: int) -> float:
        reading = Reading(article_from_text("x " + unit * (size // len(unit))))
        start = perf_counter()
        quotes.find(reading)
        return perf_counter() - start

    seconds(1_000)
    assert seconds(200_000) < 60 * seconds(20_000) + 0.05
