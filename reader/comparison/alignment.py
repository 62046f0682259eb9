"""Claims of several articles that are about the same thing.

Every pair of claims worth a look gets a probability from shared evidence (``similarity``), the pairs are clustered into
facts under constraints (``joining``), figures of one quantity are brought together (``same_quantity``), what is not
sure enough is kept as "possibly", and every sentence gets the nearest passages of each other source.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reader.analysis.reading import Reading
from reader.comparison import candidates, weights
from reader.comparison import corrections as by_hand
from reader.comparison.apart import apart as never_one
from reader.comparison.doubtful import possibly
from reader.comparison.figure_rules import FigureRules, same_figure
from reader.comparison.joining import cluster
from reader.comparison.material import Material
from reader.comparison.model import Claim, Correction, Join, Nearest, Possible
from reader.comparison.nearest import nearest as nearest_passages
from reader.comparison.reasons import only_names, reason, same_quotation
from reader.comparison.same_quantity import bring_together
from reader.comparison.similarity import Similarity
from reader.document.article import Section

JOINED = 0.35
"""Two groups of claims are one fact from this mean probability on."""
_ANCHOR = 0.3
"""What is left of the doubt about two claims with the same telling figure, or that quote the same words."""
_ECHOED = 0.8
"""How sure a pair is of a claim that is sure of the answer which repeats it."""
_ECHO = 0.4
"""An answer repeats a claim that has this part of the weight of its words."""
_KNOWN = 0.1
"""Pairs less probable than this are taken for unrelated."""

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
    models: Mapping[str, weights.Model] | None = None,
) -> Alignment:
    """Groups the claims of one story by fact; every claim is in exactly one group.

    ``corrections`` of the kinds ``split`` and ``join`` are obeyed. ``nearest`` asks for that many passages of each
    other source for every sentence that makes a claim. ``models`` stand in for the shipped weights. The
    groups do not depend on the order of readings or claims.
    """
    material = Material(readings, claims)
    similarity = Similarity(material)
    pairs = candidates.sentence_pairs(similarity, nearest)
    p = _quoted(material, candidates.probabilities(similarity, pairs, models or weights.load("alignment")))
    statements = material.statements
    rules = FigureRules(statements)
    hand = by_hand.read(material, corrections)

    def apart(i: int, j: int) -> bool:
        pair = (min(i, j), max(i, j))
        if pair in hand.together:
            return False
        one, two = statements[i], statements[j]
        return pair in hand.apart or rules.apart(one, two) or never_one(material, one, two, p.get(pair, 0.0))

    decided = {n for pair in hand.together for n in pair}
    echoes = {k: v for k, v in _echoes(material, p, rules).items() if k not in decided}
    told = {
        (i, j): v for (i, j), v in p.items() if v >= _KNOWN and not only_names(material, statements[i], statements[j])
    }
    known = {k: _anchored(material, k, v) for k, v in told.items()}
    near = {k: v for k, v in _through_echoes(known, echoes).items() if v >= _KNOWN}
    groups = cluster([s.article for s in statements], near, JOINED, apart, sorted(hand.together))
    groups = bring_together(material, groups, near, apart, decided)
    groups = _with_siblings(material, _with_echoes(groups, echoes))
    doubts = possibly(material, groups, told, apart)
    made = tuple(
        _group(material, members, p, doubt, hand.together) for members, doubt in zip(groups, doubts, strict=True)
    )
    return Alignment(made, nearest_passages(material, pairs, p, nearest) if nearest else ())


def _quoted(material: Material, p: Mapping[Pair, float]) -> dict[Pair, float]:
    """The probabilities, surer for claims that quote the same words, which may be everyday ones that weigh little."""
    quoting = {s.index: s for s in material.statements if s.quoting}
    out = dict(p)
    for (i, j), v in p.items():
        if i in quoting and j in quoting and same_quotation(quoting[i], quoting[j]):
            out[i, j] = _surer(v)
    return out


def _anchored(material: Material, pair: Pair, p: float) -> float:
    """A telling figure that two claims share ties them before their other words do, and more surely."""
    a, b = (material.statements[n] for n in pair)
    return _surer(p) if a.figures and b.figures and same_figure(a, b) else p


def _surer(p: float) -> float:
    return 1 - _ANCHOR * (1 - p)


def _echoes(material: Material, p: Mapping[Pair, float], rules: FigureRules) -> dict[int, int]:
    """Answers below an article that say again what its body says -> the claim of the body that they are nearest to.

    They are no further voice: which row they belong to is decided by what they repeat, not by their own words.
    """
    statements, weights = material.statements, material.weights
    out: dict[int, int] = {}
    for answer in (s for s in statements if s.claim.section is Section.FAQ_ANSWER):
        told = [
            (round(p.get((min(s.index, answer.index), max(s.index, answer.index)), 0.0), 4), -s.index)
            for s in statements
            if s.article == answer.article and s.claim.section is Section.BODY and not rules.apart(answer, s)
            and sum(weights[k] for k in answer.keys & s.keys) >= _ECHO * answer.weight
        ]  # fmt: skip
        if told:
            out[answer.index] = -max(told)[1]
    return out


def _through_echoes(p: Mapping[Pair, float], echoes: Mapping[int, int]) -> dict[Pair, float]:
    """The pairs with each answer's given to the claim that it repeats, a little less sure."""
    if not echoes:
        return dict(p)
    out = {k: v for k, v in p.items() if k[0] not in echoes and k[1] not in echoes}
    for (i, j), value in p.items():
        a, b = sorted((echoes.get(i, i), echoes.get(j, j)))
        if a != b and (a, b) != (i, j):
            out[a, b] = max(out.get((a, b), 0.0), _ECHOED * value)
    return out


def _with_echoes(groups: Sequence[Sequence[int]], echoes: Mapping[int, int]) -> list[list[int]]:
    """The groups with every answer where the claim is that it repeats."""
    home = {n: g for g, members in enumerate(groups) for n in members}
    moved = [[n for n in members if n not in echoes] for members in groups]
    for answer, body in echoes.items():
        moved[home[body]].append(answer)
    return [sorted(members) for members in moved if members]


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


def _group(
    material: Material,
    members: list[int],
    p: Mapping[Pair, float],
    doubts: tuple[Possible, ...],
    decided: Mapping[Pair, str],
) -> Group:
    """A group with its joins: what was decided by hand or by a judge, then the surest pairs that tie it together."""
    statements = material.statements
    inside = sorted(
        ((p.get((i, j), 0.0), i, j) for i in members for j in members
         if i < j and statements[i].article != statements[j].article),
        key=lambda x: ((x[1], x[2]) not in decided, -round(x[0], 6), x[1], x[2]),
    )  # fmt: skip
    seen: dict[int, int] = {n: n for n in members}

    def root(n: int) -> int:
        while seen[n] != n:
            n = seen[n]
        return n

    joins = []
    for value, i, j in inside:
        if root(i) != root(j):
            seen[root(i)] = root(j)
            joins.append(_join(material, i, j, value, decided.get((i, j))))
    return Group(tuple(statements[n].claim for n in members), tuple(joins), doubts)


def _join(material: Material, i: int, j: int, p: float, by: str | None) -> Join:
    a, b = material.statements[i], material.statements[j]
    said = f"decided by {by}" if by else reason(material, a, b)
    return Join(a.claim.article, a.claim.span, b.claim.article, b.claim.span, round(p, 4), said)
