"""The desk: stories, text and comparison, which follow one another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message

from reader.analysis.reading import Reading
from reader.tui import commands
from reader.tui.current import STILL
from reader.tui.screens.desk_deeds import DeskDeeds
from reader.tui.screens.desk_moves import DeskMoves
from reader.tui.screens.parts import TypeLine
from reader.tui.spots import Spot
from reader.tui.widgets.lines import LineView

_COUNTED = ("next_", "previous_", "find_", "pane_", "down", "up")
"""How the ids of the commands begin that use a count or add a digit to it; any other forgets it."""


class Desk(DeskMoves, DeskDeeds):
    """Wires keys and messages to what the state says; see ``desk_base``, ``desk_moves`` and ``desk_deeds``."""

    AUTO_FOCUS = "#text"
    BINDINGS: ClassVar[list[BindingType]] = [
        *commands.bindings("lines", "desk", "app", first=True),
        *(Binding(d, f"digit('{d}')", "count", show=False, priority=True) for d in "0456789"),
    ]

    @dataclass
    class Read(Message):
        """An article's marks are known."""

        reading: Reading

    @dataclass
    class Compared(Message):
        """The comparison is there, or could not be made (``fault``)."""

        fault: str = ""

    def on_mount(self) -> None:
        """The text first: nothing is analysed before it is on the screen."""
        self.lay_panes()
        state, session = self.state, self.session
        top = session.place(state.article_id)
        cursor = session.cursor(state.article_id)
        state.offset = cursor if cursor is not None else top or 0
        self.working = "comparing…" if not self.desk_app.glyphs.ascii else "comparing..."
        self.open_text(state.offset, top or 0)
        self.show(session.notices[0] if session.notices else "")
        self.text.focus(scroll_visible=False)
        self.call_after_refresh(lambda: self.run_worker(self._compare, thread=True, group="compare"))

    # -- work in threads ----------------------------------------------------------------------------------------

    def _compare(self) -> None:
        try:
            self.post_message(self.Read(self.session.reading(self.state.article_id)))
            self.session.compare()
        except Exception as error:
            self.log.error(error)
            self.post_message(self.Compared(type(error).__name__))
        else:
            self.post_message(self.Compared())

    def read_soon(self) -> None:
        if self.reading() is None:
            article = self.state.article_id
            self.run_worker(
                lambda: self.post_message(self.Read(self.session.reading(article))), thread=True, group="read"
            )

    def on_desk_read(self, message: Read) -> None:
        """The marks of an article: shown if it is still the open one."""
        self._readings[message.reading.article.id] = message.reading
        if message.reading.article.id == self._opened and self.state.marks_on:
            self.text.set_reading(message.reading)

    def on_desk_compared(self, message: Compared) -> None:
        """The comparison: the panes follow."""
        self.working = ""
        if message.fault:
            self.working = f"comparing failed ({message.fault})"
        elif self.session.comparison is not None:
            self._take_comparison()
        self.show("" if self._message == STILL else self._message)

    def on_desk_deeds_corrected(self, message: DeskDeeds.Corrected) -> None:
        """A correction: compared again, and said."""
        self._take_comparison()
        self.show(message.words, go=True)

    def _take_comparison(self) -> None:
        if self.session.comparison is not None:
            self.state.set_comparison(self.session.comparison)
            if self.state.marks_on:
                self.text.set_reading(self.reading())
            self.show_list()

    # -- what the panes tell ------------------------------------------------------------------------------------

    def on_line_view_moved(self, message: LineView.Moved) -> None:
        """The reader moved in a pane with the mouse."""
        self.moved(message.view)

    def moved(self, view: LineView) -> None:
        """The reader moved in a pane: the others follow."""
        if view is self.text:
            self.state.move_to(self.text.offset_of(view.cursor))
            self.show()
        elif view is self.panel:
            spot = self.panel.spot
            if spot is not None and spot.kind == "fact" and spot.fact != self.state.fact_id:
                self.state.choose(spot.fact)
            self.show(go=True)

    def on_line_view_chosen(self, message: LineView.Chosen) -> None:
        """A click on the line that the cursor is on."""
        self.chosen(message.view, message.line)

    def chosen(self, view: LineView, line: int) -> None:
        """Enter in a pane."""
        if view is self.articles:
            key = self.articles.key_at(line)
            if isinstance(key, str):
                self.open_article(key)
                self.to_pane("text")
                self.show()
            else:
                self.articles.fold(line)
        elif view is self.text:
            self.to_pane("panel")
            self.show()
        elif view is self.panel and (spot := self.panel.spot_at(line)) is not None:
            self.land(spot)

    def land(self, spot: Spot) -> None:
        state = self.state
        fact = state.fact
        if spot.kind == "relation":
            state.choose(spot.fact)
            self.show(go=True)
            return
        article, span, message = spot.article, spot.span, ""
        if spot.kind == "fact" and fact is not None and fact.reporting:
            here = fact.report(state.article_id)
            report = fact.reporting[0] if here.silent else here
            article, span = report.article, report.evidence[0].span
        letter = self.session.article(article).letter if article else ""
        if span is None:
            self.show(f"not in {letter}, and no passage there is near it")
            return
        if spot.kind in ("silent", "possible"):
            message = f"nearest passage in {letter}; not the same fact as far as reader can tell"
        state.land(article, span.start, spot.fact)
        self.articles.set_current(article)
        self.to_pane("text")
        self.read_soon()
        self.show(message, go=True)

    def on_type_line_typed(self, message: TypeLine.Typed) -> None:
        """Words are found while they are typed."""
        if not self.asking:
            return
        if self.prompt.purpose == "find":
            self.show(self.state.look_for(message.text), go=True)
        elif self.prompt.purpose == "list":
            self.list_filter = message.text
            self.show_list()

    def answered(self, purpose: str, text: str, given: bool) -> None:
        self.keys.display = True
        self.to_pane(self.state.pane)
        if purpose == "find":
            self.show(self.state.look_for(text) if given else self._unfind(), go=True)
        elif purpose == "list":
            self.list_filter = text if given else ""
            self.show_list()
            self.show()
        elif given and purpose == "save":
            self.save(text)
        elif given and purpose == "pipe":
            self.pipe(text)

    def _unfind(self) -> str:
        self.state.finding.query, self.state.finding.matches, self.state.span = "", (), None
        return ""

    # -- other views --------------------------------------------------------------------------------------------

    def do_matrix(self) -> None:
        """Facts against sources."""
        from reader.tui.screens.matrix import MatrixScreen  # noqa: PLC0415 (only when asked for)

        state = self.state
        if state.story is None:
            self.show(STILL)
            return
        screen = MatrixScreen(self.session, state.story, state.facts, state.fact_id, state.filter_words())
        self.app.push_screen(screen, self._from_matrix)

    def _from_matrix(self, fact: str | None) -> None:
        if fact is not None:
            self.state.choose(fact)
            self.show(go=True)

    def do_timeline(self) -> None:
        """The dated facts by their days."""
        from reader.tui.screens.timeline import TimelineScreen  # noqa: PLC0415 (only when asked for)

        if self.state.story is None:
            self.show(STILL)
            return
        self.app.push_screen(TimelineScreen(self.session, self.state.story, self.state.fact_id), self._from_matrix)

    def do_side_by_side(self) -> None:
        """Two articles beside one another."""
        from reader.tui.screens.sidebyside import SideBySideScreen  # noqa: PLC0415 (only when asked for)

        state = self.state
        if state.story is None:
            self.show(STILL)
            return
        if len(state.members) < 2:
            self.show("one source: nothing to compare")
            return
        screen = SideBySideScreen(
            self.session, state.story, state.article_id, fact=state.fact_id if state.lit else None, offset=state.offset
        )
        self.app.push_screen(screen, self._from_sides)

    def _from_sides(self, place: tuple[str, int] | None) -> None:
        if place is not None:
            self.state.open(*place)
            self.articles.set_current(place[0])
            self.read_soon()
            self.show(go=True)

    # -- keys and sizes -----------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While something is typed no key is a command; ``n`` in the list is the list's own."""
        if action in ("run", "digit"):
            return not self.asking and not (parameters == ("find_next",) and self.state.pane == "list")
        return super().check_action(action, parameters)

    def action_run(self, id: str) -> None:
        """A command by its id: the desk's own, else the pane's movement, else the app's."""
        if not id.startswith(_COUNTED):
            self.state.count = ""
        own = getattr(self, f"do_{id}", None)
        pane = self.pane(self.state.pane)
        if own is not None:
            own()
        elif commands.command(id).context != "lines":
            self.desk_app.action_run(id)
        elif id == "choose":
            self.chosen(pane, pane.cursor)
        else:
            with pane.prevent(LineView.Moved):
                pane.move(id, self.state.take_count())
            self.moved(pane)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """A click gives a pane the keys too."""
        name = event.widget.id or ""
        if name in ("list", "text", "panel") and name != self.state.pane:
            self.state.pane = name
            self.lay_panes()
            self.show_status()

    def on_resize(self, event: events.Resize) -> None:  # noqa: ARG002 (the size is the screen's own)
        """Another number of panes may fit."""
        self.lay_panes()
        if self._opened:
            self.text.set_title(self.text_title(), self.pane_digits("text"))
            self.call_after_refresh(self.show_panel)
