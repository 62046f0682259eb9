"""What happened to people who are counted tells one count from another."""

from __future__ import annotations

import pytest

from reader.comparison import fates
from reader.document.span import Span
from tests.comparison.build import story
from tests.comparison.test_alignment import aligned, together


@pytest.mark.parametrize(
    ("claim", "number", "fate"),
    [
        ("The blast killed 12 people in the market", "12", "killed"),
        ("12 people were hurt", "12", "injured"),
        ("Police detained 14 protesters", "14", "arrested"),
        ("In the storm 5 people died, 12 were injured", "5", "killed"),
        ("In the storm 5 people died, 12 were injured", "12", "injured"),
        ("About 900 people came to the square", "900", ""),
        ("The bridge of 300 metres, which had been closed for years after people had been killed there", "300", ""),
    ],
)
def test_a_figure_has_the_fate_that_stands_nearest(claim: str, number: str, fate: str) -> None:
    reading = story(None, A=claim + ".").readings["A"]
    at = claim.index(number)
    figure = next(f for f in reading.figures if f.number.start <= at < f.number.end)
    assert fates.of(reading.text, figure, Span(0, len(claim))) == fate


def test_arrested_and_injured_people_are_never_one_count() -> None:
    told = story(
        None,
        A="Police arrested 12 demonstrators in the capital on Friday.",
        B="At least 12 demonstrators were injured in the capital on Friday.",
        C="Police detained 12 demonstrators in the capital on Friday, a spokesman said.",
    )
    made = aligned(told)
    assert together(told, made, "arrested 12", "detained 12")
    assert not together(told, made, "arrested 12", "were injured")
