"""How facts of one story hang together: older and newer counts, parts of a whole, a subject without a number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from reader.analysis.reading import DateMention, Figure, Qualifier, Reading
from reader.comparison.facts.counted import Counted, kinds
from reader.comparison.facts.intervals import span_of
from reader.comparison.facts.lexicon import words_of
from reader.comparison.facts.words import stem, stems, words
from reader.comparison.model import Fact, Relation, RelationKind, Report
from reader.document.span import Span

BEHIND = 220
"""So many characters before its own number a part may look for its whole."""
CUES = 40
"""So many characters before a number the words "includes", "among them" stand."""
TOGETHER = 25
"""Dates so near to one another belong together."""
Relations = dict[str, list[Relation]]


def link(facts: Sequence[Fact], readings: Mapping[str, Reading]) -> Relations:
    """The relations of each fact by its id."""
    found: Relations = defaultdict(list)
    counts = [f for f in facts if _exact(f)]
    for n, a in enumerate(counts):
        for b in counts[n + 1 :]:
            _pair(a, b, readings, found)
    for fact in counts:
        _subject(fact, facts, readings, found)
    return found


def _exact(fact: Fact) -> list[tuple[Report, Figure]]:
    """The figures of a fact that have a value."""
    return [
        (r, f) for r in fact.reporting for f in r.figures if f.value is not None and f.qualifier is not Qualifier.VAGUE
    ]


def _pair(a: Fact, b: Fact, readings: Mapping[str, Reading], found: Relations) -> None:
    for first, second in ((a, b), (b, a)):
        if _is_part(first, second, readings):
            found[first.id].append(Relation(RelationKind.PART_OF, second.id))
            found[second.id].append(Relation(RelationKind.INCLUDES, first.id))
            return
    for first, second in ((a, b), (b, a)):
        if _is_earlier(first, second, readings):
            found[first.id].append(Relation(RelationKind.EARLIER, second.id))
            found[second.id].append(Relation(RelationKind.LATER, first.id))
            return


def _is_part(part: Fact, whole: Fact, readings: Mapping[str, Reading]) -> bool:
    """Does some article say "this includes …", "among them …" between the two numbers?"""
    for report, f in _exact(part):
        text = readings[report.article].text
        for other, g in _exact(whole):
            if other.article != report.article or f.value is None or g.value is None or f.unit != g.unit:
                continue
            if not (g.span.end <= f.span.start <= g.span.end + BEHIND and f.value < g.value):
                continue
            between = [w.key for w in words(text, Span(max(g.number.end, f.number.start - CUES), f.number.start))]
            if set(between) & words_of("part") or _among(between) or _of_them(text, f):
                nearest = max(
                    (n.number.end for n in readings[report.article].figures if n.number.end <= f.number.start),
                    default=0,
                )
                if nearest == g.number.end:
                    return True
    return False


def _among(keys: Sequence[str]) -> bool:
    return any(a in {"of", "among"} and b in {"them", "those", "whom", "which"} for a, b in pairwise(keys))


def _of_them(text: str, figure: Figure) -> bool:
    return _among([w.key for w in words(text, Span(figure.number.end, min(len(text), figure.number.end + CUES)))][:3])


def _is_earlier(old: Fact, new: Fact, readings: Mapping[str, Reading]) -> bool:
    """Is one count an older state of the other: same things, same event, a date before or a word that says so?"""
    for report, f in _exact(old):
        for other, g in _exact(new):
            if f.value is None or g.value is None or f.value >= g.value or f.unit != g.unit:
                continue
            x, y = readings[report.article], readings[other.article]
            if not _alike(kinds(f, x.text), kinds(g, y.text)) or not _one_act(report, x, other, y):
                continue
            if _before(report, f, x, other, g, y):
                return True
    return False


def _alike(a: frozenset[Counted], b: frozenset[Counted]) -> bool:
    return bool(a and b) and bool(a & b)


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


def _subject(fact: Fact, facts: Sequence[Fact], readings: Mapping[str, Reading], found: Relations) -> None:
    """Rows without a number where sources silent on this count speak of the same things ("hostages")."""
    counted = {k for r, f in _exact(fact) for k in kinds(f, readings[r.article].text)}
    nouns = {k.noun for k in counted} - {"national", "person"} if len(counted) == 1 else set()
    silent = {r.article for r in fact.reports if r.silent}
    if not nouns or not silent:
        return
    best: tuple[int, int] | None = None
    for n, other in enumerate(facts):
        if other.id == fact.id or any(r.figures for r in other.reporting):
            continue
        naming = [r for r in other.reporting if r.article in silent
                  and any(nouns & stems(readings[r.article].text, e.claim) for e in r.evidence)]  # fmt: skip
        if naming and (best is None or len(naming) > best[0]):
            best = (len(naming), n)
    if best:
        found[fact.id].append(Relation(RelationKind.SAME_SUBJECT, facts[best[1]].id))
