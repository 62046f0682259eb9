"""Stretches of a sentence that may be a title: where they can begin and end, and how good each is."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from reader.comparison.facts.edges import edges
from reader.comparison.facts.lexicon import is_verb, words_of
from reader.comparison.facts.words import Word, stem, words
from reader.document.span import Span

LIMIT = 88
"""Characters a title may have."""
GOOD = 64
"""Characters up to which a title costs nothing: two lines of the panel."""
SHORT = 3
"""Fewer words than this say too little."""
LONGEST = 120
"""Words before and behind a claim's first one that are looked at."""
WEIGHT = 2.0
"""How much it counts that the words begin and end a statement."""
UNLIKELY = math.log(0.07)
"""Words that begin or end a statement less likely than this do so in no title, but for the claim's own edges."""
LIKELY = math.log(0.5)
"""A title may end even on "like" or "in" where a statement ends this likely."""
LATE, MOST_LATE = 0.1, 10
"""What it costs a title to begin behind the claim's first word, for so many words at most."""
FOREIGN = 0.3
"""What each word costs a title that is not the claim's."""
COVERED = 0.7
"""A title of which less than half is the claim's has this part of the claim at least."""
MOST_SCORE = 6.5
"""What the words of a stretch, whatever they are, add at most to what its edges are worth."""
SHARED = 1.0
"""What it can be worth to a title that other reports share its words."""
NOUN = 5
"""Words that a name or a noun with its article has at most."""
SAYING = frozenset({"said", "says", "told", "reported", "according"})
_RELATIVE = frozenset({"who", "which", "that"})
_PAIRS = (('"', '"'), ("“", "”"), ("(", ")"))
_INSIDE = tuple(".,!?")
"""Marks that may stand before one that closes a quotation."""
_MARK = re.compile(r'["“”()]')


class Counts(NamedTuple):
    """The figures of a sentence: those of the fact, with their qualifiers, and the others."""

    own: tuple[Span, ...] = ()
    others: tuple[Span, ...] = ()


class Cut(NamedTuple):
    """A candidate: its words in the article, their stems, and how good a title they make."""

    score: float
    span: Span
    stems: frozenset[str]


def cuts(text: str, sentence: Span, claim: Span, counts: Counts, within: Span) -> list[Cut]:
    """The stretches of a sentence that fit a title and are about a claim, each with its score.

    They begin and end where the words may begin and end a statement, no further out than ``within``.
    """
    listed, begins, ends = _window(text, sentence, claim)
    own = [claim.start <= w.start < claim.end for w in listed]
    if not any(own):
        return []
    first, last = own.index(True), len(own) - 1 - own[::-1].index(True)
    before = [0, *accumulate(own)]
    starts = _starts(text, listed, begins, first, within.start, counts.own)
    stops = _stops(text, listed, ends, first, last, within.end)
    pairs = []
    for i, start in starts.items():
        for j, stop in stops.items():
            told, size = before[j + 1] - before[i], j - i + 1
            if size >= SHORT and listed[j].end - listed[i].start <= LIMIT and (
                2 * told >= size or told >= COVERED * before[-1]
            ):
                pairs.append((start + stop - FOREIGN * (size - told), i, j))
    return _scored(text, listed, sorted(pairs, reverse=True), counts)


def _scored(
    text: str, listed: Sequence[Word], pairs: Sequence[tuple[float, int, int]], counts: Counts
) -> list[Cut]:
    """The stretches from word to word, best edges first, as long as one may still be the title."""
    made: list[Cut] = []
    least = -math.inf
    for worth, i, j in pairs:
        if worth + MOST_SCORE < least:
            break
        run = listed[i : j + 1]
        span = _with_marks(text, Span(run[0].start, run[-1].end))
        if len(span) <= LIMIT:
            kept = frozenset(stem(w.key) for w in run if w.key not in words_of("function"))
            made.append(Cut(worth + _score(text, run, span, counts), span, kept))
            least = max(least, made[-1].score - SHARED)
    return made


def _window(text: str, sentence: Span, claim: Span) -> tuple[list[Word], Sequence[float], Sequence[float]]:
    """The words of a sentence around a claim, and how likely they begin and end a statement."""
    listed, (begins, ends) = words(text, sentence), edges(text, sentence)
    at = next((n for n, w in enumerate(listed) if w.start >= claim.start), 0)
    part = slice(max(0, at - LONGEST), at + LONGEST)
    return listed[part], begins[part], ends[part]


def _starts(
    text: str, listed: Sequence[Word], begins: Sequence[float], first: int, earliest: int, numbers: Sequence[Span]
) -> dict[int, float]:
    """The words that may open a title, and what that costs; ``first`` is the claim's first word."""
    starts: dict[int, float] = {}
    marked = {listed[first].start, *(n.start for n in numbers)}
    for i, (word, near) in enumerate(zip(listed, begins, strict=True)):
        own = word.start in marked
        if word.start >= earliest and (own or (near >= UNLIKELY and not _inside(text, listed, i))):
            at = i
            while at + 1 < len(listed) and _opens(text, listed, at):
                at += 1
            cost = LATE * min(max(0, at - first), MOST_LATE)
            starts[at] = max(starts.get(at, -math.inf), WEIGHT * max(near, UNLIKELY) - cost)
    told = _antecedent(text, listed[:first])
    if told is not None and listed[told].start >= earliest:
        starts[told] = max(starts.get(told, -math.inf), WEIGHT * LIKELY)
    return starts


