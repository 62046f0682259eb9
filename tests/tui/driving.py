"""Driving the real desk: open it, wait until it has compared, press keys, read the screen."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot

from reader.tui.app import ReaderApp
from reader.tui.screens.desk import Desk
from reader.tui.terminal import Terminal
from reader.tui.widgets.lines import LineView
from reader.workspace import Session

WIDE = (140, 50)


class Driver:
    """A running desk and what can be seen on it."""

    def __init__(self, app: ReaderApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def desk(self) -> Desk:
        """The desk's screen."""
        return next(s for s in self.app.screen_stack if isinstance(s, Desk))

    async def press(self, *keys: str) -> None:
        """Presses keys and waits until all has been drawn and every thread is done."""
        await self.pilot.press(*keys)
        await self.settle()

    async def type(self, text: str) -> None:
        """Types a text."""
        await self.press(*(("space" if c == " " else c) for c in text))

    async def settle(self) -> None:
        """Waits for the threads and what they tell."""
        for _ in range(100):
            await self.pilot.pause()
            await self.app.workers.wait_for_complete()
            await self.pilot.pause()
            if not self.app._exit and self.desk.working.startswith(("comparing.", "comparing…")):
                continue
            return

    async def resize(self, width: int, height: int) -> None:
        """Another size of the terminal."""
        await self.pilot.resize_terminal(width, height)
        await self.settle()

    async def cursor_on(self, words: str) -> None:
        """Puts the reader's place on the words, as find does."""
        await self.press("/")
        await self.type(words)
        await self.press("enter")

    def rows(self, view: LineView) -> list[str]:
        """What a pane shows."""
        return [view.render_line(y).text.rstrip() for y in range(view.size.height)]

    @property
    def text(self) -> list[str]:
        """The reading pane."""
        return self.rows(self.desk.text)

    @property
    def panel(self) -> list[str]:
        """The comparison."""
        return self.rows(self.desk.panel)

    @property
    def list(self) -> list[str]:
        """The stories and articles."""
        return self.rows(self.desk.articles)

    @property
    def status(self) -> str:
        """The line that says where the reader is, or what there is to tell."""
        return self.rows(self.desk.status_line)[0].strip()

    @property
    def message(self) -> str:
        """What there was to tell after the last key."""
        return self.desk.status_line.status.message

    @property
    def letter(self) -> str:
        """The open article."""
        return self.desk.state.article.letter

    @property
    def sentence(self) -> str:
        """The sentence at the reader's place."""
        state = self.desk.state
        return state.sentence.of(state.article.text)

    @property
    def screen(self) -> str:
        """Everything that is seen."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join("".join(s.text for s in strip).rstrip() for strip in strips)


@asynccontextmanager
async def opened(
    *paths: Path | str, size: tuple[int, int] = WIDE, terminal: Terminal | None = None, wait: bool = True,
    keymap: dict[str, str] | None = None,
) -> AsyncIterator[Driver]:  # fmt: skip
    """The desk on some paths, in a terminal of a size."""
    session = Session.open([str(p) for p in paths])
    app = ReaderApp(session, terminal, keymap)
    async with app.run_test(size=size) as pilot:
        driver = Driver(app, pilot)
        if wait:
            await driver.settle()
        yield driver
    session.close()


def story_of(folder: Path, texts: Sequence[str]) -> Path:
    """A folder with a few articles."""
    folder.mkdir(exist_ok=True)
    for n, text in enumerate(texts):
        (folder / f"{n}_paper.txt").write_text(text, encoding="utf-8")
    return folder
