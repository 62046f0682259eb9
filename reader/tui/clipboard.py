"""Copying: to the machine's clipboard, or through the terminal to the one in front of the user.

The text always lands in ``last-copy.txt`` of the state folder too, since a terminal does not say whether it obeyed.
"""

from __future__ import annotations

import base64
import os
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

from reader.tui.terminal import is_remote

OSC52_LIMIT = 74_994
"""Most base64 characters that terminals take: xterm's and tmux's limit is the strictest in use."""

_TOOL_SECONDS = 2.0
_FILE = "last-copy.txt"


def copy(
    text: str, send: Callable[[str], None] | None, state: Path | None = None, env: Mapping[str, str] | None = None
) -> str:
    """Copy a text and say in a sentence what was done; never raises.

    ``send`` writes to the terminal past the screen, or None where there is none; ``state`` is the state folder, or
    None where nothing can be kept. Remote sessions go through the terminal; local ones through the desktop's own tool
    where there is one.
    """
    env = os.environ if env is None else env
    kept = _keep(text, state)
    remote = is_remote(env)
    tool = None if remote else native_tool(env)
    if tool is not None and _run(tool, text):
        return f"copied ({Path(tool[0]).name})"
    if env.get("TMUX") and _through_tmux(text, env):
        return "sent to your terminal (OSC 52, through tmux)" + (f"; also in {kept}" if kept and remote else "")
    sequence = osc52(text, tmux=bool(env.get("TMUX")))
    if send is None or sequence is None:
        reason = "too long for the terminal" if send is not None else "no clipboard here"
        return f"{reason}: kept in {kept}" if kept else f"not copied: {reason}"
    try:
        send(sequence)
    except (OSError, RuntimeError, AssertionError):
        return f"the terminal did not take it: kept in {kept}" if kept else "not copied: the terminal did not take it"
    return "sent to your terminal (OSC 52)" + (f"; also in {kept}" if kept and remote else "")


def osc52(text: str, tmux: bool = False) -> str | None:
    """The control sequence that puts a text on the terminal's clipboard; None where it is too long to be taken.

    Inside tmux it is wrapped so that the terminal outside gets it as well.
    """
    payload = base64.b64encode(text.encode("utf-8", "replace")).decode("ascii")
    if len(payload) > OSC52_LIMIT:
        return None
    sequence = f"\x1b]52;c;{payload}\x07"
    return sequence + "\x1bPtmux;" + sequence.replace("\x1b", "\x1b\x1b") + "\x1b\\" if tmux else sequence


def native_tool(env: Mapping[str, str]) -> list[str] | None:
    """The command of this desktop that takes a text on its standard input, or None."""
    candidates: list[list[str]] = []
    if env.get("WAYLAND_DISPLAY"):
        candidates.append(["wl-copy"])
    if env.get("DISPLAY"):
        candidates += [["xclip", "-selection", "clipboard"], ["xsel", "--clipboard", "--input"]]
    candidates.append(["pbcopy"])
    for command in candidates:
        path = shutil.which(command[0], path=env.get("PATH"))
        if path:
            return [path, *command[1:]]
    return None


def _through_tmux(text: str, env: Mapping[str, str]) -> bool:
    """tmux takes the text into its own buffer and sends it on (``-w``); from a program on its screen it takes none, as
    long as its settings are those it comes with."""
    path = shutil.which("tmux", path=env.get("PATH"))
    return path is not None and _run([path, "load-buffer", "-w", "-"], text)


def _run(command: list[str], text: str) -> bool:
    """Hand a text to a tool. Its output goes nowhere: xclip stays alive and would hold a pipe open."""
    try:
        done = subprocess.run(
            command,
            input=text.encode("utf-8", "replace"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_TOOL_SECONDS,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return done.returncode == 0


def _keep(text: str, state: Path | None) -> Path | None:
    """Write the last copy where it can be found again; private to the user."""
    if state is None:
        return None
    path = state / _FILE
    try:
        state.mkdir(parents=True, exist_ok=True, mode=0o700)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8", errors="replace", newline="") as file:
            file.write(text)
    except OSError:
        return None
    return path
