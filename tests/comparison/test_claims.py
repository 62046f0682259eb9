"""Sentences are cut into claims that can each stand in a row of their own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.analysis.chain import read
from reader.analysis.reading import Reading
from reader.comparison.claims import cut
from reader.document.article import RawDocument, Section
from reader.document.metadata import article_of

CASES = Path(__file__).parent.parent / "cases" / "claims.md"


def reading(text: str, name: str = "A") -> Reading:
    return read(article_of(RawDocument(text, f"{name}.txt", id=name), name))


def spans(text: str) -> list[str]:
    made = reading(text)
    return [c.span.of(made.text) for c in cut(made)]


def cases() -> list[tuple[str, str, list[str]]]:
    out = []
    for block in CASES.read_text("utf-8").split("\n## ")[1:]:
        lines = block.splitlines()
        said = next(line[2:] for line in lines if line.startswith("> "))
        out.append((lines[0], said, [line[2:] for line in lines if line.startswith("- ")]))
    return out


@pytest.mark.parametrize(("title", "sentence", "wanted"), cases(), ids=[c[0] for c in cases()])
def test_a_sentence_is_cut_where_a_statement_ends(title: str, sentence: str, wanted: list[str]) -> None:
    def bare(words: str) -> str:
        return re.sub(r"\W+$", "", words)

    assert [bare(s) for s in spans(sentence)] == [bare(w) for w in wanted], title


def test_each_figure_of_a_sentence_is_in_a_claim_of_its_own() -> None:
    made = reading("The ministry said 250 soldiers and 1,100 civilians had been taken to hospitals in the capital.")
    held = [[f.value for f in c.figures] for c in cut(made) if c.figures]
    assert held == [[250], [1100]]


def test_who_says_it_is_no_claim() -> None:
    made = reading("“The reactor was shut down on Sunday and no radiation has leaked,” the operator's spokesman said.")
    assert all("said" not in c.span.of(made.text) for c in cut(made))
    assert cut(made)[0].attribution is not None


def test_questions_of_an_faq_and_credit_lines_make_no_claim() -> None:
    made = reading(
        "The ferry sank off the island on Monday night, police said.\n\nFrequently Asked Questions\n\n"
        "1. How many people were on board?\n\nThere were 88 people on board the ferry.\n\n"
        "Additional reporting by agencies"
    )
    found = cut(made)
    assert {c.section for c in found}.isdisjoint({Section.FAQ_QUESTION, Section.CREDIT})
    assert any("88 people" in c.span.of(made.text) for c in found)


def test_the_evidence_of_a_claim_is_its_whole_sentence() -> None:
    made = reading("Rain fell for six days, and the river burst its banks on Friday. The dam held.")
    first = [c for c in cut(made) if c.sentence == 0]
    assert len(first) == 2
    whole = "Rain fell for six days, and the river burst its banks on Friday."
    assert {c.evidence.of(made.text) for c in first} == {whole}


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=400))
def test_any_text_gives_claims_inside_their_sentences(text: str) -> None:
    made = reading(text or "x")
    last = -1
    for claim in cut(made):
        assert claim.evidence.contains(claim.span)
        assert claim.span.of(made.text).strip()
        assert claim.span.start >= last or claim.sentence
        last = claim.span.start


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            "the mayor said that 40 houses , and who killed 1,200 people — but while $5 million “after” which of "
            "in was leaving ; Paris on Monday more than".split()
        ),
        min_size=1,
        max_size=40,
    )
)
def test_no_figure_is_cut_through(words: list[str]) -> None:
    made = reading(" ".join(words))
    for claim in cut(made):
        for figure in made.figures:
            assert claim.span.contains(figure.number) or not claim.span.overlaps(figure.number)
