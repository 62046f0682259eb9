"""The pane of lines: only what is seen is made, and the keys do what less and vim do."""

from __future__ import annotations

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.app import App, ComposeResult
from textual.strip import Strip

from reader.tui.marks import Mark
from reader.tui.paint import highlight, paint
from reader.tui.rows import Row, RowMaker
from reader.tui.widgets.lines import LineView


class Numbers(LineView):
    """Rows that say their number; every seventh is none to stop at."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self.count = count
        self.asked: list[int] = []

    def line_count(self) -> int:
        return self.count

    def line(self, n: int) -> Row:
        self.asked.append(n)
        return Row(f"row {n}", ((0, 3, Mark.DIM),), stop=n % 7 != 6)

    def header(self) -> tuple[Row, ...]:
        return (Row("head", stop=False),)


class Host(App[None]):
    def __init__(self, count: int) -> None:
        super().__init__()
        self.view = Numbers(count)
        self.chosen: list[int] = []

    def compose(self) -> ComposeResult:
        yield self.view

    def on_line_view_chosen(self, message: LineView.Chosen) -> None:
        self.chosen.append(message.line)


def shown(view: LineView) -> list[str]:
    return [view.render_line(y).text.rstrip() for y in range(view.size.height)]


async def test_scenario_7_the_keys_of_less_and_vim() -> None:
    app = Host(100)
    async with app.run_test(size=(20, 11)) as pilot:
        view = app.view
        for key, cursor in [("j", 1), ("down", 2), ("k", 1), ("G", 99), ("g", 0), ("end", 99), ("home", 0)]:
            await pilot.press(key)
            assert view.cursor == cursor, key
        await pilot.press("space")
        assert view.top == 8
        await pilot.press("b")
        assert view.top == 0
        await pilot.press("pagedown", "pageup")
        assert view.top == 0
        was = view.cursor
        await pilot.press("d")
        assert view.cursor >= was + 5
        await pilot.press("u")
        assert view.cursor <= was + 1


async def test_a_hundred_thousand_rows_cost_what_is_seen() -> None:
    app = Host(100_000)
    async with app.run_test(size=(20, 11)) as pilot:
        await pilot.press("G")
        assert shown(app.view)[-1] == "row 99999"
        assert len(set(app.view.asked)) < 60


async def test_the_cursor_steps_over_rows_that_are_none() -> None:
    app = Host(30)
    async with app.run_test(size=(20, 11)) as pilot:
        await pilot.press(*"jjjjjj")
        assert app.view.cursor == 7
        await pilot.press("k")
        assert app.view.cursor == 5


async def test_enter_chooses_and_the_header_stays() -> None:
    app = Host(30)
    async with app.run_test(size=(20, 11)) as pilot:
        await pilot.press("G", "enter")
        assert app.chosen == [29]
        assert shown(app.view)[0] == "head"


async def test_growing_shows_more_and_shrinking_keeps_the_cursor() -> None:
    app = Host(30)
    async with app.run_test(size=(20, 11)) as pilot:
        await pilot.press("G")
        await pilot.resize_terminal(20, 5)
        await pilot.pause()
        assert "row 29" in shown(app.view)
        await pilot.resize_terminal(20, 40)
        await pilot.pause()
        assert "row 29" in shown(app.view)


async def test_a_selection_is_copied_row_by_row() -> None:
    app = Host(30)
    async with app.run_test(size=(20, 11)) as pilot:
        await pilot.mouse_down(app.view, offset=(0, 1))
        await pilot.hover(app.view, offset=(4, 2))
        await pilot.mouse_up(app.view, offset=(4, 2))
        got = app.screen.get_selected_text()
        assert got is not None and got.startswith("row 0\nrow")


def test_later_marks_lie_over_earlier_ones() -> None:
    inks = {"quote": Style(italic=True), "figure": Style(bold=True)}
    row = Row("abcdef", ((0, 6, Mark.QUOTE), (2, 4, Mark.FIGURE)))
    got = [(s.text, bool(s.style and s.style.bold), bool(s.style and s.style.italic)) for s in
           paint(row, Style(), lambda m: inks[m])]  # fmt: skip
    assert got == [("ab", False, True), ("cd", True, True), ("ef", False, True)]


def test_a_highlight_cuts_segments_where_it_must() -> None:
    got = highlight(Strip([Segment("abc", Style()), Segment("def", Style())]), 2, 4, Style(reverse=True))
    assert [(s.text, bool(s.style and s.style.reverse)) for s in got] == [
        ("ab", False), ("c", True), ("d", True), ("ef", False),
    ]  # fmt: skip


@pytest.mark.parametrize(("column", "expected"), [(4, "A   text"), (1, "Atext")])
def test_a_row_maker_fills_to_a_column(column: int, expected: str) -> None:
    assert RowMaker().add("A", Mark.SOURCE_A).to(column).add("text").row().text == expected
