"""Side by side: two or three articles in columns, aligned fact by fact, scrolled together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType

from reader.comparison.model import Story
from reader.document.article import Article
from reader.tui import commands, marks
from reader.tui.marks import Mark
from reader.tui.rows import Row, RowMaker
from reader.tui.screens.parts import FullScreen
from reader.tui.widgets.columns import Columns, Place
from reader.tui.widgets.lines import LineView
from reader.tui.wrap import clip
from reader.workspace import Session, wording

_THIRD_FROM = 132
"""Cells of a screen that holds three columns."""
_THIRD_AT_ONCE = 180
"""Cells of a screen that shows three columns unasked."""


class SideBySideScreen(FullScreen[Place]):
    """Articles beside one another; dismissed with the place to go to on the desk, or None.

    ``left`` and ``right`` are ids of articles of the story; ``fact`` or ``offset`` (in the left article) says where to
    begin.
    """

    BINDINGS: ClassVar[list[BindingType]] = commands.bindings("sides")
    context = "sides"
    view = "side_by_side"

    def __init__(
        self,
        session: Session,
        story: Story,
        left: str,
        right: str | None = None,
        *,
        fact: str | None = None,
        offset: int = 0,
    ) -> None:
        super().__init__()
        self._session, self._story = session, story
        self._begin_fact, self._begin_offset = fact, offset
        others = [i for i in story.articles if i != left]
        begun = next((f for f in story.facts if f.id == fact), None)
        telling = [r.article for r in begun.reporting if r.article != left] if begun else []
        self._shown = [left, *([right] if right in others else [*telling, *others][:1])]

    def body(self) -> Sequence[LineView]:
        self._columns = Columns(self._session, self._story, id="over-body")
        return (self._columns,)

    def on_mount(self) -> None:
        """The articles, at the fact or the sentence that the reader came from."""
        self.call_after_refresh(self._start)

    def _start(self) -> None:
        with self.app.batch_update():
            self._fill()

    def _fill(self) -> None:
        others = [i for i in self._story.articles if i not in self._shown]
        if self.size.width >= _THIRD_AT_ONCE and others:
            self._shown.append(others[0])
        self._columns.show_articles(self._articles())
        block = self._columns.block_of_fact(self._begin_fact) if self._begin_fact else None
        self._go(block if block is not None else self._columns.block_of(self._shown[0], self._begin_offset))
        self.reset_frame()

    def _articles(self) -> list[Article]:
        return [self._session.article(i) for i in self._shown]

    def title_rows(self, width: int) -> Sequence[Row]:
        g = self._columns.glyphs
        made = RowMaker().add(" Side by side", Mark.FOCUS)
        shared = sum(1 for f in self._story.facts if sum(not f.report(i).silent for i in self._shown) > 1)
        made.add(f" {g.dot} {shared} shared facts")
        lead = self._columns.blocks[self._columns.block_at(self._columns.cursor)].lead if self._columns.blocks else None
        if lead is not None:
            words = wording.verdict_words(lead, self._story, self._session.comparison)
            made.add(f" {g.dot} ").add(wording.sign(lead, g.ascii), marks.of_verdict(lead.verdict))
            made.add(" " + clip(words, max(0, width - made.cells - 2), g.ellipsis))
        return [made.row()]

    def on_line_view_moved(self) -> None:
        """Another block is lit."""
        self._columns.reload()
        self.reset_frame()

    def on_line_view_chosen(self, event: LineView.Chosen) -> None:
        """Enter: this sentence on the desk."""
        self.dismiss(self._columns.place_at(event.line))

    def _go(self, block: int) -> None:
        columns = self._columns
        if not columns.blocks:
            return
        line = columns.first_line(block)
        columns.move_to(line, tell=False)
        columns.scroll_to_top(min(max(0, line - 1), columns.last_top))
        columns.reload()
        self.reset_frame()

    def _step_fact(self, by: int) -> None:
        at = self._columns.block_at(self._columns.cursor) + by
        while 0 <= at < len(self._columns.blocks):
            if self._columns.blocks[at].shared:
                self._go(at)
                return
            at += by

    def do_side_next(self) -> None:
        """To the next block that the columns share."""
        self._step_fact(1)

    def do_side_previous(self) -> None:
        """To the shared block before."""
        self._step_fact(-1)

    def do_side_column(self) -> None:
        """The next column is the one whose article changes."""
        self._columns.chosen = (self._columns.chosen + 1) % len(self._shown)
        self._columns.reload_header()

    def do_side_article(self) -> None:
        """The next article in the chosen column."""
        self._change(1)

    def do_side_article_before(self) -> None:
        """The article before in the chosen column."""
        self._change(-1)

    def do_side_third(self) -> None:
        """A third article, or two again."""
        others = [i for i in self._story.articles if i not in self._shown]
        if len(self._shown) > 2:
            self._shown.pop()
        elif others and self.size.width >= _THIRD_FROM:
            self._shown.append(others[0])
        self._columns.chosen = min(self._columns.chosen, len(self._shown) - 1)
        self._reshow()

    def _change(self, by: int) -> None:
        """The next article that no other column shows; where none is left, the columns change places."""
        order, chosen = list(self._story.articles), self._columns.chosen
        if len(order) <= len(self._shown):
            self._shown = [*self._shown[1:], self._shown[0]]
        else:
            at = order.index(self._shown[chosen])
            steps = (order[(at + by * k) % len(order)] for k in range(1, len(order)))
            self._shown[chosen] = next(i for i in steps if i not in self._shown)
        self._reshow()

    def _reshow(self) -> None:
        """Shows the articles chosen now, at the same fact where there is one."""
        columns = self._columns
        lead = columns.blocks[columns.block_at(columns.cursor)].lead if columns.blocks else None
        columns.show_articles(self._articles())
        block = columns.block_of_fact(lead.id) if lead is not None else None
        self._go(block or 0)
