"""The four verdicts, and what may not change them."""

from __future__ import annotations

import pytest

from reader.comparison.facts.verdicts import verdict
from reader.comparison.model import Difference, DifferenceKind, Verdict
from tests.comparison.build import Told, story

DIFFERENCE = Difference(DifferenceKind.FIGURE, (("A",), ("B",)))


@pytest.mark.parametrize(
    ("reporting", "sources", "differences", "expected"),
    [
        (3, 3, (), Verdict.AGREE),
        (2, 3, (), Verdict.PARTIAL),
        (1, 3, (), Verdict.ONLY),
        (2, 3, (DIFFERENCE,), Verdict.DIFFERS),
        (3, 3, (DIFFERENCE,), Verdict.DIFFERS),
        (1, 1, (), Verdict.ONLY),
    ],
)
def test_verdict(reporting: int, sources: int, differences: tuple[Difference, ...], expected: Verdict) -> None:
    assert verdict(reporting, sources, differences) is expected


TEXTS = {
    "A": "The flood killed 40 people in Lund on Monday. Minister Eva Holm visited the town.",
    "B": "At least 60 people died in the flood at Lund. The minister, Eva Holm, came to the town.",
    "C": "The flood at Lund killed 40 people. More than 200 homes were lost.",
}
GROUPS = (
    {"A": ["The flood killed 40 people in Lund on Monday."], "B": ["At least 60 people died in the flood at Lund."],
     "C": ["The flood at Lund killed 40 people."]},
    {"A": ["Minister Eva Holm visited the town."], "B": ["The minister, Eva Holm, came to the town."]},
    {"C": ["More than 200 homes were lost."]},
)  # fmt: skip


def shape(told: Told, names: dict[str, str]) -> list[tuple[object, ...]]:
    """The facts without letters: sources by their text's name, groups as sets."""
    groups = [{k: v for k, v in g.items() if k in told.readings} for g in GROUPS]
    renamed = [{names[k]: v for k, v in g.items()} for g in groups]
    return [
        (
            f.title, f.importance, f.verdict,
            frozenset((d.kind, frozenset(frozenset(map(told.text, g)) for g in d.between)) for d in f.differences),
            frozenset((told.text(r.article), r.evidence and r.evidence[0].span, len(r.figures)) for r in f.reports),
        )
        for f in told.facts(*renamed)
    ]  # fmt: skip


def test_permuting_the_sources_changes_nothing_but_letters() -> None:
    same = {k: k for k in TEXTS}
    first = shape(story(A=TEXTS["A"], B=TEXTS["B"], C=TEXTS["C"]), same)
    assert shape(story(C=TEXTS["C"], A=TEXTS["A"], B=TEXTS["B"]), same) == first
    assert shape(story(A=TEXTS["C"], B=TEXTS["A"], C=TEXTS["B"]), {"A": "B", "B": "C", "C": "A"}) == first
