"""What a mouse does to a pane of lines: wheel, click and selection."""

from __future__ import annotations

from textual import events
from textual.selection import Selection
from textual.strip import Strip
from textual.widget import Widget

from reader.tui.paint import highlight
from reader.tui.rows import Row

_WHEEL = 3


class Pointed(Widget):
    """The half of ``LineView`` that the mouse uses; what it needs of the other half is named here."""

    top: int
    cursor: int
    _header: tuple[Row, ...]

    def line_count(self) -> int:
        """How many lines there are."""
        raise NotImplementedError

    def line(self, n: int) -> Row:
        """The line with this number; asked for only when it is seen."""
        raise NotImplementedError

    def stops(self, n: int) -> bool:
        """May the cursor stand on this line?"""
        return self.line(n).stop

    def wheel(self, lines: int) -> None:
        """Moves the view and takes the cursor along where it would be left behind."""
        raise NotImplementedError

    def move_to(self, line: int, *, tell: bool = True) -> None:
        """Puts the cursor on a line."""
        raise NotImplementedError

    def action_choose(self) -> None:
        """Enter."""
        raise NotImplementedError

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel moves the view."""
        self.wheel(_WHEEL)
        event.stop()

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel moves the view."""
        self.wheel(-_WHEEL)
        event.stop()

    def on_click(self, event: events.Click) -> None:
        """A click puts the cursor there; on the cursor's line it is Enter."""
        n = event.y - len(self._header) + self.top
        if event.y < len(self._header) or n >= self.line_count() or not self.stops(n):
            return
        if n == self.cursor:
            self.action_choose()
        else:
            self.move_to(n)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected text, row by row."""
        count = self.line_count()
        if not count:
            return None
        first = selection.start.y if selection.start else 0
        last = min(selection.end.y if selection.end else count - 1, count - 1)
        found = []
        for n in range(max(0, first), last + 1):
            start, end = selection.get_span(n) or (0, -1)
            text = self.line(n).text
            found.append(text[start : len(text) if end == -1 else end].rstrip())
        return "\n".join(found), "\n"

    def selected(self, strip: Strip, n: int) -> Strip:
        """A line's strip with what is selected of it laid over."""
        span = self.text_selection.get_span(n) if self.text_selection else None
        if span is None:
            return strip
        end = len(strip.text) if span[1] == -1 else span[1]
        return highlight(strip, span[0], end, self.screen.get_component_rich_style("screen--selection"))
