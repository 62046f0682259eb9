"""A fact's title: words of one source that make a statement, some 64 characters, a few more for a whole one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from reader.analysis.reading import Attribution, Reading
from reader.comparison.facts.cuts import LIMIT, Counts, cuts
from reader.comparison.facts.lexicon import words_of
from reader.comparison.facts.loaded import IRREGULAR
from reader.comparison.facts.words import stem, stems, words
from reader.comparison.model import Evidence, Report
from reader.document.span import Span

MOST = 12
"""Sentences of all reports, above which only the best of each is looked at."""
EVIDENCE = 2
"""Sentences of each report that are looked at."""


def title(reports: Sequence[Report], readings: Mapping[str, Reading]) -> tuple[str, Span]:
    """Article and span of the best title among the evidence of the reports; a first stretch of words at the worst."""
    best: tuple[float, str, str, Span] | None = None
    told = [(r, e) for r in reports for e in r.evidence[:EVIDENCE]]
    if len(told) > MOST:
        told = [(r, r.evidence[0]) for r in reports]
    common = [stems(readings[r.article].text, e.claim) for r, e in told]
    for report, evidence in told:
        reading = readings[report.article]
        first = 0.6 if evidence is report.evidence[0] else 0.0
        content, within = _content(reading, evidence)
        for cut in cuts(reading.text, evidence.span, content, _counts(report, evidence, reading), within):
            shared = sum(len(cut.stems & c) for c in common) / (len(cut.stems) or 1) / len(common)
            found = (-round(cut.score + shared + first, 6), cut.span.of(reading.text), report.article, cut.span)
            if best is None or found[:2] < best[:2]:
                best = found
    if best:
        return best[2], best[3]
    evidence = reports[0].evidence[0]
    return reports[0].article, _stretch(readings[reports[0].article].text, evidence.claim or evidence.span)


def _counts(report: Report, evidence: Evidence, reading: Reading) -> Counts:
    """The figures of a report's sentence; where the fact has none, it does not matter which."""
    own = tuple(f.span for f in report.figures)
    if not own:
        return Counts()
    inside = (f.number for f in reading.figures if evidence.span.contains(f.number) and f not in report.figures)
    return Counts(own, tuple(inside))


def _content(reading: Reading, evidence: Evidence) -> tuple[Span, Span]:
    """What was said, without who said it, and how far a title may reach out of it: a title tells the fact and not its
    messenger."""
    claim, sentence = evidence.claim, evidence.span
    said = reading.attribution_of(claim)
    if not said or not said.content.overlaps(claim) or not _plain(said, reading):
        return claim, sentence
    within = _outside(said, claim, sentence)
    inside = Span(max(within.start, claim.start), min(within.end, claim.end))
    return (inside if 2 * len(inside) >= len(claim) or len(inside) > LIMIT // 2 else claim), within


def _outside(said: Attribution, claim: Span, sentence: Span) -> Span:
    """The part of a sentence that holds most of a claim and not who said it; more than what is in quotation marks where
    nothing else stands beside it ("the attack was “a crime”, he said")."""
    frame = [s for s in (said.cue, said.speaker and said.speaker.span, said.to, said.via and said.via.span) if s]
    inside = sorted(s for s in frame if sentence.contains(s))
    starts = [sentence.start, *(s.end for s in inside)]
    ends = [*(s.start for s in inside), sentence.end]
    parts = [Span(a, b) for a, b in zip(starts, ends, strict=True) if a < b]
    best = max(parts, key=lambda part: part.overlap(claim), default=sentence)
    first = said.content.start
    return Span(first, best.end) if best.start > sentence.start and best.start <= first < best.end else best


def _plain(said: Attribution, reading: Reading) -> bool:
    """Is it said and no more? "accused Hamas of abusing a deal" loses its sense without its verb."""
    keys = [w.key for w in words(reading.text, said.cue)] if said.cue else []
    return not keys or any(stem(IRREGULAR.get(k, k)) in _neutral() for k in keys)


@cache
def _neutral() -> frozenset[str]:
    return frozenset(stem(verb) for verb in (*words_of("neutral"), "according"))


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
