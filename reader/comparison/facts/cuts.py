"""Stretches of a claim that may be a title: where they can begin and end, and how good each is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from reader.comparison.facts.lexicon import words_of
from reader.comparison.facts.words import Word, stem, words
from reader.document.span import Span

LIMIT = 88
"""Characters a title may have."""
GOOD = 64
"""Characters up to which a title costs nothing: two lines of the panel."""
SHORT = 3
"""Fewer words than this say too little."""
LONGEST = 120
"""Words of a claim that are looked at."""
LATE, MOST_LATE = 0.12, 10
"""What it costs a title to begin behind the claim's first word, for so many words at most."""
NOUN = 5
"""Words that a name or a noun with its article has at most."""
BEFORE = 0.3
"""What it costs a title to begin before its claim."""
SAYING = frozenset({"said", "says", "told", "reported", "according"})
_BREAKS = ",;:—–()"
_RELATIVE = frozenset({"who", "which", "that"})
_SUBORDINATE = frozenset("since after before when while because although though until as where".split())
_PAIRS = (('"', '"'), ("“", "”"), ("(", ")"))
_MARK = re.compile(r'["“”()]')


class Cut(NamedTuple):
    """A candidate: its words in the article, their stems, and how good a title they make."""

    score: float
    span: Span
    stems: frozenset[str]


def cuts(text: str, claim: Span, numbers: Sequence[Span], earliest: int) -> list[Cut]:
    """Every stretch of a claim from a clause's first word to a border that fits a title, with its score.

    Where a claim begins without its subject ("…, who were released"), stretches from before it, at ``earliest`` and
    later, are candidates too, as long as most of their words are the claim's.
    """
    listed = words(text, claim)[:LONGEST]
    made = _from(text, listed, _starts(text, listed, claim, numbers), 0, numbers)
    if listed and earliest < claim.start and _headless(listed[0].key) and not _participle(listed[0].key):
        before = words(text, Span(earliest, claim.start))
        both = [*before, *listed]
        starts = _starts(text, both, Span(earliest, claim.end), ())
        if (told := _antecedent(text, before)) is not None:
            starts.setdefault(told, 0.0)
        early = {i: cost + LATE * min(i, MOST_LATE) - BEFORE for i, cost in starts.items() if i < len(before)}
        made += _from(text, both, early, len(before), numbers)
    return made


def _antecedent(text: str, before: Sequence[Word]) -> int | None:
    """The first word of the name or noun that a relative clause behind these words is about: "Maja Lind, who"."""
    if len(before) < 2 or before[-1].key not in _RELATIVE:
        return None
    at = len(before) - 2
    named = text[before[at].start].isupper()
    for n in range(at, max(-1, at - NOUN), -1):
        if named and not text[before[n].start].isupper():
            return n + 1
        if not named and before[n].key in words_of("determiner"):
            return n
    return None


def _headless(first: str) -> bool:
    """Has a clause with this first word no subject of its own?"""
    return is_verb(first) or first in words_of("border") or _participle(first)


def _participle(word: str) -> bool:
    return len(word) > 5 and word.endswith("ing") and word not in words_of("border")


def _from(
    text: str, listed: Sequence[Word], starts: Mapping[int, float], before: int, numbers: Sequence[Span]
) -> list[Cut]:
    """The stretches from some words to each border; the claim begins behind the first ``before`` words of the list."""
    made = []
    ends = [(j, border) for j in range(before, len(listed)) if (border := _border(text, listed, j))]
    for i, start in starts.items():
        least = max(max(i, before) + SHORT, 2 * before - i) - 1
        for j, border in ends:
            if j < least:
                continue
            if listed[j].end - listed[i].start > LIMIT:
                break
            span = _with_marks(text, Span(listed[i].start, listed[j].end))
            if len(span) <= LIMIT:
                run = listed[i : j + 1]
                kept = frozenset(stem(w.key) for w in run if w.key not in words_of("function"))
                score = start + 1.5 * border + _score(text, run, span, numbers)
                made.append(Cut(score, span, kept))
    return made


def _starts(text: str, listed: Sequence[Word], claim: Span, numbers: Sequence[Span]) -> dict[int, float]:
    """The words that may open a title, with what that costs: the claim's first, one behind a break or a joining word, a
    figure's first."""
    starts: dict[int, float] = {}
    for i, word in enumerate(listed):
        before = text[listed[i - 1].end : word.start] if i else text[claim.start : word.start]
        joined = i > 0 and listed[i - 1].key in words_of("clause")
        if not i or joined or any(c in _BREAKS or c in '"“”' for c in before):
            at = i
            while at < len(listed) and listed[at].key in words_of("opener") and not _dates(text, listed, at):
                at += 1
            listing = joined and listed[i - 1].key in ("and", "or") and not any(c in _BREAKS for c in before)
            inside = i > 0 and before.strip() == "," and not joined  # behind a comma alone seldom a clause begins
            starts.setdefault(at, -LATE * min(i, MOST_LATE) - 0.8 * listing - 0.5 * inside)
        elif any(word.start == n.start for n in numbers):
            starts.setdefault(i, -0.05 * min(i, MOST_LATE) - 0.1)
    return starts


