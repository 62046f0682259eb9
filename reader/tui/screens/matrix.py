"""The matrix: facts down, sources across, a sign and a figure in each cell; what each source says beneath."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual.binding import BindingType
from textual.geometry import Size

from reader.comparison.model import DifferenceKind, Fact, Report, Story
from reader.document.article import Article
from reader.tui import commands, marks
from reader.tui.marks import Mark
from reader.tui.rows import BLANK, Row, RowMaker
from reader.tui.screens.detail import detail_rows, sign_width
from reader.tui.screens.parts import FullScreen, Rows
from reader.tui.widgets.lines import LineView
from reader.tui.wrap import clip
from reader.workspace import Session, wording

_NARROWEST, _WIDEST = 12, 18
_TITLE_LEAST = 28
_GAP = 2


class Matrix(LineView):
    """The table. ``left`` is the first source shown where not all fit."""

    def __init__(self, session: Session, story: Story, facts: Sequence[Fact], *, id: str) -> None:
        super().__init__(id=id)
        self.session, self.story, self.facts = session, story, facts
        self.left = 0
        self._articles = [session.article(i) for i in story.articles]

    def line_count(self) -> int:
        return len(self.facts)

    def widths(self) -> tuple[int, int, int]:
        """Cells of the title column and of a source's column, and how many sources are seen."""
        room = self.size.width - sign_width(self.glyphs) - 1
        count = max(1, min(len(self._articles), (room - _TITLE_LEAST) // (_NARROWEST + _GAP)))
        column = max(6, min(_WIDEST + _GAP, (room - _TITLE_LEAST) // count))
        column = min(column, max(_NARROWEST + _GAP, room * 3 // 5 // count))
        return max(8, room - column * count), column, count

    def shift(self, by: int) -> None:
        """Shows sources further left or right."""
        _, _, count = self.widths()
        left = max(0, min(self.left + by, len(self._articles) - count))
        if left != self.left:
            self.left = left
            self.reload()

    def seen(self) -> list[Article]:
        """The articles whose columns are seen."""
        return self._articles[self.left : self.left + self.widths()[2]]

    def rewrap(self, width: int) -> None:  # noqa: ARG002
        self.shift(0)

    def header(self) -> tuple[Row, ...]:
        title, column, _ = self.widths()
        rule = self.glyphs.rule
        made = RowMaker().to(sign_width(self.glyphs) + title)
        ruled = RowMaker().add(rule * (sign_width(self.glyphs) + title), Mark.RULE)
        for article in self.seen():
            name = clip(article.source, column - _GAP - 2, self.glyphs.ellipsis)
            pad = column - cell_len(name) - 2
            made.add(" " * pad).add(article.letter, marks.of_source(article.letter)).add(" " + name, Mark.DIM)
            ruled.add(rule * _GAP, Mark.RULE).add(rule * (column - _GAP), marks.of_source(article.letter))
        return (made.row(), ruled.row())

    def line(self, n: int) -> Row:
        fact, indent = self.facts[n], sign_width(self.glyphs)
        title, column, _ = self.widths()
        ascii_only = self.glyphs.ascii
        made = RowMaker().add(" ").add(wording.sign(fact, ascii_only), marks.of_verdict(fact.verdict)).to(indent)
        made.add(clip(fact.title, title - 1, self.glyphs.ellipsis)).to(indent + title)
        for article in self.seen():
            report = fact.report(article.id)
            text = clip(wording.cell(report, article.text, ascii_only), column - _GAP, self.glyphs.ellipsis)
            made.add(" " * (column - cell_len(text))).add(text, *_cell_marks(fact, report))
        return made.row(fact.id)


def _cell_marks(fact: Fact, report: Report) -> tuple[Mark, ...]:
    """Silent cells dim, figures as figures, and those that differ in the figure as differences."""
    if report.silent:
        return (Mark.DIM,)
    if any(d.kind is DifferenceKind.FIGURE for d in fact.differences):
        return (Mark.FIGURE, Mark.DIFFERENCE)
    return (Mark.FIGURE,) if report.figures else ()


class MatrixScreen(FullScreen[str]):
    """Facts against sources; dismissed with the id of the fact to open, or None.

    ``facts`` are those that the panel shows, in its order; ``filtered`` says in words what was left out.
    """

    DEFAULT_CSS = "MatrixScreen > #matrix-detail { height: auto; }"
    BINDINGS: ClassVar[list[BindingType]] = commands.bindings("matrix")
    context = "matrix"
    view = "matrix"

    def __init__(
        self, session: Session, story: Story, facts: Sequence[Fact], current: str | None = None, filtered: str = ""
    ) -> None:
        super().__init__()
        self._session, self._story, self._facts = session, story, list(facts)
        self._current, self._filtered = current, filtered

    def body(self) -> Sequence[LineView]:
        self._matrix = Matrix(self._session, self._story, self._facts, id="over-body")
        self._matrix.cursor = next((n for n, f in enumerate(self._facts) if f.id == self._current), 0)
        self._detail = Rows(id="matrix-detail").preset(self._detail_rows(self.app.size))
        return self._matrix, self._detail

    def on_mount(self) -> None:
        """Starts on the fact that the reader came from."""
        self.call_after_refresh(self._matrix.move_to, self._matrix.cursor, tell=False)

    def title_rows(self, width: int) -> Sequence[Row]:
        count, all_of = len(self._facts), len(self._story.facts)
        facts = f"{count} facts" if count == all_of else f"{count} of {all_of} facts"
        dot = self._matrix.glyphs.dot
        made = RowMaker().add(" Matrix", Mark.FOCUS)
        made.add(f" {dot} {facts} {dot} {len(self._story.articles)} sources")
        if self._filtered:
            made.add(f" {dot} {self._filtered}", Mark.ACCENT)
        room = width - made.cells - 6
        if room > 20:
            made.right(clip(self.story_title(self._story), room, self._matrix.glyphs.ellipsis) + " ", width, Mark.DIM)
        return [made.row(), BLANK]

    def on_resize(self, event: object) -> None:
        super().on_resize(event)  # type: ignore[arg-type]
        self._show_detail()

    def on_line_view_moved(self) -> None:
        """Another row: its sources are shown beneath."""
        self._show_detail()

    def on_line_view_chosen(self, event: LineView.Chosen) -> None:
        """Enter: back to the desk, on this fact."""
        if self._facts:
            self.dismiss(self._facts[event.line].id)

    def do_columns_left(self) -> None:
        """Sources further left."""
        self._matrix.shift(-1)

    def do_columns_right(self) -> None:
        """Sources further right."""
        self._matrix.shift(1)

    def _show_detail(self) -> None:
        self._detail.set(self._detail_rows(self.size))

    def _detail_rows(self, size: Size) -> list[Row]:
        fact = self._facts[self._matrix.cursor] if self._facts else None
        return detail_rows(self._session, self._story, fact, size, self._matrix.glyphs)
