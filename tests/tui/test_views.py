"""The matrix, the columns and the timeline, played by keys on the sample story."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from reader.comparison.model import Fact, Story
from reader.comparison.timeline import timeline
from reader.document.article import Article
from reader.tui.app import ReaderApp
from reader.tui.screens.matrix import MatrixScreen
from reader.tui.screens.sidebyside import SideBySideScreen
from reader.tui.screens.timeline import TimelineScreen
from reader.tui.sides import align
from reader.tui.terminal import Terminal
from reader.workspace import Session, wording
from tests.tui.playing import compared, press, rows, text

SIZES = [(200, 60), (120, 40), (80, 24)]


@pytest.fixture(scope="module")
def session() -> Session:
    """The sample story, compared once for all these tests."""
    made = Session.open([str(Path(__file__).resolve().parents[2] / "seeds")], state=False)
    made.compare()
    return made


@pytest.fixture
def story(session: Session) -> Story:
    assert session.comparison is not None
    return session.comparison.stories[0]


def _fact(story: Story, holds: Callable[[Fact], bool]) -> Fact:
    return next(f for f in story.facts if holds(f))


@pytest.mark.parametrize("size", SIZES)
async def test_scenario_29_the_matrix_has_signs_and_figures_and_fits(
    session: Session, story: Story, size: tuple[int, int]
) -> None:
    async with ReaderApp(session, Terminal()).run_test(size=size) as pilot:
        await compared(pilot)
        await press(pilot, "M")
        shown = rows(pilot)
        assert len(story.facts) > 10 and f"{len(story.facts)} facts · 3 sources" in shown[0]
        head = shown[2]
        assert [head.index(f" {letter} ") for letter in "ABC"] == sorted(head.index(f" {letter} ") for letter in "ABC")
        first = story.facts[0]
        assert shown[4].startswith(f" {wording.sign(first)} ")
        cells = [wording.cell(r, session.article(r.article).text) for r in first.reports]
        assert shown[4].split()[-1] == cells[-1].split()[-1]
        assert all(cell in shown[4] for cell in cells)
        assert max(map(len, shown)) <= size[0]


async def test_scenario_29_enter_opens_the_row_and_q_goes_back(session: Session) -> None:
    app = ReaderApp(session, Terminal())
    async with app.run_test(size=(80, 24)) as pilot:
        await compared(pilot)
        for back in ("q", "backspace", "escape", "M"):
            await press(pilot, "M")
            assert isinstance(app.screen, MatrixScreen)
            await press(pilot, back)
            assert app.is_running and not isinstance(app.screen, MatrixScreen)
        await press(pilot, "M", "g", "j", "j", "enter")
        assert not isinstance(app.screen, MatrixScreen)
        assert "fact 3 of" in text(pilot)


async def test_the_matrix_says_beneath_who_says_the_row(session: Session, story: Story) -> None:
    async with ReaderApp(session, Terminal()).run_test(size=(120, 40)) as pilot:
        await compared(pilot)
        await press(pilot, "M", "g")
        for fact in story.facts[:3]:
            foot = "\n".join(rows(pilot)[-8:])
            assert wording.verdict_words(fact, story, session.comparison)[:20] in foot
            for report in fact.reporting:
                assert wording.speaker(report, session.article(report.article).text)[:20] in foot
            await press(pilot, "j")


async def test_the_matrix_of_many_sources_scrolls_sideways(tmp_path: Path) -> None:
    for n in range(8):
        (tmp_path / f"s{n}.txt").write_text(
            f"About 40 miners left the flooded mine in Halden on Monday, the rescue service number {n} said.\n"
            "The mine in Halden was flooded on Sunday after a pump failed, the rescue service said.\n"
        )
    session = Session.open([str(tmp_path)], state=False)
    session.compare()
    async with ReaderApp(session, Terminal()).run_test(size=(80, 24)) as pilot:
        await compared(pilot)
        await press(pilot, "M")
        assert " A s0" in rows(pilot)[2] and "H s7" not in rows(pilot)[2]
        await press(pilot, *"lllllll")
        assert " A s0" not in rows(pilot)[2] and "H s7" in rows(pilot)[2]
        await press(pilot, *"hhhhhhh")
        assert " A s0" in rows(pilot)[2]


async def test_the_matrix_is_filtered_like_the_panel(session: Session, story: Story) -> None:
    async with ReaderApp(session, Terminal()).run_test(size=(120, 40)) as pilot:
        await compared(pilot)
        await press(pilot, "2", "-", "M")
        missing = [f for f in story.facts if f.report(session.articles[0].id).silent]
        assert f"{len(missing)} of {len(story.facts)} facts" in rows(pilot)[0]


def _columns(session: Session, *letters: str) -> list[Article]:
    return [session.article(letter) for letter in letters]


@pytest.mark.parametrize("letters", ["AB", "BA", "BC", "ABC", "CAB"])
def test_every_sentence_of_every_article_stands_there_once(session: Session, story: Story, letters: str) -> None:
    articles = _columns(session, *letters)
    blocks = align(story, articles)
    for column, article in enumerate(articles):
        placed = [n for b in blocks for n in b.cells[column]]
        assert sorted(placed) == list(range(len(article.sentences)))
    in_order = [n for b in blocks for n in b.cells[0]]
    assert in_order == sorted(in_order)


def test_sentences_stand_beside_one_another_only_for_a_shared_fact(session: Session, story: Story) -> None:
    articles = _columns(session, "A", "B")
    blocks = align(story, articles)
    beside = [b for b in blocks if b.cells[0] and b.cells[1]]
    assert len(beside) >= 3
    assert all(b.shared for b in beside)
    for block in beside:
        for fact in block.shared:
            assert not fact.report("A").silent and not fact.report("B").silent


@pytest.mark.parametrize("size", SIZES)
async def test_side_by_side_shows_two_columns_and_the_sign(session: Session, size: tuple[int, int]) -> None:
    app = ReaderApp(session, Terminal())
    async with app.run_test(size=size) as pilot:
        await compared(pilot)
        await press(pilot, "v")
        assert isinstance(app.screen, SideBySideScreen)
        shown = rows(pilot)
        assert "A 000_fb385dca" in shown[1] and "│" in shown[1]
        await press(pilot, "]")
        line = next(r for r in rows(pilot)[3:] if r.strip(" │"))
        columns = line.split("│")
        assert len(columns) == (3 if size[0] >= 180 else 2)
        assert sum(bool(c.strip(" =≈≠◐1")) for c in columns) >= 2
        assert any(c.rstrip()[-1:] in tuple("=≈≠◐") for c in columns[:-1])
        await press(pilot, "q")
        assert app.is_running and not isinstance(app.screen, SideBySideScreen)


async def test_side_by_side_changes_articles_and_goes_to_the_sentence(session: Session) -> None:
    app = ReaderApp(session, Terminal())
    async with app.run_test(size=(120, 40)) as pilot:
        await compared(pilot)
        await press(pilot, "2", "g", "v")
        assert isinstance(app.screen, SideBySideScreen)
        await press(pilot, "tab", "J")
        head = rows(pilot)[1]
        assert head.index("A ") < head.index("C 002")
        await press(pilot, "K")
        assert "B 001" in rows(pilot)[1]
        await press(pilot, "G", "enter")
        assert not isinstance(app.screen, SideBySideScreen)
        assert "B · 001_0c5923f2" in text(pilot) or "A · 000_fb385dca" in text(pilot)


async def test_a_third_column_is_there_on_wide_screens(session: Session) -> None:
    app = ReaderApp(session, Terminal())
    async with app.run_test(size=(150, 40)) as pilot:
        await compared(pilot)
        await press(pilot, "v")
        assert rows(pilot)[1].count("│") == 1
        await press(pilot, "3")
        assert rows(pilot)[1].count("│") == 2
        await press(pilot, "3")
        assert rows(pilot)[1].count("│") == 1


async def test_a_resize_keeps_the_block_on_top(session: Session) -> None:
    app = ReaderApp(session, Terminal())
    async with app.run_test(size=(120, 40)) as pilot:
        await compared(pilot)
        await press(pilot, "v", "]", "]", "]")
        top = next(r for r in rows(pilot)[3:] if r.strip(" │=≈≠◐"))
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        first = next(r for r in rows(pilot)[3:] if r.strip(" │=≈≠◐"))
        assert first.split()[:3] == top.split()[:3]


async def test_the_timeline_is_in_the_order_of_days_and_opens_a_fact(session: Session) -> None:
    app = ReaderApp(session, Terminal())
    async with app.run_test(size=(80, 24)) as pilot:
        await compared(pilot)
        await press(pilot, "T")
        assert isinstance(app.screen, TimelineScreen)
        assert session.comparison is not None
        entries = timeline(session.comparison.stories[0], session.comparison.readings)
        titles = [next(f.title for f in session.comparison.stories[0].facts if f.id == e.fact) for e in entries]
        shown = rows(pilot)[2:]
        assert [t[:15] in r for t, r in zip(titles[:8], shown, strict=False)] == [True] * min(8, len(titles))
        assert shown[0].startswith(" 7 Oct")
        await press(pilot, "enter")
        assert app.is_running and not isinstance(app.screen, TimelineScreen)


async def test_keys_lead_from_view_to_view(session: Session) -> None:
    app = ReaderApp(session, Terminal())
    async with app.run_test(size=(80, 24)) as pilot:
        await compared(pilot)
        for key, screen in (("M", MatrixScreen), ("v", SideBySideScreen), ("T", TimelineScreen)):
            await press(pilot, key)
            assert isinstance(app.screen, screen)
            assert len(app.screen_stack) == 2


async def _ascii(pilot: Pilot[None]) -> None:
    await compared(pilot)
    for key in ("M", "v", "T", "q", "question_mark", "q"):
        await press(pilot, key)
        foreign = {c for row in (rows(pilot)[0], rows(pilot)[-1]) for c in row if ord(c) > 127}
        assert not foreign, (key, foreign)


async def test_scenario_38_titles_and_footers_are_ascii_where_asked(session: Session) -> None:
    async with ReaderApp(session, Terminal(ascii=True)).run_test(size=(80, 24)) as pilot:
        await _ascii(pilot)
