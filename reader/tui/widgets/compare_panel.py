"""The comparison of the open article's story: a list of facts, the current one unfolded source by source."""

from __future__ import annotations

from collections.abc import Sequence

from reader.comparison.model import Comparison, Fact, Story
from reader.tui.compared import date_heading
from reader.tui.marks import Mark
from reader.tui.rows import BLANK, Row, RowMaker
from reader.tui.spots import Spot
from reader.tui.widgets.lines import LineView

_AIRY_HEIGHT = 28


class ComparePanel(LineView):
    """Facts; a row's ``key`` is a ``Spot``. The cursor is on a fact, or on a source within the unfolded one."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._comparison: Comparison | None = None
        self._story: Story | None = None
        self._facts: tuple[Fact, ...] = ()
        self._current: str | None = None
        self._why = False
        self._timeline = False
        self._note = ""
        self._title = ("Compare", "")
        self._rows: list[Row] = []

    def show_facts(
        self, comparison: Comparison | None, story: Story | None, facts: Sequence[Fact], current: str | None,
        *, title: tuple[str, str], note: str = "", why: bool = False, timeline: bool = False,
    ) -> None:  # fmt: skip
        """Other facts, or another current one. ``note`` is what an empty panel says.

        The current fact's line stays where it was on the screen, if it was seen; else it comes into view.
        """
        same = (comparison, story, tuple(facts), why, timeline) == (
            self._comparison, self._story, self._facts, self._why, self._timeline)  # fmt: skip
        if same and current == self._current and note == self._note:
            if title != self._title:
                self._title = title
                self.reload_header()
            return
        height = self._screen_row(current)
        spot = self.spot if current == self._current else None
        self._comparison, self._story, self._facts = comparison, story, tuple(facts)
        self._current, self._why, self._timeline, self._note, self._title = current, why, timeline, note, title
        self._build()
        self._settle(current, spot, height)

    @property
    def spot(self) -> Spot | None:
        """What the cursor is on."""
        if not 0 <= self.cursor < len(self._rows):
            return None
        key = self._rows[self.cursor].key
        return key if isinstance(key, Spot) else None

    def spot_at(self, n: int) -> Spot | None:
        """What a line stands for."""
        key = self._rows[n].key if 0 <= n < len(self._rows) else None
        return key if isinstance(key, Spot) else None

    # -- LineView -----------------------------------------------------------------------------------------------

    def header(self) -> tuple[Row, ...]:
        """What is compared, how many facts, and the filter in words."""
        return self.title_rows(*self._title)

    def line_count(self) -> int:
        return len(self._rows)

    def line(self, n: int) -> Row:
        return self._rows[n]

    def rewrap(self, width: int) -> None:  # noqa: ARG002 (the width is the widget's own)
        spot = self.spot
        height = self.cursor - self.top
        self._build()
        self._settle(self._current, spot, height)

    # -- inside -------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        width = self.size.width
        if not self._comparison or not self._story or not self._facts:
            self._rows = [BLANK, *self._noted(width)]
            return
        from reader.tui.fact_rows import FactRows  # noqa: PLC0415 (its words are not needed before a comparison)

        make = FactRows(self._comparison, self._story, width, self.glyphs, self.size.height >= _AIRY_HEIGHT)
        rows: list[Row] = []
        heading = None
        for fact in self._facts:
            if self._timeline and (day := date_heading(fact)) != heading:
                heading = day
                rows += [BLANK] if rows and rows[-1] is not BLANK else []
                rows.append(RowMaker().add(" ").add(day, Mark.ACCENT).row(stop=False))
            if fact.id == self._current:
                rows += [BLANK] if self._airy_before(rows) else []
                rows += make.unfolded(fact, self._why)
            else:
                rows.append(make.folded(fact))
        self._rows = rows

    def _airy_before(self, rows: list[Row]) -> bool:
        return bool(rows) and rows[-1] is not BLANK and self.size.height >= _AIRY_HEIGHT

    def _noted(self, width: int) -> list[Row]:
        rows = []
        for words in self._note.split("\n"):
            row = RowMaker().add("  ")
            rows.append(row.add(words[: max(0, width - 4)], Mark.DIM).row(stop=False))
        return rows

    def _screen_row(self, fact: str | None) -> int | None:
        """How far below the top a fact's line is seen, or None."""
        for n, row in enumerate(self._rows):
            if isinstance(row.key, Spot) and row.key.kind == "fact" and row.key.fact == fact:
                return n - self.top if 0 <= n - self.top < self.body_height else None
        return None

    def _settle(self, current: str | None, spot: Spot | None, height: int | None) -> None:
        """Puts the cursor where it was (``spot``) or on the current fact, and keeps that line in its place."""
        at = next((n for n, r in enumerate(self._rows) if spot and r.key == spot), None)
        fact = next((n for n, r in enumerate(self._rows) if r.key == Spot("fact", current or "")), 0)
        self.cursor = fact if at is None else at
        top = self.top if height is None else self.cursor - height
        end = next((n for n in range(fact + 1, len(self._rows)) if r_kind(self._rows[n]) == "fact"), len(self._rows))
        top = max(top, min(end - self.body_height, fact))  # the whole unfolded fact, if it fits
        if not top <= self.cursor < top + self.body_height:
            top = self.cursor - self.body_height // 4
        self.top = max(0, min(top, self.last_top, self.cursor))
        self.reload()


def r_kind(row: Row) -> str:
    """The kind of thing that a row stands for; empty where it stands for none."""
    return row.key.kind if isinstance(row.key, Spot) else ""
