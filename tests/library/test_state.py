"""Places, marks and corrections outlive the program, and a bad state file is said in one sentence."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from reader.comparison.model import Correction
from reader.document.span import Span
from reader.library.state import State, StateUnavailable


def split(a: str, b: str) -> Correction:
    return Correction("split", a, Span(0, 5), b, Span(3, 9))


def test_everything_is_there_after_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "state.db"
    state = State(path)
    state.keep_place("d1", 120)
    state.set_read("d1", True)
    state.set_starred("d2", True)
    state.keep_opened("d1")
    state.keep_opened("d2")
    state.keep_opened("d1")
    state.add_corrections([split("d1", "d2")])
    state.close()
    again = State(path)
    assert again.place("d1") == 120 and again.place("d2") is None
    assert again.is_read("d1") and not again.is_read("d2")
    assert again.is_starred("d2") and not again.is_starred("d1")
    assert again.opened() == ["d1", "d2"]
    assert again.corrections() == [split("d1", "d2")]


def test_undo_takes_back_the_latest_act_about_these_articles_only() -> None:
    state = State(None)
    state.add_corrections([split("d1", "d2"), split("d1", "d3")])
    state.add_corrections([split("d8", "d9")])
    assert state.undo({"d1", "d2", "d3"}) == [split("d1", "d2"), split("d1", "d3")]
    assert state.corrections() == [split("d8", "d9")]
    assert state.undo({"d1", "d2", "d3"}) == []


def test_a_file_that_is_no_database_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "state.db"
    path.write_text(
        "my shopping list, which is longer than a database header, as it happens: eggs, flour, milk, salt, tea"
    )
    before = path.read_bytes()
    with pytest.raises(StateUnavailable, match="not a database"):
        State(path)
    assert path.read_bytes() == before


def test_a_file_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "state.db"
    State(path).close()
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 99")
    db.close()
    with pytest.raises(StateUnavailable, match="newer"):
        State(path)


def test_two_programs_at_once(tmp_path: Path) -> None:
    one, two = State(tmp_path / "state.db"), State(tmp_path / "state.db")
    for n in range(50):
        one.keep_place("d1", n)
        two.keep_place("d2", n)
    assert (one.place("d2"), two.place("d1")) == (49, 49)
