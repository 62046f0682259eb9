"""Articles of one story with the very same text: compared once, told of all.

A copy is no evidence. If it took part in the comparison, its words would weigh less and its claims would seem
confirmed; so the rows of a story are the same with and without it, but for one more report in each row of the article
it copies.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from reader.analysis.reading import Reading
from reader.comparison.facts.verdicts import verdict
from reader.comparison.facts.words import words
from reader.comparison.model import Fact, Join, Nearest, Passage, Report, SameWording

Doubles = Mapping[str, tuple[str, ...]]
"""The id of the article that is compared -> the ids of those with the same text."""


def without(readings: Sequence[Reading]) -> tuple[list[Reading], dict[str, tuple[str, ...]]]:
    """The readings with each text once, and which articles were left out for it."""
    first: dict[str, str] = {}
    kept, left = list[Reading](), dict[str, tuple[str, ...]]()
    for reading in readings:
        text, key = reading.text, reading.article.id
        if text in first:
            left[first[text]] = (*left.get(first[text], ()), key)
        else:
            first[text] = key
            kept.append(reading)
    return kept, left


def told(facts: Sequence[Fact], readings: Sequence[Reading], left: Doubles) -> tuple[Fact, ...]:
    """The facts with the reports of the articles that were left out, in the order of the readings."""
    if not left:
        return tuple(facts)
    by_id = {r.article.id: r for r in readings}
    return tuple(_fact(fact, by_id, left) for fact in facts)


def _fact(fact: Fact, readings: Mapping[str, Reading], left: Doubles) -> Fact:
    reports = {r.article: r for r in fact.reports}
    joins = list(fact.joins)
    for original, copies in left.items():
        own = reports[original]
        reports |= {copy: _report(own, readings[copy]) for copy in copies}
        if not own.silent:
            claim = own.evidence[0].claim
            joins += [Join(original, claim, copy, claim, 1.0, "the same text") for copy in copies]
    ordered = tuple(reports[key] for key in readings)
    differences = tuple(
        replace(d, between=tuple(_with(group, left) for group in d.between)) for d in fact.differences
    )
    return replace(
        fact,
        reports=ordered,
        verdict=verdict(sum(not r.silent for r in ordered), len(ordered), differences),
        differences=differences,
        same_wording=_same_wording(fact, readings, left),
        joins=tuple(joins),
        origins=tuple(_with(group, left) for group in fact.origins),
    )


def _report(original: Report, copy: Reading) -> Report:
    """The report of a copy; its dates may have other values, as it may have been published on another day."""
    dates = {d.span: d for d in copy.dates}
    key, near = copy.article.id, original.nearest
    return replace(
        original,
        article=key,
        dates=tuple(dates.get(d.span, d) for d in original.dates),
        nearest=replace(near, article=key) if near else None,
    )


def _with(articles: Sequence[str], left: Doubles) -> tuple[str, ...]:
    """Some articles, each with its copies."""
    return tuple(one for article in articles for one in (article, *left.get(article, ())))


def _same_wording(fact: Fact, readings: Mapping[str, Reading], left: Doubles) -> tuple[SameWording, ...]:
    """The runs with the copies that have them too; where there was none, the sentence that the copies share."""
    out = []
    for run in fact.same_wording:
        spans = {one: span for article, span in run.spans.items() for one in (article, *left.get(article, ()))}
        out.append(SameWording(tuple(k for k in readings if k in spans), run.words, spans))
    for report in fact.reporting:
        if report.article in left and not any(report.article in run.articles for run in out):
            span = report.evidence[0].span
            spans = dict.fromkeys((report.article, *left[report.article]), span)
            out.append(SameWording(tuple(spans), len(words(readings[report.article].text, span)), spans))
    return tuple(out)


def nearest(found: Sequence[Nearest], left: Doubles) -> tuple[Nearest, ...]:
    """Every sentence of a copy is near to what its original is near to, and nearest to itself."""
    out = []
    for entry in found:
        family = (entry.article, *left.get(entry.article, ()))
        others = dict(entry.others)
        for other, passages in entry.others.items():
            for double in left.get(other, ()):
                others[double] = tuple(replace(p, article=double) for p in passages)
        for member in family:
            same = {d: (Passage(d, entry.span, 1.0),) for d in family if d != member}
            out.append(Nearest(member, entry.span, dict(sorted((others | same).items()))))
    return tuple(out)
