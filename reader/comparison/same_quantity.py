"""Figures of one quantity that the words around them put into different groups.

Whole claims are grouped, so that "after falling about 150 metres" may stand with the reports of a death and "fell some
60 metres" with those of a search. Equal values are brought together first, then values that fit, then those that
contradict each other: what a reader most wants to see in one row.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from reader.analysis.figures.compare import Compatibility, compatible
from reader.analysis.reading import Qualifier
from reader.comparison.figure_rules import alike, fitting
from reader.comparison.material import Count, Material

Pair = tuple[int, int]

LIMITS = {
    Compatibility.EQUAL: (0.8, 0.7),
    Compatibility.COMPATIBLE: (0.7, 0.6),
    Compatibility.CONFLICT: (0.5, 0.35),
}
"""How probable the nearest pair of claims must be that two claims are one fact, and the mean of all pairs of those that
would be brought together. Values that contradict each other have made their claims less probable already."""


def bring_together(
    material: Material,
    groups: Sequence[Sequence[int]],
    p: Mapping[Pair, float],
    apart: Callable[[int, int], bool],
    fixed: Collection[int] = (),
) -> list[list[int]]:
    """The groups, with claims of one quantity in one of them; every claim is in one group before and after.

    The claims of a group that have the figure leave it together. None are brought together that must stay ``apart``,
    and ``fixed`` claims, whose group was decided by hand, stay where they are.
    """
    made = [list(members) for members in groups]
    home = {n: members for members in made for n in members}
    for how, (nearest, mean) in LIMITS.items():
        for pair, figures in _ties(material, p, how, nearest):
            one, two = (home[n] for n in pair)
            if one is two:
                continue
            moved = [
                n
                for claim, members, figure in zip(pair, (one, two), figures, strict=True)
                for n in members if n == claim or fitting([figure], material.statements[n].figures)
            ]  # fmt: skip
            across = [(a, b) for a in moved if home[a] is one for b in moved if home[b] is two]
            if _mean(material, p, across) < mean or any(n in fixed for n in moved) or any(apart(*ab) for ab in across):
                continue
            new = sorted(moved)
            for n in moved:
                home[n].remove(n)
                home[n] = new
            made.append(new)
    return sorted(sorted(members) for members in made if members)


def _ties(
    material: Material, p: Mapping[Pair, float], how: Compatibility, least: float
) -> Iterator[tuple[Pair, tuple[Count, Count]]]:
    """The pairs of claims with two such figures that are probable enough, with these, the likeliest first."""
    statements = material.statements
    found = [(-round(v, 6), pair) for pair, v in p.items() if v >= least]
    for _, pair in sorted(found):
        a, b = (statements[n] for n in pair)
        if a.article == b.article:
            continue
        figures = next(((f, g) for f in a.figures for g in b.figures if _stand(f, g) is how), None)
        if figures:
            yield pair, figures


def _stand(f: Count, g: Count) -> Compatibility:
    if Qualifier.VAGUE in (f.figure.qualifier, g.figure.qualifier) or not alike(f, g):
        return Compatibility.UNRELATED
    return compatible(f.figure, g.figure)


def _mean(material: Material, p: Mapping[Pair, float], pairs: Sequence[Pair]) -> float:
    """The mean probability of some pairs of claims, those of one article left out; an unknown pair counts 0."""
    statements = material.statements
    known = [
        p.get((a, b) if a < b else (b, a), 0.0) for a, b in pairs if statements[a].article != statements[b].article
    ]
    return sum(known) / len(known) if known else 0.0
