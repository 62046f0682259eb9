"""In what the reports of one fact differ, between which articles, and the words that carry it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from reader.analysis.reading import Basis, Certainty, DateMention, Qualifier, Quote, Reading
from reader.comparison.facts import loaded, quotes
from reader.comparison.facts.certainty import cues, levels
from reader.comparison.facts.counted import differ as counted_differ
from reader.comparison.facts.counted import kinds
from reader.comparison.facts.intervals import apart
from reader.comparison.facts.quantities import Quantity, Standing, distance, quantity
from reader.comparison.facts.reports import Told
from reader.comparison.facts.speakers import clash, same, stated
from reader.comparison.model import Difference, DifferenceKind, Mark
from reader.document.span import Span

Marks = dict[str, list[Mark]]


def find(told: Sequence[Told], readings: Mapping[str, Reading]) -> tuple[tuple[Difference, ...], Marks]:
    """The material differences of the reports of one fact, in the order of ``DifferenceKind``, and marks by article."""
    marks: Marks = {t.report.article: [] for t in told}
    if len(told) < 2:
        return (), marks
    texts = {t.report.article: readings[t.report.article].text for t in told}
    made = [
        _figure(told, texts, marks),
        _counted(told, texts, marks),
        _speaker(told, marks),
        _date(told, marks),
        _certainty(told, readings, marks),
        _wording(told, readings, marks),
    ]
    found = [d for d in made if d]
    if any(d.kind is DifferenceKind.WORDING for d in found) and not any(d.kind is DifferenceKind.DATE for d in found):
        found += _undated(told, marks)
    order = list(DifferenceKind)
    return tuple(sorted(found, key=lambda d: order.index(d.kind))), marks


def partition(items: Sequence[Told], together: Callable[[Told, Told], bool]) -> tuple[tuple[str, ...], ...]:
    """Groups of articles that agree among themselves, in the order of the reports: joined by any agreeing pair."""
    groups: list[list[Told]] = []
    for item in items:
        near = [g for g in groups if any(together(item, other) for other in g)]
        merged = [t for g in near for t in g] + [item]
        groups = [g for g in groups if g not in near]
        groups.append(merged)
    order = {t.report.article: n for n, t in enumerate(items)}
    named = [tuple(sorted((t.report.article for t in g), key=order.__getitem__)) for g in groups]
    return tuple(sorted(named, key=lambda g: order[g[0]]))


def _agreeing(items: Sequence[Told], own: Sequence[Sequence[Quantity]]) -> tuple[tuple[str, ...], ...]:
    """Groups of articles without a contradiction inside, the nearest figures first: "more than 30" agrees with 30 and
    with 40, yet does not make the two agree. ``own`` are the figures of each."""
    near = {(i, j): min(distance(p, q) for p in own[i] for q in own[j]) for j in range(len(items)) for i in range(j)}
    groups = [[n] for n in range(len(items))]
    for i, j in sorted(near, key=lambda pair: (near[pair], pair)):
        one, two = (next(g for g in groups if n in g) for n in (i, j))
        across = [(min(x, y), max(x, y)) for x in one for y in two if one is not two]
        if across and all(near[pair][0] != -Standing.CONFLICTING for pair in across):
            one += two
            groups.remove(two)
    named = sorted(sorted(g) for g in groups)
    return tuple(tuple(items[n].report.article for n in g) for g in named)


def _mark(marks: Marks, told: Told, span: Span, kind: DifferenceKind) -> None:
    if any(e.span.contains(span) for e in told.report.evidence):
        marks[told.report.article].append(Mark(span, kind))


def _figure(told: Sequence[Told], texts: Mapping[str, str], marks: Marks) -> Difference | None:
    """Values that exclude each other. Vague figures never decide."""
    having = [t for t in told if any(f.qualifier is not Qualifier.VAGUE for f in t.report.figures)]
    own = [[quantity(t.report.article, f, texts[t.report.article]) for f in t.report.figures] for t in having]
    groups = _agreeing(having, own)
    if len(groups) < 2:
        return None
    for t in having:
        for f in t.report.figures:
            _mark(marks, t, f.number, DifferenceKind.FIGURE)
    return Difference(DifferenceKind.FIGURE, groups)


def _counted(told: Sequence[Told], texts: Mapping[str, str], marks: Marks) -> Difference | None:
    """Who or what is counted: the fullest wording of each source."""
    full = {}
    for t in told:
        named = [kinds(f, texts[t.report.article]) for f in t.report.figures if f.counted]
        if named:
            full[t.report.article] = max(named, key=lambda k: (len(k), sorted(k)))
    having = [t for t in told if t.report.article in full]
    groups = partition(having, lambda a, b: not counted_differ(full[a.report.article], full[b.report.article]))
    if len(groups) < 2:
        return None
    for t in having:
        for f in t.report.figures:
            if f.counted:
                _mark(marks, t, f.counted, DifferenceKind.COUNTED)
    return Difference(DifferenceKind.COUNTED, groups)


def _speaker(told: Sequence[Told], marks: Marks) -> Difference | None:
    """Who says it: other people in two sources, or one source that states as fact what all others attribute."""
    naming = [t for t in told if t.voices.all]
    quiet = [t for t in told if not t.voices.all and stated(t.voices, [n.voices for n in naming])]
    quiet = [t for t in quiet if t.report.certainty is Certainty.ASSERTED]

    def together(a: Told, b: Told) -> bool:
        return any(same(x.speaker, y.speaker) for x in a.voices.all for y in b.voices.all)

    groups = list(partition(naming, together))
    other = any(clash(a.voices, b.voices) for n, a in enumerate(naming) for b in naming[n + 1 :])
    alone = len(groups) == 1 and len(naming) > 1 and len(quiet) == 1 and len(naming) + 1 == len(told)
    if not (other and len(groups) > 1) and not alone:
        return None
    for t in naming:
        for voice in t.voices.all:
            _mark(marks, t, voice.speaker.span, DifferenceKind.SPEAKER)
    silent = [tuple(t.report.article for t in quiet)] if quiet else []
    return Difference(DifferenceKind.SPEAKER, tuple(groups + silent))


def _date(told: Sequence[Told], marks: Marks) -> Difference | None:
    """Days that exclude each other; only dates inside the words of the claim say when it happened."""
    having = [(t, _when(t)) for t in told]
    dated = {t.report.article: d for t, d in having if d}
    items = [t for t in told if t.report.article in dated]
    groups = partition(items, lambda a, b: not apart(dated[a.report.article], dated[b.report.article]))
    if len(groups) < 2:
        return None
    for t in items:
        for d in dated[t.report.article]:
            _mark(marks, t, d.span, DifferenceKind.DATE)
    return Difference(DifferenceKind.DATE, groups)


def _when(told: Told) -> tuple[DateMention, ...]:
    """The resolved dates of the fact itself: inside the claim, and inside what was said where somebody said it."""
    found = []
    for claim in told.claims:
        inside = claim.attribution.content if claim.attribution else claim.span
        found += [
            d for d in claim.dates
            # A closing bracket at the claim's edge may be left out of it: "since Saturday (Nov 4".
            if d.iso and d.basis is not Basis.UNRESOLVED and 2 * claim.span.overlap(d.span) > len(d.span)
            and inside.overlaps(d.span)
        ]  # fmt: skip
    return tuple(found)


def _certainty(told: Sequence[Told], readings: Mapping[str, Reading], marks: Marks) -> Difference | None:
    """One source holds for possible, believed or hoped what another states."""
    sure = {t.report.article: levels(t.claims, readings[t.report.article]) for t in told}
    known = [t for t in told if sure[t.report.article]]
    groups = partition(known, lambda a, b: bool(sure[a.report.article] & sure[b.report.article]))
    if len(groups) < 2:
        return None
    for t in known:
        for claim in t.claims:
            for _, cue in cues(claim, readings[t.report.article]):
                _mark(marks, t, cue, DifferenceKind.CERTAINTY)
    return Difference(DifferenceKind.CERTAINTY, groups)


def _wording(told: Sequence[Told], readings: Mapping[str, Reading], marks: Marks) -> Difference | None:
    """A quotation with another name or number in it, or speech of which one source says that it asked for something.

    Other words of a quotation, and verbs that only colour it, are marked and make no difference.
    """
    changed = _altered(told, readings, marks)
    if changed:
        return changed
    acts = {t.report.article: loaded.act(t.claims, readings[t.report.article]) for t in told}
    parts = []
    for asked in (True, False):
        part = [t for t in told if (a := acts[t.report.article]) and (a.group == loaded.DEMAND) is asked]
        parts.append(tuple(t.report.article for t in part))
    if not all(parts) or len(parts[0]) + len(parts[1]) < len(told):
        return None
    if not all(loaded.one_subject(acts[a], acts[b]) for a in parts[0] for b in parts[1]):
        return None
    for t in told:
        if act := acts[t.report.article]:
            _mark(marks, t, act.verb, DifferenceKind.WORDING)
    order = [t.report.article for t in told]
    return Difference(DifferenceKind.WORDING, tuple(sorted(parts, key=lambda g: order.index(g[0]))))


def _altered(told: Sequence[Told], readings: Mapping[str, Reading], marks: Marks) -> Difference | None:
    quoted = {t.report.article: _quotes(t, readings[t.report.article]) for t in told}
    changed: set[frozenset[str]] = set()
    having: set[str] = set()
    for n, a in enumerate(told):
        for b in told[n + 1 :]:
            x, y = a.report.article, b.report.article
            for p in quoted[x]:
                for q in quoted[y]:
                    diff = quotes.compare(p, readings[x].text, q, readings[y].text)
                    if not diff:
                        continue
                    having |= {x, y}
                    for t, spans in ((a, diff.only_a), (b, diff.only_b)):
                        for span in spans:
                            _mark(marks, t, span, DifferenceKind.WORDING)
                    if any(_in_claim(t, s) for t, spans in ((a, diff.changed_a), (b, diff.changed_b)) for s in spans):
                        changed.add(frozenset((x, y)))
    if not changed:
        return None
    items = [t for t in told if t.report.article in having]
    groups = partition(items, lambda a, b: frozenset((a.report.article, b.report.article)) not in changed)
    return Difference(DifferenceKind.WORDING, groups) if len(groups) > 1 else None


def _in_claim(told: Told, span: Span) -> bool:
    return any(e.claim.contains(span) for e in told.report.evidence)


def _quotes(told: Told, reading: Reading) -> list[Quote]:
    return [q for q in reading.quotes if any(e.claim.overlaps(q.words) for e in told.report.evidence)]


def _undated(told: Sequence[Told], marks: Marks) -> list[Difference]:
    """Where the words of an act differ, it matters too that only one source says when it was."""
    dated = [t for t in told if any(d.iso or d.weekday is not None for c in t.claims for d in c.dates)]
    bare = [t for t in told if not any(c.dates for c in t.claims)]
    if not dated or not bare or len(dated) + len(bare) < len(told):
        return []
    for t in dated:
        for d in t.report.dates:
            _mark(marks, t, d.span, DifferenceKind.DATE)
    order = [t.report.article for t in told]
    parts = [tuple(t.report.article for t in dated), tuple(t.report.article for t in bare)]
    return [Difference(DifferenceKind.DATE, tuple(sorted(parts, key=lambda g: order.index(g[0]))))]
