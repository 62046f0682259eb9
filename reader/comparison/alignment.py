"""Claims of several articles that are about the same thing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reader.analysis.reading import Reading
from reader.comparison.model import Claim, Correction, Join, Nearest, Passage, Possible


@dataclass(frozen=True, slots=True)
class Group:
    """Claims about one fact, why they were joined, and what may belong to them."""

    claims: tuple[Claim, ...]
    joins: tuple[Join, ...] = ()
    possibly: tuple[Possible, ...] = ()


@dataclass(frozen=True, slots=True)
class Alignment:
    """Every claim in exactly one group; with ``nearest``, the nearest passages of every sentence."""

    groups: tuple[Group, ...]
    nearest: tuple[Nearest, ...] = ()


def _stems(text: str) -> set[str]:
    return {w[:5] for w in re.findall(r"\w{3,}", text.lower())}


def align(readings: Sequence[Reading], claims: Sequence[Claim], *, corrections: Sequence[Correction] = (), nearest: int = 0) -> Alignment:
    """Joins claims of different articles by shared stems, greedily."""
    text = {r.article.id: r.text for r in readings}
    stems = [_stems(c.span.of(text[c.article])) for c in claims]
    groups: list[list[int]] = []
    for n, c in enumerate(claims):
        best, where = 0.3, None
        for g in groups:
            p = max(len(stems[n] & stems[m]) / len(stems[n] | stems[m] or {1}) for m in g)
            if p > best:
                best, where = p, g
        if where is None:
            groups.append([n])
        else:
            where.append(n)
    near = []
    if nearest:
        for n, c in enumerate(claims):
            others = {}
            for r in readings:
                if r.article.id != c.article:
                    ranked = sorted(((len(stems[n] & stems[m]) / len(stems[n] | stems[m] or {1}), -m) for m, d in enumerate(claims) if d.article == r.article.id), reverse=True)
                    others[r.article.id] = tuple(Passage(r.article.id, claims[-m].evidence, round(p, 4)) for p, m in ranked[:nearest])
            near.append(Nearest(c.article, c.evidence, others))
    out = []
    for g in groups:
        cs = tuple(claims[n] for n in g)
        joins = tuple(Join(cs[0].article, cs[0].span, c.article, c.span, 0.8, "shared words") for c in cs[1:])
        out.append(Group(cs, joins))
    return Alignment(tuple(out), tuple(near))
