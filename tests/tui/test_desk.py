"""The desk as its user meets it."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from textual.app import App, ComposeResult
from textual.screen import Screen
from textual.widgets import Static

from reader.tui import clipboard
from reader.tui.app import ReaderApp
from reader.tui.spots import Spot
from reader.tui.terminal import Terminal
from reader.workspace import Session
from tests.tui.driving import opened, story_of


async def test_scenario_1_the_text_is_there_before_the_comparison(seeds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compare = Session.compare

    def slow(session: Session, nearest: int = 1) -> object:
        time.sleep(1.0)
        return compare(session, nearest)

    monkeypatch.setattr(Session, "compare", slow)
    async with opened(seeds, wait=False) as d:
        for _ in range(20):
            await d.pilot.pause(0.02)
            if "The White House on Sunday" in d.screen:
                break
        assert "The White House on Sunday (Nov 5) said" in d.screen
        assert "comparing…" in d.status
        await d.pilot.press("j", "j")
        assert d.desk.text.cursor == 2
        await d.settle()
        assert "comparing" not in d.status
        assert d.desk.text.cursor == 2


async def test_scenario_1_one_story_with_three_sources_newest_first(seeds: Path) -> None:
    async with opened(seeds) as d:
        assert sum("▾" in row for row in d.list) == 1
        assert [row.split()[-4] for row in d.list if "_" in row and "story" not in row] or d.list
        letters = [next(w for w in row.replace("●", " ").replace("▌", " ").split()) for row in d.list[3:6]]
        assert letters == ["A", "B", "C"]


async def test_scenario_1_the_text_is_drawn_soon_after_a_bare_screen_would_be(seeds: Path) -> None:
    class Bare(App[None]):
        def compose(self) -> ComposeResult:
            yield Static("The White House on Sunday")

    async def spent(app: App[None]) -> float:
        """Seconds until a frame shows the text."""
        seen: list[float] = []
        display = app._display

        def frame(screen: Screen[object], renderable: object) -> None:
            display(screen, renderable)  # type: ignore[arg-type]
            strips = app.screen._compositor.render_strips()
            if any("The White House" in segment.text for strip in strips for segment in strip) or any(
                "The White House on" in "".join(s.text for s in strip) for strip in strips
            ):
                seen.append(time.perf_counter() - begin)

        app._display = frame  # type: ignore[method-assign]
        begin = time.perf_counter()
        async with app.run_test(size=(120, 40)) as pilot:
            for _ in range(200):
                await pilot.pause(0.01)
                if seen:
                    break
        return seen[0]

    session = Session.open([str(seeds)])
    await spent(Bare())
    await spent(ReaderApp(session))
    bare = min([await spent(Bare()) for _ in range(3)])
    desk = min([await spent(ReaderApp(session)) for _ in range(3)])
    assert desk < bare + 0.5  # the framework's own import takes about that long, so this is twice a bare start


async def test_scenario_5_and_6_dates_and_titles(seeds: Path) -> None:
    async with opened(seeds) as d:
        assert d.text[2].strip(" ▌").startswith("The White House on Sunday (Nov 5) said")
        assert "date 2023-11-05" not in "\n".join(d.text)
        assert "2023-11-05" in d.list[3]
        assert "no date" in d.list[4] and "no date" in d.list[5]
        assert d.list[2].startswith(" ▾ ")
        assert "date 2023" not in d.list[2]


async def test_scenario_9_the_place_is_kept(seeds: Path) -> None:
    async with opened(seeds, size=(100, 20)) as d:
        await d.press("J", "space", "j", "j")
        letter, sentence, top = d.letter, d.sentence, d.text[2]
        await d.press("q")
    async with opened(seeds, size=(100, 20)) as d:
        assert (d.letter, d.sentence, d.text[2]) == (letter, sentence, top)


async def test_a_place_is_kept_where_the_whole_article_is_seen(seeds: Path) -> None:
    async with opened(seeds, size=(200, 60)) as d:
        await d.press(*"jjjjjjjjjjjj")
        sentence = d.sentence
        await d.press("q")
    async with opened(seeds, size=(200, 60)) as d:
        assert d.sentence == sentence
        assert d.desk.text.top == 0


async def test_scenario_15_marks_go_with_one_key(seeds: Path) -> None:
    async with opened(seeds) as d:
        def underlined() -> bool:
            strip = d.desk.text.render_line(3)
            return any(s.style and s.style.underline for s in strip)

        assert underlined()
        await d.press("Z")
        assert not underlined()
        await d.press("Z")
        assert underlined()


async def test_scenario_31_one_article_is_nothing_to_compare(tmp_path: Path) -> None:
    folder = story_of(tmp_path / "s", ["The mayor opened the bridge on Monday. It cost 3 million dollars."])
    async with opened(folder) as d:
        assert any("one source: nothing to compare" in row for row in d.panel)
        for key in ("]", ".", "-", "v"):
            await d.press(key)
        assert d.letter == "A"


async def test_scenario_33_a_sentence_is_copied_with_its_source(seeds: Path, home: Path) -> None:
    async with opened(seeds) as d:
        await d.press("Y")
        kept = next(home.rglob("last-copy.txt")).read_text(encoding="utf-8")
        assert kept.startswith("“The White House on Sunday (Nov 5) said")
        assert kept.endswith("” — 000_fb385dca, 5 Nov 2023")
        await d.press("J", "Y")
        assert next(home.rglob("last-copy.txt")).read_text(encoding="utf-8").endswith("undated")


async def test_scenario_33_over_ssh_it_goes_to_the_terminal(
    seeds: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:  # fmt: skip
    monkeypatch.setenv("SSH_CONNECTION", "1 2 3 4")
    async with opened(seeds, terminal=Terminal(remote=True)) as d:
        sent: list[str] = []
        monkeypatch.setattr(d.app, "send", sent.append)
        await d.press("Y")
        assert "sent to your terminal (OSC 52)" in d.status
        assert sent == [clipboard.osc52(next(home.rglob("last-copy.txt")).read_text(encoding="utf-8"))]


async def test_copying_leaves_the_marks_behind(seeds: Path, home: Path) -> None:
    async with opened(seeds) as d:
        await d.press("y")
        kept = next(home.rglob("last-copy.txt")).read_text(encoding="utf-8")
        assert kept == d.sentence
        assert kept in d.desk.state.article.text


async def test_scenario_32_a_wrong_pair_is_split_and_stays_split(seeds: Path) -> None:
    async with opened(seeds) as d:
        fact = next(f for f in d.desk.state.facts if len(f.reporting) == 3)
        title = fact.title
        d.desk.state.choose(fact.id)
        d.desk.show(go=True)
        await d.press("x")
        assert "split" in d.status and "U" in d.status

        def together() -> bool:
            assert d.desk.session.comparison is not None
            facts = d.desk.session.comparison.stories[0].facts
            spans = {r.article: r.evidence[0].claim for r in fact.reporting}
            return any(
                sum(any(e.claim.overlaps(spans[r.article]) for e in r.evidence) for r in f.reporting) == 3
                for f in facts
            )

        assert title and not together()
        await d.press("q")
    async with opened(seeds) as d:
        assert not together()
        await d.press("U")
        assert "undone" in d.message
        assert together()


async def test_a_marked_sentence_is_joined_to_a_fact(seeds: Path) -> None:
    async with opened(seeds) as d:
        state = d.desk.state
        fact = next(f for f in state.facts if [r.article for r in f.reporting] == ["A"])
        await d.press("J")
        await d.cursor_on("CIA director")
        await d.press("m")
        assert "marked" in d.status
        span = state.sentence
        await d.press("3")
        state.choose(fact.id)
        d.desk.show(go=True)
        await d.press("m")
        assert "joined" in d.status
        assert any(
            not f.report("B").silent and any(e.span.overlaps(span) for e in f.report("B").evidence)
            and not f.report("A").silent
            for f in state.facts
        )


async def test_articles_are_read_starred_and_stepped_through(seeds: Path) -> None:
    async with opened(seeds) as d:
        assert [d.desk.session.is_read(i) for i in "ABC"] == [True, False, False]
        await d.press("1", "n")
        assert d.letter == "B" and d.desk.session.is_read("B")
        await d.press("*")
        assert any("★" in row for row in d.list)
        await d.press("K")
        assert d.letter == "A"
        await d.press("K")
        assert d.message == "the first article"


async def test_the_list_is_filtered_by_words(seeds: Path) -> None:
    async with opened(seeds) as d:
        await d.press("&")
        await d.type("001")
        await d.press("enter")
        assert sum("00" in row for row in d.list[3:]) == 1
        assert "with “001”" in d.list[0]
        await d.press("&", "escape")
        assert sum("00" in row for row in d.list[3:]) == 3


async def test_a_story_is_folded_and_unfolded(seeds: Path) -> None:
    async with opened(seeds) as d:
        await d.press("1", "g", "enter")
        assert any("▸" in row for row in d.list) and not any("_fb385" in row for row in d.list)
        await d.press("enter")
        assert any("_fb385" in row for row in d.list)


async def test_a_count_repeats_a_step_and_digits_alone_are_panes(seeds: Path) -> None:
    async with opened(seeds) as d:
        await d.press("5", "j")
        assert d.desk.text.cursor >= 5
        await d.press("g", "0", "3", "j")
        assert d.desk.text.cursor == 3
        await d.press("3")
        assert d.desk.state.pane == "panel"
        await d.press("2")
        d.desk.state.choose(d.desk.state.facts[0].id)
        await d.press("4", "]")
        assert d.desk.state.number == 5


async def test_keys_are_rebound_by_id(seeds: Path) -> None:
    async with opened(seeds, keymap={"next_article": "ctrl+n"}) as d:
        await d.press("J")
        assert d.letter == "A"
        await d.press("ctrl+n")
        assert d.letter == "B"


async def test_quitting_is_at_once_even_while_comparing(seeds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Session, "compare", lambda _self, _nearest=1: time.sleep(0.5))
    async with opened(seeds, wait=False) as d:
        await d.pilot.pause(0.1)
        begin = time.perf_counter()
        await d.pilot.press("q")
        assert time.perf_counter() - begin < 0.4
        assert d.app._exit


async def test_scenario_43_hostile_text_is_shown_and_not_sent(tmp_path: Path) -> None:
    folder = story_of(
        tmp_path / "s",
        [
            "\x1b]52;c;YQ==\x07 The mayor [/] of Ham [@click=app.quit]town\x1b[2J said 300 people left \u202eon Monday",
            "The mayor of Hamtown said \x9b31m 300 people left on Monday.",
        ],
    )
    async with opened(folder) as d:
        shown = d.screen
        assert "␛]52;c;YQ==␇" in shown and "[/]" in shown
        assert not any((ord(c) < 32 and c != "\n") or 127 <= ord(c) < 160 or c == "\u202e" for c in shown)
        await d.press("Y")
        assert "\x1b" not in d.screen


async def test_a_comparison_that_fails_says_so(seeds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_self: Session, _nearest: int = 1) -> object:
        raise ValueError("broken")

    monkeypatch.setattr(Session, "compare", fail)
    async with opened(seeds) as d:
        assert "comparing failed (ValueError)" in d.status
        await d.press("j")
        assert d.desk.text.cursor == 1


async def test_the_comparison_is_saved_and_nothing_is_overwritten(
    seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    async with opened(seeds) as d:
        await d.press("s", "enter")
        saved = list(tmp_path.glob("*.md"))
        assert len(saved) == 1 and "9,770" in saved[0].read_text(encoding="utf-8")
        await d.press("s", "enter")
        assert "not overwritten" in d.status


async def test_the_text_is_piped_to_a_command(seeds: Path) -> None:
    async with opened(seeds) as d:
        await d.press("|")
        await d.type("wc -w")
        await d.press("enter")
        assert d.message.startswith("wc -w: ")
        assert d.message.split()[-1].isdigit()


async def test_a_link_is_shown_and_copied_and_a_strange_one_is_not(tmp_path: Path, home: Path) -> None:
    lines = [
        '{"text": "The mayor opened the bridge.", "url": "https://example.org/a"}',
        '{"text": "It rained on Sunday.", "url": "javascript:alert(1)"}',
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    async with opened(tmp_path / "a.jsonl", terminal=Terminal(remote=True)) as d:
        await d.press("o")
        assert "https://example.org/a" in d.status
        assert next(home.rglob("last-copy.txt")).read_text() == "https://example.org/a"
        await d.press("J", "o")
        assert d.message == f"no link is known for {d.letter}"


async def test_a_click_is_enter_and_the_other_panes_follow(seeds: Path) -> None:
    async with opened(seeds) as d:
        row = next(n for n, r in enumerate(d.list) if "001_" in r)
        await d.pilot.click(d.desk.articles, offset=(6, row))
        await d.pilot.click(d.desk.articles, offset=(6, row))
        await d.settle()
        assert d.letter == "B"


def test_a_row_of_the_panel_says_what_it_stands_for() -> None:
    assert Spot("fact", "f1") == Spot("fact", "f1")
    assert Spot("fact", "f1") != Spot("report", "f1", "A")
