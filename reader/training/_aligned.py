"""Stories with gold links, as rows of features: what the alignment is learnt from."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from reader.analysis.chain import read_all
from reader.comparison.candidates import Pair, rows, sentence_pairs
from reader.comparison.claims import cut
from reader.comparison.material import Material
from reader.comparison.similarity import Similarity
from reader.document.article import Article, Section, Sentence
from reader.document.span import Span
from reader.ingest import gather


@dataclass
class Aligned:
    """One story: the pairs of claims looked at, their features, whether they are one fact, which rows to learn from.

    ``linked`` names sentences: whether the pair's sentences are linked in the gold (all that some sets say).
    """

    name: str
    material: Material
    pairs: list[Pair]
    features: Any
    labels: Any
    learn: Any
    linked: Any


def _story(articles: Iterable[Article]) -> tuple[Material, list[Pair], Any]:
    readings, _ = read_all(articles)
    material = Material(readings, [c for r in readings for c in cut(r)])
    similarity = Similarity(material)
    pairs, features, _ = rows(similarity, sentence_pairs(similarity))
    return material, pairs, np.array(features)


def panel(gold: Path, texts: Path) -> Iterator[Aligned]:
    """Stories with gold facts down to claim spans: ``gold/EVENT.json`` and ``texts/EVENT/*.txt``."""
    for path in sorted(gold.glob("*.json")):
        raw = json.loads(path.read_text("utf-8"))
        folder = texts / str(raw["event"])
        material, pairs, features = _story(gather([str(folder)]).articles)
        shift = {
            r.article.source: (folder / f"{r.article.source}.txt").read_text("utf-8").find(r.text[:200])
            for r in material.readings
        }
        sure: set[Pair] = set()
        doubtful: set[Pair] = set()
        for fact in raw["facts"]:
            told = sorted(
                s.index
                for s in material.statements
                if any(
                    _touch(s.claim.span, span, shift)
                    for span in _claims(fact, material.readings[s.article].article.source)
                )
            )
            (doubtful if fact.get("doubtful") else sure).update(itertools.combinations(told, 2))
        labels = np.array([p in sure for p in pairs], dtype=float)
        learn = np.array([_apart(material, p) and (p in sure or p not in doubtful) for p in pairs])
        yield Aligned(path.stem, material, pairs, features, labels, learn, labels)


def _claims(fact: dict[str, Any], source: str) -> list[tuple[str, int, int]]:
    return [(source, a, b) for a, b in fact["claims"].get(source, [])]


def _touch(span: Span, gold: tuple[str, int, int], shift: dict[str, int]) -> bool:
    """Does one of two spans cover half of the shorter?"""
    source, start, end = gold
    by = max(0, shift[source])
    start, end = start - by, end - by
    common = min(span.end, end) - max(span.start, start)
    return common > 0 and 2 * common >= min(len(span), end - start)


def _apart(material: Material, pair: Pair) -> bool:
    return material.statements[pair[0]].article != material.statements[pair[1]].article


def _article(name: str, sentences: Sequence[str]) -> Article:
    made, at = [], 0
    for n, text in enumerate(sentences):
        made.append(Sentence(Span(at, at + len(text)), Section.BODY, n))
        at += len(text) + 1
    return Article(name, name, name, name, "\n".join(sentences), sentences[0], "lead", tuple(made))


def linked(name: str, one: Sequence[str], two: Sequence[str], links: set[tuple[int, int]]) -> Aligned | None:
    """Two articles with linked sentences; None if no pair is worth a look."""
    if not one or not two:
        return None
    material, pairs, features = _story([_article("a", one), _article("b", two)])
    first = material.where["a"]
    found = []
    for i, j in pairs:
        a, b = material.statements[i], material.statements[j]
        if a.article != first:
            a, b = b, a
        found.append(a.article != b.article and (a.claim.sentence, b.claim.sentence) in links)
    if not pairs:
        return None
    labels = np.array(found, dtype=float)
    learn = np.array([_apart(material, p) for p in pairs])
    return Aligned(name, material, pairs, features, labels, learn, labels.copy())


def abcd(docs: Path, links: Path, most: int) -> Iterator[Aligned]:
    """ABCD-Link: pairs of documents with linked sentences."""
    texts = {d["doc"]: [s["text"] for s in d["sents"]] for d in map(json.loads, docs.open(encoding="utf-8"))}
    for line in itertools.islice(links.open(encoding="utf-8"), most):
        row = json.loads(line)
        made = linked(row["doc1"], texts[row["doc1"]], texts[row["doc2"]], {(i, j) for i, j in row["links"]})
        if made:
            yield made


def superpal(path: Path) -> Iterator[Aligned]:
    """SuperPAL: a summary's and a document's sentences that hold one proposition."""
    for row in map(json.loads, path.open(encoding="utf-8")):
        made = linked(row["story"], row["summary_sents"], row["doc_sents"], {(i, j) for i, j in row["links"]})
        if made:
            yield made
