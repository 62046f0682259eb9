"""Dated facts in order, who reported them first, how a count grew."""

from __future__ import annotations

from datetime import date

from reader.comparison.timeline import timeline
from tests.comparison.build import story


def test_dated_facts_in_order_with_the_first_source() -> None:
    told = story(
        {"A": "2021-03-09", "B": "2021-03-08"},
        A="The bridge fell on 7 March 2021. It was built on 3 May 1968.",
        B="The bridge fell on 7 March 2021. Nobody knows why.",
    )
    made = told.facts(
        {"A": ["The bridge fell on 7 March 2021."], "B": ["The bridge fell on 7 March 2021."]},
        {"A": ["It was built on 3 May 1968."]},
        {"B": ["Nobody knows why."]},
    )
    entries = timeline(told.story(made), told.readings)
    assert [e.start for e in entries] == [date(1968, 5, 3), date(2021, 3, 7)]
    assert [e.first for e in entries] == [("A",), ("B",)]
    assert len(entries) == 2


def test_a_growing_count_names_its_older_counts() -> None:
    told = story(
        {"A": "2021-06-06"},
        A="More than 500 Danes have left the island by Sunday. Nearly 90 Danes had left the island by Thursday.",
    )
    made = told.facts(
        {"A": ["More than 500 Danes have left the island by Sunday."]},
        {"A": ["Nearly 90 Danes had left the island by Thursday."]},
    )
    entries = timeline(told.story(made), told.readings)
    assert [len(e.growth) for e in entries] == [0, 2]
    assert entries[1].growth[-1] == entries[1].fact
