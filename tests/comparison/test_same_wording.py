"""Shared runs of words, and how many origins agreement has."""

from __future__ import annotations

from reader.comparison.facts import independent_sources
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


def test_agreement_in_one_agencys_words_has_one_origin() -> None:
    told = story(
        A=f"The {AGENCY}.",
        B=f"{AGENCY.capitalize()}.",
        C="The northern gate is shut for travellers with a foreign passport, guards said.",
    )
    fact = told.whole()
    assert len(fact.reporting) == 3
    assert independent_sources(fact) == 2


def test_a_copy_of_an_article_adds_no_confirmation() -> None:
    body = (
        "Fire broke out in the port of Varna on Tuesday night. Two ships burnt. "
        "The mayor said that nobody was hurt and that the cause was unknown."
    )
    other = "A blaze hit the harbour at Varna late on Tuesday. Two vessels burnt, the port authority said."
    before = story(A=body, B=other)
    after = story(A=body, B=other, C=body)
    groups = (
        {"A": ["Two ships burnt."], "B": ["Two vessels burnt"]},
        {"A": ["Fire broke out in the port of Varna on Tuesday night."]},
    )
    copied = tuple({**g, "C": g["A"]} for g in groups)
    origins = sorted(independent_sources(f) for f in before.facts(*groups))
    assert sorted(independent_sources(f) for f in after.facts(*copied)) == origins
