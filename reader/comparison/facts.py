"""Groups of claims into facts: one report an article, verdict, title, order."""

from __future__ import annotations

from collections.abc import Sequence

from reader.analysis.reading import Entity, Reading
from reader.comparison.alignment import Alignment
from reader.comparison.model import Evidence, Fact, Report, ReportedSpeaker, Verdict


def make(readings: Sequence[Reading], aligned: Alignment, entities: Sequence[Entity]) -> tuple[Fact, ...]:
    """The facts of one story, most important first."""
    by_id = {r.article.id: r for r in readings}
    facts = []
    for g in aligned.groups:
        reports = []
        for r in readings:
            own = [c for c in g.claims if c.article == r.article.id]
            if not own:
                reports.append(Report(r.article.id))
                continue
            a = own[0].attribution
            speaker = None
            if a and a.speaker:
                speaker = ReportedSpeaker(a.speaker.span.of(r.text), a.speaker.span, a.speaker.named, a.speaker.entity)
            reports.append(Report(r.article.id, tuple(Evidence(c.evidence, c.span) for c in own), (), own[0].figures[:1], speaker, own[0].dates, own[0].certainty))
        n = sum(not r.silent for r in reports)
        verdict = Verdict.ONLY if n == 1 else Verdict.AGREE if n == len(readings) else Verdict.PARTIAL
        first = g.claims[0]
        facts.append((n / len(readings), Fact("", first.span.of(by_id[first.article].text)[:60], first.article, first.span, round(n / len(readings), 2), verdict, (), (), tuple(reports), g.joins, (), g.possibly)))
    facts.sort(key=lambda f: -f[0])
    from dataclasses import replace
    return tuple(replace(f, id=f"f{i}") for i, (_, f) in enumerate(facts, 1))
