"""Exact F1 of a model on documents that it has not learnt from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pycrfsuite

from reader.analysis.entities.consistency import settle
from reader.analysis.entities.features import features
from reader.analysis.entities.tagger import Name, decode
from reader.training.entities.data import Document

KINDS = ("PER", "ORG", "LOC", "NORP")
Mark = tuple[int, Name]
"""A name and the number of its paragraph."""


def measure(documents: Sequence[Document], model: Path) -> str:
    """Two lines: the tagger alone, and with the pass over the whole article. Other kinds of gold are neutral."""
    tagger = pycrfsuite.Tagger()
    tagger.open(str(model))
    alone: Counter[tuple[str, str]] = Counter()
    settled: Counter[tuple[str, str]] = Counter()
    for document in documents:
        paragraphs = [tokens for tokens, _ in document.paragraphs]
        gold = _marks([decode(labels) for _, labels in document.paragraphs])
        found = [decode(tagger.tag(rows)) for rows in features(paragraphs)]
        _count(alone, gold, _marks(found))
        _count(settled, gold, _marks(settle(paragraphs, found)))
    return f"tagger:  {_line(alone)}\narticle: {_line(settled)}"


def _marks(names: Sequence[Sequence[Name]]) -> set[Mark]:
    return {(at, name) for at, line in enumerate(names) for name in line}


def _count(counts: Counter[tuple[str, str]], gold: set[Mark], found: set[Mark]) -> None:
    neutral = {(at, i) for at, name in gold if name.kind not in KINDS for i in range(name.first, name.last)}
    for _, name in gold:
        counts[name.kind, "gold"] += 1
    for at, name in found:
        if (at, name) in gold:
            counts[name.kind, "right"] += 1
        elif any((at, i) in neutral for i in range(name.first, name.last)):
            continue
        counts[name.kind, "found"] += 1


def _line(counts: Counter[tuple[str, str]]) -> str:
    right, found, gold = (sum(counts[kind, what] for kind in KINDS) for what in ("right", "found", "gold"))
    each = (f"{k} {_f1(counts[k, 'right'], counts[k, 'found'], counts[k, 'gold']):.3f}" for k in KINDS)
    both = f"P {right / max(1, found):.4f}  R {right / max(1, gold):.4f}"
    return f"F1 {_f1(right, found, gold):.4f}  {both}  {'  '.join(each)}"


def _f1(right: int, found: int, gold: int) -> float:
    return 2 * right / (found + gold) if found + gold else 0.0
