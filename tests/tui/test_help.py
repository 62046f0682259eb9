"""Help: the keys of this pane first, a filter, and a key that closes help and not the program."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from reader.tui import commands
from reader.tui.app import ReaderApp
from reader.tui.marks import LEGEND
from reader.tui.screens.help import HelpScreen, help_rows
from reader.tui.terminal import Terminal
from reader.workspace import Session
from tests.tui.playing import press, rows, text

SIZES = [(100, 30), (80, 24)]


@asynccontextmanager
async def desk(size: tuple[int, int], terminal: Terminal | None = None) -> AsyncIterator[Pilot[None]]:
    seeds = Path(__file__).resolve().parents[2] / "seeds"
    session = await asyncio.to_thread(Session.open, [str(seeds)], state=False)
    async with ReaderApp(session, terminal or Terminal()).run_test(size=size) as pilot:
        await pilot.pause()
        yield pilot


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("key", ["question_mark", "f1"])
async def test_scenario_3_help_shows_the_keys_of_this_pane(size: tuple[int, int], key: str) -> None:
    async with desk(size) as pilot:
        await press(pilot, "2", key)
        assert rows(pilot)[2].strip() == "Keys in the text"
        assert "To the next fact" in text(pilot)
        await press(pilot, "q", "1", key)
        assert rows(pilot)[2].strip() == "Keys in the list"


@pytest.mark.parametrize("size", SIZES)
async def test_scenario_3_slash_filters_and_q_closes_help_and_not_the_program(size: tuple[int, int]) -> None:
    async with desk(size) as pilot:
        app = pilot.app
        await press(pilot, "question_mark", "slash", *"matrix")
        shown = [r for r in rows(pilot)[2:-2] if r.startswith("   ")]
        assert any("Facts down, sources across." in r for r in shown)
        assert len(shown) < 5 and "Half a screen down." not in text(pilot)
        await press(pilot, "enter")
        assert "only lines with: matrix" in rows(pilot)[0]
        await press(pilot, "q")
        assert isinstance(app.screen, HelpScreen) and "Move" in text(pilot)
        await press(pilot, "q")
        assert app.is_running and not isinstance(app.screen, HelpScreen)


async def test_letters_of_the_filter_are_no_commands() -> None:
    async with desk((80, 24)) as pilot:
        await press(pilot, "question_mark", "slash", "q", "M")
        assert isinstance(pilot.app.screen, HelpScreen) and "qM" in text(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, HelpScreen) and "Move" in text(pilot)


async def test_help_scrolls_like_less() -> None:
    async with desk((80, 24)) as pilot:
        await press(pilot, "question_mark")
        first = rows(pilot)[1:]
        await press(pilot, "j")
        assert rows(pilot)[1:20] == first[1:20]
        await press(pilot, "G")
        assert "only" in text(pilot) and "one source alone reports it" in text(pilot)
        await press(pilot, "g")
        assert rows(pilot)[1:] == first


@pytest.mark.parametrize("width", [60, 80, 120])
def test_every_key_and_every_mark_is_explained_and_fits(width: int) -> None:
    shown = "\n".join(r.text for r in help_rows("text", width))
    whole = " ".join(shown.split())
    for c in commands.COMMANDS:
        assert c.help in whole, c.id
    for _, example, meaning in LEGEND:
        assert example in whole and meaning in whole
    assert max(map(len, shown.splitlines())) <= width


def test_ascii_help_is_ascii() -> None:
    shown = "\n".join(r.text for r in help_rows("panel", 80, ascii_only=True))
    assert shown.isascii(), {c for c in shown if not c.isascii()}


def test_rebound_keys_are_shown() -> None:
    shown = [r.text for r in help_rows("text", 80, keymap={"matrix": "ctrl+t"})]
    assert any("Ctrl-T" in r and "Facts down" in r for r in shown)


def test_nothing_found_is_said() -> None:
    assert "nothing here holds: zzzz" in [r.text.strip() for r in help_rows("text", 80, "zzzz")]
