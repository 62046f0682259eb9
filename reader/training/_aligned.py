"""Stories with gold links, as rows of features: what the alignment is learnt from."""

from __future__ import annotations

import itertools
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from reader.analysis.chain import read_all
from reader.analysis.reading import Reading
from reader.comparison.candidates import Pair, rows, sentence_pairs
from reader.comparison.claims import cut
from reader.comparison.material import Material
from reader.comparison.similarity import Similarity
from reader.document.article import RawDocument
from reader.document.metadata import article_of
from reader.document.span import Span
from reader.training._gold import GoldStory

APART = 2.0
"""A pair that must never be joined counts as much as so many others."""
SENTENCES = 3
"""So many sentences of each other article are compared with each at least."""


@dataclass
class Aligned:
    """One story: the pairs of claims looked at, and which of them to learn from.

    ``features`` are those of a first look, ``labels`` 1 for one fact, 0 for two, between them where the gold leaves it
    open; ``shares`` how much each row counts, 0 for one that teaches nothing.
    """

    name: str
    topic: str
    material: Material
    similarity: Similarity
    pairs: list[Pair]
    features: Any
    labels: Any
    shares: Any


def _looked_at(readings: Sequence[Reading]) -> tuple[Similarity, list[Pair], Any]:
    material = Material(readings, [c for r in readings for c in cut(r)])
    similarity = Similarity(material)
    pairs, features, _ = rows(similarity, sentence_pairs(similarity, SENTENCES))
    return similarity, pairs, np.array(features)


def of_facts(story: GoldStory, share: float) -> Aligned:
    """A story with gold facts down to the words of each claim."""
    similarity, pairs, features = _looked_at(story.readings)
    material = similarity.material
    told: dict[str, list[int]] = {}
    sure: set[Pair] = set()
    doubtful: set[Pair] = set()
    for fact in story.gold["facts"]:
        claims = fact["claims"].items()
        found = told[fact["id"]] = sorted(n for source, spans in claims for n in _about(material, story, source, spans))
        (doubtful if fact.get("doubtful") else sure).update(itertools.combinations(found, 2))
    for verdict, *ends in story.gold.get("judged") or []:
        one, two = (_about(material, story, source, [span]) for source, *span in ends)
        (sure if verdict == "same" else doubtful).update((min(i, j), max(i, j)) for i in one for j in two)
    apart = {
        (min(i, j), max(i, j))
        for a, b, *_ in story.gold.get("never_join") or []
        for i in told.get(a, ())
        for j in told.get(b, ())
    } - sure
    labels = np.array([p in sure for p in pairs], dtype=float)
    open_ = [not _across(material, p) or (p in doubtful and p not in sure) for p in pairs]
    shares = np.where(open_, 0.0, np.where([p in apart for p in pairs], APART, 1.0)) * share
    return Aligned(story.name, story.topic, material, similarity, pairs, features, labels, shares)


def _about(material: Material, story: GoldStory, source: str, spans: Sequence[Sequence[int]]) -> list[int]:
    """The statements of a source that are about any of some spans of its text."""
    by = story.shift[source]
    return [
        s.index
        for s in material.statements
        if material.readings[s.article].article.source == source
        and any(_touch(s.claim.span, start - by, end - by) for start, end in spans)
    ]


def _touch(span: Span, start: int, end: int) -> bool:
    """Does one of two spans cover half of the shorter?"""
    common = min(span.end, end) - max(span.start, start)
    return common > 0 and 2 * common >= min(len(span), end - start)


def _across(material: Material, pair: Pair) -> bool:
    return material.statements[pair[0]].article != material.statements[pair[1]].article


def of_chains(docs: Path, share: float) -> Iterator[Aligned]:
    """The stories of ECB+: sentences that share two chains of events tell one fact, with one it is open.

    Of the claims of two such sentences the pair with most words in common is taken for the one that does.
    """
    stories: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in map(json.loads, docs.open(encoding="utf-8")):
        stories[row["story"]].append(row)
    for name, members in stories.items():
        if len(members) > 1:
            yield _of_chains(name, members, share)


def _of_chains(name: str, members: Sequence[dict[str, Any]], share: float) -> Aligned:
    articles = []
    for row in members:
        text = "\n".join(s["text"] for s in row["sents"])
        articles.append(article_of(RawDocument(text, row["doc"], id=row["doc"], source=row["doc"]), row["doc"]))
    readings, _ = read_all(articles)
    similarity, pairs, features = _looked_at(readings)
    chains = _chains(similarity.material, members)
    labels, shares = np.zeros(len(pairs)), np.zeros(len(pairs))
    best: dict[Pair, int] = {}
    for n, (i, j) in enumerate(pairs):
        a, b = (similarity.material.statements[k].sentence for k in (i, j))
        if not _across(similarity.material, (i, j)) or a not in chains or b not in chains:
            continue
        common = len(chains[a] & chains[b])
        labels[n], shares[n] = (0.0, 0.5, 1.0)[min(common, 2)], 0.0 if common else share
        if common and ((a, b) not in best or features[n][0] > features[best[a, b]][0]):
            best[a, b] = n
    shares[list(best.values())] = share
    return Aligned(name, members[0]["topic"], similarity.material, similarity, pairs, features, labels, shares)


def _chains(material: Material, members: Sequence[dict[str, Any]]) -> dict[int, set[str]]:
    """The chains of events in the sentences that were looked through for them, by sentence of the material."""
    by_text = {row["doc"]: [(s["text"], set(s["ev"])) for s in row["sents"] if s.get("val", True)] for row in members}
    out: dict[int, set[str]] = {}
    for sentence in material.sentences:
        reading = material.readings[sentence.article]
        words = sentence.span.of(reading.text)
        for text, events in by_text[reading.article.id]:
            if text in words or words in text:
                out[sentence.index] = out.get(sentence.index, set()) | events
    return out
