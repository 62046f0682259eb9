"""The comparison panel: what it says, that all of it is in the sources, and that Enter lands there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rich.cells import cell_len

from reader.comparison.model import Comparison, Fact
from reader.tui.fact_rows import FactRows, align
from reader.tui.marks import ASCII, UNICODE, Glyphs, Mark
from reader.tui.spots import Spot
from reader.workspace import Session
from tests.tui.driving import Driver, opened


@pytest.fixture(scope="module")
def compared() -> Comparison:
    return Session.open([], state=False).compare()


def rows_of(compared: Comparison, fact: Fact, width: int = 60) -> list[str]:
    return [r.text for r in FactRows(compared, compared.stories[0], width, UNICODE).unfolded(fact)]


def fact_with(d: Driver, words: str) -> Fact:
    """The most important fact with a report whose sentence has these words among the fact's own."""
    for fact in d.desk.state.facts:
        for report in fact.reporting:
            text = d.desk.session.article(report.article).text
            if any(words in e.claim.of(text) for e in report.evidence):
                return fact
    raise AssertionError(f"no fact has {words!r}")


def test_scenario_30_every_quoted_word_stands_in_its_article(compared: Comparison) -> None:
    story = compared.stories[0]
    everything = " ".join(" ".join(r.text.split()) for r in compared.readings.values())
    for fact in story.facts:
        assert fact.title.strip("… ") in everything
        for row in FactRows(compared, story, 70, UNICODE).unfolded(fact):
            figures = [row.text[a:b].strip() for a, b, m in row.marks if m is Mark.DIFFERENCE]
            assert all(f in everything for f in figures)
        body = [r.text[7:].strip() for r in FactRows(compared, story, 70, UNICODE).unfolded(fact)]
        for report in fact.reporting:
            sentence = " ".join(report.evidence[0].span.of(compared.readings[report.article].text).split())
            first = sentence[:40].rsplit(" ", 1)[0]
            assert any(line.startswith(first) for line in body), (fact.id, first)


@pytest.mark.parametrize("width", [34, 42, 60, 78, 92])
@pytest.mark.parametrize("signs", [UNICODE, ASCII])
def test_no_row_is_wider_than_the_pane(compared: Comparison, width: int, signs: Glyphs) -> None:
    make = FactRows(compared, compared.stories[0], width, signs)
    for fact in compared.stories[0].facts:
        assert all(cell_len(r.text) <= width for r in [make.folded(fact), *make.unfolded(fact, why=True)])


def test_the_verdict_is_a_word_and_a_sign(compared: Comparison) -> None:
    words = {"agree": "agree", "differs": "differs", "partial": "not in", "only": "only in"}
    for fact in compared.stories[0].facts:
        rows = rows_of(compared, fact)
        assert rows[0][1] in "=≈≠◐1"
        assert words[fact.verdict.value] in " ".join(" ".join(rows).split())


def test_silence_is_never_called_a_difference(compared: Comparison) -> None:
    for fact in compared.stories[0].facts:
        for report in fact.reports:
            if report.silent:
                letter = compared.readings[report.article].article.letter
                assert any(re.match(rf"   {letter}   not in {letter}\b", row) for row in rows_of(compared, fact))


def test_a_silent_source_is_shown_once_with_what_may_be_the_same(compared: Comparison) -> None:
    story, met = compared.stories[0], 0
    for fact in story.facts:
        rows = rows_of(compared, fact)
        for report in (r for r in fact.reports if r.silent):
            letter = compared.readings[report.article].article.letter
            maybe = [p for p in fact.possibly if p.article == report.article]
            lines = [row for row in rows if row.startswith(f"   {letter} ")]
            near = bool(maybe and report.nearest and report.nearest.span.overlaps(maybe[0].span))
            assert len(lines) == (2 if maybe and report.nearest and not near else 1), rows
            if near:
                met += 1
                assert f"not in {letter}; possibly the same (m joins it)" in lines[0]
    assert met


def test_figures_stand_right_aligned_on_their_digits() -> None:
    assert align(["> 300", "1,400", "≈ 5 km"]) == ["> 300   ", "1,400   ", "  ≈ 5 km"]
    assert align([]) == []
    assert align(["several", "9"]) == ["several", "      9"]


async def test_scenario_17_three_sources_agree_on_four_hundred(seeds: Path) -> None:
    async with opened(seeds) as d:
        await d.cursor_on("about 400")
        await d.press("f", "F")
        fact = fact_with(d, "400")
        assert len(fact.reporting) == 3
        d.desk.state.choose(fact.id)
        d.desk.show(go=True)
        await d.settle()
        panel = "\n".join(d.panel)
        assert len(re.findall(r"[ABC] +≈ 400", panel)) == 3
        assert "> 300" not in panel[panel.index("≈ 400") : panel.rindex("≈ 400")]


async def test_scenario_19_same_wording_is_said(seeds: Path) -> None:
    async with opened(seeds) as d:
        fact = fact_with(d, "suspended since Saturday")
        d.desk.state.choose(fact.id)
        d.desk.show(go=True)
        await d.settle()
        assert re.search(r"same wording \(1\d words\)", "\n".join(d.panel))


