"""Groups of claims into rows: one quantity a row, repeats inside a source folded, FAQ lines with their body line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from reader.analysis.figures.compare import FIT, compatible
from reader.analysis.reading import Figure, Qualifier, Reading
from reader.comparison.alignment import Group
from reader.comparison.facts.folding import Row, empty, fold_doubts, fold_faq, fold_repeats
from reader.comparison.facts.quantities import Quantity, Standing, quantity, stand
from reader.comparison.facts.words import jaccard
from reader.comparison.figure_rules import telling
from reader.comparison.model import Claim
from reader.document.span import Span

MOST = 120
"""So many figures of one group are told apart; a table with more is no fact."""
SMALL = 12
"""Written-out numbers up to this one make no row of their own."""


def rows(groups: Sequence[Group], readings: Mapping[str, Reading]) -> list[Row]:
    """The rows of a story, in no particular order; every claim is in one, FAQ answers as repeats where they are."""
    raw = [Row(list(g.claims), joins=g.joins, possibly=g.possibly) for g in groups if g.claims]
    folded = fold_faq([row for row in fold_doubts(raw, readings) if not empty(row, readings)], readings)
    _one_owner(folded, readings)
    made = [part for row in folded for part in _split(row, readings)]
    for row in made:
        fold_repeats(row, readings)
    return made


def _one_owner(made: list[Row], readings: Mapping[str, Reading]) -> None:
    """Where claims overlap, a figure stays in the row where another article has it too, else in the finest claim."""
    held: dict[tuple[str, Span], list[tuple[int, Claim, Figure]]] = defaultdict(list)
    for n, row in enumerate(made):
        for claim in row.claims:
            for figure in claim.figures:
                held[claim.article, figure.number].append((n, claim, figure))
    for (article, _), places in held.items():
        if len({n for n, *_ in places}) < 2:
            continue
        own = quantity(article, places[0][2], readings[article].text)

        def rank(place: tuple[int, Claim, Figure], own: Quantity = own) -> tuple[int, int, int]:
            row, others = made[place[0]], set()
            for c in (c for c in row.claims if c.article != own.article):
                text = readings[c.article].text
                if any(stand(own, quantity(c.article, f, text)) >= Standing.COMPATIBLE for f in c.figures):
                    others.add(c.article)
            return len(others), -len(place[1].span), -len(row.claims)

        best = max(places, key=rank)[0]
        for n, claim, figure in places:
            if n != best:
                row = made[n]
                row.claims = [_without(c, figure) if c is claim else c for c in row.claims]


def _without(claim: Claim, figure: Figure) -> Claim:
    return replace(claim, figures=tuple(f for f in claim.figures if f is not figure))


def clusters(quantities: Sequence[Quantity]) -> list[list[Quantity]]:
    """Figures of one group put together by quantity: nearest pairs first, never two values of one article."""
    made = [[q] for q in quantities]
    pairs = []
    for i, a in enumerate(quantities):
        for j in range(i):
            b = quantities[j]
            how = Standing.EQUAL if _same_value(a, b) else stand(a, b)
            if how is Standing.UNRELATED or (how is Standing.CONFLICTING and not _may_conflict(a, b)):
                continue
            shared = len(a.counted & b.counted) > 0
            pairs.append((-how, -shared, -jaccard(a.around, b.around), i, j))
    where = list(range(len(quantities)))
    for *_, i, j in sorted(pairs):
        left, right = where[i], where[j]
        if left != right and _may_join(made[left], made[right]):
            made[right] += made[left]
            made[left] = []
            where = [right if n == left else n for n in where]
    return [c for c in made if c]


def _may_conflict(a: Quantity, b: Quantity) -> bool:
    """Two values of one thing: only across articles, only if both say what they count, or a unit, alike."""
    if a.article == b.article or a.vague or b.vague:
        return False
    return bool(a.counted & b.counted) or bool(a.figure.unit and a.figure.unit == b.figure.unit)


def _may_join(a: list[Quantity], b: list[Quantity]) -> bool:
    tied = any(_same_value(x, y) for x in a for y in b)
    for x in a:
        for y in b:
            if x.article == y.article and not _one_value(x, y):
                return False
            if stand(x, y) is Standing.UNRELATED and not tied:
                return False
    return True


def _same_value(a: Quantity, b: Quantity) -> bool:
    """Do two articles have one telling number in one group? Then "biologists" and "scientists" are the same."""
    f, g = a.figure, b.figure
    if a.article == b.article or f.unit != g.unit or f.value != g.value or not telling(f):
        return False
    return compatible(f, g) in FIT


def _one_value(x: Quantity, y: Quantity) -> bool:
    """Has an article the same number twice, or once more in another unit ("60 metres (200 feet)")?

    Two numbers in one article are two facts else, however well they fit.
    """
    f, g = x.figure, y.figure
    if x.vague or y.vague or (f.unit and g.unit and f.unit != g.unit and stand(x, y) >= Standing.COMPATIBLE):
        return True
    return (f.value, f.low if f.value is None else 0) == (g.value, g.low if g.value is None else 0)


def _split(row: Row, readings: Mapping[str, Reading]) -> list[Row]:
    """One row a quantity. Claims without a figure stay with the quantity that most articles have."""
    found: dict[tuple[str, Span], tuple[Quantity, Claim]] = {}
    for claim in row.claims:
        for figure in claim.figures:
            key = (claim.article, figure.number)
            if key not in found and len(found) < MOST:
                found[key] = (quantity(claim.article, figure, readings[claim.article].text), claim)
    if not found:
        return [row]
    groups = clusters([q for q, _ in found.values()])
    firm = [g for g in groups if any(not q.vague for q in g)]
    firm.sort(key=lambda g: (-len({q.article for q in g}), min(_position(q, row) for q in g)))
    alone = len(row.articles) == 1
    main = next((g for g in firm if alone or len({q.article for q in g}) > 1), None)
    slight = [g for g in firm if g is not main and _slight(g, readings)]
    rest = [g for g in firm if g is not main and g not in slight]
    owned = {(q.article, q.figure.number): n for n, g in enumerate(rest) for q in g}
    out = [_part(row, g, n, owned, readings) for n, g in enumerate(rest)]
    keep = _remaining(row, main, owned)
    if keep.claims:
        _put_figures(keep, main if main else [q for g in slight for q in g])
        keep.claims = [_narrow(c, keep.figures.get(c.article, ()), readings) for c in keep.claims]
        out.insert(0, keep)
    return out


def _position(q: Quantity, row: Row) -> int:
    """Where in its claim a figure stands: what comes first is what the claim is about."""
    return min(q.figure.span.start - c.span.start for c in row.claims if c.article == q.article)


def _slight(group: Sequence[Quantity], readings: Mapping[str, Reading]) -> bool:
    """Small numbers of one article, written as words ("two officials"), are no fact of their own."""
    return len({q.article for q in group}) == 1 and all(
        q.figure.value is not None
        and q.figure.value <= SMALL
        and not q.figure.unit
        and not any(c.isdigit() for c in q.figure.number.of(readings[q.article].text))
        for q in group
    )


def _part(
    row: Row, group: list[Quantity], n: int, owned: Mapping[tuple[str, Span], int], readings: Mapping[str, Reading]
) -> Row:
    """The row of one further quantity: the claims that hold its figures, cut to the words around them."""
    claims = []
    for claim in row.claims:
        own = [f for f in claim.figures if owned.get((claim.article, f.number)) == n]
        if own:
            claims.append(_narrow(claim, own, readings))
    articles = {c.article for c in claims}
    joins = tuple(j for j in row.joins if {j.a, j.b} <= articles) if len(articles) > 1 else ()
    made = Row(claims, joins=joins)
    _put_figures(made, group)
    return made


def _remaining(row: Row, main: list[Quantity] | None, owned: Mapping[tuple[str, Span], int]) -> Row:
    """What stays in the row when the further quantities have left: claims that hold nothing else are gone."""
    mine = {(q.article, q.figure.number) for q in main or ()}
    claims = []
    for claim in row.claims:
        numbers = {(claim.article, f.number) for f in claim.figures}
        if numbers & set(owned) and not numbers & mine and (main or len(row.articles) == 1):
            continue
        claims.append(claim)
    articles = {c.article for c in claims}
    joins = tuple(j for j in row.joins if {j.a, j.b} <= articles)
    return Row(claims, row.repeats, {}, joins, row.possibly)


def _put_figures(row: Row, group: Sequence[Quantity]) -> None:
    for q in sorted(group, key=lambda q: q.figure.span):
        row.figures.setdefault(q.article, []).append(q.figure)


def _narrow(claim: Claim, own: Sequence[Figure], readings: Mapping[str, Reading]) -> Claim:
    """A claim with several figures, cut at the punctuation or border word between its own figures and the others."""
    reading = readings[claim.article]
    mine = {f.number for f in own}
    foreign = [
        f for f in reading.figures
        if claim.span.contains(f.number) and f.number not in mine and f.qualifier is not Qualifier.VAGUE
    ]  # fmt: skip
    own = [f for f in own if claim.span.contains(f.number)]
    if not own or not foreign:
        return claim
    text = reading.text
    first, last = min(f.span.start for f in own), max(f.span.end for f in own)
    start = max((f.span.end for f in foreign if f.span.end <= first), default=claim.span.start)
    end = min((f.span.start for f in foreign if f.span.start >= last), default=claim.span.end)
    if start > claim.span.start:
        start = _cut(text, start, first)
    if end < claim.span.end:
        end = _cut(text, last, end)
    while start < first and not text[start].isalnum():
        start += 1
    while end > last and not text[end - 1].isalnum() and text[end - 1] not in '"”’)':
        end -= 1
    return replace(claim, span=Span(min(start, first), max(end, last)), figures=tuple(own))


def _cut(text: str, start: int, end: int) -> int:
    """The border between two figures: the last comma, else the last "and", else the middle of a gap between words."""
    for mark in (";", ",", "–", "—", " and ", " but ", " while ", " including "):
        at = text.rfind(mark, start, end)
        if at >= 0:
            return at
    at = text.rfind(" ", start, end)
    return at if at >= 0 else end
