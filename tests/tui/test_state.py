"""The desk's state without any screen: what the keys change and what they say."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.analysis.reading import Entity, EntityType
from reader.comparison.model import Verdict
from reader.tui.compared import full_name
from reader.tui.find import find, fold
from reader.tui.state import DeskState, Show
from reader.workspace import Session


@pytest.fixture
def session(seeds: Path) -> Session:
    session = Session.open([str(seeds)], state=False)
    session.compare()
    return session


@pytest.fixture
def state(session: Session) -> DeskState:
    state = DeskState(session.articles, "A")
    assert session.comparison is not None
    state.set_comparison(session.comparison)
    return state


def test_before_the_comparison_everything_answers() -> None:
    session = Session.open([], state=False)
    state = DeskState(session.articles)
    assert (state.facts, state.fact, state.number) == ((), None, 0)
    assert state.step_fact(1) == "still comparing"
    assert state.next_source() == "still comparing"
    assert state.back() == "nowhere to go back to"
    assert state.filter_words() == ""


def test_moving_in_the_text_makes_the_facts_of_that_sentence_current(state: DeskState) -> None:
    for n, sentence in enumerate(state.article.sentences):
        state.move_to(sentence.span.start)
        if any(s.overlaps(sentence.span) for s, _ in state.compared.sentences_of("A")):  # type: ignore[union-attr]
            assert any(s.overlaps(sentence.span) for s in state.lit), n


def test_choosing_a_fact_puts_the_reader_on_its_sentence(state: DeskState) -> None:
    for fact in state.facts:
        if state.choose(fact.id):
            assert any(span.start <= state.offset < span.end for span in state.lit)
            assert not fact.report("A").silent
        else:
            assert fact.report("A").silent


def test_facts_are_stepped_through_in_the_panels_order_and_end_with_a_word(state: DeskState) -> None:
    state.fact_id = state.facts[0].id
    state.step_fact(1)
    assert state.number == 2
    state.step_fact(10_000)
    assert state.number == len(state.facts)
    state.choose(state.facts[0].id)
    state.step_fact(-1)
    assert state.number == 1


def test_the_next_source_reports_the_fact_or_has_its_nearest_passage(state: DeskState) -> None:
    for fact in state.facts:
        state.open("A", 0)
        state.choose(fact.id)
        seen = []
        for _ in range(3):
            message = state.next_source()
            seen.append(state.article.letter)
            assert state.fact_id == fact.id
            if fact.report(state.article_id).silent:
                assert state.article.letter in message
                assert "not" in message
            else:
                assert message == ""
                assert any(s.start == state.offset for s in state.lit)
        assert seen == ["B", "C", "A"]


def test_back_returns_through_every_jump(state: DeskState) -> None:
    state.choose(state.facts[0].id)
    begin = (state.article_id, state.offset, state.fact_id)
    state.next_source()
    state.next_source()
    assert state.article_id == "C"
    state.back()
    assert state.article_id == "B"
    state.back()
    assert (state.article_id, state.offset, state.fact_id) == begin
    assert state.back() == "nowhere to go back to"


def test_filters_show_what_they_say(state: DeskState) -> None:
    state.toggle(Show.MISSING)
    assert state.facts and all(f.report("A").silent for f in state.facts)
    assert state.filter_words() == "not in A"
    state.toggle(Show.ONLY)
    assert state.facts and all([r.article for r in f.reporting] == ["A"] for f in state.facts)
    state.toggle(Show.DIFFERING)
    assert all(f.verdict is Verdict.DIFFERS or f.differences for f in state.facts)
    state.toggle(Show.DIFFERING)
    assert (state.show, state.filter_words()) == (Show.ALL, "")


def test_a_filter_by_name_keeps_the_facts_in_which_it_occurs(state: DeskState, session: Session) -> None:
    mention = next(m for m in session.reading("A").entities if m.name.of(state.article.text) == "Egypt")
    state.toggle(Show.ENTITY, mention.entity)
    assert state.filter_words() == "with Egypt"
    assert 0 < len(state.facts) < 30
    for fact in state.facts:
        said = " ".join(e.span.of(session.article(r.article).text) for r in fact.reporting for e in r.evidence)
        assert "Egypt" in said


def test_by_date_the_earliest_fact_comes_first_and_undated_ones_last(state: DeskState) -> None:
    state.timeline = True
    dates = [next((d.iso for r in f.reporting for d in r.dates if d.iso), None) for f in state.facts]
    dated = [d for d in dates if d]
    assert dated and dates[: len(dated)] == dated == sorted(dated)


def test_the_digits_of_a_count_are_used_up(state: DeskState) -> None:
    state.digit("1")
    state.digit("2")
    assert state.take_count() == 12
    assert state.take_count() == 1


def test_a_zero_count_is_one(state: DeskState) -> None:
    state.digit("0")
    assert state.take_count() == 1


@pytest.mark.parametrize(
    ("name", "aliases", "shown"),
    [
        ("Jonathan Finer", ("Jon Finer", "Finer"), "Jon (Jonathan) Finer"),
        ("Antony Blinken", ("Blinken",), "Antony Blinken"),
        ("Egypt", (), "Egypt"),
    ],
)
def test_a_second_form_of_a_first_name_is_shown(name: str, aliases: tuple[str, ...], shown: str) -> None:
    assert full_name(Entity("e1", name, EntityType.PERSON, (), aliases)) == shown


@pytest.mark.parametrize(
    ("query", "count"),
    [('"pause"', 2), ("pause", 3), ("Pause", 1), ("war-torn", 1), ("two words", 1), ("it's", 1), ("", 0), ("xyz", 0)],
)
def test_words_are_found_as_people_type_them(query: str, count: int) -> None:
    text = "A “pause”, «pause». Pause! The war–torn two\nwords; it’s."
    found = find(text, query)
    assert len(found) == count
    assert all(fold(span.of(text)).lower().split() == query.lower().split() for span in found)
