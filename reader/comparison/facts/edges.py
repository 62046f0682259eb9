"""Where statements begin and end within a sentence: a log-linear model over the words and marks around each word.

Learnt from statements that were marked by hand in news (``python -m reader.training edges``). No parser: it knows the
words, their endings and shapes, the marks between them, how far the next marks are, and where verbs stand.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from reader.analysis import packed
from reader.comparison.facts.lexicon import is_verb
from reader.comparison.facts.words import Word, words
from reader.document.span import Span

KINDS = (
    "word -2", "word 2", "word, end 1", "word -1, end", "mark, word", "word, mark 1", "mark, word -1", "mark 1, word 1",
    "marks and shapes", "from mark, to mark", "from start, to end", "mark, verbs, word",
)  # fmt: skip
"""The kinds of features, in the order of ``features``: what stands at a word, or so many words before or behind it. A
mark with a number stands before that word."""
CERTAIN = 2.0
"""Log odds that a sentence's first word begins a statement and its last one ends one, at least."""
_KEPT = 4096
"""So many sentences are kept looked through: a story has many rows of one sentence."""
_PAD = 2
_FAR, _EDGE = 7, 5
"""Distances in words are counted so far: to a mark, to the sentence's edges."""
_CLAUSE = frozenset(",;:—–()\"“”")
"""Behind one of these marks a verb before it is no longer heard."""
_NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve dozen dozens hundred hundreds thousand "
    "thousands".split()
)


class Edges(NamedTuple):
    """For each word of a sentence, as ``words`` cuts it, the log probability that it begins or ends a statement."""

    begins: tuple[float, ...]
    ends: tuple[float, ...]


class Model:
    """Weights of both edges by kind of feature and feature."""

    def __init__(self, raw: Mapping[str, Any]) -> None:
        self._bias = tuple(float(raw[name]["bias"]) for name in ("begin", "end"))
        tables = [packed.unpack(raw[name]["weights"]) for name in ("begin", "end")]
        self._tables = [_both(*(t.get(kind, {}) for t in tables)) for kind in KINDS]

    def odds(self, rows: Sequence[Sequence[str]]) -> list[tuple[float, float]]:
        """The log odds of both edges for the features of each word."""
        out = []
        for row in rows:
            begin, end = self._bias
            for known, feature in zip(self._tables, row, strict=True):
                if feature in known:
                    one, two = known[feature]
                    begin += one
                    end += two
            out.append((begin, end))
        return out


def _both(begin: Mapping[str, float], end: Mapping[str, float]) -> dict[str, tuple[float, float]]:
    return {f: (begin.get(f, 0.0), end.get(f, 0.0)) for f in {**begin, **end}}


@cache
def load() -> Model:
    """The shipped weights."""
    path = Path(__file__).parent.parent / "weights" / "edges.json"
    return Model(json.loads(path.read_text("utf-8")))


@lru_cache(_KEPT)
def edges(text: str, sentence: Span) -> Edges:
    """Where statements begin and end among the words of a sentence."""
    odds = load().odds(list(features(text, words(text, sentence))))
    begins, ends = [b for b, _ in odds], [e for _, e in odds]
    if odds:
        begins[0], ends[-1] = max(begins[0], CERTAIN), max(ends[-1], CERTAIN)
    return Edges(tuple(map(_log, begins)), tuple(map(_log, ends)))


def _log(odds: float) -> float:
    """Log odds as a log probability."""
    return -math.log1p(math.exp(-odds))


def features(text: str, listed: Sequence[Word]) -> Iterator[tuple[str, ...]]:
    """The features of each word of a sentence, one of each of ``KINDS``."""
    key = ["^"] * _PAD + [w.key for w in listed] + ["$"] * _PAD
    end = [k[-3:] if len(k) > 4 else k for k in key]
    shape = ["^"] * _PAD + [_shape(text, w) for w in listed] + ["$"] * _PAD
    mark = _marks(text, listed)
    verb = [is_verb(k) for k in key]
    behind = _behind(mark, verb)
    start, last = _PAD, len(listed) + _PAD - 1
    since, had = 0, "0"
    for i in range(start, last + 1):
        k, before, after = key[i], mark[i], mark[i + 1]
        if before in _CLAUSE:
            since, had = 0, "0"
        to, ahead = behind[i]
        yield (
            key[i - 2], key[i + 2], f"{k} {end[i + 1]}", f"{key[i - 1]} {end[i]}",
            before + k, f"{k} {after}", f"{before} {key[i - 1]}", f"{after} {key[i + 1]}",
            f"{before}{shape[i - 1]}{shape[i]}{shape[i + 1]}{after}", f"{since}{to}",
            f"{i - start if i - start < _EDGE else _EDGE}{last - i if last - i < _EDGE else _EDGE}",
            f"{before}{had}{ahead}{k}",
        )  # fmt: skip
        if since < _FAR:
            since += 1
        if verb[i]:
            had = "1"


def _marks(text: str, listed: Sequence[Word]) -> list[str]:
    """The first mark between each word and the one before it, one more behind the last; padded as the words are."""
    between = [_between(text, a, b) for a, b in pairwise(listed)]
    return [""] * _PAD + ["^", *between, "$", "", ""]


def _between(text: str, one: Word, two: Word) -> str:
    """The first mark between two words; the apostrophe of "the farmers' protest" is none."""
    if two.start - one.end == 1 and text[one.end] == " ":  # as nearly everywhere
        return ""
    found = text[one.end : two.start].split()
    possessive = found in (["’"], ["'"]) and text[one.end - 1] in "sS"
    return "" if not found or possessive else found[0][0]


def _behind(mark: Sequence[str], verb: Sequence[bool]) -> list[tuple[int, str]]:
    """For each place, how far the next mark is, and whether a verb ("v"), a mark ("p") or neither comes first."""
    out = [(0, "n")] * len(verb)
    far, ahead = 0, "n"
    for i in range(len(verb) - _PAD - 1, _PAD - 1, -1):
        if mark[i + 1]:
            far, ahead = 0, "p"
        out[i] = far, ahead
        if far < _FAR:
            far += 1
        if verb[i]:
            ahead = "v"
    return out


def _shape(text: str, word: Word) -> str:
    """A number, a capital, or small letters."""
    key = word.key
    if key in _NUMBERS or key[0].isdigit() or key[-1].isdigit():
        return "N"
    return "U" if text[word.start].isupper() else "l"
