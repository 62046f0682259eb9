"""What the full-screen views share: a frame of title, body and footer, rows that only show, and a line to type in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.screen import Screen

from reader.comparison.model import Story
from reader.tui import commands
from reader.tui.marks import Mark
from reader.tui.rows import Row, RowMaker
from reader.tui.widgets.lines import LineView
from reader.tui.wrap import clip

Result = TypeVar("Result")


_VIEWS = ("matrix", "side_by_side", "timeline")


def _views() -> list[BindingType]:
    """The keys that lead from one view to another, as on the desk."""
    return [b for b in commands.bindings("desk") if isinstance(b, Binding) and b.id in _VIEWS]


class Rows(LineView, can_focus=False):
    """Rows that are shown and not moved in."""

    DEFAULT_CSS = "Rows { height: 1; }"

    def __init__(self, *, id: str | None = None, fill: Mark | None = None) -> None:
        super().__init__(id=id)
        self.rows: Sequence[Row] = ()
        self._fill = fill

    def preset(self, rows: Sequence[Row]) -> Rows:
        """As tall as these rows and with them, before the first paint: nothing is laid out twice."""
        self.rows = list(rows)
        self.styles.height = len(self.rows)
        return self

    def set(self, rows: Sequence[Row]) -> None:
        """Shows these rows, in their height; repaints only if they are others than before."""
        if len(rows) != len(self.rows):
            self.styles.height = len(rows)
        if list(rows) != list(self.rows):
            self.rows = list(rows)
            self.reload()

    def line_count(self) -> int:
        return max(len(self.rows), self.size.height if self._fill else 0)

    def line(self, n: int) -> Row:
        row = self.rows[n] if n < len(self.rows) else Row()
        return Row(row.text, row.marks, row.fill or self._fill, stop=False)


class FullScreen(Screen[Result]):
    """A view over the whole screen: ``title_row`` on top, ``body`` beneath, the keys that matter here at the bottom.

    ``context`` is the name of its footer in the command table, ``view`` the id of the command that opens it: the same
    key closes it, and those of the other views lead there.
    """

    DEFAULT_CSS = """
    FullScreen { background: $background; }
    FullScreen > #over-footer { height: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings("over"), *_views()]
    AUTO_FOCUS = "#over-body"
    context = "over"
    view = ""

    def body(self) -> Sequence[LineView]:
        """The widgets between title and footer, the first with the id ``over-body``."""
        raise NotImplementedError

    def title_rows(self, width: int) -> Sequence[Row]:
        """What stands on top; asked for again when the width changes."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        body, width = self.body(), self.app.size.width
        yield Rows(id="over-title").preset(self.title_rows(width))
        yield from body
        yield Rows(id="over-footer", fill=Mark.BAR).preset([self.footer_row(width)])

    def on_resize(self, event: events.Resize) -> None:
        """Title and footer are set anew for the width."""
        self.reset_frame(event.size.width)

    def reset_frame(self, width: int | None = None) -> None:
        """Sets title and footer again after something that they say has changed."""
        width = self.size.width if width is None else width
        self.query_one("#over-title", Rows).set(self.title_rows(width))
        self.query_one("#over-footer", Rows).set([self.footer_row(width)])

    @property
    def _ascii(self) -> bool:
        return bool(getattr(getattr(self.app, "glyphs", None), "ascii", False))

    def footer_row(self, width: int) -> Row:
        """Keys and what they do, as many as fit."""
        made = RowMaker().add(" ")
        for key, title in commands.footer(self.context, getattr(self.app, "keymap", None), self._ascii):
            if made.cells + len(key) + len(title) + 3 > width:
                break
            made.add(key, Mark.KEY).add(f" {title}  ")
        return made.row()

    def story_title(self, story: Story) -> str:
        """A story's title, its ellipsis in ASCII where the terminal knows no other."""
        if not self._ascii:
            return story.title
        from reader.workspace.wording import plain  # noqa: PLC0415 (most terminals never need it)

        return plain(story.title)

    def action_run(self, id: str) -> None:
        """A command of this screen by its id; what it does not know goes to the app."""
        own = getattr(self, f"do_{id}", None)
        if own is not None:
            own()
            return
        if id in _VIEWS:
            self.dismiss(None)
            if id != self.view:
                self.app.call_later(self._go_on, id)
            return
        run = getattr(self.app, "action_run", None)
        if run is not None:
            run(id)

    def _go_on(self, id: str) -> None:
        """Runs a command of the screen beneath, now that this one has gone."""
        run = getattr(self.app.screen, "action_run", None)
        if run is not None:
            run(id)

    def do_close(self) -> None:
        """Back to where the reader came from."""
        self.dismiss(None)


class TypeLine(LineView, can_focus=True, inherit_bindings=False):
    """One line to type in; foreign bytes that are pasted pass the gate like all text."""

    DEFAULT_CSS = "TypeLine { height: 1; }"

    @dataclass
    class Typed(Message):
        """The text has changed."""

        text: str

    @dataclass
    class Done(Message):
        """Enter was pressed, or Escape (``given`` is then False)."""

        text: str
        given: bool

    def __init__(self, label: str, *, hint: str = "", id: str | None = None) -> None:
        super().__init__(id=id)
        self.text = ""
        self._label = label
        self._hint = hint

    def line_count(self) -> int:
        return 1

    def cursor_fill(self) -> Mark | None:
        return None

    def line(self, n: int) -> Row:  # noqa: ARG002 (there is but one)
        made = RowMaker().add(self._label, Mark.KEY)
        made.add(self.text or "")
        if self.has_focus:
            made.add(" ", Mark.FIND)
        if not self.text and self._hint:
            made.add(" " + clip(self._hint, max(0, self.size.width - made.cells - 1)), Mark.DIM)
        return made.row()

    def set(self, text: str) -> None:
        """Puts a text into the line and tells."""
        if text != self.text:
            self.text = text
            self.reload()
            self.post_message(self.Typed(text))

    def on_key(self, event: events.Key) -> None:
        """Characters are typed; Backspace takes one back and leaves an empty line; Enter and Escape end."""
        if event.key in ("enter", "escape"):
            self.post_message(self.Done(self.text, event.key == "enter"))
        elif event.key in ("backspace", "ctrl+h"):
            if not self.text:
                self.post_message(self.Done("", False))
            self.set(self.text[:-1])
        elif event.key == "ctrl+u":
            self.set("")
        elif event.is_printable and event.character:
            self.set(self.text + event.character)
        else:
            return
        event.stop()
        event.prevent_default()

    def on_paste(self, event: events.Paste) -> None:
        """Pasted text, on one line."""
        self.set(self.text + " ".join(event.text.split()))
        event.stop()
