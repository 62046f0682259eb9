"""A half-open range of characters of one article's text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """``text[start:end]``; offsets count Unicode code points, ``0 <= start <= end``."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters that the span covers."""
        return text[self.start : self.end]

    def overlap(self, other: Span) -> int:
        """How many characters two spans share."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def overlaps(self, other: Span) -> bool:
        """Do two spans share a character?"""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Does the other span lie within this one?"""
        return self.start <= other.start and other.end <= self.end

    def join(self, other: Span) -> Span:
        """The smallest span that holds both."""
        return Span(min(self.start, other.start), max(self.end, other.end))

    def shift(self, by: int) -> Span:
        """The same span, moved."""
        return Span(self.start + by, self.end + by)
