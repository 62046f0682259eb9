"""The article: a calm column of text with its marks, and the reader's place in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from textual.selection import Selection

from reader.analysis.reading import Reading
from reader.document.article import Article
from reader.document.span import Span
from reader.tui import marks
from reader.tui.gate import safe
from reader.tui.marks import Mark, Marked
from reader.tui.rows import BLANK, Row, RowMaker
from reader.tui.widgets.lines import LineView
from reader.tui.wrap import wrap_flowing

WIDEST = 72
_LEFT = 4
_RIGHT = 2
_BARRED = 0.6


class ReadingPane(LineView):
    """The open article. The reader's place is an offset; the line that holds it carries a sign in the margin.

    ``top_offset`` is the offset of the line on top: it changes when the reader scrolls and not with the pane's size, so
    that the same sentence stays on top.
    """

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.article: Article | None = None
        self.top_offset = 0
        self._text = ""
        self._lines: list[tuple[int, int]] = []
        self._starts: list[int] = []
        self._fixed: list[Marked] = []
        self._by_line: dict[int, list[Marked]] = {}
        self._bars: set[int] = set()
        self._lit: tuple[Span, ...] = ()
        self._found: tuple[Span, ...] = ()
        self._found_starts: list[int] = []
        self._here: Span | None = None
        self._title = ""
        self._title_right = ""

    # -- what the desk uses -------------------------------------------------------------------------------------

    def open(self, article: Article, reading: Reading | None, top: int, offset: int) -> None:
        """Shows an article with ``top`` on its first line and the reader at ``offset``."""
        self.article, self._text = article, safe(article.text)
        self._set_marks(reading)
        self.top_offset = top
        self._lay_out()
        self.cursor = self.line_of(offset)
        self.reload()

    def set_reading(self, reading: Reading | None) -> None:
        """The article's marks are known now, or are switched off (None)."""
        self._set_marks(reading)
        self._share_out()
        self._strips.clear()
        self.refresh()

    def light(self, lit: tuple[Span, ...], found: tuple[Span, ...], here: Span | None) -> None:
        """What is lit (the current fact), found (words looked for), and stepped to; repaints only on a change."""
        if (lit, found, here) == (self._lit, self._found, self._here):
            return
        self._lit, self._here = lit, here
        if found is not self._found:
            self._found, self._found_starts = found, [s.start for s in found]
        self._strips.clear()
        self.refresh()

    def go(self, offset: int) -> None:
        """Puts the reader at an offset; scrolls only where it is not in view, and then to a third of the height."""
        line = self.line_of(offset)
        was, self.cursor = self.cursor, line
        low, high = self.top, self.top + self.body_height - 1
        if low <= line <= high - min(2, self.body_height // 4):
            self._refresh_line(was)
            self._refresh_line(line)
        else:
            self.scroll_to_top(max(0, min(line - self.body_height // 3, self.last_top)))
            self.refresh()

    def set_title(self, title: str, right: str = "") -> None:
        """The line above the text."""
        if (title, right) != (self._title, self._title_right):
            self._title, self._title_right = title, right
            self.reload_header()

    def line_of(self, offset: int) -> int:
        """The line that holds an offset."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def offset_of(self, n: int) -> int:
        """The reader's offset when the cursor comes to a line: where the sentence that fills most of it begins."""
        if self.article is None or not 0 <= n < len(self._lines):
            return 0
        start, end = self._lines[n]
        first = self.article.sentence_at(start)
        best, most = start, 0
        for sentence in self.article.sentences[first:]:
            if sentence.span.start >= end:
                break
            shared = sentence.span.overlap(Span(start, end))
            if shared > most:
                best, most = max(start, sentence.span.start), shared
        return best

    # -- LineView -----------------------------------------------------------------------------------------------

    def header(self) -> tuple[Row, ...]:
        """Letter, source and date of the article."""
        return self.title_rows(self._title, self._title_right)

    def line_count(self) -> int:
        return len(self._lines)

    def stops(self, n: int) -> bool:
        start, end = self._lines[n]
        return end > start

    def margin(self) -> int:
        """The text begins to move before the cursor is at the edge: what comes next is always seen."""
        return self.body_height // 3

    def cursor_fill(self) -> Mark | None:
        """No bar over the text: the margin has a sign."""
        return None

    def rewrap(self, width: int) -> None:  # noqa: ARG002 (the width is the widget's own)
        offset = self.offset_of(self.cursor) if self._lines else 0
        self._lay_out()
        self.cursor = self.line_of(offset)

    def after_resize(self) -> None:
        """The same sentence stays on top, even where the cursor is out of view then."""

    def scroll_to_top(self, top: int) -> bool:
        moved = super().scroll_to_top(top)
        if moved and self._lines:
            self.top_offset = self._lines[min(self.top, len(self._lines) - 1)][0]
        return moved

    def line(self, n: int) -> Row:
        start, end = self._lines[n]
        if end <= start:
            return BLANK
        row = RowMaker().to(self._left - 3)
        if n == self.cursor:
            row.add(self.glyphs.cursor, Mark.ACCENT if self.has_focus else Mark.DIM)
        row.to(self._left - 2)
        if n in self._bars:
            row.add(self.glyphs.bar, Mark.DIM)
        row.to(self._left)
        return row.piece(self._text, start, end, self._marks_on(n, start, end)).row(n)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The article's own characters, without margin and marks."""
        if self.article is None or not self._lines:
            return None
        last = len(self._lines) - 1
        start = self._offset_at(selection.start.y, selection.start.x) if selection.start else self._lines[0][0]
        end = self._offset_at(min(selection.end.y, last), selection.end.x) if selection.end else self._lines[last][1]
        return self.article.text[start:end], "\n"

    def _offset_at(self, n: int, column: int) -> int:
        start, end = self._lines[max(0, min(n, len(self._lines) - 1))]
        return max(start, min(start + column - self._left, end))

    # -- inside -------------------------------------------------------------------------------------------------

    @property
    def _column(self) -> int:
        return max(10, min(WIDEST, self.size.width - _LEFT - _RIGHT))

    @property
    def _left(self) -> int:
        return max(_LEFT, (self.size.width - self._column) // 2)

    def _lay_out(self) -> None:
        """Paragraphs into lines, one empty line between them; ``top`` follows ``top_offset``."""
        self._lines = []
        for block in _blocks(self.article) if self.article else ():
            if self._lines:
                self._lines.append((block.start, block.start))
            self._lines += wrap_flowing(self._text, self._column, block.start, block.end)
        self._starts = [start for start, _ in self._lines]
        self._share_out()
        top = self.line_of(self.top_offset)
        self.top = 0 if len(self._lines) <= self.body_height else top

    def _set_marks(self, reading: Reading | None) -> None:
        fixed = marks.of_sections(self.article) if self.article else []
        self._fixed = fixed + (marks.of_reading(reading) if reading else [])

    def _share_out(self) -> None:
        """Every mark to the lines that it falls on; lines that are mostly quoted get a bar."""
        self._by_line = {}
        quoted: dict[int, int] = {}
        for mark in self._fixed:
            for n in range(self.line_of(mark[0]), self.line_of(max(mark[0], mark[1] - 1)) + 1):
                self._by_line.setdefault(n, []).append(mark)
                if mark[2] is Mark.QUOTE:
                    start, end = self._lines[n]
                    quoted[n] = quoted.get(n, 0) + max(0, min(end, mark[1]) - max(start, mark[0]))
        self._bars = {n for n, size in quoted.items() if size > _BARRED * (self._lines[n][1] - self._lines[n][0])}

    def _marks_on(self, n: int, start: int, end: int) -> list[Marked]:
        found: list[Marked] = [(s.start, s.end, Mark.CURRENT) for s in self._lit if s.start < end and s.end > start]
        found += self._by_line.get(n, ())
        at = max(0, bisect_right(self._found_starts, start) - 1)
        for span in self._found[at:]:
            if span.start >= end:
                break
            found.append((span.start, span.end, Mark.FIND))
        if self._here is not None:
            found.append((self._here.start, self._here.end, Mark.FIND_CURRENT))
        return found


def _blocks(article: Article) -> Sequence[Span]:
    """The paragraphs; text that no sentence holds makes paragraphs of its own, so that nothing is left out."""
    blocks: list[Span] = []
    for sentence in article.sentences:
        gap = Span(blocks[-1].end if blocks else 0, max(blocks[-1].end if blocks else 0, sentence.span.start))
        if gap.of(article.text).strip():
            blocks.append(_trimmed(article.text, gap))
            paragraph = -1
        if blocks and sentence.paragraph == paragraph:
            blocks[-1] = Span(blocks[-1].start, sentence.span.end)
        else:
            blocks.append(sentence.span)
        paragraph = sentence.paragraph
    rest = Span(blocks[-1].end if blocks else 0, len(article.text))
    if rest.of(article.text).strip():
        blocks.append(_trimmed(article.text, rest))
    return blocks


def _trimmed(text: str, span: Span) -> Span:
    piece = span.of(text)
    left = len(piece) - len(piece.lstrip())
    return Span(span.start + left, span.start + len(piece.rstrip()))
