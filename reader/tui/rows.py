"""A row: one line of safe text with its marks, before it is painted. Pure, so that what is shown can be tested.

Foreign text is made safe where it enters a ``RowMaker``; nothing else puts text on a row.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rich.cells import cell_len

from reader.tui.gate import one_line
from reader.tui.marks import Mark, Marked


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a ``LineView``.

    ``marks`` are offsets into ``text``; ``fill`` is a mark whose ground goes over the whole width; ``key`` says what
    the row stands for (a fact, an article, an offset: the view's own affair); the cursor stops only where ``stop``.
    """

    text: str = ""
    marks: tuple[Marked, ...] = ()
    fill: Mark | None = None
    key: object = None
    stop: bool = True


BLANK = Row(stop=False)


class RowMaker:
    """Builds a row from left to right, in cells: ``RowMaker().add("A", Mark.SOURCE_A).to(9).add("text").row()``."""

    def __init__(self) -> None:
        self._text: list[str] = []
        self._marks: list[Marked] = []
        self._length = 0
        self.cells = 0

    def add(self, text: str, *marks: Mark) -> RowMaker:
        """Appends text (made safe and single-line here) under some marks."""
        text = one_line(text)
        end = self._length + len(text)
        self._marks += [(self._length, end, mark) for mark in marks if text]
        self._text.append(text)
        self._length = end
        self.cells += cell_len(text)
        return self

    def piece(self, text: str, start: int, end: int, marks: Iterable[Marked]) -> RowMaker:
        """Appends ``text[start:end]`` with those of the text's marks that fall on it."""
        shift = self._length - start
        self._marks += [(max(a, start) + shift, min(b, end) + shift, m) for a, b, m in marks if a < end and b > start]
        return self.add(text[start:end])

    def to(self, column: int) -> RowMaker:
        """Fills with spaces up to a column (cells from 0); nothing where the row is already there."""
        return self.add(" " * (column - self.cells)) if column > self.cells else self

    def right(self, text: str, width: int, *marks: Mark) -> RowMaker:
        """Puts text at the right end of ``width`` cells, if two cells of air remain before it."""
        if self.cells + 2 + cell_len(text) <= width:
            self.to(width - cell_len(text)).add(text, *marks)
        return self

    def row(self, key: object = None, *, fill: Mark | None = None, stop: bool = True) -> Row:
        """The row."""
        return Row("".join(self._text), tuple(self._marks), fill, key, stop)
