"""The desk's commands that copy, save, hand on and correct."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from textual.app import SuspendNotSupported
from textual.message import Message

from reader.document.article import Article
from reader.document.span import Span
from reader.settings import state_directory
from reader.tui import clipboard
from reader.tui.current import STILL
from reader.tui.gate import one_line, safe
from reader.tui.screens.desk_base import DeskBase
from reader.tui.spots import Spot

_SECONDS = 30


class DeskDeeds(DeskBase):
    """``do_…`` methods, one a command of the table."""

    @dataclass
    class Corrected(Message):
        """A correction has been made and all is compared again; ``words`` say what was done."""

        words: str

    # -- copying ------------------------------------------------------------------------------------------------

    def passage(self) -> tuple[Article, Span]:
        """The sentence that a command is about: in the panel the source's at the cursor, else the reader's place."""
        spot = self.panel.spot if self.state.pane == "panel" else None
        if spot is not None:
            fact = self.state.fact
            if spot.article and spot.span:
                return self.session.article(spot.article), spot.span
            if fact is not None and fact.reporting:
                here = fact.report(self.state.article_id)
                report = fact.reporting[0] if here.silent else here
                return self.session.article(report.article), report.evidence[0].span
        return self.state.article, self.state.sentence

    def do_copy(self) -> None:
        """The sentence as it stands, without any mark of ours."""
        article, span = self.passage()
        self._copy(span.of(article.text))

    def do_copy_cited(self) -> None:
        """The sentence in quotes, with source and date."""
        from reader.workspace import wording  # noqa: PLC0415 (not before the first paint)

        self._copy(wording.citation(*self.passage()))

    def do_copy_selection(self) -> None:
        """What is selected with the mouse; else the sentence."""
        selected = self.get_selected_text()
        if selected:
            self._copy(selected)
        else:
            self.do_copy()

    def _copy(self, text: str) -> None:
        said = clipboard.copy(safe(text), self.desk_app.send, state_directory())
        self.show(f"{said}: {one_line(text)}")

    # -- saving, piping, links ----------------------------------------------------------------------------------

    def do_save(self) -> None:
        """Asks for a file name for the comparison."""
        if self.session.comparison is None:
            self.show(STILL)
            return
        title = self.state.story.title if self.state.story else self.state.article.title
        slug = "-".join(re.findall(r"[a-z0-9]+", title.lower())[:6]) or "comparison"
        self.ask("save", f"{slug}.md")

    def save(self, name: str) -> None:
        """Writes the comparison; nothing is overwritten."""
        from reader.workspace.forms import markdown_form  # noqa: PLC0415 (only when asked for)

        if self.session.comparison is None or not name.strip():
            return
        path = Path(name.strip()).expanduser()
        try:
            with path.open("x", encoding="utf-8") as file:
                file.write(markdown_form.comparison(self.session.comparison))
        except FileExistsError:
            self.show(f"{path} is there already: not overwritten")
        except OSError as error:
            self.show(f"could not save {path}: {error.strerror}")
        else:
            self.show(f"saved as {path.resolve()}")

    def do_pipe(self) -> None:
        """Asks for a command."""
        self.ask("pipe")

    def pipe(self, command: str) -> None:
        """Gives the open article's text to a command of the user's own shell."""
        if not command.strip():
            return
        data = self.state.article.text.encode("utf-8", "replace")
        try:
            with self.app.suspend():
                done = subprocess.run(command, shell=True, input=data, check=False)
                input("\n[Enter] back to reader ")
            self.show(f"{command}: exit code {done.returncode}")
        except SuspendNotSupported:
            self._pipe_quietly(command, data)
        except EOFError:
            self.show(command)

    def _pipe_quietly(self, command: str, data: bytes) -> None:
        try:
            done = subprocess.run(command, shell=True, input=data, capture_output=True, timeout=_SECONDS, check=False)
        except subprocess.TimeoutExpired:
            self.show(f"{command}: stopped after {_SECONDS} seconds")
            return
        said = done.stdout.decode("utf-8", "replace").strip() or f"exit code {done.returncode}"
        self.show(f"{command}: {one_line(said)}")

    def do_open_link(self) -> None:
        """Shows the link and copies it; opens it where there is a desktop here."""
        article = self.state.article
        url = article.url or ""
        if not re.match(r"https?://[^\s\x00-\x1f]+\Z", url):
            self.show(f"no link is known for {article.letter}")
            return
        opener = None if self.desk_app.terminal.remote else shutil.which("xdg-open") or shutil.which("open")
        if opener is None:
            said = clipboard.copy(url, self.desk_app.send, state_directory())
            self.show(f"{safe(url)} · {said}")
            return
        try:
            subprocess.Popen(
                [opener, url], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                start_new_session=True,
            )  # fmt: skip
        except OSError as error:
            self.show(f"{safe(url)} · could not be opened: {error.strerror}")
        else:
            self.show(f"opened {safe(url)}")

    # -- correcting ---------------------------------------------------------------------------------------------

    def do_split(self) -> None:
        """Takes a source's report out of the current fact."""
        fact = self.state.fact
        if fact is None:
            self.show("no fact here")
            return
        spot = self.panel.spot if self.state.pane == "panel" else None
        article = spot.article if spot is not None and spot.article else self.state.article_id
        letter = self.session.article(article).letter
        if fact.report(article).silent:
            self.show(f"{letter} does not report this fact: nothing to split")
        elif len(fact.reporting) < 2:
            self.show("one source alone reports this fact: nothing to split")
        else:
            words = f"{letter} is split from this fact: U undoes it"
            self._correct(lambda: self.session.split(fact.id, article), words)

    def do_join(self) -> None:
        """Marks the sentence at the cursor; on a fact joins what was marked, on a possible passage that."""
        state = self.state
        fact = state.fact
        spot = self.panel.spot if state.pane == "panel" else None
        if spot is not None and spot.kind in ("possible", "silent") and spot.span and fact is not None:
            self._join(fact.id, spot.article, spot.span)
        elif spot is not None and fact is not None and state.marked is not None:
            article, span = state.marked
            state.marked = None
            self._join(fact.id, article, span)
        elif spot is not None:
            self.show("mark a sentence in the text first: m there, then m on the fact")
        else:
            article, span = state.article_id, state.sentence
            same = state.marked == (article, span)
            state.marked = None if same else (article, span)
            self.show("not marked any more" if same else "marked: m on a fact in the comparison joins it")

    def _join(self, fact: str, article: str, span: Span) -> None:
        letter = self.session.article(article).letter
        self._correct(lambda: self.session.join(fact, article, span), f"joined {letter} to this fact: U undoes it")

    def do_undo(self) -> None:
        """Takes back the last correction."""
        self.run_worker(self._undo, thread=True, group="correct", exclusive=True)

    def _undo(self) -> None:
        self.post_message(self.Corrected(self.session.undo() or "nothing to undo"))

    def _correct(self, deed: Callable[[], object], words: str) -> None:
        def work() -> None:
            try:
                deed()
            except (KeyError, ValueError, OSError) as error:
                self.post_message(self.Corrected(f"not done: {one_line(str(error))}"))
            else:
                self.post_message(self.Corrected(words))

        self.run_worker(work, thread=True, group="correct", exclusive=True)

    def land(self, spot: Spot) -> None:
        """To the passage that a row of the panel stands for."""
        raise NotImplementedError
