"""Groups of claims into facts: one report an article, verdict, differences, title, relations, order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from reader.analysis.reading import Entity, Reading
from reader.comparison.alignment import Alignment
from reader.comparison.facts import differences, relations
from reader.comparison.facts.folding import Row
from reader.comparison.facts.importance import importance
from reader.comparison.facts.reports import Told, silent, tell
from reader.comparison.facts.rows import rows
from reader.comparison.facts.same_wording import shared_runs
from reader.comparison.facts.titles import title
from reader.comparison.facts.verdicts import verdict
from reader.comparison.facts.words import stems
from reader.comparison.independence import copied, origins
from reader.comparison.model import Evidence, Fact, Mark, Passage, Report, SharedOrigin


def make(
    readings: Sequence[Reading],
    aligned: Alignment,
    entities: Sequence[Entity],
    shared: Sequence[SharedOrigin] = (),
) -> tuple[Fact, ...]:
    """The facts of one story, most important first, with one report for each reading in the order given.

    ``shared`` says which articles have one origin.

    The result does not depend on the order of the readings or groups, but for the order of reports and groups of
    articles, which is that of the readings.
    """
    by_id = {r.article.id: r for r in readings}
    names = {e.id: e for e in entities}
    nearest = _nearest(aligned)
    made = [_fact(row, by_id, names, nearest, shared) for row in rows(aligned.groups, by_id)]
    made.sort(key=lambda f: _order(f, by_id))
    numbered = [replace(f, id=f"f{n}") for n, f in enumerate(made, 1)]
    linked = relations.link(numbered, by_id)
    return tuple(replace(f, relations=tuple(linked[f.id])) if f.id in linked else f for f in numbered)


def _order(fact: Fact, readings: Mapping[str, Reading]) -> tuple[float, str, tuple[str, ...]]:
    """Importance, then words, so that letters decide nothing."""
    said = sorted(e.claim.of(readings[r.article].text) for r in fact.reporting for e in r.evidence)
    return -fact.importance, fact.title, tuple(said)


def _nearest(aligned: Alignment) -> dict[tuple[str, int, int], dict[str, Passage]]:
    """The best passage of each other source, by article and sentence."""
    return {
        (n.article, n.span.start, n.span.end): {other: found[0] for other, found in n.others.items() if found}
        for n in aligned.nearest
    }


def _fact(
    row: Row,
    readings: Mapping[str, Reading],
    names: Mapping[str, Entity],
    nearest: Mapping[tuple[str, int, int], Mapping[str, Passage]],
    shared: Sequence[SharedOrigin],
) -> Fact:
    """One row worded."""
    said: dict[str, frozenset[str]] = {}
    for claim in row.claims:
        said[claim.article] = said.get(claim.article, frozenset()) | stems(readings[claim.article].text, claim.span)
    told = []
    for key in (k for k in readings if k in said):
        others = sorted((s for other, s in said.items() if other != key), key=sorted)
        told.append(tell(row, key, readings[key], names, others))
    by_article = {t.report.article: t for t in told}
    found, marks = differences.find(told, readings)
    reports = tuple(
        _marked(by_article[key].report, marks[key]) if key in by_article else silent(key, _passage(key, told, nearest))
        for key in readings
    )
    texts = {key: r.text for key, r in readings.items()}
    article, span = title([t.report for t in told], readings)
    runs = shared_runs(reports, texts, copied(shared)) if len(told) > 1 else ()
    return Fact(
        "",
        span.of(texts[article]),
        article,
        span,
        importance(reports, {key: r.article for key, r in readings.items()}),
        verdict(len(told), len(reports), found),
        found,
        runs,
        reports,
        row.joins,
        (),
        row.possibly,
        origins(reports, runs, shared),
    )


def _passage(
    article: str, told: Sequence[Told], nearest: Mapping[tuple[str, int, int], Mapping[str, Passage]]
) -> Passage | None:
    """A silent source's passage nearest to any report's evidence."""
    found = []
    for t in told:
        for e in t.report.evidence:
            passage = nearest.get((t.report.article, e.span.start, e.span.end), {}).get(article)
            if passage:
                found.append(passage)
    return max(found, key=lambda p: (p.p, -p.span.start), default=None)


def _marked(report: Report, marks: Sequence[Mark]) -> Report:
    """A report whose evidence carries its marks, each once, in the order of the text."""
    if not marks:
        return report
    unique = sorted(set(marks), key=lambda m: (m.span, m.kind))
    evidence = tuple(
        Evidence(e.span, e.claim, tuple(m for m in unique if e.span.contains(m.span))) for e in report.evidence
    )
    return replace(report, evidence=evidence)
