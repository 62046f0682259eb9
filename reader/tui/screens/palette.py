"""The command palette: every command by name, found by some of its letters; Enter runs it.

The framework's own palette takes titles for markup; this one draws rows like every other view.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from reader.tui import commands
from reader.tui.marks import Mark, Marked
from reader.tui.rows import Row, RowMaker
from reader.tui.screens.parts import TypeLine
from reader.tui.widgets.lines import LineView
from reader.tui.wrap import clip

_HIDDEN = ("lines", "over", "matrix", "sides", "help")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the palette; ``id`` is what the screen is dismissed with. ``title`` may be foreign text."""

    id: str
    title: str
    help: str = ""
    keys: str = ""


def entries(
    contexts: Iterable[str] = ("desk", "list", "text", "panel", "app"), ascii_only: bool = False
) -> list[Entry]:
    """The commands of some contexts as entries, each title once."""
    found: dict[str, Entry] = {}
    for c in commands.of_context(*contexts):
        if c.id != "palette" and c.context not in _HIDDEN:
            keys = " ".join(commands.key_name(k, ascii_only) for k in commands.keys_of(c))
            found.setdefault(c.title, Entry(c.id, c.title, c.help, keys))
    return list(found.values())


def fuzzy(wanted: str, text: str) -> tuple[float, tuple[int, ...]] | None:
    """How well letters in this order are found in a text (higher is better) and where; None if they are not.

    Letters that begin a word and letters that follow one another count most; linear in the text.
    """
    text, score, at = text.lower(), 0.0, 0
    places: list[int] = []
    whole = text.find(wanted.lower()) if wanted else -1
    if whole >= 0:
        begins = whole == 0 or not text[whole - 1].isalnum()
        return 10.0 * len(wanted) + (5 if begins else 0) - whole / 100, tuple(range(whole, whole + len(wanted)))
    for letter in wanted.lower():
        if letter == " ":
            continue
        found = text.find(letter, at)
        if found < 0:
            return None
        follows = bool(places) and found == places[-1] + 1
        begins = found == 0 or not text[found - 1].isalnum()
        score += 1 + 3 * follows + 4 * begins - (found - at) / 50
        places.append(found)
        at = found + 1
    return score, tuple(places)


def ranked(all_entries: Sequence[Entry], wanted: str) -> list[tuple[Entry, tuple[int, ...]]]:
    """The entries that a typed text finds, the best first: by title, then by words of the help."""
    if not wanted.strip():
        return [(e, ()) for e in all_entries]
    found: list[tuple[float, int, Entry, tuple[int, ...]]] = []
    words = wanted.lower().split()
    for n, entry in enumerate(all_entries):
        hit = fuzzy(wanted.strip(), entry.title)
        if hit is not None:
            found.append((hit[0] + 5, n, entry, hit[1]))
        elif all(w in entry.help.lower() for w in words):
            found.append((0.0, n, entry, ()))
    found.sort(key=lambda f: (-f[0], f[1]))
    return [(entry, places) for _, _, entry, places in found]


class Found(LineView, can_focus=False):
    """What was found; the line to type in moves its cursor."""

    DEFAULT_CSS = "Found { height: 1fr; }"

    def __init__(self, all_entries: Sequence[Entry], *, id: str) -> None:
        super().__init__(id=id)
        self._all = all_entries
        self.found = ranked(all_entries, "")

    def look_for(self, wanted: str) -> None:
        """Shows what this finds."""
        self.found = ranked(self._all, wanted)
        self.top = self.cursor = 0
        self.reload()

    def cursor_fill(self) -> Mark | None:
        return Mark.CURSOR

    def line_count(self) -> int:
        return len(self.found)

    def line(self, n: int) -> Row:
        entry, places = self.found[n]
        width = self.size.width
        room = max(8, width - cell_len(entry.keys) - 5)
        title = clip(entry.title, room, self.glyphs.ellipsis)
        lit: list[Marked] = [(p, p + 1, Mark.ACCENT) for p in places if p < len(title)]
        made = RowMaker().add("   ").piece(title, 0, len(title), lit)
        if entry.help and room - made.cells > 24:
            made.to(min(24, room // 2)).add(
                " " + clip(entry.help, room - made.cells - 2, self.glyphs.ellipsis), Mark.DIM
            )
        return made.right(entry.keys + "  ", width, Mark.KEY).row(entry.id)


class PaletteScreen(ModalScreen[str]):
    """The palette over the screen; dismissed with the id of the entry chosen, or None."""

    DEFAULT_CSS = """
    PaletteScreen { align: center top; }
    PaletteScreen > #palette-box {
        margin-top: 2; width: 76; max-width: 94%; height: 17; background: $reader-panel; border: solid $reader-border;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,ctrl+n,tab", "step(1)", show=False),
        Binding("up,ctrl+p,shift+tab", "step(-1)", show=False),
        Binding("pagedown", "step(10)", show=False),
        Binding("pageup", "step(-10)", show=False),
    ]
    AUTO_FOCUS = "#palette-line"

    def __init__(self, all_entries: Sequence[Entry]) -> None:
        super().__init__()
        self._entries = all_entries

    def compose(self) -> ComposeResult:
        from textual.containers import Vertical  # noqa: PLC0415 (not before a palette is opened)

        with Vertical(id="palette-box"):
            yield TypeLine(" : ", hint="type some letters of a command", id="palette-line")
            yield Found(self._entries, id="palette-found")

    def on_mount(self) -> None:
        """What is beneath shows round the box: said here, since the app's own style sheet would win over the above."""
        self.styles.background = "transparent"
        for line in self.query(LineView):
            line.styles.background = "transparent"
        if self.query_one(Found).glyphs.ascii:
            box = self.query_one("#palette-box")
            box.styles.border = ("ascii", box.styles.border_top[1])

    def on_type_line_typed(self, event: TypeLine.Typed) -> None:
        """The list follows every letter."""
        self.query_one(Found).look_for(event.text)

    def on_type_line_done(self, event: TypeLine.Done) -> None:
        """Enter runs what the cursor is on; Escape leaves."""
        found = self.query_one(Found)
        self.dismiss(found.found[found.cursor][0].id if event.given and found.found else None)

    def on_line_view_chosen(self, event: LineView.Chosen) -> None:
        """A click on the row that the cursor is on."""
        found = self.query_one(Found)
        if event.view is found and found.found:
            self.dismiss(found.found[event.line][0].id)

    def action_step(self, lines: int) -> None:
        """Another row."""
        found = self.query_one(Found)
        found.move_to(max(0, min(found.cursor + lines, found.line_count() - 1)))
