"""Titles are words of a source that make a statement."""

from __future__ import annotations

from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from reader.comparison.facts.cuts import GOOD, LIMIT
from tests.comparison.build import story

CASES = Path(__file__).parent.parent / "cases" / "titles.md"


def cases() -> list[ParameterSet]:
    out = []
    for block in CASES.read_text("utf-8").split("\n## ")[1:]:
        lines = block.splitlines()
        sentence, claim, title = (next(x[2:] for x in lines if x.startswith(mark)) for mark in ("> ", "= ", "- "))
        out.append(pytest.param(sentence, claim, title, id=lines[0]))
    return out


@pytest.mark.parametrize(("sentence", "claim", "title"), cases())
def test_a_title_is_a_statement_that_holds_its_claim(sentence: str, claim: str, title: str) -> None:
    assert story(A=sentence).fact({"A": [claim]}).title == title


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "More than 300 Swedes and their family members have left Kabul after “intensive talks”, said an official.",
            "More than 300 Swedes and their family members have left Kabul",
        ),
        ("However, the mayor of Turin has resigned, the paper reported.", "the mayor of Turin has resigned"),
        ("But on Monday nobody came.", "on Monday nobody came"),
        ("Earlier Tuesday the mayor met three envoys.", "Earlier Tuesday the mayor met three envoys"),
        ("Earlier, the mayor met three envoys.", "the mayor met three envoys"),
        ("Minister Eva Holm said that the dam would be closed in May.", "the dam would be closed in May"),
    ],
)
def test_title(text: str, expected: str) -> None:
    assert story(A=text).whole().title == expected


@pytest.mark.parametrize(
    ("text", "claim", "expected"),
    [
        (
            "The envoys meet on Friday so that more hostages, including Swedes, can be released.",
            "including Swedes, can be released",
            "more hostages, including Swedes, can be released",
        ),
        (
            "A court in Turin on Friday freed Maja Lind, who served three mayors.",
            "served three mayors",
            "A court in Turin on Friday freed Maja Lind, who served three mayors",
        ),
        (
            "Before noon a court in the old centre of Turin, where crowds had gathered, on Friday freed Maja Lind, who "
            "served three mayors.",
            "served three mayors",
            "Maja Lind, who served three mayors",
        ),
        (
            "The road was shut on Monday, causing long queues.",
            "causing long queues",
            "The road was shut on Monday, causing long queues",
        ),
    ],
)
def test_a_title_begins_with_its_subject_where_that_stands_close_before(text: str, claim: str, expected: str) -> None:
    assert story(A=text).fact({"A": [claim]}).title == expected


def test_a_title_is_longer_where_a_whole_clause_needs_it() -> None:
    clause = "Exhausted volunteers extinguished three enormous warehouse fires this morning"
    assert GOOD < len(clause) <= LIMIT
    assert story(A=f"{clause}, the paper reported.").whole().title == clause


@pytest.mark.parametrize(
    "text",
    [
        "Word " * 60,
        "Nevertheless.",
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft meldet Gewinn.",
        "北京時間週二發生地震造成多人受傷，當局表示救援工作正在進行中，目前尚無進一步消息，" * 4,
        "And, or, but; (and) “of the” in.",
        "The very long sentence goes on and on without any end in sight for the readers of the paper who read it",
    ],
)
def test_any_text_has_a_title_that_is_its_own_and_ends_on_a_whole_word(text: str) -> None:
    told = story(A=text)
    span = told.readings["A"].article.sentences[0].span
    fact = told.fact({"A": [span.of(told.text("A")).strip()]}) if len(span) else None
    if fact is None:
        return
    assert fact.title == fact.title_span.of(told.text("A"))
    assert 0 < len(fact.title) <= max(LIMIT, len(fact.title.split()[0]))
    assert not fact.title.endswith((" of", " the", " and"))
