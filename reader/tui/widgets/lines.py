"""``LineView``: a pane of lines that are drawn one by one.

A subclass says how many lines there are and what each is (a ``Row``); the view keeps its own ``top`` and cursor,
paints only the lines that are seen, keeps them painted, and repaints two lines where only the cursor moved. It is no
``ScrollView``: nothing is measured that is not shown, so 100,000 rows cost what 40 do.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from reader.tui import commands, themes
from reader.tui.marks import UNICODE, Glyphs, Mark
from reader.tui.paint import paint
from reader.tui.rows import Row, RowMaker
from reader.tui.widgets.pointed import Pointed
from reader.tui.wrap import clip

_KEPT_STRIPS = 2000


class LineView(Pointed, can_focus=True):
    """Lines, drawn one by one, with an own top and a cursor.

    Subclasses give ``line_count`` and ``line`` (see ``Pointed``); and, where they need them, ``header`` (rows that
    stay), ``rewrap`` (the width has changed: make the lines anew and set ``top`` so that the same thing stays on top)
    and ``margin`` (how many lines stay visible beyond the cursor).
    """

    BINDINGS: ClassVar[list[BindingType]] = commands.bindings("lines")
    DEFAULT_CSS = "LineView { height: 1fr; width: 1fr; }"

    @dataclass
    class Moved(Message):
        """The reader moved the cursor."""

        view: LineView
        line: int

        @property
        def control(self) -> LineView:
            return self.view

    @dataclass
    class Chosen(Message):
        """The reader pressed Enter on a line, or clicked the line that the cursor is on."""

        view: LineView
        line: int

        @property
        def control(self) -> LineView:
            return self.view

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.top = 0
        self.cursor = 0
        self._strips: dict[tuple[int, bool], Strip] = {}
        self._inks: dict[str, Style] = {}
        self._header: tuple[Row, ...] = ()
        self._wrapped_at = -1

    # -- what a subclass says -----------------------------------------------------------------------------------

    def header(self) -> tuple[Row, ...]:
        """Rows at the head of the pane that do not scroll."""
        return ()

    def title_rows(self, title: str, right: str = "") -> tuple[Row, ...]:
        """A title and a rule, for ``header``: accented and heavier where the pane has the keys."""
        width, g = self.size.width, self.glyphs
        if g.ascii:
            from reader.workspace import wording  # noqa: PLC0415 (most terminals never need it)

            title, right = wording.plain(title), wording.plain(right)
        ink = Mark.FOCUS if self.has_focus else Mark.DIM
        room = width - 2 - (cell_len(right) + 2 if right else 0)
        row = RowMaker().add(" ").add(clip(title, room, g.ellipsis), ink)
        sign, below = (g.rule_focus, ink) if self.has_focus else (g.rule, Mark.RULE)
        rule = RowMaker().add(sign * width, below)
        return row.right(right, width - 1, Mark.DIM).row(stop=False), rule.row(stop=False)

    def rewrap(self, width: int) -> None:
        """The pane is ``width`` cells wide now."""

    def margin(self) -> int:
        """How many lines stay visible above and below the cursor."""
        return 2

    # -- what a caller uses -------------------------------------------------------------------------------------

    @property
    def glyphs(self) -> Glyphs:
        """The signs of this terminal."""
        return getattr(self.app, "glyphs", UNICODE)

    @property
    def body_height(self) -> int:
        """How many lines are seen below the header."""
        return max(1, self.size.height - len(self._header))

    def reload(self) -> None:
        """The lines are others now: everything is asked for again."""
        self._strips.clear()
        self._header = self.header()
        self.cursor = max(0, min(self.cursor, self.line_count() - 1))
        self.top = max(0, min(self.top, self.line_count() - 1))
        self.refresh()

    def reload_header(self) -> None:
        """Only the header has changed."""
        self._header = self.header()
        self.refresh(Region(0, 0, self.size.width, len(self._header)))

    def move_to(self, line: int, *, tell: bool = True) -> None:
        """Puts the cursor on a line, or on the nearest one that it may stand on, and brings it into view."""
        count = self.line_count()
        if not count:
            return
        target = self._nearest_stop(max(0, min(line, count - 1)), 1 if line >= self.cursor else -1)
        was, self.cursor = self.cursor, target
        if not self.show(target):
            self._refresh_line(was)
            self._refresh_line(target)
        if tell and was != target:
            self.post_message(self.Moved(self, target))

    def show(self, line: int, *, margin: int | None = None) -> bool:
        """Scrolls no more than needed to bring a line into view; True if the view moved."""
        height = self.body_height
        margin = min(self.margin() if margin is None else margin, (height - 1) // 2)
        top = self.top
        if line < top + margin:
            top = line - margin
        elif line > top + height - 1 - margin:
            top = line - height + 1 + margin
        return self.scroll_to_top(min(top, max(self.top, self.last_top)))

    @property
    def last_top(self) -> int:
        """The top at which the last line stands at the bottom."""
        return max(0, self.line_count() - self.body_height)

    def scroll_to_top(self, top: int) -> bool:
        """Shows this line first; True if the view moved."""
        top = max(0, top)
        if top == self.top:
            return False
        self.top = top
        self.refresh()
        return True

    def move(self, how: str, count: int = 1) -> bool:
        """One movement by the name of its command (``down``, ``page_up`` …); False if there is no such movement."""
        page = max(1, self.body_height - 2)
        half = max(1, self.body_height // 2)
        pages = {"page_down": page, "page_up": -page, "half_down": half, "half_up": -half}
        if how in ("down", "up"):
            self._step(count if how == "down" else -count)
        elif how in pages:
            self._page(pages[how])
        elif how in ("top", "bottom"):
            self.top = 0 if how == "top" else self.last_top
            self.refresh()
            self.move_to(0 if how == "top" else self.line_count() - 1)
        else:
            return False
        return True

    def action_move(self, how: str) -> None:
        """A movement key; a count typed before it multiplies single steps."""
        take = getattr(self.screen, "take_count", None)
        self.move(how, take() if take else 1)

    def action_choose(self) -> None:
        """Enter."""
        if self.line_count():
            self.post_message(self.Chosen(self, self.cursor))

    # -- drawing ------------------------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        if y < len(self._header):
            return self._paint(self._header[y], False)
        n = y - len(self._header) + self.top
        if n >= self.line_count():
            return Strip.blank(self.size.width, self.rich_style)
        here = n == self.cursor
        strip = self._strips.get((n, here))
        if strip is None:
            if len(self._strips) > _KEPT_STRIPS:
                self._strips.clear()
            strip = self._strips[n, here] = self._paint(self.line(n), here)
        if self.text_selection is not None:
            strip = self.selected(strip, n)
        return strip.apply_offsets(0, n) if getattr(self.app, "selects", True) else strip

    def cursor_fill(self) -> Mark | None:
        """The ground of the line that the cursor is on."""
        return Mark.CURSOR if self.has_focus else Mark.CURSOR_BLURRED

    def ink(self, mark: str) -> Style:
        """The style of a mark in the theme of the app."""
        if not self._inks:
            self._inks = {name: ink.style for name, ink in themes.palette(self.app.theme).inks().items()}
        return self._inks[mark]

    def _paint(self, row: Row, here: bool) -> Strip:
        width = self.size.width
        fill = (self.cursor_fill() if here and row.stop else None) or row.fill
        base = self.rich_style + self.ink(Mark.TEXT)
        if fill:
            base += self.ink(fill)
        return Strip(paint(row, base, self.ink)).adjust_cell_length(width, base)

    def _refresh_line(self, n: int) -> None:
        y = n - self.top + len(self._header)
        if len(self._header) <= y < self.size.height:
            self.refresh(Region(0, y, self.size.width, 1))

    # -- events -------------------------------------------------------------------------------------------------

    def notify_style_update(self) -> None:
        """Another theme: every line is painted anew."""
        super().notify_style_update()
        self._strips.clear()
        self._inks = {}

    def on_resize(self, event: events.Resize) -> None:
        """A new size: lines are wrapped anew where the width is another, and the top stays where it was."""
        self._strips.clear()
        if event.size.width != self._wrapped_at:
            self._wrapped_at = event.size.width
            self.rewrap(event.size.width)
        self._header = self.header()
        self.after_resize()
        self.refresh()

    def after_resize(self) -> None:
        """The lines fit the new size: the cursor stays in view."""
        self.show(self.cursor, margin=0)

    def watch_has_focus(self, has_focus: bool) -> None:
        """The pane has the keys now, or has lost them: its title and its cursor say so."""
        super().watch_has_focus(has_focus)
        if self.is_mounted:
            self._focus_changed()

    def _focus_changed(self) -> None:
        self._strips.pop((self.cursor, True), None)
        self._header = self.header()
        self.refresh(Region(0, 0, self.size.width, len(self._header)))
        self._refresh_line(self.cursor)

    # -- inside -------------------------------------------------------------------------------------------------

    def wheel(self, lines: int) -> None:
        """Moves the view and takes the cursor along where it would be left behind."""
        if self.scroll_to_top(max(0, min(self.top + lines, max(self.top, self.last_top)))):
            low, high = self.top, self.top + self.body_height - 1
            if not low <= self.cursor <= high:
                self.cursor = self._nearest_stop(max(low, min(self.cursor, high)), 1 if lines > 0 else -1)
                self.post_message(self.Moved(self, self.cursor))

    def _page(self, lines: int) -> None:
        """Moves the view and the cursor with it; where the view is at its end, the cursor alone."""
        top = max(0, min(self.top + lines, max(self.top, self.last_top)))
        if top == self.top:
            self.move_to(self.cursor + lines)
            return
        margin = min(self.margin(), (self.body_height - 1) // 2)
        target = max(top + margin if top else 0, min(self.cursor + lines, top + self.body_height - 1 - margin))
        self.scroll_to_top(top)
        self.move_to(target)

    def _step(self, lines: int) -> None:
        """Moves by lines, at least to the next one that the cursor may stand on, if there is one."""
        count, direction = self.line_count(), 1 if lines > 0 else -1
        target = max(0, min(self.cursor + lines, count - 1))
        while 0 <= target < count and not self.stops(target):
            target += direction
        if 0 <= target < count:
            self.move_to(target)
        else:
            self.show(max(0, min(target, count - 1)))

    def _nearest_stop(self, line: int, direction: int) -> int:
        for step in (direction, -direction):
            n = line
            while 0 <= n < self.line_count():
                if self.stops(n):
                    return n
                n += step
        return line
