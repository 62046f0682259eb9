"""How facts of one story hang together: older and newer counts, parts of a whole, a subject without a number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from reader.analysis.reading import DateMention, Figure, Qualifier, Reading
from reader.comparison.facts.counted import Counted, kinds
from reader.comparison.facts.intervals import span_of
from reader.comparison.facts.lexicon import words_of
from reader.comparison.facts.words import stem, stems, words
from reader.comparison.model import Fact, Relation, RelationKind, Report
from reader.document.span import Span

MOST = 200
"""So many counts, the most important ones, are looked at."""
BEHIND = 220
"""So many characters before its own number a part may look for its whole."""
CUES = 40
"""So many characters before a number the words "includes", "among them" stand."""
TOGETHER = 25
"""Dates so near to one another belong together."""
Relations = dict[str, list[Relation]]


class Count(NamedTuple):
    """One figure of a fact: its report, and what it counts."""

    report: Report
    figure: Figure
    kinds: frozenset[Counted]


def link(facts: Sequence[Fact], readings: Mapping[str, Reading]) -> Relations:
    """The relations of each fact by its id."""
    found: Relations = defaultdict(list)
    counts = [(f, listed) for f in facts if (listed := _counts(f, readings))][:MOST]
    for n, (a, x) in enumerate(counts):
        for b, y in counts[n + 1 :]:
            for first, p, second, q in ((a, x, b, y), (b, y, a, x)):
                if _is_part(p, q, readings):
                    found[first.id].append(Relation(RelationKind.PART_OF, second.id))
                    found[second.id].append(Relation(RelationKind.INCLUDES, first.id))
                    break
                if _is_earlier(p, q, readings):
                    found[first.id].append(Relation(RelationKind.EARLIER, second.id))
                    found[second.id].append(Relation(RelationKind.LATER, first.id))
                    break
    plain = [(f, f.reporting) for f in facts if not any(r.figures for r in f.reports)]
    for fact, listed in counts:
        _subject(fact, listed, plain, readings, found)
    return found


def _counts(fact: Fact, readings: Mapping[str, Reading]) -> list[Count]:
    """The figures of a fact that have a value."""
    return [
        Count(r, f, kinds(f, readings[r.article].text))
        for r in fact.reporting
        for f in r.figures
        if f.value is not None and f.qualifier is not Qualifier.VAGUE
    ]


def _is_part(part: Sequence[Count], whole: Sequence[Count], readings: Mapping[str, Reading]) -> bool:
    """Does some article say "this includes …", "among them …" between the two numbers?"""
    for report, f, _ in part:
        text = readings[report.article].text
        for other, g, _ in whole:
            if other.article != report.article or f.unit != g.unit or not (f.value or 0.0) < (g.value or 0.0):
                continue
            if not g.span.end <= f.span.start <= g.span.end + BEHIND:
                continue
            between = [w.key for w in words(text, Span(max(g.number.end, f.number.start - CUES), f.number.start))]
            if set(between) & words_of("part") or _among(between) or _of_them(text, f):
                before = [n.number.end for n in readings[report.article].figures if n.number.end <= f.number.start]
                if max(before) == g.number.end:
                    return True
    return False


def _among(keys: Sequence[str]) -> bool:
    return any(a in {"of", "among"} and b in {"them", "those", "whom", "which"} for a, b in pairwise(keys))


def _of_them(text: str, figure: Figure) -> bool:
    return _among([w.key for w in words(text, Span(figure.number.end, min(len(text), figure.number.end + CUES)))][:3])


def _is_earlier(old: Sequence[Count], new: Sequence[Count], readings: Mapping[str, Reading]) -> bool:
    """Is one count an older state of the other: same things, same event, a date before or a word that says so?"""
    for report, f, counted in old:
        for other, g, counted_too in new:
            if f.unit != g.unit or not (f.value or 0.0) < (g.value or 0.0) or not counted & counted_too:
                continue
            x, y = readings[report.article], readings[other.article]
            if _one_act(report, x, other, y) and _before(report, f, x, other, g, y):
                return True
    return False


def _one_act(a: Report, x: Reading, b: Report, y: Reading) -> bool:
    """Do two claims tell of one kind of event, wish and deed kept apart?"""
    p, q = _predicate(a, x), _predicate(b, y)
    wish = {stem(w) for w in words_of("desire")}
    return bool(p & q) and bool(p & wish) == bool(q & wish)


_IRREGULAR = {
    "left": "leave",
    "leaving": "leave",
    "died": "die",
    "dead": "die",
    "deaths": "die",
    "death": "die",
    "killed": "kill",
}


def _predicate(report: Report, reading: Reading) -> frozenset[str]:
    """The stems of a report's claims without its counted things and names."""
    out: set[str] = set()
    for e in report.evidence:
        taken = [f.span for f in report.figures] + [m.span for m in reading.entities if e.claim.contains(m.span)]
        for w in words(reading.text, e.claim):
            if not any(t.start <= w.start < t.end for t in taken) and w.key not in words_of("function"):
                out.add(stem(_IRREGULAR.get(w.key, w.key)))
    return frozenset(out)


def _before(a: Report, f: Figure, x: Reading, b: Report, g: Figure, y: Reading) -> bool:
    """Does one count stand with days before the other's, or with a word like "earlier" that the other lacks?"""
    p, q = span_of(_beside(a, f)), span_of(_beside(b, g))
    if p and q:
        return p[1] < q[0]
    if a.article == b.article and any(e.span == o.span for e in a.evidence for o in b.evidence):
        return False
    old = {w.key for e in a.evidence if e.span.contains(f.number) for w in words(x.text, e.claim)}
    new = {w.key for e in b.evidence if e.span.contains(g.number) for w in words(y.text, e.claim)}
    return bool(old & words_of("before")) and not new & words_of("before")


def _beside(report: Report, figure: Figure) -> list[DateMention]:
    """The dates nearest to a figure: the nearest one, and those that stand with it ("Wednesday and Thursday")."""

    def gap(d: DateMention) -> int:
        return max(d.span.start - figure.span.end, figure.span.start - d.span.end, 0)

    dates = sorted(report.dates, key=gap)
    return [d for d in dates if abs(d.span.start - dates[0].span.start) <= TOGETHER]


def _subject(
    fact: Fact,
    counts: Sequence[Count],
    plain: Sequence[tuple[Fact, Sequence[Report]]],
    readings: Mapping[str, Reading],
    found: Relations,
) -> None:
    """Rows without a number where sources silent on this count speak of the same things ("hostages")."""
    counted = {k for c in counts for k in c.kinds}
    nouns = {k.noun for k in counted} - {"national", "person"} if len(counted) == 1 else set()
    silent = {r.article for r in fact.reports if r.silent}
    best: tuple[int, str] | None = None
    for other, reporting in plain if nouns and silent else ():
        telling = [r for r in reporting if r.article in silent]
        if len(telling) <= (best[0] if best else 0):
            continue
        naming = [
            r for r in telling if any(nouns & stems(readings[r.article].text, e.claim) for e in r.evidence)
        ]  # fmt: skip
        if len(naming) > (best[0] if best else 0):
            best = len(naming), other.id
    if best:
        found[fact.id].append(Relation(RelationKind.SAME_SUBJECT, best[1]))
