"""Lines of a given width: spans into the text, so that every offset of an analysis still holds on the screen.

Breaks are greedy: at spaces, beside wide (CJK) characters, and inside a word only where it is longer than a line.
Time is linear in the text, also for a book in one line.
"""

from __future__ import annotations

import re

from rich.cells import cell_len, get_character_cell_size

Line = tuple[int, int]
"""``text[start:end]`` of one line, without the space at which it was broken."""

# Anything outside of these is measured character by character; what is here is one cell wide.
_NOT_PLAIN = re.compile(
    "[^\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u0590\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\n]"
)


def wrap(text: str, width: int, start: int = 0, end: int | None = None) -> list[Line]:
    """The lines of ``text[start:end]``, at most ``width`` cells wide each; line feeds break always.

    An empty paragraph gives one empty line.
    """
    end = len(text) if end is None else end
    width = max(1, width)
    lines: list[Line] = []
    at = start
    while True:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        if _NOT_PLAIN.search(text, at, stop):
            _measured(text, width, at, stop, lines)
        else:
            _plain(text, width, at, stop, lines)
        if stop >= end:
            return lines
        at = stop + 1


def wrap_flowing(text: str, width: int, start: int, end: int) -> list[Line]:
    """As ``wrap``, with line feeds taken for spaces: one paragraph that was broken by hand somewhere is set anew."""
    piece = text[start:end].replace("\n", " ")
    return [(a + start, b + start) for a, b in wrap(piece, width)]


def _plain(text: str, width: int, at: int, stop: int, lines: list[Line]) -> None:
    """Every character is one cell: arithmetic."""
    while stop - at > width:
        cut = text.rfind(" ", at + 1, at + width + 1)
        if cut <= at:
            lines.append((at, at + width))
            at += width
            continue
        lines.append((at, len(text[at:cut].rstrip(" ")) + at))
        at = _past_spaces(text, cut, stop)
    lines.append((at, stop))


def _past_spaces(text: str, at: int, stop: int) -> int:
    """The first character after the spaces at which a line was broken."""
    while at < stop and text[at] == " ":
        at += 1
    return at


def _measured(text: str, width: int, at: int, stop: int, lines: list[Line]) -> None:
    """Characters of zero, one or two cells: counted."""
    begin, used, chance, after = at, 0, -1, -1
    n = at
    while n < stop:
        char = text[n]
        size = get_character_cell_size(char)
        if char == " ":
            if used + 1 > width:
                lines.append((begin, n))
                n = _past_spaces(text, n, stop)
                begin, used, chance = n, 0, -1
                continue
            chance, after = n, n + 1
        elif size == 2 and n > begin:
            chance, after = n, n
        if used + size > width and n > begin:
            if chance > begin:
                lines.append((begin, chance))
                begin = after
            else:
                lines.append((begin, n))
                begin = n
            used, chance = cell_len(text[begin:n]) if begin < n else 0, -1
            continue
        used += size
        if size == 2 and n + 1 < stop and get_character_cell_size(text[n + 1]) != 0 and text[n + 1] != " ":
            chance, after = n + 1, n + 1
        n += 1
    lines.append((begin, stop))


def clip(text: str, width: int, ellipsis: str = "…") -> str:
    """The text in at most ``width`` cells, cut at a word where there is one, with an ellipsis where it was cut."""
    if cell_len(text) <= width:
        return text
    room = width - cell_len(ellipsis)
    if room <= 0:
        return ellipsis if room == 0 else ""
    first_start, first_end = wrap(text.replace("\n", " "), room)[0]
    return text[first_start:first_end].rstrip(" ,;:–—-") + ellipsis
