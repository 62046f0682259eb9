"""The two lines at the bottom: where the reader is and what is working, and the keys that matter here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from reader.tui import commands
from reader.tui.marks import Mark
from reader.tui.rows import Row, RowMaker
from reader.tui.widgets.lines import LineView
from reader.tui.wrap import clip


@dataclass(frozen=True, slots=True)
class Status:
    """What the line says. ``where`` is parts from the general to the particular, the first of which may be shortened;
    ``message`` stands in their place until the next key; ``notes`` stand at the right."""

    where: tuple[str, ...] = ()
    message: str = ""
    notes: tuple[str, ...] = ()


class StatusLine(LineView, can_focus=False):
    """Story, article, fact; or what there is to tell. Repainted only when it says something else."""

    DEFAULT_CSS = "StatusLine { height: 1; }"

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.status = Status()

    def say(self, status: Status) -> None:
        """Shows this."""
        if self.glyphs.ascii:
            from reader.workspace.wording import plain  # noqa: PLC0415 (most terminals never need it)

            status = Status(tuple(map(plain, status.where)), plain(status.message), tuple(map(plain, status.notes)))
        if status != self.status:
            self.status = status
            self.reload()

    def line_count(self) -> int:
        return 1

    def line(self, n: int) -> Row:  # noqa: ARG002 (there is but one)
        status, width, dot = self.status, self.size.width, f" {self.glyphs.dot} "
        right = dot.join(note for note in status.notes if note)
        room = max(10, width - 2 - (cell_len(right) + 2 if right else 0))
        row = RowMaker().add(" ")
        if status.message:
            row.add(clip(status.message, room, self.glyphs.ellipsis), Mark.ACCENT)
        elif status.where:
            tail = "".join(dot + part for part in status.where[1:])
            first = clip(status.where[0], max(12, room - cell_len(tail)), self.glyphs.ellipsis)
            row.add(clip(first + tail, room, self.glyphs.ellipsis))
        return row.right(right, width - 1, Mark.TITLE).row(fill=Mark.BAR, stop=False)


class KeyLine(LineView, can_focus=False):
    """The four to six keys that matter in the pane that has them."""

    DEFAULT_CSS = "KeyLine { height: 1; }"

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._keys: Sequence[tuple[str, str]] = ()

    def show_keys(self, pane: str, keymap: Mapping[str, str] | None) -> None:
        """The keys of a pane."""
        keys = commands.footer(pane, keymap, self.glyphs.ascii)
        if keys != self._keys:
            self._keys = keys
            self.reload()

    def line_count(self) -> int:
        return 1

    def line(self, n: int) -> Row:  # noqa: ARG002 (there is but one)
        row = RowMaker().add(" ")
        for key, title in self._keys:
            if row.cells + cell_len(key) + cell_len(title) + 2 > self.size.width:
                break
            row.add(key, Mark.KEY).add(" ").add(title, Mark.DIM).add("   ")
        return row.row(stop=False)
