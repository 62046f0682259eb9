"""The desk's commands that move, step, jump and filter. Each asks the state and shows the outcome."""

from __future__ import annotations

from reader.tui.current import STILL
from reader.tui.screens.desk_base import DeskBase
from reader.tui.state import PANES, Show


class DeskMoves(DeskBase):
    """``do_…`` methods, one a command of the table."""

    # -- panes --------------------------------------------------------------------------------------------------

    def do_pane_left(self) -> None:
        """The pane on the left."""
        self._beside(-1)

    def do_pane_right(self) -> None:
        """The pane on the right."""
        self._beside(1)

    def do_pane_next(self) -> None:
        """Round the panes."""
        self._round(1)

    def do_pane_previous(self) -> None:
        """Round the panes, backwards."""
        self._round(-1)

    def do_pane_1(self) -> None:
        """The list."""
        self._pane_or_count("1")

    def do_pane_2(self) -> None:
        """The text."""
        self._pane_or_count("2")

    def do_pane_3(self) -> None:
        """The comparison."""
        self._pane_or_count("3")

    def _pane_or_count(self, digit: str) -> None:
        if self.state.count:
            self.action_digit(digit)
            return
        self.to_pane(PANES[int(digit) - 1])
        self.show()

    def action_digit(self, digit: str) -> None:
        """A digit of a count. 1 to 3 alone are panes, so a count begins with 4 to 9, or with 0 (``03j``)."""
        self.state.digit(digit)
        self.show_status()

    def take_count(self) -> int:
        """The count typed before this key."""
        count = self.state.take_count()
        self.show_status()
        return count

    def _beside(self, by: int) -> None:
        at = PANES.index(self.state.pane) + by
        if 0 <= at < len(PANES) and (PANES[at] != "panel" or self.state.panel_on or self.panes_at_once == 1):
            self.to_pane(PANES[at])
        self.show()

    def _round(self, by: int) -> None:
        state = self.state
        panes = [p for p in PANES if p != "panel" or state.panel_on or self.panes_at_once == 1]
        panes = ["text"] if state.zen and self.panes_at_once > 1 else panes
        at = panes.index(state.pane) if state.pane in panes else 0
        self.to_pane(panes[(at + by) % len(panes)])
        self.show()

    def do_panel(self) -> None:
        """The comparison on or off."""
        state = self.state
        if self.panes_at_once == 1:
            self.to_pane("text" if state.pane == "panel" else "panel")
        else:
            state.panel_on = not state.panel_on or state.zen
            state.zen = False
            self.to_pane("text" if state.pane == "panel" and not state.panel_on else state.pane)
        self.show("" if state.panel_on else "the comparison is hidden: c shows it")

    def do_zen(self) -> None:
        """The text alone."""
        self.state.zen = not self.state.zen
        self.to_pane("text")
        self.show("the text alone: z brings the desk back" if self.state.zen else "")

    # -- articles -----------------------------------------------------------------------------------------------

    def do_next_article(self) -> None:
        """The next article."""
        self._article(self.state.take_count())

    def do_previous_article(self) -> None:
        """The article before."""
        self._article(-self.state.take_count())

    def _article(self, by: int) -> None:
        ids = [a.id for a in self.session.articles]
        at = ids.index(self.state.article_id)
        target = max(0, min(at + by, len(ids) - 1))
        if target == at:
            self.show("the last article" if by > 0 else "the first article")
        else:
            self.open_article(ids[target])

    def open_article(self, article: str, message: str = "") -> None:
        """Opens an article where it was left."""
        state, session = self.state, self.session
        top = session.place(article)
        cursor = session.cursor(article)
        offset = cursor if cursor is not None else top or 0
        changed = article != state.article_id
        state.open(article, offset)
        if changed:
            self.open_text(offset, top or 0)
            self.articles.set_current(article)
            self.read_soon()
        self.show(message)

    def read_soon(self) -> None:
        """The article's marks are made in a thread; until then it is plain text."""
        raise NotImplementedError

    def do_next_unread(self) -> None:
        """The next unread article."""
        self._unread(1)

    def do_previous_unread(self) -> None:
        """The unread article before."""
        self._unread(-1)

    def _unread(self, direction: int) -> None:
        found = self.articles.unread(direction)
        if found is None:
            self.show("no unread article further on" if direction > 0 else "no unread article before")
        else:
            self.open_article(found)

    def _listed(self) -> str:
        """The article that a command of the list is about."""
        key = self.articles.key_at(self.articles.cursor)
        return key if self.state.pane == "list" and isinstance(key, str) else self.state.article_id

    def do_toggle_read(self) -> None:
        """Read or unread."""
        article = self._listed()
        read = not self.session.is_read(article)
        self.session.set_read(article, read)
        self.show_list()
        self.show(f"{self.session.article(article).letter} is {'read' if read else 'unread'}")

    def do_star(self) -> None:
        """Starred or not."""
        article = self._listed()
        star = not self.session.is_starred(article)
        self.session.set_starred(article, star)
        self.show_list()
        self.show(f"{self.session.article(article).letter} is {'starred' if star else 'not starred any more'}")

    # -- facts --------------------------------------------------------------------------------------------------

    def do_next_fact(self) -> None:
        """The next fact."""
        self.show(self.state.step_fact(self.state.take_count()), go=True)

    def do_previous_fact(self) -> None:
        """The fact before."""
        self.show(self.state.step_fact(-self.state.take_count()), go=True)

    def do_next_source(self) -> None:
        """The same fact in the next source."""
        message = self.state.next_source()
        self.articles.set_current(self.state.article_id)
        self.read_soon()
        self.show(message, go=True)

    def do_back(self) -> None:
        """Where the reader came from."""
        message = self.state.back()
        self.articles.set_current(self.state.article_id)
        self.show(message, go=True)

    def do_next_entity(self) -> None:
        """The next name."""
        self._entity(self.state.take_count())

    def do_previous_entity(self) -> None:
        """The name before."""
        self._entity(-self.state.take_count())

    def _entity(self, by: int) -> None:
        reading = self.reading()
        self.show(self.state.step_entity(reading, by) if reading else "names are not marked yet", go=True)

    def do_next_figure(self) -> None:
        """The next figure."""
        self._figure(self.state.take_count())

    def do_previous_figure(self) -> None:
        """The figure before."""
        self._figure(-self.state.take_count())

    def _figure(self, by: int) -> None:
        reading = self.reading()
        self.show(self.state.step_figure(reading, by) if reading else "figures are not marked yet", go=True)

    def do_next_sentence(self) -> None:
        """The next sentence."""
        self.show(self.state.step_sentence(self.state.take_count()), go=True)

    def do_previous_sentence(self) -> None:
        """The sentence before."""
        self.show(self.state.step_sentence(-self.state.take_count()), go=True)

    def do_why(self) -> None:
        """Why these sentences stand in one row."""
        self.state.why = not self.state.why
        self.show()

    # -- filters ------------------------------------------------------------------------------------------------

    def do_missing_here(self) -> None:
        """What the open article leaves out."""
        self._filter(Show.MISSING)

    def do_only_here(self) -> None:
        """What it alone has."""
        self._filter(Show.ONLY)

    def do_differing(self) -> None:
        """Where the sources differ."""
        self._filter(Show.DIFFERING)

    def do_this_entity(self) -> None:
        """The facts about the name at the cursor."""
        reading = self.reading()
        mention = self.state.entity_at(reading) if reading else None
        if self.state.show is Show.ENTITY:
            self.do_all_facts()
        elif mention is None:
            self.show("no name here: e steps to one")
        else:
            self._filter(Show.ENTITY, mention.entity)

    def _filter(self, show: Show, entity: str = "") -> None:
        if self.state.compared is None:
            self.show(STILL)
            return
        self.state.toggle(show, entity)
        words = self.state.filter_words()
        self.show(f"{len(self.state.facts)} facts {words}" if words else "all facts", go=True)

    def do_all_facts(self) -> None:
        """No filter, no found words, no mark."""
        state = self.state
        state.show, state.entity, state.marked, state.count = Show.ALL, "", None, ""
        state.finding.query, state.finding.matches, state.span = "", (), None
        self.show()

    def do_by_date(self) -> None:
        """By date, or by importance."""
        self.state.timeline = not self.state.timeline
        self.show("facts by date: t for their importance" if self.state.timeline else "")

    # -- find ---------------------------------------------------------------------------------------------------

    def do_find(self) -> None:
        """Words in the text."""
        self.to_pane("text")
        self.ask("find")

    def do_filter_list(self) -> None:
        """Words in the list."""
        self.to_pane("list")
        self.ask("list", self.list_filter)

    def do_find_next(self) -> None:
        """The next match."""
        self.show(self.state.step_match(self.state.take_count()), go=True)

    def do_find_previous(self) -> None:
        """The match before."""
        self.show(self.state.step_match(-self.state.take_count()), go=True)

    def do_marks(self) -> None:
        """Marks on or off."""
        state = self.state
        state.marks_on = not state.marks_on
        self.text.set_reading(self.reading() if state.marks_on else None)
        self.show("" if state.marks_on else "marks are hidden: Z shows them")
