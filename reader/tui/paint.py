"""Rows to segments: the one place where marks become styles on the screen."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.tui.rows import Row

InkOf = Callable[[str], Style]
"""The style of a mark."""


def paint(row: Row, base: Style, ink: InkOf) -> list[Segment]:
    """A row as segments: where marks overlap, the later one is laid over the earlier."""
    text, marks = row.text, row.marks
    if not marks:
        return [Segment(text, base)] if text else []
    borders = sorted({0, len(text), *(at for a, b, _ in marks for at in (a, b) if 0 < at < len(text))})
    segments = []
    for start, end in pairwise(borders):
        style = base
        for a, b, mark in marks:
            if a <= start and b >= end and a < b:
                style += ink(mark)
        segments.append(Segment(text[start:end], style))
    return segments


def highlight(strip: Strip, start: int, end: int, style: Style) -> Strip:
    """A strip with a style laid over its characters from ``start`` to ``end``."""
    done, at = [], 0
    for segment in strip:
        text = segment.text
        cuts = sorted({0, len(text), *(c - at for c in (start, end) if 0 < c - at < len(text))})
        for a, b in pairwise(cuts):
            inside = start <= at + a and at + b <= end
            own = segment.style or Style()
            done.append(Segment(text[a:b], own + style if inside else own))
        at += len(text)
    return Strip(done, strip.cell_length)
