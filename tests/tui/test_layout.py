"""How the desk fits the window, and how it looks without colour and without Unicode."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.screen import Screen

from reader.tui.terminal import Colour, Terminal
from tests.tui.driving import Driver, opened


def seen(d: Driver) -> list[str]:
    return [name for name in ("list", "text", "panel") if d.desk.pane(name).display]


@pytest.mark.parametrize(
    ("size", "panes"),
    [((200, 60), 3), ((120, 40), 3), ((119, 40), 2), ((100, 30), 2), ((99, 30), 1), ((80, 24), 1), ((60, 16), 1)],
)
async def test_scenario_42_as_many_panes_as_there_is_room_for(seeds: Path, size: tuple[int, int], panes: int) -> None:
    async with opened(seeds, size=size) as d:
        assert len(seen(d)) == panes
        assert "text" in seen(d)
        widths = [d.desk.pane(name).outer_size.width for name in seen(d)]
        assert sum(widths) == size[0]


async def test_scenario_42_one_pane_at_a_time_with_the_same_keys(seeds: Path) -> None:
    async with opened(seeds, size=(80, 24)) as d:
        assert seen(d) == ["text"]
        await d.press("3")
        assert seen(d) == ["panel"] and "1 2 [3]" in d.panel[0]
        await d.press("1")
        assert seen(d) == ["list"]
        await d.press("tab")
        assert seen(d) == ["text"] and "1 [2] 3" in d.text[0]
        await d.press("c")
        assert seen(d) == ["panel"]
        await d.press("enter")
        assert seen(d) == ["text"]
        await d.press("]", "3")
        assert "fact" in d.status


async def test_scenario_42_sixty_by_sixteen_is_still_a_desk(seeds: Path) -> None:
    async with opened(seeds, size=(60, 16)) as d:
        for pane in ("1", "2", "3"):
            await d.press(pane)
            assert all(len(row) <= 60 for row in d.screen.split("\n"))
        assert sum(bool(row.strip()) for row in d.panel) > 6


async def test_scenario_42_smaller_is_one_line_of_advice_and_growing_recovers(seeds: Path) -> None:
    async with opened(seeds) as d:
        await d.press("J", "j", "j")
        sentence = d.sentence
        await d.resize(40, 10)
        assert [row for row in d.screen.split("\n") if row.strip()] == ["reader needs 60 columns and 16 lines:"] or (
            "reader needs 60 columns" in d.screen and "The White House" not in d.screen
        )
        await d.resize(140, 50)
        assert d.letter == "B" and d.sentence == sentence
        assert len(seen(d)) == 3


async def test_the_list_is_a_drawer_where_two_panes_fit(seeds: Path) -> None:
    async with opened(seeds, size=(110, 40)) as d:
        assert seen(d) == ["text", "panel"]
        width = d.desk.text.size.width
        await d.press("1")
        assert "list" in seen(d) and d.desk.text.size.width == width
        assert "000_fb385dca" in d.screen
        await d.press("enter")
        assert seen(d) == ["text", "panel"]


async def test_text_only_and_back(seeds: Path) -> None:
    async with opened(seeds) as d:
        await d.press("z")
        assert seen(d) == ["text"]
        await d.press("z")
        assert len(seen(d)) == 3
        await d.press("c")
        assert seen(d) == ["list", "text"]
        await d.press("c")
        assert len(seen(d)) == 3


async def test_scenario_38_ascii_has_no_byte_above_127_in_the_chrome(seeds: Path) -> None:
    async with opened(seeds, terminal=Terminal(ascii=True)) as d:
        foreign = set("".join(a.text for a in d.desk.session.articles))
        for key in ("2", "]", "3", "j", "i", "-", "a", "1", "*"):
            await d.press(key)
            strange = {c for c in d.screen if ord(c) > 127} - foreign
            assert not strange, (key, strange)


@pytest.mark.parametrize("theme", ["none", "ansi"])
async def test_scenario_37_without_colour_every_mark_is_told_apart(seeds: Path, theme: str) -> None:
    colour = Colour.NONE if theme == "none" else Colour.SIXTEEN
    async with opened(seeds, terminal=Terminal(theme=theme, colour=colour)) as d:
        view = d.desk.text
        plain = view.ink("text")
        for mark in ("person", "figure", "quote", "current", "difference", "find", "find_current", "cursor"):
            style = view.ink(mark)
            told = (style.bold, style.italic, style.underline, style.reverse)
            assert any(told) and told != (plain.bold, plain.italic, plain.underline, plain.reverse), mark
        if theme == "none":
            strips = d.app.screen._compositor.render_strips()
            filtered = [
                s for strip in strips for f in d.app.get_line_filters()[-1:]
                for s in f.apply(list(strip), d.app.screen.background_colors[0])
            ]  # fmt: skip
            assert not any(s.style and (s.style.color or s.style.bgcolor) for s in filtered)


async def test_the_pane_with_the_keys_has_the_heavier_rule(seeds: Path) -> None:
    async with opened(seeds) as d:
        assert set(d.text[1]) == {"━"} and set(d.panel[1]) == {"─"}
        await d.press("tab")
        assert set(d.text[1]) == {"─"} and set(d.panel[1]) == {"━"}


async def test_the_footer_names_the_keys_that_matter_in_each_pane(seeds: Path) -> None:
    async with opened(seeds) as d:
        lines = {}
        for pane in ("1", "2", "3"):
            await d.press(pane)
            lines[pane] = d.rows(d.desk.keys)[0]
        assert "next unread" in lines["1"]
        assert "] next fact" in lines["2"]
        assert "- missing here" in lines["3"]


async def test_nothing_is_drawn_while_nothing_happens(seeds: Path) -> None:
    async with opened(seeds) as d:
        drawn = 0
        display = d.app._display

        def count(screen: Screen[object], renderable: object) -> None:
            nonlocal drawn
            drawn += 1
            display(screen, renderable)  # type: ignore[arg-type]

        d.app._display = count  # type: ignore[method-assign]
        await d.pilot.pause(1.5)
        assert not drawn
