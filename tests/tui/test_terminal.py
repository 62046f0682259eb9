"""What is decided of the terminal from options and environment."""

from __future__ import annotations

import pytest

from reader.tui.terminal import Colour, Options, Terminal, decide

UTF8 = {"LANG": "en_GB.UTF-8", "TERM": "xterm-256color"}
SSH = {"SSH_CONNECTION": "10.0.0.1 5 10.0.0.2 22"}


@pytest.mark.parametrize(
    ("options", "env", "colour", "theme"),
    [
        ({}, {}, Colour.MANY, "dark"),
        ({}, {"COLORTERM": "truecolor"}, Colour.TRUE, "dark"),
        ({}, {"TERM": "xterm-kitty"}, Colour.TRUE, "dark"),
        ({}, {"COLORTERM": "truecolor"} | SSH, Colour.MANY, "dark"),
        ({}, {"TERM": "linux"}, Colour.SIXTEEN, "ansi"),
        ({}, {"TERM": "xterm-16color"}, Colour.SIXTEEN, "ansi"),
        ({}, {"COLORFGBG": "0;15"}, Colour.MANY, "light"),
        ({}, {"COLORFGBG": "15;default;0"}, Colour.MANY, "dark"),
        ({"color": "truecolor"}, SSH, Colour.TRUE, "dark"),
        ({"color": "16"}, {}, Colour.SIXTEEN, "ansi"),
        ({"color": "16", "theme": "light"}, {}, Colour.SIXTEEN, "light"),
        ({"theme": "high-contrast"}, {"COLORFGBG": "0;15"}, Colour.MANY, "high-contrast"),
        ({"color": "never", "theme": "light"}, {}, Colour.NONE, "none"),
        ({"color": "256"}, {"NO_COLOR": "1"}, Colour.MANY, "dark"),
    ],
)
def test_colours_and_theme(options: dict[str, str], env: dict[str, str], colour: Colour, theme: str) -> None:
    got = decide(Options(theme=options.get("theme"), color=options.get("color", "auto")), UTF8 | env)
    assert (got.colour, got.theme) == (colour, theme)


def test_scenario_37_no_color_means_none_and_an_empty_one_means_nothing() -> None:
    assert decide(env=UTF8 | {"NO_COLOR": "1"}).colour is Colour.NONE
    assert decide(env=UTF8 | {"NO_COLOR": "1"}).theme == "none"
    assert decide(env=UTF8 | {"NO_COLOR": ""}).colour is Colour.MANY


@pytest.mark.parametrize(
    ("env", "ascii_only"),
    [
        ({"LANG": "C"}, True),
        ({"LANG": "POSIX"}, True),
        ({"LC_ALL": "C", "LANG": "en_GB.UTF-8"}, True),
        ({"LANG": "C", "LC_CTYPE": "C.UTF-8"}, True),  # Python's own doing under the C locale
        ({"LANG": "de_DE", "LC_CTYPE": "de_DE.UTF-8"}, False),
        ({"LANG": "de_DE.ISO-8859-1"}, True),
        ({"LANG": "C.UTF-8"}, False),
        ({"LANG": "en_GB.utf8"}, False),
        ({}, False),
    ],
)
def test_scenario_38_signs_are_ascii_where_the_locale_is_not_utf8(env: dict[str, str], ascii_only: bool) -> None:
    assert decide(env={"TERM": "xterm", **env}).ascii is ascii_only
    assert decide(Options(ascii=True), {"TERM": "xterm", **env}).ascii


def test_scenario_36_no_mouse_over_ssh_unless_asked_for() -> None:
    assert decide(env=UTF8).mouse
    assert not decide(env=UTF8 | SSH).mouse
    assert decide(Options(mouse=True), UTF8 | SSH).mouse


@pytest.mark.parametrize("term", ["dumb", "", "unknown"])
def test_scenario_38_a_dumb_terminal_is_seen(term: str) -> None:
    assert decide(env={"TERM": term}).dumb
    assert decide(env={}).dumb
    assert not decide(env=UTF8).dumb


def test_accessible_mode_by_option_or_environment() -> None:
    assert decide(Options(a11y=True), UTF8).a11y
    assert decide(env=UTF8 | {"READER_A11Y": "1"}).a11y
    assert not decide(env=UTF8 | {"READER_A11Y": "0"}).a11y


def test_the_framework_is_told_to_keep_still() -> None:
    told = Terminal(colour=Colour.MANY).framework_environment()
    assert told["TEXTUAL_ANIMATIONS"] == "none" and told["TEXTUAL_COLOR_SYSTEM"] == "256"
