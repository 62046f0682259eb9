"""The few of many marks of a text that a sentence holds."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from reader.document.span import Span

_T = TypeVar("_T")


class Near(Generic[_T]):
    """Finds the few of many marks that overlap a sentence, without looking at all of them for each sentence."""

    def __init__(self, marks: Sequence[_T], span: Callable[[_T], Span]) -> None:
        self._span = span
        self._marks = sorted(marks, key=lambda m: (span(m).start, span(m).end))
        self._starts = [span(m).start for m in self._marks]
        self._reach: list[int] = []
        reach = 0
        for mark in self._marks:
            reach = max(reach, span(mark).end)
            self._reach.append(reach)

    def overlapping(self, span: Span) -> tuple[_T, ...]:
        """The marks that share a character with a span, in the order of the text."""
        first = bisect_left(self._reach, span.start + 1)
        last = bisect_left(self._starts, span.end)
        return tuple(m for m in self._marks[first:last] if self._span(m).overlaps(span))
