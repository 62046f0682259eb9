"""Copying a sentence: remote, local, too long, and where nothing can be written."""

from __future__ import annotations

import base64
import os
import stat
from pathlib import Path

import pytest

from reader.tui import clipboard

SENTENCE = "“About 400 wanted to leave,” he said. — B, undated"
SSH = {"SSH_CONNECTION": "10.0.0.1 5 10.0.0.2 22", "PATH": "/nowhere"}


def _payload(sequence: str) -> str:
    assert sequence.startswith("\x1b]52;c;") and sequence.endswith("\x07")
    return base64.b64decode(sequence[7:-1]).decode()


def _tool(folder: Path, name: str, code: int = 0) -> Path:
    """A desktop's copying tool that keeps what it is given."""
    got = folder / "got.txt"
    script = folder / name
    script.write_text(f'#!/bin/sh\n/bin/cat > "{got}"\nexit {code}\n')
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    return got


def test_scenario_33_over_ssh_it_goes_to_the_terminal_and_into_a_file(tmp_path: Path) -> None:
    sent: list[str] = []
    said = clipboard.copy(SENTENCE, sent.append, tmp_path, SSH)
    assert "sent to your terminal (OSC 52)" in said
    assert [_payload(s) for s in sent] == [SENTENCE]
    kept = tmp_path / "last-copy.txt"
    assert kept.read_text(encoding="utf-8") == SENTENCE
    assert kept.stat().st_mode & 0o077 == 0


def test_inside_tmux_the_sequence_is_also_passed_through() -> None:
    sequence = clipboard.osc52("x", tmux=True)
    plain = clipboard.osc52("x")
    assert sequence is not None and plain is not None
    assert sequence.startswith(plain)
    assert sequence.removeprefix(plain) == "\x1bPtmux;\x1b" + plain + "\x1b\\"


@pytest.mark.parametrize(
    ("name", "variable"),
    [("wl-copy", "WAYLAND_DISPLAY"), ("xclip", "DISPLAY"), ("xsel", "DISPLAY"), ("pbcopy", "TERM_PROGRAM")],
)
def test_locally_the_desktops_own_tool_is_used(tmp_path: Path, name: str, variable: str) -> None:
    got = _tool(tmp_path, name)
    sent: list[str] = []
    said = clipboard.copy(SENTENCE, sent.append, tmp_path, {"PATH": str(tmp_path), variable: ":0"})
    assert said == f"copied ({name})" and sent == []
    assert got.read_text(encoding="utf-8") == SENTENCE


@pytest.mark.parametrize("env", [SSH, {}], ids=["remote", "local"])
def test_inside_tmux_the_text_goes_through_tmux(tmp_path: Path, env: dict[str, str]) -> None:
    got = _tool(tmp_path, "tmux")
    sent: list[str] = []
    said = clipboard.copy(SENTENCE, sent.append, None, env | {"PATH": str(tmp_path), "TMUX": "/tmp/tmux-0,1,0"})
    assert said == "sent to your terminal (OSC 52, through tmux)" and sent == []
    assert got.read_text(encoding="utf-8") == SENTENCE


def test_where_tmux_refuses_the_wrapped_sequence_is_sent(tmp_path: Path) -> None:
    _tool(tmp_path, "tmux", code=1)
    sent: list[str] = []
    said = clipboard.copy(SENTENCE, sent.append, None, SSH | {"PATH": str(tmp_path), "TMUX": "/tmp/tmux-0,1,0"})
    assert said == "sent to your terminal (OSC 52)" and "\x1bPtmux;" in sent[0]


def test_a_tool_that_fails_gives_way_to_the_terminal(tmp_path: Path) -> None:
    _tool(tmp_path, "xclip", code=1)
    sent: list[str] = []
    said = clipboard.copy(SENTENCE, sent.append, tmp_path, {"PATH": str(tmp_path), "DISPLAY": ":0"})
    assert said == "sent to your terminal (OSC 52)" and len(sent) == 1


def test_a_tool_is_never_used_over_ssh(tmp_path: Path) -> None:
    got = _tool(tmp_path, "xclip")
    clipboard.copy(SENTENCE, lambda _: None, None, SSH | {"PATH": str(tmp_path), "DISPLAY": "localhost:10"})
    assert not got.exists()


def test_what_is_too_long_for_terminals_is_kept_and_not_sent(tmp_path: Path) -> None:
    sent: list[str] = []
    said = clipboard.copy("long " * 20_000, sent.append, tmp_path, SSH)
    assert sent == [] and said == f"too long for the terminal: kept in {tmp_path / 'last-copy.txt'}"
    assert clipboard.osc52("x" * 56_000) is not None


def test_nothing_is_ever_raised(tmp_path: Path) -> None:
    def broken(_: str) -> None:
        raise OSError("gone")

    a_file = tmp_path / "file"
    a_file.write_text("")
    assert "did not take it" in clipboard.copy("x", broken, a_file, SSH)
    assert clipboard.copy("x", None, None, {"PATH": os.devnull}) == "not copied: no clipboard here"
    assert "sent" in clipboard.copy("lone \ud800 surrogate", lambda _: None, tmp_path, SSH)
