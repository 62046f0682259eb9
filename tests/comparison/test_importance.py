"""The order of the rows."""

from __future__ import annotations

from tests.comparison.build import story


def test_what_more_sources_tell_comes_first_and_colour_last() -> None:
    told = story(
        A="The mayor of Oslo resigned. The situation is being closely monitored. The council meets in the town hall.",
        B="The mayor of Oslo has resigned.",
    )
    found = told.facts(
        {"A": ["The situation is being closely monitored."]},
        {"A": ["The council meets in the town hall."]},
        {"A": ["The mayor of Oslo resigned."], "B": [told.text("B")]},
    )
    assert [f.id for f in found] == ["f1", "f2", "f3"]
    assert len(found[0].reporting) == 2
    assert "monitored" in found[2].title
    assert all(0 <= f.importance <= 1 for f in found)
    assert [f.importance for f in found] == sorted((f.importance for f in found), reverse=True)


def test_figures_and_an_early_place_weigh() -> None:
    told = story(
        A="The town lost 40 houses. A bridge fell into the river near the mill. The school is closed for repairs."
    )
    found = told.facts(
        {"A": ["The school is closed for repairs."]},
        {"A": ["A bridge fell into the river near the mill."]},
        {"A": ["The town lost 40 houses."]},
    )
    starts = [f.report("A").evidence[0].span.start for f in found]
    assert starts == sorted(starts)
