"""Figures of one quantity come into one row although the claims around them are grouped otherwise."""

from __future__ import annotations

from collections.abc import Collection

from reader.comparison.claims import cut
from reader.comparison.material import Material
from reader.comparison.same_quantity import bring_together
from tests.comparison.build import Told, story

FALL = story(
    None,
    A="A climber died on Friday.\n\nHe fell about 150 metres from a ridge, police said.",
    B="A climber is dead.\n\nThe man slipped and fell some 60 metres.",
    C="The body of a climber was found.\n\nHe had fallen 150 metres.",
)
DEATH = ("A climber died", "150 metres from a ridge", "fallen 150")
SEARCH = ("The body", "A climber is dead", "60 metres")


def grouped(
    told: Told, groups: Collection[Collection[str]], p: float, never: Collection[str] = (), fixed: Collection[str] = ()
) -> set[frozenset[str]]:
    """The groups after the figures were brought together, by the words that they were given by; any two claims with
    figures are one fact with the probability ``p``, and those of ``never`` with no other."""
    readings = list(told.readings.values())
    material = Material(readings, [c for r in readings for c in cut(r)])
    place = {
        words: next(
            s.index for s in material.statements if words in s.claim.span.of(material.readings[s.article].text)
        )
        for group in groups for words in group
    }  # fmt: skip
    words_of = {n: words for words, n in place.items()}
    having = [s for s in material.statements if s.figures]
    pairs = {(a.index, b.index): p for a in having for b in having if a.index < b.index and a.article != b.article}
    barred = {place[words] for words in never}
    made = bring_together(
        material, [sorted(place[w] for w in group) for group in groups], pairs,
        lambda i, j: bool({i, j} & barred), {place[w] for w in fixed},
    )  # fmt: skip
    return {frozenset(words_of[n] for n in members) for members in made}


def test_conflicting_figures_leave_the_groups_that_they_were_drowned_in() -> None:
    assert grouped(FALL, [DEATH, SEARCH], 0.6) == {
        frozenset({"A climber died"}),
        frozenset({"The body", "A climber is dead"}),
        frozenset({"150 metres from a ridge", "fallen 150", "60 metres"}),
    }


def test_figures_that_are_less_likely_one_quantity_stay_where_they_are() -> None:
    assert grouped(FALL, [DEATH, SEARCH], 0.4) == {frozenset(DEATH), frozenset(SEARCH)}


def test_what_must_stay_apart_or_was_decided_by_hand_is_left_alone() -> None:
    as_it_was = {frozenset(DEATH), frozenset(SEARCH)}
    assert grouped(FALL, [DEATH, SEARCH], 0.6, never=["60 metres"]) == as_it_was
    assert grouped(FALL, [DEATH, SEARCH], 0.6, fixed=["fallen 150"]) == as_it_was


def test_equal_figures_find_each_other_before_those_that_conflict() -> None:
    fall = story(
        None,
        A="He fell about 150 metres from a ridge, police said.",
        B="The man slipped and fell some 60 metres.\n\nAn earlier report had spoken of 150 metres.",
        C="He had fallen 60 metres.",
    )
    lone = [["150 metres from a ridge"], ["slipped and fell some 60"], ["spoken of 150"], ["fallen 60"]]
    made = grouped(fall, lone, 0.8)
    assert frozenset({"slipped and fell some 60", "fallen 60"}) <= next(g for g in made if "fallen 60" in g)
    assert next(g for g in made if "spoken of 150" in g) >= {"150 metres from a ridge"}
