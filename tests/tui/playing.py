"""Playing the desk: wait, press, and read what is on the screen."""

from __future__ import annotations

import time

from textual.pilot import Pilot


def rows(pilot: Pilot[None]) -> list[str]:
    """The lines of the screen as text, without blanks at the end."""
    strips = pilot.app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip).rstrip() for strip in strips]


def text(pilot: Pilot[None]) -> str:
    """The screen as one text."""
    return "\n".join(rows(pilot))


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Presses keys one after another and lets the screen follow."""
    for key in keys:
        await pilot.press(key)
        await pilot.pause()
    await pilot.pause()


async def compared(pilot: Pilot[None], seconds: float = 20.0) -> None:
    """Waits until the comparison is on the screen."""
    end = time.monotonic() + seconds
    while "fact " not in rows(pilot)[-2] and " facts" not in text(pilot):
        assert time.monotonic() < end, f"never compared:\n{text(pilot)}"
        await pilot.pause(0.05)
    await pilot.pause()
