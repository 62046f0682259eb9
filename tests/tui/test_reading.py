"""Reading: movement, marks, names and figures, and the way between sources."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.tui.marks import Mark
from reader.tui.widgets.reading_pane import WIDEST, ReadingPane
from tests.tui.driving import opened, story_of

FIGURES_OF_B = [
    "More than 300", "more than 300", "around 400", "around 1,000", "1,400", "more than 240", "more than 9,770",
    "over 4,000", "31",
]  # fmt: skip
NEVER_IN_B = {"7 October", "27 October", "a number", "several"}


async def test_scenario_7_keys_of_movement(seeds: Path) -> None:
    async with opened(seeds, size=(100, 20)) as d:
        await d.press("J")
        view = d.desk.text
        for key in ("j", "down"):
            was = view.cursor
            await d.press(key)
            assert view.cursor > was, key
        for key in ("k", "up"):
            was = view.cursor
            await d.press(key)
            assert view.cursor < was, key
        for down, up in (("space", "b"), ("pagedown", "pageup"), ("ctrl+f", "ctrl+b"), ("d", "u")):
            was_top = view.top
            await d.press(down)
            assert view.top > was_top, down
            await d.press(up)
            assert view.top == was_top, up
        for last, first in (("G", "g"), ("end", "home")):
            await d.press(last)
            assert view.top == view.last_top and view.cursor == view.line_count() - 1
            await d.press(first)
            assert view.top == 0 and view.cursor == 0


async def test_scenario_8_a_resize_keeps_the_sentence_on_top(seeds: Path) -> None:
    async with opened(seeds, size=(120, 24)) as d:
        await d.press("J")
        await d.cursor_on("Lieutenant Colonel")
        view = d.desk.text

        def top() -> str:
            article = d.desk.state.article
            return article.sentences[article.sentence_at(view._lines[view.top][0])].span.of(article.text)

        before = top()
        for width in (80, 120, 100, 200, 64, 120):
            await d.resize(width, 24)
            assert top() == before, width


@pytest.mark.parametrize("size", [(120, 40), (160, 50), (200, 60), (240, 60), (80, 24), (100, 30)])
async def test_the_column_is_never_wider_than_it_should_be(seeds: Path, size: tuple[int, int]) -> None:
    async with opened(seeds, size=size) as d:
        view = d.desk.text
        widest = max(end - start for start, end in view._lines)
        assert widest <= WIDEST <= 80
        assert widest >= min(WIDEST, view.size.width - 8) - 12
        assert all(len(row) <= view.size.width for row in d.text)


async def test_nothing_of_the_text_is_left_out(seeds: Path) -> None:
    async with opened(seeds) as d:
        for _ in range(3):
            view = d.desk.text
            article = d.desk.state.article
            shown = "".join(article.text[a:b] for a, b in view._lines)
            assert "".join(shown.split()) == "".join(article.text.split())
            await d.press("J")


async def test_scenario_12_f_steps_through_the_figures_of_b(seeds: Path) -> None:
    async with opened(seeds) as d:
        await d.press("J")
        seen: list[str] = []
        for _ in range(12):
            await d.press("f")
            assert d.desk.state.span is not None
            seen.append(d.desk.state.span.of(d.desk.state.article.text))
        once = list(dict.fromkeys(seen))
        assert not NEVER_IN_B & set(once)
        assert [f for f in once if f in FIGURES_OF_B] == FIGURES_OF_B
        assert len(once) <= len(FIGURES_OF_B) + 1


async def test_scenario_13_enumerators_and_dates_are_no_figures(seeds: Path) -> None:
    async with opened(seeds) as d:
        for article in ("A", "C"):
            reading = d.desk.session.reading(article)
            figures = {f.number.of(reading.text) for f in reading.figures}
            assert not figures & {"1.", "2.", "1", "2", "3", "4", "5", "7", "7th", "2023", "Nov 5"}


async def test_scenario_14_e_counts_a_name_in_every_source(seeds: Path) -> None:
    async with opened(seeds) as d:
        for _ in range(30):
            await d.press("e")
            if "Finer" in d.message:
                break
        assert d.message.startswith("Jon (Jonathan) Finer · A ")
        assert d.message.endswith(" · C 0")
        assert "Conricus" not in d.message
        await d.press("E")
        assert "Finer" not in d.message or "·" in d.message


async def test_names_and_figures_are_told_apart_without_colour(seeds: Path) -> None:
    async with opened(seeds) as d:
        view = d.desk.text
        ink = {m: view.ink(m) for m in (Mark.PERSON, Mark.FIGURE, Mark.QUOTE, Mark.FIND)}
        assert ink[Mark.PERSON].underline and ink[Mark.FIGURE].bold and ink[Mark.QUOTE].italic
        assert ink[Mark.FIND].underline
        rows = [view.line(n) for n in range(view.line_count())]
        figures = " ".join(row.text[a:b] for row in rows for a, b, mark in row.marks if mark is Mark.FIGURE)
        assert "about 400" in figures and "nearly 80" in figures


async def test_a_long_quote_has_a_bar_beside_it(seeds: Path) -> None:
    async with opened(seeds) as d:
        assert any("▏" in row and "pretty intensive" not in row for row in d.text)


async def test_moving_in_the_text_moves_the_panel_and_back(seeds: Path) -> None:
    async with opened(seeds) as d:
        state = d.desk.state
        seen = set()
        for _ in range(40):
            await d.press("j")
            seen.add(state.fact_id)
            assert state.fact is None or state.fact.title[:12] in " ".join(d.panel)
        assert len(seen) > 4
        await d.press("g", "3", "j", "j", "j", "j", "j")
        fact = state.fact
        assert fact is not None
        if state.lit:
            assert any(s.start <= state.offset < s.end for s in state.lit)


async def test_the_same_fact_in_the_next_source_and_back(seeds: Path) -> None:
    async with opened(seeds) as d:
        state = d.desk.state
        fact = next(f for f in state.facts if len(f.reporting) == 3)
        state.choose(fact.id)
        d.desk.show(go=True)
        where = (d.letter, state.offset)
        await d.press(".")
        assert d.letter == "B" and state.fact_id == fact.id
        evidence = fact.report("B").evidence[0].span
        assert d.sentence in evidence.of(state.article.text) or evidence.of(state.article.text) in d.sentence
        assert any(d.sentence[:25] in row for row in d.text)
        await d.press("backspace")
        assert (d.letter, state.offset) == where
        await d.press(".", "ctrl+o")
        assert (d.letter, state.offset) == where


async def test_where_the_next_source_is_silent_it_says_so(seeds: Path) -> None:
    async with opened(seeds) as d:
        state = d.desk.state
        fact = next(f for f in state.facts if [r.article for r in f.reporting] == ["A"])
        state.choose(fact.id)
        d.desk.show(go=True)
        await d.press(".")
        assert d.letter == "B"
        assert "not the same fact as far as reader can tell" in d.message or "not in B" in d.message
        assert state.fact_id == fact.id


async def test_a_paragraph_broken_by_hand_is_set_anew_and_blank_lines_part(tmp_path: Path) -> None:
    text = (
        "The harbour master said on Tuesday that the old pier, which was\n"
        "built a century ago, would be closed to all visitors at noon\n"
        "because its planks were rotten.\n\n\n\nNobody was hurt.\n"
    )
    async with opened(story_of(tmp_path / "s", [text]), size=(200, 40)) as d:
        lines = [row.strip(" ▌") for row in d.text[2:]]
        assert lines[0].startswith("The harbour master said on Tuesday that the old pier, which was built")
        assert lines.count("") >= 1 and lines[lines.index("Nobody was hurt.") - 1] == ""


async def test_widths_of_wide_text_are_right(tmp_path: Path) -> None:
    text = "市長は月曜日に橋を開いた。費用は三百万ドルだった。" * 12
    async with opened(story_of(tmp_path / "s", [text]), size=(120, 40)) as d:
        view = d.desk.text
        assert all(view.render_line(y).cell_length == view.size.width for y in range(view.size.height))


async def test_an_empty_reading_pane_answers_every_key(tmp_path: Path) -> None:
    async with opened(story_of(tmp_path / "s", ["x"])) as d:
        for key in ("j", "k", "space", "G", "g", "e", "f", "]", ".", "n", "backspace", ")", "(", "Z", "t", "i", "@"):
            await d.press(key)
        assert isinstance(d.desk.text, ReadingPane)


async def test_what_is_selected_is_the_articles_own_text(seeds: Path, home: Path) -> None:
    async with opened(seeds) as d:
        view = d.desk.text
        left = d.text[2].index("The White House")
        await d.pilot.mouse_down(view, offset=(left + 1, 2))
        await d.pilot.hover(view, offset=(left + 10, 3))
        await d.pilot.mouse_up(view, offset=(left + 10, 3))
        await d.press("ctrl+c")
        kept = next(home.rglob("last-copy.txt")).read_text(encoding="utf-8")
        assert kept.startswith("The White House on Sunday (Nov 5) said")
        assert kept in d.desk.state.article.text
        assert d.app.is_running


async def test_an_article_in_another_language_says_that_marks_are_limited(tmp_path: Path) -> None:
    (tmp_path / "kurier.txt").write_text(
        "Der Fluss ist in der Nacht über die Ufer getreten und hat Keller geflutet. Es wurden 40 Menschen gerettet.",
        encoding="utf-8",
    )
    async with opened(tmp_path) as d:
        assert "language de, marks limited" in d.text[0]
        assert any("über die Ufer getreten" in row for row in d.text)
