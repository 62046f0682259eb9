"""Where and by whom a report was filed is no part of what it says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.document.article import RawDocument
from reader.document.dateline import after
from reader.document.metadata import article_of


@pytest.mark.parametrize(
    ("sentence", "rest"),
    [
        ("WASHINGTON — A series of memos was released.", "A series of memos was released."),
        ("TEL AVIV (Reuters)-Israel presented its files.", "Israel presented its files."),
        ("VARNA, Bulgaria, Nov. 5 (AP) -- Two ships burnt.", "Two ships burnt."),
        ("LONDON, 5 Nov 2023 – “We are late,” he said.", "“We are late,” he said."),
        ("NEW YORK/LONDON (Reuters) - Oil rose.", "Oil rose."),
        ("U.S. - China talks went on.", "U.S. - China talks went on."),
        ("NASA - the agency - launched a rocket.", "NASA - the agency - launched a rocket."),
        ("FLOODS IN VARNA - TWO SHIPS LOST", "FLOODS IN VARNA - TWO SHIPS LOST"),
        ("DESPERATION: party files a lawsuit.", "DESPERATION: party files a lawsuit."),
        ("Varna (Reuters) - Two ships burnt.", "Varna (Reuters) - Two ships burnt."),
    ],
)
def test_the_dateline_is_left_out(sentence: str, rest: str) -> None:
    assert sentence[after(sentence, 0, len(sentence)) :] == rest


def test_a_title_made_of_the_lead_has_no_dateline() -> None:
    article = article_of(RawDocument("VARNA (AP) — Two ships burnt in the port.", "a.txt"), "A")
    assert article.title == "Two ships burnt in the port."


@given(st.text(alphabet="AB c.,-—()/“ é\n5", max_size=60))
def test_any_text_keeps_its_end(text: str) -> None:
    assert 0 <= after(text, 0, len(text)) <= len(text)
