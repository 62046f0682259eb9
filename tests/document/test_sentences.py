"""Sentences and sections, from the case file; and what must hold for any text."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.document.sentences import split
from tests.conftest import ROOT


def cases() -> Iterator[tuple[str, str, list[tuple[str, str]]]]:
    for block in re.split(r"^## ", (ROOT / "tests/cases/sentences.md").read_text(encoding="utf-8"), flags=re.M)[1:]:
        title, *lines = block.strip().split("\n")
        text = "\n".join(line[2:] for line in lines if line.startswith(">"))
        wanted = [tuple(line[2:].split(": ", 1)) for line in lines if line.startswith("- ")]
        yield title, text, [(section, words) for section, words in wanted]


@pytest.mark.parametrize(("text", "wanted"), [pytest.param(t, w, id=n) for n, t, w in cases()])
def test_case(text: str, wanted: list[tuple[str, str]]) -> None:
    assert [(s.section.value, " ".join(s.span.of(text).split())) for s in split(text)] == wanted


@given(st.text(alphabet=st.sampled_from('aB .?!\n\t"”’1…。\u0301\x1b-*:'), max_size=200))
def test_sentences_are_in_order_apart_and_lose_nothing_but_space(text: str) -> None:
    sentences = split(text)
    at = 0
    for sentence in sentences:
        assert sentence.span.start >= at and len(sentence.span) > 0
        assert text[at : sentence.span.start].strip() == ""
        at = sentence.span.end
    assert text[at:].strip() == ""


@pytest.mark.parametrize("unit", ["a ", "a. ", "A.", "?", "\n", "- ", "1. ", '"', "(", "word\n"])
def test_a_megabyte_of_anything_is_quick(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    sentences = split(text)
    assert sum(len(s.span) for s in sentences) <= len(text)
