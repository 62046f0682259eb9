"""What must hold for any articles: no order decides, a copy confirms nothing, silence of one changes little."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.analysis.chain import read_all
from reader.comparison import compare
from reader.comparison.model import Fact, Story
from reader.document.article import RawDocument
from reader.document.metadata import article_of
from reader.ingest import gather

SURE = 0.6
"""A row whose weakest join is less probable than this is a doubtful one."""
Evidence = frozenset[tuple[str, str]]


def compared(texts: Mapping[str, str]) -> Story:
    """One story of articles, named by the keys, that are given as one story."""
    articles = [article_of(RawDocument(t, f"{k}.txt", id=k, source=k, story="s"), k) for k, t in texts.items()]
    (story,) = compare(*read_all(articles), given=True).stories
    return story


def told(fact: Fact, texts: Mapping[str, str], names: Mapping[str, str] | None = None) -> Evidence:
    """The words of each claim of a row, with the article that says them (under its other name, if it has one)."""
    called = names or {}
    return frozenset(
        (called.get(r.article, r.article), e.claim.of(texts[r.article])) for r in fact.reporting for e in r.evidence
    )


def rows(story: Story, texts: Mapping[str, str], names: Mapping[str, str] | None = None) -> dict[Evidence, str]:
    return {told(f, texts, names): f.verdict.value for f in story.facts}


@pytest.fixture(scope="module")
def sample() -> dict[str, str]:
    """The texts of the sample story, by letter."""
    folder = Path(__file__).resolve().parents[2] / "seeds"
    return {a.letter: a.text for a in gather([str(folder)]).articles}


def test_permuting_the_sources_changes_nothing(sample: dict[str, str]) -> None:
    plain = rows(compared(sample), sample)
    for order in itertools.permutations(sample):
        texts = dict(zip("XYZ", (sample[k] for k in order), strict=True))
        assert rows(compared(texts), texts, dict(zip("XYZ", order, strict=True))) == plain


def test_a_copy_changes_no_row_and_confirms_nothing(sample: dict[str, str]) -> None:
    plain = {told(f, sample): f for f in compared(sample).facts}
    for original, text in sample.items():
        texts = {**sample, "Z": text}
        for fact in compared(texts).facts:
            known = plain[frozenset((a, w) for a, w in told(fact, texts) if a != "Z")]
            assert len(fact.origins) == len(known.origins)
            assert {r.article for r in fact.reporting} - {"Z"} == {r.article for r in known.reporting}
            assert fact.report("Z").silent == fact.report(original).silent
            assert [d.kind for d in fact.differences] == [d.kind for d in known.differences]


SENTENCES = (
    "The dam above Lindau broke on Friday night.",
    "A dam near Lindau burst late on Friday, the mayor said.",
    "At least 12 villages were flooded.",
    "Twelve villages stood under water, and 40 people were missing.",
    "Soldiers carried 300 people to safety.",
    "The government promised 5 million euros of help.",
    "Opposition parties called the promise of 5 million euros too little.",
    "“We have lost everything,” said a farmer, Jonas Huber.",
    "No one was hurt.",
)
PAGES = st.lists(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6, unique=True), min_size=2, max_size=4)


@settings(max_examples=40, deadline=None)
@given(PAGES, st.randoms(use_true_random=False))
def test_any_articles_in_any_order(pages: list[list[str]], chance: Random) -> None:
    texts = {f"p{n}": "\n\n".join(page) for n, page in enumerate(pages)}
    order = list(texts)
    chance.shuffle(order)
    again = {k: texts[k] for k in order}
    assert rows(compared(texts), texts) == rows(compared(again), again)


@settings(max_examples=40, deadline=None)
@given(PAGES, st.integers(0, 3))
def test_a_copy_of_any_article_adds_no_origin(pages: list[list[str]], which: int) -> None:
    texts = {f"p{n}": "\n\n".join(page) for n, page in enumerate(pages)}
    original = list(texts)[which % len(texts)]
    more = {**texts, "copy": texts[original]}
    plain = {told(f, texts): len(f.origins) for f in compared(texts).facts}
    for fact in compared(more).facts:
        assert len(fact.origins) == plain[frozenset((a, w) for a, w in told(fact, more) if a != "copy")]


def _within(part: tuple[str, str], claim: tuple[str, str]) -> bool:
    """Is a claim the other, or a clause of it, or the other a clause of this one?"""
    return part[0] == claim[0] and (part[1] in claim[1] or claim[1] in part[1])


def test_removing_an_article_leaves_the_rows_of_the_others_alone(sample: dict[str, str]) -> None:
    """What several sources tell stays as it is. What stood alone may find a partner, all of it or a clause, as words
    weigh by how rare they are among the articles at hand; then the join is a doubtful one."""
    full = compared(sample)
    for gone in sample:
        texts = {k: v for k, v in sample.items() if k != gone}
        less = {told(f, sample): f for f in compared(texts).facts}
        for fact in full.facts:
            row = told(fact, sample)
            if any(article == gone for article, _ in row) or row in less:
                continue
            assert len(fact.reporting) == 1, f"without {gone} this row has changed: {sorted(row)}"
            parts = [now for now in less if any(_within(part, claim) for part in now for claim in row)]
            assert parts
            for now in parts:
                assert len({article for article, _ in now}) == 1 or min(j.p for j in less[now].joins) < SURE
