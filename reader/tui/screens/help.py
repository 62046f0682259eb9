"""Help: the keys of the pane one came from, then all keys, then what the signs and marks mean; ``/`` filters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from textual.binding import BindingType

from reader.tui import commands
from reader.tui.marks import LEGEND, Mark
from reader.tui.rows import BLANK, Row, RowMaker
from reader.tui.screens.parts import FullScreen, TypeLine
from reader.tui.widgets.lines import LineView
from reader.tui.wrap import wrap

_PANE_NAMES = {
    "list": "the list",
    "text": "the text",
    "panel": "the comparison",
    "matrix": "the matrix",
    "sides": "side by side",
    "timeline": "the timeline",
}
_PANE_GROUPS = {"list": ("Articles",), "text": ("Facts", "Find"), "panel": ("Facts", "Filters", "Correct")}
_PANE_CONTEXTS = {
    "list": ("list",),
    "text": ("text",),
    "panel": ("panel",),
    "matrix": ("matrix", "over"),
    "sides": ("sides", "over"),
    "timeline": ("over",),
}
_ASCII_SIGNS = str.maketrans({"≈": "~", "≠": "!", "◐": "%", "“": '"', "”": '"', "·": ".", "…": "."})


class _Entry(NamedTuple):
    """A key or a mark, what it means, and other words by which the filter finds it."""

    left: str
    right: str
    mark: Mark
    also: str = ""


class HelpText(LineView):
    """The lines of the help, wrapped to the width."""

    def __init__(self, pane: str, *, id: str) -> None:
        super().__init__(id=id)
        self.pane = pane
        self.filter = ""
        self._rows: list[Row] = []

    def line_count(self) -> int:
        return len(self._rows)

    def line(self, n: int) -> Row:
        return self._rows[n]

    def stops(self, n: int) -> bool:  # noqa: ARG002 (a pager: the cursor goes by lines, and is not seen)
        return True

    def cursor_fill(self) -> Mark | None:
        return None

    def move(self, how: str, count: int = 1) -> bool:
        """Scrolls: a help text has nothing to stand on."""
        height = self.body_height
        steps = {"down": count, "up": -count, "half_down": height // 2, "half_up": -(height // 2)}
        steps |= {
            "page_down": height - 2,
            "page_up": 2 - height,
            "top": -self.line_count(),
            "bottom": self.line_count(),
        }
        self.scroll_to_top(max(0, min(self.top + steps.get(how, 0), self.last_top)))
        return how in steps

    def rewrap(self, width: int) -> None:  # noqa: ARG002
        self.set_filter(self.filter)

    def set_filter(self, words: str) -> None:
        """Shows only what holds these words."""
        self.filter = words
        keymap = getattr(self.app, "keymap", None)
        self._rows = help_rows(self.pane, self.size.width, words, keymap, self.glyphs.ascii)
        self.top = self.cursor = 0
        self.reload()


def help_rows(
    pane: str, width: int, words: str = "", keymap: Mapping[str, str] | None = None, ascii_only: bool = False
) -> list[Row]:
    """All lines of the help for a pane, in a width of cells; with ``words``, only the entries that hold them all."""
    wanted = words.lower().split()
    rows: list[Row] = []

    def section(title: str, entries: Iterable[_Entry]) -> None:
        kept = [e for e in entries if all(w in f"{e.left} {e.right} {e.also}".lower() for w in wanted)]
        if kept:
            rows.extend([BLANK, RowMaker().add(f" {title}", Mark.TITLE).row(stop=False)])
            column = 5 + min(width // 2 - 4, max(cell_len(e.left) for e in kept))
            for entry in kept:
                rows.extend(_lines(entry, column, width))

    contexts, own = _PANE_CONTEXTS.get(pane, ()), _PANE_GROUPS.get(pane, ())
    keys = [c for c in commands.COMMANDS if c.context in contexts or (c.group in own and c.context == "desk")]
    if keys:
        section(f"Keys in {_PANE_NAMES[pane]}", [_key_entry(c, keymap, ascii_only) for c in keys])
    known = {c.id for c in keys}
    groups: dict[str, list[commands.Command]] = {}
    for c in commands.COMMANDS:
        if c.id not in known:
            groups.setdefault(c.group, []).append(c)
    for group, members in groups.items():
        section(group, [_key_entry(c, keymap, ascii_only) for c in members])
    section("What the marks mean", [_legend_entry(mark, shown, means, ascii_only) for mark, shown, means in LEGEND])
    return rows or [BLANK, RowMaker().add(f" nothing here holds: {words}", Mark.DIM).row(stop=False)]


def _key_entry(c: commands.Command, keymap: Mapping[str, str] | None, ascii_only: bool) -> _Entry:
    names = "  ".join(commands.key_name(k, ascii_only) for k in commands.keys_of(c, keymap))
    return _Entry(names, c.help.translate(_ASCII_SIGNS) if ascii_only else c.help, Mark.KEY, c.title)


def _legend_entry(mark: Mark, shown: str, means: str, ascii_only: bool) -> _Entry:
    if ascii_only:
        shown, means = shown.translate(_ASCII_SIGNS), means.translate(_ASCII_SIGNS)
    return _Entry(shown, means, mark)


def _lines(entry: _Entry, column: int, width: int) -> list[Row]:
    """Left part and meaning; what does not fit goes on under the meaning."""
    made = RowMaker().add("   ").add(entry.left, entry.mark)
    column = max(column, made.cells + 2)
    lines = wrap(entry.right, max(10, width - column - 1))
    rows = [made.to(column).add(entry.right[slice(*lines[0])]).row(stop=False)]
    return rows + [RowMaker().to(column).add(entry.right[a:b]).row(stop=False) for a, b in lines[1:]]


class HelpScreen(FullScreen[None]):
    """The help over whatever is shown; ``pane`` is the pane or view that it was asked from."""

    BINDINGS: ClassVar[list[BindingType]] = commands.bindings("help")
    context = "help"
    DEFAULT_CSS = "HelpScreen > #help-filter { display: none; }"

    def __init__(self, pane: str = "text") -> None:
        super().__init__()
        self._pane = pane

    def body(self) -> Sequence[LineView]:
        self._text = HelpText(self._pane, id="over-body")
        self._line = TypeLine(" / ", hint="words to look for; Enter keeps, Esc shows all", id="help-filter")
        return self._text, self._line

    def title_rows(self, width: int) -> Sequence[Row]:  # noqa: ARG002
        made = RowMaker().add(" Help", Mark.FOCUS)
        if self._text.filter:
            made.add(f"  only lines with: {self._text.filter}", Mark.ACCENT)
        return [made.row()]

    def do_help(self) -> None:
        """The key that opened it closes it too."""
        self.dismiss(None)

    def do_close(self) -> None:
        """Shows all lines again if they were filtered; else back."""
        if self._text.filter:
            self._set_filter("")
            self._line.set("")
        else:
            self.dismiss(None)

    def do_help_filter(self) -> None:
        """Opens the line to type in."""
        self._line.display = True
        self._line.focus()

    def on_type_line_typed(self, event: TypeLine.Typed) -> None:
        """The lines follow every letter."""
        self._set_filter(event.text)

    def on_type_line_done(self, event: TypeLine.Done) -> None:
        """Enter keeps the filter, Escape drops it; the keys move again."""
        self._line.display = False
        if not event.given:
            self._line.set("")
            self._set_filter("")
        self._text.focus()

    def _set_filter(self, words: str) -> None:
        self._text.set_filter(words)
        self.reset_frame()
