"""Beginning and end: signals, suspension, piped input, no terminal, a closed pipe, no network."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.terminal.conftest import READER, ROOT, Desk
from tests.terminal.ptyrun import Pty


def _plain(args: list[str], env: dict[str, str], **options: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # type: ignore[call-overload, no-any-return]
        [*READER, *args], env=env, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False, **options
    )


def test_q_leaves_the_terminal_as_it_was(desk: Desk) -> None:
    run = desk()
    run.send("q")
    assert run.wait() and run.code == 0
    assert run.left_on() == set() and run.settings() == run.before


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)], ids=["TERM", "HUP", "INT"]
)
def test_scenario_40_a_signal_ends_it_with_the_terminal_sane(desk: Desk, number: int, code: int) -> None:
    run = desk()
    run.send("jj")
    run.kill(number)
    assert run.wait() and run.code == code
    assert run.left_on() == set() and run.settings() == run.before


def test_scenario_40_the_place_is_kept_when_a_signal_ends_it(desk: Desk) -> None:
    run = desk()
    run.send("2G", 1.0)
    shown = run.screen()
    run.kill(signal.SIGTERM)
    assert run.wait()
    last = [line for line in shown.splitlines() if line.strip()][-4].split("│")[1].strip()
    assert last
    desk(ready=last[:20])


def test_scenario_40_suspended_and_back_the_screen_is_the_same(environment: dict[str, str], seeds: Path) -> None:
    with Pty([], env=environment | {"PS1": "shell> "}, cwd=ROOT, shell=True) as shell:
        shell.wait_for("shell>")
        shell.send(f"{sys.executable} -m reader {seeds}\r")
        shell.wait_for(" facts")
        shell.send("]", 1.0)
        shell.pump(0.5)
        before = shell.screen()
        shell.send("\x1a", 1.0)
        assert "Stopped" in shell.bytes.decode("utf-8", "replace")
        assert not shell.left_on() & {1000, 1002, 1006, 1049, 25}
        shell.send("stty -a | grep -qw -- -echo || printf 'echo is %s\\n' on\r")
        shell.wait_for("echo is on", 5)
        mark = len(shell.bytes)
        shell.send("fg\r", 2.0)
        again = shell.bytes[mark:]
        assert b"\x1b[?1049h" in again and "White House" in again.decode("utf-8", "replace")
        shell.bytes = again[again.index(b"\x1b[?1049h") :]
        assert shell.screen() == before
        shell.send("q", 1.0)
        assert "shell>" in shell.bytes[-200:].decode("utf-8", "replace")


def test_a_crash_is_one_sentence_an_exit_code_and_a_log(environment: dict[str, str], tmp_path: Path) -> None:
    script = tmp_path / "crashing.py"
    script.write_text(
        "import sys\n"
        "from reader.tui.launch import show\n"
        "from reader.tui.terminal import decide\n"
        "def make():\n"
        "    from reader.tui.guarded import GuardedApp\n"
        "    class Crashing(GuardedApp):\n"
        "        def on_key(self): raise ZeroDivisionError('by a key')\n"
        "        def on_mount(self): self.bell()\n"
        "    return Crashing()\n"
        "sys.exit(show(make, decide()))\n"
    )
    with Pty([sys.executable, str(script)], env=environment, cwd=ROOT) as run:
        run.pump(2.0)
        run.send("a")
        assert run.wait() and run.code == 1
        assert run.left_on() == set() and run.settings() == run.before
        said = run.bytes.rpartition(b"\x1b[?1000l")[2].decode()
    log = Path(environment["HOME"]) / ".local" / "state" / "reader" / "crash.log"
    assert said.strip().replace("\r\n", "") == (
        f"reader: a fault in the program ended it (ZeroDivisionError); what happened is in {log}"
    )
    assert "by a key" in log.read_text()


@pytest.mark.parametrize("keys", [b"\xe9", b"\xff\xfe\x80", b"\x1b[99999999999;1u", b"\x1b[48;99999;99999;1;1t"])
def test_no_key_ends_the_program(desk: Desk, keys: bytes) -> None:
    run = desk()
    run.send(keys)
    run.send("?")
    run.wait_for("Help", 5)
    assert run.code is None


def test_scenario_39_articles_on_standard_input_and_keys_from_the_terminal(desk: Desk, seeds: Path) -> None:
    article = sorted(seeds.glob("*.txt"))[0]
    run = desk("-", stdin=article)
    run.send("?")
    run.wait_for("Help", 5)
    run.send("q")
    run.send("q")
    assert run.wait() and run.code == 0
    assert run.left_on() == set() and run.settings() == run.before


def test_scenario_39_no_path_and_a_file_on_standard_input(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "in.txt").write_text("About 40 people left Halden on Sunday.\n")
    run = desk("--color", "256", stdin=tmp_path / "in.txt", ready="left Halden")
    assert run.code is None


def test_scenario_39_without_a_terminal_it_is_plain(environment: dict[str, str], seeds: Path) -> None:
    text = "".join(p.read_text() for p in sorted(seeds.glob("*.txt"))[:1])
    done = _plain(["-"], environment, input=text, start_new_session=True)
    assert done.returncode == 0 and "White House" in done.stdout and "\x1b" not in done.stdout + done.stderr


def test_scenario_38_into_a_pipe_it_is_plain(environment: dict[str, str], seeds: Path) -> None:
    done = _plain([str(seeds)], environment)
    assert done.returncode == 0 and "Blinken" in done.stdout and "\x1b" not in done.stdout + done.stderr


def test_scenario_38_on_a_dumb_terminal_it_is_plain(desk: Desk) -> None:
    run = desk(env={"TERM": "dumb"})
    assert run.wait(30) and run.code == 0
    assert b"\x1b" not in run.bytes and "Blinken" in run.bytes.decode()


def test_standard_error_in_a_file_does_not_take_the_screen_away(desk: Desk, tmp_path: Path) -> None:
    run = desk(stderr=tmp_path / "err")
    assert b"?1049h" in run.bytes and (tmp_path / "err").read_bytes() == b""


def test_scenario_4_what_is_not_there_is_said_in_one_line(environment: dict[str, str]) -> None:
    done = _plain(["nofile"], environment)
    assert done.returncode == 2 and "no such file: nofile" in done.stderr
    assert "Traceback" not in done.stderr and len(done.stderr.splitlines()) == 1
    assert _plain(["--help"], environment).returncode == 0
    assert _plain(["-V"], environment).stdout.startswith("reader ")


def test_a_path_that_is_not_there_never_opens_the_screen(desk: Desk) -> None:
    run = desk("nofile", ready="no such file: nofile")
    assert run.wait() and run.code == 2 and b"?1049h" not in run.bytes


def test_an_unknown_theme_is_said(environment: dict[str, str]) -> None:
    done = _plain(["--theme", "mauve"], environment)
    assert done.returncode == 2 and "mauve" in done.stderr and "high-contrast" in done.stderr


def test_scenario_35_a_closed_pipe_ends_it_quietly(environment: dict[str, str], seeds: Path) -> None:
    for args in (["compare", str(seeds)], ["compare", str(seeds), "--plain"], [str(seeds)]):
        reader = subprocess.Popen(
            [*READER, *args], env=environment, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        assert reader.stdout is not None and reader.stderr is not None
        os.read(reader.stdout.fileno(), 10)
        reader.stdout.close()
        complaint = reader.stderr.read().decode()
        assert "Traceback" not in complaint and "BrokenPipe" not in complaint
        assert reader.wait(30) in (0, 141), args


def test_scenario_2_the_desk_never_opens_a_connection(desk: Desk, environment: dict[str, str], tmp_path: Path) -> None:
    """A hook in the interpreter notes every socket that is connected, bound or looked up."""
    noted = tmp_path / "noted"
    (tmp_path / "sitecustomize.py").write_text(
        "import sys\n"
        "def hook(event, args):\n"
        "    if event in ('socket.connect', 'socket.bind', 'socket.getaddrinfo', 'socket.sendto', 'urllib.Request'):\n"
        f"        open({str(noted)!r}, 'a').write(event + repr(args) + '\\n')\n"
        "sys.addaudithook(hook)\n"
        f"open({str(tmp_path / 'hooked')!r}, 'w').close()\n"
    )
    path = os.pathsep.join(filter(None, [str(tmp_path), environment.get("PYTHONPATH", "")]))
    run = desk(env={"PYTHONPATH": path})
    run.wait_for(" facts")
    for keys in ("]", ".", "M", "q", "v", "q", "o", "y"):
        run.send(keys)
    run.send("q")
    assert run.wait() and run.code == 0
    assert (tmp_path / "hooked").exists() and not noted.exists()
