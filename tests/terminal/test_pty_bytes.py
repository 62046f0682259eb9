"""What is sent to the terminal, byte by byte."""

from __future__ import annotations

import base64
import re
from pathlib import Path

import pytest

from tests.terminal.conftest import Desk

_COLOUR = {*range(30, 40), *range(40, 50), *range(90, 98), *range(100, 108)}
_CONTROL = re.compile(
    rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[P_^X].*?\x1b\\|[ -/]*[0-~])|[\x00-\x1f]", re.S
)
HOSTILE = (
    "The mayor \x1b]52;c;ZXZpbA==\x07said \x1b[31mred\x1b[0m and \x9b2J, \x1b]0;title\x07 \x1bP+q544e\x1b\\ "
    "\x1b[?1000h [@click=app.quit]here[/] \u202eabc\u202c and \x07 rang; about 40 people left Gaza on Sunday.\n"
)


def _kinds(stream: bytes) -> set[bytes]:
    """Which control functions a stream holds: final bytes with their private marks, and the numbers of OSC."""
    found = set()
    for token in _CONTROL.findall(stream):
        if token.startswith(b"\x1b["):
            private = token[2:3] if token[2:3] in b"<=>?" else b""
            found.add(b"CSI" + (token[2:-1] if private == b"?" else private) + token[-1:])
        elif token.startswith(b"\x1b]"):
            found.add(b"OSC" + token[2:].split(b";")[0])
        else:
            found.add(token[:2])
    return found


def _play(run: object) -> None:
    for keys in ("]", "]", ".", "M", "q", "v", "q", "/", "Gaza\r", "n", "3", "j", "2", "Y"):
        run.send(keys, 0.25)  # type: ignore[attr-defined]


def test_scenario_37_no_color_sends_no_colour_and_keeps_the_marks(desk: Desk) -> None:
    run = desk(env={"NO_COLOR": "1"})
    run.wait_for(" facts")
    _play(run)
    sent = run.sgr()
    assert {n for parameters in sent for n in parameters} & _COLOUR == set()
    assert {n for parameters in sent for n in parameters} >= {1, 4, 7}


def test_scenario_37_an_empty_no_color_means_nothing(desk: Desk) -> None:
    run = desk(env={"NO_COLOR": ""})
    assert any(38 in parameters for parameters in run.sgr())


@pytest.mark.parametrize(
    ("args", "env", "wanted", "unwanted"),
    [
        ((), {}, rb"38;5;", rb"38;2;"),
        ((), {"COLORTERM": "truecolor"}, rb"38;2;", rb"38;5;"),
        ((), {"COLORTERM": "truecolor", "SSH_CONNECTION": "1 2 3 4"}, rb"38;5;", rb"38;2;"),
        (("--color", "16"), {}, rb"\x1b\[[0-9;]*m", rb"[34]8;[25];"),
        (("--color", "never"), {"COLORTERM": "truecolor"}, rb"\x1b\[4m", rb"[34]8;[25];|\x1b\[(?:3|4|9|10)[0-7]m"),
    ],
)
def test_colours_are_those_asked_for(
    desk: Desk, seeds: Path, args: tuple[str, ...], env: dict[str, str], wanted: bytes, unwanted: bytes
) -> None:
    run = desk(*args, str(seeds), env=env)
    run.wait_for(" facts")
    assert re.search(wanted, run.bytes) and not re.search(unwanted, run.bytes)


def test_scenario_36_over_ssh_the_mouse_stays_the_terminals(desk: Desk) -> None:
    run = desk(env={"SSH_CONNECTION": "10.0.0.1 50000 10.0.0.2 22"})
    assert not re.search(rb"\x1b\[\?100[0-6]+h", run.bytes.replace(b"?1004h", b""))


def test_every_movement_of_the_mouse_is_never_asked_for(desk: Desk) -> None:
    assert b"?1000h" in desk().bytes
    assert b"?1003h" not in desk().bytes


def test_scenario_38_under_lang_c_the_chrome_is_ascii(desk: Desk, tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.txt").write_text("About 40 people left Halden on Sunday. The bridge is closed.\n")
    run = desk(str(tmp_path), env={"LANG": "C"}, ready="left Halden")
    run.wait_for(" facts")
    for keys in ("]", "M", "q", "v", "q", "?", "q", ":", "\x1b", "T", "q", "3", "1"):
        run.send(keys, 0.25)
    assert [byte for byte in run.bytes if byte > 127] == []


def test_scenario_43_control_functions_in_an_article_never_reach_the_terminal(desk: Desk, tmp_path: Path) -> None:
    kind, foul = tmp_path / "kind", tmp_path / "foul"
    for folder, text in ((kind, "The mayor said: about 40 people left Gaza on Sunday.\n"), (foul, HOSTILE)):
        folder.mkdir()
        for name in ("one", "two"):
            (folder / f"{name}.txt").write_text(text * 3, encoding="utf-8", errors="surrogatepass")
    streams = []
    for folder in (kind, foul):
        run = desk(str(folder), ready="The mayor")
        run.wait_for("ompare")
        run.pump(1.0)
        _play(run)
        streams.append(run.bytes)
        assert run.code is None
    assert _kinds(streams[1]) - _kinds(streams[0]) == set()
    assert b"ZXZpbA==\x07" not in streams[1] and b"\xc2\x9b" not in streams[1]
    assert "\u202e".encode() not in streams[1]


def test_scenario_43_the_text_itself_is_still_there(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(HOSTILE, encoding="utf-8")
    shown = desk(str(tmp_path), ready="The mayor").wait_for("people left")
    assert "[@click=app.quit]here[/]" in " ".join(shown.split())


def test_scenario_33_over_ssh_a_copy_goes_through_the_terminal_and_into_a_file(
    desk: Desk, environment: dict[str, str]
) -> None:
    run = desk(env={"SSH_CONNECTION": "10.0.0.1 50000 10.0.0.2 22"})
    run.wait_for(" facts")
    run.send("2g")
    run.send("Y", 1.0)
    assert "sent to your terminal (OSC 52)" in run.screen()
    sent = re.search(rb"\x1b\]52;c;([A-Za-z0-9+/=]+)\x07", run.bytes)
    assert sent is not None
    copied = base64.b64decode(sent.group(1)).decode()
    assert copied.startswith("“The White House on Sunday (Nov 5) said") and copied.endswith("2023")
    kept = Path(environment["HOME"]) / ".local" / "state" / "reader" / "last-copy.txt"
    assert kept.read_text(encoding="utf-8") == copied


def test_nothing_is_sent_while_nothing_happens(desk: Desk) -> None:
    run = desk()
    run.wait_for(" facts")
    run.pump(1.0)
    before = len(run.bytes)
    run.pump(1.5)
    assert len(run.bytes) == before
