"""A program in a real pseudo-terminal: its bytes, its screen, its exit code."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import pyte

_PRIVATE = re.compile(rb"\x1b\[[<=>?][0-9;]*[@-~]|\x1b\[\?[0-9;]*\$p|\x1b[\]P_^X].*?(?:\x1b\\|\x07)", re.S)


class Pty:
    """Runs a command with a new terminal as its controlling one; ``stdin`` may be a file instead of the keyboard."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        size: tuple[int, int] = (120, 40),
        env: Mapping[str, str] | None = None,
        cwd: Path | None = None,
        stdin: Path | None = None,
        stderr: Path | None = None,
        shell: bool = False,
    ) -> None:
        self.bytes = b""
        self.columns, self.rows = size
        self.code: int | None = None
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", self.rows, self.columns, 0, 0))
        self.before = termios.tcgetattr(slave)
        self.slave = slave
        self.pid = os.fork()
        if self.pid == 0:
            self._child(command, env, cwd, stdin, stderr, shell)

    def _child(
        self,
        command: Sequence[str],
        env: Mapping[str, str] | None,
        cwd: Path | None,
        stdin: Path | None,
        stderr: Path | None,
        shell: bool,
    ) -> None:
        try:
            os.setsid()
            fcntl.ioctl(self.slave, termios.TIOCSCTTY, 0)
            for descriptor in (0, 1, 2):
                os.dup2(self.slave, descriptor)
            if stdin is not None:
                os.dup2(os.open(stdin, os.O_RDONLY), 0)
            if stderr is not None:
                os.dup2(os.open(stderr, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), 2)
            os.closerange(3, 64)
            if cwd:
                os.chdir(cwd)
            argv = ["/bin/bash", "--norc", "--noprofile", "-i"] if shell else list(command)
            os.execve(argv[0], argv, dict(os.environ if env is None else env))
        finally:
            os._exit(127)

    def __enter__(self) -> Pty:
        return self

    def __exit__(self, *_: object) -> None:
        if self.code is None:
            with suppress(ProcessLookupError):
                os.killpg(self.pid, signal.SIGKILL)
            self.wait(5)
        os.close(self.master)
        os.close(self.slave)

    def pump(self, seconds: float) -> None:
        """Takes what the program sends for some time."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            ready, _, _ = select.select([self.master], [], [], min(left, 0.05))
            if ready:
                try:
                    data = os.read(self.master, 65536)
                except OSError:
                    return
                self.bytes += data

    def wait_for(self, text: str, seconds: float = 20.0) -> str:
        """Waits until a text is on the screen; returns the screen."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.pump(0.1)
            shown = self.screen()
            if text in shown:
                return shown
            if self.wait(0):
                break
        raise AssertionError(f"never shown: {text!r}; the screen:\n{self.screen()}\nexit code {self.code}")

    def send(self, keys: str | bytes, pause: float = 0.3) -> None:
        """Types keys and takes what comes of it."""
        os.write(self.master, keys if isinstance(keys, bytes) else keys.encode())
        self.pump(pause)

    def resize(self, columns: int, rows: int) -> None:
        """Makes the window another size."""
        self.columns, self.rows = columns, rows
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        os.killpg(self.pid, signal.SIGWINCH)

    def kill(self, number: int) -> None:
        """Sends a signal to the program."""
        os.kill(self.pid, number)

    def wait(self, seconds: float = 10.0) -> bool:
        """Waits for the end of the program; True if it has ended. ``code`` is then its exit code."""
        end = time.monotonic() + seconds
        while self.code is None:
            done, status = os.waitpid(self.pid, os.WNOHANG)
            if done:
                self.pump(0.1)
                self.code = os.waitstatus_to_exitcode(status)
                break
            if time.monotonic() >= end:
                return False
            self.pump(0.05)
        return True

    def emulator(self) -> pyte.Screen:
        """A terminal that has seen every byte so far."""
        screen = pyte.Screen(self.columns, self.rows)
        pyte.ByteStream(screen).feed(_PRIVATE.sub(b"", self.bytes))
        return screen

    def screen(self) -> str:
        """The text of the screen now."""
        return "\n".join(line.rstrip() for line in self.emulator().display)

    def settings(self) -> list[Any]:
        """The terminal's settings now."""
        return termios.tcgetattr(self.slave)

    def left_on(self) -> set[int]:
        """Private modes that were switched on and not off again (wrap and cursor: off and not on again)."""
        state: dict[int, bool] = {7: True, 25: True}
        for numbers, switch in re.findall(rb"\x1b\[\?([0-9;]+)([hl])", self.bytes):
            for number in numbers.split(b";"):
                state[int(number)] = switch == b"h"
        return {n for n, on in state.items() if on != (n in (7, 25))}

    def sgr(self) -> list[list[int]]:
        """The parameters of every "select graphic rendition" sent."""
        return [[int(p or 0) for p in m.split(b";")] for m in re.findall(rb"\x1b\[([0-9;]*)m", self.bytes)]
