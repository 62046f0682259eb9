"""Shared runs of words."""

from __future__ import annotations

from tests.comparison.build import story

AGENCY = "crossings of foreign passport holders through the northern gate have been suspended since Saturday"


def test_a_run_is_found_whatever_the_marks_and_the_case() -> None:
    told = story(
        A=f"The {AGENCY}, the ministry’s spokesman said.",
        B=f"All {AGENCY.replace('since', 'Since')} - a day before the vote.",
        C="Nobody crossed the northern gate since Saturday.",
    )
    fact = told.whole()
    assert [(s.articles, s.words) for s in fact.same_wording] == [(("A", "B"), 14)]
    assert fact.same_wording[0].spans["A"].of(told.text("A")) == AGENCY


def test_seven_words_are_not_enough() -> None:
    told = story(A="The old bridge over the river was closed.", B="Today the old bridge over the river opened.")
    assert told.whole().same_wording == ()
