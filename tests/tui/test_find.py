"""Finding words in the text."""

from __future__ import annotations

from pathlib import Path

from textual import events

from reader.tui.marks import Mark
from tests.tui.driving import opened


async def test_scenario_10_the_counter_and_the_matches(seeds: Path) -> None:
    async with opened(seeds) as d:
        await d.press("J", "J")
        assert d.letter == "C"
        await d.cursor_on("hostages")
        total = d.desk.state.article.text.lower().count("hostages")
        assert f"1/{total}" in d.status
        await d.press("n")
        assert f"2/{total}" in d.status
        await d.press("N", "N")
        assert f"{total}/{total}" in d.status
        assert d.message == "from the end again"
        await d.press("n")
        assert d.message == "from the top again"
        view = d.desk.text
        marked = [
            row.text[a:b].lower() for n in range(view.line_count()) for row in [view.line(n)]
            for a, b, mark in row.marks if mark is Mark.FIND
        ]  # fmt: skip
        assert marked.count("hostages") == total
        assert view.ink(Mark.FIND).underline and view.ink(Mark.FIND_CURRENT).underline


async def test_scenario_11_straight_quotes_find_curly_ones(seeds: Path) -> None:
    async with opened(seeds) as d:
        await d.press("J")
        assert any("“We believe" in row or "“intensive" in row for row in d.text)
        await d.cursor_on('"humanitarian pause"')
        assert "1/1" in d.status
        assert "“humanitarian pause”" in d.sentence


async def test_words_are_found_while_they_are_typed_and_escape_forgets_them(seeds: Path) -> None:
    async with opened(seeds) as d:
        await d.press("/")
        await d.type("ra")
        assert "ra 1/" in d.status
        await d.type("fah")
        assert "rafah 1/3" in d.status
        await d.press("escape")
        assert "rafah" not in d.status
        assert d.desk.text.has_focus


async def test_words_that_are_not_there_are_said(seeds: Path) -> None:
    async with opened(seeds) as d:
        await d.press("n")
        assert d.message == "nothing was looked for yet: / finds"
        await d.cursor_on("zebra")
        assert d.message == "“zebra” is not in A"
        assert "0/0" in d.status


async def test_a_match_out_of_view_is_brought_into_view(seeds: Path) -> None:
    async with opened(seeds, size=(100, 20)) as d:
        await d.press("J")
        await d.cursor_on("william burns")
        assert any("William Burns" in row for row in d.text)


async def test_the_words_stay_found_in_the_next_article(seeds: Path) -> None:
    async with opened(seeds) as d:
        await d.cursor_on("rafah")
        await d.press("J")
        assert "rafah 1/1" in d.status


async def test_what_is_typed_ahead_is_never_lost_or_misread(seeds: Path) -> None:
    async with opened(seeds) as d:
        for key in ["slash", *"rafah", "enter", "j", "j", "3"]:
            d.app.post_message(events.Key(key, "/" if key == "slash" else key if len(key) == 1 else None))
        await d.settle()
        assert d.desk.state.finding.query == "rafah"
        assert d.desk.state.pane == "panel"
        line = d.desk.text.cursor
        first = d.desk.text.line_of(d.desk.state.finding.matches[0].start)
        assert line == first + 2


async def test_keys_act_in_the_order_in_which_they_were_typed(seeds: Path) -> None:
    async with opened(seeds) as d:
        for key in ["5", "j", "right_square_bracket", "J", "j", "4", "j"]:
            d.app.post_message(events.Key(key, "]" if key.startswith("right") else key))
        await d.settle()
        assert d.letter == "B"
        assert d.desk.text.cursor >= 5
        assert d.desk.state.count == ""
