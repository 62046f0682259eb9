"""What lies between sure and unlikely: passages that may report a fact too, shown under its row, not joined."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from reader.comparison.material import Material
from reader.comparison.model import Possible
from reader.comparison.reasons import reason

Pair = tuple[int, int]

POSSIBLE = 0.25
"""From this probability on a passage is shown as possibly the same."""
_SHOWN = 3


def possibly(
    material: Material, groups: Sequence[Sequence[int]], p: Mapping[Pair, float], apart: Callable[[int, int], bool]
) -> list[tuple[Possible, ...]]:
    """For each group of claims, the likeliest sentences of other articles outside it, at most three, best first.

    Pairs that must not be joined (other figures, split by hand) are no possibility.
    """
    statements = material.statements
    home = {n: g for g, members in enumerate(groups) for n in members}
    held = [{statements[n].sentence for n in members} for members in groups]
    best: list[dict[int, tuple[float, int, int]]] = [{} for _ in groups]
    for (i, j), value in p.items():
        if value < POSSIBLE or home[i] == home[j] or statements[i].article == statements[j].article or apart(i, j):
            continue
        for own, other in ((i, j), (j, i)):
            group, sentence = home[own], statements[other].sentence
            if sentence not in held[group]:
                entry = (-round(value, 4), own, other)
                best[group][sentence] = min(entry, best[group].get(sentence, entry))
    return [_shown(material, found) for found in best]


def _shown(material: Material, found: Mapping[int, tuple[float, int, int]]) -> tuple[Possible, ...]:
    taken: dict[int, int] = defaultdict(int)
    out: list[Possible] = []
    for value, own, other in sorted(found.values()):
        statement = material.statements[other]
        if len(out) < _SHOWN and not taken[statement.article]:
            taken[statement.article] += 1
            why = reason(material, material.statements[own], statement)
            out.append(Possible(statement.claim.article, statement.claim.evidence, -value, why))
    return tuple(out)
