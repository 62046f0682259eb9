"""How two figures of a group of claims stand to one another: the same count, a conflict, or another quantity."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from reader.analysis.reading import Figure, Qualifier
from reader.comparison.facts.counted import Counted, kinds, same_kind
from reader.comparison.facts.words import stem, words
from reader.document.span import Span

AROUND = 60
"""Characters before and after a figure that say what it counts."""
LOOSE = 0.1
"""How far "about" and "more than" may lie from another number of one fact."""


class Standing(IntEnum):
    """How two figures stand; the higher, the nearer."""

    UNRELATED = 0
    CONFLICTING = 1
    COMPATIBLE = 2
    EQUAL = 3


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure of one article, with what it counts and the words around it."""

    article: str
    figure: Figure
    counted: frozenset[Counted]
    around: frozenset[str]

    @property
    def vague(self) -> bool:
        """Has it neither a value nor bounds?"""
        f = self.figure
        return f.value is None and f.low is None and f.high is None


def quantity(article: str, figure: Figure, text: str) -> Quantity:
    """A figure made comparable."""
    span = Span(max(0, figure.span.start - AROUND), min(len(text), figure.span.end + AROUND))
    inside = {stem(w.key) for w in words(text, figure.number)}
    around = frozenset(stem(w.key) for w in words(text, span)) - inside
    return Quantity(article, figure, kinds(figure, text), around)


def stand(a: Quantity, b: Quantity) -> Standing:
    """How two figures stand to one another, by value, qualifier, unit and what is counted."""
    f, g = a.figure, b.figure
    if not same_kind(a.counted, b.counted):
        return Standing.UNRELATED
    if f.unit and g.unit and f.unit != g.unit:
        return Standing.UNRELATED
    if a.vague or b.vague:
        return Standing.COMPATIBLE if f.head and f.head == g.head else Standing.UNRELATED
    if bool(f.unit) != bool(g.unit):
        return Standing.UNRELATED
    if _range(f) == _range(g) and f.value == g.value:
        return Standing.EQUAL if not _opposed(f.qualifier, g.qualifier) else Standing.CONFLICTING
    return Standing.COMPATIBLE if _compatible(f, g) else Standing.CONFLICTING


def _opposed(a: Qualifier, b: Qualifier) -> bool:
    below = {Qualifier.LESS_THAN, Qualifier.NEARLY}
    above = {Qualifier.MORE_THAN}
    return (a in below and b in above) or (a in above and b in below)


def _range(f: Figure) -> tuple[float, float]:
    """The least and the most that a figure allows."""
    if f.value is None:
        return (f.low if f.low is not None else float("-inf"), f.high if f.high is not None else float("inf"))
    v = f.value
    if f.qualifier is Qualifier.BETWEEN and f.low is not None and f.high is not None:
        return f.low, f.high
    loose = abs(v) * LOOSE
    return {
        Qualifier.ABOUT: (v - loose, v + loose),
        Qualifier.MORE_THAN: (v, v + loose),
        Qualifier.AT_LEAST: (v, float("inf")),
        Qualifier.LESS_THAN: (v - loose, v),
        Qualifier.NEARLY: (v - loose, v),
        Qualifier.UP_TO: (float("-inf"), v),
    }.get(f.qualifier, (v - _step(v), v + _step(v)))


def _step(value: float) -> float:
    """Half of the last printed place of a round number: 2,800 may be 2,799, and 31 is 31."""
    if not value or value != int(value) or abs(value) < 100:
        return 0.0
    number, step = int(abs(value)), 1
    while number % 10 == 0:
        number, step = number // 10, step * 10
    return step / 2 if step > 1 and number >= 10 else 0.0


def _compatible(f: Figure, g: Figure) -> bool:
    (a, b), (c, d) = _range(f), _range(g)
    return a <= d and c <= b
