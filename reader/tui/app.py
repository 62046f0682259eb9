"""The desk as a program: its theme, its signs, its keys, and the screens over one another."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from textual.binding import BindingType
from textual.message import Message
from textual.screen import Screen
from textual.worker import Worker, WorkerState

from reader.tui import commands, marks
from reader.tui.guarded import GuardedApp
from reader.tui.screens.desk import Desk
from reader.tui.terminal import Terminal
from reader.workspace import Session


class ReaderApp(GuardedApp):
    """The program on the screen.

    ``source`` is a session, or a function that opens one (run in a thread, so that a large folder does not keep the
    screen waiting). ``keymap`` gives commands other keys: id → keys parted by commas.
    """

    CSS_PATH = "app.tcss"
    TITLE = "reader"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = commands.bindings("app")

    @dataclass
    class Opened(Message):
        """The session is there."""

        session: Session

    def __init__(
        self, source: Session | Callable[[], Session], terminal: Terminal | None = None,
        keymap: Mapping[str, str] | None = None,
    ) -> None:  # fmt: skip
        super().__init__()
        self.terminal = terminal or Terminal()
        self.glyphs = marks.glyphs(self.terminal.ascii)
        self.selects = self.terminal.mouse
        self.keymap = dict(keymap or {})
        self._source = source
        self.theme = f"reader-{self.terminal.theme}"  # before the style sheet, which uses the theme's own names

    def on_mount(self) -> None:
        """Sets the keys, and opens the session where that is still to be done."""
        if self.keymap:
            self.set_keymap(self.keymap)
        if not isinstance(self._source, Session):
            source = self._source
            self.run_worker(lambda: self.post_message(self.Opened(source())), thread=True, name="open")

    def get_default_screen(self) -> Screen[Any]:
        """The desk is the first screen where its session is there already: it is laid out and drawn once."""
        return Desk(self._source) if isinstance(self._source, Session) else super().get_default_screen()

    def on_reader_app_opened(self, message: Opened) -> None:
        """The articles are read: the desk can show them."""
        self.push_screen(Desk(message.session))

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Nothing could be opened: the caller says why and leaves."""
        if event.worker.name == "open" and event.state is WorkerState.ERROR and event.worker.error:
            self.crash = self.crash or event.worker.error

    # -- commands of every screen -------------------------------------------------------------------------------

    def action_run(self, id: str) -> None:
        """A command by its id: the screen's own first, else the app's."""
        own = getattr(self, f"do_{id}", None)
        if own is not None:
            own()

    def do_palette(self) -> None:
        """Every command by name."""
        from reader.tui.screens.palette import PaletteScreen, entries  # noqa: PLC0415 (only when asked for)

        def chosen(id: str | None) -> None:
            run = getattr(self.screen, "action_run", self.action_run)
            if id:
                run(id)

        self.push_screen(PaletteScreen(entries(ascii_only=self.glyphs.ascii)), chosen)

    def do_help(self) -> None:
        """The keys of the pane that has them."""
        from reader.tui.screens.help import HelpScreen  # noqa: PLC0415 (only when asked for)

        desk = self.screen
        self.push_screen(HelpScreen(desk.state.pane if isinstance(desk, Desk) else getattr(desk, "context", "text")))

    def do_redraw(self) -> None:
        """Draws every cell anew."""
        self.refresh(layout=True)
        self.screen.refresh(layout=True)

    def do_suspend(self) -> None:
        """Back to the shell."""
        self.action_suspend_process()

    def do_quit(self) -> None:
        """Leaves at once; the desk has kept the place."""
        self.leave()

    def keep(self) -> None:
        """The place in the open article."""
        for screen in self.screen_stack:
            if isinstance(screen, Desk):
                screen.keep()

    def send(self, sequence: str) -> None:
        """Writes a control sequence of our own past the screen.

        :raises RuntimeError: there is no terminal.
        """
        if self._driver is None:
            raise RuntimeError("no terminal")
        self._driver.write(sequence)
        self._driver.flush()
