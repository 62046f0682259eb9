"""Which claims may never stand in one row because of their figures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

from reader.analysis.figures.compare import FIT, Compatibility, compatible
from reader.analysis.reading import Figure, Qualifier
from reader.comparison.material import Count, Statement

_TELLING = 10
"""Counts from here on seldom agree by chance."""
_ANYBODY = frozenset({"people", "person", "individual", "life", "victim", "casualty", None})
"""Heads that may stand for any group of people."""


class FigureRules:
    """Equal values first, then what is left over with the same role.

    Two claims whose figures contradict each other are apart if either figure has its equal elsewhere in the other
    article. Figures that count different things say nothing about claims of two articles: one tells how many were hurt,
    the other how old they were. Inside one article, two figures that do not fit are two facts.
    """

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._by_article: dict[int, list[Count]] = defaultdict(list)
        for s in statements:
            self._by_article[s.article] += s.figures

    def apart(self, a: Statement, b: Statement) -> bool:
        """Must two claims stay in different rows?"""
        if not a.figures or not b.figures:
            return False
        found = {compatible(f.figure, g.figure) for f in a.figures for g in b.figures if alike(f, g)}
        if not found.isdisjoint(FIT):
            return False
        if a.article == b.article:
            return True
        return bool(found) and (self._answered(a, b) or self._answered(b, a))

    def _answered(self, a: Statement, b: Statement) -> bool:
        """Has a figure of one claim its equal elsewhere in the other claim's article?"""
        return equal(a.figures, self._by_article[b.article])


def alike(f: Count, g: Count) -> bool:
    """Can two figures count or measure the same kind of thing?"""
    one, two = f.figure, g.figure
    if f.fate and g.fate and f.fate != g.fate:
        return False
    if one.unit or two.unit:
        return one.unit == two.unit or compatible(one, two) in FIT
    return one.head == two.head or one.head in _ANYBODY or two.head in _ANYBODY or bool(f.counted & g.counted)


def equal(some: Sequence[Count], others: Sequence[Count]) -> bool:
    """Has one of some figures its equal among others: the same value of the same kind of thing?"""
    return _match(some, others, (Compatibility.EQUAL,))


def fitting(some: Sequence[Count], others: Sequence[Count]) -> bool:
    """Has one of some figures its equal, or one that fits it, among others?"""
    return _match(some, others, FIT)


def _match(some: Sequence[Count], others: Sequence[Count], how: Collection[Compatibility]) -> bool:
    return any(compatible(f.figure, g.figure) in how and alike(f, g) for f in some for g in others)


def telling(figure: Figure) -> bool:
    """Is a figure one that two claims seldom share by chance: not a small count?"""
    value = figure.value if figure.value is not None else figure.high
    if value is None or figure.qualifier is Qualifier.VAGUE:
        return False
    return abs(value) >= _TELLING or value != int(value)


def same_figure(a: Statement, b: Statement) -> bool:
    """Do two claims give the same telling figure for the same kind of thing?"""
    return equal([f for f in a.figures if telling(f.figure)], b.figures)
