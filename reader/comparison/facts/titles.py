"""A fact's title: words of one source, cut at clause borders to at most 60 characters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.analysis.reading import Reading
from reader.comparison.facts.lexicon import words_of
from reader.comparison.facts.words import Word, stems, words
from reader.comparison.model import Report
from reader.document.span import Span

LIMIT = 60
"""Characters a title may have."""
SHORT = 3
"""Fewer words than this say too little."""
_CLOSING = ".,;:?!—–-\"'“”‘’«» "
_BREAKS = ",;:—–()"


class Cut(NamedTuple):
    """A candidate: its words in the article and how good a title they make."""

    score: float
    article: str
    span: Span


def title(reports: Sequence[Report], readings: dict[str, Reading] | None, texts: dict[str, str]) -> tuple[str, Span]:
    """Article and span of the best title among the evidence of all reports; a first stretch of words at the worst."""
    best: Cut | None = None
    told = [(r, e) for r in reports for e in r.evidence]
    common = [stems(texts[r.article], e.claim) for r, e in told]
    for report, evidence in told:
        text = texts[report.article]
        numbers = [f.number for f in report.figures]
        inside = evidence.claim if len(evidence.claim) else evidence.span
        reading = readings[report.article] if readings else None
        for cut in cuts(text, _content(reading, inside), numbers):
            said = stems(text, cut.span)
            shared = sum(len(said & c) / (len(said) or 1) for c in common) / len(common)
            first = 0.25 if evidence is report.evidence[0] else 0.0
            scored = cut._replace(score=cut.score + shared + first, article=report.article)
            if best is None or _order(scored, texts) < _order(best, texts):
                best = scored
    if best is None:
        report = reports[0]
        return report.article, _stretch(texts[report.article], report.evidence[0].claim or report.evidence[0].span)
    return best.article, best.span


def _order(cut: Cut, texts: dict[str, str]) -> tuple[float, str]:
    return -round(cut.score, 6), cut.span.of(texts[cut.article])


def _content(reading: Reading | None, claim: Span) -> Span:
    """What was said, without who said it: a title tells the fact and not its messenger."""
    said = reading.attribution_of(claim) if reading else None
    if said and said.content.overlaps(claim):
        inside = Span(max(said.content.start, claim.start), min(said.content.end, claim.end))
        if 2 * len(inside) >= len(claim) or len(inside) > LIMIT // 2:
            return inside
    return claim


def cuts(text: str, claim: Span, numbers: Sequence[Span]) -> list[Cut]:
    """Every stretch of a claim from a clause's first word to a border that fits a title, with its score."""
    listed = words(text, claim)
    made = []
    for i in _starts(text, listed, claim):
        for j in range(i + SHORT - 1, len(listed)):
            span = Span(listed[i].start, listed[j].end)
            if len(span) > LIMIT:
                break
            if listed[j].key in words_of("dangling"):
                continue
            border = _border(text, listed, j)
            if border:
                made.append(Cut(_score(text, listed[i : j + 1], span, border, numbers, i), "", span))
    return made


def _starts(text: str, listed: Sequence[Word], claim: Span) -> list[int]:
    """The words that may open a title: the claim's first one, and the first one behind each break or joining word."""
    starts = []
    for i, word in enumerate(listed):
        before = text[listed[i - 1].end : word.start] if i else text[claim.start : word.start]
        broken = not i or any(c in _BREAKS or c in '"“”' for c in before)
        opened = i and listed[i - 1].key in words_of("clause")
        if broken or opened:
            at = i
            while at < len(listed) and listed[at].key in words_of("opener"):
                at += 1
            if at < len(listed) and at not in starts:
                starts.append(at)
    return starts


def _border(text: str, listed: Sequence[Word], j: int) -> float:
    """How good an end word ``j`` is: 1 before punctuation or the claim's end, .75 before a clause, else 0."""
    if j + 1 == len(listed):
        return 1.0
    behind = text[listed[j].end : listed[j + 1].start]
    if any(c in _BREAKS for c in behind) or "\n" in behind:
        return 1.0
    if any(c in '"“”' for c in behind):
        return 0.5
    following = listed[j + 1].key
    if following in words_of("clause"):
        return 0.75
    return 0.45 if following in words_of("border") else 0.0


def _score(text: str, run: Sequence[Word], span: Span, border: float, numbers: Sequence[Span], start: int) -> float:
    """Figure and verb inside, a good end, a name or figure in front, long enough to be understood."""
    verb = any(is_verb(w.key) for w in run[1:])
    figure = not numbers or any(span.contains(n) for n in numbers)
    score = 1.5 * border + 1.5 * verb + 2.0 * figure + min(len(run), 9) / 9
    first = text[run[0].start]
    score += 0.4 * (first.isupper() or first.isdigit()) - 0.05 * min(start, 10)
    if run[0].key in words_of("pointing"):
        score -= 1.0
    if is_verb(run[0].key):
        score -= 0.7
    return score - 0.8 * sum(_open(text, span, marks) for marks in ('""', "“”", "()"))


def _open(text: str, span: Span, marks: str) -> bool:
    """Is a pair of marks cut apart?"""
    first, last = (text.count(mark, span.start, span.end) for mark in marks)
    return bool(first % 2) if marks[0] == marks[1] else first != last


def is_verb(key: str) -> bool:
    """Is a folded word a finite verb by the look of it?"""
    return key in words_of("verb") or (len(key) > 4 and key.endswith("ed"))


def _stretch(text: str, span: Span) -> Span:
    """The first words of a passage that fit, where no clause does; never half a word unless there is only one."""
    listed = words(text, span)
    if not listed:
        return Span(span.start, min(span.end, span.start + LIMIT))
    start = end = listed[0].start
    good = 0
    for word in listed:
        if word.end - start > LIMIT:
            break
        end = word.end
        if word.key not in words_of("dangling"):
            good = end
    return Span(start, good or end if end > start else min(span.end, start + LIMIT))
