"""The stories and their articles, source by source."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType

from reader.comparison.model import Story
from reader.document.article import Article
from reader.tui import commands, marks
from reader.tui.marks import Mark
from reader.tui.rows import Row, RowMaker
from reader.tui.widgets.lines import LineView
from reader.tui.wrap import clip, wrap

_DATE = 10


@dataclass(frozen=True, slots=True)
class Entry:
    """One article of the list: ``covers`` is how many of the story's facts it reports, None before the comparison."""

    article: Article
    read: bool
    starred: bool
    covers: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """A story with its articles; ``story`` is None before the comparison."""

    story: Story | None
    entries: tuple[Entry, ...]


class ArticleList(LineView):
    """Stories, and below each its articles: unread mark, letter, source, date, coverage.

    A row's ``key`` is an article's id, or a story's group for a story's row (Enter folds it).
    """

    BINDINGS: ClassVar[list[BindingType]] = commands.bindings("list")

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._groups: tuple[Group, ...] = ()
        self._rows: list[tuple[Group, Entry | None]] = []
        self._folded: set[str] = set()
        self._current = ""
        self._title: Callable[[], str] = lambda: "Stories"
        self._foot = ""

    def show_groups(self, groups: Sequence[Group], current: str, title: str, foot: str = "") -> None:
        """Other stories, or other marks on them; ``current`` is the open article, ``foot`` a sentence below all."""
        here = self.key_at(self.cursor)
        self._groups, self._current, self._foot = tuple(groups), current, foot
        self._title = lambda: title
        self._rows = []
        for group in self._groups:
            self._rows.append((group, None))
            if _name(group) not in self._folded:
                self._rows += [(group, entry) for entry in group.entries]
        self.cursor = self._line_of(here if isinstance(here, str) and here else current)
        self.reload()
        self.show(self.cursor)

    def set_current(self, article: str) -> None:
        """Another article is open: the cursor goes to it."""
        was, self._current = self._line_of(self._current), article
        self._strips.clear()
        self.move_to(self._line_of(article), tell=False)
        self._refresh_line(was)
        self._refresh_line(self.cursor)

    def key_at(self, n: int) -> object:
        """What a row stands for."""
        if not 0 <= n < len(self._rows):
            return None
        group, entry = self._rows[n]
        return entry.article.id if entry else group

    def fold(self, n: int) -> None:
        """Folds the story of a row, or unfolds it."""
        if 0 <= n < len(self._rows) and self._rows[n][1] is None:
            group = self._rows[n][0]
            self._folded ^= {_name(group)}
            self.show_groups(self._groups, self._current, self._title(), self._foot)
            self.cursor = next(k for k, (g, e) in enumerate(self._rows) if g is group and e is None)
            self.reload()

    def unread(self, direction: int) -> str | None:
        """The next unread article after the cursor in a direction, or None."""
        order = self._rows[self.cursor + 1 :] if direction > 0 else self._rows[: self.cursor][::-1]
        return next((e.article.id for _, e in order if e and not e.read), None)

    def _line_of(self, article: str) -> int:
        return next((n for n, (_, e) in enumerate(self._rows) if e and e.article.id == article), 0)

    # -- rows ---------------------------------------------------------------------------------------------------

    def header(self) -> tuple[Row, ...]:
        """The pane's title."""
        return self.title_rows(self._title())

    def line_count(self) -> int:
        return len(self._rows) + len(self._foot_lines())

    def line(self, n: int) -> Row:
        if n >= len(self._rows):
            return RowMaker().add("   ").add(self._foot_lines()[n - len(self._rows)], Mark.DIM).row(stop=False)
        group, entry = self._rows[n]
        return self._article_row(entry) if entry else self._story_row(group)

    def _foot_lines(self) -> list[str]:
        """An empty line and the sentence below the list, wrapped."""
        lines = [self._foot[a:b] for a, b in wrap(self._foot, self.size.width - 5)] if self._foot else []
        return ["", *lines] if lines else []

    def _story_row(self, group: Group) -> Row:
        sign = self.glyphs.folded if _name(group) in self._folded else self.glyphs.unfolded
        title = group.story.title if group.story else "Articles"
        room = self.size.width - 4
        return RowMaker().add(f" {sign} ", Mark.DIM).add(clip(title, room, self.glyphs.ellipsis), Mark.TITLE).row(group)

    def _article_row(self, entry: Entry) -> Row:
        article, g = entry.article, self.glyphs
        date = article.published.isoformat() if article.published else "no date"
        width = self.size.width
        cover = f"{entry.covers[0]:>3}/{entry.covers[1]}" if entry.covers and width >= 36 else ""
        right = date.rjust(_DATE) + (f"  {cover}" if cover else "")
        is_open = article.id == self._current
        row = RowMaker().add(f" {g.cursor if is_open else ' '}", Mark.ACCENT)
        row.add(" " if entry.read else g.unread, Mark.ACCENT)
        row.add(f" {article.letter}", marks.of_source(article.letter)).add(" ")
        row.add(g.star + " " if entry.starred else "", Mark.FIGURE)
        room = width - row.cells - len(right) - 3
        row.add(clip(article.source, room, g.ellipsis), *([] if entry.read and not is_open else [Mark.TITLE]))
        return row.right(right, width - 1, Mark.DIM).row(article.id)


def _name(group: Group) -> str:
    return group.story.id if group.story else ""
