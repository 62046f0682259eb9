"""Lines of a width: nothing is lost, nothing is cut, nothing takes long."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.tui.gate import safe
from reader.tui.wrap import clip, wrap, wrap_flowing


def lines(text: str, width: int) -> list[str]:
    return [text[a:b] for a, b in wrap(text, width)]


def test_words_stay_whole() -> None:
    assert lines("one two three four", 9) == ["one two", "three", "four"]


def test_a_word_longer_than_the_line_is_cut() -> None:
    assert lines("ab https://example.org/x", 10) == ["ab", "https://ex", "ample.org/", "x"]


def test_line_feeds_break_and_empty_lines_stay() -> None:
    assert lines("one\n\ntwo", 20) == ["one", "", "two"]


def test_no_line_begins_with_the_space_it_was_broken_at() -> None:
    assert lines("one   two", 4) == ["one", "two"]


def test_wide_characters_count_two_and_break_anywhere() -> None:
    assert lines("日本語の新聞記事", 6) == ["日本語", "の新聞", "記事"]


def test_a_combining_mark_stays_with_its_letter() -> None:
    assert all(not line.startswith("\u0301") for line in lines("e\u0301" * 20, 7))


def test_a_paragraph_broken_by_hand_is_set_anew() -> None:
    text = "x\none two\nthree"
    assert [text[a:b] for a, b in wrap_flowing(text, 30, 2, len(text))] == ["one two\nthree"]


@given(st.text(alphabet=st.sampled_from("ab c\n 日e\u0301—é  👍"), max_size=80).map(safe), st.integers(2, 12))
@settings(max_examples=300, deadline=None)
def test_nothing_but_spaces_is_lost_and_no_line_is_too_wide(text: str, width: int) -> None:
    got = wrap(text, width)
    kept = [n for a, b in got for n in range(a, b)]
    assert kept == sorted(set(kept))
    assert all(text[n] in " \n" for n in set(range(len(text))) - set(kept))
    assert all(cell_len(text[a:b]) <= width for a, b in got)


@pytest.mark.parametrize("piece", ["word ", "w", "日本", "e\u0301 ", " "])
def test_time_grows_with_the_text_and_not_with_its_square(piece: str) -> None:
    def spent(n: int) -> float:
        text = piece * n
        begin = time.perf_counter()
        wrap(text, 70)
        return time.perf_counter() - begin

    spent(1000)
    assert spent(80_000) < 40 * max(spent(10_000), 0.0005)


def test_clip_cuts_at_a_word() -> None:
    assert clip("More than 300 Americans have left", 20) == "More than 300…"
    assert clip("short", 20) == "short"
    assert clip("日本語の新聞記事", 7) == "日本語…"
