"""Places, marks and corrections outlive the program, and a bad state file is said in one sentence."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
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


def test_closing_while_another_thread_asks_ends_it_in_order() -> None:
    """A process of its own: SQLite takes the whole process down where a connection is closed under a query."""
    script = """
import sys, threading
from reader.comparison.model import Correction
from reader.document.span import Span
from reader.library.state import State, StateUnavailable

sys.setswitchinterval(1e-6)
made = [Correction("split", "a", Span(n, n + 1), "b", Span(n, n + 1)) for n in range(300)]

def ask(state, ended):
    try:
        while True:
            assert state.corrections() == made
    except StateUnavailable:
        ended.append(True)

for turn in range(60):
    state, ended = State(None), []
    state.add_corrections(made)
    threads = [threading.Thread(target=ask, args=(state, ended)) for _ in range(3)]
    for thread in threads:
        thread.start()
    threads[0].join(0.001 * (turn % 7))
    state.close()
    for thread in threads:
        thread.join()
    assert len(ended) == 3
print("in order")
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=120, check=False)
    assert (done.returncode, done.stdout) == (0, "in order\n"), done.stderr


def test_a_mark_kept_while_a_correction_fails_is_not_taken_back_with_it(tmp_path: Path) -> None:
    state = State(tmp_path / "state.db")
    unkeepable = Correction("split", "a", Span(0, 1), None, Span(0, 1))  # type: ignore[arg-type]
    bad = [split("a", "b")] * 200 + [unkeepable]
    kept: list[str] = []

    def mark() -> None:
        for n in range(400):
            state.set_read(f"d{n}", True)
            kept.append(f"d{n}")

    other = threading.Thread(target=mark)
    other.start()
    for _ in range(20):
        with pytest.raises(StateUnavailable):
            state.add_corrections(bad)
    other.join()
    assert len(kept) == 400 and all(state.is_read(digest) for digest in kept)
    assert state.corrections() == []
