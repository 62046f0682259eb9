"""Articles in columns, aligned fact by fact: the body of the side-by-side view."""

from __future__ import annotations

from collections.abc import Sequence

from reader.comparison.model import Story
from reader.document.article import Article
from reader.tui import marks
from reader.tui.marks import Mark, Marked
from reader.tui.rows import Row, RowMaker
from reader.tui.sides import Block, align, marks_of
from reader.tui.widgets.lines import LineView
from reader.tui.wrap import clip, wrap_flowing
from reader.workspace import Session, wording

_WIDEST = 72

Place = tuple[str, int]
"""An article's id and an offset in its text."""


class Columns(LineView):
    """The aligned columns; every line knows its block."""

    def __init__(self, session: Session, story: Story, *, id: str) -> None:
        super().__init__(id=id)
        self.session, self.story = session, story
        self.articles: list[Article] = []
        self.blocks: list[Block] = []
        self.chosen = 0
        self._marks: list[list[Marked]] = []
        self._lines: list[tuple[int, list[tuple[int, int] | None], int]] = []
        self._first: list[int] = []

    # -- what is shown ------------------------------------------------------------------------------------------

    def show_articles(self, articles: Sequence[Article]) -> None:
        """These articles from left to right."""
        self.articles = list(articles)
        self.blocks = align(self.story, self.articles)
        self._marks = [
            [*marks.of_sections(a), *marks.of_reading(self.session.reading(a.id)), *marks_of(self.story, a)]
            for a in self.articles
        ]
        self._lay()
        self.reload()

    @property
    def between(self) -> int:
        """Cells between two columns; in ASCII a sign may be "2/3"."""
        return 7 if self.glyphs.ascii else 5

    @property
    def column_width(self) -> int:
        """Cells of one column."""
        count = max(1, len(self.articles))
        return max(10, min(_WIDEST, (self.size.width - 2 - self.between * (count - 1)) // count))

    @property
    def indent(self) -> int:
        """Blank cells at the left, so that the columns stand in the middle of a wide screen."""
        count = max(1, len(self.articles))
        return max(1, (self.size.width - count * self.column_width - (count - 1) * self.between) // 2)

    def block_at(self, line: int) -> int:
        """The number of the block that a line belongs to."""
        return self._lines[line][0] if self._lines else 0

    def first_line(self, block: int) -> int:
        """The line at which a block begins."""
        return self._first[block] if self._first else 0

    def block_of(self, article: str, offset: int) -> int:
        """The block that holds a place of one of the articles; 0 if none does."""
        for column, a in enumerate(self.articles):
            if a.id == article:
                n = a.sentence_at(offset)
                return next((i for i, b in enumerate(self.blocks) if n in b.cells[column]), 0)
        return 0

    def block_of_fact(self, fact: str) -> int | None:
        """The first block in which the columns share a fact, or in which one of them reports it."""
        for held in ("shared", "facts"):
            for n, block in enumerate(self.blocks):
                if any(f.id == fact for f in getattr(block, held)):
                    return n
        return None

    def place_at(self, line: int) -> Place:
        """The place in a text that a line shows: in the chosen column, or in the first that is not blank."""
        at, cells, _ = self._lines[line]
        order = [self.chosen, *range(len(self.articles))]
        for column in order:
            cell = cells[column]
            if cell is not None:
                return self.articles[column].id, cell[0]
        for column in order:
            numbers = self.blocks[at].cells[column]
            if numbers:
                return self.articles[column].id, self.articles[column].sentences[numbers[0]].span.start
        return self.articles[0].id, 0

    def _lay(self) -> None:
        """Wraps every cell and counts the lines of every block; a blank line parts the blocks."""
        width = self.column_width
        self._lines, self._first = [], []
        for at, block in enumerate(self.blocks):
            self._first.append(len(self._lines))
            columns = [
                self._wrap(article, numbers, width) for article, numbers in zip(self.articles, block.cells, strict=True)
            ]
            for k in range(max(len(c) for c in columns)):
                self._lines.append((at, [c[k] if k < len(c) else None for c in columns], k))
            self._lines.append((at, [None] * len(columns), -1))

    @staticmethod
    def _wrap(article: Article, numbers: Sequence[int], width: int) -> list[tuple[int, int] | None]:
        lines: list[tuple[int, int] | None] = []
        for n in numbers:
            span = article.sentences[n].span
            lines += wrap_flowing(article.text, width, span.start, span.end)
        return lines

    # -- lines --------------------------------------------------------------------------------------------------

    def line_count(self) -> int:
        return len(self._lines)

    def cursor_fill(self) -> Mark | None:
        """No band: the lit block says where one is."""
        return None

    def margin(self) -> int:
        return 4

    def rewrap(self, width: int) -> None:  # noqa: ARG002
        if not self.articles:
            return
        top = min(self.top, len(self._lines) - 1)
        on_top, cursor = self.block_at(top), self.block_at(self.cursor)
        above = self.first_line(cursor) - top
        self._lay()
        self.cursor = self.first_line(cursor)
        self.top = max(0, self.cursor - above) if 0 <= above < self.body_height else self.first_line(on_top)

    def header(self) -> tuple[Row, ...]:
        g, width = self.glyphs, self.column_width
        made, ruled = RowMaker().to(self.indent), RowMaker().to(self.indent)
        for column, article in enumerate(self.articles):
            if column:
                made.to(made.cells + self.between - 2).add(g.upright, Mark.RULE).add(" ")
                ruled.add(g.rule * (self.between - 2) + ("+" if g.ascii else "┼") + g.rule, Mark.RULE)
            start = made.cells
            ink = marks.of_source(article.letter)
            day = wording.day(article.published)
            chosen = Mark.FOCUS if column == self.chosen else Mark.RULE
            made.add(article.letter, ink).add(" ").add(
                clip(article.source, width - len(day) - 6, g.ellipsis), *([Mark.TITLE] if column == self.chosen else [])
            )
            made.add(f" {g.dot} {day}", Mark.DIM).to(start + width)
            ruled.add((g.rule_focus if column == self.chosen else g.rule) * width, chosen)
        return (made.row(stop=False), ruled.row(stop=False))

    def line(self, n: int) -> Row:
        at, cells, k = self._lines[n]
        block, width = self.blocks[at], self.column_width
        here = at == self.block_at(self.cursor)
        made = RowMaker().to(self.indent)
        for column, cell in enumerate(cells):
            if column:
                self._gutter(made, block, column, k, here)
            start = made.cells
            if cell is not None:
                own = self._marks[column] + (self._lit(block, column) if here else [])
                made.piece(self.articles[column].text, *cell, own)
            elif k == 0 and column in block.elsewhere:
                made.add("(above)" if block.elsewhere[column] < 0 else "(below)", Mark.DIM)
            made.to(start + width)
        return made.row(at)

    def _gutter(self, made: RowMaker, block: Block, column: int, k: int, here: bool) -> None:
        """The sign of the block's k-th fact, once a line, then the line before a column."""
        g = self.glyphs
        first = next((c for c in range(1, len(block.cells)) if block.cells[c - 1] or block.cells[c]), 1)
        facts = (block.shared or block.facts[:1]) if column == first else []
        end = made.cells + self.between
        made.add(" ")
        if 0 <= k < len(facts):
            made.add(wording.sign(facts[k], g.ascii), marks.of_verdict(facts[k].verdict))
        made.to(end - 2).add(g.upright, Mark.FOCUS if here and k >= 0 else Mark.RULE).add(" ")

    def _lit(self, block: Block, column: int) -> list[Marked]:
        """The words of the block's first fact in one column, lit, with the differing words over them."""
        if block.lead is None:
            return []
        article = self.articles[column]
        report = block.lead.report(article.id)
        spans = [e.span for e in (*report.evidence, *report.repeats)]
        lit = marks.of_spans(spans, Mark.CURRENT)
        return [*lit, *(m for m in self._marks[column] if m[2] is Mark.DIFFERENCE)]
