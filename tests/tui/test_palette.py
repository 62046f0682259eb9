"""The command palette: found by some letters, run by Enter, and foreign text is only text in it."""

from __future__ import annotations

import pytest

from reader.tui import commands
from reader.tui.guarded import GuardedApp
from reader.tui.screens.help import HelpScreen
from reader.tui.screens.palette import Entry, PaletteScreen, entries, fuzzy, ranked
from tests.tui.playing import press, rows, text
from tests.tui.test_help import desk


def test_every_command_of_the_desk_is_in_it() -> None:
    titles = {e.title for e in entries()}
    wanted = {c.title for c in commands.of_context("desk", "app") if c.id != "palette"}
    assert wanted <= titles


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("matrix", "matrix"),
        ("mtx", "matrix"),
        ("sbs", "side by side"),
        ("cws", "copy with source"),
        ("TEXT ONLY", "text only"),
    ],
)
def test_some_letters_find_a_command(typed: str, first: str) -> None:
    assert ranked(entries(), typed)[0][0].title == first


def test_words_of_the_help_find_it_too() -> None:
    assert any(e.id == "find" for e, _ in ranked(entries(), "curly"))


def test_letters_must_come_in_order() -> None:
    assert fuzzy("xm", "matrix") is None
    assert fuzzy("mx", "matrix") is not None
    hit = fuzzy("tri", "matrix")
    assert hit is not None and hit[1] == (2, 3, 4)


@pytest.mark.parametrize("key", ["colon", "ctrl+p"])
async def test_enter_runs_what_was_found(key: str) -> None:
    async with desk((80, 24)) as pilot:
        await press(pilot, key)
        assert isinstance(pilot.app.screen, PaletteScreen)
        await press(pilot, *"help", "enter")
        assert isinstance(pilot.app.screen, HelpScreen)


async def test_escape_leaves_and_nothing_is_run() -> None:
    async with desk((80, 24)) as pilot:
        before = text(pilot)
        await press(pilot, "colon", *"quit", "escape")
        assert pilot.app.is_running and not isinstance(pilot.app.screen, PaletteScreen)
        assert text(pilot) == before


async def test_the_cursor_goes_by_arrows_and_what_it_is_on_is_run() -> None:
    chosen: list[str | None] = []
    app = GuardedApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(PaletteScreen([Entry("a", "first"), Entry("b", "second")]), chosen.append)
        await press(pilot, "down", "down", "up", "down", "enter")
    assert chosen == ["b"]


async def test_foreign_text_is_only_text() -> None:
    foul = "[@click=app.quit]tap[/] [/] \x1b[31mred\u202e"
    app = GuardedApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(PaletteScreen([Entry("a", foul, foul)]))
        await press(pilot, "t")
        shown = "\n".join(rows(pilot))
        assert "[@click=app.quit]tap[/]" in shown
        assert "\x1b" not in shown and "\u202e" not in shown
