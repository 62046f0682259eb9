"""Claims of several articles that are about the same thing.

Every pair of claims worth a look gets a probability from shared evidence (``similarity``), the pairs are clustered into
facts under constraints (``grouping``), what is not sure enough is kept as "possibly", and every sentence gets the
nearest passages of each other source.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from reader.analysis.reading import Reading
from reader.comparison import candidates, weights
from reader.comparison import corrections as by_hand
from reader.comparison.figure_rules import FigureRules
from reader.comparison.joining import cluster
from reader.comparison.material import Material, Statement
from reader.comparison.model import Claim, Correction, Join, Nearest, Passage, Possible
from reader.comparison.reasons import reason
from reader.comparison.similarity import Similarity

JOINED = 0.42
"""Two groups of claims are one fact from this mean probability on."""
POSSIBLE = 0.25
"""From this probability on a passage is shown as possibly the same."""
POSSIBLE_SHOWN = 3

Pair = tuple[int, int]


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


def align(
    readings: Sequence[Reading],
    claims: Sequence[Claim],
    *,
    corrections: Sequence[Correction] = (),
    nearest: int = 0,
) -> Alignment:
    """Groups the claims of one story by fact; every claim is in exactly one group.

    ``corrections`` of the kinds ``split`` and ``join`` are obeyed. ``nearest`` asks for that many passages of each
    other source for every sentence that makes a claim. The groups do not depend on the order of readings or claims.
    """
    material = Material(readings, claims)
    similarity = Similarity(material)
    pairs = candidates.sentence_pairs(similarity, nearest)
    p = candidates.probabilities(similarity, pairs, weights.load("alignment"))
    statements = material.statements
    rules = FigureRules(statements)
    hand = by_hand.read(material, corrections)

    def apart(i: int, j: int) -> bool:
        pair = (min(i, j), max(i, j))
        if pair in hand.together:
            return False
        one, two = statements[i], statements[j]
        # Two statements of one sentence are two facts, or else they would not have been cut apart.
        siblings = one.sentence == two.sentence
        return siblings or pair in hand.apart or _only_names(one, two) or rules.apart(one, two)

    groups = cluster(
        [s.article for s in statements], {k: v for k, v in p.items() if v >= POSSIBLE / 2}, JOINED, apart,
        sorted(hand.together),
    )  # fmt: skip
    groups = _with_siblings(material, groups)
    home = {n: g for g, members in enumerate(groups) for n in members}
    made = tuple(_group(material, members, p, home) for members in groups)
    return Alignment(made, _nearest(material, pairs, p, nearest) if nearest else ())


def _only_names(a: Statement, b: Statement) -> bool:
    """Do two claims of different sentences share no word but persons' names and titles? Then they tell no one fact."""
    return a.sentence != b.sentence and not (a.keys & b.keys) - a.naming - b.naming


def _with_siblings(material: Material, groups: list[list[int]]) -> list[list[int]]:
    """Claims of one sentence that nothing else tells stay together: cutting them apart would say nothing."""
    out: list[list[int]] = []
    alone: dict[int, list[int]] = {}
    for members in groups:
        if len(members) > 1:
            out.append(members)
            continue
        statement = material.statements[members[0]]
        if statement.figures:
            out.append(members)
        elif statement.sentence in alone:
            alone[statement.sentence] += members
        else:
            alone[statement.sentence] = members
            out.append(members)
    return out


def _group(material: Material, members: list[int], p: dict[Pair, float], home: dict[int, int]) -> Group:
    statements = material.statements
    inside = sorted(
        ((p.get((i, j), 0.0), i, j) for i in members for j in members
         if i < j and statements[i].article != statements[j].article),
        key=lambda x: (-round(x[0], 6), x[1], x[2]),
    )  # fmt: skip
    seen: dict[int, int] = {n: n for n in members}

    def root(n: int) -> int:
        while seen[n] != n:
            n = seen[n]
        return n

    joins = []
    for value, i, j in inside:  # the surest pairs that tie the group together
        if root(i) != root(j):
            seen[root(i)] = root(j)
            joins.append(_join(material, i, j, value))
    return Group(
        tuple(statements[n].claim for n in members), tuple(joins), _possibly(material, members, p, home)
    )


def _join(material: Material, i: int, j: int, p: float) -> Join:
    a, b = material.statements[i], material.statements[j]
    return Join(
        a.claim.article, a.claim.span, b.claim.article, b.claim.span, round(p, 4), reason(material, a, b)
    )


def _possibly(material: Material, members: list[int], p: dict[Pair, float], home: dict[int, int]) -> tuple[Possible, ...]:
    return ()


def _nearest(material: Material, pairs: list[Pair], p: dict[Pair, float], count: int) -> tuple[Nearest, ...]:
    """For every sentence, the passages of each other source whose claims are nearest to its claims."""
    near: list[dict[int, list[tuple[float, int]]]] = [defaultdict(list) for _ in material.sentences]
    for i, j in pairs:
        a, b = material.sentences[i], material.sentences[j]
        if a.article == b.article:
            continue
        best = round(max(p[x, y] for x in a.statements for y in b.statements), 4)
        near[i][b.article].append((-best, j))
        near[j][a.article].append((-best, i))
    out = []
    for sentence, found in zip(material.sentences, near, strict=True):
        others = {
            material.readings[article].article.id: tuple(
                Passage(material.readings[article].article.id, material.sentences[n].span, -value)
                for value, n in sorted(passages)[:count]
            )
            for article, passages in found.items()
        }
        out.append(Nearest(material.readings[sentence.article].article.id, sentence.span, others))
    return tuple(out)