async def test_scenario_21_silence_in_a_is_not_a_difference(seeds: Path) -> None:
    async with opened(seeds) as d:
        fact = fact_with(d, "1,400 people")
        d.desk.state.choose(fact.id)
        d.desk.show(go=True)
        await d.settle()
        panel = "\n".join(d.panel)
        assert "2 of 3, not in A" in panel
        assert re.search(r"B +1,400", panel) and re.search(r"C +1,400", panel)


async def test_scenario_22_only_in_b(seeds: Path) -> None:
    async with opened(seeds) as d:
        for words in ("more than 9,770", "over 4,000", "31 Israeli soldiers"):
            fact = fact_with(d, words)
            assert [r.article for r in fact.reporting] == ["B"], words


async def test_scenario_27_a_repeat_is_folded_and_opens_in_the_faq(seeds: Path) -> None:
    async with opened(seeds) as d:
        state = d.desk.state
        fact = next(f for f in state.facts if f.report("C").repeats)
        state.choose(fact.id)
        await d.press("3")
        d.desk.show(go=True)
        await d.settle()
        assert any(re.search(r"\+\d repeats? in the FAQ", row) for row in d.panel)
        n = next(
            n for n in range(d.desk.panel.line_count())
            if (spot := d.desk.panel.spot_at(n)) and spot.kind == "repeat"
        )  # fmt: skip
        d.desk.panel.move_to(n)
        await d.press("enter")
        assert d.letter == "C"
        assert state.offset == fact.report("C").repeats[0].span.start
        assert d.desk.state.pane == "text"


async def test_scenario_28_what_is_missing_here_and_only_here(seeds: Path) -> None:
    async with opened(seeds) as d:
        await d.press("J", "J", "-")
        assert "not in C" in d.panel[0]
        said = " ".join(
            e.span.of(d.desk.session.article(r.article).text)
            for f in d.desk.state.facts for r in f.reporting for e in r.evidence
        )  # fmt: skip
        for words in ("240 hostages", "9,770", "4,000", "31 Israeli", "accused Hamas", "nearly 80"):
            assert words in said
        await d.press("-")
        assert "not in C" not in d.panel[0]
        await d.press("K", "K", "+")
        assert d.letter == "A" and "only in A" in d.panel[0]
        await d.press("a")
        assert "only" not in d.panel[0]


async def test_enter_lands_on_the_sentence_of_every_source(seeds: Path) -> None:
    async with opened(seeds, size=(140, 60)) as d:
        state, panel = d.desk.state, d.desk.panel
        fact = next(f for f in state.facts if len(f.reporting) == 3)
        for letter in ("C", "B", "A"):
            state.choose(fact.id)
            await d.press("3")
            d.desk.show()
            await d.settle()
            n = next(n for n in range(panel.line_count()) if panel.spot_at(n) == Spot(
                "report", fact.id, letter, fact.report(letter).evidence[0].span))  # fmt: skip
            panel.move_to(n)
            await d.press("enter")
            assert d.letter == letter
            assert state.offset == fact.report(letter).evidence[0].span.start
            assert any(d.sentence[:30] in row for row in d.text)


async def test_moving_through_the_panel_unfolds_one_fact_at_a_time(seeds: Path) -> None:
    async with opened(seeds) as d:
        await d.press("3", "g")
        for _ in range(25):
            await d.press("j")
            unfolded = [
                row for n in range(d.desk.panel.line_count()) if (row := d.desk.panel.line(n)).key
                and isinstance(row.key, Spot) and row.key.kind in ("report", "silent")
            ]  # fmt: skip
            assert {row.key.fact for row in unfolded if isinstance(row.key, Spot)} == {d.desk.state.fact_id}
            y = d.desk.panel.cursor - d.desk.panel.top
            assert 0 <= y < d.desk.panel.body_height


async def test_why_a_row_was_joined_is_said_on_demand(seeds: Path) -> None:
    async with opened(seeds) as d:
        fact = next(f for f in d.desk.state.facts if f.joins)
        d.desk.state.choose(fact.id)
        await d.press("i")
        assert "%" in "\n".join(d.panel)
        await d.press("i")
        assert "%)" not in "\n".join(d.panel)


async def test_by_date_there_are_headings_of_days(seeds: Path) -> None:
    async with opened(seeds) as d:
        await d.press("t", "3", "g")
        assert "by date" in d.panel[0]
        assert any(re.fullmatch(r" \d{1,2} [A-Z][a-z]{2} \d{4}| no date", row) for row in d.panel)


async def test_a_filter_by_name_is_said_in_the_title(seeds: Path) -> None:
    async with opened(seeds) as d:
        await d.cursor_on("Egypt")
        await d.press("@")
        assert "with Egypt" in d.panel[0]
        await d.press("@")
        assert "with" not in d.panel[0]


async def test_an_empty_filter_says_which_key_brings_all_back(seeds: Path) -> None:
    async with opened(seeds) as d:
        d.desk.state.show, d.desk.state.entity = type(d.desk.state.show).ENTITY, "nobody"
        d.desk.show()
        await d.settle()
        assert any("a shows all facts" in row for row in d.panel)
