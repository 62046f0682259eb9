"""How two figures of a group of claims stand to one another: the same count, a conflict, or another quantity."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from reader.analysis.figures.compare import Compatibility, compatible
from reader.analysis.reading import Figure, Qualifier
from reader.comparison.facts.counted import Counted, kinds, same_kind
from reader.comparison.facts.words import stem, words
from reader.document.span import Span

AROUND = 60
"""Characters before and after a figure that say what it counts."""


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
        """Is it a word for many ("dozens", "a number")? Such a figure never decides anything."""
        return self.figure.qualifier is Qualifier.VAGUE


def quantity(article: str, figure: Figure, text: str) -> Quantity:
    """A figure made comparable."""
    span = Span(max(0, figure.span.start - AROUND), min(len(text), figure.span.end + AROUND))
    inside = {stem(w.key) for w in words(text, figure.number)}
    around = frozenset(stem(w.key) for w in words(text, span)) - inside
    return Quantity(article, figure, kinds(figure, text), around)


def stand(a: Quantity, b: Quantity) -> Standing:
    """How two figures stand to one another, by value, qualifier, unit and what is counted."""
    if not same_kind(a.counted, b.counted):
        return Standing.UNRELATED
    if a.vague or b.vague:
        return Standing.COMPATIBLE if a.figure.head and a.figure.head == b.figure.head else Standing.UNRELATED
    return _STANDING[compatible(a.figure, b.figure)]


def distance(a: Quantity, b: Quantity) -> tuple[int, float, float, float]:
    """How far two figures are from one another, to sort by: those that stand nearest first, then those whose numbers
    are nearest as printed, then the smaller, so that the order of the articles decides nothing."""
    x, y = sorted((_middle(a.figure), _middle(b.figure)))
    apart = abs(y - x) / max(abs(x), abs(y)) if x != y and a.figure.unit == b.figure.unit else 0.0
    return -stand(a, b), apart, x, y


def _middle(figure: Figure) -> float:
    if figure.value is not None:
        return figure.value
    bounds = [b for b in (figure.low, figure.high) if b is not None]
    return sum(bounds) / len(bounds) if bounds else 0.0


_STANDING = {
    Compatibility.EQUAL: Standing.EQUAL,
    Compatibility.COMPATIBLE: Standing.COMPATIBLE,
    Compatibility.CONFLICT: Standing.CONFLICTING,
    Compatibility.UNRELATED: Standing.UNRELATED,
}
