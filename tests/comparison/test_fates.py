"""What happened to people who are counted tells one count from another."""

from __future__ import annotations

import pytest

from reader.comparison import fates
from reader.document.span import Span
from tests.comparison.build import story


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
