"""The desk as a picture, at the sizes and in the themes that it is made for.

When a change to the picture is meant, look at the report and run ``pytest tests/tui/test_snapshots.py
--snapshot-update``.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from reader.tui.app import ReaderApp
from reader.tui.terminal import Terminal
from reader.workspace import Session
from tests.tui.driving import Driver


@pytest.mark.parametrize(
    ("size", "theme", "keys"),
    [
        pytest.param((200, 60), "dark", "3 g enter", id="desk-200x60"),
        pytest.param((120, 40), "dark", "3 g enter", id="desk-120x40"),
        pytest.param((80, 24), "dark", "3 g", id="panel-80x24"),
        pytest.param((120, 40), "ansi", "3 g enter", id="desk-ansi"),
        pytest.param((120, 40), "none", "3 g enter", id="desk-no-colour"),
        pytest.param((120, 40), "dark", "M g", id="matrix-120x40"),
        pytest.param((120, 40), "light", "v g ]", id="side-by-side-120x40"),
    ],
)
def test_it_looks_as_it_did(
    snap_compare: Callable[..., bool], seeds: Path, size: tuple[int, int], theme: str, keys: str
) -> None:
    session = Session.open([str(seeds)], state=False)
    app = ReaderApp(session, Terminal(theme=theme, mouse=False))

    async def before(pilot: Pilot[None]) -> None:
        driver = Driver(app, pilot)
        await driver.settle()
        for key in keys.split():
            await driver.press(key)

    assert snap_compare(app, terminal_size=size, run_before=before)
