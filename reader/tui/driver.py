"""The terminal's two ends, with guards that the framework's own driver lacks.

Bytes that are not UTF-8, key reports that no keyboard sends and a terminal that has gone away do not end the program;
the screen is written to standard output in the terminal's own encoding; the mouse reports clicks and wheel only.
Rests on names of Textual 8; ``tests/tui/test_driver.py`` notices when they change or the faults are mended.
"""

from __future__ import annotations

import io
import os
import select
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any

from textual import events
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.keys import Keys
from textual.message import Message

from reader.tui.guarded import GuardedApp

if TYPE_CHECKING:
    from textual.app import App

_CHUNK = 4096
_LARGEST_SCREEN = 10_000
"""Columns or rows; what claims to be larger is no terminal."""


class PatientParser(XTermParser):
    """Ignores key reports that cannot be (``ESC [ 99999999999 ; 1 u``) where the original raises."""

    def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterable[events.Key]:
        try:
            return list(super()._sequence_to_key_events(sequence, alt))
        except (ValueError, OverflowError):
            return [events.Key(Keys.Ignore, sequence)]


class PatientFile(io.TextIOBase):
    """Text for a terminal by its descriptor: what it cannot show becomes "?", and a closed window is no error."""

    def __init__(self, descriptor: int, encoding: str = "utf-8") -> None:
        self._descriptor = descriptor
        self._encoding = encoding
        self._waiting: list[str] = []
        self.gone = False

    def fileno(self) -> int:
        """The descriptor."""
        return self._descriptor

    def isatty(self) -> bool:
        """Always: nothing else is drawn on."""
        return True

    def write(self, text: str) -> int:
        """Keeps text until ``flush``."""
        self._waiting.append(text)
        return len(text)

    def flush(self) -> None:
        """Sends what was written; forgets it where nobody is there any more."""
        data = "".join(self._waiting).encode(self._encoding, "replace")
        self._waiting.clear()
        try:
            while data and not self.gone:
                data = data[os.write(self._descriptor, data) :]
        except BlockingIOError:
            select.select([], [self._descriptor], [], 1.0)
            self._waiting.insert(0, data.decode(self._encoding, "replace"))
        except OSError:
            self.gone = True


class TerminalDriver(LinuxDriver):
    """Draws on standard output, reads keys from standard input, survives what comes in."""

    encoding = "utf-8"

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._file = PatientFile(1, self.encoding)  # type: ignore[assignment]

    def send_directly(self, sequence: str) -> None:
        """Writes a control sequence between two frames (the clipboard)."""
        self.write(sequence)

    def _sigcont_application(self, *_: object) -> None:
        """Back in the foreground: the screen is blank, and every cell is drawn anew."""
        super()._sigcont_application()
        self._loop.call_soon_threadsafe(partial(self._app.refresh, layout=True))

    def _enable_mouse_support(self) -> None:
        """Buttons, wheel and dragging; never every movement, which floods a thin line."""
        if self._mouse:
            self.write("\x1b[?1000h\x1b[?1002h\x1b[?1006h")

    def _disable_mouse_support(self) -> None:
        if self._mouse:
            self.write("\x1b[?1006l\x1b[?1002l\x1b[?1000l")

    def _enable_mouse_pixels(self) -> None:
        """Not wanted: cells are what is pointed at."""

    def _query_in_band_window_resize(self) -> None:
        """Not asked: the signal says it, and one question less is sent."""

    def process_message(self, message: Message) -> None:
        """As the original, but no report makes the screen larger than screens are."""
        if isinstance(message, events.Resize) and max(message.size) > _LARGEST_SCREEN:
            return
        super().process_message(message)

    def run_input_thread(self) -> None:
        """Waits for keys; ends when the program does or the terminal has gone."""
        parser = PatientParser(self._debug)
        decode = getincrementaldecoder("utf-8")("replace").decode
        while not self.exit_event.is_set():
            ready, _, _ = select.select([self.fileno], [], [], 0.1)
            if ready:
                try:
                    data = os.read(self.fileno, _CHUNK)
                except OSError:
                    data = b""
                if not data:
                    self._hung_up()
                    return
                text = decode(data)
                if text:  # an empty one, half a letter, would end the parser
                    parser = self._pass_on(parser, lambda p, text: p.feed(text), text)
            parser = self._pass_on(parser, lambda p, _: p.tick(), "")

    def _pass_on(
        self, parser: PatientParser, take: Callable[[PatientParser, str], Iterable[Message]], text: str
    ) -> PatientParser:
        """Hands on the events of some input; a parser that broke on it is replaced by a fresh one."""
        try:
            for event in take(parser, text):
                self.process_message(event)
        except Exception as error:
            self._app.log.error(f"keyboard input was not understood: {type(error).__name__}")
            return PatientParser(self._debug)
        return parser

    def _hung_up(self) -> None:
        """The window was closed: leave as if the signal for it had come."""
        app = self._app
        leave = partial(app.leave, 129) if isinstance(app, GuardedApp) else app.exit
        with suppress(RuntimeError):  # the loop has ended already
            self._loop.call_soon_threadsafe(leave)
