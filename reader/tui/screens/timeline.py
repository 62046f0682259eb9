"""The timeline: the dated facts of a story in the order of their days, who reported each, and how counts grew."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual.geometry import Size

from reader.comparison.model import Fact, Story
from reader.comparison.timeline import TimelineEntry, timeline
from reader.tui import marks
from reader.tui.marks import Mark
from reader.tui.rows import BLANK, Row, RowMaker
from reader.tui.screens.detail import detail_rows, sign_width
from reader.tui.screens.parts import FullScreen, Rows
from reader.tui.widgets.lines import LineView
from reader.tui.wrap import clip
from reader.workspace import Session, wording

_DATE_WIDEST = 36


class Timeline(LineView):
    """One line a dated fact; the day stands only where it is another than on the line above."""

    def __init__(self, session: Session, story: Story, *, id: str) -> None:
        super().__init__(id=id)
        self.session = session
        self._articles = [session.article(i) for i in story.articles]
        self._facts = {f.id: f for f in story.facts}
        comparison = session.comparison
        self.entries: tuple[TimelineEntry, ...] = timeline(story, comparison.readings) if comparison else ()
        self._days = [wording.date(e.mention, session.article(e.article), comparison) for e in self.entries]
        self._longest = max(map(cell_len, self._days), default=0)

    def fact(self, n: int) -> Fact | None:
        """The fact of a line."""
        return self._facts[self.entries[n].fact] if self.entries else None

    def line_count(self) -> int:
        return max(1, len(self.entries))

    def line(self, n: int) -> Row:
        if not self.entries:
            return RowMaker().add(" no fact of this story has a date", Mark.DIM).row(stop=False)
        entry, g, width = self.entries[n], self.glyphs, self.size.width
        fact = self._facts[entry.fact]
        widest = min(_DATE_WIDEST, max(20, width // 3), self._longest)
        day = clip(self._days[n], widest, g.ellipsis)
        column = 3 + widest
        made = RowMaker().add(" ")
        if n == 0 or self._days[n] != self._days[n - 1]:
            made.add(wording.plain(day) if g.ascii else day, Mark.ACCENT)
        made.to(column).add(wording.sign(fact, g.ascii), marks.of_verdict(fact.verdict))
        made.to(column + sign_width(g) - 1)
        letters = 2 * len(self._articles) + 1
        spelt = letters <= width // 3  # of very many sources only their number is said
        letters = letters if spelt else 9
        growth = self._growth(entry)
        made.add(clip(fact.title, width - made.cells - letters - cell_len(growth) - 3, g.ellipsis))
        made.add(f"  {growth}" if growth else "", Mark.FIGURE).to(width - letters)
        if not spelt:
            made.add(f"{len(fact.reporting)}/{len(self._articles)}", Mark.DIM)
        for article in self._articles if spelt else ():
            silent = fact.report(article.id).silent
            made.add(" " if silent else article.letter, marks.of_source(article.letter)).add(" ")
        return made.row(entry.fact)

    def _growth(self, entry: TimelineEntry) -> str:
        """How a count grew: "80 → > 300"."""
        cells = []
        for id in entry.growth:
            first = next((r for r in self._facts[id].reporting if r.figures), None)
            if first is not None:
                cells.append(wording.cell(first, self.session.article(first.article).text, self.glyphs.ascii))
        return (" -> " if self.glyphs.ascii else " → ").join(dict.fromkeys(cells)) if len(cells) > 1 else ""


class TimelineScreen(FullScreen[str]):
    """Facts by their days; dismissed with the id of the fact to open, or None."""

    DEFAULT_CSS = "TimelineScreen > #timeline-detail { height: auto; }"
    context = "timeline"
    view = "timeline"

    def __init__(self, session: Session, story: Story, current: str | None = None) -> None:
        super().__init__()
        self._session, self._story, self._current = session, story, current

    def body(self) -> Sequence[LineView]:
        self._timeline = Timeline(self._session, self._story, id="over-body")
        entries = self._timeline.entries
        self._timeline.cursor = next((n for n, e in enumerate(entries) if e.fact == self._current), 0)
        self._detail = Rows(id="timeline-detail").preset(self._detail_rows(self.app.size))
        return self._timeline, self._detail

    def on_mount(self) -> None:
        """Starts on the fact that the reader came from, if it has a date."""
        self.call_after_refresh(self._timeline.move_to, self._timeline.cursor, tell=False)

    def title_rows(self, width: int) -> Sequence[Row]:
        g = self._timeline.glyphs
        dated, all_of = len(self._timeline.entries), len(self._story.facts)
        made = RowMaker().add(" Timeline", Mark.FOCUS).add(f" {g.dot} {dated} of {all_of} facts have a date")
        room = width - made.cells - 6
        if room > 20:
            made.right(clip(self.story_title(self._story), room, g.ellipsis) + " ", width, Mark.DIM)
        return [made.row(), BLANK]

    def on_resize(self, event: object) -> None:
        super().on_resize(event)  # type: ignore[arg-type]
        self._show_detail()

    def on_line_view_moved(self) -> None:
        """Another row: its sources are shown beneath."""
        self._show_detail()

    def on_line_view_chosen(self, event: LineView.Chosen) -> None:
        """Enter: back to the desk, on this fact."""
        fact = self._timeline.fact(event.line)
        if fact is not None:
            self.dismiss(fact.id)

    def _show_detail(self) -> None:
        self._detail.set(self._detail_rows(self.size))

    def _detail_rows(self, size: Size) -> list[Row]:
        if not self._timeline.entries:
            return []
        fact = self._timeline.fact(self._timeline.cursor)
        return detail_rows(self._session, self._story, fact, size, self._timeline.glyphs)
