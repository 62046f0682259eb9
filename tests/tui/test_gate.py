"""The gate: what a terminal could act on never gets through, and offsets hold."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.tui.gate import content, one_line, safe
from reader.tui.rows import RowMaker

HARMFUL = "\x1b]52;c;YQ==\x07 \x9b31m \x7f \u202e\u2066 \u200b \ufeff \U000e0041 \ud800"


def test_scenario_43_escape_sequences_become_visible_and_harmless() -> None:
    shown = safe(HARMFUL)
    assert len(shown) == len(HARMFUL)
    assert "␛]52;c;YQ==␇" in shown
    assert not any(ord(c) < 32 or 127 <= ord(c) < 160 or 0xD800 <= ord(c) < 0xE000 for c in shown)


@given(st.text(max_size=60))
def test_every_offset_holds_and_twice_is_once(text: str) -> None:
    assert len(safe(text)) == len(text)
    assert safe(safe(text)) == safe(text)


def test_a_row_takes_no_foreign_text_past_the_gate() -> None:
    row = RowMaker().add("A").add(" \x1b[2J\nnext").row()
    assert row.text == "A ␛[2J next"


def test_square_brackets_are_text_and_not_markup() -> None:
    assert content("Prices [/] fell [@click=app.quit]x").plain == "Prices [/] fell [@click=app.quit]x"


def test_one_line_has_no_line_feed() -> None:
    assert one_line("a\nb") == "a b"
