"""What comparing the articles of one story costs in processor time, on real short articles of one topic."""

from __future__ import annotations

import json
import time
from collections import defaultdict
from pathlib import Path

import pytest

from reader.analysis.chain import read_all
from reader.comparison import compare
from reader.document.article import RawDocument
from reader.document.metadata import article_of

pytestmark = [pytest.mark.shared, pytest.mark.slow]

ROUNDS = 4


@pytest.fixture(scope="module")
def topics(shared: Path) -> list[list[str]]:
    """The texts of each topic of ECB+, the topic with most articles first."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in map(json.loads, (shared / "data/align/ecb_dev_docs.jsonl").open(encoding="utf-8")):
        found[row["topic"]].append("\n".join(s["text"] for s in row["sents"]))
    return sorted(found.values(), key=len, reverse=True)


def seconds(texts: list[str]) -> float:
    """The least processor time of some rounds, reading left out."""
    readings, entities = read_all(
        [article_of(RawDocument(t, f"{n}.txt", id=str(n), story="s"), str(n)) for n, t in enumerate(texts)]
    )
    rounds = []
    for _ in range(ROUNDS):
        start = time.process_time()
        compare(readings, entities, given=True)
        rounds.append(time.process_time() - start)
    return min(rounds)


def test_forty_articles_take_two_seconds_at_most(topics: list[list[str]]) -> None:
    assert len(topics[0]) >= 39
    assert seconds(topics[0][:40]) <= 2


def test_ten_articles_stay_near_what_they_cost(topics: list[list[str]]) -> None:
    """Measured: .26 s for these 23,500 characters, .17 s for 12,000. The goal of .15 s is not reached."""
    ten = [t for t in topics if len(t) >= 10][-1]
    assert seconds(ten[:10]) <= 0.5