def _antecedent(text: str, before: Sequence[Word]) -> int | None:
    """The first word of the name or noun that a relative clause behind these words is about: "Maja Lind, who"."""
    if len(before) < 2 or before[-1].key not in _RELATIVE:
        return None
    at = len(before) - 2
    named = text[before[at].start].isupper()
    if named and before[-1].key == "that":  # "warned Iran that it would"
        return None
    for n in range(at, max(-1, at - NOUN), -1):
        if named and not text[before[n].start].isupper():
            return n + 1
        if not named and before[n].key in words_of("determiner"):
            return n
    return None


def _inside(text: str, listed: Sequence[Word], at: int) -> bool:
    """Is a word in the middle of a phrase ("on | Friday", "Holm and | Lind"), or all of what a comma closes?"""
    if not at:
        return False
    before, word = listed[at - 1], listed[at]
    if before.key in ("and", "or") and at > 1 and text[word.start].isupper() and text[listed[at - 2].start].isupper():
        return text[listed[at - 2].end : word.start].split() == [text[before.start : before.end]]
    holds = before.key in words_of("border") or before.key in words_of("determiner")
    if holds and before.key not in words_of("clause") and text[before.start].islower():
        return text[before.end : word.start].isspace()
    return text[word.end : word.end + 1] == ","


def _opens(text: str, listed: Sequence[Word], at: int) -> bool:
    """Is a word one that a title leaves out in front ("However, …", "But …")?"""
    return listed[at].key in words_of("opener") and not _dates(text, listed, at)


def _stops(
    text: str, listed: Sequence[Word], ends: Sequence[float], first: int, last: int, latest: int
) -> dict[int, float]:
    """The words that may close a title, and what that costs; the claim is from ``first`` to ``last``."""
    stops: dict[int, float] = {}
    for j in range(first, len(listed)):
        word, near = listed[j], ends[j] if j != last else max(ends[j], UNLIKELY)
        if near < UNLIKELY or word.end > latest:
            continue
        if near >= LIKELY or not _dangles(text, listed, j):
            stops[j] = WEIGHT * near
    return stops


def _dangles(text: str, listed: Sequence[Word], at: int) -> bool:
    """Does a word ask for another one behind it: "of", "the", "despite finishing | with"?"""
    word = listed[at]
    if _participle(word.key) and at + 1 < len(listed) and listed[at + 1].key in words_of("border"):
        return text[word.end : listed[at + 1].start].isspace()
    return word.key in words_of("dangling") and text[word.start].islower()  # not "in May", not "the US"


def _headless(first: str) -> bool:
    """Has a clause with this first word no subject of its own?"""
    return is_verb(first) or first in words_of("border") or _participle(first)


def _participle(word: str) -> bool:
    return len(word) > 5 and word.endswith("ing") and word not in words_of("border")


def _dates(text: str, listed: Sequence[Word], at: int) -> bool:
    """Does an opening word date the clause with the next one ("Earlier Tuesday", "later this week")?"""
    if listed[at].key not in ("earlier", "later") or at + 1 == len(listed):
        return False
    beside = text[listed[at].end : listed[at + 1].start].isspace()
    return beside and (listed[at + 1].key == "this" or text[listed[at + 1].start].isupper())


def _score(text: str, run: Sequence[Word], span: Span, counts: Counts) -> float:
    """Figure and verb inside, a name or figure in front, long enough to be understood, no mark cut apart."""
    verb = _main_verb(run)
    figure = not counts.own or any(span.contains(n) for n in counts.own)
    score = 2.5 * verb + 2.0 * figure + min(len(run), 9) / 6
    score -= 3.0 * sum(span.contains(n) for n in counts.others)  # they have rows of their own
    first = text[run[0].start]
    score += 0.4 * (first.isupper() or first.isdigit())
    score -= 2.2 * (run[0].key in words_of("pointing")) + 3.0 * (_headless(run[0].key) and first.islower())
    score -= 0.04 * max(0, len(span) - GOOD)
    score -= 0.25 * sum(text.count(mark, span.start, span.end) for mark in ",;") + 1.5 * _cut_apart(text, run)
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
    if _MARK.search(text, max(0, span.start - 1), span.end + 2) is None:
        return span
    for first, last in _PAIRS:
        if _open(text, span, (first, last)):
            closed = span.end + (text[span.end : span.end + 1] in _INSIDE)
            if text[closed : closed + 1] == last and first in span.of(text):
                return Span(span.start, closed + 1)
            if span.start and text[span.start - 1] == first and last in span.of(text):
                return Span(span.start - 1, span.end)
    return span


def _open(text: str, span: Span, marks: tuple[str, str]) -> bool:
    """Is a pair of marks cut apart?"""
    first, last = (text.count(mark, span.start, span.end) for mark in marks)
    return bool(first % 2) if marks[0] == marks[1] else first != last
