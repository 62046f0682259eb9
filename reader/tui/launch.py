"""From paths to a running desk and back to an exit code, whatever standard input, output and the signals do."""

from __future__ import annotations

import asyncio
import os
import select
import signal
import stat
import sys
import termios
import threading
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

from reader.settings import state_directory
from reader.tui.terminal import THEME_NAMES, Options, Terminal, decide
from reader.workspace import OpenError, Session

if TYPE_CHECKING:
    from reader.tui.guarded import GuardedApp

_LEAVE_SECONDS = 3.0
_PATIENCE_SECONDS = 1.0
_RESTORE = (
    b"\x1b[?2026l\x1b[?2004l\x1b[?1006l\x1b[?1002l\x1b[?1000l\x1b[?7h\x1b[<u\x1b[?1049l\x1b[?25h\x1b[?1004l\x1b[0m"
)


def run(paths: Sequence[str], options: Options) -> int:
    """Opens the desk on some paths; prints plain text where there is no terminal to draw on or no keyboard.

    :raises OpenError: nothing could be opened.
    """
    if options.theme is not None and options.theme not in THEME_NAMES:
        print(f"reader: no such theme: {options.theme} (there are {', '.join(THEME_NAMES)})", file=sys.stderr)
        return 2
    paths = list(paths) or (["-"] if _articles_are_piped() else [])
    terminal = decide(options)
    if terminal.dumb or not _is_terminal(1) or not has_keyboard():
        return print_plain(Session.open(paths, group=options.group, state=False))
    session = Session.open(paths, group=options.group)
    take_keyboard()
    return _leave(show(lambda: _desk(session, terminal, options), terminal, session.close))


def print_plain(session: Session) -> int:
    """The comparison as text, one fact a paragraph; a lone article as its text. Always exit code 0."""
    from reader.workspace.gate import safe  # noqa: PLC0415

    for notice in session.notices:
        print(f"reader: {safe(notice)}", file=sys.stderr)
    if len(session.articles) == 1:
        article = session.articles[0]
        text = f"{article.title}\n{article.source}, {article.published or 'no date'}\n\n{article.text.strip()}\n"
    else:
        text = str(import_module("reader.workspace.forms.plain_form").comparison(session.compare()))
    sys.stdout.write(safe(text))
    return 0


def show(make: Callable[[], GuardedApp], terminal: Terminal, close: Callable[[], None] = lambda: None) -> int:
    """Runs an app on this process's terminal; returns its exit code, 128 + n after signal n, 1 after a crash.

    ``close`` is called when the app has ended, however it ended. The terminal is left as it was found.
    """
    os.environ.update(terminal.framework_environment())
    os.environ.pop("NO_COLOR", None)  # decided already; Textual would take an empty one for a wish
    before = _attributes()
    app: GuardedApp | None = None
    crash: BaseException | None = None
    loop = asyncio.new_event_loop()
    try:
        app = make()
        loop.run_until_complete(_serve(app, terminal, before))
        crash = app.crash
    except Exception as error:
        crash = error
        restore(before)
    finally:
        close()
    if isinstance(crash, OpenError):
        raise crash
    if crash is not None:
        from reader.tui.guarded import report_crash  # noqa: PLC0415

        print(report_crash(crash, state_directory()), file=sys.stderr)
        return 1
    return (app.return_code if app else None) or 0


async def _serve(app: GuardedApp, terminal: Terminal, before: list[Any] | None) -> None:
    """The app with the signals that end a program turned into leaving it."""
    from reader.tui.driver import TerminalDriver  # noqa: PLC0415

    TerminalDriver.encoding = terminal.encoding
    app.driver_class = TerminalDriver
    loop = asyncio.get_running_loop()

    def leave(number: int) -> None:
        app.leave(128 + number)
        timer = threading.Timer(_LEAVE_SECONDS, _leave_at_once, (before, 128 + number))
        timer.daemon = True
        timer.start()

    for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
        loop.add_signal_handler(number, leave, number)
    await app.run_async(mouse=terminal.mouse)


def _desk(session: Session, terminal: Terminal, options: Options) -> GuardedApp:
    from reader.tui.app import ReaderApp  # noqa: PLC0415 (a third of a second; nothing before it needs it)

    return ReaderApp(session, terminal, keymap={name: ",".join(keys.split()) for name, keys in options.keys.items()})


def has_keyboard() -> bool:
    """Is standard input a terminal, or is there a controlling one to take keys from?"""
    if _is_terminal(0):
        return True
    try:
        os.close(os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY))
    except OSError:
        return False
    return True


def take_keyboard() -> None:
    """Makes the controlling terminal standard input, after the articles were read from it."""
    if _is_terminal(0):
        return
    descriptor = os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY)
    if descriptor:
        os.dup2(descriptor, 0)
        os.close(descriptor)
    sys.stdin = sys.__stdin__ = open(0, encoding="utf-8", errors="replace", closefd=False)  # type: ignore[misc]  # noqa: SIM115


def restore(before: list[Any] | None) -> None:
    """Main screen, cursor, line wrap, no mouse, and the terminal's settings as they were before."""
    try:
        os.write(1, _RESTORE)
        if before is not None:
            termios.tcsetattr(0, termios.TCSANOW, before)
    except (OSError, termios.error):
        return


def _attributes() -> list[Any] | None:
    try:
        return termios.tcgetattr(0)
    except (termios.error, OSError):
        return None


def _is_terminal(descriptor: int) -> bool:
    try:
        return os.isatty(descriptor)
    except OSError:
        return False


def _articles_are_piped() -> bool:
    """Is something on standard input though no path was named? An empty pipe is nothing.

    A pipe that stays silent is waited for, as every filter does, but not without saying so.
    """
    try:
        mode = os.fstat(0).st_mode
    except OSError:
        return False
    if sys.stdin is None or not (stat.S_ISFIFO(mode) or stat.S_ISREG(mode) or stat.S_ISSOCK(mode)):
        return False
    if not select.select([0], [], [], _PATIENCE_SECONDS)[0]:
        print("reader: waiting for articles on standard input", file=sys.stderr)
    return bool(sys.stdin.buffer.peek(1))  # type: ignore[union-attr]  # a BufferedReader


def _leave_at_once(before: list[Any] | None, code: int) -> None:
    """The app did not end in time after a signal: the terminal still must."""
    restore(before)
    os._exit(code)


def _leave(code: int) -> int:
    """Ends the process here where a comparison is still running in a thread: nobody waits for it any more."""
    if any(t is not threading.current_thread() and not t.daemon for t in threading.enumerate()):
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    return code