def _dates(text: str, listed: Sequence[Word], at: int) -> bool:
    """Does an opening word date the clause with the next one ("Earlier Tuesday", "later this week")?"""
    if listed[at].key not in ("earlier", "later") or at + 1 == len(listed):
        return False
    beside = text[listed[at].end : listed[at + 1].start].isspace()
    return beside and (listed[at + 1].key == "this" or text[listed[at + 1].start].isupper())


def _border(text: str, listed: Sequence[Word], j: int) -> float:
    """How good an end word ``j`` is: 1 before punctuation or the claim's end, less before a joining word, else 0."""
    if listed[j].key in words_of("dangling") and text[listed[j].start].islower():  # not "in May", not "the US"
        return 0.0
    if j + 1 == len(listed):
        return 1.0
    behind = text[listed[j].end : listed[j + 1].start]
    if any(c in _BREAKS for c in behind) or "\n" in behind:
        return 1.0
    if any(c in '"“”' for c in behind):
        return 0.5
    following = listed[j + 1].key
    if is_verb(listed[j].key) and following in words_of("border") and following not in _SUBORDINATE:
        return 0.0
    if following in ("and", "or"):
        return 0.3
    if following in words_of("clause"):
        return 0.75
    if following == "of":  # "the release of the hostages" is one thing
        return 0.15
    return 0.45 if following in words_of("border") else 0.0


def _score(text: str, run: Sequence[Word], span: Span, numbers: Sequence[Span]) -> float:
    """Figure and verb inside, a name or figure in front, long enough to be understood, no mark cut apart."""
    verb = _main_verb(run)
    figure = not numbers or any(span.contains(n) for n in numbers)
    score = 1.5 * verb + 2.0 * figure + min(len(run), 9) / 6
    first = text[run[0].start]
    score += 0.4 * (first.isupper() or first.isdigit())
    score -= 1.6 * (run[0].key in words_of("pointing")) + 1.6 * (_headless(run[0].key) and first.islower())
    score -= 0.04 * max(0, len(span) - GOOD)
    score -= 0.25 * sum(text.count(mark, span.start, span.end) for mark in ",;") + 1.0 * _cut_apart(text, run)
    score -= 0.8 * any(w.key in SAYING for w in run)
    score -= 2.0 * (run[0].key in words_of("border"))
    if _MARK.search(text, span.start, span.end):
        score -= 2.2 * sum(_open(text, span, marks) for marks in _PAIRS)
    return score


def _cut_apart(text: str, run: Sequence[Word]) -> bool:
    """Is the only comma right before a verb ("Americans, can be released")? It closes what began outside."""
    commas = [w for v, w in pairwise(run) if "," in text[v.end : w.start]]
    return len(commas) == 1 and is_verb(commas[0].key)


def _main_verb(run: Sequence[Word]) -> bool:
    """Is there a verb behind the first word that is not the one of a relative clause ("the talks that were held")?"""
    at = next((n for n, w in enumerate(run) if n and w.key in _RELATIVE), len(run))
    if any(is_verb(w.key) for w in run[1:at]):
        return True
    verbs = [n for n, w in enumerate(run) if n > at and is_verb(w.key)]
    return len(verbs) > 1 and verbs[-1] - verbs[0] > 2


def _with_marks(text: str, span: Span) -> Span:
    """The span with the mark right at its edge that closes or opens a pair cut apart."""
    if _MARK.search(text, max(0, span.start - 1), span.end + 1) is None:
        return span
    for first, last in _PAIRS:
        if _open(text, span, (first, last)):
            if text[span.end : span.end + 1] == last and first in span.of(text):
                return Span(span.start, span.end + 1)
            if span.start and text[span.start - 1] == first and last in span.of(text):
                return Span(span.start - 1, span.end)
    return span


def _open(text: str, span: Span, marks: tuple[str, str]) -> bool:
    """Is a pair of marks cut apart?"""
    first, last = (text.count(mark, span.start, span.end) for mark in marks)
    return bool(first % 2) if marks[0] == marks[1] else first != last


def is_verb(key: str) -> bool:
    """Is a folded word a finite verb by the look of it?"""
    return key in words_of("verb") or (len(key) > 4 and key.endswith("ed"))
