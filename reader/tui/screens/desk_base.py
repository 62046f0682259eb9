"""What the desk is made of: its panes, how they share the width, and how they follow the state."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.screen import Screen
from textual.timer import Timer

from reader.analysis.reading import Reading
from reader.document.article import Article
from reader.tui.rows import RowMaker
from reader.tui.screens.parts import Rows
from reader.tui.state import PANES, DeskState, Show
from reader.tui.widgets.article_list import ArticleList, Entry, Group
from reader.tui.widgets.compare_panel import ComparePanel
from reader.tui.widgets.find_bar import FindBar
from reader.tui.widgets.reading_pane import ReadingPane
from reader.tui.widgets.status import KeyLine, Status, StatusLine
from reader.tui.wrap import clip
from reader.workspace import Session

if TYPE_CHECKING:
    from reader.tui.app import ReaderApp

# One pane at a time below 100 columns: a text and a comparison of 40 columns each would both read badly.
TWO_PANES = 100
THREE_PANES = 120
SMALLEST = (60, 16)
_KEEP_AFTER = 1.0


class DeskBase(Screen[None]):
    """The panes and their following one another. ``state`` decides; these methods show it."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        last = session.last_article()
        self.state = DeskState(session.articles, last or session.articles[0].id)
        self.working = ""
        self.list_filter = ""
        self._message = ""
        self._opened = ""
        self._readings: dict[str, Reading] = {}
        self._keeper: Timer | None = None
        self._arranged: tuple[object, ...] = ()

    @property
    def desk_app(self) -> ReaderApp:
        """The program."""
        return cast("ReaderApp", self.app)

    def compose(self) -> ComposeResult:
        self.articles = ArticleList(id="list")
        self.text = ReadingPane(id="text")
        self.panel = ComparePanel(id="panel")
        self.status_line = StatusLine(id="status")
        self.keys = KeyLine(id="keys")
        self.prompt = FindBar(self.answered, id="prompt")
        with Horizontal(id="panes"):
            yield self.articles
            yield self.text
            yield self.panel
        yield Rows(id="advice")
        yield self.status_line
        yield self.prompt
        yield self.keys

    # -- the room there is --------------------------------------------------------------------------------------

    @property
    def panes_at_once(self) -> int:
        """How many panes the width holds."""
        width = self.size.width
        return 3 if width >= THREE_PANES else 2 if width >= TWO_PANES else 1

    @property
    def too_small(self) -> bool:
        """Is there no room for a desk?"""
        return self.size.width < SMALLEST[0] or self.size.height < SMALLEST[1]

    def shown_panes(self) -> tuple[str, ...]:
        """The panes that are seen now, from left to right."""
        state = self.state
        if self.panes_at_once == 1:
            return (state.pane,)
        if state.zen:
            return ("text",)
        rest = ("text", "panel") if state.panel_on else ("text",)
        with_list = self.panes_at_once == 3 or state.pane == "list"
        return ("list", *rest) if with_list else rest

    def lay_panes(self) -> None:
        """Shows the panes that there is room for, each at its width."""
        shown, width = self.shown_panes(), self.size.width
        key = (shown, width, self.too_small)
        if key == self._arranged:
            return
        self._arranged = key
        self.set_class(self.too_small, "-tiny")
        advice = f"reader needs {SMALLEST[0]} columns and {SMALLEST[1]} lines: make the window larger"
        self.query_one("#advice", Rows).set([RowMaker().add(clip(advice, width)).row()] if self.too_small else [])
        self.set_class(self.desk_app.glyphs.ascii, "-ascii")
        self.set_class(len(shown) == 1, "-alone")
        self.set_class(shown[0] != "list" or self.panes_at_once < 3, "-first")
        self.set_class(self.panes_at_once == 2 and "list" in shown, "-drawer")
        for name in PANES:
            self.pane(name).display = name in shown
        spare = max(0, width - THREE_PANES)
        list_width = min(40, 27 + spare // 8) if self.panes_at_once > 1 else width
        self.articles.styles.width = max(34, list_width) if self.has_class("-drawer") else list_width
        self.panel.styles.width = "1fr" if len(shown) == 1 else min(92, int(42 + spare * 0.42))

    def pane(self, name: str) -> ArticleList | ReadingPane | ComparePanel:
        """A pane by its name."""
        panes: dict[str, ArticleList | ReadingPane | ComparePanel] = {
            "list": self.articles, "text": self.text, "panel": self.panel,
        }  # fmt: skip
        return panes[name]

    def to_pane(self, name: str) -> None:
        """Gives a pane the keys."""
        state = self.state
        if name == "panel":
            state.panel_on, state.zen = True, False
        if name == "list":
            state.zen = False
        state.pane = name
        self.lay_panes()
        self.set_focus(self.pane(name), scroll_visible=False)

    # -- following the state ------------------------------------------------------------------------------------

    def show(self, message: str = "", *, go: bool = False) -> None:
        """Everything on the screen says what the state says; what has not changed is not drawn again.

        ``go`` brings the reader's place into view.
        """
        state = self.state
        self._message = message
        if self._opened != state.article_id:
            self.open_text(state.offset)
        elif go:
            self.text.go(state.offset)
        self.text.light(state.lit, state.finding.matches, state.span)
        self.show_panel()
        self.show_status()
        self.keep_soon()

    def open_text(self, offset: int, top: int | None = None) -> None:
        """Puts the open article into the reading pane; ``top`` None brings the reader's place into view."""
        state, session = self.state, self.session
        self.keep_place()
        self._opened = state.article_id
        article = state.article
        self.text.open(article, self.reading() if state.marks_on else None, 0 if top is None else top, offset)
        if top is None:
            self.text.go(offset)
        self.text.set_title(self.text_title(), self.pane_digits("text"))
        session.keep_article(article.id)
        if not session.is_read(article.id):
            session.set_read(article.id, True)
        self.show_list()

    def text_title(self) -> str:
        """Letter, source and date of the open article, and its language where the marks are not made for it."""
        article = self.state.article
        date = article.published.isoformat() if article.published else "no date"
        limited = "" if article.language in ("en", "und") else f" · language {article.language}, marks limited"
        return f"{article.letter} · {article.source} · {date}{limited}"

    def show_list(self) -> None:
        """The stories and articles, with what the session remembers of them."""
        words = self.list_filter.lower()
        stories = self.session.comparison.stories if self.session.comparison else ()
        chosen = [a for a in self.session.articles if words in f"{a.source} {a.title} {a.letter}".lower()]
        groups = [Group(s, self._entries([a for a in chosen if a.id in s.articles])) for s in stories]
        if not stories:
            groups = [Group(None, self._entries(chosen))]
        title = "Stories" if not words else f"Stories · with “{self.list_filter}”"
        foot = "sample story: reader FILE… opens your own" if self.session.sample else ""
        self.articles.show_groups([g for g in groups if g.entries], self.state.article_id, title, foot)

    def _entries(self, articles: list[Article]) -> tuple[Entry, ...]:
        session = self.session
        made = []
        for a in articles:
            story = session.story_of(a.id)
            facts = story.facts if story else ()
            covers = (sum(not f.report(a.id).silent for f in facts), len(facts)) if facts else None
            made.append(Entry(a, session.is_read(a.id), session.is_starred(a.id), covers))
        return tuple(made)

    def show_panel(self) -> None:
        """The facts of the open article's story."""
        state, dot = self.state, " · "
        facts, story = state.facts, state.story
        total = len(story.facts) if story else 0
        title = "Compare"
        if story and len(story.articles) > 1:
            title += f"{dot}{total} facts" if len(facts) == total else f"{dot}{len(facts)} of {total} facts"
            title += f"{dot}{state.filter_words()}" if state.show is not Show.ALL else ""
            title += f"{dot}by date" if state.timeline else ""
        right = self.pane_digits("panel")
        alone = story is not None and len(story.articles) < 2
        self.panel.show_facts(
            self.session.comparison, story, () if alone else facts, state.fact_id,
            title=(title, right), note=self._panel_note(alone), why=state.why, timeline=state.timeline,
        )  # fmt: skip

    def _panel_note(self, alone: bool) -> str:
        if self.state.compared is None:
            return f"{self.working or 'not compared yet'}\n\nThe article can be read meanwhile."
        if alone:
            return "one source: nothing to compare\n\nreader FILE FILE… opens several accounts of one event"
        return f"no fact is {self.state.filter_words() or 'here'}\n\na shows all facts"

    def show_status(self) -> None:
        """Where the reader is, what is filtered, what is working."""
        state = self.state
        story, article = state.story, state.article
        where = [(story.title if story else article.title), f"{article.letter} {article.source}"]
        if state.facts and state.number and len(state.members) > 1:
            where.append(f"fact {state.number} of {len(state.facts)}")
        elif state.fact and len(state.members) > 1:
            where.append("a fact outside the filter")
        where += [state.filter_words()] if state.show is not Show.ALL else []
        finding = f"{state.finding.query} {state.finding.counter}" if state.finding.query else ""
        marked = f"marked in {self.session.article(state.marked[0]).letter}" if state.marked else ""
        self.status_line.say(Status(tuple(where), self._message, (finding, marked, state.count, self.working)))
        self.keys.show_keys(state.pane, self.desk_app.keymap)

    def pane_digits(self, name: str) -> str:
        """``1 [2] 3``: which of the panes is seen, where they are seen one at a time."""
        if self.panes_at_once > 1:
            return ""
        return " ".join(f"[{n}]" if pane == name else str(n) for n, pane in enumerate(PANES, 1))

    # -- what is known of the articles --------------------------------------------------------------------------

    def reading(self) -> Reading | None:
        """The open article's reading, if it has been made."""
        compared = self.session.comparison
        if compared and self.state.article_id in compared.readings:
            return compared.readings[self.state.article_id]
        return self._readings.get(self.state.article_id)

    # -- what is remembered -------------------------------------------------------------------------------------

    def keep_soon(self) -> None:
        """The place is written a second after the last movement, so that a kill loses nothing that matters."""
        if self._keeper is not None:
            self._keeper.stop()
        self._keeper = self.set_timer(_KEEP_AFTER, self.keep_place)

    def keep_place(self) -> None:
        """Remembers the open article's place."""
        if self._opened:
            self.session.keep_place(self._opened, self.text.top_offset)
            if self._opened == self.state.article_id:
                self.session.keep_cursor(self._opened, self.state.offset)

    def keep(self) -> None:
        """Before leaving."""
        self.keep_place()

    # -- the line to type in ------------------------------------------------------------------------------------

    @property
    def asking(self) -> bool:
        """Does the line at the bottom have the keys?"""
        return bool(self.prompt.display)

    def ask(self, purpose: str, text: str = "") -> None:
        """Opens the line at the bottom; the answer comes to ``answered``."""
        self.keys.display = False
        self.prompt.ask(purpose, text)

    def answered(self, purpose: str, text: str, given: bool) -> None:
        """The line at the bottom was closed, with an answer or without."""
        raise NotImplementedError
