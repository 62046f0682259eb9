"""What comes in from the keyboard cannot end the program; and the faults of the framework that make guards needed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from textual import events
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

from reader.tui.driver import PatientFile, PatientParser, TerminalDriver

HUGE_KEY = "\x1b[99999999999;1u"


def _keys(parser: XTermParser, text: str) -> list[str]:
    return [e.key for e in parser.feed(text) if isinstance(e, events.Key)]


def test_a_key_that_cannot_be_is_ignored_and_the_keys_after_it_are_not() -> None:
    assert _keys(PatientParser(), f"a{HUGE_KEY}b\x1b[Bc") == ["a", "b", "down", "c"]


@pytest.mark.parametrize("noise", ["\x1b[999999999999;99999999999999R", "\x1b[<9999999999;1;1M", "\x1b[1;99999999u"])
def test_other_odd_reports_are_survived(noise: str) -> None:
    assert _keys(PatientParser(), f"{noise}q")[-1:] == ["q"]


def test_the_guard_for_keys_is_still_needed() -> None:
    """When this fails the framework has been mended, and ``PatientParser`` can go."""
    with pytest.raises((ValueError, OverflowError)):
        _keys(XTermParser(), HUGE_KEY)


def test_the_names_that_the_driver_rests_on_are_there() -> None:
    for name in (
        "_enable_mouse_support",
        "_disable_mouse_support",
        "_enable_mouse_pixels",
        "_query_in_band_window_resize",
        "run_input_thread",
        "process_message",
    ):
        assert name in vars(LinuxDriver), name
        assert name in vars(TerminalDriver), name
    assert "_sequence_to_key_events" in vars(XTermParser)


def test_what_the_terminal_cannot_show_becomes_a_question_mark(tmp_path: Path) -> None:
    with (tmp_path / "out").open("wb") as out:
        file = PatientFile(out.fileno(), "iso-8859-1")
        file.write("caf\u00e9 \u2248 300")
        file.flush()
    assert (tmp_path / "out").read_bytes() == b"caf\xe9 ? 300"


def test_a_closed_window_is_no_error() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    file = PatientFile(writing)
    file.write("gone")
    file.flush()
    assert file.gone
    os.close(writing)
